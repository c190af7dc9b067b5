package learn

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/readout-project/readout/english/network"
)

// small is a network of few cells and sentences drawn at random.
func small(rnd *rand.Rand) (*Model, []*Example) {
	const words, tags, labels = 40, 7, 9
	keys := make([]uint64, words)
	for i := range keys {
		keys[i] = uint64(i + 1)
	}
	vectors := make([]float32, (words+1)*network.TableWidth(network.TableWord))
	for i := range vectors {
		vectors[i] = float32(rnd.NormFloat64() * .5)
	}
	sizes := network.Sizes{Layers: 2, Hidden: 16, Arc: 16, Label: 16}
	m := NewModel(rnd, sizes, network.NewVocabulary(keys), tags, labels, vectors, make([]int, words+1))
	var out []*Example
	for _, n := range []int{1, 4, 4, 7} {
		e := &Example{}
		for i := range n {
			var r network.Row
			for t := range r {
				r[t] = int32(rnd.IntN(min(network.TableRows(t, words, tags), 20)))
			}
			e.Rows = append(e.Rows, r)
			e.Heads = append(e.Heads, int32(i-1))
			e.Labels = append(e.Labels, int32(rnd.IntN(labels)))
			e.Tags = append(e.Tags, int32(rnd.IntN(tags)))
		}
		out = append(out, e)
	}
	return m, out
}

// The gradient must be the slope of the loss: for every parameter, a small step
// along its gradient must change the loss by what the gradient says.
func TestGradient(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 1))
	m, examples := small(rnd)
	ps := m.parameters()
	p := newPass(m)
	of := func() (float64, []*gradient) {
		var g []*gradient
		for _, q := range ps {
			g = append(g, newGradient(q))
		}
		m.pack()
		k := newPack(examples)
		l := p.learn(&k, 1, g, rand.New(rand.NewPCG(5, 5))) // the same is forgotten each time
		return l.arcs + l.labels + tagShare*l.tags, g
	}
	_, g := of()
	for i, q := range ps {
		length := math.Sqrt(squared(g[i].g))
		if length == 0 {
			t.Errorf("%s: no gradient", q.Name)
			continue
		}
		// Far enough that float32 shows a difference, near enough that few results
		// are cut at 0 on the way.
		h := min(.02/length, .02) / 1
		move := func(by float64) {
			for j := range q.W {
				q.W[j] += float32(by * float64(g[i].g[j]))
			}
		}
		move(h)
		more, _ := of()
		move(-2 * h)
		less, _ := of()
		move(h)
		slope, want := (more-less)/(2*h), length*length
		if math.Abs(slope-want) > .03*want+1e-3 {
			t.Errorf("%s: slope %.5f, gradient says %.5f", q.Name, slope, want)
		}
	}
}
