package actor

import (
	"slices"
	"strings"

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

func quoteMark(form string) bool {
	switch form {
	case "'", "\"", "“", "”", "``", "''":
		return true
	}
	return false
}

// plainName is the text of a name without what stands in quotation marks.
func (r *reading) plainName(a *atom) string {
	var words []string
	quoted := false
	for t := a.first; t < a.last; t++ {
		form := straight(r.d.Form(t))
		if t > a.first && t+1 < a.last && quoteMark(form) {
			quoted = !quoted
			continue
		}
		if quoted {
			continue
		}
		if t > a.first && len(words) > 0 && r.d.Tokens[t].Start == r.d.Tokens[t-1].End {
			words[len(words)-1] += form
			continue
		}
		words = append(words, form)
	}
	return strings.Join(words, " ")
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

// surnames finds surnames of persons whose full name stands in the report where
// the tagger overlooked them.
func (r *reading) surnames() {
	full := map[string]bool{}
	for _, s := range r.sents {
		for _, a := range s.atoms {
			if r.person(a) {
				words := strings.Fields(r.plainName(&a))
				if n := len(words); n > 1 && len(words[n-1]) > 2 {
					full[straight(words[n-1])] = true
				}
			}
		}
	}
	for _, s := range r.sents {
		changed := false
		for t := s.first; t < s.last; t++ {
			tok := &r.d.Tokens[t]
			if tok.UPOS != "PROPN" || tok.Len() > longestToken || s.roleOf(t) != nil || !full[straight(r.d.Form(t))] {
				continue
			}
			if a := s.atomOf(t); a != nil {
				// The tagger took the surname for another kind of name.
				if a.last-a.first == 1 && (a.kind == atomOrganization || a.kind == atomPlace) {
					a.kind = atomPerson
				}
				continue
			}
			s.atoms = append(s.atoms, atom{first: t, last: t + 1, kind: atomPerson, span: tok.Span, entity: -1})
			changed = true
		}
		if changed {
			sortAtoms(s.atoms)
			s.mapAtoms()
		}
	}
}

// person reports whether the atom names a person.
func (r *reading) person(a atom) bool {
	return a.kind == atomPerson || a.kind == atomKnown && r.lex.known[a.known].kind == doc.KindPerson
}

// namePersons gives every person's name its entity: names of several words
// first, then single words that are part of exactly one of those.
func (r *reading) namePersons() {
	bySurname := map[string][]int{}
	each := func(use func(s *sentence, a *atom, words []string)) {
		for _, s := range r.sents {
			for i := range s.atoms {
				if a := &s.atoms[i]; r.person(*a) && a.entity < 0 {
					if words := foldName(r.plainName(a)); len(words) > 0 {
						use(s, a, words)
					}
				}
			}
		}
	}
	each(func(s *sentence, a *atom, words []string) {
		if len(words) == 1 && !(a.kind == atomKnown && !a.alone) {
			return
		}
		a.entity = r.fullName(a, words, bySurname)
	})
	each(func(s *sentence, a *atom, words []string) {
		g := s.courtesy(a.first)
		a.entity = r.shortName(a, words, g, bySurname)
		if p := &r.drafts[a.entity]; p.gender == anyGender {
			p.gender = g
		}
	})
}

// fullName returns the person of a name of several words.
func (r *reading) fullName(a *atom, words []string, bySurname map[string][]int) int {
	last := words[len(words)-1]
	text := r.plainName(a)
	fit := -1
	for _, i := range bySurname[last] {
		p := &r.drafts[i]
		if a.kind == atomKnown && p.known == a.known {
			fit = i
			break
		}
		if samePerson(p.names, words) && !r.otherGender(p, text) && (fit < 0 || len(r.drafts[fit].names) < len(p.names)) {
			fit = i
		}
	}
	if fit < 0 {
		fit, _ = r.draftOf("person:"+strings.Join(words, " "), doc.Entity{Kind: doc.KindPerson, Name: text})
		r.drafts[fit].named = a.span.Start
		bySurname[last] = append(bySurname[last], fit)
		// Names of East Asia begin with the surname, "bin Salman" has two words.
		if first := words[0]; first != last {
			bySurname[first+" "] = append(bySurname[first+" "], fit)
		}
	}
	p := &r.drafts[fit]
	if len(words) > len(p.names) {
		p.names, p.Name = words, text
	}
	if a.kind == atomKnown && p.known < 0 {
		p.known = a.known
	}
	if p.gender == anyGender {
		p.gender = r.lex.given[strings.Fields(text)[0]]
	}
	return fit
}

// otherGender keeps Maria Silva and Mario Silva apart.
func (r *reading) otherGender(p *draft, name string) bool {
	g := r.lex.given[strings.Fields(name)[0]]
	return g != anyGender && p.gender != anyGender && g != p.gender
}

// shortName returns the person of a single word: the one person of the report
// who bears it; a holder of the tables whom the word names by itself; else a
// person of whom no more is known. Of several bearers the one named before the
// word counts, if there is just one.
func (r *reading) shortName(a *atom, words []string, g gender, bySurname map[string][]int) int {
	word := words[len(words)-1]
	var fits []int
	for _, i := range bySurname[word] {
		if a.kind == atomKnown && r.drafts[i].known == a.known {
			return i
		}
		if g == anyGender || r.drafts[i].gender != male+female-g {
			fits = append(fits, i)
		}
	}
	if a.kind == atomKnown {
		return r.knownPerson(a, bySurname)
	}
	for _, i := range bySurname[word+" "] {
		if _, given := r.lex.given[strings.Fields(r.drafts[i].Name)[0]]; !given && !slices.Contains(fits, i) {
			fits = append(fits, i)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	if len(fits) > 1 {
		var before []int
		for _, i := range fits {
			if r.drafts[i].named < a.span.Start {
				before = append(before, i)
			}
		}
		if len(before) == 1 {
			return before[0]
		}
	}
	i, fresh := r.draftOf("surname:"+word, doc.Entity{Kind: doc.KindPerson, Name: r.plainName(a)})
	if fresh {
		r.drafts[i].names = words
	}
	return i
}

// courtesy is the gender that "Mr" or "Mrs" before the token tells.
func (s *sentence) courtesy(t int) gender {
	switch strings.TrimSuffix(s.lower(t-1), ".") {
	case "mr", "sir", "lord":
		return male
	case "mrs", "ms", "miss", "lady", "dame":
		return female
	}
	return anyGender
}

// knownPerson is the person of the tables whom a surname names by itself.
func (r *reading) knownPerson(a *atom, bySurname map[string][]int) int {
	k := r.lex.known[a.known]
	words := foldName(k.name)
	i, fresh := r.draftOf("person:"+strings.Join(words, " "), doc.Entity{Kind: doc.KindPerson, Name: k.name})
	if fresh {
		r.drafts[i].names, r.drafts[i].known = words, a.known
		r.drafts[i].gender = r.lex.given[strings.Fields(k.name)[0]]
		bySurname[words[len(words)-1]] = append(bySurname[words[len(words)-1]], i)
	}
	return i
}

// lookUp fills what the text does not say of a person from the tables, and finds
// in them persons whom the text gives with surname and office only.
func (r *reading) lookUp() {
	for _, i := range r.persons {
		p := &r.drafts[i]
		if p.known < 0 && len(p.names) == 1 && len(p.roles) > 0 {
			p.known = r.byOffice(p)
		}
		if p.known < 0 {
			continue
		}
		k := r.lex.known[p.known]
		if len(foldName(k.name)) > len(p.names) {
			p.Name = k.name
		}
		t, holds := k.at(r.d.Report.Published.Interval)
		if p.Country != "" && t.country != p.Country {
			continue // the text knows better who this is
		}
		if p.Country == "" {
			p.Country = t.country
			p.How, p.Rule = doc.KnownLexicon, "officeholders"
		}
		if p.Sector == "" && p.Role == "" {
			p.Sector = t.sector
			p.How, p.Rule = doc.KnownLexicon, "officeholders"
		}
		if holds && t.role != "" {
			if p.Role == "" || len(p.Role) < len(t.role) && strings.Contains(strings.ToLower(t.role), strings.ToLower(p.Role)) {
				p.Role = t.role
			}
			p.roles = append(p.roles, r.roleWords(t.role))
		}
		if p.gender == anyGender {
			p.gender = r.lex.given[strings.Fields(k.name)[0]]
		}
	}
}

// byOffice is the one holder in the tables with this surname and this office.
func (r *reading) byOffice(p *draft) int {
	found := -1
	for i := range r.lex.known {
		k := &r.lex.known[i]
		if k.kind != doc.KindPerson || !strings.HasSuffix(fold(lastWord(k.name)), p.names[0]) || fold(lastWord(k.name)) != p.names[0] {
			continue
		}
		t, holds := k.at(r.d.Report.Published.Interval)
		if !holds || !strings.EqualFold(t.role, p.Role) || p.Country != "" && p.Country != t.country {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

func lastWord(name string) string {
	f := strings.Fields(name)
	return f[len(f)-1]
}

// roleWords reads a role of the tables.
func (r *reading) roleWords(words string) held {
	h := held{words: strings.ToLower(words)}
	for _, e := range r.lex.roles[strings.ToLower(pieces(words)[0])] {
		if strings.EqualFold(e.noun, words) {
			h.flags = e.flags
		}
	}
	return h
}

func nounOrAdjective(d *doc.Document, t int) bool {
	u := d.Tokens[t].UPOS
	return u == "PROPN" || u == "NOUN" || u == "ADJ"
}
