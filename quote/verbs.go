package quote

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// underVerb reads what a verb reports.
func (r *reading) underVerb(t *clause.Tree, v int) []*finding {
	if r.usedCue[v] != nil || t.Negation(v) != clause.None || t.Rel(v) == "amod" || t.Rel(v) == "compound" {
		return nil
	}
	var all []*finding
	if c, _ := r.cueVerb(t, v); c != nil {
		all = r.clauseUnder(all, t, c, v)
		all = r.objectOf(all, t, c, v)
	}
	all = r.phrasesOf(all, t, v)
	if len(all) == 0 {
		return nil
	}
	addressee := r.told(t, v)
	source := r.sourceRightBefore(t, v)
	for _, f := range all {
		f.class, f.addressee = classVerb, addressee
		f.cueToken = v
		if f.cue.Empty() {
			f.setCue(r, t, v)
		}
		if source != clause.None && (r.within[source] < 0 || r.within[source] == r.within[v]) && (f.takes != takesRaised || t.Passive(v)) {
			f.speaker, f.source = source, r.withRelative(t, source, v)
		}
	}
	return all
}

// reports is a finding of what the cue has in the construction; nil when the
// cue cannot have that.
func (r *reading) reports(c *cue, k construction, rule string) *finding {
	if c == nil || !r.open && c.weight[k] == 0 {
		return nil
	}
	f := newFinding(rule + "/" + c.name())
	f.takes, f.chance, f.attitude = k, c.weight[k], c.attitude[k]
	return f
}

// with appends the finding when there is one and it has content.
func with(all []*finding, f *finding, content []doc.Span) []*finding {
	if f == nil || len(content) == 0 {
		return all
	}
	f.content = content
	return append(all, f)
}

// clauseUnder reads the clauses that a verb takes.
func (r *reading) clauseUnder(all []*finding, t *clause.Tree, c *cue, v int) []*finding {
	had := len(all)
	if all = with(all, r.reports(c, takesThat, "that"), r.thatClause(t, c, v)); len(all) > had {
		all[had].beside = true
		if !r.open {
			return all
		}
	}
	for _, k := range t.Children(v) {
		all = r.complementOf(all, t, c, v, k)
	}
	if len(all) > had {
		return all
	}
	all = with(all, r.reports(c, takesThat, "aside"), r.aside(t, c, v))
	if len(all) == had {
		if content, rule := r.besideCue(t, c, v); len(content) > 0 {
			all = with(all, r.reports(c, takesThat, rule), content)
		}
	}
	for _, f := range all[had:] {
		f.beside = true
	}
	return all
}

// complementOf reads the clause k under the verb.
func (r *reading) complementOf(all []*finding, t *clause.Tree, c *cue, v, k int) []*finding {
	form := t.ClauseForm(k)
	var takes construction
	switch rel := t.Rel(k); {
	case rel == "parataxis" && (k < v || t.Child(k, "nsubj") == clause.None):
		return all
	case rel == "ccomp" || rel == "parataxis":
		takes = takesThat
		if form == clause.FormQuestion {
			takes = takesQuestion
		} else if form == clause.FormTo {
			takes = takesInfinitive
		}
	case rel == "xcomp" && form == clause.FormIng && t.Child(v, "obj") == clause.None:
		takes = takesGerund
	case rel == "xcomp" && form == clause.FormTo, rel == "advcl" && form == clause.FormTo && t.Child(v, "obj") != clause.None:
		takes = takesInfinitive
	default:
		return all
	}
	f := r.reports(c, takes, takes.String())
	if f == nil {
		return all
	}
	first, last := t.Reach(k)
	if first > v {
		if asked := r.asked(t, c, v); takes == takesInfinitive && asked != clause.None && asked < first {
			first, _ = t.Reach(asked)
			for first < asked && r.d.Tokens[first].UPOS == "ADP" {
				first++
			}
		} else {
			first = r.begin(t, c, v, k, first)
		}
		first, last = r.cut(t, v, first, r.extend(t, last))
		if takes == takesInfinitive {
			last = r.short(first, last)
		}
	}
	content := r.around(first, last, v, t)
	if lead := r.lead(t, v, first); !lead.Empty() && takes == takesThat && t.Lower(first) != "that" {
		content = append([]doc.Span{lead}, content...)
	}
	return with(all, f, content)
}

// lead is what stands before a cue that is put into the sentence between commas:
// "In the years since, the minister said, the camps have grown."
func (r *reading) lead(t *clause.Tree, v, first int) doc.Span {
	s := t.OwnSubject(v)
	if t.Rel(v) != "root" || s == clause.None || s > v || first <= v {
		return doc.Span{}
	}
	if r.d.Form(first) != "," && r.d.Form(first-1) != "," {
		return doc.Span{}
	}
	low, _ := t.Reach(s)
	for low > t.First && r.d.Form(low-1) != "," && t.Under(low-1, s) {
		low--
	}
	if low-1 <= t.First || r.d.Form(low-1) != "," || r.within[t.First] >= 0 || r.isTime(low-2) {
		return doc.Span{}
	}
	return r.span(t.First, low-1)
}

// asked is who is to do something, a part of what is said: "urged both sides to
// stop", "called on both sides to stop".
func (r *reading) asked(t *clause.Tree, c *cue, v int) int {
	if o := r.object(t, v); o > v {
		return o
	}
	if o := t.Child(v, "iobj"); o > v {
		return o
	}
	if c.particle != "" {
		for _, p := range t.Phrases(v) {
			if p.Prep == c.particle && p.At > v {
				return p.At
			}
		}
	}
	return clause.None
}

// aside reads the cue as an aside to what is said: "The talks, officials said,
// had failed."
func (r *reading) aside(t *clause.Tree, c *cue, v int) []doc.Span {
	if !r.open && !c.takes(takesThat) && !c.takes(takesSpeech) || t.Rel(v) != "parataxis" || t.Child(v, "ccomp", "xcomp") != clause.None || r.object(t, v) != clause.None {
		return nil
	}
	h := t.Head(v)
	if h == clause.None || t.OwnSubject(v) == clause.None || h > v && t.OwnSubject(h) == t.OwnSubject(v) {
		return nil
	}
	first, last := t.Reach(h)
	low, high := t.Reach(v)
	return r.parts(first, min(low, last), max(high, first), last)
}

// objectOf reads what stands as the object of the cue ("denied the report"), alone
// or with what is said of it ("called the report false").
func (r *reading) objectOf(all []*finding, t *clause.Tree, c *cue, v int) []*finding {
	o := r.object(t, v)
	for _, k := range t.Children(v) {
		if t.Rel(k) != "xcomp" || k < v {
			continue
		}
		_, last := t.Reach(k)
		switch form := t.ClauseForm(k); {
		case o != clause.None && form != clause.FormTo:
			first, _ := t.Reach(o)
			all = with(all, r.reports(c, takesPredicate, "pred"), r.whole(t, first, o, v, last))
		case t.OwnSubject(v) != clause.None && (t.Passive(v) || form == clause.FormTo || form == clause.FormPredicate):
			all = with(all, r.reports(c, takesRaised, "raise"), r.raised(t, v, k))
		}
	}
	if o == clause.None || !t.Nominal(o) {
		return all
	}
	first, last := t.Reach(o)
	for first < o && r.d.Tokens[first].UPOS == "ADP" {
		first++
	}
	if o < v {
		first, last = o, o+1 // "which they denied"
	} else {
		last = r.withRecipient(t, v, first, r.short(first, last))
	}
	return with(all, r.reports(c, takesObject, "object"), r.parts(first, last, last, last))
}

// withRecipient is the end of an object with the phrase behind it that tells for or
// to whom it is: "offered help to the victims".
func (r *reading) withRecipient(t *clause.Tree, v, first, last int) int {
	for _, p := range t.Phrases(v) {
		low, high := t.Reach(p.At)
		switch p.Prep {
		case "to", "for", "with", "as":
			if low == last && p.At > v && !r.isTime(p.At) {
				return r.short(first, high)
			}
		}
	}
	return last
}

// whole is an object with what is said of it, to last.
func (r *reading) whole(t *clause.Tree, first, object, v, last int) []doc.Span {
	if object < v {
		return r.parts(object, object+1, v+1, last)
	}
	return r.parts(first, last, last, last)
}

// raised is a subject with what is said of it: "the talks are expected to fail".
func (r *reading) raised(t *clause.Tree, v, k int) []doc.Span {
	s := t.OwnSubject(v)
	if s == clause.None || s > v || k < v {
		return nil
	}
	a, b := t.Reach(s)
	c, d := t.Reach(k)
	return r.parts(a, min(b, v), c, d)
}

// phrasesOf reads what stands behind the preposition of a cue: "talked about the
// siege", "accused the army of shelling", "is seen as a mistake".
func (r *reading) phrasesOf(all []*finding, t *clause.Tree, v int) []*finding {
	for _, k := range t.Children(v) {
		if k < v {
			continue
		}
		prep := ""
		switch t.Rel(k) {
		case "obl":
			prep = t.Preposition(k)
		case "advcl", "xcomp":
			if form := t.ClauseForm(k); form == clause.FormIng || form == clause.FormPredicate || form == clause.FormBare {
				prep = t.Subordinator(k)
			}
		}
		if prep == "" || prep == "by" || r.isTime(k) {
			continue
		}
		c := r.row(classVerb, t.Lemma(v), prep)
		if c == nil {
			continue
		}
		first, last := t.Reach(k)
		if t.Lower(first) == prep && first < k {
			first++
		}
		last = r.short(first, last)
		takes := takesObject
		if !t.Nominal(k) {
			takes = takesGerund
		}
		all = r.afterPreposition(all, r.reports(c, takes, takes.String()), t, v, first-1, r.parts(first, last, last, last))
		if o := r.object(t, v); o != clause.None {
			low, _ := t.Reach(o)
			all = r.afterPreposition(all, r.reports(c, takesPredicate, "pred"), t, v, first-1, r.whole(t, low, o, v, last))
		} else if t.Passive(v) {
			all = r.afterPreposition(all, r.reports(c, takesRaised, "raise"), t, v, first-1, r.raised(t, v, k))
		}
	}
	return all
}

// afterPreposition appends a finding whose cue takes in the preposition right
// behind it.
func (r *reading) afterPreposition(all []*finding, f *finding, t *clause.Tree, v, prep int, content []doc.Span) []*finding {
	if f != nil {
		f.cue = r.d.Tokens[v].Span
		if prep == v+1 {
			f.cue.End = r.d.Tokens[prep].End
		}
	}
	return with(all, f, content)
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
