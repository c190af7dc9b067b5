package quote

import (
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// quotedWords attributes the passages that are left: a few words in quotation
// marks that hang on a cue ("agreed “in concept”").
func (r *reading) quotedWords() {
	by := make(map[int]*finding)
	for i := range r.passages {
		p := &r.passages[i]
		if p.speech != nil || !p.Opened || !p.Closed {
			continue
		}
		h := r.d.HeadOf(p.first, p.last)
		if h < 0 {
			continue
		}
		t, s := r.treeOf(h)
		if t == nil {
			continue
		}
		f := r.governed(t, h)
		if f != nil && by[f.cueToken] != nil {
			// A second passage under one cue: “not A but B”.
			f = by[f.cueToken]
			f.content[0].End = max(f.content[0].End, p.Outer.End)
			p.speech = f
			continue
		}
		if f == nil || p.last-p.first < 2 && !strings.HasPrefix(f.rule, "predicate/") {
			continue
		}
		f.sentence, f.kind = s, doc.QuoteMixed
		f.content = []doc.Span{r.upTo(t, f.cueToken, p)}
		p.speech = f
		by[f.cueToken] = f
		r.found = append(r.found, f)
	}
}

// upTo is the passage with the outlet's words that lead from the cue to it: in
// “called the plan ‘dead’” the plan is part of what was said.
func (r *reading) upTo(t *clause.Tree, v int, p *passage) doc.Span {
	first := v + 1
	if first >= p.first || p.first-first > 20 || p.first < v {
		return p.Span
	}
	for i := first; i < p.first; i++ {
		if form := r.d.Form(i); form == "," || form == ";" || form == ":" || r.within[i] >= 0 || r.isTime(i) {
			return p.Span
		}
	}
	if isMark(r.d.Form(first)) {
		return p.Span
	}
	return doc.Span{Start: r.d.Tokens[first].Start, End: p.Outer.End}
}

// governed climbs from quoted words to the verb of saying right above them.
func (r *reading) governed(t *clause.Tree, h int) *finding {
	for step, v := 0, t.Head(h); step < 3 && v != clause.None; step, v = step+1, t.Head(v) {
		if !isVerb(r.d, v) {
			continue
		}
		c, _ := r.cues.verb(t, v)
		f := newFinding("words/" + t.Lemma(v))
		switch {
		case c.takes(takesPredicate):
			f.rule = "predicate/" + t.Lemma(v)
		case c.takes(takesSpeech) || c.takes(takesThat):
		default:
			return nil
		}
		if r.usedCue[v] != nil || r.within[v] >= 0 {
			return nil
		}
		s := r.subject(t, v)
		if s == clause.None || r.within[s] >= 0 {
			return nil
		}
		f.setCue(r, t, v)
		f.speaker, f.source = s, r.nounPhrase(t, s, v)
		return f
	}
	return nil
}
