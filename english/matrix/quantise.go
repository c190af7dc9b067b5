package matrix

// Quantise writes src to dst, which is as long, as whole numbers of at most Limit
// in units of the scale it returns: the largest magnitude divided by Limit. Each
// is the nearest whole number to src/scale, the even one of two. Where all is zero
// (or too small for a normal scale) the scale is 1. A value that is no number
// counts as zero, an infinite one as the largest.
func Quantise(dst []int16, src []float32) (scale float32) {
	return quantise(fastestVector(), dst, src, -Limit)
}

// Rectify is Quantise of max(0, v) for each v of src.
func Rectify(dst []int16, src []float32) (scale float32) {
	return quantise(fastestVector(), dst, src, 0)
}

const (
	largestFloat   = 0x1.fffffep127
	smallestNormal = 0x1p-126
	// roundToEven, added and taken away again, rounds a float32 below 2²² to the
	// nearest whole number, the even one of two.
	roundToEven = 0x1.8p23
)

// quantise takes a path; low is the smallest number it may write, -Limit or 0.
func quantise(by path, dst []int16, src []float32, low float32) float32 {
	dst = dst[:len(src)]
	var m float32
	if by == portable {
		m = largest(0, src, low)
	} else {
		m = largestFast(src, low)
	}
	scale := min(m, largestFloat) / Limit
	if scale < smallestNormal {
		// Below the normal numbers the quotients would lose their precision.
		scale = 1
	}
	if by == portable {
		divide(dst, src, scale, low)
	} else {
		divideFast(dst, src, scale, low)
	}
	return scale
}

// largest returns the largest magnitude of src and m, or where low is not negative
// their largest value.
func largest(m float32, src []float32, low float32) float32 {
	for _, v := range src {
		if low < 0 && v < 0 {
			v = -v
		}
		if v > m { // false where v is no number
			m = v
		}
	}
	return m
}

// divide writes the rounded quotients.
func divide(dst []int16, src []float32, scale, low float32) {
	for i, v := range src {
		q := v / scale
		if q != q {
			q = 0
		}
		q = min(max(q, low), Limit)
		dst[i] = int16((q + roundToEven) - roundToEven)
	}
}
