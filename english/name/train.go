package name

import (
	"math/rand/v2"
	"slices"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Example is a sentence with the right label of each word: "O", "B-PER", …
type Example struct {
	Words  []word.Word
	Tags   []uint8
	Labels []string
}

const (
	tableBits = 19
	drop      = 0.5 // see perceptron.Mean
)

// Train learns a finder in that many passes over the examples, in an order drawn
// from seed.
func Train(examples []Example, passes int, seed uint64) *Finder {
	tr := perceptron.NewTrainer(tableBits)
	rnd := rand.New(rand.NewPCG(seed, 5))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var s perceptron.Scores
	for range passes {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			ex := &examples[e]
			w := newWindow(ex.Words, ex.Tags)
			last := uint8(0)
			for i := range ex.Words {
				list := w.features(i)
				clear(s[:len(labels)])
				tr.Add(list, &s)
				guess := best(&s, last)
				if right := slices.Index(labels, ex.Labels[i]); right >= 0 {
					tr.Update(list, uint8(right), guess)
				}
				last = guess
				w.given = append(w.given, guess)
			}
			tr.Step()
		}
	}
	return &Finder{table: perceptron.Mean(drop, tr)}
}

// Append writes the finder in its file form.
func (f *Finder) Append(b []byte) []byte { return f.table.Append(b) }

// Load reads a finder that Append wrote.
func Load(b []byte) (*Finder, error) {
	t, _, err := perceptron.Parse(b)
	if err != nil {
		return nil, err
	}
	return &Finder{table: t}, nil
}
