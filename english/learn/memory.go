package learn

import (
	"math/rand/v2"

	"github.com/readout-project/readout/english/matrix"
)

// The share of a layer's results, and of the cells' own states on their way to
// the next word, that learning leaves out; the same cells for a whole sentence
// (Gal and Ghahramani 2016).
const (
	forgetBetween = .33
	forgetState   = .25
)

// memory is one layer of long short-term memory in both directions. The gates
// stand in the order input, forget, output, candidate.
type memory struct {
	in, cells int
	project   *dense        // input → gates of both directions, 8·cells
	recur     [2]*Parameter // state → gates, cells × 4·cells
	forward   [2]*matrix.Panels
	backward  [2]*matrix.Panels
}

func newMemory(rnd *rand.Rand, name string, in, cells int) *memory {
	m := &memory{in: in, cells: cells, project: newDense(rnd, name, in, 8*cells)}
	m.project.w.uniform(rnd, in, cells)
	for d := range 2 {
		m.recur[d] = newParameter(name+[2]string{" forward", " backward"}[d], cells, 4*cells).uniform(rnd, cells, cells)
		m.forward[d], m.backward[d] = &matrix.Panels{}, &matrix.Panels{}
		for i := range cells {
			m.project.b.W[d*4*cells+cells+i] = 1 // remember at first
		}
	}
	return m
}

func (m *memory) parameters() []*Parameter {
	return append(m.project.parameters(), m.recur[0], m.recur[1])
}

func (m *memory) pack() {
	m.project.pack()
	for d := range 2 {
		m.forward[d].Pack(m.recur[d].W, m.cells, 4*m.cells, 4*m.cells)
		m.backward[d].PackTransposed(m.recur[d].W, 4*m.cells, m.cells, 4*m.cells)
	}
}

// run is one worker's pass through a layer: what it needs for the way back.
type run struct {
	*memory
	x      []float32    // what came in
	z      []float32    // words × 8·cells: before the gates, then the gates themselves
	state  [2][]float32 // words × cells: the cells' inner states
	bent   [2][]float32 // their hyperbolic tangents
	before [2][]float32 // the results of the word before, as the recurrent product saw them
	h      []float32    // words × 2·cells: the results
	out    []float32    // the results, with a share forgotten
	held   []float32    // sentences × 2·cells: factor of each state on its way to the next word
	passed []float32    // sentences × 2·cells: factor of each result
	dz     []float32
	dx     []float32
	packed matrix.Panels
}

// masks draws for each sentence which cells are left out.
func masks(into []float32, n int, share float64, rnd *rand.Rand) []float32 {
	into = sized(into, n)
	for i := range into {
		if rnd == nil {
			into[i] = 1
		} else if rnd.Float64() >= share {
			into[i] = float32(1 / (1 - share))
		}
	}
	return into
}

// apply reads a pack. x has m.in numbers a word.
func (r *run) apply(p *pack, x []float32, rnd *rand.Rand) []float32 {
	n, c := p.Words(), r.cells
	r.x = x
	r.z = r.project.apply(r.z, x, n)
	r.h = sized(r.h, n*2*c)
	r.held = masks(r.held, len(p.sentences)*2*c, forgetState, rnd)
	r.passed = masks(r.passed, len(p.sentences)*2*c, forgetBetween, rnd)
	for d := range 2 {
		r.state[d], r.bent[d], r.before[d] = sized(r.state[d], n*c), sized(r.bent[d], n*c), sized(r.before[d], n*c)
		for i := range p.Steps() {
			r.step(p, d, i)
		}
	}
	r.out = sized(r.out, n*2*c)
	r.scale(p, r.out, r.h, r.passed)
	return r.out
}

// scale multiplies results by the factors of their sentence.
func (r *run) scale(p *pack, to, from, factors []float32) {
	w := 2 * r.cells
	for t := range p.Steps() {
		for s := range p.Count(t) {
			at := p.At(s, t) * w
			f := factors[s*w:][:w]
			a, b := to[at:][:w], from[at:][:w]
			for i := range a {
				a[i] = b[i] * f[i]
			}
		}
	}
}

// step does the i-th step of direction d for all sentences: word i, or i-th from
// the end of the longest.
func (r *run) step(p *pack, d, i int) {
	c := r.cells
	t, last, carried := p.Step(d, i)
	here := p.Count(t)
	for s := range carried {
		h := r.h[p.At(s, last)*2*c+d*c:][:c]
		b := r.before[d][p.At(s, t)*c:][:c]
		f := r.held[s*2*c+d*c:][:c]
		for k := range b {
			b[k] = h[k] * f[k]
		}
	}
	matrix.Add(r.z[p.At(0, t)*8*c+d*4*c:], 8*c, r.before[d][p.At(0, t)*c:], c, 1, carried, r.forward[d])
	for s := range here {
		at := p.At(s, t)
		z := r.z[at*8*c+d*4*c:][:4*c]
		in, keep, show, new := z[:c], z[c:2*c], z[2*c:3*c], z[3*c:]
		state, bent, h := r.state[d][at*c:][:c], r.bent[d][at*c:][:c], r.h[at*2*c+d*c:][:c]
		var old []float32
		if s < carried {
			old = r.state[d][p.At(s, last)*c:][:c]
		}
		gates := z[:3*c]
		for k := range gates {
			gates[k] *= .5
		}
		matrix.Tanh(z)
		for k := range gates { // the logistic function is tanh(z/2)/2 + 1/2
			gates[k] = gates[k]*.5 + .5
		}
		for k := range state {
			v := in[k] * new[k]
			if old != nil {
				v += keep[k] * old[k]
			}
			state[k] = v
		}
		copy(bent, state)
		matrix.Tanh(bent)
		for k := range h {
			h[k] = show[k] * bent[k]
		}
	}
}

// learn goes back: from the gradient of what apply returned it adds those of the
// weights and returns that of what came in. dout is changed.
func (r *run) learn(p *pack, dout []float32, g []*gradient) []float32 {
	n, c := p.Words(), r.cells
	r.scale(p, dout, dout, r.passed)
	r.dz = sized(r.dz, n*8*c)
	dstate := make([]float32, len(p.sentences)*c)
	dnext := make([]float32, len(p.sentences)*c)
	for d := range 2 {
		clear(dstate)
		for i := p.Steps() - 1; i >= 0; i-- {
			r.back(p, d, i, dout, dstate, dnext)
		}
		// The recurrent weights: all steps in one product.
		r.packed.Pack(r.dz[d*4*c:], n, 4*c, 8*c)
		matrix.Add(g[2+d].g, 4*c, r.before[d], 1, c, c, &r.packed)
	}
	r.dx = sized(r.dx, n*r.in)
	r.project.learn(r.dx, r.x, r.dz, n, g[:2], &r.packed)
	return r.dx
}

// back is the way back through step. dstate is the gradient of the inner states
// that the step after left; dnext is scratch.
func (r *run) back(p *pack, d, i int, dout, dstate, dnext []float32) {
	c := r.cells
	t, last, carried := p.Step(d, i)
	here := p.Count(t)
	// What the step after wants of this step's results.
	clear(dnext[:here*c])
	if i < p.Steps()-1 {
		next, _, after := p.Step(d, i+1)
		matrix.Add(dnext, c, r.dz[p.At(0, next)*8*c+d*4*c:], 8*c, 1, after, r.backward[d])
	}
	for s := range here {
		at := p.At(s, t)
		z, dz := r.z[at*8*c+d*4*c:][:4*c], r.dz[at*8*c+d*4*c:][:4*c]
		bent, dh := r.bent[d][at*c:][:c], dout[at*2*c+d*c:][:c]
		var old []float32
		if s < carried {
			old = r.state[d][p.At(s, last)*c:][:c]
		}
		f, ds, dn := r.held[s*2*c+d*c:][:c], dstate[s*c:][:c], dnext[s*c:][:c]
		for k := range bent {
			in, keep, show, new := z[k], z[c+k], z[2*c+k], z[3*c+k]
			dhk := dh[k] + dn[k]*f[k]
			dc := ds[k] + dhk*show*(1-bent[k]*bent[k])
			dz[k] = dc * new * in * (1 - in)
			dz[2*c+k] = dhk * bent[k] * show * (1 - show)
			dz[3*c+k] = dc * in * (1 - new*new)
			if old != nil {
				dz[c+k] = dc * old[k] * keep * (1 - keep)
				ds[k] = dc * keep
			} else {
				ds[k] = 0
			}
		}
	}
}
