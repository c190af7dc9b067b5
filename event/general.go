package event

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// general says why a clause tells what is so as a rule and not what was done, ""
// when it does not: habits ("police often detain", "meets every month"), what a law
// provides ("the law bars employers from dismissing workers who strike") and what
// is said of all of a kind ("those who finance terrorism").
func (s *sentence) general(a *act) string {
	if a.anchor == a.pred {
		if w := s.habit(a.pred); w != clause.None && (a.code.Quad != 4 || s.tree.Tense(a.pred) == clause.Present) {
			return "a habit: " + s.quote(w) + " with " + s.quote(a.pred)
		}
		if w := s.again(a); w != "" && a.code.Type != "AID" { // aid comes in instalments
			return "a habit: '" + w + "'"
		}
	}
	if s.heading(a) {
		return "stands in a heading"
	}
	cur, t := a.anchor, s.tree
	for range 16 {
		if w := s.insteadOf(cur); w != "" {
			return w
		}
		if why := s.ofAll(cur); why != "" {
			return why
		}
		if why := s.provides(cur); why != "" && cur != a.anchor {
			return why
		}
		switch t.Rel(cur) {
		case "parataxis":
			return ""
		case "advcl":
			// "The act protects officers when they assist the court", but not "the law
			// bans the party after it attacked the court".
			switch t.Tense(cur) {
			case clause.Past, clause.Perfect, clause.PastPerfect:
				return ""
			}
		case "conj":
			if t.OwnSubject(cur) != clause.None {
				return ""
			}
		case "nsubj":
			// What the subject of the rule has besides: "the law, signed on Monday, bans".
			return ""
		}
		if cur = t.Head(cur); cur == clause.None {
			return ""
		}
	}
	return ""
}

// insteadOf says whether "instead of" or "rather than" opens the clause: what was
// not done; or "such as": what may be done.
func (s *sentence) insteadOf(v int) string {
	t := s.tree
	if t.ClauseForm(v) != clause.FormIng {
		return ""
	}
	for _, c := range t.Children(v) {
		if r := t.Rel(c); (r == "mark" || r == "case" || r == "cc") && c < v {
			for _, i := range []int{c, c + 1} {
				if i > t.First && i < v {
					switch two := t.Lower(i-1) + " " + t.Lower(i); two {
					case "instead of", "rather than", "such as":
						return "'" + two + "' before " + s.quote(v)
					}
				}
			}
		}
	}
	return ""
}

// habit is the adverb that makes a habit of the verb, or None. The perfect tells
// what was done time and again, which reports count as told: "has often threatened".
func (s *sentence) habit(verb int) int {
	t := s.tree
	first := t.FirstConjunct(verb)
	hosts := []int{verb}
	if t.OwnSubject(verb) == clause.None {
		hosts = append(hosts, first)
	}
	if t.Rel(first) == "xcomp" { // "sometimes helped negotiate"
		hosts = append(hosts, t.Head(first), t.FirstConjunct(t.Head(first)))
	}
	for _, v := range hosts {
		switch t.Tense(v) {
		case clause.Perfect, clause.PastPerfect:
			return clause.None
		}
		for _, c := range t.Children(v) {
			if t.Rel(c) == "advmod" && s.lib.status.kinds["habit"][t.Lower(c)] {
				return c
			}
		}
	}
	return clause.None
}

// again is the time of the act that comes round: "every year", "twice a week".
func (s *sentence) again(a *act) string {
	t := s.tree
	switch t.Tense(a.pred) {
	case clause.Perfect, clause.PastPerfect:
		return ""
	}
	sent := s.d.Sentences[s.num]
	for _, tm := range s.d.Times {
		if tm.Type != doc.TimeSet || !sent.Contains(tm.Span) {
			continue
		}
		first, last := s.d.TokensIn(tm.Span)
		if head := s.d.HeadOf(first, last); head >= 0 && t.Head(head) == a.pred {
			return s.d.Slice(tm.Span)
		}
	}
	return ""
}

// ofAll says whether the token heads a relative clause in the present that speaks of
// all of a kind: "those who support terrorists", "any country that hosts them".
func (s *sentence) ofAll(v int) string {
	t := s.tree
	head := t.Head(v)
	if head == clause.None || t.Child(head, "nummod") != clause.None {
		return ""
	}
	switch rel := t.FullRel(v); {
	case rel == "acl:relcl" && t.Tense(v) == clause.Present && !t.Passive(v):
	case rel == "acl" && t.Passive(v):
		// "Persons convicted of theft face": what is so, not what was done.
		if c := t.Clause(head); c == clause.None || t.Modal(c) == clause.None && t.Tense(c) != clause.Present {
			return ""
		}
	default:
		return ""
	}
	if allOfAKind[t.Lower(head)] {
		return "said of all " + s.quote(head) + " of the kind"
	}
	switch t.Determiner(head) {
	case "any", "every", "each", "all", "no":
		return "said of any " + s.quote(head)
	}
	return ""
}

// allOfAKind are the words for whoever is of a kind.
var allOfAKind = wordSet("those anyone anybody everyone everybody whoever person persons people someone one individuals adults offenders women girls children men citizens employers workers employees")

// provides says whether the verb tells what a law or a rule provides for.
func (s *sentence) provides(v int) string {
	t, k := s.tree, s.lib.status.kinds
	if !k["rule"][t.Lemma(v)] {
		return ""
	}
	sub := s.core(t.Subject(v))
	if sub == clause.None || !k["norm"][t.Lemma(sub)] {
		return ""
	}
	return "what a " + t.Lemma(sub) + " provides: " + s.quote(v)
}

// heading reports whether a noun without an actor stands in a heading that the
// sentence opens with: "Exploitation of Children: The law forbids".
func (s *sentence) heading(a *act) bool {
	t := s.tree
	if a.noun == clause.None || len(a.actors) > 0 {
		return false
	}
	for i := t.First; i < t.Last-1; i++ {
		if t.Verbal(i) {
			return false
		}
		if t.Form(i) == ":" {
			return a.noun < i
		}
	}
	return false
}
