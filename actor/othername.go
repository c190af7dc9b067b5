package actor

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// otherNames gives the names that are no part of a title or role phrase their
// own mentions: states, groups and organisations as subjects and objects, as
// possessors ("Russia's raids") and as adjectives ("Russian raids").
func (r *reading) otherNames(s *sentence) {
	for i := range s.atoms {
		a := &s.atoms[i]
		if a.used || a.hyphen || a.entity < 0 && a.kind != atomPlace {
			continue
		}
		form, rule := doc.FormName, ""
		switch a.kind {
		case atomCountry:
			if form, rule = r.stateMention(s, a); rule == "" {
				continue
			}
		case atomPlace:
			if a.entity = r.federalState(s, a); a.entity < 0 {
				continue
			}
			rule = "state of a federation as its government"
		case atomPerson, atomKnown:
			rule = "name"
		case atomOrganization:
			rule = "name of an organisation"
			if r.entityAt(a.last-1) >= 0 {
				continue // "Turkish Foreign Ministry" is a role phrase
			}
		default:
			continue
		}
		if r.covered(a) {
			continue
		}
		if entity, ok := r.people(s, a); ok {
			r.mentionSpan(entity, a.span, a.first, a.last, doc.FormNominal, "one or some of a people")
			continue
		}
		r.mentionSpan(a.entity, a.span, a.first, a.last, form, rule)
	}
}

// covered reports whether a mention stands already where the name stands.
func (r *reading) covered(a *atom) bool {
	if a.part {
		return false
	}
	for t := a.first; t < a.last; t++ {
		if r.covers[t] >= 0 {
			return true
		}
	}
	return false
}

// stateMention is the form of a state's mention and the rule for it; no rule
// means that the word is no mention of the state here.
func (r *reading) stateMention(s *sentence, a *atom) (doc.MentionForm, string) {
	switch a.hit.Kind {
	case country.Name:
		if r.locative(s, a) {
			return doc.FormName, "country, as a place"
		}
		return doc.FormName, "country"
	case country.Adjective:
		if s.lower(a.first-1) == "ethnic" && !r.headless(s, a) {
			return "", ""
		}
		return doc.FormNominal, "adjective of a country"
	case country.People:
		return doc.FormNominal, "people of a country"
	case country.Seat:
		if r.locative(s, a) {
			return "", ""
		}
		return doc.FormName, "seat of a government"
	case country.CapitalOf:
		if a.hit.Ambiguous {
			return "", "" // "Brussels" is Belgium or the Union
		}
		if how := r.government(s, a); how != "" {
			return doc.FormName, "capital as government: " + how
		}
	}
	return "", ""
}

// people reads "three Russians" and "a Russian": citizens and not their state.
// "The Russians" is how reports speak of the state.
func (r *reading) people(s *sentence, a *atom) (int, bool) {
	if a.kind != atomCountry || a.last-a.first != 1 || a.part {
		return 0, false
	}
	tok := &r.d.Tokens[a.first]
	if a.hit.Kind != country.People && !(a.hit.Kind == country.Adjective && (tok.XPOS == "NN" || tok.XPOS == "NNS" || r.onePerson(s, a)) && r.headless(s, a)) {
		return 0, false
	}
	one := a.hit.Kind == country.People && (tok.XPOS == "NN" || tok.XPOS == "NNP") && !strings.HasSuffix(a.hit.Word, "s") && !strings.HasSuffix(a.hit.Word, "men")
	if s.lower(a.first-1) == "the" && !one && !r.onePerson(s, a) {
		return 0, false
	}
	state := a.hit.Country.ISO3
	if s.lower(a.first-1) == "ethnic" || r.spread(a) {
		state = "" // a people, whatever state they live in
		var b belonging
		if s.lower(a.last) == "in" && r.inState(s, &b, a.last+1) {
			state = b.country // "ethnic Albanians in southern Serbia"
		}
	}
	i, fresh := r.draftOf("", doc.Entity{Kind: doc.KindRole, Name: clean(r.d.Slice(a.span)), Country: state,
		Sector: "CVL", How: doc.KnownLexicon, Rule: "people of a country"})
	if fresh {
		r.drafts[i].plural = tok.XPOS != "NN" && !one && !r.onePerson(s, a)
	}
	return i, true
}

// headless reports whether the word stands at the end of its noun phrase.
func (r *reading) headless(s *sentence, a *atom) bool {
	for _, c := range s.chunks {
		if c.first <= a.first && a.first < c.last {
			return c.last == a.last
		}
	}
	return true
}

// onePerson reports whether an adjective at the end of its phrase means one
// person: "a German", "the Algerian". The word's plural is a people's name, and
// an article stands before it; "the Swiss" are many.
func (r *reading) onePerson(s *sentence, a *atom) bool {
	if a.hit.Kind != country.Adjective || !slices.Contains(a.hit.Country.People, a.hit.Word+"s") && a.hit.Part == "" {
		return false
	}
	for _, c := range s.chunks {
		if c.first > a.first || a.first >= c.last {
			continue
		}
		switch s.lower(c.first) {
		case "a", "an", "another", "one":
			return r.argument(a.first)
		case "the":
			return c.first == a.first-1 && r.argument(a.first)
		}
		return false
	}
	return false
}

// argument reports whether the token is a party of a verb: a noun, whatever its tag.
func (r *reading) argument(t int) bool {
	rel, _, _ := strings.Cut(r.d.Tokens[t].Rel, ":")
	switch rel {
	case "nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj":
		return true
	}
	return false
}

// spread reports whether the word names a people of several states of which the
// report names another: "Serbs" of a report on Bosnia may be Bosnian.
func (r *reading) spread(a *atom) bool {
	for _, state := range neighbours[strings.TrimSuffix(a.hit.Word, "s")] {
		if r.speaksOf(state) {
			return true
		}
	}
	return false
}

// neighbours are the other states in which those so called live as a people.
var neighbours = map[string][]string{
	"Serb": {"BIH", "HRV", "KOS", "MNE"}, "Croat": {"BIH"}, "Albanian": {"KOS", "MKD", "SRB", "MNE"}, "Turk": {"CYP", "BGR"},
}
