package place

import (
	"slices"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/place/gazetteer"
)

// support is what the report speaks of: how often each country is named in any
// way, and which divisions.
type support struct {
	countries map[string]int    // by ISO3
	total     int               // of countries
	divisions map[division]bool // as the gazetteer names them
}

func (s *support) add(iso3 string) {
	s.countries[iso3]++
	s.total++
}

// share is how much of the report is about a country, 0 to 1.
func (s *support) share(iso3 string) float64 {
	if s.total == 0 {
		return 0
	}
	return float64(s.countries[iso3]) / float64(s.total)
}

// hear counts the countries that the report names without doubt: by name,
// adjective, people, capital or seat, or by a division.
func (r *report) hear() {
	r.support = support{countries: map[string]int{}, divisions: map[division]bool{}}
	d := r.doc
	for _, s := range d.Sentences {
		for t := s.First; t < s.Last; {
			n := 0
			if hasCapital(d.Form(t)) {
				var h country.Hit
				n, h = r.countries.Match(r.forms(t, min(s.Last, t+longestMatch)))
				if n > 0 && !h.Ambiguous {
					r.support.add(h.Country.ISO3)
				}
			}
			t += max(1, n)
		}
	}
	for _, m := range r.mentions {
		if h, ok := r.countries.Lookup(m.name); ok && h.Ambiguous {
			continue // "Georgia" does not speak for either
		}
		entries := r.lookup(r.base(m))
		for _, e := range entries {
			if e.Division && !e.Alternate && (m.wantsDivision || m.contains >= 0 || dwarfs(e, entries)) {
				r.support.divisions[division{e.ISO2, e.Adm1}] = true
				r.support.add(r.iso3(e.ISO2))
			}
		}
		if in, ok := onlyDivision(entries); ok && m.location && !m.wantsDivision {
			r.support.divisions[in] = true
			r.support.add(r.iso3(in.iso2))
		}
		if m.inDivision != (division{}) {
			r.support.divisions[m.inDivision] = true
			r.support.add(r.iso3(m.inDivision.iso2))
		}
	}
}

// dwarfs reports whether a division has ten times the people of any other place
// of its name: "Texas" is hardly a village.
func dwarfs(e gazetteer.Entry, all []gazetteer.Entry) bool {
	return !slices.ContainsFunc(all, func(o gazetteer.Entry) bool { return o != e && o.Population*10 > e.Population })
}

// onlyDivision is the division that holds all the towns of a name: "Winnipeg"
// speaks for Manitoba.
func onlyDivision(all []gazetteer.Entry) (division, bool) {
	if len(all) == 0 {
		return division{}, false
	}
	in := division{all[0].ISO2, all[0].Adm1}
	return in, in.name != "" && !slices.ContainsFunc(all, func(e gazetteer.Entry) bool {
		return e.Division || e.Alternate || division{e.ISO2, e.Adm1} != in
	})
}
