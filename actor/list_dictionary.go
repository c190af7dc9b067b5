package actor

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// The dictionaries of the CAMEO coders are capitals with underscores for spaces:
//
//	GULF_OF_ALMA_ [ALM]          a name with its code; "_" at the end means a whole word
//	+ALMA_GULF_                  a synonym of the name before
//	    [ALMGOV 950601-990815]   codes with dates; the first that holds counts,
//	    [ALMELI >19990815]       a code without dates holds where none does
//	HARBOUR_GUARD {HARBOUR_GUARDS} [~COP]    an agent: a noun, its plural, its sector
//	!PERSON! = MAN, WOMAN        a set; HERDS!PERSON! stands for each of its members
//
// "#" and ";" begin comments, "<!--" and "-->" enclose them.

// dictionaryEntry is a name in the reading, with its codes.
type dictionaryEntry struct {
	names []writing
	codes []writing
	plur  []string
	none  bool // "{}": the noun has no plural of its own
}

// dictionary reads the form of the CAMEO coders.
func (r *listReader) dictionary(lines []string) {
	sets := map[string]set{}
	var open *dictionaryEntry
	comment := false
	for i, raw := range lines {
		n := i + 1
		l := uncomment(raw, &comment)
		if l == "" {
			continue
		}
		if strings.HasPrefix(l, "!") && strings.Contains(l, "=") {
			r.readSet(l, n, sets)
			continue
		}
		names, codes, plurals, ok := r.fields(l, n)
		switch {
		case !ok:
			continue
		case names == "":
			if open == nil {
				r.fault(n, "a code without a name before it")
				continue
			}
		case strings.HasPrefix(names, "+"):
			if open == nil {
				r.fault(n, "a synonym without a name before it")
				continue
			}
			open.names = append(open.names, writing{strings.TrimPrefix(names, "+"), n})
		default:
			r.close(open, sets)
			open = &dictionaryEntry{names: []writing{{names, n}}}
		}
		open.codes = append(open.codes, codes...)
		open.plur = append(open.plur, plurals...)
		open.none = open.none || plurals != nil && len(plurals) == 0
	}
	r.close(open, sets)
}

// uncomment takes comments and white space from a line.
func uncomment(l string, comment *bool) string {
	var out strings.Builder
	for l != "" {
		if *comment {
			end := strings.Index(l, "-->")
			if end < 0 {
				return strings.TrimSpace(out.String())
			}
			l, *comment = l[end+3:], false
			continue
		}
		at := strings.Index(l, "<!")
		if at < 0 {
			out.WriteString(l)
			break
		}
		out.WriteString(l[:at])
		l, *comment = l[at+2:], true
	}
	s := out.String()
	if i := strings.IndexAny(s, "#;"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// fields cuts a line into name, codes in brackets and plurals in braces.
func (r *listReader) fields(l string, line int) (name string, codes []writing, plurals []string, ok bool) {
	end := strings.IndexAny(l, "[{]}")
	if end < 0 {
		return l, nil, nil, true
	}
	name, l = strings.TrimSpace(l[:end]), l[end:]
	for l != "" {
		closing := map[byte]string{'[': "]", '{': "}"}[l[0]]
		if closing == "" {
			r.fault(line, "%q stands outside brackets", l)
			return "", nil, nil, false
		}
		end := strings.Index(l, closing)
		if end < 0 || strings.ContainsAny(l[1:end], "[{") {
			r.fault(line, "%q without its %q", l[:1], closing)
			return "", nil, nil, false
		}
		inside := strings.TrimSpace(l[1:end])
		if l[0] == '[' {
			codes = append(codes, writing{inside, line})
		} else {
			plurals = []string{}
			for _, p := range strings.Split(inside, ",") {
				if p = strings.TrimSpace(p); p != "" {
					plurals = append(plurals, p)
				}
			}
		}
		l = strings.TrimSpace(l[end+1:])
	}
	return name, codes, plurals, true
}

// close settles the entry that a new name ends.
func (r *listReader) close(e *dictionaryEntry, sets map[string]set) {
	if e == nil {
		return
	}
	before := len(r.faults)
	var names []writing
	for _, w := range e.names {
		for _, s := range r.expand(w, sets) {
			s = plainName(s)
			if r.name(s, w.line) {
				names = append(names, writing{s, w.line})
			}
		}
	}
	if len(e.codes) == 0 && len(r.faults) == before {
		r.fault(e.names[0].line, "%s has no code", e.names[0].text)
	}
	if len(r.faults) > before || len(names) == 0 {
		return
	}
	if strings.Contains(e.codes[0].text, "~") {
		r.agent(e, names)
		return
	}
	r.actor(e, names)
}

// plainName writes an entry of a dictionary in words.
func plainName(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(s), "_", " ")), " ")
}

// agent keeps a role noun.
func (r *listReader) agent(e *dictionaryEntry, names []writing) {
	code := e.codes[0]
	groups, ok := r.groups(strings.Trim(code.text, "~ "), code.line)
	if !ok {
		return
	}
	sector := ""
	for _, g := range groups {
		if sector = ploverOf(g); sector != "" {
			break
		}
	}
	if sector == "" {
		return // a religion or an ethnic group, which is no sector
	}
	kind := rolePerson
	if e.none {
		kind = roleCollective
	}
	for _, n := range names {
		r.list.nouns = append(r.list.nouns, listNoun{noun: n.text, sector: sector, kind: kind})
	}
	for _, p := range e.plur {
		p = plainName(p)
		if r.name(p, code.line) {
			r.list.nouns = append(r.list.nouns, listNoun{noun: p, sector: sector, kind: kind, plural: true})
		}
	}
}

// actor keeps a name with its codes.
func (r *listReader) actor(e *dictionaryEntry, names []writing) {
	before := len(r.faults)
	var rows []term
	var otherwise *term
	for _, c := range e.codes {
		t, dated, ok := r.code(c)
		switch {
		case !ok:
		case dated:
			rows = append(rows, t)
		case otherwise == nil:
			otherwise = &t
		}
	}
	if len(r.faults) > before || len(rows) == 0 && otherwise == nil {
		return
	}
	if len(rows) == 0 {
		rows, otherwise = []term{*otherwise}, nil
	}
	if h, ok := r.states.Lookup(titled(names[0].text)); ok && len(rows) == 1 && rows[0].sector == "" && rows[0].country == h.Country.ISO3 {
		return // a word for a country that we know, and know how to read
	}
	entry := r.entry(names[0].text, names[0].line)
	if len(entry.rows) > 0 {
		r.fault(names[0].line, "%s stands in line %d as well", names[0].text, entry.line)
		return
	}
	entry.anyCase, entry.rows, entry.otherwise = true, rows, otherwise
	entry.kind = kindOf(names[0].text, rows, otherwise)
	entry.aliases = append(entry.aliases, names[1:]...)
}

// titled writes a name with capitals, as the table of countries has it.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if i == 0 || len(w) > 3 {
			_, n := utf8.DecodeRuneInString(w)
			words[i] = strings.ToUpper(w[:n]) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// kindOf guesses what a dictionary leaves out: dated codes are those of persons,
// and a given name in front is a person's.
func kindOf(name string, rows []term, otherwise *term) doc.EntityKind {
	first := titled(strings.Fields(name)[0])
	if english().given[first] != anyGender || len(rows) > 1 || otherwise != nil {
		return doc.KindPerson
	}
	switch rows[0].sector {
	case "REB", "UAF", "PTY", "OPP", "PRE", "CRM":
		return doc.KindGroup
	case "ELI":
		return doc.KindPerson
	}
	return doc.KindOrganization
}

// code reads "AFGGOV 010203-20040506": a country, roles and groups, and dates.
func (r *listReader) code(c writing) (t term, dated, ok bool) {
	code, dates, _ := strings.Cut(c.text, " ")
	if i := strings.IndexAny(code, "<>"); i > 0 {
		code, dates = code[:i], code[i:]+dates
	}
	if code == "---" || code == "###" {
		return t, false, false // the coders' mark for "no actor"
	}
	code = strings.ToUpper(code)
	groups, ok := r.groups(code, c.line)
	if !ok {
		return t, false, false
	}
	if t.country, ok = r.bloc(groups[0]); !ok {
		r.fault(c.line, "country %q of code %q is unknown", groups[0], code)
		return t, false, false
	}
	for _, g := range groups[1:] {
		if t.sector = ploverOf(g); t.sector != "" {
			break
		}
	}
	t.cameo = code
	if dates = strings.ReplaceAll(dates, " ", ""); dates == "" {
		return t, false, true
	}
	valid, err := dictionaryDates(dates)
	if err != "" {
		r.fault(c.line, "%s in %q", err, c.text)
		return t, false, false
	}
	t.valid = valid
	return t, true, true
}

// groups cuts a code into its groups of three letters.
func (r *listReader) groups(code string, line int) ([]string, bool) {
	var out []string
	for rest := code; rest != ""; rest = rest[3:] {
		if len(rest) < 3 || strings.Trim(rest[:3], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
			r.fault(line, "code %q is not made of groups of three capitals", code)
			return nil, false
		}
		out = append(out, rest[:3])
	}
	if len(out) == 0 {
		r.fault(line, "an empty code")
	}
	return out, len(out) > 0
}

// bloc is the country of the first group of a code. CAMEO's regions name no
// country of ours.
func (r *listReader) bloc(group string) (string, bool) {
	if _, ok := r.states.ByISO3(group); ok {
		return group, true
	}
	for _, c := range r.states.All() {
		if c.CAMEO == group {
			return c.ISO3, true
		}
	}
	switch group {
	case "IGO", "NGO", "IMG", "MNC":
		return group, true
	case "NGM":
		return "NGO", true
	case "UNO":
		return "IGO", true
	case "INT", "UIS", "AFR", "ASA", "BLK", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN", "EAF", "EEU", "EUR", "LAM", "MEA",
		"MDT", "NAF", "NMR", "PGS", "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WST", "WEU":
		return "", true
	}
	return "", false
}

// ploverOf is the PLOVER sector of a role code of CAMEO, "" for a religion, a
// people or a group.
func ploverOf(group string) string {
	switch group {
	case "MED":
		return "JRN"
	case "HLH":
		return "MED"
	case "INS", "SEP":
		return "REB"
	case "CHR", "CTH", "MOS", "BUD", "HIN", "JEW", "SIK":
		return "REL"
	}
	if plover[group] && group != "UNK" {
		return group
	}
	return ""
}

// dictionaryDates reads "<950601", ">19990815" or "950601-990815". Years of two
// digits up to 30 are of this century, as the coders' own programs have it.
func dictionaryDates(s string) (doc.Interval, string) {
	day := func(s string) (doc.Day, bool) {
		if len(s) == 6 {
			century := "19"
			if s[:2] <= "30" {
				century = "20"
			}
			s = century + s
		}
		n, err := strconv.Atoi(s)
		if err != nil || len(s) != 8 || n < 0 {
			return doc.Day{}, false
		}
		return doc.NewDay(n/10000, time.Month(n/100%100), n%100)
	}
	bad := "a date that does not exist"
	switch {
	case s[0] == '<':
		d, ok := day(s[1:])
		if !ok {
			return doc.Interval{}, bad
		}
		return doc.Interval{To: d.Add(-1)}, ""
	case s[0] == '>':
		d, ok := day(s[1:])
		if !ok {
			return doc.Interval{}, bad
		}
		return doc.Interval{From: d}, ""
	}
	from, to, both := strings.Cut(s, "-")
	a, okA := day(from)
	b, okB := day(to)
	switch {
	case !both || !okA || !okB:
		return doc.Interval{}, bad
	case b.Before(a):
		return doc.Interval{}, "a date that ends before it begins"
	}
	return doc.Interval{From: a, To: b}, ""
}
