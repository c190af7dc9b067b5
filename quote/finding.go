package quote

import (
	"cmp"
	"slices"

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
	class     class        // of the cue word, "" where none was looked up
	takes     construction // what the cue word takes here
	chance    float64      // that this is an attribution, by the tables
	beside    bool         // read from the words beside the cue, not from the tree
	attitude  bool         // tells where somebody stands, not what they said

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
	factors  factors
	open     bool           // every word may be a cue in every construction
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

func newReading(d *doc.Document, s *Stage) *reading {
	r := &reading{d: d, cues: s.cues, factors: s.factors, open: s.open, trees: make([]*clause.Tree, len(d.Sentences)),
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

// row is the cue of a class with that lemma and particle. Where every word may be a
// cue, words without a row are cues as well.
func (r *reading) row(k class, lemma, particle string) *cue {
	for _, c := range r.cues.rows(k, lemma) {
		if c.particle == particle {
			return c
		}
	}
	if r.open {
		return &cue{lemma: r.cues.known(k, lemma), particle: particle}
	}
	return nil
}

// cueVerb is the cue that a verb is, with its particle where one follows.
func (r *reading) cueVerb(t *clause.Tree, v int) (*cue, int) {
	c, particle := r.cues.verb(t, v)
	if !r.open || particle != clause.None {
		return c, particle
	}
	if v+1 < t.Last && t.FullRel(v+1) == "compound:prt" && t.Head(v+1) == v {
		return &cue{lemma: r.cues.known(classVerb, t.Lemma(v)), particle: t.Lower(v + 1)}, v + 1
	}
	return r.row(classVerb, t.Lemma(v), ""), clause.None
}

// namesAt returns the names that the token belongs to.
func (r *reading) namesAt(i int) []doc.Name {
	at, _ := slices.BinarySearchFunc(r.d.Names, r.d.Tokens[i].Start+1, func(n doc.Name, start int) int { return cmp.Compare(n.End, start) })
	if at < len(r.d.Names) && r.d.Names[at].Start <= r.d.Tokens[i].Start {
		return r.d.Names[at : at+1]
	}
	return nil
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
