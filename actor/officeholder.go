package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// lookUp fills what the text does not say of a person from the tables, and finds
// in them persons whom the text gives with surname and office only.
func (r *reading) lookUp() {
	for _, i := range r.persons {
		p := &r.drafts[i]
		if p.known < 0 && len(p.names) == 1 && len(p.roles) > 0 {
			p.known = r.byOffice(p)
		}
		if p.known < 0 {
			continue
		}
		k := r.lex.known[p.known]
		if k.shared && len(p.roles) == 0 && p.Country == "" && p.Role == "" {
			p.known = -1
			continue // many are called so, and nothing in the report says who this is
		}
		if len(foldName(k.name)) > len(p.names) {
			p.Name = k.name
		}
		t, holds := k.at(r.d.Report.Published.Interval)
		if p.Country != "" && t.country != p.Country {
			continue // the text knows better who this is
		}
		if p.Country == "" {
			p.Country = t.country
			p.How, p.Rule = doc.KnownLexicon, "officeholders"
		}
		if p.Sector == "" && p.Role == "" {
			p.Sector = t.sector
			p.How, p.Rule = doc.KnownLexicon, "officeholders"
		}
		if p.Sector == "" && holds && p.Country == t.country && partOfRole(p.Role, t.role) {
			p.Sector = t.sector // "spokesman Dmitry Peskov" is the Kremlin's
		}
		if holds && t.role != "" {
			if p.Role == "" || len(p.Role) < len(t.role) && partOfRole(p.Role, t.role) {
				p.Role = t.role
			}
			p.roles = append(p.roles, r.roleWords(t.role))
		}
		if p.gender == anyGender {
			p.gender = r.givenGender(k.name)
		}
	}
}

// partOfRole reports whether the words of the text are part of the office that
// the table names.
func partOfRole(words, office string) bool {
	return words != "" && strings.Contains(strings.ToLower(office), strings.ToLower(words))
}

// byOffice is the one holder in the tables with this surname and this office.
func (r *reading) byOffice(p *draft) int {
	switch strings.ToLower(p.Role) {
	case "king", "queen", "emir", "sultan", "prince", "crown prince", "pope":
		return -1 // they go by their first names
	}
	found := -1
	for _, i := range r.lex.surnames[p.names[0]] {
		t, holds := r.lex.known[i].at(r.d.Report.Published.Interval)
		if !holds || !sameOfficeWords(t.role, p.Role) || p.Country != "" && p.Country != t.country {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// sameOfficeWords compares two names of an office, whichever side of the
// Atlantic spells them.
func sameOfficeWords(a, b string) bool { return strings.EqualFold(american(a), american(b)) }

// american spells "Defence" as "Defense".
func american(office string) string {
	return strings.NewReplacer("defence", "defense", "Defence", "Defense").Replace(office)
}

// roleWords reads a role of the tables.
func (r *reading) roleWords(words string) held {
	h := held{words: strings.ToLower(words)}
	for _, e := range r.lex.roles[strings.ToLower(pieces(words)[0])] {
		if strings.EqualFold(e.noun, words) {
			h.flags = e.flags
		}
	}
	return h
}

func lastWord(name string) string {
	f := strings.Fields(name)
	return f[len(f)-1]
}
