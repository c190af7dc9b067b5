package event

import (
	"slices"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// hostOf is the place that stands where the recipient should, of another country than
// the actors' own: troops sent to Darfur and food flown to Gaza are sent to those whose
// land it is. Returns -1 where there is none.
func (s *sentence) hostOf(a *act, actors []int) int {
	for _, slot := range a.frame.Recipient {
		if slot.Of == "inner" || slot.Name == "subject" || slot.Name == "speaker" {
			continue
		}
		for _, tok := range s.fillers(a.hit, slot) {
			p := s.place[tok]
			if p < 0 || s.d.Places[p].Country == "" {
				continue
			}
			own := slices.ContainsFunc(actors, func(e int) bool { return s.d.Entities[e].Country == s.d.Places[p].Country })
			if !own {
				return p
			}
		}
	}
	return -1
}

// country returns the entity of the country that the place lies in, a new one where
// the report has not named it otherwise.
func (s *sentence) country(place int) int {
	p := s.d.Places[place]
	first, last := s.d.TokensIn(p.Span)
	m := doc.Mention{Span: p.Span, First: first, Last: last, Head: s.d.HeadOf(first, last), Form: doc.FormNominal, Rule: "place for its country"}
	for i := range s.d.Entities {
		if e := &s.d.Entities[i]; e.Kind == doc.KindCountry && e.Country == p.Country {
			return i
		}
	}
	name := p.Country
	if c, ok := country.Default().ByISO3(p.Country); ok {
		name = c.Name
	}
	s.d.Entities = append(s.d.Entities, doc.Entity{Name: name, Kind: doc.KindCountry, Country: p.Country, Sector: "GOV",
		How: doc.KnownLexicon, Rule: "country of a place", Mentions: []doc.Mention{m}})
	s.political = append(s.political, true)
	return len(s.d.Entities) - 1
}
