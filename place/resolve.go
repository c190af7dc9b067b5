package place

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/place/gazetteer"
)

// resolve turns the mentions into places.
func (r *report) resolve() []doc.Place {
	out := make([]doc.Place, len(r.mentions))
	keep := make([]bool, len(r.mentions))
	// What a mention lies in is resolved before the mention: it mostly follows.
	done := make([]bool, len(r.mentions))
	var settle func(i, depth int)
	settle = func(i, depth int) {
		if done[i] {
			return
		}
		done[i] = true
		in := doc.Place{}
		if c := r.mentions[i].container; c >= 0 && depth < 3 {
			settle(c, depth+1)
			if keep[c] {
				in = out[c]
			}
		}
		out[i], keep[i] = r.one(r.mentions[i], in)
	}
	for i := range r.mentions {
		settle(i, 0)
	}
	r.agree(out, keep)
	var kept []doc.Place
	for i, p := range out {
		if keep[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// one resolves a mention that lies in another place, the zero place when the
// text names none. False: it names no place.
func (r *report) one(m mention, in doc.Place) (doc.Place, bool) {
	r.trace.weigh(m.Span)
	p := doc.Place{Span: m.Span, Name: m.name, Rule: "place/unresolved"}
	if m.short != (division{}) {
		return r.state(p, m.short)
	}
	within := r.within(m, in)
	// "In Asia, Canada has few friends" puts Asia nowhere.
	if r.words.wide[m.name] && !m.wantsDivision && within == (division{}) {
		p.Kind, p.Rule = doc.PlaceRegion, "place/wide"
		return p, true
	}
	h, known := r.countryOf(m)
	if known && h.Kind == country.Seat {
		// "outside the Pentagon" is somewhere; "the Pentagon said" is somebody.
		if _, acts := r.heads[m.last-1]; acts || !r.words.where[r.wordBefore(m.first)] {
			return p, false
		}
		p.Country, p.Kind, p.Rule = h.Country.ISO3, doc.PlaceFeature, "place/seat"
		return p, true
	}
	// A country lies in no other, but "Lebanon, Pennsylvania" is a town.
	contradicted := known && within.iso2 != "" && within.iso2 != h.Country.ISO2 && (h.Kind != country.Name || within.name != "")
	if known && !contradicted && !m.wantsDivision && (h.Kind == country.Name || h.Kind == country.Region || h.Kind == country.CapitalOf) {
		if q, ok := r.fromTable(p, m, h); ok {
			if r.trace != nil {
				r.lose(r.lookup(m.name), "a country, a part of one or a capital of the name goes before")
			}
			return q, true
		}
	}
	if r.partOfOther(m) {
		return p, false
	}
	if within == (division{}) && m.inDivision != (division{}) {
		return r.unknownTown(p, m.inDivision), true
	}
	if m.county && !r.hasDivision(m) {
		return p, m.location
	}
	if e, why, ok := r.choose(m, within); ok && (why != "" || !known || !h.Ambiguous) {
		return r.fromGazetteer(p, e, why), true
	}
	if known && !contradicted && h.Kind == country.Region {
		return r.fromTable(p, m, h)
	}
	return p, m.location
}

// countryOf looks a mention up in the table of countries: "Western Canada" is of
// Canada, not of a town so called.
func (r *report) countryOf(m mention) (country.Hit, bool) {
	if h, ok := r.countries.Lookup(m.name); ok {
		return h, true
	}
	base := r.base(m)
	if base == m.name || !strings.HasSuffix(m.name, base) {
		return country.Hit{}, false
	}
	h, ok := r.countries.Lookup(base)
	return h, ok && h.Kind == country.Name
}

// state is the place of an abbreviated state.
func (r *report) state(p doc.Place, s division) (doc.Place, bool) {
	for _, e := range r.lookup(s.name) {
		if e.Division && e.ISO2 == s.iso2 {
			return r.fromGazetteer(p, e, ",abbreviated"), true
		}
	}
	return p, false
}

// unknownTown is a town of an abbreviated state in which the gazetteer has none
// of its name: "Glasgow, Ky." is no Scottish city, though its own position is
// not known.
func (r *report) unknownTown(p doc.Place, in division) doc.Place {
	p.Country, p.Adm1, p.Kind = r.iso3(in.iso2), in.name, doc.PlaceCity
	p.Rule = "place/town,not in the gazetteer," + saidBeside
	return p
}

// within is the country, and where known the division, in which the text puts a
// mention. What stands after a comma may just as well be the next of a list, so
// it counts only when it has a place of that name.
func (r *report) within(m mention, in doc.Place) division {
	var w division
	switch {
	case m.inDivision != (division{}):
		w = m.inDivision
	case in.Kind == doc.PlaceAdm1:
		w = division{r.iso2(in.Country), in.Adm1}
	case in.Kind == doc.PlaceCountry || in.Kind == doc.PlaceRegion:
		w = division{iso2: r.iso2(in.Country)}
	default:
		w = division{iso2: r.iso2(m.inCountry)}
	}
	for _, e := range r.lookup(r.base(m)) {
		if e.ISO2 == w.iso2 && (w.name == "" || e.Adm1 == w.name) {
			return w
		}
	}
	return division{}
}

// partOfOther reports whether the actor stage takes the name, or a longer name
// around it, for somebody or something that is no place.
func (r *report) partOfOther(m mention) bool {
	i, ok := r.names[m.last-1]
	if !ok {
		return false
	}
	switch r.doc.Entities[i].Kind {
	case doc.KindPerson, doc.KindOrganization, doc.KindGroup:
		return true
	}
	return false
}

// fromTable makes a place of a word of the table of countries. An ambiguous word
// needs support: the country is named elsewhere in some other way, or nothing
// else of that name is known.
func (r *report) fromTable(p doc.Place, m mention, h country.Hit) (doc.Place, bool) {
	c := h.Country
	if h.Ambiguous {
		best, votes := c.ISO3, r.support.countries[c.ISO3]
		for _, other := range h.Also {
			if n := r.support.countries[other]; n > votes {
				best, votes = other, n
			}
		}
		if votes == 0 && (len(h.Also) > 0 || r.rival(m, h)) {
			return p, false
		}
		if best != c.ISO3 {
			c, _ = r.countries.ByISO3(best)
			h.Lat, h.Lon, h.GeoNames = c.Lat, c.Lon, c.GeoNames
		}
	}
	p.Country, p.Lat, p.Lon, p.Located, p.GeoNames = c.ISO3, h.Lat, h.Lon, h.Located, h.GeoNames
	switch h.Kind {
	case country.Region:
		p.Kind, p.Name, p.Rule = doc.PlaceRegion, h.Part, "place/region"
	case country.CapitalOf:
		p.Kind, p.Name, p.Rule = doc.PlaceCity, h.Word, "place/capital"
		p.Adm1 = r.divisionOf(h)
		if r.governs(m, c.ISO3) {
			p.Kind, p.Rule = doc.PlaceCapital, "place/capital-as-government"
		}
	default:
		p.Kind, p.Name, p.Rule = doc.PlaceCountry, c.Name, "place/country"
	}
	return p, true
}

// rival reports whether the gazetteer has a division or a large town of the name
// of an ambiguous country: Georgia, but not Chad.
func (r *report) rival(m mention, h country.Hit) bool {
	for _, e := range r.lookup(m.name) {
		if e.ISO2 != h.Country.ISO2 && !e.Alternate && (e.Division || e.Population >= 100000) {
			return true
		}
	}
	return false
}

// governs reports whether a capital stands for the government that sits there:
// the actor stage took it for the state, and no word of place stands before it.
func (r *report) governs(m mention, iso3 string) bool {
	i, acts := r.heads[m.last-1]
	if !acts || r.words.where[r.wordBefore(m.first)] {
		return false
	}
	e := r.doc.Entities[i]
	return (e.Kind == doc.KindCountry || e.Kind == doc.KindOrganization) && e.Country == iso3
}

// wordBefore is the word before a name, "the" and compass points left out.
func (r *report) wordBefore(first int) string {
	for t := first - 1; t >= first-3; t-- {
		if w := r.lower(t); !r.words.before[w] {
			return w
		}
	}
	return ""
}

// divisionOf is the division a capital lies in.
func (r *report) divisionOf(h country.Hit) string {
	for _, e := range r.lookup(h.Country.Capital.Name) {
		if e.GeoNames == h.GeoNames {
			return e.Adm1
		}
	}
	return ""
}

// base is the name under which a mention is looked up in the gazetteer, without
// a word for its kind: "Homs" for "Homs Governorate".
func (r *report) base(m mention) string {
	if len(r.lookup(m.name)) > 0 {
		return m.name
	}
	f := strings.Fields(m.name)
	for len(f) > 1 && r.words.after[strings.ToLower(f[len(f)-1])] {
		f = f[:len(f)-1]
	}
	for len(f) > 1 && r.words.before[strings.ToLower(f[0])] {
		f = f[1:]
	}
	return strings.Join(f, " ")
}

func (r *report) fromGazetteer(p doc.Place, e gazetteer.Entry, why string) doc.Place {
	p.Country, p.Adm1 = r.iso3(e.ISO2), e.Adm1
	if !e.Alternate {
		p.Name = e.Name // else the text's own: GeoNames has Ḩamāh for Hama
	}
	p.Lat, p.Lon, p.Located, p.GeoNames = e.Lat, e.Lon, e.Lat != 0 || e.Lon != 0, e.GeoNames
	p.Kind, p.Rule = doc.PlaceCity, "place/town"
	if e.Division {
		p.Kind, p.Rule = doc.PlaceAdm1, "place/division"
	}
	if why == "" {
		why = ",population"
	}
	p.Rule += why
	return p
}

// agree gives a name the place that the same name has where the text says what
// it lies in ("London, Ontario"), and an unresolved name the place it has
// elsewhere in the report.
func (r *report) agree(places []doc.Place, keep []bool) {
	told, found := map[string]int{}, map[string]int{}
	for i, p := range places {
		if p.Country == "" || !keep[i] {
			continue
		}
		name := r.mentions[i].name
		if _, ok := found[name]; !ok {
			found[name] = i
		}
		if _, ok := told[name]; !ok && strings.Contains(p.Rule, saidBeside) {
			told[name] = i
		}
	}
	for i, p := range places {
		name := r.mentions[i].name
		j, ok := told[name]
		if !ok && p.Country == "" && p.Kind == "" {
			j, ok = found[name]
		}
		if !ok || strings.Contains(p.Rule, saidBeside) || p.Kind == doc.PlaceCapital || r.mentions[i].wantsDivision {
			continue
		}
		places[i] = places[j]
		places[i].Span = p.Span
		places[i].Rule += ", as elsewhere in the report"
		if places[i].Kind == doc.PlaceCapital {
			places[i].Kind = doc.PlaceCity
		}
	}
}

func (r *report) iso2(iso3 string) string {
	c, _ := r.countries.ByISO3(iso3)
	return c.ISO2
}

func (r *report) iso3(iso2 string) string {
	c, _ := r.countries.ByISO2(iso2)
	return c.ISO3
}
