package event

import (
	"slices"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// speech returns the innermost quote whose content holds the token; with direct set,
// the innermost that gives the speaker's own words. Who supports or seeks something
// does not tell that it happens: attitudes are passed over.
func (s *sentence) speech(tok int, direct bool) (doc.Quote, bool) {
	at := s.tree.Token(tok).Span
	var inner doc.Quote
	size := -1
	for _, q := range s.d.Quotes {
		if q.Attitude || direct && q.Kind == doc.QuoteIndirect {
			continue
		}
		for _, c := range q.Content {
			if c.Contains(at) && !q.Cue.Overlaps(at) && (size < 0 || c.Len() < size) {
				inner, size = q, c.Len()
			}
		}
	}
	return inner, size >= 0
}

// sources weighs quotation and "according to": whose words tell the act.
func (s *sentence) sources(a *act, v *verdict) {
	if q, ok := s.speech(a.anchor, false); ok && !s.foreign(a, q) {
		if !s.denies(q) {
			v.raise(doc.Reported, "told in a quotation")
			s.credit(q, v)
		} else if !s.presupposed(a, q) {
			v.raise(doc.Denied, "told in a denial")
			if q.Speaker >= 0 {
				v.deny(q.Speaker)
			}
		}
	}
	t := s.tree
	for i := t.First; i < t.Last; i++ {
		if t.Rel(i) != "case" || !slices.Contains(s.lib.status.according, t.Preposition(t.Head(i))) {
			continue
		}
		// Parsers hang "according to X" too low; it attributes the whole of what is
		// told up to the next clause with a subject of its own.
		if s.part(t.Head(i)) != s.part(a.anchor) {
			continue
		}
		v.raise(doc.Reported, "'"+t.Preposition(t.Head(i))+"' "+s.quote(t.Head(i)))
		var who []int
		for _, n := range t.Conjuncts(t.Head(i)) {
			who = append(who, s.entity(n))
		}
		v.carried(who)
	}
	s.cited(a, v)
}

// foreign reports whether "according to" opens the quote and stands in another part
// of the sentence than the act.
func (s *sentence) foreign(a *act, q doc.Quote) bool {
	first, last := s.d.TokensIn(q.Cue)
	if first < s.tree.First || first >= min(last, s.tree.Last) || s.tree.Rel(first) != "case" {
		return false
	}
	return s.part(first) != s.part(a.anchor)
}

// credit adds who speaks in a quote, and before them the outlet that carries it.
func (s *sentence) credit(q doc.Quote, v *verdict) {
	v.credit(q.Speaker)
	for _, e := range q.Joint {
		v.credit(e)
	}
	for _, via := range slices.Backward(q.Via) {
		first, last := s.d.TokensIn(via)
		for i := first; i < last; i++ {
			v.carried([]int{s.head[i]})
		}
	}
}

// cited adds whom the teller names as source: "Reuters reported, citing officials",
// "according to Reuters, citing officials".
func (s *sentence) cited(a *act, v *verdict) {
	t := s.tree
	for i := t.First; i < t.Last && len(v.attribution) > 0; i++ {
		if t.Token(i).XPOS != "VBG" || !s.lib.status.kinds["cite"][t.Lemma(i)] || s.part(i) != s.part(a.anchor) {
			continue
		}
		teller := func(e int) bool { return e >= 0 && slices.Contains(v.attribution, e) }
		beside := i-2 >= t.First && t.Form(i-1) == "," && (s.lib.status.kinds["report"][t.Lemma(i-2)] || teller(s.entity(i-2)) || teller(s.cover[i-2]))
		if !beside && !teller(s.entity(t.Subject(i))) {
			continue
		}
		for _, n := range t.Conjuncts(t.Direct(i)) {
			v.credit(s.author(n))
		}
	}
}

// author is the party that the noun names, or whose text it is: "a report by the
// intelligence service".
func (s *sentence) author(noun int) int {
	if e := s.entity(noun); e >= 0 {
		return e
	}
	for _, slot := range []string{"by", "from", "of", "possessor"} {
		for _, n := range s.within(noun, slot) {
			if e := s.entity(n); e >= 0 && s.political[e] {
				return e
			}
		}
	}
	return -1
}

// credit adds somebody to those who say so, as the source of those before.
func (v *verdict) credit(e int) {
	if e >= 0 && !slices.Contains(v.attribution, e) {
		v.attribution = append(v.attribution, e)
	}
}

// carried puts those who carry the words of others before them: the chain runs
// from the outlet to the original source.
func (v *verdict) carried(by []int) {
	var first []int
	for _, e := range by {
		if e >= 0 && !slices.Contains(v.attribution, e) && !slices.Contains(first, e) {
			first = append(first, e)
		}
	}
	v.attribution = append(first, v.attribution...)
}

// deny adds somebody to those who say that it is not so.
func (v *verdict) deny(e int) {
	if e >= 0 && !slices.Contains(v.deniers, e) {
		v.deniers = append(v.deniers, e)
	}
}

// denies reports whether the words of the quote are what its speaker denies.
func (s *sentence) denies(q doc.Quote) bool {
	first, last := s.d.TokensIn(q.Cue)
	for i := max(first, s.tree.First); i < min(last, s.tree.Last); i++ {
		if s.lib.status.kinds["deny"][s.tree.Lemma(i)] {
			return true
		}
	}
	return false
}

// presupposed reports whether the act is taken as given by the words of the quote
// and so not denied with them: "denied that jets hit rebels fighting the army",
// "denied a role in the attack on the port".
func (s *sentence) presupposed(a *act, q doc.Quote) bool {
	t := s.tree
	if a.anchor != a.pred {
		return true
	}
	for cur := a.pred; cur != clause.None && slices.ContainsFunc(q.Content, func(c doc.Span) bool { return c.Contains(t.Token(cur).Span) }); cur = t.Head(cur) {
		switch rel := t.Rel(cur); {
		case rel == "advcl":
			return true
		case rel == "acl" || t.FullRel(cur) == "acl:relcl":
			if h := t.Head(cur); t.Subordinator(cur) == "" && t.ClauseForm(t.FirstConjunct(cur)) != clause.FormTo && s.contentOf(cur, h) == clause.None {
				return true
			}
		}
	}
	return false
}

// part is the top of the part of the sentence that the token stands in: a clause
// coordinated with another, or set against it by "while", is a part of its own
// when it has a subject of its own.
func (s *sentence) part(tok int) int {
	t := s.tree
	for range t.Last - t.First {
		h := t.Head(tok)
		if h == clause.None {
			break
		}
		if (t.Rel(tok) == "conj" || t.Rel(tok) == "advcl" && contrasts[t.Subordinator(tok)]) && t.OwnSubject(tok) != clause.None {
			break
		}
		tok = h
	}
	return tok
}

var contrasts = wordSet("while whereas although though but")

// aside weighs a verb of speech put in or after the clause: "..., Peskov said".
func (s *sentence) aside(cur int, v *verdict) {
	t, k := s.tree, s.lib.status.kinds
	for _, c := range t.Children(cur) {
		if t.Rel(c) != "parataxis" && !s.setOff(c) || !t.Verbal(c) || t.Child(c, "ccomp", "obj") != clause.None || t.OwnSubject(c) == clause.None {
			continue
		}
		switch l := t.Lemma(c); {
		case k["report"][l]:
			v.raise(doc.Reported, s.quote(c)+" beside "+s.quote(cur))
			s.attribute(c, v)
		case k["allege"][l]:
			v.raise(doc.Alleged, s.quote(c)+" beside "+s.quote(cur))
			s.attribute(c, v)
		}
	}
}

// doubled takes "the coalition called on Russia to stop, the ministry said" where the
// parser made the first clause a participle of a second subject of "said".
func (s *sentence) doubled(cur, noun int, v *verdict) {
	t := s.tree
	verb := t.Head(noun)
	if verb == clause.None || t.Rel(noun) != "nsubj" || !s.lib.status.kinds["report"][t.Lemma(verb)] || t.Child(verb, "ccomp") != clause.None {
		return
	}
	for _, c := range t.Children(verb) {
		if t.Rel(c) != "nsubj" || c < cur || c > verb {
			continue
		}
		if first, _ := s.d.TokensIn(t.Span(c)); first > cur && t.Form(first-1) == "," {
			v.raise(doc.Reported, s.quote(verb)+" beside "+s.quote(cur))
			v.carried([]int{s.entity(c)})
		}
	}
}

// setOff reports whether a clause parsed as a complement stands behind a comma with
// a subject of its own: who tells it, "..., the ministry said".
func (s *sentence) setOff(c int) bool {
	t := s.tree
	sub := t.OwnSubject(c)
	if t.Rel(c) != "ccomp" || sub == clause.None || sub > c || t.Subordinator(c) != "" || c < t.Head(c) {
		return false
	}
	first, _ := s.d.TokensIn(t.Span(sub))
	return first-1 > t.Head(c) && t.Form(first-1) == ","
}

// attribute adds whoever says so.
func (s *sentence) attribute(verb int, v *verdict) {
	v.carried(s.tellers(verb))
}

// tellers are the parties that the verb or noun of speech is of.
func (s *sentence) tellers(verb int) []int {
	var who, all []int
	if s.tree.Verbal(verb) {
		who = s.tree.Subjects(verb)
	} else if p := s.tree.Possessor(verb); p != clause.None {
		who = []int{p}
	} else if p, ok := s.tree.Phrase(verb, "by"); ok {
		who = []int{p.Head}
	}
	for _, tok := range who {
		if e := s.entity(tok); e >= 0 {
			all = append(all, e)
		}
	}
	return all
}

// refuted adds whoever denies it.
func (s *sentence) refuted(gov int, v *verdict) {
	for _, e := range s.tellers(gov) {
		v.deny(e)
	}
}

// bare weighs the place of an event noun that fires without a light verb: it
// counts only where the sentence tells that the thing took place.
func (s *sentence) bare(a *act, v *verdict) {
	t := s.tree
	n := t.FirstConjunct(a.noun)
	if a.within {
		if m := t.Modal(a.pred); m != clause.None {
			v.refuse(s.quote(m) + " before " + s.quote(a.pred))
		}
		return
	}
	for range 3 { // "a series of air strikes"
		h := t.Head(n)
		if h == clause.None || t.Rel(n) != "nmod" || !measures[t.Lemma(h)] {
			break
		}
		n = t.FirstConjunct(h)
	}
	if neg := t.NounNegation(n); neg != clause.None {
		v.negated = true
		v.reasons = append(v.reasons, s.quote(neg)+" before "+s.quote(a.noun))
	}
	if m := t.Modal(a.pred); a.pred != clause.None && m != clause.None && t.Rel(n) != "obl" {
		v.refuse(s.quote(m) + " before " + s.quote(a.pred))
		return
	}
	switch t.Rel(n) {
	case "root":
		return
	case "nsubj":
		if a.pred != clause.None && s.lib.status.kinds["report"][t.Lemma(a.pred)] && t.Child(a.pred, "ccomp") == clause.None && !t.Passive(a.pred) {
			break // an attack says nothing: a slip of the parser
		}
		if h := t.Head(n); h != clause.None && aheads[t.Lemma(h)] {
			v.refuse(s.quote(h) + " tells of what is to come")
			return
		}
		if a.pred != n && a.pred != clause.None && t.Negation(a.pred) != clause.None && happens[t.Lemma(a.pred)] {
			v.negated = !v.negated
		}
		if a.pred != clause.None && s.lib.status.kinds["plan"][t.Lemma(a.pred)] && t.Passive(a.pred) {
			v.raise(doc.Planned, s.quote(a.pred)+" of "+s.quote(n))
		}
		return
	case "obj":
		if a.pred < t.First || a.pred >= t.Last {
			break
		}
		if o := s.acts[a.pred-t.First]; o != nil && o.frame.outer == "deny" && t.Negation(a.pred) == clause.None {
			v.raise(doc.Denied, s.quote(a.pred)+" over "+s.quote(n))
			s.refuted(a.pred, v)
			return
		}
	case "obl", "nmod":
		if t.Preposition(n) == "since" {
			v.refuse("'since' before " + s.quote(n) + " only says from when on")
			return
		}
		if toldAsFact[t.Preposition(n)] {
			return
		}
		// "The siege ended with the arrest of two leaders."
		if t.Preposition(n) == "with" && (a.code.Type == "COERCE" || a.code.Type == "ASSAULT") && a.pred != clause.None && t.Modal(a.pred) == clause.None {
			return
		}
	}
	v.refuse("the sentence does not tell that it took place")
}

// aheads are predicates by which a deed is still to come, if it comes at all.
var aheads = wordSet("imminent likely possible probable inevitable unlikely unavoidable conceivable impending loom")

var happens = wordSet("be occur happen begin resume continue erupt break take follow")

// toldAsFact are prepositions after which an event is taken as having happened.
var toldAsFact = map[string]bool{"after": true, "amid": true, "during": true, "following": true, "since": true,
	"in response to": true, "because of": true, "as a result of": true, "despite": true, "in": true, "by": true, "from": true, "amidst": true}
