package matrix

// Cell moves the state of a long short-term memory by one step, for one sentence
// in one direction. The gates' pre-activations are x + r: x from the input, with
// the biases, and r from the output of the step before. Both hold the input gate,
// the forget gate, the output gate and the candidate, each as long as the state c.
// The output goes to h in units of 1/Limit. At the start of a sentence c and r are
// zero.
func Cell(x, r, c []float32, h []int16) {
	cell(fastestCell(), x, r, c, h)
}

func cell(by path, x, r, c []float32, h []int16) {
	n := len(c)
	x, r, h = x[:4*n], r[:4*n], h[:n]
	if by == portable {
		cellGo(x, r, c, h, 0)
		return
	}
	cellFast(by, x, r, c, h)
}

// cellGo is the portable form, from one element of the state on. Each step is
// rounded on its own: the conversions keep a compiler from fusing them.
func cellGo(x, r, c []float32, h []int16, from int) {
	n := len(c)
	for j := from; j < n; j++ {
		input := sigmoid(x[j] + r[j])
		forget := sigmoid(x[n+j] + r[n+j])
		output := sigmoid(x[2*n+j] + r[2*n+j])
		candidate := tanh(x[3*n+j] + r[3*n+j])
		c[j] = float32(forget*c[j]) + float32(input*candidate)
		// The product is below 2²², so that adding roundToEven rounds it.
		h[j] = int16((float32(float32(output*tanh(c[j]))*Limit) + roundToEven) - roundToEven)
	}
}

// Tanh replaces values by their hyperbolic tangents.
func Tanh(v []float32) { tanhFast(v) }

func tanhGo(v []float32) {
	for i, z := range v {
		v[i] = tanh(z)
	}
}

// The hyperbolic tangent is z·p(z²)/q(z²) between -8 and 8, the coefficients
// nearest in the largest error (2e-7 in float32) at those degrees, found by
// reweighted least squares; beyond, it is as at 8, where 2e-7 is left to 1.
const (
	tanhEnd = 8

	tanhP0 = 0.99999937
	tanhP1 = 0.12913797
	tanhP2 = 0.0029389778
	tanhP3 = 1.1311508e-05

	tanhQ0 = 1
	tanhQ1 = 0.46246898
	tanhQ2 = 0.023764485
	tanhQ3 = 0.00023704765
	tanhQ4 = 2.4241897e-07
)

func tanh(z float32) float32 {
	if !(z < tanhEnd) { // also where z is no number
		z = tanhEnd
	}
	if !(z > -tanhEnd) {
		z = -tanhEnd
	}
	s := float32(z * z)
	p := float32(s*tanhP3) + tanhP2
	p = float32(p*s) + tanhP1
	p = float32(p*s) + tanhP0
	q := float32(s*tanhQ4) + tanhQ3
	q = float32(q*s) + tanhQ2
	q = float32(q*s) + tanhQ1
	q = float32(q*s) + tanhQ0
	return float32(p*z) / q
}

func sigmoid(z float32) float32 {
	return float32(tanh(z*.5)*.5) + .5
}
