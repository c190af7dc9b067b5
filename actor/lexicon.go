package actor

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// lexicon is what the tables of a language say of actors. It is never changed.
type lexicon struct {
	countries *country.Table
	names     map[string][]nameEntry // by first piece, longest first
	anyCase   map[string][]nameEntry // names whose case is not known, by first piece in lower case
	surnames  map[string][]int       // persons among known, by folded surname
	inOffice  map[string][]int       // the same by the countries of their offices
	roles     map[string][]roleEntry // by first piece in lower case, longest first
	known     []known
	given     map[string]gender
	bodies    map[string]bodyNoun // by the last words of a name
	acts      map[string]bool     // lemma + "/" + how: when a capital is a government
}

// known is a group, organisation or person of the tables with all its rows.
type known struct {
	kind  doc.EntityKind
	name  string
	class string // igo, ngo, state, media ... of an organisation
	rows  []term
	// shared tells that many bear the name: it is this person only where the
	// report gives the office or the country.
	shared bool
	// otherwise is what holds where no row does; nil for nothing but the country.
	otherwise *term
}

// term is what a table says of a name for a time; zero ends are open.
type term struct {
	country, sector, cameo, role string
	valid                        doc.Interval
}

// nameEntry is one writing of a known name.
type nameEntry struct {
	pieces    []string
	known     int
	needsFull bool // counts only where the full name stands in the report
	alone     bool // a surname that stands for the person by itself
}

// roleEntry is one role noun.
type roleEntry struct {
	pieces  []string
	noun    string // the entry in the singular
	sector  string // without its ">"
	inherit bool   // the sector comes from the organisation in front
	country string
	kind    roleKind
	flags   roleFlags
}

type roleKind string

const (
	rolePerson       roleKind = "person"
	roleCollective   roleKind = "collective"
	roleOrganisation roleKind = "organisation"
)

// roleFlags are the properties of a role noun that rules ask for.
type roleFlags struct {
	head, diplomat, speaks, male, female, kin, rank, state, topic, plural, pluralOnly, weak, many, posted, sides, party, foreign bool
}

type gender byte

const (
	anyGender gender = iota
	male
	female
)

// english is the lexicon of lang/en, read once. It is embedded, so a broken
// table is a broken build, which the tests of this package catch.
var english = sync.OnceValue(func() *lexicon {
	l, err := readLexicon(lang.English())
	if err != nil {
		panic(err)
	}
	return l
})

func readLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{
		countries: country.Default(),
		names:     map[string][]nameEntry{},
		anyCase:   map[string][]nameEntry{},
		surnames:  map[string][]int{},
		inOffice:  map[string][]int{},
		roles:     map[string][]roleEntry{},
		given:     map[string]gender{},
		bodies:    map[string]bodyNoun{},
		acts:      map[string]bool{},
	}
	for _, read := range []func(fs.FS) error{l.readOrganisations, l.readGroups, l.readOfficeholders, l.readRoles, l.readGivenNames, l.readBodyNouns, l.readActs} {
		if err := read(files); err != nil {
			return nil, err
		}
	}
	l.order()
	return l, nil
}

// order puts longer entries first, so that the first that fits is the longest,
// and indexes persons by surname and country.
func (l *lexicon) order() {
	for _, names := range []map[string][]nameEntry{l.names, l.anyCase} {
		for _, e := range names {
			slices.SortStableFunc(e, func(a, b nameEntry) int { return cmp.Compare(len(b.pieces), len(a.pieces)) })
		}
	}
	for _, e := range l.roles {
		slices.SortStableFunc(e, func(a, b roleEntry) int { return cmp.Compare(len(b.pieces), len(a.pieces)) })
	}
	clear(l.surnames)
	clear(l.inOffice)
	for i, k := range l.known {
		if k.kind != doc.KindPerson {
			continue
		}
		surname := fold(lastWord(k.name))
		l.surnames[surname] = append(l.surnames[surname], i)
		var states []string
		for _, t := range k.rows {
			if t.role != "" && !slices.Contains(states, t.country) {
				states = append(states, t.country)
				l.inOffice[t.country] = append(l.inOffice[t.country], i)
			}
		}
	}
}

// add keeps a row of a known name; rows of one name follow each other.
func (l *lexicon) add(kind doc.EntityKind, name, aliases, class string, row term) {
	if n := len(l.known); n > 0 && l.known[n-1].name == name && l.known[n-1].kind == kind {
		l.known[n-1].rows = append(l.known[n-1].rows, row)
		return
	}
	l.known = append(l.known, known{kind: kind, name: name, class: class, rows: []term{row}})
	for _, alias := range append([]string{name}, list(aliases)...) {
		e := newNameEntry(alias, len(l.known)-1)
		l.names[e.key()] = append(l.names[e.key()], e)
	}
}

// newNameEntry reads a writing of a known name with its marks.
func newNameEntry(alias string, known int) nameEntry {
	e := nameEntry{known: known}
	if a, ok := strings.CutSuffix(alias, "?"); ok {
		alias, e.needsFull = a, true
	}
	if a, ok := strings.CutSuffix(alias, "+"); ok {
		alias, e.alone = a, true
	}
	e.pieces = pieces(alias)
	return e
}

// key is the first piece of the entry, by which it is found.
func (e nameEntry) key() string {
	if len(e.pieces) > 1 && strings.EqualFold(e.pieces[0], "the") {
		return "the"
	}
	return e.pieces[0]
}

func (l *lexicon) readOrganisations(files fs.FS) error {
	rows, err := readTable(files, "organisations.tsv", 7)
	for _, r := range rows {
		l.add(doc.KindOrganization, r[0], r[1], r[5], term{country: r[2], sector: r[3], cameo: r[4]})
	}
	return err
}

func (l *lexicon) readGroups(files fs.FS) error {
	rows, err := readTable(files, "groups.tsv", 7)
	for _, r := range rows {
		valid, err := validity(r[4], r[5])
		if err != nil {
			return fmt.Errorf("groups.tsv: %s: %w", r[0], err)
		}
		l.add(doc.KindGroup, r[0], r[1], "", term{country: r[2], sector: r[3], valid: valid})
	}
	return err
}

func (l *lexicon) readOfficeholders(files fs.FS) error {
	rows, err := readTable(files, "officeholders.tsv", 7)
	for _, r := range rows {
		valid, err := validity(r[5], r[6])
		if err != nil {
			return fmt.Errorf("officeholders.tsv: %s: %w", r[0], err)
		}
		name, shared := strings.CutSuffix(r[0], "*")
		l.add(doc.KindPerson, name, r[1], "", term{country: r[2], sector: r[3], role: r[4], valid: valid})
		l.known[len(l.known)-1].shared = shared
	}
	return err
}

func (l *lexicon) readRoles(files fs.FS) error {
	rows, err := readTable(files, "roles.tsv", 6)
	for _, r := range rows {
		flags, err := parseFlags(r[4])
		if err != nil {
			return fmt.Errorf("roles.tsv: %s: %w", r[0], err)
		}
		for _, noun := range list(r[0]) {
			e := roleEntry{pieces: pieces(noun), noun: noun, country: r[2], kind: roleKind(r[3]), flags: flags}
			e.sector, e.inherit = strings.CutPrefix(r[1], ">")
			l.roles[e.pieces[0]] = append(l.roles[e.pieces[0]], e)
		}
	}
	return err
}

func (l *lexicon) readGivenNames(files fs.FS) error {
	rows, err := readTable(files, "given-names.tsv", 2)
	for _, r := range rows {
		switch r[1] {
		case "male":
			l.given[r[0]] = male
		case "female":
			l.given[r[0]] = female
		default:
			return fmt.Errorf("given-names.tsv: %s: gender %q", r[0], r[1])
		}
	}
	return err
}

func (l *lexicon) readActs(files fs.FS) error {
	rows, err := readTable(files, "capital-acts.tsv", 2)
	for _, r := range rows {
		l.acts[r[0]+"/"+r[1]] = true
	}
	return err
}

// act reports whether the lemma stands in capital-acts.tsv in that way.
func (l *lexicon) act(lemma, how string) bool { return l.acts[strings.ToLower(lemma)+"/"+how] }

func parseFlags(cell string) (roleFlags, error) {
	var f roleFlags
	fields := map[string]*bool{
		"head": &f.head, "diplomat": &f.diplomat, "speaks": &f.speaks, "male": &f.male, "female": &f.female,
		"kin": &f.kin, "rank": &f.rank, "state": &f.state, "topic": &f.topic, "plural": &f.plural,
		"pluralonly": &f.pluralOnly, "weak": &f.weak, "posted": &f.posted, "sides": &f.sides, "many": &f.many, "party": &f.party, "foreign": &f.foreign,
	}
	for _, s := range strings.Split(cell, ",") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		b, ok := fields[s]
		if !ok {
			return f, fmt.Errorf("unknown flag %q", s)
		}
		*b = true
	}
	return f, nil
}

// validity reads the ends of a row: a day, or a month or year that counts from
// its first day or to its last.
func validity(from, to string) (doc.Interval, error) {
	var i doc.Interval
	var err error
	if from != "" {
		if i, err = period(from); err != nil {
			return i, err
		}
		i.To = doc.Day{}
	}
	if to != "" {
		end, err := period(to)
		if err != nil {
			return i, err
		}
		i.To = end.To
	}
	if !i.From.IsZero() && !i.To.IsZero() && i.To.Before(i.From) {
		return i, fmt.Errorf("ends (%s) before it begins (%s)", to, from)
	}
	return i, nil
}

// period reads "2015-09-05", "2015-09" or "2015" as the days it covers.
func period(s string) (doc.Interval, error) {
	for _, form := range []struct {
		layout        string
		months, years int
	}{{"2006-01-02", 0, 0}, {"2006-01", 1, 0}, {"2006", 0, 1}} {
		if len(s) != len(form.layout) {
			continue
		}
		t, err := time.Parse(form.layout, s)
		if err != nil {
			break
		}
		first := doc.DayOf(t)
		if form.months+form.years == 0 {
			return doc.On(first), nil
		}
		return doc.Interval{From: first, To: doc.DayOf(t.AddDate(form.years, form.months, -1))}, nil
	}
	return doc.Interval{}, fmt.Errorf("%q is no day, month or year of the forms 2015-09-05, 2015-09, 2015", s)
}

// at is what the tables say of the name on the day of the report. Where that is
// not known, only what all rows agree on is said. The second result tells
// whether a row holds at that time.
func (k known) at(published doc.Interval) (term, bool) {
	var fits []term
	for _, r := range k.rows {
		if r.valid.Overlaps(published) {
			fits = append(fits, r)
		}
	}
	// A range without an end may reach beyond the rows.
	if k.otherwise != nil && (len(fits) == 0 || published.From.IsZero() || published.To.IsZero()) {
		fits = append(fits, *k.otherwise)
	}
	holds := len(fits) > 0
	if !holds {
		fits = k.rows
	}
	t := fits[0]
	for _, r := range fits[1:] {
		if r.country != t.country {
			t.country, t.cameo = "", ""
		}
		if r.sector != t.sector {
			t.sector, t.cameo = "", ""
		}
		if r.role != t.role {
			t.role = ""
		}
	}
	if !holds {
		t.sector, t.role, t.cameo = "", "", ""
	}
	return t, holds
}
