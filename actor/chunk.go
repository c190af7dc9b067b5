package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// chunk is a base noun phrase: a noun with what stands before it, or a title
// with its name. The possessive cuts: "Russia's ambassador" is two chunks, and
// the second knows its owner.
type chunk struct {
	first, last int // tokens
	owner       int // index of the possessor's chunk, -1 when none
	pronoun     int // token of a possessive pronoun, -1 when none
}

// findChunks cuts the sentence into base noun phrases. Tags say which words may
// stand in one; the tree says where two of them meet without a word between
// ("gave Iran weapons").
func findChunks(d *doc.Document, s *sentence) {
	owner := -1
	for t := s.first; t < s.last; {
		if !nominal(d, s, t) || possessive(d, s, t) || s.lateStart(d, t) {
			if !possessive(d, s, t) {
				owner = -1
			}
			t++
			continue
		}
		c := chunk{first: t, owner: owner, pronoun: -1}
		owner = -1
		if d.Tokens[t].XPOS == "PRP$" || d.Tokens[t].XPOS == "" && d.Tokens[t].UPOS == "PRON" {
			c.pronoun = t
		}
		t++
		for t < s.last && nominal(d, s, t) && !possessive(d, s, t) && !s.breaks(d, c.first, t) {
			t++
		}
		c.last = t
		s.chunks = append(s.chunks, c)
		if t < s.last && possessive(d, s, t) {
			owner = len(s.chunks) - 1
		}
	}
}

// lateStart reports whether a noun phrase cannot begin with the token: with an
// adverb or, against the tagger's word, with "targeting" of "targeting civilians".
func (s *sentence) lateStart(d *doc.Document, t int) bool {
	x := d.Tokens[t].XPOS
	if s.atomOf(t) != nil || s.roleOf(t) != nil {
		return false
	}
	if x == "VBN" && t+1 < s.last {
		// "killed ten civilians" is no phrase of "killed" civilians
		next := d.Tokens[t+1].XPOS
		return next == "CD" || next == "DT"
	}
	if x == "JJS" && s.lower(t-1) == "at" {
		return true // "at least 30 people"
	}
	return strings.HasPrefix(x, "RB") || x == "VBG"
}

// nominal reports whether the token may stand within a base noun phrase.
func nominal(d *doc.Document, s *sentence, t int) bool {
	if s.atomAt[t-s.first] >= 0 || s.roleAt[t-s.first] >= 0 {
		return true
	}
	tok := &d.Tokens[t]
	if calendar[s.lower(t)] {
		return false
	}
	switch tok.XPOS {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "DT", "PDT", "PRP$", "HYPH", "AFX":
		return true
	case "VBN", "VBG":
		return strings.HasPrefix(tok.Rel, "amod") || strings.HasPrefix(tok.Rel, "compound")
	case "RB", "RBR", "RBS":
		// "newly elected president", "most senior official"
		return tok.Head > t && tok.Head < s.last && strings.HasPrefix(d.Tokens[tok.Head].Rel, "amod")
	case "":
		return tok.UPOS == "NOUN" || tok.UPOS == "PROPN" || tok.UPOS == "ADJ" || tok.UPOS == "NUM" || tok.UPOS == "DET"
	}
	return tok.UPOS == "PUNCT" && isHyphen(s.lower(t)) && s.joined(d, t)
}

// joined reports whether a hyphen stands between two words without space.
func (s *sentence) joined(d *doc.Document, t int) bool {
	return t > s.first && t+1 < s.last && d.Tokens[t-1].End == d.Tokens[t].Start && d.Tokens[t].End == d.Tokens[t+1].Start
}

func possessive(d *doc.Document, s *sentence, t int) bool {
	if t > s.first && t+1 < s.last && s.inside(t) && s.inside(t+1) {
		return false // within a noun of its own: "prosecutor's office"
	}
	tok := &d.Tokens[t]
	if tok.XPOS == "POS" {
		return true
	}
	l := s.lower(t)
	return l == "'s" && tok.XPOS == "" && tok.Rel == "case"
}

// breaks reports whether a new phrase begins at token t of the phrase that
// began at first.
func (s *sentence) breaks(d *doc.Document, first, t int) bool {
	prev := &d.Tokens[t-1]
	cur := &d.Tokens[t]
	switch cur.XPOS {
	case "DT", "PRP$", "PDT":
		return prev.XPOS != "PDT" && !s.inside(t)
	}
	if s.inside(t) || cur.XPOS == "HYPH" || prev.XPOS == "HYPH" || cur.UPOS == "PUNCT" || prev.UPOS == "PUNCT" {
		return false
	}
	if a := s.atomOf(t - 1); a != nil && a.last == t && (a.kind == atomPerson) && prev.Head != t && cur.Head != t-1 {
		return !s.climbs(d, first, t)
	}
	// "a Turkish base housing American troops": a nationality opens a phrase of its own
	// behind a noun that belongs to nothing further on.
	if a := s.atomOf(t); a != nil && a.first == t && a.kind == atomCountry && !a.hyphen && (a.hit.Kind == country.Adjective || shortState(a.hit.Word)) &&
		d.Tokens[t-1].UPOS == "NOUN" && s.atomOf(t-1) == nil && s.roleOf(t-1) == nil && prev.Head < t {
		return true
	}
	// Nobody puts a group or nationality beside a role noun but to say whose it
	// is: "al-Shabaab militants".
	if a := s.atomOf(t - 1); a != nil && a.last == t && a.kind != atomPerson && a.kind != atomPlace {
		if r := s.roleOf(t); r != nil && r.first == t {
			return false
		}
	}
	// A title runs on into its name whatever the tree says.
	if r := s.roleOf(t - 1); r != nil && r.last == t && r.entry.kind == rolePerson && s.nameAt(d, t) {
		return false
	}
	if !nounToken(d, t-1) || prev.Head == t {
		return false
	}
	if prev.Head > t && prev.Head < s.last && s.run(d, t, prev.Head) {
		return false
	}
	return !s.climbs(d, first, t)
}

// inside reports whether tokens t-1 and t belong to one atom or one role noun.
func (s *sentence) inside(t int) bool {
	a, b := s.atomOf(t-1), s.atomOf(t)
	if a != nil && a == b {
		return true
	}
	r, q := s.roleOf(t-1), s.roleOf(t)
	return r != nil && r == q
}

// run reports whether all tokens of [from, to] may stand in one noun phrase.
func (s *sentence) run(d *doc.Document, from, to int) bool {
	if to-from > 12 {
		return false
	}
	for t := from; t <= to; t++ {
		if !nominal(d, s, t) || possessive(d, s, t) {
			return false
		}
	}
	return true
}

// climbs reports whether the way up the tree from t reaches the phrase that
// begins at first without leaving the run of the phrase.
func (s *sentence) climbs(d *doc.Document, first, t int) bool {
	for at, steps := t, 0; steps < 8; steps++ {
		at = d.Tokens[at].Head
		if at < first || at >= s.last {
			return false
		}
		if at < t {
			return true
		}
		if !nominal(d, s, at) {
			return false
		}
	}
	return false
}

// nameAt reports whether a person's name may begin at the token.
func (s *sentence) nameAt(d *doc.Document, t int) bool {
	if a := s.atomOf(t); a != nil {
		return a.first == t && (a.kind == atomPerson || a.kind == atomKnown || a.kind == atomPlace || a.kind == atomOrganization)
	}
	return d.Tokens[t].UPOS == "PROPN" && startsUpper(d.Form(t))
}

func nounToken(d *doc.Document, t int) bool {
	u := d.Tokens[t].UPOS
	return u == "NOUN" || u == "PROPN"
}

// calendar are nouns that date a clause and never belong to a neighbour's
// phrase: "told reporters Friday".
var calendar = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "april": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true,
	"today": true, "yesterday": true, "tomorrow": true, "tonight": true,
}
