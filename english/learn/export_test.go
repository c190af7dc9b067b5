package learn

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/readout-project/readout/english/network"
)

// What the file's reader computes in whole numbers must be near what the model
// computes: the same scores of arcs but for rounding.
func TestFileKeepsScores(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 1))
	m, examples := small(rnd)
	relations := []string{"nsubj", "obj", "obl", "det", "case", "conj", "cc", "punct", "amod"}
	n, err := network.Load(m.Append(nil, relations))
	if err != nil {
		t.Fatal(err)
	}
	var sentences [][]network.Row
	for _, e := range examples {
		sentences = append(sentences, e.Rows)
	}
	r := n.NewReader()
	r.Read(sentences)
	m.pack()
	p := newPass(m)
	for i, e := range examples {
		k := newPack([]*Example{e})
		p.forward(&k, nil)
		want := p.score(&k, 0)
		got := r.Arcs(i)
		words := len(e.Rows)
		var off, size float64
		for a := range words {
			for h := range words + 1 {
				x, y := float64(want.scores[a*want.padded+h]), float64(got[a*(words+1)+h])
				off += (x - y) * (x - y)
				size += x * x
			}
		}
		if math.Sqrt(off) > .05*math.Sqrt(size) {
			t.Errorf("%d words: scores are off by %.3f of %.3f", words, math.Sqrt(off), math.Sqrt(size))
		}
	}
}

// A file cut off anywhere is an error and not a panic.
func TestDamagedFile(t *testing.T) {
	m, _ := small(rand.New(rand.NewPCG(4, 1)))
	b := m.Append(nil, []string{"nsubj", "obj", "obl", "det", "case", "conj", "cc", "punct", "amod"})
	for _, n := range []int{0, 3, 24, 40, 1000, len(b) / 2, len(b) - 1} {
		if _, err := network.Load(b[:n]); err == nil {
			t.Errorf("%d of %d bytes were taken for a network", n, len(b))
		}
	}
	if _, err := network.Load(append(b, 0)); err == nil {
		t.Error("a byte too many was not noticed")
	}
}

// A trainer that was stopped and taken up again ends where one ends that was not.
func TestResume(t *testing.T) {
	full := trained(t, func(tr *Trainer) *Trainer { return tr })
	resumed := trained(t, func(tr *Trainer) *Trainer {
		m, _ := small(rand.New(rand.NewPCG(9, 9)))
		fresh := &Trainer{Model: m, Passes: tr.Passes, Seed: tr.Seed}
		if err := fresh.Restore(tr.Append(nil)); err != nil {
			t.Fatal(err)
		}
		return fresh
	})
	for i, p := range full.Model.parameters() {
		q := resumed.Model.parameters()[i]
		for j := range p.W {
			if math.Float32bits(p.W[j]) != math.Float32bits(q.W[j]) {
				t.Fatalf("%s differs", p.Name)
			}
		}
	}
}

// trained trains for four passes, with a stop after each.
func trained(t *testing.T, stop func(*Trainer) *Trainer) *Trainer {
	t.Helper()
	m, examples := small(rand.New(rand.NewPCG(9, 9)))
	tr := &Trainer{Model: m, Passes: 4, Seed: 7}
	for tr.Done < tr.Passes {
		if err := tr.Pass(t.Context(), examples, func(string) {}); err != nil {
			t.Fatal(err)
		}
		tr = stop(tr)
	}
	return tr
}

// The scores of a network of fixed weights must be the same to the bit on every
// processor: what a report gives may not depend on the machine.
func TestScoresAreTheSameEverywhere(t *testing.T) {
	const want = 0x46da46e3dd576234
	rnd := rand.New(rand.NewPCG(11, 1))
	m, examples := small(rnd)
	for _, p := range m.parameters() {
		for i := range p.W { // exact in any arithmetic
			p.W[i] = float32(rnd.IntN(255)-127) / 256
		}
	}
	for i := range m.in.vectors {
		m.in.vectors[i] = float32(rnd.IntN(255)-127) / 256
	}
	n, err := network.Load(m.Append(nil, []string{"nsubj", "obj", "obl", "det", "case", "conj", "cc", "punct", "amod"}))
	if err != nil {
		t.Fatal(err)
	}
	var sentences [][]network.Row
	for _, e := range examples {
		sentences = append(sentences, e.Rows)
	}
	r := n.NewReader()
	r.Read(sentences)
	h := fnv.New64a()
	for i := range sentences {
		for _, x := range r.Arcs(i) {
			binary.Write(h, binary.LittleEndian, math.Float32bits(x))
		}
	}
	if got := h.Sum64(); got != want {
		t.Errorf("scores hash to %#x, want %#x", got, uint64(want))
	}
}
