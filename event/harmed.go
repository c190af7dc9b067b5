package event

import (
	"slices"

	"github.com/readout-project/readout/english/clause"
)

// harms are verbs whose passive tells what an attack did to people.
var harms = wordSet("kill wound injure hurt")

// harmPreps lead from such a verb to the attack.
var harmPreps = wordSet("in by during from after")

// harmed gives an attack the victims that the passive around it names: in "Ten people
// were killed and six injured in a series of Russian air strikes" the strikes are done
// to all of them. It returns the verbs that tell so, which then are no acts of their
// own unless they say by whom.
func (s *sentence) harmed(a *act) []int {
	if a.code.Type != "ASSAULT" || a.frame.Mutual || a.negated {
		return nil
	}
	t, v := s.tree, a.pred
	switch {
	case a.anchor == a.noun:
		if len(a.recipients) > 0 {
			return nil
		}
		if v = s.harmAround(a.noun); v == clause.None {
			return nil
		}
	case a.noun != clause.None || a.length < 2 || !harms[t.Lemma(v)] || !t.Passive(v):
		return nil
	}
	verbs := []int{v}
	for step, c := 0, v; t.Rel(c) == "conj" && step < maxDepth; step++ {
		if c = t.Head(c); c == clause.None || !t.Passive(c) || !harms[t.Lemma(c)] {
			break
		}
		verbs = append([]int{c}, verbs...)
	}
	var all []int
	for _, v := range verbs {
		for _, n := range t.Objects(v) {
			for _, e := range s.entitiesOf(n, anybody) {
				if !slices.Contains(a.actors, e) && !slices.Contains(all, e) {
					all = append(all, e)
				}
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	for _, e := range a.recipients {
		if !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	a.recipients = all
	if a.missing == "recipient" || a.missing == "party" {
		a.missing = ""
	}
	return verbs
}

// harmAround returns the passive verb of harm whose phrase the attack stands in, by
// itself or as one of a number: "in the latest of several strikes".
func (s *sentence) harmAround(noun int) int {
	t := s.tree
	n := t.FirstConjunct(noun)
	for step := 0; step < maxDepth && t.Rel(n) == "nmod"; step++ {
		h := t.Head(n)
		if h == clause.None || s.core(h) != n {
			return clause.None
		}
		n = h
	}
	v := t.Head(n)
	if v == clause.None || t.Rel(n) != "obl" || !t.Passive(v) || !harms[t.Lemma(v)] {
		return clause.None
	}
	if c := t.Child(n, "case"); c == clause.None || !harmPreps[t.Lower(c)] {
		return clause.None
	}
	return v
}
