package learn

import (
	"math"
	"math/rand/v2"
)

// Parameter is one matrix that is learnt, Rows × Cols in row-major order, with
// the sums that Adam keeps.
type Parameter struct {
	Name       string
	Rows, Cols int
	W          []float32
	// Sparse parameters are tables of which a batch touches few rows: only those
	// rows are moved, as if the others had not been asked.
	Sparse bool

	mean, square []float32 // running means of the gradient and of its square
}

func newParameter(name string, rows, cols int) *Parameter {
	n := rows * cols
	return &Parameter{Name: name, Rows: rows, Cols: cols, W: make([]float32, n), mean: make([]float32, n), square: make([]float32, n)}
}

// uniform draws the weights so that the spread of what goes through stays the
// same (Glorot and Bengio 2010).
func (p *Parameter) uniform(rnd *rand.Rand, in, out int) *Parameter {
	bound := math.Sqrt(6 / float64(in+out))
	for i := range p.W {
		p.W[i] = float32((2*rnd.Float64() - 1) * bound)
	}
	return p
}

// normal draws the weights around 0.
func (p *Parameter) normal(rnd *rand.Rand, deviation float64) *Parameter {
	for i := range p.W {
		p.W[i] = float32(rnd.NormFloat64() * deviation)
	}
	return p
}

// gradient is what one worker has found for one parameter in one batch.
type gradient struct {
	g       []float32
	touched []int32 // rows, for sparse parameters
	marked  []bool
}

func newGradient(p *Parameter) *gradient {
	g := &gradient{g: make([]float32, len(p.W))}
	if p.Sparse {
		g.marked = make([]bool, p.Rows)
	}
	return g
}

// row returns the gradient of a row of a table and remembers that it was touched.
func (g *gradient) row(i int32, cols int) []float32 {
	if !g.marked[i] {
		g.marked[i] = true
		g.touched = append(g.touched, i)
	}
	return g.g[int(i)*cols:][:cols]
}

// Adam's settings: METHODS of the field for this parser (Dozat and Manning 2017),
// with the longer memory of Kingma and Ba 2015 shortened, since updates are few.
const (
	keepMean   = .9
	keepSquare = .98
	tiny       = 1e-8
	longest    = 5 // the gradient is cut to this length
)

// step moves the weights of all parameters by what the workers found. rate is
// Adam's step size, steps how many were taken before.
func step(ps []*Parameter, found [][]*gradient, rate float64, steps int) {
	scale := float32(1)
	if n := math.Sqrt(gather(ps, found)); n > longest {
		scale = float32(longest / n)
	}
	t := float64(steps + 1)
	rate *= math.Sqrt(1-math.Pow(keepSquare, t)) / (1 - math.Pow(keepMean, t))
	inParts(len(ps), func(i int) {
		p, g := ps[i], found[0][i]
		if !p.Sparse {
			adam(p.W, g.g, p.mean, p.square, scale, float32(rate))
			return
		}
		for _, r := range g.touched {
			from, to := int(r)*p.Cols, int(r+1)*p.Cols
			adam(p.W[from:to], g.g[from:to], p.mean[from:to], p.square[from:to], scale, float32(rate))
			g.marked[r] = false
		}
		g.touched = g.touched[:0]
	})
}

// gather adds the gradients of all workers into those of the first, in the order
// of the workers, and returns the squared length of the whole.
func gather(ps []*Parameter, found [][]*gradient) float64 {
	lengths := make([]float64, len(ps))
	inParts(len(ps), func(i int) {
		p, sum := ps[i], found[0][i]
		for _, other := range found[1:] {
			o := other[i]
			if !p.Sparse {
				addTo(sum.g, o.g)
				clear(o.g)
				continue
			}
			for _, r := range o.touched {
				from := o.g[int(r)*p.Cols:][:p.Cols]
				addTo(sum.row(r, p.Cols), from)
				clear(from)
				o.marked[r] = false
			}
			o.touched = o.touched[:0]
		}
		if !p.Sparse {
			lengths[i] = squared(sum.g)
			return
		}
		for _, r := range sum.touched {
			lengths[i] += squared(sum.g[int(r)*p.Cols:][:p.Cols])
		}
	})
	total := 0.0
	for _, l := range lengths {
		total += l
	}
	return total
}

func addTo(sum, v []float32) {
	v = v[:len(sum)]
	for i := range sum {
		sum[i] += v[i]
	}
}

func squared(v []float32) float64 {
	var a, b float32
	total := 0.0
	for len(v) >= 256 {
		a, b = 0, 0
		for i := 0; i < 256; i += 2 {
			a += v[i] * v[i]
			b += v[i+1] * v[i+1]
		}
		total += float64(a + b)
		v = v[256:]
	}
	for _, x := range v {
		total += float64(x) * float64(x)
	}
	return total
}

// adam moves weights and clears their gradient.
func adam(w, g, mean, square []float32, scale, rate float32) {
	g, mean, square = g[:len(w)], mean[:len(w)], square[:len(w)]
	for i := range w {
		d := g[i] * scale
		m := mean[i] + (1-keepMean)*(d-mean[i])
		s := square[i] + (1-keepSquare)*(d*d-square[i])
		mean[i], square[i], g[i] = m, s, 0
		w[i] -= rate * m / (float32(math.Sqrt(float64(s))) + tiny)
	}
}
