package actor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// told is what one report says of a person with a full name.
type told struct {
	names   []string // folded
	name    string
	country string
	sector  string
	role    string
	report  int
	how     string // outlet, day and words, for the rule
}

// Bounds of learning, in days between the two reports; where a day is not known
// the reports of one run count as near.
const (
	// A surname alone is the person of the news of those weeks.
	surnameDays = 30
	// An office is rarely held for less than a year.
	officeDays = 366
)

// Learn tells the persons whom a report names without saying who they are by what
// the other reports of the run say of the same name, and returns the indexes of
// the reports in which something was learnt. A surname alone counts only where
// all persons of that surname in the run are one, the reports lie close together
// and the person's country is spoken of in the report. Nothing that a report says
// itself is changed. The result depends on the documents and their order only.
func Learn(docs []*doc.Document) []int {
	bySurname := map[string][]told{}
	kept := map[string]int{} // two reports that say the same on one day say as much as a hundred
	for i, d := range docs {
		for k := range d.Entities {
			e := &d.Entities[k]
			names := foldName(e.Name)
			if e.Kind != doc.KindPerson || len(names) < 2 || e.How == doc.KnownLearned {
				continue
			}
			key := strings.Join([]string{strings.Join(names, " "), e.Country, e.Sector, e.Role, d.Report.Published.From.String()}, "\x00")
			if kept[key]++; kept[key] > 2 {
				continue
			}
			surname := names[len(names)-1]
			bySurname[surname] = append(bySurname[surname], told{names: names, name: e.Name, country: e.Country, sector: e.Sector,
				role: e.Role, report: i, how: source(d, e)})
		}
	}
	var changed []int
	for i, d := range docs {
		learnt := false
		for k := range d.Entities {
			e := &d.Entities[k]
			names := foldName(e.Name)
			if e.Country != "" || len(names) == 0 || e.Kind != doc.KindPerson && !mistaken(e, names) {
				continue
			}
			if t, ok := whoIs(docs, i, e, names, bySurname[names[len(names)-1]]); ok {
				t.tell(i, docs, e)
				learnt = true
			}
		}
		if learnt {
			changed = append(changed, i)
		}
	}
	return changed
}

// mistaken reports whether the entity may be a surname that the name finder took
// for an organisation, as it does at the beginning of sentences.
func mistaken(e *doc.Entity, names []string) bool {
	return e.Kind == doc.KindOrganization && e.How == doc.KnownNot && len(names) == 1 && e.Sector == ""
}

// source says where something was learnt.
func source(d *doc.Document, e *doc.Entity) string {
	words := e.Name
	if !e.Evidence.Empty() {
		for _, m := range e.Mentions {
			if m.Contains(e.Evidence) {
				words = clean(d.Slice(m.Span))
				break
			}
		}
	}
	from := cmp.Or(d.Report.Outlet, d.Report.Path, d.Report.ID)
	if p := d.Report.Published; p.Single() {
		from += ", " + p.From.String()
	}
	return fmt.Sprintf("%s: %q", from, words)
}

// whoIs finds the one person of the run whom the name can mean.
func whoIs(docs []*doc.Document, report int, e *doc.Entity, names []string, all []told) (told, bool) {
	var person []told
	for _, t := range all {
		if len(names) > 1 && !samePerson(t.names, names) {
			continue
		}
		if len(person) > 0 && !samePerson(person[0].names, t.names) {
			return told{}, false // two persons of that surname
		}
		person = append(person, t)
	}
	state := ""
	for _, t := range person {
		if t.country != "" && state != "" && t.country != state {
			return told{}, false
		}
		state = cmp.Or(state, t.country)
	}
	if state == "" {
		return told{}, false
	}
	person = slices.DeleteFunc(slices.Clone(person), func(t told) bool { return t.country == "" || t.report == report })
	slices.SortStableFunc(person, func(a, b told) int {
		return cmp.Compare(daysBetween(docs, report, a.report), daysBetween(docs, report, b.report))
	})
	if len(person) == 0 {
		return told{}, false
	}
	t := person[0]
	if len(names) == 1 {
		about := func(o doc.Entity) bool { return o.Country == t.country }
		if daysBetween(docs, report, t.report) > surnameDays || !slices.ContainsFunc(docs[report].Entities, about) {
			return told{}, false
		}
	}
	if e.Sector != "" && t.sector != "" && e.Sector != t.sector {
		return told{}, false
	}
	for _, o := range person[1:] {
		if daysBetween(docs, report, o.report) <= officeDays && o.sector != t.sector {
			t.sector, t.role = "", "" // they do not agree who that is
		}
	}
	return t, true
}

// daysBetween is how many days lie between two reports at least, 0 where one tells
// no day.
func daysBetween(docs []*doc.Document, a, b int) int {
	x, y := docs[a].Report.Published.Interval, docs[b].Report.Published.Interval
	if y.From.Before(x.From) {
		x, y = y, x
	}
	if x.To.IsZero() || y.From.IsZero() {
		return 0
	}
	return max(0, x.To.DaysUntil(y.From))
}

// tell writes what was learnt into the entity.
func (t told) tell(report int, docs []*doc.Document, e *doc.Entity) {
	e.Name, e.Country, e.Kind = t.name, t.country, doc.KindPerson
	if daysBetween(docs, report, t.report) <= officeDays {
		e.Sector = cmp.Or(e.Sector, t.sector)
		e.Role = cmp.Or(e.Role, t.role)
	}
	e.CAMEO = code(country.Default(), e.Country, e.Sector)
	e.How, e.Evidence = doc.KnownLearned, doc.Span{}
	e.Rule = "learned from " + t.how
}
