package parse

import (
	"math/rand/v2"
	"strings"
	"sync"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Example is a sentence with its right tree.
type Example struct {
	Words []word.Word
	Tags  []uint8 // as the tagger gives them, not the right ones
	Heads []int
	Rels  []int // numbers of relations; ignored for the root
}

const (
	// tableBits is the size of the weight table: four million rows for about 130
	// templates over two thirds of a million moves.
	tableBits = 22
	// drop is the smallest weight that is kept; see perceptron.Mean.
	drop = 0.6
	// voters is how many parsers are trained for one; see perceptron.Mean.
	voters = 2
	// explore is how often, after the first pass, the parser follows its own move
	// even if it is wrong (Goldberg and Nivre 2013).
	explore = 0.9
	// forget is the share of features left out at each move, so that rare ones
	// learn something although frequent ones would do (Søgaard and Johannsen 2012).
	forget = 0.1
)

// Train learns a parser in that many passes over the examples, in orders drawn
// from seed. After each pass it tells the number of wrong moves.
func Train(rels []string, examples []Example, passes int, seed uint64, log func(pass, wrong, moves int)) *Parser {
	return train(rels, examples, passes, tableBits, seed, log)
}

func train(rels []string, examples []Example, passes, bits int, seed uint64, log func(pass, wrong, moves int)) *Parser {
	trainers := make([]*perceptron.Trainer, voters)
	var wait sync.WaitGroup
	for v := range voters {
		wait.Go(func() {
			t := &trainer{
				Trainer: perceptron.NewTrainer(bits),
				rnd:     rand.New(rand.NewPCG(seed, 2+uint64(v)<<8)),
				classes: 2 + 2*len(rels),
			}
			for pass := range passes {
				t.pass(examples, pass > 0)
				if log != nil && v == 0 {
					log(pass+1, t.wrong, t.moves)
				}
			}
			trainers[v] = t.Trainer
		})
	}
	wait.Wait()
	return &Parser{rels: rels, table: perceptron.Mean(drop, trainers...)}
}

type trainer struct {
	*perceptron.Trainer
	rnd          *rand.Rand
	classes      int
	wrong, moves int
	scratch      Scratch
}

// pass learns from every example once.
func (t *trainer) pass(examples []Example, exploring bool) {
	t.wrong, t.moves = 0, 0
	for _, e := range t.rnd.Perm(len(examples)) {
		t.learn(&examples[e], exploring)
		t.Step()
	}
}

func (t *trainer) learn(ex *Example, exploring bool) {
	s, f := &t.scratch.s, &t.scratch.f
	s.reset(len(ex.Words))
	f.sentence(ex.Words, ex.Tags)
	var scores perceptron.Scores
	for s.settle() {
		list := t.thin(f.of(s))
		clear(scores[:t.classes])
		t.Add(list, &scores)
		guess := bestAllowed(s, &scores, t.classes)
		right := t.best(s, ex, &scores, guess)
		t.moves++
		if right != guess {
			t.wrong++
			t.Update(list, right, guess)
			if !exploring || t.rnd.Float64() > explore {
				guess = right
			}
		}
		s.do(move(guess))
	}
}

// thin leaves out a random share of the features, in place.
func (t *trainer) thin(features []uint64) []uint64 {
	kept := features[:0]
	for _, f := range features {
		if t.rnd.Float64() >= forget {
			kept = append(kept, f)
		}
	}
	return kept
}

// best returns the highest-scoring of the moves that lose the fewest arcs; the
// guess itself, when it is one of them.
func (t *trainer) best(s *state, ex *Example, scores *perceptron.Scores, guess uint8) uint8 {
	cost := s.costs(ex.Heads)
	top, next := s.top(), s.next
	least := -1
	for k := range kinds {
		if s.may(k) && (least < 0 || cost[k] < least) {
			least = cost[k]
		}
	}
	best, found := guess, false
	consider := func(c uint8) {
		if !found || scores[c] > scores[best] {
			best, found = c, true
		}
	}
	for k := range kinds {
		if !s.may(k) || cost[k] > least {
			continue
		}
		switch {
		case k < left:
			consider(class(k, 0))
		case k == left && ex.Heads[top] == next:
			consider(class(k, ex.Rels[top]))
		case k == right && ex.Heads[next] == top:
			consider(class(k, ex.Rels[next]))
		default: // the arc is wrong whatever its relation
			for r := range (t.classes - 2) / 2 {
				consider(class(k, r))
			}
		}
	}
	return best
}

// Append writes the parser in its file form.
func (p *Parser) Append(b []byte) []byte {
	b = append(b, strings.Join(p.rels, " ")...)
	b = append(b, '\n')
	return p.table.Append(b)
}

// Load reads a parser that Append wrote.
func Load(b []byte) (*Parser, error) {
	rels, rest, err := perceptron.Classes(b)
	if err != nil {
		return nil, err
	}
	table, _, err := perceptron.Parse(rest)
	if err != nil {
		return nil, err
	}
	return &Parser{rels: rels, table: table}, nil
}
