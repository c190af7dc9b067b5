package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/place/gazetteer"
)

// townState is the state of a town, province or federal state by its name, ""
// where the gazetteer has none of that name or several of like weight in
// different states. Of such, the one whose state the report names counts.
func (r *reading) townState(name string) string {
	if iso3, ok := r.towns[name]; ok {
		return iso3
	}
	if r.towns == nil {
		r.towns = map[string]string{}
	}
	iso3 := r.weighTowns(name)
	r.towns[name] = iso3
	return iso3
}

// Weights of places of one name. A name that is not a place's own counts less:
// more people know Victoria in Australia than the one in Hong Kong.
const (
	divisionWeight  = 300000 // of a division at least, whatever its population
	alternateWeight = 10     // by how much another name than its own counts less
	leastWeight     = 30000  // of a place that reports name without its state
	leads           = 4      // by how much the heaviest must lead
)

func (r *reading) weighTowns(name string) string {
	var states []string
	weights := map[string]int{}
	for _, e := range gazetteer.Default().Lookup(name) {
		w := e.Population
		if e.Division {
			w = max(w, divisionWeight)
		}
		if e.Alternate {
			w /= alternateWeight
		}
		if _, ok := weights[e.ISO2]; !ok {
			states = append(states, e.ISO2)
		}
		weights[e.ISO2] = max(weights[e.ISO2], w)
	}
	first, second, named := "", "", ""
	several := false
	for _, s := range states {
		if c, ok := r.lex.countries.ByISO2(s); ok && weights[s] >= leastWeight && r.speaksOf(c.ISO3) {
			several = several || named != ""
			named = s
		}
		switch {
		case first == "" || weights[s] > weights[first]:
			first, second = s, first
		case second == "" || weights[s] > weights[second]:
			second = s
		}
	}
	switch {
	case first == "" || weights[first] < leastWeight:
		return ""
	case second == "" || weights[first] >= leads*weights[second]:
	case named != "" && !several:
		first = named
	default:
		return ""
	}
	c, _ := r.lex.countries.ByISO2(first)
	return c.ISO3
}

// speaksOf reports whether the report names the state or what is of it.
func (r *reading) speaksOf(iso3 string) bool {
	if r.states == nil {
		r.states = map[string]bool{}
		for _, s := range r.sents {
			for _, a := range s.atoms {
				if a.kind == atomCountry {
					r.states[a.hit.Country.ISO3] = true
				}
			}
		}
	}
	return r.states[iso3]
}

// atomState is the state in which the place of the atom lies.
func (r *reading) atomState(a *atom) string {
	switch {
	case a.kind == atomCountry && a.hit.Kind != country.Adjective && a.hit.Kind != country.People && a.hit.Kind != country.Seat:
		return a.hit.Country.ISO3
	case a.kind == atomPlace:
		return r.townState(strings.TrimSuffix(straight(r.d.Slice(a.span)), "'s"))
	}
	return ""
}

// localRole reports whether those of the role belong to the town or province
// named in front of them: "Istanbul police", "Texas Governor". Envoys and
// troops are of those who sent them, and prisoners may be from anywhere.
func localRole(ro role) bool {
	e := ro.entry
	if e.flags.topic || e.flags.posted || e.flags.diplomat || e.flags.kin {
		return false
	}
	switch e.sector {
	case "JUD", "COP", "LEG", "EDU", "MED", "LAB", "AGR", "REL", "REB", "CRM", "OPP", "PRM", "BUS", "JRN":
		return true
	case "UAF":
		return e.kind != rolePerson || ro.plural
	case "CVL":
		switch e.noun {
		case "hostage", "captive", "prisoner", "detainee", "inmate", "tourist", "passenger", "victim", "survivor", "foreigner":
			return false
		}
		return e.kind != rolePerson || ro.plural
	case "GOV":
		if e.kind != rolePerson {
			return e.noun != "embassy" && e.noun != "consulate" && !e.flags.sides && e.noun != "delegation" && !e.inherit
		}
		switch lastWord(e.noun) {
		case "governor", "mayor", "official", "councillor", "premier", "councilor", "firefighter":
			return true
		case "minister":
			return !e.flags.head && e.noun != "minister" && !strings.Contains(e.noun, "def") && !strings.Contains(e.noun, "foreign") && !strings.Contains(e.noun, "prime")
		case "general":
			return e.noun == "attorney general"
		}
	}
	return false
}

// fromTown reads the town or province in front of a role: "Istanbul police",
// "Carinthian governor".
func (r *reading) fromTown(s *sentence, b *belonging, t int, ro role) {
	if b.country != "" || !localRole(ro) {
		return
	}
	if a := s.atomOf(t); a != nil {
		if a.kind != atomPlace || a.first != t || a.hyphen {
			return
		}
		if iso3 := r.atomState(a); iso3 != "" {
			b.country, b.rule = iso3, "town or province in front"
			b.evidence, b.first = b.evidence.Cover(a.span), min(b.first, a.first)
		}
		return
	}
	form := r.d.Form(t)
	if t+1 == ro.first && startsUpper(form) && len(form) <= longestToken && r.d.Tokens[t].UPOS == "PROPN" && ro.entry.kind != rolePerson && ro.entry.sector != "REB" {
		// a town that the tagger overlooked: "the Minneapolis city council"
		if iso3 := r.townState(form); iso3 != "" {
			b.country, b.rule = iso3, "town or province in front"
			b.evidence, b.first = b.evidence.Cover(r.d.Tokens[t].Span), min(b.first, t)
			return
		}
	}
	if t+1 != ro.first || !startsUpper(form) || len(form) > longestToken || !strings.HasSuffix(form, "n") || r.d.Tokens[t].UPOS != "ADJ" && r.d.Tokens[t].UPOS != "PROPN" {
		return
	}
	// "Carinthian" is of Carinthia.
	for _, e := range gazetteer.Default().Lookup(strings.TrimSuffix(form, "n")) {
		if !e.Division || e.Alternate {
			continue
		}
		if iso3 := r.townState(strings.TrimSuffix(form, "n")); iso3 != "" {
			b.country, b.rule = iso3, "adjective of a province"
			b.evidence, b.first = b.evidence.Cover(r.d.Tokens[t].Span), min(b.first, t)
		}
		return
	}
}

// based reads "Pakistan-based groups" and "the Hamas-run ministry": where
// somebody sits and who runs a body tell the country; who backs somebody does
// not.
func (r *reading) based(s *sentence, b *belonging, a *atom, ro role) {
	if b.country != "" || ro.entry.flags.topic {
		return
	}
	word := s.behindHyphen(a)
	switch word {
	case "backed", "allied", "aligned", "linked", "affiliated", "armed", "funded", "sponsored", "supported", "trained", "inspired":
		if ro.entry.noun == "group" && b.sector == "" {
			b.sector, b.rule = "UAF", word+" by"
			b.evidence = b.evidence.Cover(a.span)
		}
		return
	case "based", "run", "controlled", "headquartered", "administered", "registered", "flagged":
	default:
		return
	}
	switch {
	case a.kind == atomKnown && word != "based":
		k := r.lex.known[a.known]
		t, _ := k.at(r.d.Report.Published.Interval)
		if k.kind == doc.KindPerson || !r.isState(t.country) {
			return
		}
		b.country = t.country
	case a.kind == atomCountry && a.hit.Kind != country.People, a.kind == atomPlace:
		if a.kind == atomCountry {
			b.country = a.hit.Country.ISO3
		} else if b.country = r.atomState(a); b.country == "" {
			return
		}
	default:
		return
	}
	b.rule, b.seated = word+" in or by", word == "based"
	b.evidence, b.first = b.evidence.Cover(a.span), min(b.first, a.first)
}

// behindHyphen is the word that a hyphen joins to the name: "led" of "US-led".
func (s *sentence) behindHyphen(a *atom) string {
	for i := s.firstPiece[a.first-s.first]; i+2 < len(s.pieces) && s.pieces[i].token <= a.last; i++ {
		if s.pieces[i].span.End == a.span.End && isHyphen(s.pieces[i+1].text) {
			return s.pieces[i+2].lower
		}
	}
	return ""
}

// inTown reads the state or town in which those of a role live or sit: "police
// in Cairo", "a court in Lyon", "rebels in eastern Congo".
func (r *reading) inTown(s *sentence, b *belonging, t int) bool {
	if s.lower(t) == "the" {
		t++
	}
	if s.atomOf(t) == nil && direction[s.lower(t)] {
		t++
	}
	a := s.atomOf(t)
	if a == nil || a.first != t || a.kind != atomPlace || a.hyphen {
		return false
	}
	iso3 := r.atomState(a)
	if iso3 == "" {
		return false
	}
	b.country, b.rule = iso3, "in + town or province"
	b.evidence = b.evidence.Cover(a.span)
	return true
}

// deepest bounds how many phrases with "of" hang on one another.
const deepest = 3

// ofBody reads the body of which somebody is or for which he speaks, where a
// role noun names it: "members of the Syrian parliament", "spokesman for the
// Malian army".
func (r *reading) ofBody(s *sentence, b *belonging, ro role, t int) bool {
	if ro.entry.flags.foreign || ro.entry.flags.kin || r.depth >= deepest {
		return false
	}
	r.depth++
	defer func() { r.depth-- }()
	for i := range s.chunks {
		c := s.chunks[i]
		if c.first != t {
			continue
		}
		if i+1 < len(s.chunks) && s.chunks[i+1].owner == i {
			c = s.chunks[i+1] // "of Syria's parliament"
		}
		head := r.headRole(s, c)
		if head == nil || head.entry.kind == rolePerson || head.entry.flags.kin || head.first <= ro.first {
			return false
		}
		of := r.belongs(s, c, *head, c.last)
		if of.sector == "" && of.country == "" || head.entry.flags.weak && of.rule == "role noun" {
			return false
		}
		b.country, b.rule = of.country, "of + body"
		if ro.entry.inherit || ro.entry.sector == "" || armed(ro.entry.sector) && armed(of.sector) {
			b.sector = of.sector
		}
		b.evidence = b.evidence.Cover(r.spanOf(c.first, c.last))
		return true
	}
	return false
}

// ofTown reads the town or province behind "of": "the mayor of Lyon", "residents
// of the Syrian city of Homs".
func (r *reading) ofTown(s *sentence, b *belonging, ro role, t int) bool {
	a := s.atomOf(t)
	if a == nil || a.first != t || a.hyphen || !localRole(ro) && !settled(ro) {
		return false
	}
	iso3, rule := "", "of + town or province"
	switch {
	case a.kind == atomPlace:
		iso3 = r.atomState(a)
	case a.kind == atomCountry && a.hit.Kind == country.Adjective && a.last < s.last && (siteNoun[s.lower(a.last)] || startsUpper(r.d.Form(a.last))):
		iso3, rule = a.hit.Country.ISO3, "of + place of a country"
	}
	if iso3 == "" {
		return false
	}
	b.country, b.rule = iso3, rule
	b.evidence = b.evidence.Cover(a.span)
	for _, c := range s.chunks {
		if c.first <= a.first && a.first < c.last {
			b.evidence = b.evidence.Cover(r.spanOf(a.first, c.last))
		}
	}
	return true
}

// comeFrom reports whether "from" behind the role tells whence those people are
// and not from where somebody takes them: "a delegation from Iran", but "pulled
// its troops from Iraq".
func (r *reading) comeFrom(s *sentence, ro role, prep int) bool {
	if ro.entry.flags.kin || ro.entry.flags.foreign || prep+1 >= s.last {
		return false
	}
	head := ro.last - 1
	hangs := false
	for t := prep + 1; t < s.last && t < prep+6; t++ {
		if up := r.d.Tokens[t].Head; up >= ro.first && up < ro.last && strings.HasPrefix(r.d.Tokens[t].Rel, "nmod") {
			hangs = true
		}
	}
	if !hangs {
		return false
	}
	at := r.firstConjunct(s, head)
	rel, _, _ := strings.Cut(r.d.Tokens[at].Rel, ":")
	if rel != "obj" && r.d.Tokens[at].Rel != "nsubj:pass" {
		return true
	}
	verb := r.d.Tokens[at].Head
	return verb >= 0 && !takesFrom[lowerLemma(r.d, verb)]
}

// takesFrom are verbs that take somebody away from where he is.
var takesFrom = map[string]bool{
	"withdraw": true, "pull": true, "evacuate": true, "remove": true, "expel": true, "deport": true, "recall": true, "rescue": true, "free": true,
	"release": true, "drive": true, "oust": true, "steal": true, "take": true, "ban": true, "bar": true, "block": true, "prevent": true,
	"protect": true, "smuggle": true, "extradite": true, "return": true, "bring": true, "fly": true, "evict": true, "eject": true, "keep": true,
	"stop": true, "abduct": true, "kidnap": true, "chase": true, "repatriate": true, "dismiss": true, "send": true, "airlift": true, "transfer": true,
	"move": true, "move out": true, "push": true, "flush": true, "clear": true, "call": true, "exclude": true, "isolate": true, "separate": true,
}

// siteNoun are nouns for places in which people live.
var siteNoun = map[string]bool{
	"city": true, "town": true, "village": true, "province": true, "region": true, "capital": true, "district": true, "port": true,
	"island": true, "enclave": true, "state": true, "peninsula": true, "suburb": true, "border": true, "side": true, "part": true,
}
