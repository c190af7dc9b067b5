package event

import (
	"slices"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// speech returns the quote whose content holds the token.
func (s *sentence) speech(tok int) (doc.Quote, bool) {
	at := s.tree.Token(tok).Span
	for _, q := range s.d.Quotes {
		for _, c := range q.Content {
			if c.Contains(at) && !q.Cue.Overlaps(at) {
				return q, true
			}
		}
	}
	return doc.Quote{}, false
}

// sources weighs quotation and "according to": whose words tell the act.
func (s *sentence) sources(a *act, v *verdict) {
	if q, ok := s.speech(a.anchor); ok {
		v.raise(doc.Reported, "told in a quotation")
		if q.Speaker >= 0 && !slices.Contains(v.attribution, q.Speaker) {
			v.attribution = append(v.attribution, q.Speaker)
		}
	}
	t := s.tree
	for i := t.First; i < t.Last; i++ {
		if t.Rel(i) != "case" || !slices.Contains(s.lib.status.according, t.Preposition(t.Head(i))) {
			continue
		}
		// Parsers hang "according to X" too low; it attributes the whole sentence.
		v.raise(doc.Reported, "'"+t.Preposition(t.Head(i))+"' "+s.quote(t.Head(i)))
		if e := s.entity(t.Head(i)); e >= 0 && !slices.Contains(v.attribution, e) {
			v.attribution = append(v.attribution, e)
		}
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
		if a.pred != n && a.pred != clause.None && t.Negation(a.pred) != clause.None && happens[t.Lemma(a.pred)] {
			v.negated = !v.negated
		}
		if a.pred != clause.None && s.lib.status.kinds["plan"][t.Lemma(a.pred)] && t.Passive(a.pred) {
			v.raise(doc.Planned, s.quote(a.pred)+" of "+s.quote(n))
		}
		return
	case "obl", "nmod":
		if toldAsFact[t.Preposition(n)] {
			return
		}
	}
	v.refuse("the sentence does not tell that it took place")
}

var happens = wordSet("be occur happen begin resume continue erupt break take follow")

// toldAsFact are prepositions after which an event is taken as having happened.
var toldAsFact = map[string]bool{"after": true, "amid": true, "during": true, "following": true, "since": true,
	"in response to": true, "because of": true, "as a result of": true, "despite": true, "in": true, "by": true, "from": true, "amidst": true}
