package actor

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

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

// surnames finds surnames of persons whose full name stands in the report where
// the tagger overlooked them.
func (r *reading) surnames() {
	full := map[string]bool{}
	for _, s := range r.sents {
		for _, a := range s.atoms {
			if r.person(a) {
				words := strings.Fields(r.plainName(&a))
				if n := len(words); n > 1 && len(words[n-1]) > 2 {
					last := straight(words[n-1])
					full[last] = true
					// "Adel al-Jubeir" is "Jubeir" later on.
					if article, rest, ok := strings.Cut(last, "-"); ok && len(article) == 2 && len(rest) > 2 {
						full[rest] = true
					}
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
				state := a.kind == atomCountry && (a.hit.Ambiguous || a.hit.Kind == country.CapitalOf) && !placePreposition(s.lower(t-1))
				if a.last-a.first == 1 && (a.kind == atomOrganization || a.kind == atomPlace || state) {
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

// placePreposition reports whether a state rather than a person stands behind
// the word: "of Jordan", where a Michael Jordan is in the report as well.
func placePreposition(lower string) bool {
	switch lower {
	case "of", "in", "to", "from", "into", "near", "across":
		return true
	}
	return false
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
		p.gender = r.givenGender(text)
	}
	return fit
}

// givenGender is the gender that the first word of a name tells: a given name, or
// the title by which a monarch goes.
func (r *reading) givenGender(name string) gender {
	switch first := strings.Fields(name)[0]; first {
	case "King", "Prince", "Emperor", "Pope", "Sheikh", "Sultan", "Emir":
		return male
	case "Queen", "Princess", "Empress", "Sheikha":
		return female
	default:
		return r.lex.given[first]
	}
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
		r.drafts[i].gender = r.givenGender(k.name)
		bySurname[words[len(words)-1]] = append(bySurname[words[len(words)-1]], i)
	}
	return i
}
