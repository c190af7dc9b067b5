//go:build !amd64

package matrix

// tile adds m rows of a times one panel of b to sixteen columns of c.
func tile(c []float32, stride int, a []float32, down, right, m int, b []float32) {
	tileGo(c, stride, a, down, right, m, b)
}
