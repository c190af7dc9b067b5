package learn

import "math"

// exp is e^x to about seven digits for the range that scores use, several times
// as fast as math.Exp.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	if x > 80 {
		x = 80
	}
	// e^x = 2^n · e^r with |r| ≤ ln2/2.
	n := float32(math.Floor(float64(x*1.44269504 + .5)))
	r := x - n*.693359375 + n*2.12194440e-4
	p := float32(1.9875691500e-4)
	p = p*r + 1.3981999507e-3
	p = p*r + 8.3334519073e-3
	p = p*r + 4.1665795894e-2
	p = p*r + 1.6666665459e-1
	p = p*r + .5
	p = p*r*r + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}
