//go:build !amd64

package matrix

func dot(a, b []float32) float32                    { return dotGo(a, b) }
func addScaled(dst, src []float32, s float32)       { addScaledGo(dst, src, s) }
func addCrossed(grad, out, in []float32, s float32) { addCrossedGo(grad, out, in, s) }
