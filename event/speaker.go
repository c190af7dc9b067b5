package event

import (
	"slices"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// speakers are the parties that say what the act's clause says, for acts that are done
// by saying so: in "the army was to blame for the deaths, Algeria said" Algeria accuses.
func (s *sentence) speakers(a *act) []int {
	var all []int
	add := func(e int) {
		if e >= 0 && s.political[e] && s.d.Entities[e].Sector != "JRN" && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	t, k := s.tree, s.lib.status.kinds
	for p, steps := a.pred, 0; p != clause.None && steps < 8; steps++ {
		if t.FullRel(p) == "acl:relcl" {
			return nil // "demanded a solution for refugees who break the law": the teller's words
		}
		p = t.Head(p)
	}
	if gov, rel := t.Governor(a.pred); a.pred != clause.None && gov != clause.None && (rel == "ccomp" || rel == "parataxis") && t.Verbal(gov) &&
		(k["report"][t.Lemma(gov)] || k["allege"][t.Lemma(gov)]) && t.Negation(gov) == clause.None {
		for _, n := range s.subjects(gov) {
			add(s.entity(n))
		}
	}
	if q, ok := s.speech(a.anchor, false); ok && len(all) == 0 && !s.denies(q) {
		add(q.Speaker)
		for _, e := range q.Joint {
			add(e)
		}
	}
	return all
}

// bySaying makes an act of words whose actor is the speaker one that took place, by
// nobody's word but the report's.
func (s *sentence) bySaying(a *act, v *verdict) {
	if len(a.told) == 0 || v.drop != "" {
		return
	}
	v.attribution = slices.DeleteFunc(v.attribution, func(e int) bool { return slices.Contains(a.told, e) })
	if v.status == doc.Reported && len(v.attribution) == 0 {
		v.status = doc.Asserted
	}
}
