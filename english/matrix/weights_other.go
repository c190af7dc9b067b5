//go:build !amd64

package matrix

func fastestProduct() path { return portable }

func (w *Weights) multiplyFast(_ path, dst []float32, x []int16, xScales []float32, scaleStep, rows int, bias []float32) {
	w.multiplyGo(dst, x, xScales, scaleStep, rows, bias)
}
