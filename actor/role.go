package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// role is a role noun in a sentence.
type role struct {
	first, last int // tokens
	entry       roleEntry
	plural      bool
}

// findRoles marks the role nouns of the sentence, the longest first from the
// left. The last word must be a noun: "to head", "major" and "to force" are none.
func (l *lexicon) findRoles(d *doc.Document, s *sentence) {
	free := 0
	for i := range s.pieces {
		p := s.pieces[i]
		if i < free || !p.opens && !s.exOf(i) {
			continue
		}
		if a := s.atomOf(p.token); a != nil && a.kind != atomOrganization {
			continue
		}
		for _, key := range singulars(p.lower, d.Tokens[p.token].Lemma) {
			if n, e := l.roleAt(d, s, i, key); n > 0 {
				last := s.pieces[i+n-1].token
				s.roles = append(s.roles, role{first: p.token, last: last + 1, entry: e, plural: plural(d, s, nounOf(e, s, i, n), e)})
				free = i + n
				break
			}
		}
	}
	s.mapRoles()
}

// exOf reports whether "ex-" stands before the piece in its token: "ex-minister".
func (s *sentence) exOf(i int) bool {
	return i >= 2 && isHyphen(s.pieces[i-1].text) && s.pieces[i-2].lower == "ex" && s.pieces[i-2].opens && s.pieces[i-2].token == s.pieces[i].token
}

func (l *lexicon) roleAt(d *doc.Document, s *sentence, at int, key string) (int, roleEntry) {
	if key == "" {
		return 0, roleEntry{}
	}
	for _, e := range l.roles[key] {
		n := e.matches(d, s, at)
		if n == 0 || !s.pieces[at+n-1].ends {
			continue
		}
		last := s.pieces[at+n-1].token
		if s.inName(at, n) || !noun(d, nounOf(e, s, at, n)) && !e.beforeName(d, s, last) && !s.nounInTree(d, last) {
			continue
		}
		if e.flags.pluralOnly && !plural(d, s, last, e) {
			continue
		}
		return n, e
	}
	return 0, roleEntry{}
}

// matches returns how many pieces from there on the entry takes, 0 when it does
// not stand there. A hyphen in the text counts for nothing: "secretary-general".
func (e roleEntry) matches(d *doc.Document, s *sentence, at int) int {
	i := at + 1
	for k := 1; k < len(e.pieces); k++ {
		if i < len(s.pieces) && isHyphen(s.pieces[i].text) && !isHyphen(e.pieces[k]) {
			i++
		}
		if i >= len(s.pieces) {
			return 0
		}
		p := s.pieces[i]
		i++
		if p.lower == e.pieces[k] {
			continue
		}
		f := singulars(p.lower, d.Tokens[p.token].Lemma)
		if k+1 < len(e.pieces) && e.pieces[k+1] != "of" || f[1] != e.pieces[k] && f[2] != e.pieces[k] {
			return 0
		}
	}
	return i - at
}

// nounInTree reports whether the tree has as a party behind an article or a
// possessor what the tagger calls an adjective: "Alberta's premier".
func (s *sentence) nounInTree(d *doc.Document, t int) bool {
	tok := &d.Tokens[t]
	if tok.XPOS != "JJ" || t == s.first || !strings.HasPrefix(tok.Rel, "nsubj") && tok.Rel != "obj" {
		return false
	}
	before := &d.Tokens[t-1]
	return before.XPOS == "DT" || before.XPOS == "POS" || s.lower(t-1) == "'s"
}

// beforeName reports whether an expert's or reporter's noun stands between a
// noun and a person's name: taggers take "Russian affairs expert Mark Kramer"
// for a verb.
func (e roleEntry) beforeName(d *doc.Document, s *sentence, last int) bool {
	if !e.flags.topic || len(e.pieces) < 2 && (last == s.first || !noun(d, last-1)) {
		return false
	}
	a := s.atomOf(last + 1)
	return a != nil && a.first == last+1 && a.kind == atomPerson
}

// nounOf is the token of the entry's own noun: "Secretary" of "Secretary of
// State". The entry takes n pieces.
func nounOf(e roleEntry, s *sentence, at, n int) int {
	for i := at + 1; i < at+n; i++ {
		if w := s.pieces[i].lower; w == "of" || w == "for" {
			return s.pieces[i-1].token
		}
	}
	return s.pieces[at+n-1].token
}

// inName reports whether the pieces cut through a name.
func (s *sentence) inName(at, n int) bool {
	for i := at; i < at+n; i++ {
		a := s.atomOf(s.pieces[i].token)
		if a == nil {
			continue
		}
		if a.kind != atomOrganization && a.kind != atomPlace {
			return true
		}
	}
	return false
}

func noun(d *doc.Document, t int) bool {
	tok := &d.Tokens[t]
	if tok.XPOS != "" {
		return strings.HasPrefix(tok.XPOS, "NN")
	}
	return tok.UPOS == "NOUN" || tok.UPOS == "PROPN"
}

func plural(d *doc.Document, s *sentence, t int, e roleEntry) bool {
	x := d.Tokens[t].XPOS
	if x == "NNS" || x == "NNPS" || e.flags.plural {
		return true
	}
	lower := s.lower(t)
	if strings.HasSuffix(lower, "men") || strings.HasSuffix(lower, "children") {
		return true
	}
	return lower != e.pieces[len(e.pieces)-1] && strings.HasSuffix(lower, "s") && x != "NN"
}

// words is the role as the report writes it.
func (r role) words(d *doc.Document) string {
	words := d.Slice(doc.Span{Start: d.Tokens[r.first].Start, End: d.Tokens[r.last-1].End})
	if len(words) > 3 && strings.EqualFold(words[:3], "ex-") {
		words = words[3:] // "ex-Prime Minister" is a former one
	}
	return words
}
