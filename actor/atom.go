package actor

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// atom is a name in a sentence: found in a table, by the name tagger, or behind
// a title.
type atom struct {
	first, last int // tokens
	span        doc.Span
	kind        atomKind
	hit         country.Hit // of a country
	known       int         // of a name of the tables
	alone       bool        // a surname that the table lets stand by itself
	part        bool        // one side of a hyphen within one token: "US" of "US-led"
	hyphen      bool        // joined by a hyphen to what follows or precedes: no nationality of its own
	needsFull   bool
	used        bool // says whose a role or person is, and is no mention of its own
	entity      int  // the entity it names, -1 before that is known
}

type atomKind byte

const (
	atomCountry atomKind = iota
	atomKnown
	atomPerson       // not in a table
	atomOrganization // not in a table
	atomPlace        // keeps the words of a place name from being read as a country
)

// findAtoms looks up every word of the sentence in the tables and adds the names
// of the tagger that the tables do not know.
func (l *lexicon) findAtoms(d *doc.Document, s *sentence, names []doc.Name) {
	var words [12]string
	free := 0
	for i := 0; i < len(s.pieces); i++ {
		if i < free {
			continue
		}
		p := s.pieces[i]
		if r, _ := utf8.DecodeRuneInString(p.text); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !nameParticle(p.lower) {
			continue
		}
		n, a := l.lookup(s.pieces[i:])
		if c, hit := l.country(s.pieces[i:], words[:0]); c > n {
			n, a = c, atom{kind: atomCountry, hit: hit}
		}
		if n == 0 || p.lower == "the" && l.longerBehind(s.pieces[i:], n, words[:0]) {
			continue
		}
		if a.kind == atomCountry && n == 1 && i > 0 && americas(s.pieces[i-1].lower, p.text) {
			continue // "Central American"
		}
		last := s.pieces[i+n-1]
		a.first, a.last = p.token, last.token+1
		a.span = doc.Span{Start: p.span.Start, End: last.span.End}
		a.part = !p.opens || !last.ends
		a.hyphen = s.hyphenated(i, i+n)
		a.entity = -1
		s.atoms = append(s.atoms, a)
		free = i + n
	}
	s.mapAtoms()
	l.weighNames(d, s, names)
	s.mapAtoms()
}

// longerBehind reports whether a name that leaves out the article goes further
// than one of n pieces with it: "the West Bank" is not "the West".
func (l *lexicon) longerBehind(p []piece, n int, words []string) bool {
	if n < 2 {
		return false
	}
	m, _ := l.lookup(p[1:])
	c, _ := l.country(p[1:], words)
	return max(m, c)+1 > n
}

// nameParticle are words in lower case that begin names of the tables.
func nameParticle(lower string) bool {
	switch lower {
	case "al", "el", "bin", "the", "anti", "peshmerga", "dpa", "von", "de":
		return true
	}
	return false
}

// lookup finds the longest known name that begins with the first piece.
func (l *lexicon) lookup(p []piece) (int, atom) {
	key := p[0].text
	if p[0].lower == "the" {
		key = "the"
	}
	n, a := 0, atom{}
	for _, e := range l.names[key] {
		if e.matches(p) {
			n, a = len(e.pieces), atom{kind: atomKnown, known: e.known, alone: e.alone, needsFull: e.needsFull}
			break
		}
	}
	for _, e := range l.anyCase[p[0].lower] {
		if len(e.pieces) > n && e.matchesAnyCase(p) {
			return len(e.pieces), atom{kind: atomKnown, known: e.known, alone: e.alone}
		}
	}
	return n, a
}

func (e nameEntry) matches(p []piece) bool {
	if len(p) < len(e.pieces) {
		return false
	}
	for i, w := range e.pieces {
		if i > 0 && p[i].text != w {
			return false
		}
	}
	// A single word in capitals only by its place in the sentence is still the
	// name; the tagger decides on the rest.
	return true
}

// matchesAnyCase compares without regard to case. A short word counts in
// capitals only: the "WHO" of a dictionary is not "Who".
func (e nameEntry) matchesAnyCase(p []piece) bool {
	if len(p) < len(e.pieces) {
		return false
	}
	for i, w := range e.pieces {
		if p[i].lower != w {
			return false
		}
	}
	return len(e.pieces) > 1 || len(e.pieces[0]) > 4 || p[0].text == strings.ToUpper(p[0].text)
}

// country finds the longest word of the country table.
func (l *lexicon) country(p []piece, words []string) (int, country.Hit) {
	for i := range min(len(p), cap(words)) {
		words = append(words, p[i].text)
	}
	return l.countries.Match(words)
}

// hyphenated reports whether the pieces [i, j) are one side of a compound that
// says something else than whose somebody is: "US-led", "anti-Russian". A name
// joined to another name ("US-Russian") is no such compound.
func (s *sentence) hyphenated(i, j int) bool {
	if j+1 < len(s.pieces) && isHyphen(s.pieces[j].text) && s.tight(j) {
		r, _ := utf8.DecodeRuneInString(s.pieces[j+1].text)
		if unicode.IsLower(r) {
			return true
		}
		// "US- and Turkish-backed" ends with a hyphen before a conjunction.
	}
	if j < len(s.pieces) && isHyphen(s.pieces[j].text) && s.pieces[j].span.Start == s.pieces[j-1].span.End {
		if j+1 >= len(s.pieces) || s.pieces[j+1].span.Start > s.pieces[j].span.End {
			return true
		}
	}
	if i >= 2 && isHyphen(s.pieces[i-1].text) && s.tight(i-1) {
		switch s.pieces[i-2].lower {
		case "anti", "pro", "non", "ex", "post", "pre", "un":
			return true
		}
	}
	return false
}

// tight reports whether the piece is joined to its neighbours without space.
func (s *sentence) tight(i int) bool {
	return i > 0 && i+1 < len(s.pieces) &&
		s.pieces[i-1].span.End == s.pieces[i].span.Start && s.pieces[i].span.End == s.pieces[i+1].span.Start
}

func isHyphen(text string) bool { return text == "-" }

// weighNames settles tables against the tagger's names. A longer name of the
// tagger wins over a country or capital inside it ("Michael Jordan", "South
// China Sea"); what only the tagger knows becomes an atom.
func (l *lexicon) weighNames(d *doc.Document, s *sentence, names []doc.Name) {
	var keep []atom
	drop := make([]bool, len(s.atoms))
	for _, n := range names {
		first, last := l.trimName(d, s, n)
		if first >= last {
			continue
		}
		covered := false
		for i := range s.atoms {
			a := &s.atoms[i]
			if a.last <= first || a.first >= last {
				continue
			}
			if !within(*a, first, last) || !a.yields(n.Kind) && !(n.Kind == doc.NameLocation && l.people(*a)) || s.lower(a.last) == "'s" {
				covered = true
				continue
			}
			drop[i] = true
		}
		if covered {
			continue
		}
		kind := n.Kind
		if first > n.First && s.afterOffice(max(n.First, s.first), last) == first {
			kind = doc.NamePerson
		}
		a := atom{first: first, last: last, entity: -1,
			span: doc.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}}
		switch kind {
		case doc.NamePerson:
			a.kind = atomPerson
		case doc.NameOrganization:
			a.kind = atomOrganization
		default:
			a.kind = atomPlace
		}
		keep = append(keep, a)
	}
	for i, a := range s.atoms {
		if !drop[i] && !l.doubtful(d, s, a, names) {
			keep = append(keep, a)
		}
	}
	sortAtoms(keep)
	s.atoms = keep
}

// within reports whether the atom is a smaller part of the tokens.
func within(a atom, first, last int) bool {
	return first <= a.first && a.last <= last && last-first > a.last-a.first && !a.part && !a.hyphen
}

// yields reports whether the atom gives way to a longer name of that kind.
func (a atom) yields(k doc.NameKind) bool {
	if a.kind == atomCountry {
		return a.hit.Kind != country.Adjective
	}
	single := a.last-a.first == 1
	return single && (k == doc.NamePerson || a.alone && k == doc.NameOrganization)
}

// trimName takes from the front of a tagger's name what is no part of it: an
// article, a nationality or a title; and from its end the possessive.
func (l *lexicon) trimName(d *doc.Document, s *sentence, n doc.Name) (first, last int) {
	first, last = max(n.First, s.first), min(n.Last, s.last)
	last = s.nameEnd(d, n.Kind, first, last)
	first = s.afterOffice(first, last)
	for first < last {
		a := s.atomOf(first)
		if n.Kind != doc.NamePerson && (a == nil || a.kind == atomKnown && a.last == first+1) && direction[s.lower(first)] {
			if c := s.atomOf(first + 1); c != nil && c.kind == atomCountry && c.last == last {
				first++ // "South Lebanon" is Lebanon; "South Korea" stands in the table
				continue
			}
		}
		adjective := a != nil && a.kind == atomCountry && a.last < last && n.Kind == doc.NamePerson
		if s.lower(first) == "the" || adjective || n.Kind == doc.NamePerson && s.title(first) && first+1 < last {
			first++
			continue
		}
		break
	}
	if last-first == 1 && (s.title(first) || l.roleWord(s.lower(first)) || l.believers(s.lower(first))) || n.Kind != doc.NamePerson && first < last && l.officeWord(s.lower(last-1)) {
		return first, first
	}
	for last > first && (s.lower(last-1) == "'s" || s.lower(last-1) == "'" || d.Tokens[last-1].UPOS == "PUNCT") {
		last--
	}
	if first < last && n.Kind != doc.NamePerson && l.phraseNotName(d, s, first, last) {
		return first, first
	}
	if first < last && (len(d.Form(first)) > longestToken || last-first == 1 && d.Tokens[first].Len() == 1) {
		return first, first
	}
	return first, last
}

// direction are words that say in which part of a country.
var direction = map[string]bool{
	"north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true,
	"northeastern": true, "northwestern": true, "southeastern": true, "southwestern": true, "central": true, "upper": true, "lower": true,
}

// phraseNotName reports whether a name of an organisation or place is a role
// phrase that the tables read better: "Government of Hungary", "Turkish Foreign
// Ministry", or the first half of one, "Pakistan Foreign" of "Pakistan Foreign
// ministry".
func (l *lexicon) phraseNotName(d *doc.Document, s *sentence, first, last int) bool {
	state := false
	for t := first; t < last; t++ {
		if a := s.atomOf(t); a != nil && a.kind == atomCountry {
			state = true
			if s.lower(a.last) == "and" && a.last < last || s.lower(a.first-1) == "and" && a.first-1 > first {
				return true // "Congo and Costa Rica" are two
			}
		}
	}
	body := false
	for i := s.firstPiece[first-s.first]; i < len(s.pieces) && s.pieces[i].token < last; i++ {
		for _, key := range singulars(s.pieces[i].lower, "") {
			for _, e := range l.roles[key] {
				n := e.matches(d, s, i)
				if n == 0 {
					continue
				}
				end := s.pieces[i+n-1].token
				if n > 1 && end >= last || s.pieces[i].token == first && end == last-1 && e.kind != rolePerson && !e.flags.weak {
					return true
				}
				body = body || e.kind != rolePerson && !e.flags.weak
			}
		}
	}
	return state && body
}

// nameEnd cuts a name of the tagger where it runs on into the sentence: at a
// word in lower case that names do not contain.
func (s *sentence) nameEnd(d *doc.Document, kind doc.NameKind, first, last int) int {
	for t := first + 1; t < last; t++ {
		lower := s.lower(t)
		if lower == "and" && kind != doc.NameOrganization {
			return t
		}
		form := d.Form(t)
		r, _ := utf8.DecodeRuneInString(form)
		if unicode.IsLower(r) && !(inNames[lower] || kind == doc.NameOrganization && inOrganisations[lower]) || calendar[lower] || d.Tokens[t].UPOS == "AUX" {
			return t
		}
	}
	return last
}

// inNames are words in lower case that stand within names.
var inNames = map[string]bool{
	"of": true, "the": true, "'s": true, "al": true, "el": true,
	"ul": true, "bin": true, "ibn": true, "de": true, "del": true, "der": true, "den": true, "van": true, "von": true,
	"du": true, "la": true, "le": true, "di": true, "da": true, "dos": true, "e": true, "i": true, "y": true,
}

var inOrganisations = map[string]bool{"for": true, "and": true, "on": true, "in": true, "to": true, "against": true, "without": true}

// afterOffice moves the start of a name behind an office within it: "London
// Mayor Sadiq Khan" names Sadiq Khan.
func (s *sentence) afterOffice(first, last int) int {
	for t := last - 2; t >= first; t-- {
		if s.title(t) || s.lower(t) == "mayor" || s.lower(t) == "governor" {
			return t + 1
		}
	}
	return first
}

// roleWord reports whether the word is a role noun by itself.
func (l *lexicon) roleWord(lower string) bool {
	for _, e := range l.roles[lower] {
		if len(e.pieces) == 1 {
			return true
		}
	}
	return false
}

// officeWord reports whether the word is an office that a person holds. A name
// of an organisation does not end with one: "US Secretary" is cut from "US
// Secretary of State".
func (l *lexicon) officeWord(lower string) bool {
	for _, e := range l.roles[lower] {
		if len(e.pieces) == 1 && e.kind == rolePerson {
			return true
		}
	}
	return false
}

// shouting reports whether the sentence stands in capitals.
func (s *sentence) shouting() bool {
	words := 0
	for _, p := range s.pieces {
		if p.lower == p.text && len(p.text) > 2 && unicode.IsLetter(rune(p.text[0])) {
			return false
		}
		words++
	}
	return words > 0
}

// title reports whether the token is a word that stands before names.
func (s *sentence) title(token int) bool {
	switch strings.TrimSuffix(s.lower(token), ".") {
	case "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "dame", "gen", "lt", "col", "maj", "sgt", "capt", "adm", "sen", "rep", "gov",
		"president", "minister", "secretary", "senator", "general", "colonel", "judge", "pope", "king", "queen", "prince",
		"premier", "chancellor", "ambassador", "spokesman", "spokeswoman", "ayatollah", "sheikh", "professor":
		return true
	}
	return false
}

// doubtful reports whether a word of the tables means something else here: a
// table's ambiguous word that the tagger does not call a place or that stands
// beside another capitalised word.
func (l *lexicon) doubtful(d *doc.Document, s *sentence, a atom, names []doc.Name) bool {
	if a.kind == atomKnown && a.last-a.first == 1 {
		// "Western" before a name is part of that: "Western Cambodia".
		if s.lower(a.first) == "western" && a.last < s.last && d.Tokens[a.last].UPOS == "PROPN" && startsUpper(d.Form(a.last)) {
			return true
		}
		// "IS" in a headline in capitals is a verb; elsewhere it is the group
		// whatever its tag.
		if !s.shouting() {
			return false
		}
		switch d.Tokens[a.first].UPOS {
		case "AUX", "PRON", "VERB", "ADP", "DET", "CCONJ", "SCONJ":
			return true
		case "NOUN", "ADJ":
			return a.span.Len() <= 4 // "ICE" and "RAW" are words as well
		}
	}
	if a.kind != atomCountry || !a.hit.Ambiguous {
		return false
	}
	if s.lower(a.last) == "'s" && s.stateNoun(a.last+1) {
		return false // "Niger's ambassador"
	}
	for _, n := range names {
		if n.First <= a.first && a.last <= n.Last {
			// A surname alone is rarer in the news than the state, unless the
			// word is a given name as well.
			return n.Kind == doc.NamePerson && l.given[d.Form(a.first)] != anyGender || n.Last-n.First > a.last-a.first
		}
	}
	return s.capitalised(d, a.first-1) || s.capitalised(d, a.last)
}

// stateNoun reports whether one of the next words is something that a state has.
func (s *sentence) stateNoun(t int) bool {
	for i := t; i < t+3; i++ {
		switch s.lower(i) {
		case "government", "president", "king", "parliament", "army", "military", "minister", "ministry", "ambassador",
			"capital", "forces", "troops", "police", "prime", "foreign", "border", "opposition", "embassy":
			return true
		}
	}
	return false
}

// capitalised reports whether the token is a proper noun in capitals that is no
// atom of its own.
func (s *sentence) capitalised(d *doc.Document, t int) bool {
	if t < s.first || t >= s.last || s.atomOf(t) != nil || t == s.first {
		return false
	}
	return d.Tokens[t].UPOS == "PROPN" && startsUpper(d.Form(t))
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func sortAtoms(a []atom) {
	slices.SortStableFunc(a, func(x, y atom) int { return cmp.Compare(x.span.Start, y.span.Start) })
}
