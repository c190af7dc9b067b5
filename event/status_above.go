package event

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// contentOf returns the noun of speech whose content a clause parsed as a relative
// one tells, or None: "dismissed claims that jets hit rebels", "a claim by the army
// that rebels took the town".
func (s *sentence) contentOf(cur, noun int) int {
	t, k := s.tree, s.lib.status.kinds
	if by := t.Preposition(noun); t.Rel(noun) == "nmod" && (by == "by" || by == "from") {
		noun = t.Head(noun)
	}
	if l := t.Lemma(noun); !k["report"][l] && !k["allege"][l] && !k["deny"][l] && !k["believe"][l] || t.Verbal(noun) {
		return clause.None
	}
	sub, obj := t.OwnSubject(cur), t.Child(cur, "obj")
	if sub == clause.None || sub < noun {
		return clause.None
	}
	for _, c := range t.Children(cur) {
		if c != sub && c < cur && t.Lower(c) == "that" {
			return noun
		}
	}
	// "Accusations he had made a deal": nothing is left for a relative to stand for.
	if obj > cur && t.Nominal(obj) && t.Subordinator(cur) == "" {
		return noun
	}
	return clause.None
}

// lookedInto reports whether the claim or report is what somebody examines: "an
// inquiry into claims that", "investigated reports that".
func (s *sentence) lookedInto(noun int) bool {
	t := s.tree
	if t.Verbal(noun) {
		return false
	}
	first := t.FirstConjunct(noun)
	host := t.Head(first)
	return t.Preposition(noun) == "into" || t.Rel(first) == "obj" && host != clause.None && s.lib.status.kinds["examine"][t.Lemma(host)]
}

// helpFor reports whether the object of the verb is help, so that "in" and a
// gerund say what for, and not what is done: "asked for help in retaking the port".
func (s *sentence) helpFor(verb int) bool {
	o := s.tree.Object(verb)
	if o == clause.None {
		for _, p := range s.tree.Phrases(verb) {
			if p.Prep == "for" {
				o = p.Head
			}
		}
	}
	return o != clause.None && s.lib.status.kinds["help"][s.tree.Lemma(o)]
}

// colon reports whether a colon stands between the two.
func (s *sentence) colon(first, last int) bool {
	for i := first; i < last; i++ {
		if s.tree.Form(i) == ":" {
			return true
		}
	}
	return false
}

// told weighs a clause that is given: only who tells it matters.
func (s *sentence) told(cur, gov int, lemma string, v *verdict) {
	k := s.lib.status.kinds
	if t := s.tree; t.Verbal(gov) && (k["report"][lemma] || k["allege"][lemma]) && t.Negation(gov) == clause.None {
		v.raise(doc.Reported, s.quote(gov)+" over "+s.quote(cur))
		s.attribute(gov, v)
	}
}

// under weighs a clause that completes the word gov.
func (s *sentence) under(cur, gov int, lemma string, form clause.Form, v *verdict) {
	t, k := s.tree, s.lib.status.kinds
	why := s.quote(gov) + " over " + s.quote(cur)
	finite := form == clause.FormThat
	if form == clause.FormQuestion {
		v.refuse("stands in the question under " + s.quote(gov))
		return
	}
	if finite && t.Token(cur).XPOS == "VB" && len(t.Auxiliaries(cur)) == 0 && t.Tense(cur) == clause.Untensed {
		v.refuse("asked for: " + why) // "demanded that the US ease sanctions"
		return
	}
	if finite && s.inTheEvent(cur) {
		v.refuse("'in the event that' before " + s.quote(cur))
		return
	}
	if (k["report"][lemma] || k["allege"][lemma]) && s.lookedInto(gov) {
		v.refuse(s.quote(gov) + " is looked into: " + why)
		return
	}
	if k["help"][lemma] && !t.Verbal(gov) && form == clause.FormIng {
		v.refuse("what the " + lemma + " is for")
		return
	}
	if host := t.Head(t.FirstConjunct(gov)); (k["report"][lemma] || k["allege"][lemma]) && !t.Verbal(gov) && host != clause.None && t.Verbal(host) && k["deny"][t.Lemma(host)] && t.Object(host) == t.FirstConjunct(gov) {
		v.raise(doc.Denied, s.quote(host)+" over "+s.quote(gov)) // "dismissed claims that"
		s.refuted(host, v)
	}
	denied := t.Verbal(gov) && t.Negation(gov) != clause.None || !t.Verbal(gov) && t.NounNegation(gov) != clause.None
	switch {
	case lemma == "able" && !denied && form == clause.FormTo && s.happened(gov):
	case k["deny"][lemma] && denied:
		v.refuse("negated " + why) // "did not deny that": neither told nor denied
	case k["deny"][lemma]:
		v.raise(doc.Denied, why)
		s.refuted(gov, v)
	case denied && !k["real"][lemma]:
		v.refuse("negated " + why)
	case lemma == "claim" && finite && s.ownDeed(cur, gov):
		v.refuse("a claim of one's own deed: " + why) // CAMEO 015, a statement
	case k["allege"][lemma] && (finite || form == clause.FormIng || form == clause.FormTo):
		v.raise(doc.Alleged, why)
		s.attribute(gov, v)
	case lemma == "go" && form == clause.FormTo && t.Token(gov).XPOS == "VBG":
		v.raise(doc.Planned, why) // "are going to fight"
		v.committed, v.will = true, true
	case k["plan"][lemma] && !finite:
		v.raise(doc.Planned, why)
	case k["hedge"][lemma] && (t.Lemma(cur) == "set" || t.Lemma(cur) == "poise" || t.Lemma(cur) == "poised"):
		v.refuse("a forecast: " + why) // "appears set to take the town"
	case k["hedge"][lemma]:
		v.raise(doc.Alleged, why)
	case k["report"][lemma] && (finite || t.Passive(gov)):
		v.raise(doc.Reported, why)
		s.attribute(gov, v)
	case k["fact"][lemma] && (finite || form == clause.FormIng):
	case k["believe"][lemma] && t.Verbal(gov) || k["believe"][lemma] && (finite || form == clause.FormIng):
		v.refuse(why)
	case k["real"][lemma]:
	case finite && t.Verbal(gov) && !s.isActor(s.subjectOr(gov)) && !s.isPerson(s.subjectOr(gov)):
		v.refuse(why) // "this means that ..."
	case finite:
		v.raise(doc.Reported, why)
		s.attribute(gov, v)
	case form == clause.FormTo || form == clause.FormBare && t.Rel(cur) == "ccomp":
		v.refuse(why)
	}
}

// happened reports whether a predicate stands in the past: "were able to arrest" tells
// that they did.
func (s *sentence) happened(predicate int) bool {
	t := s.tree
	cop := t.Child(predicate, "cop")
	return cop != clause.None && t.Token(cop).XPOS == "VBD" && t.Modal(predicate) == clause.None
}

// ownDeed reports whether the clause tells what its own teller did: "claimed that they
// had attacked the base".
func (s *sentence) ownDeed(cur, gov int) bool {
	e := s.entity(s.subject(gov))
	return e >= 0 && s.entity(s.subject(cur)) == e
}

// subjectOr is the logical subject of the verb, or the verb itself.
func (s *sentence) subjectOr(verb int) int {
	if sub := s.tree.Subject(verb); sub != clause.None {
		return sub
	}
	return verb
}

// inTheEvent reports whether the clause opens with "in the event that".
func (s *sentence) inTheEvent(v int) bool {
	t := s.tree
	for _, c := range t.Children(v) {
		if t.Lower(c) == "that" && c-3 >= t.First && c < v {
			l := t.Lower(c - 1)
			return t.Lower(c-3) == "in" && (l == "event" || l == "case")
		}
	}
	return false
}

// beside weighs an adverbial clause under the predicate gov.
func (s *sentence) beside(cur, gov int, form clause.Form, v *verdict) {
	t, w := s.tree, s.lib.status
	open := t.Subordinator(t.FirstConjunct(cur))
	why := "'" + open + "' before " + s.quote(cur)
	if st, ok := w.open[open]; ok {
		if st == string(doc.Conditional) {
			st = "none" // a condition is what something depends on: nobody says that it is met
		}
		s.apply(st, why, v)
		return
	}
	switch {
	case form == clause.FormTo:
		v.refuse("purpose of " + s.quote(gov))
	case form == clause.FormThat:
		if m := t.Modal(gov); m != clause.None && (open == "when" || open == "once" || open == "before" || open == "after") {
			v.raise(doc.Conditional, why+" under "+s.quote(m))
		} else if open == "once" && t.Tense(cur) == clause.Present && t.Modal(cur) == clause.None {
			v.raise(doc.Conditional, why+" in the present") // "once Kenya agrees to talks"
		}
	case open == "before", open == "despite":
	case open == "for", open == "after", open == "since":
		// told as fact, whatever becomes of the clause above
	default:
		// A participle shares the fate of its clause: "could retaliate by bombing".
		if m := t.Modal(gov); m != clause.None {
			s.apply(w.modal[t.Lower(m)], s.quote(m)+" before "+s.quote(gov), v)
		}
	}
}
