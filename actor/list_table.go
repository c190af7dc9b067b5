package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// tableColumns are the columns that a table of actors may have, in any order.
var tableColumns = []string{"name", "aliases", "country", "sector", "kind", "role", "from", "to", "note"}

// plover are the sectors of PLOVER 2.0.
var plover = map[string]bool{
	"COP": true, "GOV": true, "JUD": true, "LEG": true, "MIL": true, "PRM": true, "PTY": true, "REB": true, "SPY": true,
	"UAF": true, "UNK": true, "AGR": true, "BUS": true, "CRM": true, "CVL": true, "EDU": true, "ELI": true, "JRN": true,
	"LAB": true, "MED": true, "REF": true, "OPP": true, "PRE": true, "REL": true, "SOC": true,
}

// blocs are what stands for a country where there is none.
var blocs = map[string]bool{"IGO": true, "NGO": true, "IMG": true, "MNC": true, "ISM": true}

// tableHead reports whether the first line that says something names columns.
func tableHead(lines []string) bool {
	for _, l := range lines {
		if l = strings.TrimSpace(l); l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		first, _, tab := strings.Cut(l, "\t")
		return strings.TrimSpace(first) == "name" && (tab || l == "name")
	}
	return false
}

// table reads our own form: tab-separated, the first line names the columns, a
// name may have several rows with different dates.
func (r *listReader) table(lines []string) {
	var columns []string
	for i, l := range lines {
		n := i + 1
		if l = strings.TrimRight(l, "\r"); strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		cells := strings.Split(l, "\t")
		if columns == nil {
			columns = r.columns(cells, n)
			continue
		}
		if len(cells) > len(columns) {
			r.fault(n, "%d cells, the table has %d columns", len(cells), len(columns))
			continue
		}
		row := map[string]string{}
		for k, c := range cells {
			row[columns[k]] = strings.TrimSpace(c)
		}
		r.row(row, n)
	}
}

func (r *listReader) columns(cells []string, line int) []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range cells {
		c = strings.TrimSpace(c)
		known := false
		for _, name := range tableColumns {
			known = known || c == name
		}
		if !known || seen[c] {
			r.fault(line, "column %q: a table of actors has each of these at most once: %s", c, strings.Join(tableColumns, ", "))
		}
		seen[c] = true
		out = append(out, c)
	}
	return out
}

// row reads one row of a table.
func (r *listReader) row(row map[string]string, line int) {
	name, sector, state := row["name"], row["sector"], row["country"]
	before := len(r.faults)
	r.name(name, line)
	if _, ok := r.states.ByISO3(state); state != "" && !ok && !blocs[state] {
		r.fault(line, "country %q: neither an ISO 3166-1 alpha-3 code nor one of IGO, NGO, IMG, MNC, ISM", state)
	}
	if bare := strings.TrimPrefix(sector, ">"); sector != "" && !plover[bare] && !(row["kind"] == "role" && bare == "") {
		r.fault(line, "sector %q is none of PLOVER 2.0", sector)
	}
	valid, err := validity(row["from"], row["to"])
	if err != nil {
		r.fault(line, "%v", err)
	}
	aliases := list(row["aliases"])
	for _, a := range aliases {
		r.name(strings.TrimRight(a, "+?"), line)
	}
	kind := doc.EntityKind(row["kind"])
	switch kind {
	case doc.KindPerson, doc.KindOrganization, doc.KindGroup, "role":
	case "":
		kind = doc.KindOrganization
		if row["role"] != "" {
			kind = doc.KindPerson
		}
	default:
		r.fault(line, "kind %q: person, organization, group or role", row["kind"])
	}
	if len(r.faults) > before {
		return
	}
	if kind == "role" {
		for _, noun := range append([]string{name}, aliases...) {
			r.list.nouns = append(r.list.nouns, listNoun{noun: strings.ToLower(noun), sector: sector, kind: rolePerson})
		}
		return
	}
	e := r.entry(name, line)
	if len(e.rows) > 0 && e.kind != kind {
		r.fault(line, "%s is a %s here and a %s in line %d", name, kind, e.kind, e.line)
		return
	}
	for _, t := range e.rows {
		if clash(t.valid, valid) {
			r.fault(line, "two rows of %s hold at the same time (the other begins in line %d)", name, e.line)
			return
		}
	}
	e.kind = kind
	e.rows = append(e.rows, term{country: state, sector: sector, role: row["role"], valid: valid})
	for _, a := range aliases {
		if !e.has(a) {
			e.aliases = append(e.aliases, writing{a, line})
		}
	}
}

func (e *listEntry) has(alias string) bool {
	for _, a := range e.aliases {
		if a.text == alias {
			return true
		}
	}
	return false
}

// clash reports whether two terms hold at once for longer than the month in which
// one ends and the other begins, where the days are not known.
func clash(a, b doc.Interval) bool {
	if !a.Overlaps(b) {
		return false
	}
	brief := func(from, to doc.Day) bool { return !from.IsZero() && !to.IsZero() && from.DaysUntil(to) <= 31 }
	return !brief(b.From, a.To) && !brief(a.From, b.To)
}
