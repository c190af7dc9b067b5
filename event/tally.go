package event

import "github.com/readout-project/readout/english/clause"

// periods are spans of time over which reports add up what happened.
var periods = wordSet("year month season decade century")

// tally returns the period over which the clause counts victims, "" when it does
// not: "28 people have been killed in riots this year" adds up many acts, and is
// none of them.
func (s *sentence) tally(verb int) string {
	t := s.tree
	if verb == clause.None || t.Tense(verb) != clause.Perfect || !t.Passive(verb) {
		return ""
	}
	if n := t.OwnSubject(verb); n == clause.None || t.Child(n, "nummod") == clause.None && !measures[t.Lemma(n)] {
		return ""
	}
	for _, c := range t.Children(verb) {
		if t.Rel(c) == "obl" && periods[t.Lemma(c)] && t.Determiner(c) == "this" {
			return "'this " + t.Lemma(c) + "'"
		}
	}
	return ""
}
