package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// The widths, in characters, at which texts are wrapped by hand or by mail: 65
// to 80 are the customs, with some room on both sides.
const minWrap, maxWrap = 50, 105

// unwrap joins the lines of paragraphs that were wrapped at a fixed width, so
// that sentences run over line ends. A text counts as wrapped when most lines
// that are followed directly by another end just where its first word would no
// longer have fitted.
func unwrap(text string, spans []doc.Span, gaps []bool) ([]doc.Span, []bool) {
	width := wrapWidth(text, spans, gaps)
	if width == 0 {
		return spans, gaps
	}
	var outSpans []doc.Span
	var outGaps []bool
	for i, s := range spans {
		if i > 0 && !gaps[i] && full(text, spans[i-1], s, width) && !startsItem(text[s.Start:s.End]) {
			outSpans[len(outSpans)-1].End = s.End
			continue
		}
		outSpans, outGaps = append(outSpans, s), append(outGaps, gaps[i])
	}
	return outSpans, outGaps
}

// wrapWidth returns the width at which the text is wrapped, 0 when it is not.
func wrapWidth(text string, spans []doc.Span, gaps []bool) int {
	width := 0
	for _, s := range spans {
		// A line longer than any custom means that nobody wrapped this text.
		if s.Len() > 4*maxWrap {
			return 0
		}
		width = max(width, runes(text, s))
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	followed, filled, open := 0, 0, 0
	for i := 1; i < len(spans); i++ {
		if gaps[i] {
			continue
		}
		followed++
		if full(text, spans[i-1], spans[i], width) {
			filled++
			if !endsSentence(text[spans[i-1].Start:spans[i-1].End]) {
				open++
			}
		}
	}
	if followed < 3 || filled*3 < followed*2 || open*2 < filled {
		return 0
	}
	return width
}

// full reports whether the first word of next would not have fitted on the line.
// Writers break a little early; an eighth of the width allows for that.
func full(text string, ln, next doc.Span, width int) bool {
	word, _, _ := strings.Cut(text[next.Start:next.End], " ")
	return runes(text, ln)+1+utf8.RuneCountInString(word) > width-width/8
}

// startsItem reports whether a line begins an item of a list.
func startsItem(text string) bool {
	return strings.HasPrefix(text, "• ") || strings.HasPrefix(text, "* ") || strings.HasPrefix(text, "- ")
}

func runes(text string, s doc.Span) int { return utf8.RuneCountInString(text[s.Start:s.End]) }
