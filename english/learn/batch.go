package learn

import (
	"math/rand/v2"
	"slices"

	"github.com/readout-project/readout/english/network"
)

// Example is a sentence with its right tree and tags.
type Example struct {
	Rows   []network.Row // with the tags as a tagger gives them
	Heads  []int32       // -1 for the root
	Labels []int32       // number of the relation; ignored for the root
	Tags   []int32       // the right joint tags
}

// pack is several sentences in the order in which the layers read them.
type pack struct {
	network.Layout
	sentences []*Example // longest first
}

func newPack(sentences []*Example) pack {
	lengths := make([]int, len(sentences))
	for i, e := range sentences {
		lengths[i] = len(e.Rows)
	}
	var p pack
	p.Set(lengths)
	for _, i := range p.Order {
		p.sentences = append(p.sentences, sentences[i])
	}
	return p
}

// batches cuts the examples into runs of about batchWords words, of sentences of
// like length, in an order drawn from rnd, and each run into a part a worker.
func batches(examples []*Example, rnd *rand.Rand) [][workers][]*Example {
	order := slices.Clone(examples)
	rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	// Of like length, but not always beside the same: lengths count with a random
	// share.
	key := make(map[*Example]float64, len(order))
	for _, e := range order {
		key[e] = float64(len(e.Rows)) * (.8 + .4*rnd.Float64())
	}
	slices.SortStableFunc(order, func(a, b *Example) int {
		switch {
		case key[a] < key[b]:
			return -1
		case key[a] > key[b]:
			return 1
		}
		return 0
	})
	var out [][workers][]*Example
	for len(order) > 0 {
		n, words := 0, 0
		for n < len(order) && (n == 0 || words+len(order[n].Rows) <= batchWords) {
			words += len(order[n].Rows)
			n++
		}
		var parts [workers][]*Example
		for i, e := range order[:n] {
			parts[i%workers] = append(parts[i%workers], e)
		}
		out = append(out, parts)
		order = order[n:]
	}
	rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// batchWords is about how many words one step of learning looks at.
const batchWords = 700
