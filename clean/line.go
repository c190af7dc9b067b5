package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// line is what gets one label: a line, a paragraph that was wrapped over several
// lines, or a part of a line that two texts were glued into.
type line struct {
	doc.Span
	text     string   // what the span covers
	folded   string   // the text in lower case, for lines short enough to be furniture
	words    []string // folded to lower case, letters and digits only
	runs     []uint64 // hashes of its runs of words
	given    doc.BlockKind
	sentence bool // shaped as prose
	address  address
	gap      bool // a blank line stands before it
	inserted bool // stands in a box within the article
	recurs   bool // the outlet prints it again and again
	kind     doc.BlockKind
	rule     string
}

// set labels the line.
func (ln *line) set(kind doc.BlockKind, rule string) { ln.kind, ln.rule = kind, rule }

// newLine returns the line at a span of the text.
func newLine(text string, s doc.Span) *line {
	ln := &line{Span: s, text: text[s.Start:s.End]}
	if len(ln.text) <= maxCaption {
		ln.folded = strings.ToLower(ln.text)
	}
	ln.words = foldWords(ln.text)
	ln.runs = shingles(ln.words)
	ln.sentence = isSentence(ln)
	return ln
}

// splitLines returns the trimmed spans of all lines that are not blank, and for
// each whether a blank line stands before it.
func splitLines(text string) (spans []doc.Span, gaps []bool) {
	gap := false
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexAny(text[start:], "\n\r\u2028\u2029\v\f"); i >= 0 {
			_, n := utf8.DecodeRuneInString(text[start+i:])
			end, next = start+i, start+i+n
			if strings.HasPrefix(text[end:], "\r\n") {
				next = end + 2
			}
		}
		s := trim(text, doc.Span{Start: start, End: end})
		if s.Empty() {
			gap = true
		} else {
			spans, gaps = append(spans, s), append(gaps, gap)
			gap = false
		}
		start = next
	}
	return spans, gaps
}

// trim takes white space off both ends of a span.
func trim(text string, s doc.Span) doc.Span {
	inner := text[s.Start:s.End]
	left := len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
	s.Start += left
	s.End = s.Start + len(strings.TrimRightFunc(inner[left:], unicode.IsSpace))
	return s
}

// foldWords returns the words of a line in lower case without punctuation, so
// that two printings of one line compare equal. Apostrophes vanish: outlets
// write them in several ways.
func foldWords(text string) []string {
	var words []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’' || r == '‘':
		default:
			flush()
		}
	}
	flush()
	return words
}

// endsSentence reports whether the line closes with the punctuation of a
// sentence; quotation marks, brackets and a signing agency after it are passed over.
func endsSentence(text string) bool {
	if at := strings.LastIndex(text, " ("); strings.HasSuffix(text, ")") && at > 0 && len(text)-at < maxSignature {
		text = text[:at]
	}
	text = strings.TrimRight(text, "\"”’')»]* \t\u00a0")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;。！？؟।", r)
}

// maxSignature bounds, in bytes, what may sign a paragraph in brackets: "(AFP)".
const maxSignature = 24

// isSentence reports whether a line is shaped as prose: words enough, closing
// punctuation, and not the capitals of a headline. Long lines need no closing
// punctuation, for scrapers cut it off.
func isSentence(ln *line) bool {
	n := len(ln.words)
	switch {
	case n < 5:
		return false
	case endsSentence(ln.text):
		return n >= 12 || !titleCase(ln.text)
	default:
		return n >= 25 && !titleCase(ln.text)
	}
}

// titleCase reports whether nearly all words of four letters or more begin with
// a capital, as in headlines. Lines all in capitals say nothing.
func titleCase(text string) bool {
	capital, small, lower := 0, 0, false
	for _, word := range strings.Fields(text) {
		word = strings.TrimLeft(word, "\"“‘'([")
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(r) {
			continue
		}
		lower = lower || strings.IndexFunc(word[size:], unicode.IsLower) >= 0
		if utf8.RuneCountInString(word) < 4 {
			continue
		}
		if unicode.IsUpper(r) {
			capital++
		} else {
			small++
		}
	}
	return lower && capital >= 2 && small*6 <= capital
}

// capitalStart reports whether the line begins as a headline or name does.
func capitalStart(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
