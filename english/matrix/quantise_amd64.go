package matrix

// largestAVX2 is largest for n values, a positive multiple of eight, each with the
// bits of mask alone.
//
//go:noescape
func largestAVX2(src *float32, n int, mask uint32) float32

// divideAVX2 is divide for n values, a positive multiple of eight.
//
//go:noescape
func divideAVX2(dst *int16, src *float32, n int, scale, low float32)

func fastestVector() path {
	if hasAVX2 {
		return avx2
	}
	return portable
}

func largestFast(src []float32, low float32) float32 {
	n := len(src) &^ 7
	var m float32
	if n > 0 {
		mask := uint32(1<<31 - 1) // without the sign: the magnitude
		if low >= 0 {
			mask = 1<<32 - 1
		}
		m = largestAVX2(&src[0], n, mask)
	}
	return largest(m, src[n:], low)
}

func divideFast(dst []int16, src []float32, scale, low float32) {
	n := len(src) &^ 7
	if n > 0 {
		divideAVX2(&dst[0], &src[0], n, scale, low)
	}
	divide(dst[n:], src[n:], scale, low)
}
