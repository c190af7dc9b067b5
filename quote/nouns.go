package quote

import "github.com/readout-project/readout/english/clause"

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
