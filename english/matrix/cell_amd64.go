package matrix

// cellCoefficients are the constants of the assembly, in the order it reads them.
var cellCoefficients = [...]float32{
	tanhEnd, -tanhEnd,
	tanhP0, tanhP1, tanhP2, tanhP3,
	tanhQ0, tanhQ1, tanhQ2, tanhQ3, tanhQ4,
	.5, Limit,
}

// cellAVX2 is cellGo for n elements, a positive multiple of eight, of a state
// whose gates lie gate elements apart.
//
//go:noescape
func cellAVX2(x, r, c *float32, h *int16, n, gate int, coefficients *float32)

// cellAVX512 is cellAVX2 for a positive multiple of sixteen.
//
//go:noescape
func cellAVX512(x, r, c *float32, h *int16, n, gate int, coefficients *float32)

func fastestCell() path {
	if hasAVX512 {
		return avx512
	}
	return fastestVector()
}

// cellFast leaves to each narrower kernel what the wider one cannot take.
func cellFast(by path, x, r, c []float32, h []int16) {
	done := 0
	if n := len(c) &^ 15; by == avx512 && n > 0 {
		cellAVX512(&x[0], &r[0], &c[0], &h[0], n, len(c), &cellCoefficients[0])
		done = n
	}
	if n := (len(c) - done) &^ 7; n > 0 {
		cellAVX2(&x[done], &r[done], &c[done], &h[done], n, len(c), &cellCoefficients[0])
		done += n
	}
	cellGo(x, r, c, h, done)
}

// tanhAVX2 replaces n values, a positive multiple of eight.
//
//go:noescape
func tanhAVX2(v *float32, n int, coefficients *float32)

func tanhFast(v []float32) {
	done := 0
	if n := len(v) &^ 7; hasAVX2 && n > 0 {
		tanhAVX2(&v[0], n, &cellCoefficients[0])
		done = n
	}
	tanhGo(v[done:])
}
