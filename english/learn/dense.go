package learn

import (
	"math/rand/v2"

	"github.com/readout-project/readout/english/matrix"
)

// dense is a matrix with an offset: y = x·W + b.
type dense struct {
	w, b     *Parameter
	in, out  int
	forward  *matrix.Panels // W, packed once a batch and shared by the workers
	backward *matrix.Panels // its transpose
}

func newDense(rnd *rand.Rand, name string, in, out int) *dense {
	return &dense{
		w: newParameter(name, in, out).uniform(rnd, in, out), b: newParameter(name+" offset", 1, out),
		in: in, out: out, forward: &matrix.Panels{}, backward: &matrix.Panels{},
	}
}

func (d *dense) parameters() []*Parameter { return []*Parameter{d.w, d.b} }

// pack takes over the weights as they are now.
func (d *dense) pack() {
	d.forward.Pack(d.w.W, d.in, d.out, d.out)
	d.backward.PackTransposed(d.w.W, d.out, d.in, d.out)
}

// apply returns y for n rows of x, in the memory of y.
func (d *dense) apply(y, x []float32, n int) []float32 {
	y = sized(y, n*d.out)
	for i := range n {
		copy(y[i*d.out:], d.b.W)
	}
	matrix.Add(y, d.out, x, d.in, 1, n, d.forward)
	return y
}

// learn adds the gradient of the weights, given that of y (dy), and that of x to dx.
func (d *dense) learn(dx, x, dy []float32, n int, g []*gradient, scratch *matrix.Panels) {
	scratch.Pack(dy, n, d.out, d.out)
	matrix.Add(g[0].g, d.out, x, 1, d.in, d.in, scratch)
	for i := range n {
		addTo(g[1].g, dy[i*d.out:])
	}
	if dx != nil {
		matrix.Add(dx, d.in, dy, d.out, 1, n, d.backward)
	}
}
