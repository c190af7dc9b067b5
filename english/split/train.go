package split

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"slices"
	"unicode"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Example is a text with its right words.
type Example struct {
	Text   string
	Tokens []Token
}

const (
	tableBits = 19
	drop      = 0.5 // see perceptron.Mean
)

// orders is how many times the splitter learns, from the examples in another order
// each time: how sentences end is told by few of them, and what a single run makes
// of those depends on which came last.
const orders = 3

// Train learns a splitter in that many passes over the examples, in orders drawn
// from seed.
func Train(lex *word.Lexicon, examples []Example, passes int, seed uint64) *Splitter {
	runs := cutRuns(examples)
	rnd := rand.New(rand.NewPCG(seed, 4))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var trainers []*perceptron.Trainer
	for range orders {
		tr := perceptron.NewTrainer(tableBits)
		for range passes {
			rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, e := range order {
				learn(tr, lex, runs, &examples[e])
			}
		}
		trainers = append(trainers, tr)
	}
	return &Splitter{table: perceptron.Mean(drop, trainers...), runs: runs}
}

// learn takes the trainer once over an example.
func learn(tr *perceptron.Trainer, lex *word.Lexicon, runs map[uint64][]uint8, ex *Example) {
	ends := make(map[int]int, len(ex.Tokens))
	for _, t := range ex.Tokens {
		ends[t.End] = wordEnd
		if t.Last {
			ends[t.End] = sentEnd
		}
	}
	var p piece
	var s perceptron.Scores
	for start := 0; start < len(ex.Text); {
		start = p.read(ex.Text, start)
		p.find(lex, runs)
		for p.nextPlace() {
			list := p.features()
			clear(s[:decisions])
			tr.Add(list, &s)
			right := ends[p.at[p.place]]
			if right == inside && p.place == p.chunks[p.chunk].end {
				right = wordEnd // a word with a space in it: we cut all of them
			}
			tr.Update(list, uint8(right), uint8(p.best(&s)))
			p.decide(right)
		}
		tr.Step()
	}
}

// cutRuns collects the letter runs that are cut at least twice in the examples.
func cutRuns(examples []Example) map[uint64][]uint8 {
	type cut struct {
		run uint64
		off uint8
	}
	counts := map[cut]int{}
	for _, ex := range examples {
		for i := 1; i < len(ex.Tokens); i++ {
			at := ex.Tokens[i].Start
			if ex.Tokens[i-1].End != at {
				continue
			}
			before, after := []rune(ex.Text[ex.Tokens[i-1].Start:at]), []rune(ex.Text[at:ex.Tokens[i].End])
			if !all(before, unicode.IsLetter) || !all(after, unicode.IsLetter) || len(before)+len(after) > maxLook {
				continue
			}
			counts[cut{word.LowKey(string(before) + string(after)), uint8(len(before))}]++
		}
	}
	runs := map[uint64][]uint8{}
	for c, n := range counts {
		if n >= 2 {
			runs[c.run] = append(runs[c.run], c.off)
		}
	}
	for _, offs := range runs {
		slices.Sort(offs)
	}
	return runs
}

func all(r []rune, is func(rune) bool) bool {
	for _, c := range r {
		if !is(c) {
			return false
		}
	}
	return len(r) > 0
}

// Append writes the splitter in its file form: the cut letter runs, then the
// weights.
func (s *Splitter) Append(b []byte) []byte {
	keys := make([]uint64, 0, len(s.runs))
	for k := range s.runs {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint64(b, k)
		b = append(b, byte(len(s.runs[k])))
		b = append(b, s.runs[k]...)
	}
	return s.table.Append(b)
}

// Load reads a splitter that Append wrote.
func Load(b []byte) (*Splitter, error) {
	damaged := errors.New("the splitter is damaged: make the models again with `readout train english`")
	count, n := binary.Uvarint(b)
	if n <= 0 {
		return nil, damaged
	}
	b = b[n:]
	s := &Splitter{runs: map[uint64][]uint8{}}
	for range count {
		if len(b) < 9 || len(b) < 9+int(b[8]) {
			return nil, damaged
		}
		s.runs[binary.LittleEndian.Uint64(b)] = b[9 : 9+int(b[8])]
		b = b[9+int(b[8]):]
	}
	table, _, err := perceptron.Parse(b)
	if err != nil {
		return nil, err
	}
	s.table = table
	return s, nil
}
