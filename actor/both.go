package actor

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// bothOf finds the two whom "the two ministers", "both leaders" or "the two
// countries" mean: exactly two who fit, else nobody.
func (r *reading) bothOf(p phrase) []int {
	if !p.ro.plural || !saysTwo(p.s, p.c.first, p.ro.first) {
		return nil
	}
	if p.ro.entry.flags.sides || p.ro.entry.flags.state {
		return r.twoSides(p)
	}
	if p.ro.entry.kind != rolePerson {
		return nil
	}
	fits := func(i int) bool { return r.drafts[i].Kind == doc.KindPerson && r.drafts[i].among(p.ro) }
	near := r.named(p.s, p.c.first, window, fits)
	if len(near) < 2 {
		near = r.soFar(p.c.first, fits)
	}
	if len(near) != 2 {
		return nil
	}
	slices.Sort(near)
	return near
}

// saysTwo reports whether "two" or "both" stands among the tokens.
func saysTwo(s *sentence, first, last int) bool {
	for t := first; t < last; t++ {
		if w := s.lower(t); w == "two" || w == "both" {
			return true
		}
	}
	return false
}

// among reports whether the person is one of those whom the plural noun means.
func (p *draft) among(ro role) bool {
	switch ro.entry.noun {
	case "man":
		return p.gender != female && p.Country != ""
	case "woman":
		return p.gender == female && p.Country != ""
	case "leader":
		return p.holds(ro) || p.leads()
	case "minister":
		return p.holds(ro) || p.ministerial()
	}
	return p.holds(ro)
}

// leads reports whether the person heads a state or its government.
func (p *draft) leads() bool {
	for _, h := range p.roles {
		if h.flags.head {
			return true
		}
	}
	return false
}

// ministerial reports whether the person heads a department under another name:
// a secretary of state or of defence is a minister.
func (p *draft) ministerial() bool {
	for _, h := range p.roles {
		if h.flags.diplomat {
			return true
		}
		before, ok := strings.CutSuffix(h.words, " secretary")
		if (ok || strings.HasPrefix(h.words, "secretary of ")) && !h.flags.speaks && !lesser(before) && p.Sector == "GOV" {
			return true
		}
	}
	return false
}

// soFar lists the persons who fit and are mentioned before token t.
func (r *reading) soFar(t int, fits func(int) bool) []int {
	var out []int
	for _, i := range r.persons {
		if m := r.drafts[i].Mentions; len(m) > 0 && m[0].First < t && fits(i) {
			out = append(out, i)
		}
	}
	return out
}

// twoSides finds the two states or groups that are parties in the sentence so
// far and in the one before. Three are too many: "the two countries" may then be
// any of them.
func (r *reading) twoSides(p phrase) []int {
	var two []int
	add := func(i int) {
		if !slices.Contains(two, i) {
			two = append(two, i)
		}
	}
	r.before(p.s, p.c.first, 1, func(m spoken, back int) {
		e := &r.drafts[m.entity]
		for _, i := range e.Members {
			if r.side(&r.drafts[i], p.ro) {
				add(i)
			} else if c := r.stateOf(i); c >= 0 {
				add(c) // "the Saudi and Iranian ministers ... both countries"
			}
		}
		if back <= 1 && len(e.Members) == 0 && r.side(e, p.ro) && r.arguing(m.Mention) && !r.oneOfSeveral(m) {
			add(m.entity)
		}
	})
	if len(two) != 2 {
		return nil
	}
	slices.Sort(two)
	return two
}

// stateOf is the state of the entity where the report mentions it, else -1.
func (r *reading) stateOf(i int) int {
	c, ok := r.byKey["country:"+r.drafts[i].Country]
	if !ok || len(r.drafts[c].Mentions) == 0 {
		return -1
	}
	return c
}

// oneOfSeveral reports whether the mention is the "Sudanese" of "Sudanese and
// Egyptian officials", which the group's own mention counts.
func (r *reading) oneOfSeveral(m spoken) bool { return m.Rule == severalRule }

// side reports whether the entity can be one of two sides, or of two states
// where the noun says so.
func (r *reading) side(e *draft, ro role) bool {
	switch e.Kind {
	case doc.KindCountry:
		return true
	case doc.KindGroup:
		return ro.entry.flags.sides && ro.entry.sector == "" && e.Sector != ""
	case doc.KindOrganization, doc.KindRole:
		if ro.entry.sector != "" || !ro.entry.flags.sides {
			return false
		}
		return armed(e.Sector) // an embassy or a ministry is no side: its state is
	}
	return false
}

// members makes the group that a phrase names by its two members.
func (r *reading) members(p phrase, two []int) {
	sector := r.drafts[two[0]].Sector
	if r.drafts[two[1]].Sector != sector {
		sector = ""
	}
	g, _ := r.draftOf("", doc.Entity{Kind: doc.KindRole, Name: clean(p.ro.words(r.d)), Sector: sector,
		How: doc.KnownTitle, Rule: bothRule, Members: two})
	r.drafts[g].plural = true
	r.mention(g, p.c.first, p.c.last, doc.FormNominal, bothRule)
}

// bothRule and severalRule say how a phrase means several.
const (
	bothRule    = "the only two in the report whom the phrase can mean"
	severalRule = "one of several nationalities"
)
