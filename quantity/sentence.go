package quantity

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// sentence is one sentence that holds a number, made for reading it.
type sentence struct {
	d      *doc.Document
	lex    *lexicon
	tree   *clause.Tree
	times  []doc.Time     // those that may stand in the sentence
	events []int          // of the sentence
	words  []string       // in lower case, from the first token on
	told   map[int][]verb // by noun: the verbs that tell a fate of it; nil until asked
}

// verb is a verb of the sentence that tells a fate.
type verb struct {
	at    int
	tells telling
	lemma string
}

// newSentence returns nil for a sentence without any number: most sentences have
// none and need no tree.
func newSentence(d *doc.Document, lex *lexicon, num int, times []doc.Time, events []int) *sentence {
	span := d.Sentences[num]
	s := &sentence{d: d, lex: lex, times: times, events: events}
	for i := span.First; i < span.Last; i++ {
		s.words = append(s.words, strings.ToLower(d.Form(i)))
	}
	if !slices.ContainsFunc(s.words, lex.numeral) {
		return nil
	}
	s.tree = clause.New(d, num)
	return s
}

// numeral reports whether a number may begin or end with the word.
func (l *lexicon) numeral(w string) bool {
	if w == "" {
		return false
	}
	if w[0] >= '0' && w[0] <= '9' {
		return true
	}
	return l.numbers[w] > 0 || l.units[w] > 0 || l.starts[w]
}

func (s *sentence) token(i int) *doc.Token { return &s.d.Tokens[i] }

func (s *sentence) form(i int) string {
	if i < s.tree.First || i >= s.tree.Last {
		return ""
	}
	return s.d.Form(i)
}

// lower is the word in lower case, "" outside the sentence.
func (s *sentence) lower(i int) string {
	if k := i - s.tree.First; k >= 0 && k < len(s.words) {
		return s.words[k]
	}
	return ""
}

// upos is the part of speech, "" outside the sentence.
func (s *sentence) upos(i int) string {
	if i < s.tree.First || i >= s.tree.Last {
		return ""
	}
	return s.d.Tokens[i].UPOS
}

func (s *sentence) xpos(i int) string {
	if i < s.tree.First || i >= s.tree.Last {
		return ""
	}
	return s.d.Tokens[i].XPOS
}

// byTime returns the times in order of the text.
func byTime(d *doc.Document) []doc.Time {
	return slices.SortedStableFunc(slices.Values(d.Times), func(a, b doc.Time) int { return a.Start - b.Start })
}

// bySentence lists the events of each sentence.
func bySentence(d *doc.Document) [][]int {
	all := make([][]int, len(d.Sentences))
	for i := range d.Events {
		if n := d.Events[i].Sentence; n >= 0 && n < len(all) {
			all[n] = append(all[n], i)
		}
	}
	return all
}

// verbs are the lemmas of verbs of the lexicon that the token may be a form of.
func (s *sentence) verbs(i int) []string {
	switch s.upos(i) {
	case "VERB", "ADJ", "NOUN", "AUX":
	default:
		return nil
	}
	return s.lex.forms[s.lower(i)]
}

// of names what the quantity counts: "children killed".
func (s *sentence) of(g group, f fate) string {
	name := g.name
	if name == "" {
		name = "people"
	}
	if f.group != "" && (g.name == "" || g.name == "people") {
		name = f.group
	}
	return name + " " + f.kind.name
}

// countedSpan is the noun with what stands between it and the number.
func (s *sentence) countedSpan(g group) doc.Span {
	if g.noun < g.to {
		return doc.Span{}
	}
	return doc.Span{Start: s.token(g.to).Start, End: s.token(g.noun).End}
}
