package actor

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// inOffice reads "Washington's top diplomat" and "the Russian president" as the
// holder of the office on the day of the report, whom the tables name. It keeps
// off wherever the report may speak of another holder: without a single day of
// publication, beside a year, and beside words such as "former" and "next".
func (r *reading) inOffice(p phrase) int {
	day := r.d.Report.Published.Interval
	e, b := p.ro.entry, p.b
	office := e.flags.diplomat || e.flags.head && e.noun != "chancellor" || defenceMinister[american(e.noun)]
	if !office || !day.Single() || b.former || !r.isState(b.country) || p.ro.plural || !p.definite && p.c.owner < 0 && !r.startsWithState(p) ||
		!plainOffice(r.qualities(p), e.noun) || r.anotherTime(p.s) {
		return -1
	}
	switch p.s.lower(p.c.last) {
	case "of", "for", "from", "who", "whose", "which", "that", "and":
		return -1 // which one is meant follows, or a second office
	}
	found := -1
	for _, i := range r.lex.inOffice[b.country] {
		k := &r.lex.known[i]
		for _, t := range k.rows {
			if t.country != b.country || !(t.valid.From.Before(day.From) && (t.valid.To.IsZero() || day.To.Before(t.valid.To))) || !r.sameOffice(t.role, e) {
				continue
			}
			if found >= 0 && found != i {
				return -1
			}
			found = i
		}
	}
	if found < 0 {
		return -1
	}
	return r.inTables(found)
}

// plainOffice reports whether nothing but "top" qualifies the office.
func plainOffice(qualities, noun string) bool {
	return qualities == "" || noun == "top diplomat" && qualities == "top" || noun == "chief diplomat" && qualities == "chief"
}

// topDiplomat reads "the top US diplomat" as "the top diplomat".
func (r *reading) topDiplomat(s *sentence, c chunk, ro *role) *role {
	if ro == nil || ro.plural || ro.entry.noun != "diplomat" {
		return ro
	}
	for t := c.first; t < ro.first; t++ {
		w := s.lower(t)
		if w != "top" && w != "chief" {
			continue
		}
		for _, e := range r.lex.roles[w] {
			if e.noun == w+" diplomat" {
				top := *ro
				top.entry = e
				return &top
			}
		}
	}
	return ro
}

var defenceMinister = map[string]bool{"defense minister": true, "defense secretary": true}

// startsWithState reports whether the phrase is the state's adjective and the
// office and nothing else: "US Secretary of State", as headlines have it.
func (r *reading) startsWithState(p phrase) bool {
	a := p.s.atomOf(p.c.first)
	return a != nil && a.kind == atomCountry && a.last == p.ro.first
}

// sameOffice reports whether an office of the tables is the one of the noun.
func (r *reading) sameOffice(office string, e roleEntry) bool {
	if sameOfficeWords(office, e.noun) {
		return true
	}
	return e.flags.diplomat && r.roleWords(office).flags.diplomat
}

// anotherTime reports whether a word of the sentence takes it out of the days of
// the report.
func (r *reading) anotherTime(s *sentence) bool {
	for t := s.first; t < s.last; t++ {
		switch w := s.lower(t); w {
		case "former", "then", "late", "next", "previous", "incoming", "outgoing", "future", "ex", "acting", "interim", "first", "last",
			"new", "elected", "decade", "decades", "century", "ago", "history", "whoever", "any", "every", "would":
			return true
		default:
			if len(w) == 4 && strings.Trim(w, "0123456789") == "" && (w[0] == '1' || w[0] == '2') {
				return true
			}
		}
	}
	return false
}

// inTables is the entity of a person of the tables.
func (r *reading) inTables(known int) int {
	for _, i := range r.persons {
		if r.drafts[i].known == known {
			return i
		}
	}
	k := r.lex.known[known]
	t, _ := k.at(r.d.Report.Published.Interval)
	i, _ := r.draftOf("office:"+k.name, doc.Entity{Kind: doc.KindPerson, Name: k.name, Country: t.country, Sector: t.sector,
		Role: t.role, How: doc.KnownLexicon, Rule: "holder of the office on the day of the report"})
	d := &r.drafts[i]
	d.known = known
	d.names = foldName(k.name)
	d.gender = r.lex.given[strings.Fields(k.name)[0]]
	if !slices.ContainsFunc(d.roles, func(h held) bool { return strings.EqualFold(h.words, t.role) }) {
		d.roles = append(d.roles, r.roleWords(t.role))
	}
	return i
}
