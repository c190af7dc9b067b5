package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// belonging says whose a role is: what the words around it tell of country and
// sector.
type belonging struct {
	country, sector, cameo string
	group                  int // entity of a known group or organisation named in front, -1
	entity                 int // entity that owns the role, -1
	evidence               doc.Span
	rule                   string
	former                 bool
	seated                 bool // "Pakistan-based"
	first                  int  // the first token of the phrase without its article
}

// belongs reads the modifiers of the chunk before the role, its possessor, and
// the phrase with "of" or "for" behind it.
func (r *reading) belongs(s *sentence, c chunk, ro role, end int) belonging {
	b := belonging{group: -1, entity: -1, first: ro.first}
	var org *known
	var term term
	b.former = strings.HasPrefix(s.lower(ro.first), "ex-")
	for t := c.first; t < ro.first; t++ {
		switch s.lower(t) {
		case "former", "ex", "retired", "onetime", "ousted", "deposed", "erstwhile":
			b.former = true
		default:
			// "ex-Prime Minister"
			b.former = b.former || strings.HasPrefix(s.lower(t), "ex-")
		}
		if a := s.atomOf(t); a != nil && a.first == t && a.last <= ro.first && !a.hyphen {
			r.nationality(s, &b, a, ro)
			if a.kind == atomKnown && r.lex.known[a.known].kind != doc.KindPerson {
				k := r.lex.known[a.known]
				if !(k.class == "igo" && ro.entry.flags.posted) {
					org = &k
					term, _ = k.at(r.d.Report.Published.Interval)
					b.group = a.entity
					b.evidence = b.evidence.Cover(a.span)
					b.first = min(b.first, a.first)
				}
			}
			if r.person(*a) && a.last <= ro.first {
				r.ownedBy(&b, a.entity, ro, a.span)
				b.first = min(b.first, a.first)
			}
			r.fromTown(s, &b, t, ro)
			t = a.last - 1
			continue
		} else if a != nil && a.hyphen && a.last <= ro.first {
			r.based(s, &b, a, ro)
		} else if a == nil {
			r.fromTown(s, &b, t, ro)
		}
		if other := s.roleOf(t); other != nil && other.first == t && other.last <= ro.first && s.beside(other.last, ro.first) {
			if armed(ro.entry.sector) && armed(other.entry.sector) || ro.entry.inherit && other.entry.sector != "" && !other.entry.flags.topic {
				b.sector = other.entry.sector
				b.rule = "sector of the " + other.entry.noun
			}
			b.first = min(b.first, t)
			t = other.last - 1
		}
	}
	for i := range s.atoms {
		if a := &s.atoms[i]; a.part && a.first >= c.first && a.last <= ro.first {
			r.based(s, &b, a, ro) // one token: "Houthi-run"
		}
	}
	if c.owner >= 0 && b.country == "" && org == nil {
		o := s.chunks[c.owner]
		if e := r.chunkEntity(s, o); e >= 0 {
			r.ownedBy(&b, e, ro, r.spanOf(o.first, o.last))
		} else if a := s.atomOf(o.last - 1); a != nil && a.last == o.last && a.kind == atomPlace && localRole(ro) {
			// "Ohio's attorney general"
			if iso3 := r.atomState(a); iso3 != "" {
				b.country, b.rule = iso3, "town or province as possessor"
				b.evidence = b.evidence.Cover(a.span)
			}
		} else if head := r.headRole(s, o); head != nil && o.owner < 0 {
			r.ownedByRole(s, &b, o, *head, ro)
		}
	}
	if b.country == "" && b.entity < 0 && (org == nil || term.country == "") {
		group := b.group
		r.complement(s, &b, ro, end)
		if b.group != group {
			org = nil // "Kurdish fighters of the Syrian Democratic Forces"
		}
	}
	r.settle(&b, ro, org, term)
	return b
}

// beside reports whether no name and no other role stands between the tokens.
func (s *sentence) beside(first, last int) bool {
	for t := first; t < last; t++ {
		if s.atomOf(t) != nil || s.roleOf(t) != nil {
			return false
		}
	}
	return last-first <= 1
}

// nationality takes the country of an adjective or name before a role.
func (r *reading) nationality(s *sentence, b *belonging, a *atom, ro role) {
	if a.kind != atomCountry || b.country != "" || s.lower(a.first-1) == "ethnic" || r.spread(a) && (a.hit.Word == "Serb" || a.hit.Word == "Croat") {
		return // "ethnic Turks" say nothing of their state
	}
	// What stands before an expert is the subject: only an adjective beside the
	// noun itself is a nationality, and "affairs expert" leaves none.
	if ro.entry.flags.topic {
		if a.hit.Kind != country.Adjective || a.last != ro.first || strings.Contains(ro.entry.noun, "affairs") {
			if !shortState(a.hit.Word) {
				return
			}
		}
	}
	b.country = a.hit.Country.ISO3
	b.evidence = b.evidence.Cover(a.span)
	b.first = min(b.first, a.first)
	b.rule = "nationality"
	switch {
	case a.hit.Kind == country.Seat && opposing[ro.entry.noun]:
		b.sector = "OPP" // "a Kremlin critic"
	case a.hit.Kind == country.Seat && a.hit.Sector != "" && ro.entry.inherit:
		b.sector = a.hit.Sector
	}
}

// shortState are names that English uses as adjectives.
func shortState(word string) bool {
	switch word {
	case "US", "U.S.", "U.S", "USA", "UK", "U.K.", "UAE", "United States":
		return true
	}
	return false
}

// ownedBy takes the country of the possessor: a state's, a group's, or that of
// the person whose forces, government or minister they are.
func (r *reading) ownedBy(b *belonging, entity int, ro role, evidence doc.Span) {
	if entity < 0 || ro.entry.flags.kin {
		return
	}
	e := &r.drafts[entity]
	b.entity = entity
	b.evidence = b.evidence.Cover(evidence)
	if following[ro.entry.noun] && (e.Kind == doc.KindPerson || e.Kind == doc.KindRole) {
		if e.Sector != "" {
			b.country, b.sector, b.rule = e.Country, "CVL", "possessor"
			if armed(e.Sector) {
				b.sector = e.Sector
			}
		}
		return
	}
	if opposing[ro.entry.noun] {
		if e.Sector == "GOV" && r.isState(e.Country) {
			b.country, b.sector, b.rule = e.Country, "OPP", "possessor"
		}
		return
	}
	switch e.Kind {
	case doc.KindPerson, doc.KindRole:
		// A ruler's ministers and forces are the state's; his supporters are not.
		if e.Sector == "" || !stately(ro.entry.sector) {
			return
		}
		b.country = e.Country
		if ro.entry.inherit {
			b.sector = e.Sector
		}
	case doc.KindCountry:
		b.country = e.Country
	default:
		b.country, b.cameo = e.Country, e.CAMEO
		b.group = entity
		if ro.entry.inherit || armed(e.Sector) && armed(ro.entry.sector) {
			b.sector = e.Sector
		}
	}
	b.rule = "possessor"
}

// complement reads "of Ukraine", "for the United Nations", "at Carnegie" behind
// the role. An ambassador "to" a state is not of it.
func (r *reading) complement(s *sentence, b *belonging, ro role, end int) {
	if end+1 >= s.last || end != ro.last {
		return
	}
	if s.lower(end) == "and" && strings.Contains(ro.entry.noun, " of ") {
		// "Ministry of Culture and Tourism of Ethiopia"
		n := end + 1
		for n < s.last && n < end+5 && startsUpper(r.d.Form(n)) && s.atomOf(n) == nil {
			n++
		}
		if s.lower(n) == "of" && n+1 < s.last {
			end = n
		}
	}
	prep := s.lower(end)
	if opposing[ro.entry.noun] && prep == "of" && !r.ofPerson(s, b, ro, end+1) {
		return // "a critic of Russia" may be anybody's
	}
	if prep == "loyal" && s.lower(end+1) == "to" {
		r.loyal(s, b, ro, end+2)
		return
	}
	topic := ro.entry.flags.topic
	if prep == "in" && settled(ro) && r.hangs(s, end+1, ro) && (r.inState(s, b, end+1) || r.inTown(s, b, end+1)) {
		return
	}
	if prep == "of" || prep == "in" && ro.entry.flags.state {
		// "the regime of President Assad", "the government in Damascus"
		if r.ofPerson(s, b, ro, end+1) || prep == "in" && r.inState(s, b, end+1) {
			return
		}
	}
	origin := prep == "from" && r.comeFrom(s, ro, end)
	if prep != "of" && !origin && !(prep == "for" && (ro.entry.flags.speaks || ro.entry.inherit)) && !(prep == "at" && topic) {
		return
	}
	t := end + 1
	if r.ofBody(s, b, ro, t) {
		return
	}
	if s.lower(t) == "the" {
		t++
	}
	if (prep == "of" || origin) && r.ofTown(s, b, ro, t) {
		return
	}
	a := s.atomOf(t)
	if a == nil || a.hyphen {
		a = s.describedName(t)
	} else if a.first != t {
		return
	}
	if a == nil {
		return
	}
	// "of Russian jets" names jets, not a state.
	if a.last < s.last && a.kind == atomCountry && a.hit.Kind == country.Adjective {
		return
	}
	switch {
	case a.kind == atomCountry && (!topic || origin) && a.hit.Kind != country.People:
		b.country = a.hit.Country.ISO3
		b.rule = prep + " + country"
	case a.kind == atomKnown && r.lex.known[a.known].kind != doc.KindPerson:
		k := r.lex.known[a.known]
		term, _ := k.at(r.d.Report.Published.Interval)
		b.group = a.entity
		b.country, b.cameo = term.country, term.cameo
		if ro.entry.inherit || armed(term.sector) && armed(ro.entry.sector) {
			b.sector = term.sector
		}
		b.rule = prep + " + organisation"
	default:
		return
	}
	b.evidence = b.evidence.Cover(a.span)
}

// describedName is the group or organisation at the end of the noun phrase in
// which token t stands: "of the pro-Kurdish HDP".
func (s *sentence) describedName(t int) *atom {
	for _, c := range s.chunks {
		if c.first <= t && t < c.last {
			if a := s.atomOf(c.last - 1); a != nil && a.last == c.last && a.first > t && a.kind == atomKnown && !a.hyphen {
				return a
			}
			return nil
		}
	}
	return nil
}

// settled reports whether people of that kind belong to the state they are in:
// "police in Cairo", "opposition parties in Nepal". Troops, fighters, refugees
// and reporters may be from anywhere.
func settled(ro role) bool {
	if ro.entry.flags.posted || ro.entry.flags.weak {
		return false
	}
	if ro.entry.kind == rolePerson && !ro.plural {
		return ro.entry.sector == "JUD" || ro.entry.sector == "COP" // "a judge in Seattle"
	}
	switch ro.entry.sector {
	case "COP", "OPP", "REB", "PTY", "LEG", "JUD", "LAB", "AGR":
		return true
	case "CVL", "EDU", "REL", "MED":
		return ro.plural
	}
	return ro.entry.sector == "GOV" && (ro.entry.noun == "authority" || ro.entry.noun == "local authority")
}

// hangs reports whether the noun phrase at t hangs on the role noun.
func (r *reading) hangs(s *sentence, t int, ro role) bool {
	if s.lower(t) == "the" {
		t++
	}
	if s.atomOf(t) == nil && direction[s.lower(t)] {
		t++
	}
	a := s.atomOf(t)
	if a == nil {
		return false
	}
	head := r.d.HeadOf(a.first, a.last)
	if head < 0 {
		return false
	}
	up := r.d.Tokens[head].Head
	return up >= ro.first && up < ro.last
}

// ofPerson reads the person whose government or forces they are.
func (r *reading) ofPerson(s *sentence, b *belonging, ro role, t int) bool {
	for _, c := range s.chunks {
		if c.first != t {
			continue
		}
		a := s.atomOf(c.last - 1)
		if a == nil || a.last != c.last || !r.person(*a) || a.entity < 0 || !stately(ro.entry.sector) && !following[ro.entry.noun] && !opposing[ro.entry.noun] {
			return false
		}
		r.ownedBy(b, a.entity, ro, a.span)
		return true
	}
	return false
}

// inState reads the state or capital in which a government sits.
func (r *reading) inState(s *sentence, b *belonging, t int) bool {
	if s.lower(t) == "the" {
		t++
	}
	if s.atomOf(t) == nil && direction[s.lower(t)] {
		t++ // "eastern Congo"
	}
	a := s.atomOf(t)
	if a == nil || a.kind != atomCountry || a.hyphen || a.hit.Part != "" || a.hit.Kind == country.Adjective {
		return false
	}
	b.country, b.rule = a.hit.Country.ISO3, "in + country"
	b.evidence = b.evidence.Cover(a.span)
	return true
}

// stately reports whether people and bodies of the sector belong to whoever
// rules the state.
func stately(sector string) bool {
	switch sector {
	case "GOV", "MIL", "COP", "SPY":
		return true
	}
	return false
}

// settle decides country and sector from what was found.
func (r *reading) settle(b *belonging, ro role, org *known, t term) {
	e := ro.entry
	if org != nil {
		b.rule = "organisation in front"
		inter := t.country == "IGO" || t.country == "NGO" || t.country == "IMG"
		switch {
		case b.country == "" || !inter && t.country != "" && armed(t.sector):
			b.country = t.country
			if e.inherit || t.sector == e.sector {
				b.cameo = t.cameo
			}
		}
		if e.inherit || armed(t.sector) && (armed(e.sector) || e.sector == "") {
			b.sector = t.sector
		}
		if inter && e.kind == roleOrganisation && e.sector == "GOV" {
			b.sector, b.cameo = t.sector, t.cameo // an agency of the United Nations is no government
			return
		}
	}
	state := len(b.country) == 3 && b.country != "IGO" && b.country != "NGO" && b.country != "IMG"
	switch {
	case b.sector != "":
	case !e.inherit:
		b.sector = e.sector
	case e.sector != "" && state && org == nil:
		b.sector = e.sector
	}
	if b.sector == "" && b.country == "" && ofSomeGovernment[e.noun] {
		b.sector = e.sector // "officials said" are nobody's but some government's
	}
	if e.flags.foreign && b.rule != "role noun" && b.rule != "" {
		// "US allies" and "Haiti's donors" are of other states.
		b.country, b.cameo, b.sector, b.group = "", "", e.sector, -1
	}
	if b.country == "" {
		b.country = e.country
	} else if b.sector == "" && e.country == "NGO" && state {
		b.sector = "CVL" // "a Japanese aid worker"
	}
	if org != nil && org.kind == doc.KindGroup && t.sector == "" && b.sector == "" && ro.plural && (e.noun == "leader" || e.noun == "representative") {
		b.sector = "CVL" // "Tuareg leaders"
	}
	if b.sector == "" && b.country == "" && e.noun == "leader" && ro.plural && r.regional(ro.first-1) {
		b.sector = "GOV" // "African leaders"
	}
	if b.former && rankAndFile[lastWord(e.noun)] {
		b.sector = "CVL" // "a former Marine" is no dignitary
	} else if b.former && e.kind == rolePerson && (b.sector == "GOV" || b.sector == "LEG" || b.sector == "MIL") {
		b.sector = "ELI"
	}
	if b.rule == "" {
		b.rule = "role noun"
	}
}

// rankAndFile are those of an army of whom a former one is anybody.
var rankAndFile = map[string]bool{"soldier": true, "marine": true, "sailor": true, "airman": true, "serviceman": true, "servicewoman": true,
	"paratrooper": true, "conscript": true, "recruit": true, "reservist": true, "policeman": true, "policewoman": true, "police officer": true}

// armed reports whether the sector is one that fights.
func armed(sector string) bool {
	switch sector {
	case "REB", "UAF", "MIL":
		return true
	}
	return false
}

func (r *reading) spanOf(first, last int) doc.Span {
	return doc.Span{Start: r.d.Tokens[first].Start, End: r.d.Tokens[last-1].End}
}

// chunkEntity is the entity that the chunk as a whole stands for.
func (r *reading) chunkEntity(s *sentence, c chunk) int {
	if a := s.atomOf(c.last - 1); a != nil && a.last == c.last && !a.hyphen {
		return a.entity
	}
	return r.entityAt(c.last - 1)
}

// ofSomeGovernment are nouns that mean somebody of a government where nothing
// tells whose.
var ofSomeGovernment = map[string]bool{
	"official": true, "senior official": true, "negotiator": true, "chief negotiator": true, "nuclear negotiator": true, "peace negotiator": true,
	"trade negotiator": true, "lead negotiator": true, "delegation": true, "negotiating team": true, "negotiation team": true,
	"peace delegation": true, "trade delegation": true, "emissary": true, "chief of staff": true, "deputy chief of staff": true,
}

// regional reports whether the token is a word for a part of the world whose
// leaders are heads of states.
func (r *reading) regional(t int) bool {
	if t < 0 {
		return false
	}
	switch strings.ToLower(r.d.Form(t)) {
	case "african", "european", "arab", "western", "asian", "gulf", "regional", "american", "caribbean", "pacific", "balkan", "nordic", "baltic":
		return true
	}
	return false
}
