package actor

import (
	"github.com/readout-project/readout/doc"
)

// besideName reads a role noun with the name of its organisation behind it: "the
// rebel group Ansar Dine", "news agency RIA Novosti". The noun tells what the
// tables do not know.
func (r *reading) besideName(p phrase) bool {
	a := p.s.atomOf(p.ro.last)
	if p.ro.entry.kind != roleOrganisation || p.ro.plural || a == nil || a.first != p.ro.last || a.entity < 0 || a.kind == atomCountry || r.person(*a) {
		return false
	}
	r.describe(a.entity, p)
	r.mention(a.entity, p.c.first, p.c.last, doc.FormNominal, "noun beside its name")
	return true
}

// describe gives an organisation what the noun beside its name says.
func (r *reading) describe(entity int, p phrase) {
	e := &r.drafts[entity]
	if e.Country == "" && (p.b.country != "" || e.Sector == "" && p.b.sector != "") {
		e.Country = p.b.country
		if p.b.sector != "" {
			e.Sector = p.b.sector
		}
		e.How, e.Rule = doc.KnownApposition, p.b.rule+" + "+p.ro.entry.noun
		e.Evidence = r.spanOf(p.b.first, p.ro.last)
		if armed(e.Sector) {
			e.Kind = doc.KindGroup
		}
	}
	e.nouns = append(e.nouns, p.ro.entry.noun, lastWord(p.ro.entry.noun))
}

// namedOrganisation reads the same within one noun phrase: "Israeli news outlet
// Ynet".
func (r *reading) namedOrganisation(s *sentence, c chunk) {
	a := s.atomOf(c.last - 1)
	if a == nil || a.last != c.last || a.first <= c.first || a.entity < 0 || a.kind == atomCountry || a.kind == atomPlace || r.person(*a) {
		return
	}
	ro := s.roleOf(a.first - 1)
	if ro == nil || ro.first < c.first || ro.entry.kind != roleOrganisation || ro.plural {
		return
	}
	p := phrase{s: s, c: chunk{first: c.first, last: ro.last, owner: c.owner, pronoun: c.pronoun}, ro: *ro}
	p.b = r.belongs(s, p.c, *ro, -1)
	r.describe(a.entity, p)
	s.use(c.first, ro.first)
}
