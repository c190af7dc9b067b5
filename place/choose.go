package place

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/readout-project/readout/place/gazetteer"
)

// choice is an entry of the gazetteer with how well it fits.
type choice struct {
	gazetteer.Entry
	score float64
	why   string
}

// The weights of what speaks for an entry, against the decimal logarithm of its
// population. They are set by hand. Those of country and division count by how
// much of the report is about the country: in a report about one country its
// towns beat cities elsewhere that are a hundred times as large; in one about
// four, a city that the whole world knows is not lost to a namesake.
const (
	weightCapital   = 1.0
	weightCountry   = 2.5
	weightDivision  = 2.0
	weightContained = 5.0
	weightFame      = 0.25
	weightAlternate = -0.4
	weightTown      = 0.7 // "Idlib" is the town unless "province" follows
)

// saidBeside marks the rule of a place whose country the text gives with it,
// countryNamed that of one whose country it gives elsewhere.
const (
	saidBeside   = "country beside it"
	countryNamed = "country in the report"
)

// choose returns the entry that fits best, if one fits well enough.
func (r *report) choose(m mention, within division) (gazetteer.Entry, string, bool) {
	entries := r.lookup(r.base(m))
	if m.wantsDivision {
		// "Homs province" is the division, if there is one.
		if d := slices.IndexFunc(entries, func(e gazetteer.Entry) bool { return !e.Division }); d > 0 {
			r.lose(entries[d:], "the text asks for a division")
			entries = entries[:d]
		}
	}
	var all []choice
	for _, e := range entries {
		c := choice{Entry: e, score: math.Log10(float64(e.Population)+1000) + weightFame*float64(e.Fame)}
		add := func(weight float64, why string) {
			c.score += weight
			if why != "" {
				c.why += "," + why
			}
		}
		if e.Alternate {
			add(weightAlternate, "")
		}
		if e.Capital {
			add(weightCapital, "capital")
		}
		if share := r.support.share(r.iso3(e.ISO2)); share > 0 {
			add(weightCountry*share, countryNamed)
			if !e.Division && r.support.divisions[division{e.ISO2, e.Adm1}] {
				add(weightDivision*share, "division in the report")
			}
		}
		switch {
		case within.iso2 != "" && e.ISO2 != within.iso2:
			r.lose([]gazetteer.Entry{e}, "the text puts the place in "+r.iso3(within.iso2))
			continue
		case within.name == "" && shadowed(e, entries):
			r.lose([]gazetteer.Entry{e}, "a far larger division of the country has the name")
			continue
		case within.iso2 != "":
			add(weightContained, saidBeside)
			if within.name != "" && e.Adm1 == within.name && !e.Division {
				add(weightContained, "division beside it")
			}
		}
		switch {
		case e.Division && m.wantsDivision:
			add(0, "division")
		case e.Division && r.holds(m, e):
			add(weightContained, "town before it")
		case !e.Division && !m.wantsDivision:
			add(weightTown, "")
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(b.score, a.score) })
	if len(all) == 0 || !r.sure(all) {
		r.loseAll(all, "nothing in the report speaks for it, and it is not known widely enough")
		return gazetteer.Entry{}, "", false
	}
	if oneOfSeveral(all) {
		if slices.ContainsFunc(all, func(c choice) bool {
			return c.ISO2 != all[0].ISO2 && c.Population > 10*all[0].Population
		}) {
			r.loseAll(all, "the country has several of the name, and another country a far larger one")
			return gazetteer.Entry{}, "", false // Glasgow itself is none of those of the country
		}
		r.loseAll(all, "the country has several of the name, and nothing tells which")
		return gazetteer.Entry{Name: m.name, ISO2: all[0].ISO2}, all[0].why + ",one of several", true
	}
	r.win(all)
	return all[0].Entry, all[0].why, true
}

// hasDivision reports whether the gazetteer has a division of a mention's name.
func (r *report) hasDivision(m mention) bool {
	return slices.ContainsFunc(r.lookup(r.base(m)), func(e gazetteer.Entry) bool { return e.Division })
}

// holds reports whether the text puts a town in the division that has one of
// that name: "Atlanta, Georgia".
func (r *report) holds(m mention, e gazetteer.Entry) bool {
	if m.contains < 0 {
		return false
	}
	return slices.ContainsFunc(r.lookup(r.base(r.mentions[m.contains])), func(town gazetteer.Entry) bool {
		return !town.Division && town.ISO2 == e.ISO2 && town.Adm1 == e.Adm1
	})
}

// famous is the fame of a place that has names in some thirty languages.
const famous = 6

// alike is how many times the people of its namesakes a town must have to be
// taken for granted in its country.
const alike = 3

// oneOfSeveral reports whether the country has another town of the name for which
// the report speaks as much as for the best choice, and that is not much smaller:
// which of the two Columbias is meant is then not known.
func oneOfSeveral(all []choice) bool {
	best := all[0]
	return !best.Division && strings.HasPrefix(best.why, ","+countryNamed) && slices.ContainsFunc(all[1:], func(c choice) bool {
		return !c.Division && !c.Alternate && c.why == best.why && c.ISO2 == best.ISO2 && c.Adm1 != best.Adm1 && c.Population*alike > best.Population
	})
}

// shadowed reports whether a town has the name of a far larger division of its
// country in which it does not lie: "Delaware" is the state, not the town in
// Ohio, unless the text puts it there.
func shadowed(e gazetteer.Entry, all []gazetteer.Entry) bool {
	return !e.Division && slices.ContainsFunc(all, func(o gazetteer.Entry) bool {
		return o.Division && !o.Alternate && o.ISO2 == e.ISO2 && o.Adm1 != e.Adm1 && o.Population > e.Population*10
	})
}

// sure reports whether the best choice may be written: something in the report
// speaks for it, or the world knows it and its namesakes are a fifth of it at
// most, or it is large or the only one of its name and no other comes near it.
func (r *report) sure(all []choice) bool {
	best := all[0]
	if best.why != "" || best.Fame >= famous && !slices.ContainsFunc(all[1:], func(c choice) bool {
		return !c.Division && c.Population*5 > best.Population
	}) {
		return true
	}
	for _, c := range all[1:] {
		if c.ISO2 != best.ISO2 && best.score-c.score < 0.5 {
			return false
		}
	}
	only := !slices.ContainsFunc(all, func(c choice) bool { return c.ISO2 != best.ISO2 || c.Adm1 != best.Adm1 })
	return best.Population >= 200000 || only && best.Population >= 10000
}
