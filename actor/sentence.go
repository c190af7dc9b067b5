package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// sentence is a sentence with what the tables and the name tagger find in it.
type sentence struct {
	index       int
	first, last int // tokens
	pieces      []piece
	firstPiece  []int  // of each token, counted from first
	atoms       []atom // in order, none overlaps another
	roles       []role // in order, none overlaps another
	chunks      []chunk
	atomAt      []int // of each token: index into atoms of the whole-token atom, -1
	roleAt      []int
	quoted      []bool // of each token: within quotation marks
}

func newSentence(d *doc.Document, index int) *sentence {
	s := &sentence{index: index, first: d.Sentences[index].First, last: d.Sentences[index].Last}
	s.pieces = cut(d, s.first, s.last)
	s.firstPiece = make([]int, s.last-s.first)
	for i := len(s.pieces) - 1; i >= 0; i-- {
		s.firstPiece[s.pieces[i].token-s.first] = i
	}
	return s
}

// atomOf returns the atom that covers the token, nil when there is none.
func (s *sentence) atomOf(token int) *atom {
	if token < s.first || token >= s.last || s.atomAt[token-s.first] < 0 {
		return nil
	}
	return &s.atoms[s.atomAt[token-s.first]]
}

// roleOf returns the role noun that covers the token, nil when there is none.
func (s *sentence) roleOf(token int) *role {
	if token < s.first || token >= s.last || s.roleAt[token-s.first] < 0 {
		return nil
	}
	return &s.roles[s.roleAt[token-s.first]]
}

// lower is the token's form in lower case with straight apostrophes; "" outside
// the sentence.
func (s *sentence) lower(token int) string {
	if token < s.first || token >= s.last {
		return ""
	}
	i := s.firstPiece[token-s.first]
	p := s.pieces[i]
	if p.ends {
		return p.lower
	}
	var b strings.Builder
	for ; i < len(s.pieces) && s.pieces[i].token == token; i++ {
		b.WriteString(s.pieces[i].lower)
	}
	return b.String()
}

// mapAtoms and mapRoles rebuild the maps from tokens after the lists changed.
func (s *sentence) mapAtoms() {
	s.atomAt = fill(s.atomAt, s.last-s.first)
	for i, a := range s.atoms {
		if a.part {
			continue
		}
		for t := a.first; t < a.last; t++ {
			s.atomAt[t-s.first] = i
		}
	}
}

func (s *sentence) mapRoles() {
	s.roleAt = fill(s.roleAt, s.last-s.first)
	for i, r := range s.roles {
		for t := r.first; t < r.last; t++ {
			s.roleAt[t-s.first] = i
		}
	}
}

func fill(a []int, n int) []int {
	if a == nil {
		a = make([]int, n)
	}
	for i := range a {
		a[i] = -1
	}
	return a
}
