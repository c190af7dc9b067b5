package network

import (
	"github.com/readout-project/readout/english/matrix"
)

// Reader reads sentences with a network. It holds memory that is used again and
// must not be shared between goroutines.
type Reader struct {
	n        *Network
	layout   Layout
	place    []int // of each sentence in the layout
	lengths  []int
	x, h     []int16 // what comes into a layer, what goes out
	z, r     []float32
	cells    []float32
	state    []int16
	none     []float32 // zeros: the recurrent part where a direction begins
	tags     []float32 // scores of tags
	pairs    []float32
	heads    matrix.Weights
	gathered []int16
	scales   []float32
	turned   []float32
	scores   []float32
	hidden   []int16
	labels   []float32
}

// NewReader returns a reader.
func (n *Network) NewReader() *Reader { return &Reader{n: n, none: make([]float32, 4*n.Sizes.Hidden)} }

// stateUnit is what 1 is worth in a state: states lie between -1 and 1.
const stateUnit = 1. / matrix.Limit

// Read runs the layers over sentences, a run of rows each; what it finds is asked
// for by Tag, Arcs and Label until the next Read. The result for a sentence does
// not depend on the others.
func (r *Reader) Read(sentences [][]Row) {
	n := r.n
	r.lengths = r.lengths[:0]
	for _, s := range sentences {
		r.lengths = append(r.lengths, len(s))
	}
	r.layout.Set(r.lengths)
	r.place = resized(r.place, len(sentences))
	words := r.layout.Words()
	r.x = resized(r.x, words*Width)
	for s, number := range r.layout.Order {
		r.place[number] = s
		for t := range sentences[number] {
			n.look(&sentences[number][t], r.x[r.layout.At(s, t)*Width:][:Width])
		}
	}
	unit := n.unit
	for i := range n.layers {
		r.layer(&n.layers[i], unit)
		unit = stateUnit
		r.x, r.h = r.h, r.x
		if i == 0 {
			r.tags = n.tags.apply(r.tags, r.x, unit, words)
		}
	}
	r.pairs = n.pairs.apply(r.pairs, r.x, unit, words)
}

func (n *Network) look(row *Row, x []int16) {
	at := 0
	for t, w := range widths {
		copy(x[at:at+w], n.tables[t][int(row[t])*w:])
		at += w
	}
}

// layer reads x and writes h: the states of both directions side by side.
func (r *Reader) layer(l *layer, unit float32) {
	c, words := r.n.Sizes.Hidden, r.layout.Words()
	r.z = l.project.apply(r.z, r.x, unit, words)
	r.h = resized(r.h, words*2*c)
	n := len(r.layout.Order)
	r.cells, r.state, r.r = resized(r.cells, n*c), resized(r.state, n*c), resized(r.r, n*4*c)
	for d := range 2 {
		clear(r.cells)
		for i := range r.layout.Steps() {
			t, _, carried := r.layout.Step(d, i)
			l.recur[d].Multiply(r.r, r.state, stateUnit, carried, nil)
			for s := range r.layout.Count(t) {
				before := r.none
				if s < carried {
					before = r.r[s*4*c:][:4*c]
				}
				at := r.layout.At(s, t)
				state := r.state[s*c:][:c]
				matrix.Cell(r.z[at*8*c+d*4*c:][:4*c], before, r.cells[s*c:][:c], state)
				copy(r.h[at*2*c+d*c:], state)
			}
		}
	}
}

// Tag returns the number of the best tag of word t of sentence s.
func (r *Reader) Tag(s, t int) int {
	return top(r.tags[r.layout.At(r.place[s], t)*r.n.tags.w.Outputs:][:r.n.tags.w.Outputs])
}

// top returns the place of the greatest number, the first such.
func top(v []float32) int {
	at := 0
	for i, x := range v {
		if x > v[at] {
			at = i
		}
	}
	return at
}

// Arcs returns the scores of heads in sentence s, n words with n+1 numbers each:
// how likely each word is its head, and last the root. They are valid until the
// next call.
func (r *Reader) Arcs(s int) []float32 {
	n, a := r.lengths[s], r.n.Sizes.Arc
	r.gathered, r.scales = resized(r.gathered, (n+1)*a), resized(r.scales, n+1)
	r.gather(s, a)
	copy(r.gathered[n*a:], r.n.root)
	r.scales[n] = r.n.rootScale
	if err := r.heads.Pack(n+1, a, r.gathered, r.scales); err != nil {
		panic(err) // the sizes are those of the network, checked when it was loaded
	}
	r.gather(s, 0)
	r.turned = r.n.arcs.applyRows(r.turned, r.gathered, r.scales, n)
	for i := range n {
		r.scales[i] = matrix.Quantise(r.gathered[i*a:(i+1)*a], r.turned[i*a:(i+1)*a])
	}
	r.scores = resized(r.scores, n*(n+1))
	r.heads.MultiplyRows(r.scores, r.gathered, r.scales, n, nil)
	return r.scores
}

// gather copies the words of a sentence as dependents (column 0) or heads.
func (r *Reader) gather(s, column int) {
	a, w := r.n.Sizes.Arc, r.n.pairs.w.Outputs
	for t := range r.lengths[s] {
		from := r.pairs[r.layout.At(r.place[s], t)*w+column:][:a]
		r.scales[t] = matrix.Rectify(r.gathered[t*a:(t+1)*a], from)
	}
}

// Labels writes the number of the best relation of each word of sentence s to its
// head. The number for the root means nothing.
func (r *Reader) Labels(s int, heads, labels []int32) {
	n, c := r.lengths[s], r.n.Sizes.Label
	w, from := r.n.pairs.w.Outputs, 2*r.n.Sizes.Arc
	r.hidden, r.scales, r.turned = resized(r.hidden, n*c), resized(r.scales, n), resized(r.turned, c)
	for t, h := range heads {
		d := r.pairs[r.layout.At(r.place[s], t)*w+from:][:c]
		copy(r.turned, d)
		if h >= 0 {
			for i, v := range r.pairs[r.layout.At(r.place[s], int(h))*w+from+c:][:c] {
				r.turned[i] += v
			}
		}
		r.scales[t] = matrix.Rectify(r.hidden[t*c:(t+1)*c], r.turned)
	}
	r.labels = r.n.labels.applyRows(r.labels, r.hidden, r.scales, n)
	for t := range heads {
		labels[t] = int32(top(r.labels[t*len(r.n.Relations):][:len(r.n.Relations)]))
	}
}
