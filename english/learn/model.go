package learn

import (
	"math/rand/v2"

	"github.com/readout-project/readout/english/network"
)

// The share of the vectors of dependents, heads and labels that is left out.
const forgetPairs = .33

// tagShare is the weight of the loss of tags beside those of heads and labels.
const tagShare = .5

// Model is a network while it is learnt.
type Model struct {
	Sizes      network.Sizes
	Vocabulary *network.Vocabulary
	Tags       int
	Labels     int

	in     *inputs
	layers []*memory
	tags   *dense
	pairs  *dense // each word as dependent and head of arcs, and of labels
	arcs   *arcs
	labels *dense
}

// NewModel draws a network. vectors are those of the vocabulary's words by their
// numbers, row 0 being that of unknown words, network.TableWidth(TableWord) wide;
// seen says how often the examples have each word.
func NewModel(rnd *rand.Rand, s network.Sizes, v *network.Vocabulary, tags, labels int, vectors []float32, seen []int) *Model {
	m := &Model{Sizes: s, Vocabulary: v, Tags: tags, Labels: labels, in: newInputs(rnd, v.Len(), tags, vectors, seen)}
	width := network.Width
	for range s.Layers {
		m.layers = append(m.layers, newMemory(rnd, "memory", width, s.Hidden))
		width = 2 * s.Hidden
	}
	m.tags = newDense(rnd, "tags", width, network.Padded(tags))
	m.pairs = newDense(rnd, "pairs", width, 2*s.Arc+2*s.Label)
	m.pairs.w.uniform(rnd, width, s.Arc)
	m.arcs = newArcs(rnd, s.Arc)
	m.labels = newDense(rnd, "labels", s.Label, network.Padded(labels))
	return m
}

// parameters lists all parameters, always in the same order.
func (m *Model) parameters() []*Parameter {
	ps := append([]*Parameter(nil), m.in.tables[:]...)
	for _, l := range m.layers {
		ps = append(ps, l.parameters()...)
	}
	ps = append(ps, m.tags.parameters()...)
	ps = append(ps, m.pairs.parameters()...)
	ps = append(ps, m.arcs.parameters()...)
	return append(ps, m.labels.parameters()...)
}

// pack takes over the weights as they are now; before each batch.
func (m *Model) pack() {
	todo := []func(){m.tags.pack, m.pairs.pack, m.arcs.product.pack, m.labels.pack}
	for _, l := range m.layers {
		todo = append(todo, l.pack)
	}
	inParts(len(todo), func(i int) { todo[i]() })
}
