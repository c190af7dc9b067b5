package actor

import (
	"github.com/readout-project/readout/doc"
)

// ownedByRole takes country and sector of a possessor whom only a role noun
// names and who has no entity yet: "the Supreme Leader's adviser", "the
// Indonesian president's office".
func (r *reading) ownedByRole(s *sentence, b *belonging, o chunk, owner, ro role) {
	if ro.entry.flags.kin || owner.entry.flags.kin || owner.entry.flags.weak {
		return
	}
	of := r.belongs(s, o, owner, o.last)
	if following[ro.entry.noun] && of.sector != "" {
		b.country, b.sector, b.rule = of.country, "CVL", "possessor"
		return
	}
	if of.sector == "" || owner.entry.kind == rolePerson && !stately(ro.entry.sector) && !(armed(ro.entry.sector) && armed(of.sector)) {
		return
	}
	b.country, b.cameo = of.country, ""
	if ro.entry.inherit {
		b.sector = of.sector
	}
	b.evidence = b.evidence.Cover(r.spanOf(o.first, o.last))
	b.rule = "possessor"
}

// opposing are nouns for people who stand against whom the possessor names.
var opposing = map[string]bool{"critic": true, "opponent": true, "detractor": true, "adversary": true}

// following are nouns for people who hold with whom the possessor names.
var following = map[string]bool{"supporter": true, "loyalist": true, "follower": true, "backer": true, "sympathiser": true, "sympathizer": true}

// loyal reads whom forces obey: "troops loyal to Khalifa Haftar".
func (r *reading) loyal(s *sentence, b *belonging, ro role, t int) {
	if s.lower(t) == "the" {
		t++
	}
	for _, c := range s.chunks {
		if c.first > t || t >= c.last {
			continue
		}
		a := s.atomOf(c.last - 1)
		if a == nil || a.last != c.last || a.entity < 0 || a.hyphen {
			return
		}
		e := &r.drafts[a.entity]
		b.country, b.rule = e.Country, "loyal to"
		if e.Kind == doc.KindPerson && armed(e.Sector) || e.Kind == doc.KindGroup && armed(ro.entry.sector) {
			b.sector = e.Sector
		}
		b.evidence = b.evidence.Cover(a.span)
		return
	}
}
