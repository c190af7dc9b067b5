package quote

import (
	"strings"

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
	if c == nil || r.usedCue[v] != nil || t.Negation(v) != clause.None {
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
	if !c.takes(takesThat) && !c.takes(takesSpeech) || t.Rel(v) != "parataxis" || t.Child(v, "ccomp", "xcomp", "obj") != clause.None {
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
	o := t.Child(v, "obj")
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
	f.content = r.parts(first, last, last, last)
	f.rule = "object/" + c.name()
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

// underAdjective reads "he is convinced that" and "made it clear that".
func (r *reading) underAdjective(t *clause.Tree, a int) *finding {
	k := t.Child(a, "ccomp")
	if k == clause.None {
		return nil
	}
	f := newFinding("adjective/" + t.Lemma(a))
	f.cueToken, f.cue = a, r.d.Tokens[a].Span
	if v := t.Head(a); t.Rel(a) == "xcomp" && v != clause.None && t.Lemma(v) == "make" {
		if !r.cues.word(classMade, t.Lemma(a)).takes(takesThat) {
			return nil
		}
		f.cue, f.rule = r.span(v, a+1), "made/"+t.Lemma(a)
		if s := t.Subject(v); s != clause.None {
			f.speaker, f.source = s, r.nounPhrase(t, s, v)
		}
	} else {
		if !r.cues.word(classAdjective, t.Lemma(a)).takes(takesThat) {
			return nil
		}
		s := t.Subject(a)
		if s == clause.None || t.Lower(s) == "it" {
			return nil
		}
		f.speaker, f.source = s, r.nounPhrase(t, s, a)
	}
	first, last := t.Reach(k)
	f.content = r.parts(first, last, last, last)
	return f
}

// underNoun reads "his claim that" and "a statement by the ministry that".
func (r *reading) underNoun(t *clause.Tree, n int) *finding {
	c := r.cues.word(classNoun, t.Lemma(n))
	if c == nil {
		return nil
	}
	for _, k := range t.Children(n) {
		if rel := t.FullRel(k); k < n || rel != "acl" && rel != "ccomp" && rel != "acl:relcl" {
			continue
		}
		first, last := t.Reach(k)
		// A parser takes the "that" of a claim for a relative pronoun; a clause that
		// has its subject and object needs none.
		that := t.Lower(first) == "that" && t.Child(k, "nsubj") > first &&
			(t.Subordinator(k) == "that" || countObjects(t, k) > 1)
		to := t.ClauseForm(k) == clause.FormTo
		if !(that && c.takes(takesThat) || to && c.takes(takesInfinitive)) {
			continue
		}
		f := newFinding("noun-that/" + t.Lemma(n))
		if to && !that {
			f.rule = "noun-to/" + t.Lemma(n)
		}
		f.cueToken, f.cue = n, r.d.Tokens[n].Span
		f.content = r.parts(first, last, last, last)
		if s := r.holder(t, n); s != clause.None {
			f.speaker, f.source = s, r.nounPhrase(t, s, n)
		}
		return f
	}
	return r.thatBehind(t, c, n)
}

// thatBehind reads the clause that a noun announces where the tree hangs it
// elsewhere: "dismissed claims by the senator that jets had hit rebels".
func (r *reading) thatBehind(t *clause.Tree, c *cue, n int) *finding {
	if !c.takes(takesThat) || r.within[n] >= 0 {
		return nil
	}
	for i := n + 1; i < min(t.Last, n+9); i++ {
		switch x := r.d.Tokens[i].UPOS; {
		case x == "VERB" || x == "AUX" || x == "PUNCT" && r.d.Form(i) != "-":
			return nil
		case t.Lower(i) == "that" && x == "SCONJ":
			k := t.Head(i)
			s := r.holder(t, n)
			if k == clause.None || s == clause.None || t.Child(k, "nsubj") == clause.None {
				return nil
			}
			_, last := t.Reach(k)
			f := newFinding("noun-that/" + t.Lemma(n))
			f.cueToken, f.cue = n, r.d.Tokens[n].Span
			f.speaker, f.source = s, r.nounPhrase(t, s, n)
			f.content = r.parts(i, last, last, last)
			return f
		}
	}
	return nil
}

func countObjects(t *clause.Tree, v int) int {
	n := 0
	for _, c := range t.Children(v) {
		if t.Rel(c) == "obj" {
			n++
		}
	}
	return n
}

// holder is whose claim it is: the possessor, who it is "by" or "from", or the
// subject of the verb that voices it ("issued a statement that").
func (r *reading) holder(t *clause.Tree, n int) int {
	if p := t.Possessor(n); p != clause.None {
		return p
	}
	for _, p := range t.Phrases(n) {
		if p.Prep == "by" || p.Prep == "from" {
			return p.At
		}
	}
	if v := t.Head(n); v != clause.None && t.Rel(n) == "obj" && voices[t.Lemma(v)] {
		return t.Subject(v)
	}
	return clause.None
}

// voices are the verbs whose subject holds what their object claims.
var voices = map[string]bool{"issue": true, "release": true, "make": true, "have": true, "voice": true, "express": true,
	"publish": true, "give": true, "repeat": true, "reiterate": true, "post": true, "send": true, "hold": true,
	"raise": true, "deliver": true, "share": true, "offer": true, "level": true, "cite": true}

// accordingTo reads "according to X": it attributes the whole sentence, however
// low the tree hangs it.
func (r *reading) accordingTo(t *clause.Tree, s, a int) *finding {
	n := t.Head(a)
	if t.Rel(a) != "case" && t.Rel(a) != "fixed" || n == clause.None || n < a {
		n = t.Child(a, "obl", "obj", "nmod", "pobj")
		for _, c := range t.Children(a) {
			if n == clause.None && c > a && t.Nominal(c) {
				n = c
			}
		}
	}
	if n == clause.None || n <= a || a+1 >= t.Last || t.Lower(a+1) != "to" {
		return nil
	}
	f := newFinding(ruleAccording)
	f.sentence, f.cueToken = s, a
	f.cue = r.span(a, a+2)
	f.speaker = n
	_, last := t.Reach(n)
	for _, c := range t.Children(n) {
		if low, _ := t.Reach(c); c > n && low > n && (t.Rel(c) == "conj" && t.Predicate(c) || t.Rel(c) == "parataxis") {
			last = min(last, low)
		}
	}
	last = max(last, n+1)
	f.source = r.span(a+2, last)
	f.content = r.parts(t.First, a, last, t.Last)
	return f
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
	if first >= p.first || p.first-first > 12 || p.first < v {
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
