// Package clause answers the questions of grammar that everything after the
// parser asks: who is the logical subject of this verb, what is its object,
// which phrases hang on it, is it negated, under which clause does it stand.
//
// It reads the tokens of one sentence with lemma, tag, head and relation
// (Universal Dependencies v2 as in the English EWT and GUM treebanks) and writes
// nothing. Voice, relative and participle clauses, control, raising and
// coordination are settled here once, so that frames, quotes and actors need
// not know them. It is pure syntax: it knows no politics and no entity.
//
// Trees come from a parser that errs. Every walk is bounded, and where the tree
// does not tell, the answer is None rather than a guess.
package clause

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// None is the token that is not there.
const None = -1

// maxClimb bounds every walk towards the root. No sentence of news nests deeper,
// and a damaged tree may hold a cycle.
const maxClimb = 24

// Tree is one sentence with its dependency tree, made for fast questions. Token
// numbers are indexes into the document's Tokens. A Tree is read-only and safe
// for concurrent use.
type Tree struct {
	d           *doc.Document
	First, Last int // tokens of the sentence: Tokens[First:Last]
	Root        int // None when the sentence is empty

	kids  []int    // children of all tokens, grouped by head, in order of the text
	start []int    // kids of token i: kids[start[i-First]:start[i-First+1]]
	head  []int    // heads as mended, None at the top
	rel   []string // relations as mended
	lemma []string
	low   []int // leftmost token of the subtree
	high  []int // one past the rightmost
}

// New makes the tree of one sentence.
func New(d *doc.Document, sentence int) *Tree {
	return NewWith(d, sentence, func(tok *doc.Token, form string) string {
		if tok.Lemma == "" {
			return strings.ToLower(form)
		}
		return strings.ToLower(tok.Lemma)
	})
}

// NewWith is New for callers that know the lemmas of some words better.
func NewWith(d *doc.Document, sentence int, lemma func(tok *doc.Token, form string) string) *Tree {
	s := d.Sentences[sentence]
	n := s.Last - s.First
	t := &Tree{d: d, First: s.First, Last: s.Last, Root: None, start: make([]int, n+2),
		head: make([]int, n), rel: make([]string, n), lemma: make([]string, n), low: make([]int, n), high: make([]int, n)}
	for i := range n {
		tok := &d.Tokens[s.First+i]
		t.lemma[i] = lemma(tok, d.Slice(tok.Span))
		t.low[i], t.high[i] = s.First+i, s.First+i+1
	}
	t.mend()
	for i, h := range t.head {
		if h == None {
			if t.Root == None {
				t.Root = s.First + i
			}
			continue
		}
		t.start[h-s.First+2]++
	}
	for i := 2; i <= n+1; i++ {
		t.start[i] += t.start[i-1]
	}
	t.kids = make([]int, t.start[n+1])
	for i, h := range t.head {
		if h != None {
			t.kids[t.start[h-s.First+1]] = s.First + i
			t.start[h-s.First+1]++
		}
	}
	t.start = t.start[:n+1]
	t.spread()
	return t
}

// spread computes the reach of every subtree by passing each token's own
// position up to its ancestors.
func (t *Tree) spread() {
	for i := t.First; i < t.Last; i++ {
		h := t.head[i-t.First]
		for step := 0; step < 4*maxClimb && h != None; step++ {
			t.low[h-t.First] = min(t.low[h-t.First], i)
			t.high[h-t.First] = max(t.high[h-t.First], i+1)
			h = t.head[h-t.First]
		}
	}
}

func (t *Tree) inside(i int) bool { return i >= t.First && i < t.Last }

// Token returns the token itself.
func (t *Tree) Token(i int) *doc.Token { return &t.d.Tokens[i] }

// Children returns the tokens that hang on i, in order of the text.
func (t *Tree) Children(i int) []int {
	if !t.inside(i) {
		return nil
	}
	return t.kids[t.start[i-t.First]:t.start[i-t.First+1]]
}

// Lemma returns the lemma in lower case.
func (t *Tree) Lemma(i int) string {
	if !t.inside(i) {
		return ""
	}
	return t.lemma[i-t.First]
}

// Form returns the word as written.
func (t *Tree) Form(i int) string { return t.d.Slice(t.d.Tokens[i].Span) }

// Lower returns the word in lower case.
func (t *Tree) Lower(i int) string { return strings.ToLower(t.Form(i)) }

// Rel returns the relation of i to its head without its subtype.
func (t *Tree) Rel(i int) string {
	if !t.inside(i) {
		return ""
	}
	rel, _, _ := strings.Cut(t.rel[i-t.First], ":")
	return rel
}

// FullRel returns the relation of i to its head with its subtype.
func (t *Tree) FullRel(i int) string {
	if !t.inside(i) {
		return ""
	}
	return t.rel[i-t.First]
}

// Head returns the head of i, or None at the root.
func (t *Tree) Head(i int) int {
	if !t.inside(i) {
		return None
	}
	return t.head[i-t.First]
}

// Child returns the first child of i with one of the relations (compared
// without subtype unless the relation names one), or None.
func (t *Tree) Child(i int, rels ...string) int {
	for _, c := range t.Children(i) {
		for _, r := range rels {
			if t.hasRel(c, r) {
				return c
			}
		}
	}
	return None
}

func (t *Tree) hasRel(i int, rel string) bool {
	if t.FullRel(i) == rel {
		return true
	}
	return t.Rel(i) == rel
}

// Reach returns the tokens [first, last) from the leftmost to the rightmost of
// the subtree of i.
func (t *Tree) Reach(i int) (first, last int) {
	return t.low[i-t.First], t.high[i-t.First]
}

// Under reports whether i is top or hangs below it.
func (t *Tree) Under(i, top int) bool {
	for step := 0; step < 4*maxClimb && i != None; step++ {
		if i == top {
			return true
		}
		i = t.Head(i)
	}
	return false
}

// Verbal reports whether the token is a verb by its tag.
func (t *Tree) Verbal(i int) bool {
	if !t.inside(i) {
		return false
	}
	tok := &t.d.Tokens[i]
	return tok.UPOS == "VERB" || tok.UPOS == "AUX" && t.Child(i, "aux", "nsubj", "obj") != None
}

// Nominal reports whether the token can stand for a thing or a person.
func (t *Tree) Nominal(i int) bool {
	if !t.inside(i) {
		return false
	}
	switch t.d.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "X", "SYM":
		return true
	}
	return false
}

// Predicate reports whether a clause is built on the token: a verb, or a noun or
// adjective with a copula or a subject.
func (t *Tree) Predicate(i int) bool {
	if !t.inside(i) {
		return false
	}
	switch t.Rel(i) {
	case "amod", "compound", "aux", "cop", "case", "mark", "flat", "fixed", "det":
		return false
	}
	return t.Verbal(i) || t.Child(i, "cop", "nsubj") != None
}
