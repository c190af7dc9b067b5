package actor

import (
	"strings"
	"unicode"
)

// acronym is where a report introduces one: "Students' Front for Reform (SFR)".
type acronym struct {
	s     *sentence
	first int // the first token of the full name
}

// introduced finds acronyms in brackets behind the names they stand for. From
// there on the acronym is that name, whatever the tables make of its letters.
func (r *reading) introduced() {
	for _, s := range r.sents {
		for t := s.first + 2; t+2 < s.last; t++ {
			if s.lower(t) != "(" || s.lower(t+2) != ")" {
				continue
			}
			short := letters(r.d.Form(t + 1))
			if short == "" || r.acronyms[short].s != nil {
				continue
			}
			if first, ok := r.longForm(s, t, short); ok {
				if r.acronyms == nil {
					r.acronyms = map[string]acronym{}
				}
				r.acronyms[short] = acronym{s, first}
			}
		}
	}
	if len(r.acronyms) == 0 {
		return
	}
	for _, s := range r.sents {
		for t := s.first; t < s.last; t++ {
			if r.d.Tokens[t].Len() > longestToken || r.acronyms[letters(r.d.Form(t))].s == nil {
				continue
			}
			if a := s.atomOf(t); a != nil && a.last-a.first > 1 {
				continue // part of a longer name
			}
			r.putName(s, t, t+1)
		}
	}
}

// letters are the capitals of an acronym without its points, "" for other words.
func letters(form string) string {
	if len(form) > 16 {
		return ""
	}
	form = strings.ReplaceAll(form, ".", "")
	if len(form) < 2 || len(form) > 8 || strings.Trim(form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return ""
	}
	return form
}

// longForm finds the name before the bracket at t: capitalised words whose first
// letters are the acronym's, or a name of an organisation that ends there, as
// acronyms often are of the name in its own language.
func (r *reading) longForm(s *sentence, t int, short string) (int, bool) {
	first, ok := r.initials(s, t, short)
	a := s.atomOf(t - 1)
	switch {
	case ok && a != nil && a.first <= first && r.person(*a):
		return 0, false
	case ok && a != nil && a.first == first:
		return first, true // a name already, perhaps of the tables
	case ok:
		r.putName(s, first, t)
		return first, true
	case a == nil || a.last != t || a.last-a.first < 2 || len(short) < 3 || t+1 < s.last && s.atomOf(t+1) != nil && s.atomOf(t+1).kind == atomKnown:
		return 0, false
	}
	organisation := a.kind == atomOrganization || a.kind == atomKnown && !r.person(*a)
	return a.first, organisation
}

// initials walks back over capitalised words, small words between them left
// aside, as long as their first letters are those of the acronym from its end.
func (r *reading) initials(s *sentence, t int, short string) (int, bool) {
	left := len(short)
	words := 0
	for i := t - 1; i >= s.first && t-i <= 2*len(short)+4; i-- {
		form := r.d.Form(i)
		if len(form) == 0 || len(form) > longestToken {
			return 0, false
		}
		lower := s.lower(i)
		switch c := rune(form[0]); {
		case unicode.IsUpper(c):
			// A word with a hyphen may give two letters: "Al-Shabaab".
			if form[0] != short[left-1] {
				return 0, false
			}
			left--
			words++
			if left == 0 {
				return i, words > 1
			}
		case lower == "'" || lower == "'s" || lower == "," || inNames[lower] || inOrganisations[lower]:
		default:
			return 0, false
		}
	}
	return 0, false
}

// putName makes the tokens the name of an organisation, in place of the names and
// role nouns in it.
func (r *reading) putName(s *sentence, first, last int) {
	s.put(atom{first: first, last: last, kind: atomOrganization, entity: -1, span: r.spanOf(first, last)})
	roles := s.roles[:0]
	for _, ro := range s.roles {
		if ro.last <= first || ro.first >= last {
			roles = append(roles, ro)
		}
	}
	s.roles = roles
	s.mapRoles()
}

// spelledOut is the entity of an acronym that the report has introduced, -1 for
// another name.
func (r *reading) spelledOut(a *atom) int {
	if len(r.acronyms) == 0 || a.last-a.first != 1 {
		return -1
	}
	long := r.acronyms[letters(r.d.Form(a.first))]
	if long.s == nil {
		return -1
	}
	full := long.s.atomOf(long.first)
	if full == nil || full.last-full.first < 2 {
		return -1
	}
	return r.nameOther(long.s, full)
}
