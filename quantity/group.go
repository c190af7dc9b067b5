package quantity

import (
	"sort"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// group is a number in a sentence with the noun it counts: "at least 30 Turkish
// soldiers". Tokens are numbered as in the document.
type group struct {
	amount
	from, to    int // tokens of the number with its bounds: [from, to)
	noun        int // the head of the noun, -1 when a number stands alone
	first, last int // all tokens: [first, last)
	name        string
	outcome     bool // the noun counts by itself: "12 deaths"
	part        bool // counts some of those told of beside it
}

// groups finds all numbers of the sentence that may count people, in order.
func (s *sentence) groups() []group {
	var all []group
	for i := s.tree.First; i < s.tree.Last; {
		a, n := s.number(i)
		if n == 0 {
			i++
			continue
		}
		g := group{amount: a, from: i, to: i + n, noun: -1}
		i += n
		if s.other(g) {
			continue
		}
		s.bound(&g)
		if s.counted(&g) {
			all = append(all, g)
			i = max(i, g.last)
		}
	}
	return all
}

// other reports whether the number is no count: part of a date, a sum of money, a
// percentage, a score, an ordinal number or a code.
func (s *sentence) other(g group) bool {
	span := doc.Span{Start: s.token(g.from).Start, End: s.token(g.to - 1).End}
	if s.inTime(span) {
		return true
	}
	if g.from > s.tree.First {
		before := s.form(g.from - 1)
		glued := s.token(g.from-1).End == span.Start && !strings.ContainsAny(before, "(\"'“‘[—–")
		if glued || strings.ContainsAny(before, "$€£¥#") || s.lower(g.from-1) == "no." || s.reads(g.from-2, []string{"no", "."}) {
			return true
		}
	}
	switch s.lower(g.to) {
	case "%", "percent", "per", "percentage", "pc":
		return true
	}
	// "12-year", "30mm", "5-4": glued to what follows; "20-plus" is a count.
	if g.to < s.tree.Last && s.token(g.to).Start == span.End {
		switch s.form(g.to) {
		case "-", "–", "/", ":":
			return s.lower(g.to+1) != "plus"
		case ",", ".", ";", "!", "?", ")", "+", "\"", "'", "”", "’", "—", "]":
		default:
			return true
		}
	}
	return false
}

// bound reads the words beside the number.
func (s *sentence) bound(g *group) {
	for _, w := range s.lex.behind {
		at := g.to
		if s.form(at) == "-" {
			at++ // "20-plus"
		}
		if s.reads(at, w.words) {
			g.amount = bounds[w.text](g.amount)
			g.to = at + len(w.words)
			break
		}
	}
	for _, w := range s.lex.before {
		from := g.from - len(w.words)
		if from >= s.tree.First && s.reads(from, w.words) {
			if w.words[0] == "up" && s.upos(from-1) == "VERB" && s.lex.rises[s.tree.Lemma(from-1)] {
				break // "the toll has gone up to 231" names no limit
			}
			if g.how == "exact" || g.how == "vague" && w.text == "low" {
				g.amount = bounds[w.text](g.amount)
			}
			g.from = from
			break
		}
	}
	g.first = g.from
	for k := g.from - 1; k >= max(s.tree.First, g.from-2); k-- {
		if s.lex.further[s.lower(k)] {
			g.part, g.first = true, k
		}
	}
}

// maxNoun bounds the words between a number and the noun it counts.
const maxNoun = 6

// counted reads the noun behind the number. It is false when the number counts
// something that is no group of people.
func (s *sentence) counted(g *group) bool {
	at := g.to
	g.last = at
	if s.lex.further[s.lower(at)] && s.lower(at) != "others" {
		g.part = true
		at++
		g.last = at
	}
	if s.lower(at) == "of" {
		if g.how != "vague" || s.definite(at+1) {
			g.part = true
		}
		at++
		for s.definite(at) {
			at++
		}
		if pronoun := s.lower(at - 1); pronoun == "them" || pronoun == "whom" || pronoun == "those" || pronoun == "us" {
			g.noun, g.name, g.last = at-1, "people", at
			if name := s.groupOf(at); name != "" {
				g.noun, g.name, g.last = at, name, at+1 // "two of them women"
			}
			return true
		}
	}
	end := at
	for end < s.tree.Last && end-at < maxNoun && s.nominal(end) {
		// A plural noun ends what is counted: "took five tourists hostage".
		if end > at && (s.timed(end) || s.fateFollows(end) || s.xpos(end-1) == "NNS" && s.groupOf(end-1) != "") {
			break
		}
		end++
	}
	// Trailing adjectives belong to the predicate: "30 people dead".
	for end > at && s.token(end-1).UPOS == "ADJ" && s.groupOf(end-1) == "" {
		end--
	}
	if end == at {
		return g.to == at || g.part
	}
	head := end - 1
	// A name may follow the noun: "killed 30 people Interior Minister ...".
	name := s.groupOf(head)
	if name == "" {
		for k := at; k < head; k++ {
			if s.token(k).UPOS == "NOUN" && s.groupOf(k) != "" && s.token(k+1).UPOS == "PROPN" {
				head, name = k, s.groupOf(k)
				break
			}
		}
	}
	lemma := s.noun(head)
	if _, ok := s.lex.nouns[lemma]; ok && name == "" {
		g.outcome, name = true, "people"
	}
	if name == "" {
		return false
	}
	if s.form(head+1) == "'s" || s.form(head+1) == "’s" || s.form(head+1) == "'" || s.form(head+1) == "’" {
		return false // "30 soldiers' families"
	}
	g.noun, g.name, g.last = head, name, head+1
	for k := at; k < head; k++ {
		if s.lex.further[s.lower(k)] {
			g.part = true
		}
	}
	if s.lex.further[s.lower(head)] {
		g.part = true
	}
	return true
}

// definite reports whether the token is a determiner or pronoun that makes the
// noun after "of" a known set.
func (s *sentence) definite(i int) bool {
	if i >= s.tree.Last {
		return false
	}
	switch t := s.token(i); t.UPOS {
	case "DET":
		return true
	case "PRON":
		return t.XPOS == "PRP$" || t.XPOS == "PRP" || t.XPOS == "WP" || t.XPOS == "DT"
	}
	return false
}

// nominal reports whether the token can belong to a noun with what stands before it.
func (s *sentence) nominal(i int) bool {
	switch t := s.token(i); t.UPOS {
	case "ADJ", "NOUN", "PROPN":
		return true
	case "VERB":
		return t.XPOS == "VBN" && i+1 < s.tree.Last && s.token(i+1).UPOS == "NOUN" && s.tree.Rel(i) == "amod"
	case "PUNCT":
		return t.XPOS == "HYPH" && i+1 < s.tree.Last && t.End == s.token(i+1).Start
	}
	return false
}

// fateFollows reports whether the token tells a fate and ends the noun before it,
// whatever the tagger took it for: "12 soldiers dead", "30 people hurt".
func (s *sentence) fateFollows(i int) bool {
	return s.lex.states[s.lower(i)] != nil && s.groupOf(i) == "" && s.groupOf(i-1) != ""
}

// timed reports whether the token belongs to a time expression: "killed 30 people
// Monday".
func (s *sentence) timed(i int) bool { return s.inTime(s.token(i).Span) }

// inTime reports whether the span touches a time expression. These stand in order
// and do not overlap each other.
func (s *sentence) inTime(span doc.Span) bool {
	k := sort.Search(len(s.times), func(k int) bool { return s.times[k].Start >= span.End })
	return k > 0 && s.times[k-1].Span.Overlaps(span)
}

// groupOf is the group that the noun at i counts, "" when it counts none.
func (s *sentence) groupOf(i int) string {
	if i < s.tree.First || i >= s.tree.Last {
		return ""
	}
	lemma := s.noun(i)
	if i > s.tree.First {
		if name := s.lex.groups[s.lower(i-1)+" "+lemma]; name != "" {
			return name
		}
	}
	if name := s.lex.groups[lemma]; name != "" && s.token(i).UPOS != "ADJ" && s.token(i).UPOS != "VERB" {
		return name
	}
	if s.token(i).UPOS == "PROPN" || s.token(i).UPOS == "NOUN" {
		if _, kind, ok := country.Default().ByName(s.form(i)); ok && kind == country.People {
			return "nationals"
		}
	}
	return ""
}

// noun is the lemma of a noun; a form the lemmatiser has not learnt loses its
// plural ending.
func (s *sentence) noun(i int) string {
	lemma := s.tree.Lemma(i)
	if s.lex.groups[lemma] != "" {
		return lemma
	}
	if _, ok := s.lex.nouns[lemma]; ok {
		return lemma
	}
	form := s.lower(i)
	if stem, ok := strings.CutSuffix(form, "men"); ok {
		return stem + "man"
	}
	for _, ending := range []string{"s", "es"} {
		stem, ok := strings.CutSuffix(form, ending)
		if _, outcome := s.lex.nouns[stem]; ok && (outcome || s.lex.groups[stem] != "") {
			return stem
		}
	}
	return lemma
}

// reads reports whether the words stand in the sentence from token i on.
func (s *sentence) reads(i int, words []string) bool {
	if i < s.tree.First || i+len(words) > s.tree.Last {
		return false
	}
	for k, w := range words {
		if s.lower(i+k) != w {
			return false
		}
	}
	return true
}
