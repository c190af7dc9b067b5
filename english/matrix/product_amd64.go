package matrix

//go:noescape
func rows6(c *float32, stride int, a *float32, down int, right int, b *float32, n int)

//go:noescape
func rows2(c *float32, stride int, a *float32, down int, right int, b *float32, n int)

//go:noescape
func rows1(c *float32, stride int, a *float32, down int, right int, b *float32, n int)

// tile adds m rows of a times one panel of b to sixteen columns of c.
func tile(c []float32, stride int, a []float32, down, right, m int, b []float32) {
	if !hasAVX2 || !hasFMA {
		tileGo(c, stride, a, down, right, m, b)
		return
	}
	n := len(b) / panel
	i := 0
	for ; i+6 <= m; i += 6 {
		rows6(&c[i*stride], stride, &a[i*down], down, right, &b[0], n)
	}
	for ; i+2 <= m; i += 2 {
		rows2(&c[i*stride], stride, &a[i*down], down, right, &b[0], n)
	}
	if i < m {
		rows1(&c[i*stride], stride, &a[i*down], down, right, &b[0], n)
	}
}
