package learn

import (
	"math/rand/v2"
	"testing"

	"github.com/readout-project/readout/english/network"
)

// BenchmarkLearn measures one worker's way through a batch and back, with the
// sizes of the shipped network.
func BenchmarkLearn(b *testing.B) {
	rnd := rand.New(rand.NewPCG(1, 1))
	_, examples := small(rnd)
	const words, tags, labels = 1000, 94, 50
	keys := make([]uint64, words)
	for i := range keys {
		keys[i] = uint64(i + 1)
	}
	vectors := make([]float32, (words+1)*network.TableWidth(network.TableWord))
	m := NewModel(rnd, network.Shipped, network.NewVocabulary(keys), tags, labels, vectors, make([]int, words+1))
	var batch []*Example
	for range 14 {
		e := &Example{}
		for i := range 25 {
			e.Rows = append(e.Rows, examples[3].Rows[i%7])
			e.Heads, e.Labels, e.Tags = append(e.Heads, int32(i-1)), append(e.Labels, int32(i)), append(e.Tags, int32(i))
		}
		batch = append(batch, e)
	}
	var g []*gradient
	for _, q := range m.parameters() {
		g = append(g, newGradient(q))
	}
	m.pack()
	p := newPass(m)
	n := 0
	for b.Loop() {
		k := newPack(batch)
		p.learn(&k, k.Words(), g, rnd)
		n += k.Words()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
