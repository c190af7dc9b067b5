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
	divisions map[division]bool // as the gazetteer names them
}

// hear counts the countries that the report names without doubt: by name,
// adjective, people, capital or seat.
func (r *report) hear() {
	r.support = support{map[string]int{}, map[division]bool{}}
	d := r.doc
	for _, s := range d.Sentences {
		for t := s.First; t < s.Last; {
			n := 0
			if hasCapital(d.Form(t)) {
				var h country.Hit
				n, h = r.countries.Match(r.forms(t, min(s.Last, t+longestMatch)))
				if n > 0 && !h.Ambiguous {
					r.support.countries[h.Country.ISO3]++
				}
			}
			t += max(1, n)
		}
	}
	for _, m := range r.mentions {
		entries := r.lookup(r.base(m))
		for _, e := range entries {
			if e.Division && !e.Alternate && (m.wantsDivision || m.contains >= 0 || dwarfs(e, entries)) {
				r.support.divisions[division{e.ISO2, e.Adm1}] = true
			}
		}
		if m.inDivision != (division{}) {
			r.support.divisions[m.inDivision] = true
		}
	}
}

// dwarfs reports whether a division has ten times the people of any other place
// of its name: "Texas" is hardly a village.
func dwarfs(e gazetteer.Entry, all []gazetteer.Entry) bool {
	return !slices.ContainsFunc(all, func(o gazetteer.Entry) bool { return o != e && o.Population*10 > e.Population })
}
