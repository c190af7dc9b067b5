package quote

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// clauses finds indirect and mixed speech: what cue words of every sentence have
// as their complement on the tree.
func (r *reading) clauses() {
	for s := range r.d.Sentences {
		for _, f := range r.clausesOf(s) {
			r.keep(f)
		}
	}
	r.quotedWords()
}

// clausesOf returns the attributions of one sentence whose content is a clause,
// in order of their cues.
func (r *reading) clausesOf(s int) []*finding {
	t := r.tree(s)
	var all []*finding
	add := func(f *finding) {
		if f != nil && len(f.content) > 0 {
			f.sentence = s
			all = append(all, f)
		}
	}
	for i := t.First; i < t.Last; i++ {
		switch r.d.Tokens[i].UPOS {
		case "VERB":
			if t.Lower(i) == "according" {
				add(r.accordingTo(t, s, i))
			} else {
				add(r.underVerb(t, i))
			}
		case "ADJ":
			add(r.underAdjective(t, i))
		case "NOUN":
			add(r.underNoun(t, i))
		case "ADP", "ADV", "SCONJ":
			if t.Lower(i) == "according" {
				add(r.accordingTo(t, s, i))
			}
		}
	}
	return all
}

// underVerb reads what a verb reports.
func (r *reading) underVerb(t *clause.Tree, v int) *finding {
	c, particle := r.cues.verb(t, v)
	if c == nil || r.usedCue[v] != nil || t.Negation(v) != clause.None || t.Rel(v) == "amod" || t.Rel(v) == "compound" {
		return nil
	}
	f := newFinding("")
	f.setCue(r, t, v)
	r.thatClause(f, t, c, v)
	for _, k := range t.Children(v) {
		if len(f.content) > 0 || r.complementOf(f, t, c, v, k) {
			break
		}
	}
	if len(f.content) == 0 {
		r.aside(f, t, c, v)
	}
	if len(f.content) == 0 {
		r.besideCue(f, t, c, v)
	}
	if len(f.content) == 0 {
		r.said(f, t, c, v, particle)
	}
	if len(f.content) == 0 {
		return nil
	}
	f.addressee = r.told(t, v)
	if s := r.sourceRightBefore(t, v); s != clause.None && (r.within[s] < 0 || r.within[s] == r.within[v]) {
		f.speaker, f.source = s, r.nounPhrase(t, s, v)
	}
	if f.speaker == clause.None && (r.d.Tokens[v].XPOS == "VBN" || v == t.First) {
		return nil // "Asked whether it was true": who asks is not told, and does not matter
	}
	return f
}

// complementOf takes the clause k under the verb as content, if the cue takes
// such clauses.
func (r *reading) complementOf(f *finding, t *clause.Tree, c *cue, v, k int) bool {
	switch t.Rel(k) {
	case "ccomp", "parataxis":
		if t.Rel(k) == "parataxis" && (k < v || t.Child(k, "nsubj") == clause.None) {
			return false
		}
		form := t.ClauseForm(k)
		switch {
		case form == clause.FormQuestion && !c.takes(takesQuestion) && !c.takes(takesThat):
			return false
		case form == clause.FormTo && !c.takes(takesInfinitive):
			return false
		case form != clause.FormQuestion && form != clause.FormTo && !c.takes(takesThat):
			return false
		}
		f.rule = "that/" + c.name()
		if form == clause.FormQuestion {
			f.rule = "wh/" + c.name()
		} else if form == clause.FormTo {
			f.rule = "to/" + c.name()
		}
	case "xcomp", "advcl":
		if t.ClauseForm(k) != clause.FormTo || !c.takes(takesInfinitive) || t.Rel(k) == "advcl" && t.Child(v, "obj") == clause.None {
			return false
		}
		f.rule = "to/" + c.name()
	default:
		return false
	}
	first, last := t.Reach(k)
	if first > v {
		first = r.begin(t, c, v, k, first)
		first, last = r.cut(t, v, first, r.extend(t, last))
	}
	f.content = r.around(first, last, v, t)
	return len(f.content) > 0
}

// aside reads the cue as an aside to what is said: "The talks, officials said,
// had failed."
func (r *reading) aside(f *finding, t *clause.Tree, c *cue, v int) {
	if !c.takes(takesThat) && !c.takes(takesSpeech) || t.Rel(v) != "parataxis" || t.Child(v, "ccomp", "xcomp") != clause.None || r.object(t, v) != clause.None {
		return
	}
	h := t.Head(v)
	if h == clause.None || t.OwnSubject(v) == clause.None || h > v && t.OwnSubject(h) == t.OwnSubject(v) {
		return
	}
	first, last := t.Reach(h)
	low, high := t.Reach(v)
	f.content = r.parts(first, min(low, last), max(high, first), last)
	f.rule = "aside/" + c.name()
}

// said reads what stands as the object of the cue: "denied the report".
func (r *reading) said(f *finding, t *clause.Tree, c *cue, v, particle int) {
	if !c.takes(takesObject) {
		return
	}
	o := r.object(t, v)
	if particle != clause.None {
		o = clause.None
		for _, p := range t.Phrases(v) {
			if p.Prep == c.particle {
				o = p.At
			}
		}
	}
	if o == clause.None || o < v || !t.Nominal(o) || r.d.Tokens[o].UPOS == "PRON" {
		return
	}
	first, last := t.Reach(o)
	for first < o && r.d.Tokens[first].UPOS == "ADP" {
		first++
	}
	words := 0
	for i := first; i < last; i++ {
		switch r.d.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ", "VERB", "NUM":
			words++
		}
	}
	if words < 2 {
		return // "condemned Assad", "refuted the claims" tell nothing of what was said
	}
	f.content = r.parts(first, last, last, last)
	f.rule = "object/" + c.name()
}

// object is the verb's object, if it is no time: "reported Wednesday".
func (r *reading) object(t *clause.Tree, v int) int {
	if o := t.Child(v, "obj"); o != clause.None && !r.isTime(o) {
		return o
	}
	return clause.None
}

// around is the text of tokens [first, last) without the cue's own words where
// they interrupt it.
func (r *reading) around(first, last, v int, t *clause.Tree) []doc.Span {
	if v < first || v >= last {
		return r.parts(first, last, last, last)
	}
	low, high := v, v+1
	for _, c := range t.Children(v) {
		if t.Rel(c) == "nsubj" || t.Rel(c) == "aux" || t.Rel(c) == "advmod" {
			l, h := t.Reach(c)
			low, high = min(low, l), max(high, h)
		}
	}
	return r.parts(first, low, high, last)
}

// parts makes spans of tokens [a, b) and [c, d), leaving out what is empty.
func (r *reading) parts(a, b, c, d int) []doc.Span {
	var out []doc.Span
	for _, s := range []doc.Span{r.span(a, b), r.span(max(c, b), d)} {
		if !s.Empty() {
			out = append(out, r.through(s))
		}
	}
	return out
}

// keep adds an indirect or mixed attribution, unless direct speech already has
// its cue or says the same.
func (r *reading) keep(f *finding) {
	if r.withinLong(f.cueToken) {
		return // inside somebody's speech
	}
	inside, outside := 0, 0
	taken := 0
	for _, s := range f.content {
		first, last := r.d.TokensIn(s)
		for i := first; i < last; i++ {
			switch {
			case r.d.Tokens[i].UPOS == "PUNCT" || r.d.Tokens[i].UPOS == "SCONJ":
			case r.within[i] >= 0:
				inside++
				if r.passages[r.within[i]].speech != nil {
					taken++
				}
			default:
				outside++
			}
		}
	}
	if taken > outside {
		return
	}
	switch {
	case inside == 0:
		f.kind = doc.QuoteIndirect
	case outside == 0:
		f.kind = doc.QuoteDirect
	default:
		f.kind = doc.QuoteMixed
	}
	for _, s := range f.content {
		first, last := r.d.TokensIn(s)
		for i := first; i < last; i++ {
			if k := r.within[i]; k >= 0 && r.passages[k].speech == nil {
				r.passages[k].speech = f
			}
		}
	}
	r.found = append(r.found, f)
}

// withinLong reports whether the token stands in a passage of some length, which
// is somebody's speech whether or not it is known whose.
func (r *reading) withinLong(i int) bool {
	if i == clause.None || r.within[i] < 0 {
		return false
	}
	p := r.passages[r.within[i]]
	return p.speech != nil && p.speech.kind == doc.QuoteDirect || p.last-p.first > 6
}
