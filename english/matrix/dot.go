package matrix

// Dot returns the sum of the products of the elements of a and b, which are
// equally long.
func Dot(a, b []float32) float32 {
	if len(a) == 0 {
		return 0
	}
	return dot(a, b[:len(a)])
}

// AddScaled adds s times src to dst, which is as long.
func AddScaled(dst, src []float32, s float32) {
	if len(dst) > 0 {
		addScaled(dst, src[:len(dst)], s)
	}
}

// AddCrossed adds s times out to grad and then s times in to out: one step down
// the gradient of a product in·out, in one walk through memory. The three are
// equally long and do not overlap.
func AddCrossed(grad, out, in []float32, s float32) {
	if len(grad) > 0 {
		addCrossed(grad, out[:len(grad)], in[:len(grad)], s)
	}
}

func dotGo(a, b []float32) float32 {
	var sum float32
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

func addScaledGo(dst, src []float32, s float32) {
	for i, v := range src {
		dst[i] += s * v
	}
}

func addCrossedGo(grad, out, in []float32, s float32) {
	for i, v := range out {
		grad[i] += s * v
		out[i] = v + s*in[i]
	}
}
