package actor

import (
	"github.com/readout-project/readout/doc"
)

// titledNames makes names of capitalised words behind a title that the tagger
// missed, cut short or took for something else: the title is the better witness.
func (r *reading) titledNames(s *sentence) {
	for i := range s.roles {
		ro := s.roles[i]
		if ro.entry.kind != rolePerson || ro.plural || ro.last >= s.last {
			continue
		}
		t := ro.last
		a := s.atomOf(t)
		if ro.entry.flags.weak && (a == nil || a.kind != atomPerson) {
			continue // "National Convention"
		}
		if a != nil && (a.first != t || a.kind == atomCountry || a.kind == atomKnown || s.roleOf(t) != nil || !startsUpper(r.d.Form(t)) || a.last-a.first > 4) {
			continue
		}
		end := t
		if a != nil {
			end = a.last
		}
		for end < s.last && end-t < 7 {
			if b := s.atomOf(end); b != nil && b.kind == atomPerson && b.first == end {
				end = b.last
			} else if r.namePart(s, t, end) {
				end++
			} else {
				break
			}
		}
		for end > t && !startsUpper(r.d.Form(end-1)) {
			end--
		}
		if end > t {
			s.putPerson(r.d, t, end)
		}
	}
	// "Zia-ul-Haq" of which the tagger saw the first part.
	for i := 0; i < len(s.atoms); i++ {
		a := s.atoms[i]
		if a.kind != atomPerson || a.part {
			continue
		}
		end := a.last
		for end+1 < s.last && end-a.first < 9 && isHyphen(s.lower(end)) && s.joined(r.d, end) && s.atomOf(end+1) == nil {
			end += 2
		}
		if end > a.last {
			s.putPerson(r.d, a.first, end)
		}
	}
}

// namePart reports whether token t continues a person's name that began at first.
func (r *reading) namePart(s *sentence, first, t int) bool {
	tok := &r.d.Tokens[t]
	if tok.Len() > longestToken || s.atomOf(t) != nil || s.roleOf(t) != nil || calendar[s.lower(t)] {
		return false
	}
	if tok.UPOS == "PROPN" && (startsUpper(r.d.Form(t)) || t > first) {
		return true
	}
	if t == first {
		return false
	}
	switch s.lower(t) {
	case "al", "el", "bin", "ibn", "de", "van", "von", "der", "-":
		return t+1 < s.last && r.d.Tokens[t+1].UPOS == "PROPN"
	}
	return false
}

// nicknames joins a given name to its surname over a name in quotation marks:
// "John 'Not Now' Smith".
func (r *reading) nicknames(s *sentence) {
	changed := false
	for i := range s.atoms {
		a := &s.atoms[i]
		if a.kind != atomPerson || a.last-a.first != 1 || r.lex.given[r.d.Form(a.first)] == anyGender || !quoteMark(s.lower(a.last)) {
			continue
		}
		for t := a.last + 1; t < min(a.last+7, s.last-1); t++ {
			if !quoteMark(s.lower(t)) {
				continue
			}
			if next := s.atomOf(t + 1); next != nil && r.person(*next) && next.first == t+1 {
				a.last = next.last
			} else if next == nil && r.namePart(s, t+1, t+1) {
				a.last = t + 2
			} else {
				break
			}
			a.span.End = r.d.Tokens[a.last-1].End
			changed = true
			break
		}
	}
	if !changed {
		return
	}
	kept := s.atoms[:0]
	end := -1
	for _, a := range s.atoms {
		if a.first >= end {
			kept = append(kept, a)
			end = a.last
		}
	}
	s.atoms = kept
	s.mapAtoms()
}

// namedBodies makes names of capitalised words behind a noun in lower case that
// calls them an organisation: "the rebel group Free Dawn Brigade".
func (r *reading) namedBodies(s *sentence) {
	for i := 0; i < len(s.roles); i++ {
		ro := s.roles[i]
		if ro.entry.kind != roleOrganisation || ro.plural || startsUpper(r.d.Form(ro.first)) {
			continue
		}
		end := ro.last
		if a := s.atomOf(end); a != nil && a.first == end && (a.kind == atomOrganization || a.kind == atomPlace) {
			end = a.last
		}
		for end < s.last && end-ro.last < 6 && s.atomOf(end) == nil && nounOrAdjective(r.d, end) &&
			startsUpper(r.d.Form(end)) && r.d.Tokens[end].Len() <= longestToken && !calendar[s.lower(end)] {
			end++
		}
		if end == ro.last {
			continue
		}
		s.put(atom{first: ro.last, last: end, kind: atomOrganization, entity: -1, span: r.spanOf(ro.last, end)})
		kept := s.roles[:0]
		for _, other := range s.roles {
			if other.last <= ro.last || other.first >= end {
				kept = append(kept, other)
			}
		}
		s.roles = kept
		s.mapRoles()
	}
}

// putPerson makes one person's name of the tokens, in place of what was there.
func (s *sentence) putPerson(d *doc.Document, first, last int) {
	s.put(atom{first: first, last: last, kind: atomPerson, entity: -1,
		span: doc.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}})
}

// put sets a name in place of those it overlaps.
func (s *sentence) put(name atom) {
	kept := s.atoms[:0]
	for _, a := range s.atoms {
		if a.last <= name.first || a.first >= name.last {
			kept = append(kept, a)
		}
	}
	s.atoms = append(kept, name)
	sortAtoms(s.atoms)
	s.mapAtoms()
}

func quoteMark(form string) bool {
	switch form {
	case "'", "\"", "“", "”", "``", "''":
		return true
	}
	return false
}

func nounOrAdjective(d *doc.Document, t int) bool {
	u := d.Tokens[t].UPOS
	return u == "PROPN" || u == "NOUN" || u == "ADJ"
}
