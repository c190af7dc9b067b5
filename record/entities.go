package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// entities joins the actors of single reports to actors of the record and
// returns, by report and local entity, which one it is.
func (b *builder) entities() {
	b.entityOf = make([][]int, len(b.docs))
	for i, d := range b.docs {
		b.entityOf[i] = make([]int, len(d.Entities))
		for k := range b.entityOf[i] {
			b.entityOf[i][k] = -1
		}
	}
	keys := b.personKeys()
	index := make(map[string]int)
	for i, d := range b.docs {
		for k := range d.Entities {
			key := keys[LocalEntity{i, k}]
			if key == "" {
				key = b.entityKey(i, &d.Entities[k])
			}
			n, ok := index[key]
			if !ok {
				n = len(b.rec.Entities)
				index[key] = n
				b.rec.Entities = append(b.rec.Entities, Entity{})
			}
			b.entityOf[i][k] = n
			e := &b.rec.Entities[n]
			e.Of = append(e.Of, LocalEntity{i, k})
		}
	}
	for n := range b.rec.Entities {
		b.describe(&b.rec.Entities[n])
	}
}

// entityKey tells which entities other than persons are one: countries by their
// code, organisations and groups by name and country, roles by name and country,
// and without a country only within one story.
func (b *builder) entityKey(report int, e *doc.Entity) string {
	name := strings.Join(fold(e.Name), " ")
	switch {
	case e.Kind == doc.KindCountry && e.Country != "":
		return "country\x00" + e.Country
	case e.Kind == doc.KindRole && !stateCode(e.Country):
		return "role\x00" + b.storyKey(report) + "\x00" + name
	}
	return string(e.Kind) + "\x00" + name + "\x00" + e.Country
}

// storyKey names the story of a report by its canonical first report, so that
// the order of reading changes no key.
func (b *builder) storyKey(report int) string {
	s := b.storyOf[report]
	if s < 0 {
		return b.docs[report].Report.ID
	}
	first := ""
	for _, r := range b.rec.Stories[s].Reports {
		if id := b.docs[r].Report.ID; first == "" || id < first {
			first = id
		}
	}
	return first
}

// personKeys joins persons over reports. Full names join when they are
// compatible and the countries do not differ; a bare surname joins the only such
// person of its report, else of its story, else of its country.
func (b *builder) personKeys() map[LocalEntity]string {
	type person struct {
		local   LocalEntity
		name    personName
		country string
	}
	groups := make(map[string][]person)
	for i, d := range b.docs {
		for k, e := range d.Entities {
			if e.Kind != doc.KindPerson {
				continue
			}
			if n := foldPerson(e.Name); n.surname != "" {
				groups[n.surname] = append(groups[n.surname], person{LocalEntity{i, k}, n, e.Country})
			}
		}
	}
	keys := make(map[LocalEntity]string)
	for surname, people := range groups { // every surname is settled by itself
		slices.SortFunc(people, func(x, y person) int {
			return cmp.Or(strings.Compare(strings.Join(x.name.given, " "), strings.Join(y.name.given, " ")),
				strings.Compare(x.country, y.country), b.compareReports(x.local.Report, y.local.Report),
				cmp.Compare(x.local.Entity, y.local.Entity))
		})
		// People with given names: each joins the first cluster it is compatible with.
		type cluster struct {
			first   person
			country string
			stories map[int]bool
			reports map[int]bool
		}
		var clusters []*cluster
		for _, full := range []bool{true, false} {
			for _, p := range people {
				if len(p.name.given) == 0 || (p.country != "") != full {
					continue
				}
				var home *cluster
				for _, c := range clusters {
					if c.first.name.compatible(p.name) && (c.country == "" || p.country == "" || c.country == p.country) {
						home = c
						break
					}
				}
				if home == nil {
					home = &cluster{first: p, country: p.country, stories: make(map[int]bool), reports: make(map[int]bool)}
					clusters = append(clusters, home)
				}
				home.stories[b.storyOf[p.local.Report]] = true
				home.reports[p.local.Report] = true
				keys[p.local] = "person\x00" + surname + "\x00" + strings.Join(home.first.name.given, " ") + "\x00" + home.country
			}
		}
		for _, p := range people {
			if len(p.name.given) > 0 {
				continue
			}
			var own, here, anywhere []*cluster
			for _, c := range clusters {
				if c.country != "" && p.country != "" && c.country != p.country {
					continue
				}
				if c.reports[p.local.Report] {
					own = append(own, c)
				}
				if c.stories[b.storyOf[p.local.Report]] {
					here = append(here, c)
				}
				if p.country != "" && c.country == p.country {
					anywhere = append(anywhere, c)
				}
			}
			switch {
			case len(own) == 1:
				keys[p.local] = keys[own[0].first.local]
			case len(own) == 0 && len(here) == 1:
				keys[p.local] = keys[here[0].first.local]
			case len(here) == 0 && len(anywhere) == 1:
				keys[p.local] = keys[anywhere[0].first.local]
			case p.country != "":
				keys[p.local] = "surname\x00" + surname + "\x00" + p.country
			default:
				keys[p.local] = "surname\x00" + surname + "\x00\x00" + b.storyKey(p.local.Report)
			}
		}
	}
	return keys
}

// describe settles name, country and sector of a joined entity from its parts:
// the fullest name, and of differing codes the one most reports give.
func (b *builder) describe(e *Entity) {
	names, countries, sectors := make(map[string]int), make(map[string]int), make(map[string]int)
	for _, l := range e.Of {
		local := &b.docs[l.Report].Entities[l.Entity]
		names[local.Name]++
		if local.Country != "" {
			countries[local.Country]++
		}
		if local.Sector != "" {
			sectors[local.Sector]++
		}
		if local.Role != "" && !slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Report == l.Report && r.Role == local.Role }) {
			held := b.docs[l.Report].Report.Published.Interval
			if held.From.IsZero() || held.To.IsZero() {
				held = doc.Interval{} // half a range would read as the term of the office
			}
			e.Roles = append(e.Roles, Role{Role: local.Role, Dates: held, Report: l.Report})
		}
	}
	all := sortedNames(names)
	slices.SortStableFunc(all, func(x, y string) int {
		return cmp.Or(cmp.Compare(len(strings.Fields(y)), len(strings.Fields(x))), cmp.Compare(names[y], names[x]))
	})
	e.Name = all[0]
	e.Aliases = all[1:]
	e.Country, e.Sector = commonest(countries), commonest(sectors)
}

func sortedNames(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// commonest is the most frequent key, of several the first by the alphabet.
func commonest(m map[string]int) string {
	best := ""
	for _, k := range sortedNames(m) {
		if best == "" || m[k] > m[best] {
			best = k
		}
	}
	return best
}

// stateCode reports whether the code names a state rather than a kind of body.
func stateCode(country string) bool {
	switch country {
	case "", "IGO", "NGO", "IMG", "ISM", "MNC":
		return false
	}
	return true
}
