// Package parse builds the dependency tree of a sentence: the arc-eager
// transition system, each move chosen by an averaged perceptron (greedy
// decoding), trained with a dynamic oracle.
//
// It reads word.Words and their joint tags and writes a head and a relation for
// each word (Universal Dependencies, with subtypes). The tree always is one: one
// root, no cycle, every word in it, no crossing arcs. It does not correct tags
// and does not rank several trees.
package parse

import (
	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Parser is a trained parser. It is immutable and safe for concurrent use.
type Parser struct {
	rels  []string
	table *perceptron.Table
}

// Root is the relation of the root, which hangs on no word.
const Root = "root"

// Arc is a word's place in the tree.
type Arc struct {
	Head int // index of the head, -1 for the root
	Rel  string
}

// Scratch is memory that a caller may reuse from sentence to sentence. It must
// not be shared between goroutines. The zero Scratch is ready.
type Scratch struct {
	s state
	f features
}

// Parse appends the arcs of the sentence to arcs. tags are the joint tags by
// number.
func (p *Parser) Parse(words []word.Word, tags []uint8, arcs []Arc, scratch *Scratch) []Arc {
	s := &scratch.s
	s.reset(len(words))
	scratch.f.sentence(words, tags)
	var scores perceptron.Scores
	n := 2 + 2*len(p.rels)
	for s.settle() {
		clear(scores[:n])
		p.table.Add(scratch.f.of(s), &scores)
		s.do(move(bestAllowed(s, &scores, n)))
	}
	for i := range words {
		if s.head[i] < 0 {
			arcs = append(arcs, Arc{-1, Root})
		} else {
			arcs = append(arcs, Arc{s.head[i], p.rels[s.rel[i]]})
		}
	}
	return arcs
}

// bestAllowed returns the highest-scoring of the n classes whose move is
// allowed. One always is: a state that settle left open has a next word.
func bestAllowed(s *state, scores *perceptron.Scores, n int) uint8 {
	best, found := 0, false
	consider := func(c int) {
		if !found || scores[c] > scores[best] {
			best, found = c, true
		}
	}
	if s.may(shift) {
		consider(int(class(shift, 0)))
	}
	if s.may(reduce) {
		consider(int(class(reduce, 0)))
	}
	if s.may(left) {
		for c := 2; c < n; c += 2 {
			consider(c)
		}
	}
	if s.may(right) {
		for c := 3; c < n; c += 2 {
			consider(c)
		}
	}
	return uint8(best)
}
