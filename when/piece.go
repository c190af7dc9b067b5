package when

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// piece is a run of letters, a run of digits or a single other character.
// Expressions are matched on pieces, so that it makes no difference how the
// tokeniser cuts "Sept.", "2015-09-05", "mid-May" or "3rd".
type piece struct {
	doc.Span
	word    string // in lower case; "" for a run too long to be a word of ours
	glued   bool   // no white space before it
	capital bool
	digits  bool
	token   int // the token it lies in
}

// longestWord is in bytes; no word of the rules is longer.
const longestWord = 24

// cut cuts a sentence into pieces.
func cut(d *doc.Document, s doc.Sentence) []piece {
	var out []piece
	text := d.Text[s.Start:s.End]
	token := s.First
	space := true
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			space = true
			i += n
			continue
		}
		j := i + n
		kind := class(r)
		for kind != other && j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if class(r) != kind {
				break
			}
			j += n
		}
		p := piece{Span: doc.Span{Start: s.Start + i, End: s.Start + j}, glued: !space, capital: unicode.IsUpper(r), digits: kind == digit}
		if j-i <= longestWord {
			p.word = strings.ToLower(text[i:j])
			if r == '’' {
				p.word = "'"
			}
		}
		for token < s.Last && d.Tokens[token].End <= p.Start {
			token++
		}
		p.token = token
		out = append(out, p)
		i, space = j, false
	}
	return out
}

type runeClass int

const (
	other runeClass = iota
	letter
	digit
)

func class(r rune) runeClass {
	switch {
	case r >= '0' && r <= '9':
		return digit
	case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
		return letter
	}
	return other
}

// clause is a sentence under examination.
type clause struct {
	before   *told
	trace    *trace
	rules    *rules
	doc      *doc.Document
	sentence doc.Sentence
	pieces   []piece
}

// word returns the word of a piece, "" outside the sentence.
func (c *clause) word(i int) string {
	if i < 0 || i >= len(c.pieces) {
		return ""
	}
	return c.pieces[i].word
}

// glued reports whether piece i exists and touches the piece before it.
func (c *clause) glued(i int) bool { return i > 0 && i < len(c.pieces) && c.pieces[i].glued }

// xpos returns the Penn tag of the token that piece i lies in, "" where not known.
func (c *clause) xpos(i int) string {
	if i < 0 || i >= len(c.pieces) || c.pieces[i].token >= len(c.doc.Tokens) {
		return ""
	}
	return c.doc.Tokens[c.pieces[i].token].XPOS
}

// pluralNoun reports whether piece i is a noun in the plural: what a number
// before it counts. Without tags a final s has to do.
func (c *clause) pluralNoun(i int) bool {
	if t := c.xpos(i); t != "" {
		return t == "NNS"
	}
	w := c.word(i)
	return len(w) > 3 && strings.HasSuffix(w, "s") && !c.pieces[i].capital
}

// firstName is the first name that does not end before the sentence.
func (c *clause) firstName() int {
	names := c.doc.Names
	return sort.Search(len(names), func(i int) bool { return names[i].End > c.sentence.Start })
}
