package story

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/quote"
)

// word is one word of the blocks that are read, folded for comparison: case,
// marks and hyphens do not tell two renderings of one sentence apart.
type word struct {
	doc.Span
	fold   string
	hash   uint64
	quoted bool // between quotation marks
	title  bool
}

// wordsOf lists the words of the blocks that are read. Words in square brackets
// are left out: they are an editor's insertions into somebody else's sentence
// ("the anti-ISIL [IS] Coalition").
func wordsOf(d *doc.Document) []word {
	var out []word
	passages := quote.Passages(d)
	at := 0
	scan := func(s doc.Span, title bool) {
		bracketEnd := s.Start
		for i := s.Start; i < s.End; {
			r, size := utf8.DecodeRuneInString(d.Text[i:s.End])
			if r == '[' {
				// An insertion is short; a bracket that never closes hides nothing.
				window := d.Text[i:min(s.End, i+120)]
				if j := strings.IndexByte(window, ']'); j > 0 {
					bracketEnd = i + j
				}
			}
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				i += size
				continue
			}
			start := i
			i = wordEnd(d.Text, i, s.End)
			if start < bracketEnd {
				continue
			}
			for at < len(passages) && passages[at].End <= start {
				at++
			}
			w := word{Span: doc.Span{Start: start, End: i}, fold: foldWord(d.Text[start:i]), title: title}
			h := fnv.New64a()
			h.Write([]byte(w.fold))
			w.hash = h.Sum64()
			w.quoted = at < len(passages) && passages[at].Start <= start
			out = append(out, w)
		}
	}
	for _, b := range d.Blocks {
		if b.Kind.Read() {
			scan(b.Span, b.Kind == doc.BlockTitle)
		}
	}
	if len(d.Blocks) == 0 {
		scan(doc.Span{Start: 0, End: len(d.Text)}, false)
	}
	return out
}

// wordEnd returns where the word that begins at i ends. An apostrophe between
// letters belongs to the word.
func wordEnd(text string, i, end int) int {
	for i < end {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if r == '\'' || r == '’' {
			next, _ := utf8.DecodeRuneInString(text[i+size : end])
			if !unicode.IsLetter(next) {
				return i
			}
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return i
		}
		i += size
	}
	return end
}

// foldWord lowers case and drops apostrophes.
func foldWord(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
