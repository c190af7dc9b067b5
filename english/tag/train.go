package tag

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Example is a sentence with its right tags.
type Example struct {
	Words []word.Word
	Tags  []uint8
}

// tableBits is the size of the weight table: a million rows for about 44
// templates over a third of a million words.
const tableBits = 20

// drop is the smallest weight that is kept; see perceptron.Mean.
const drop = 0.5

// Train learns a tagger in that many passes over the examples, in an order drawn
// from seed.
func Train(set Set, examples []Example, passes int, seed uint64) *Tagger {
	tr := perceptron.NewTrainer(tableBits)
	rnd := rand.New(rand.NewPCG(seed, 1))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var s perceptron.Scores
	var f features
	var tags []uint8
	for range passes {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			ex := &examples[e]
			w := newWindow(ex.Words)
			tags = tags[:0]
			for i := range ex.Words {
				clear(s[:len(set)])
				list := f.at(&w, i, tags)
				tr.Add(list, &s)
				guess := best(&s, len(set))
				tr.Update(list, ex.Tags[i], guess)
				// The guess and not the right tag is the history, as it will be when
				// no right tag is known.
				tags = append(tags, guess)
			}
			tr.Step()
		}
	}
	return &Tagger{set: set, table: perceptron.Mean(drop, tr), sure: newSure(nil)}
}

// NewSet returns the tagset of the counted joint tags: those seen at least
// atLeast times, the most frequent first.
func NewSet(counts map[string]int, atLeast int) Set {
	var set Set
	for t, n := range counts {
		if n >= atLeast {
			set = append(set, t)
		}
	}
	slices.SortFunc(set, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return set[:min(len(set), perceptron.MaxClasses)]
}

// Append writes the tagger in its file form.
func (t *Tagger) Append(b []byte) []byte {
	b = append(b, strings.Join(t.set, " ")...)
	b = append(b, '\n')
	return t.sure.append(t.table.Append(b))
}

// Load reads a tagger that Append wrote.
func Load(b []byte) (*Tagger, error) {
	names, rest, err := perceptron.Classes(b)
	if err != nil {
		return nil, err
	}
	table, rest, err := perceptron.Parse(rest)
	if err != nil {
		return nil, err
	}
	sure, err := parseSure(rest, len(names))
	if err != nil {
		return nil, err
	}
	return &Tagger{set: names, table: table, sure: sure}, nil
}
