package learn

import (
	"fmt"
	"math/rand/v2"

	"github.com/readout-project/readout/english/network"
)

const (
	// forgetInput is the share of what goes into the first layer that is left out.
	forgetInput = .25
	// A word is taken for an unknown one with probability unknown/(unknown+times
	// seen), so that the row of unknown words learns what rare words are like.
	unknown = .25
)

// inputs are the tables of words. A word's row in the first is the sum of what
// plain text taught, which stays as it is, and of what the trees teach.
type inputs struct {
	tables  [network.Tables]*Parameter
	vectors []float32 // of the words, by their numbers; not learnt here
	seen    []int     // how often the examples have each word

	x     []float32 // words × Width
	taken []network.Row
	kept  []bool // whether each number of x was left in
}

func newInputs(rnd *rand.Rand, words, tags int, vectors []float32, seen []int) *inputs {
	in := &inputs{vectors: vectors, seen: seen}
	for t := range in.tables {
		rows, cols := network.TableRows(t, words, tags), network.TableWidth(t)
		p := newParameter(fmt.Sprintf("table %d", t), rows, cols)
		p.Sparse = true
		if t != network.TableWord {
			p.normal(rnd, .3)
		}
		in.tables[t] = p
	}
	return in
}

// worker returns inputs that share the tables but have memory of their own.
func (in *inputs) worker() *inputs {
	return &inputs{tables: in.tables, vectors: in.vectors, seen: in.seen}
}

// read looks up the words of a pack. With rnd it forgets some of it, as learning
// demands.
func (in *inputs) read(p *pack, rnd *rand.Rand) []float32 {
	n := p.Words()
	in.x = sized(in.x, n*network.Width)
	if cap(in.taken) < n {
		in.taken = make([]network.Row, n)
	}
	in.taken = in.taken[:n]
	for s, e := range p.sentences {
		for t, row := range e.Rows {
			at := p.At(s, t)
			if rnd != nil {
				w := row[network.TableWord]
				if rnd.Float64() < unknown/(unknown+float64(in.seen[w])) {
					// Half the time only what the trees taught of it is forgotten: that is
					// what a word looks like that plain text has and the trees have not.
					row[network.TableWord] = -w
					if rnd.Float64() < .5 {
						row[network.TableWord] = 0
					}
				}
			}
			in.taken[at] = row
			in.look(row, in.x[at*network.Width:][:network.Width])
		}
	}
	if rnd == nil {
		return in.x
	}
	in.kept = forget(in.x, in.kept, forgetInput, rnd)
	return in.x
}

func (in *inputs) look(row network.Row, x []float32) {
	at := 0
	for t, p := range in.tables {
		r := row[t]
		if t == network.TableWord {
			v := x[:p.Cols]
			if r != 0 {
				copy(v, in.vectors[int(max(r, -r))*p.Cols:])
			}
			if r >= 0 {
				addTo(v, p.W[int(r)*p.Cols:])
			}
		} else {
			copy(x[at:at+p.Cols], p.W[int(r)*p.Cols:])
		}
		at += p.Cols
	}
}

// learn adds the gradient d of what read returned to that of the tables.
func (in *inputs) learn(d []float32, g []*gradient) {
	restrain(d, in.kept, forgetInput)
	for i, row := range in.taken {
		from := d[i*network.Width:][:network.Width]
		for t, p := range in.tables {
			part := from[:p.Cols]
			from = from[p.Cols:]
			if row[t] < 0 {
				continue
			}
			addTo(g[t].row(row[t], p.Cols), part)
		}
	}
}

// forget sets a share of the numbers to 0 and scales the others up; kept says
// which stayed.
func forget(x []float32, kept []bool, share float64, rnd *rand.Rand) []bool {
	if cap(kept) < len(x) {
		kept = make([]bool, len(x))
	}
	kept = kept[:len(x)]
	edge, up := uint16(share*(1<<16)), float32(1/(1-share))
	var bits uint64
	for i := range x {
		if i%4 == 0 {
			bits = rnd.Uint64()
		}
		kept[i] = uint16(bits) >= edge
		bits >>= 16
		if kept[i] {
			x[i] *= up
		} else {
			x[i] = 0
		}
	}
	return kept
}

// restrain is the way back through forget.
func restrain(d []float32, kept []bool, share float64) {
	up := float32(1 / (1 - share))
	for i := range d {
		if kept[i] {
			d[i] *= up
		} else {
			d[i] = 0
		}
	}
}
