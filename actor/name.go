package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// nameOthers gives every name that is no person's its entity.
func (r *reading) nameOthers() {
	for _, s := range r.sents {
		for i := range s.atoms {
			a := &s.atoms[i]
			if e := r.nameOther(s, a); e >= 0 {
				a.entity = e
			}
		}
	}
}

// nameOther is the entity of a name that is no person's, -1 where it has none.
func (r *reading) nameOther(s *sentence, a *atom) int {
	switch {
	case a.kind == atomCountry && a.hit.Part == "":
		return r.state(a.hit.Country)
	case a.kind == atomKnown && !r.person(*a):
		return r.knownName(a.known)
	case a.kind == atomOrganization:
		if e := r.spelledOut(a); e >= 0 {
			return e
		}
		return r.organization(s, a)
	}
	return -1
}

// state is the entity of a country and, in one, of its government.
func (r *reading) state(c country.Country) int {
	i, _ := r.draftOf("country:"+c.ISO3, doc.Entity{Kind: doc.KindCountry, Name: c.Name, Country: c.ISO3,
		Sector: "GOV", How: doc.KnownLexicon, Rule: "country table"})
	return i
}

// inTable is the rule of names that the tables have.
const inTable = "table of groups and organisations"

// knownName is the entity of a group or organisation of the tables.
func (r *reading) knownName(known int) int {
	k := r.lex.known[known]
	t, _ := k.at(r.d.Report.Published.Interval)
	i, fresh := r.draftOf("known:"+k.name, doc.Entity{Kind: k.kind, Name: k.name, Country: t.country,
		Sector: t.sector, CAMEO: t.cameo, How: doc.KnownLexicon, Rule: inTable})
	if fresh {
		e := &r.drafts[i]
		e.known = known
		e.nouns = append(e.nouns, strings.ToLower(lastWord(k.name)))
		switch {
		case k.kind == doc.KindGroup:
			e.nouns = append(e.nouns, "group", "movement", "organisation", "organization")
		case k.class == "igo":
			e.nouns = append(e.nouns, "organisation", "organization", "body", "bloc", "alliance")
		case k.class == "media":
			e.nouns = append(e.nouns, "newspaper", "agency", "news agency", "broadcaster", "channel")
		case k.class == "ngo":
			e.nouns = append(e.nouns, "group", "organisation", "organization", "charity")
		case k.class == "business":
			e.nouns = append(e.nouns, "company", "firm")
		}
		if k.kind == doc.KindGroup && t.sector == "" && t.country == "" && !strings.HasSuffix(k.name, "s") {
			e.How = doc.KnownNot
		}
	}
	return i
}

// fullNamesOnly drops short forms of the tables ("RSF") where the full name does
// not stand in the report.
func (r *reading) fullNamesOnly() {
	full := map[int]bool{}
	short := false
	for _, s := range r.sents {
		for _, a := range s.atoms {
			if a.kind == atomKnown && !a.needsFull {
				full[a.known] = true
			}
			short = short || a.needsFull
		}
	}
	if !short {
		return
	}
	for _, s := range r.sents {
		kept := s.atoms[:0]
		for _, a := range s.atoms {
			if a.needsFull && !full[a.known] {
				a = atom{first: a.first, last: a.last, span: a.span, kind: atomOrganization, part: a.part, hyphen: a.hyphen, entity: -1}
			}
			kept = append(kept, a)
		}
		s.atoms = kept
	}
}
