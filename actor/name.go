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
		if e := r.namesake(s, a); e >= 0 {
			return e
		}
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
			if a.needsFull && !full[a.known] && !r.speaksUp(a) {
				a = atom{first: a.first, last: a.last, span: a.span, kind: atomOrganization, part: a.part, hyphen: a.hyphen, entity: -1}
			}
			kept = append(kept, a)
		}
		s.atoms = kept
	}
}

// namesake is the body of another state that bears the name of one of the
// tables: "the Philippine Department of Education", "Kenya's Home Office". -1
// where the text names no other state.
func (r *reading) namesake(s *sentence, a *atom) int {
	k := r.lex.known[a.known]
	if k.class != "state" || a.last-a.first < 2 || a.part {
		return -1
	}
	owner := s.atomOf(a.first - 1)
	if owner == nil && s.lower(a.first-1) == "'s" {
		owner = s.atomOf(a.first - 2)
	}
	first, last := a.first, a.last
	switch {
	case owner != nil && owner.kind == atomCountry && !owner.hyphen && !owner.part:
		first = owner.first
	case s.lower(a.last) == "of":
		n := a.last + 1
		if s.lower(n) == "the" {
			n++
		}
		if owner = s.atomOf(n); owner == nil || owner.first != n || owner.kind != atomCountry || owner.hit.Kind != country.Name {
			return -1
		}
		last = owner.last
	default:
		return -1
	}
	t, _ := k.at(r.d.Report.Published.Interval)
	if t.country == owner.hit.Country.ISO3 || !r.isState(t.country) {
		return -1
	}
	name := clean(r.d.Slice(r.spanOf(first, last)))
	i, fresh := r.draftOf("org:"+strings.ToLower(name), doc.Entity{Kind: doc.KindOrganization, Name: name, Country: owner.hit.Country.ISO3,
		Sector: t.sector, How: doc.KnownTitle, Rule: "state beside a name that bodies of several states bear", Evidence: owner.span})
	if fresh {
		r.drafts[i].nouns = []string{strings.ToLower(lastWord(k.name))}
	}
	return i
}

// speaksUp reports whether the short form of an aid or rights organisation says
// or demands something: "Amnesty accused the army" needs no full name, "Amnesty
// was granted" is no organisation.
func (r *reading) speaksUp(a atom) bool {
	if r.lex.known[a.known].class != "ngo" || a.last-a.first != 1 || len(r.d.Form(a.first)) < 6 {
		return false
	}
	tok := &r.d.Tokens[a.first]
	if tok.Rel != "nsubj" || tok.Head <= a.first {
		return false
	}
	verb := lowerLemma(r.d, tok.Head)
	switch verb {
	case "accuse", "urge", "call", "condemn", "report", "criticise", "criticize", "demand", "denounce", "document", "appeal", "ask":
		return true
	}
	return speech[verb]
}
