//go:build !amd64

package matrix

func fastestVector() path { return portable }

func largestFast(src []float32, low float32) float32 { return largest(0, src, low) }

func divideFast(dst []int16, src []float32, scale, low float32) { divide(dst, src, scale, low) }
