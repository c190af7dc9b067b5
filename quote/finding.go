package quote

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// finding is an attribution in the making.
type finding struct {
	content   []doc.Span
	source    doc.Span
	cue       doc.Span
	cueToken  int // clause.None when the cue is a mark or not there
	speaker   int // the token that heads the source
	addressee int // the token that heads who is told
	sentence  int // of the cue, or of the content when there is none
	kind      doc.QuoteKind
	rule      string
	via       []doc.Span

	speakerEntity, addresseeEntity int   // indexes into Entities, -1 when unresolved
	joint                          []int // all speakers of a text that several put out
}

// ruleAccording is the rule of "according to X".
const ruleAccording = "according-to"

func newFinding(rule string) *finding {
	return &finding{cueToken: clause.None, speaker: clause.None, addressee: clause.None, rule: rule,
		speakerEntity: -1, addresseeEntity: -1}
}

// reading is one document while its quotes are sought.
type reading struct {
	d        *doc.Document
	cues     lexicon
	trees    []*clause.Tree // by sentence, made when first asked for
	passages []passage
	within   []int32 // by token: the passage it stands in, -1 for none
	found    []*finding
	usedCue  map[int]*finding // direct speech by the token of its cue
}

// passage is a Passage with its tokens.
type passage struct {
	Passage
	first, last int // tokens of the content
	speech      *finding
}

func newReading(d *doc.Document, cues lexicon) *reading {
	r := &reading{d: d, cues: cues, trees: make([]*clause.Tree, len(d.Sentences)),
		within: make([]int32, len(d.Tokens)), usedCue: make(map[int]*finding)}
	for i := range r.within {
		r.within[i] = -1
	}
	at := 0
	for _, p := range Passages(d) {
		if p.Empty() {
			continue
		}
		for at < len(d.Tokens) && d.Tokens[at].End <= p.Start {
			at++
		}
		first := at
		for at < len(d.Tokens) && d.Tokens[at].Start < p.End {
			r.within[at] = int32(len(r.passages))
			at++
		}
		if at > first {
			r.passages = append(r.passages, passage{Passage: p, first: first, last: at})
		}
	}
	return r
}

func (r *reading) tree(sentence int) *clause.Tree {
	if r.trees[sentence] == nil {
		r.trees[sentence] = clause.New(r.d, sentence)
	}
	return r.trees[sentence]
}

// treeOf returns the tree and sentence of a token; nil when it is in none.
func (r *reading) treeOf(token int) (*clause.Tree, int) {
	s := r.d.SentenceOf(token)
	if s < 0 {
		return nil, -1
	}
	return r.tree(s), s
}

// span is the text of tokens [first, last) without white space and commas at its ends.
func (r *reading) span(first, last int) doc.Span {
	for first < last && r.outerPunct(first) {
		first++
	}
	for last > first && r.outerPunct(last-1) {
		last--
	}
	if first >= last {
		return doc.Span{}
	}
	return doc.Span{Start: r.d.Tokens[first].Start, End: r.d.Tokens[last-1].End}
}

// outerPunct reports whether a token at the edge of a phrase is no part of it.
func (r *reading) outerPunct(i int) bool {
	switch r.d.Form(i) {
	case ",", ".", ":", ";", "—", "–", "-", "--", "\"", "“", "”", "''", "``", "'", "‘", "’", "«", "»":
		return true
	}
	return false
}
