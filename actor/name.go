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
			switch {
			case a.kind == atomCountry:
				if a.hit.Part == "" {
					a.entity = r.state(a.hit.Country)
				}
			case a.kind == atomKnown && !r.person(*a):
				a.entity = r.knownName(a.known)
			case a.kind == atomOrganization:
				a.entity = r.organization(s, a)
			}
		}
	}
}

// state is the entity of a country and, in one, of its government.
func (r *reading) state(c country.Country) int {
	i, _ := r.draftOf("country:"+c.ISO3, doc.Entity{Kind: doc.KindCountry, Name: c.Name, Country: c.ISO3,
		Sector: "GOV", How: doc.KnownLexicon, Rule: "country table"})
	return i
}

// knownName is the entity of a group or organisation of the tables.
func (r *reading) knownName(known int) int {
	k := r.lex.known[known]
	t, _ := k.at(r.d.Report.Published.Interval)
	i, fresh := r.draftOf("known:"+k.name, doc.Entity{Kind: k.kind, Name: k.name, Country: t.country,
		Sector: t.sector, CAMEO: t.cameo, How: doc.KnownLexicon, Rule: "table of groups and organisations"})
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
