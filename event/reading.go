package event

import (
	"strings"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// reading is one document as the engine looks things up in it: who and what
// stands at each token. It lives as long as one call of Annotate.
type reading struct {
	lib       *Library
	d         *doc.Document
	head      []int // entity whose mention this token heads, -1
	cover     []int // entity of the smallest name that covers the token, -1
	place     []int // place that covers the token, -1
	time      []int // time expression that covers the token, -1
	political []bool
	sport     bool    // the report is about a game
	fiction   bool    // the report is about a work of fiction
	newest    doc.Day // the newest day the report speaks of or was published on
}

func newReading(lib *Library, d *doc.Document) *reading {
	r := &reading{lib: lib, d: d,
		head: fill(len(d.Tokens)), cover: fill(len(d.Tokens)), place: fill(len(d.Tokens)), time: fill(len(d.Tokens))}
	width, wide := fill(len(d.Tokens)), fill(len(d.Tokens))
	for i, e := range d.Entities {
		// A person of known sector acts politically also where the report does not
		// tell the country: "President Mitterrand".
		r.political = append(r.political, actor.Political(e) || e.Kind == doc.KindPerson && e.Sector != "" ||
			e.Kind == doc.KindRole && e.Country != "" && ranking(e) || lib.body(e))
		for _, m := range e.Mentions {
			if n := m.Last - m.First; m.Head >= 0 && m.Head < len(r.head) && n > wide[m.Head] {
				r.head[m.Head], wide[m.Head] = i, n // of two mentions with one head the wider is the phrase
			}
			if m.Form != doc.FormName {
				continue
			}
			for t := max(m.First, 0); t < min(m.Last, len(r.cover)); t++ {
				if w := m.Last - m.First; width[t] < 0 || w < width[t] {
					r.cover[t], width[t] = i, w
				}
			}
		}
	}
	for i, p := range d.Places {
		first, last := d.TokensIn(p.Span)
		for t := first; t < last; t++ {
			r.place[t] = i
		}
	}
	for i, tm := range d.Times {
		first, last := d.TokensIn(tm.Span)
		for t := first; t < last; t++ {
			r.time[t] = i
		}
	}
	r.newest = newestDay(d)
	r.sport, r.fiction = r.about("sport"), r.about("fiction")
	return r
}

func fill(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// sentence is one sentence under the engine.
type sentence struct {
	*reading
	num  int
	tree *clause.Tree
	hits [][]*hit // by anchor, counted from the sentence's first token
	acts []*act   // memo of the best act of each anchor
	done []bool
	used []bool // tokens that an act has used up
	log  func(Attempt)
}

func (r *reading) sentence(num int) *sentence {
	t := clause.NewWith(r.d, num, r.lib.lemma)
	n := t.Last - t.First
	return &sentence{reading: r, num: num, tree: t,
		hits: make([][]*hit, n), acts: make([]*act, n), done: make([]bool, n), used: make([]bool, n)}
}

// entity returns the entity that the token stands for, or -1.
func (s *sentence) entity(tok int) int {
	if tok < 0 {
		return -1
	}
	if e := s.head[tok]; e >= 0 {
		if s.ours(tok) {
			return -1
		}
		return e
	}
	// A parser may head a name by another word than the name tagger.
	if e := s.cover[tok]; e >= 0 && s.tree.Token(tok).UPOS == "PROPN" {
		return e
	}
	if e := s.titled(tok); e >= 0 {
		return e
	}
	if e := s.calledBy(tok); e >= 0 {
		return e
	}
	return s.speaker(tok)
}

// titled is the person whose title the token heads where the parser hung the
// name below the title: "Secretary of State John Kerry".
func (s *sentence) titled(tok int) int {
	if s.tree.Token(tok).UPOS != "PROPN" && s.tree.Token(tok).UPOS != "NOUN" {
		return -1
	}
	for t := tok + 1; t < s.tree.Last && t <= tok+6; t++ {
		if e := s.cover[t]; e >= 0 && s.d.Entities[e].Kind == doc.KindPerson && s.tree.Under(t, tok) {
			if before := s.tree.Form(t - 1); before == "of" || before == "for" || before == "and" {
				return -1 // "followers of President Assad" are not Assad
			}
			return e
		}
		if u := s.tree.Token(t).UPOS; u != "PROPN" && s.tree.Form(t) != "of" && s.tree.Form(t) != "for" && s.tree.Form(t) != "and" {
			return -1
		}
	}
	return -1
}

// speaker is who "I" is inside a quotation: whoever speaks it.
func (s *sentence) speaker(tok int) int {
	switch s.tree.Form(tok) {
	case "I", "me", "my", "My", "we", "We", "us":
		if q, ok := s.speech(tok, true); ok {
			return q.Speaker
		}
	}
	return -1
}

// ours reports whether the noun belongs to a first or second person of whom
// nothing tells who it is: "our air force" is an air force, and not known whose.
func (s *sentence) ours(tok int) bool {
	p := s.tree.Possessor(tok)
	if p == clause.None || s.d.Entities[s.head[tok]].Country != "" {
		return false
	}
	switch s.tree.Lower(p) {
	case "our", "my", "your":
		return true
	}
	return false
}

func (s *sentence) isTime(tok int) bool { return s.time[tok] >= 0 }

func (s *sentence) isActor(tok int) bool {
	if s.reciprocal(tok) {
		return true
	}
	e := s.entity(tok)
	return e >= 0 && s.political[e]
}

// isState reports whether the token stands for a state or a body of its government.
func (s *sentence) isState(tok int) bool {
	e := s.entity(tok)
	if e < 0 {
		return false
	}
	x := &s.d.Entities[e]
	return x.Kind == doc.KindCountry || x.Kind == doc.KindOrganization && x.Sector == "GOV"
}

// reciprocal reports whether the token heads "each other" or "one another".
func (s *sentence) reciprocal(tok int) bool {
	t := s.tree
	pair := func(i int) bool {
		if i < t.First || i+1 >= t.Last {
			return false
		}
		one, other := t.Lower(i), t.Lower(i+1)
		return one == "each" && other == "other" || one == "one" && other == "another"
	}
	return tok >= t.First && (pair(tok) || pair(tok-1))
}

func (s *sentence) isPerson(tok int) bool {
	if s.reciprocal(tok) {
		return true
	}
	if e := s.entity(tok); e >= 0 {
		switch s.d.Entities[e].Kind {
		case doc.KindPerson, doc.KindRole, doc.KindGroup:
			return true
		}
		return false
	}
	switch s.tree.Lower(tok) {
	case "he", "she", "him", "her", "who", "whom", "people", "man", "woman", "child", "men", "women", "person":
		return true
	}
	if s.pointedTo(tok) {
		return true
	}
	// "Two ranchers who crossed the border": whoever the noun names, it is persons.
	for _, c := range s.tree.Children(tok) {
		if s.tree.FullRel(c) == "acl:relcl" {
			for _, sub := range s.tree.Children(c) {
				if w := s.tree.Lower(sub); w == "who" || w == "whom" {
					return true
				}
			}
		}
	}
	return false
}

func (s *sentence) isPlace(tok int) bool {
	if s.place[tok] >= 0 {
		return true
	}
	if e := s.entity(tok); e >= 0 {
		k := s.d.Entities[e].Kind
		return k == doc.KindPlace || k == doc.KindCountry
	}
	return false
}

// core looks through nouns of measure to the noun that matters: "dozens of
// rebels", "a series of air strikes".
func (s *sentence) core(noun int) int {
	for range 3 {
		if noun < 0 || !measures[s.tree.Lemma(noun)] && !measures[singular(s.tree.Lower(noun))] {
			return noun
		}
		p, ok := s.tree.Phrase(noun, "of")
		if !ok {
			return noun
		}
		noun = p.Head
	}
	return noun
}

var measures = wordSet(`series round number string wave spate campaign hundred thousand dozen score million
	majority lot some many most all one several half part group couple pair handful majority bout flurry
	set package raft range slew host array percent percentage worth last rest remainder portion share third quarter team squad ten twenty thirty forty fifty barrage rash type kind form any none each both tens spell act deal outbreak amount total ton tonne kilo kilogram kilogramme barrel shipment consignment batch worth day hour week dollar euro pound yen load bag crate`)

// wordsAt reports whether the words stand at the tokens from first on, compared
// by lemma or form; hyphens between them are passed over.
func (s *sentence) wordsAt(first int, words []string) bool {
	at := first
	for _, w := range words {
		for at >= s.tree.First && at < s.tree.Last && s.tree.Form(at) == "-" {
			at++
		}
		if at < s.tree.First || at >= s.tree.Last {
			return false
		}
		if s.tree.Lemma(at) != w && s.tree.Lower(at) != w && singular(s.tree.Lower(at)) != w {
			return false
		}
		at++
	}
	return true
}

// quote returns the word in quotation marks, for messages.
func (s *sentence) quote(tok int) string {
	if tok < 0 {
		return ""
	}
	return "'" + strings.Join(strings.Fields(s.tree.Form(tok)), " ") + "'"
}
