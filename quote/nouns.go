package quote

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// underAdjective reads "he is convinced that", "is critical of the plan" and "made
// it clear that".
func (r *reading) underAdjective(t *clause.Tree, a int) []*finding {
	var all []*finding
	source, cue, made := t.Subject(a), r.d.Tokens[a].Span, false
	if v := t.Head(a); t.Rel(a) == "xcomp" && v != clause.None && t.Lemma(v) == "make" {
		source, cue, made = t.Subject(v), r.span(v, a+1), true
	}
	if source != clause.None && t.Lower(source) == "it" || source == clause.None && !made {
		return nil
	}
	for _, k := range t.Children(a) {
		if k < a {
			continue
		}
		rel, form := t.Rel(k), t.ClauseForm(k)
		first, last := t.Reach(k)
		content := r.parts(first, last, last, last)
		switch {
		case made && rel == "ccomp" && form != clause.FormTo:
			all = with(all, r.reports(r.row(classMade, t.Lemma(a), ""), takesThat, "made"), content)
		case made:
		case rel == "ccomp" && form != clause.FormTo:
			all = with(all, r.reports(r.row(classAdjective, t.Lemma(a), ""), takesThat, "adjective"), content)
		case (rel == "xcomp" || rel == "ccomp" || rel == "advcl") && form == clause.FormTo:
			all = with(all, r.reports(r.row(classAdjective, t.Lemma(a), ""), takesInfinitive, "adjective-to"), content)
		case rel == "obl" || rel == "advcl" && form == clause.FormIng:
			all = r.behindPreposition(all, t, classAdjective, a, k)
		}
	}
	for _, f := range all {
		f.class, f.cueToken, f.cue = classAdjective, a, cue
		if made {
			f.class = classMade
		}
		if source != clause.None {
			f.speaker, f.source = source, r.nounPhrase(t, source, a)
		}
	}
	return all
}

// behindPreposition reads the phrase k of a noun or adjective: "critical of the
// plan", "support for the ceasefire".
func (r *reading) behindPreposition(all []*finding, t *clause.Tree, in class, n, k int) []*finding {
	prep := t.Preposition(k)
	if prep == "" {
		prep = t.Subordinator(k)
	}
	if prep == "" || prep == "by" || r.isTime(k) {
		return all
	}
	takes := takesObject
	if !t.Nominal(k) {
		takes = takesGerund
	}
	f := r.reports(r.row(in, t.Lemma(n), prep), takes, string(in)+"-"+takes.String())
	if f == nil {
		return all
	}
	first, last := t.Reach(k)
	if t.Lower(first) == prep && first < k {
		first++
	}
	return with(all, f, r.parts(first, last, last, last))
}

// underNoun reads "his claim that", "a statement by the ministry that" and "support
// for the ceasefire".
func (r *reading) underNoun(t *clause.Tree, n int) []*finding {
	var all []*finding
	c := r.row(classNoun, t.Lemma(n), "")
	holder := r.holder(t, n)
	for _, k := range t.Children(n) {
		if k < n {
			continue
		}
		if t.Rel(k) == "nmod" || t.Rel(k) == "acl" && t.ClauseForm(k) == clause.FormIng && t.Subordinator(k) != "" {
			if k != holder {
				all = r.behindPreposition(all, t, classNoun, n, k)
			}
			continue
		}
		if rel := t.FullRel(k); rel != "acl" && rel != "ccomp" && rel != "acl:relcl" {
			continue
		}
		first, last := t.Reach(k)
		// A parser takes the "that" of a claim for a relative pronoun; a clause that
		// has its subject and object needs none.
		if t.Lower(first) == "that" && t.Child(k, "nsubj") > first &&
			(t.Subordinator(k) == "that" || countObjects(t, k) > 1) {
			all = with(all, r.reports(c, takesThat, "noun-that"), r.parts(first, last, last, last))
		} else if t.ClauseForm(k) == clause.FormTo {
			all = with(all, r.reports(c, takesInfinitive, "noun-to"), r.parts(first, last, last, last))
		}
	}
	if len(all) == 0 && holder != clause.None {
		all = with(all, r.reports(c, takesThat, "noun-that"), r.thatBehind(t, n))
	}
	for _, f := range all {
		f.class, f.cueToken, f.cue = classNoun, n, r.d.Tokens[n].Span
		s := holder
		if f.attitude {
			s = r.bearer(t, n)
		}
		if s != clause.None {
			f.speaker, f.source = s, r.nounPhrase(t, s, n)
		}
		if s == n {
			first, _ := t.Reach(n)
			f.source = r.span(first, n+1)
		}
	}
	return all
}

// thatBehind reads the clause that a noun announces where the tree hangs it
// elsewhere: "dismissed claims by the senator that jets had hit rebels".
func (r *reading) thatBehind(t *clause.Tree, n int) []doc.Span {
	if r.within[n] >= 0 {
		return nil
	}
	for i := n + 1; i < min(t.Last, n+9); i++ {
		switch x := r.d.Tokens[i].UPOS; {
		case x == "VERB" || x == "AUX" || x == "PUNCT" && r.d.Form(i) != "-":
			return nil
		case t.Lower(i) == "that" && x == "SCONJ":
			k := t.Head(i)
			if k == clause.None || t.Child(k, "nsubj") == clause.None {
				return nil
			}
			_, last := t.Reach(k)
			return r.parts(i, last, last, last)
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

// bearer is who holds the attitude that a noun names: whose it is, who is said to be
// its holder ("she is a critic of"), whom the noun itself names ("critics of the
// plan"), or who has it ("won support for").
func (r *reading) bearer(t *clause.Tree, n int) int {
	if s := r.holder(t, n); s != clause.None {
		return s
	}
	if s := t.OwnSubject(n); s != clause.None && t.Child(n, "cop") != clause.None {
		return s
	}
	if bearers[t.Lemma(n)] {
		return n
	}
	if v := t.Head(n); v != clause.None && t.Rel(n) == "obj" && isVerb(r.d, v) {
		return t.Subject(v)
	}
	return clause.None
}

// bearers are nouns for people by their attitude.
var bearers = map[string]bool{"supporter": true, "critic": true, "opponent": true, "proponent": true, "defender": true,
	"advocate": true, "backer": true, "fan": true, "admirer": true, "champion": true, "architect": true, "believer": true}

// voices are the verbs whose subject holds what their object claims.
var voices = map[string]bool{"issue": true, "release": true, "make": true, "have": true, "voice": true, "express": true,
	"publish": true, "give": true, "repeat": true, "reiterate": true, "post": true, "send": true, "hold": true,
	"raise": true, "deliver": true, "share": true, "offer": true, "level": true, "cite": true}
