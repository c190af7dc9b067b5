package actor

import "github.com/readout-project/readout/doc"

// homePersons gives officials whom the report names with their office and without
// a state the one state of which it has spoken so far as the place of what it tells:
// the mayor and the interior minister who speak of a fire in Brazil are Brazilian.
// Heads of state, envoys, and ministers who travel may be anybody's.
func (r *reading) homePersons() {
	for _, s := range r.sents {
		for _, c := range s.chunks {
			a := s.atomOf(c.last - 1)
			if a == nil || a.last != c.last || !r.person(*a) || a.entity < 0 {
				continue
			}
			e := &r.drafts[a.entity]
			if e.Country != "" || e.Kind != doc.KindPerson {
				continue
			}
			switch e.Sector {
			case "GOV", "COP", "JUD", "LEG":
			default:
				continue
			}
			ro := s.roleBefore(a.first, c.first)
			if ro == nil || ro.entry.sector != e.Sector || !localRole(*ro) {
				continue
			}
			p := phrase{s: s, c: c, ro: *ro, b: belonging{group: -1, entity: -1, first: ro.first}, definite: true}
			if name, _ := r.onlyState(&p); name != nil && !r.dealtWith(&p, r.placeOf(name)) {
				e.Country, e.Rule = r.placeOf(name), e.Rule+", the one state of the report"
				e.Evidence = e.Evidence.Cover(name.span)
			}
		}
	}
}
