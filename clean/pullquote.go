package clean

import (
	"regexp"
	"strings"

	"github.com/readout-project/readout/doc"
)

var (
	// "… - Jane Doe |" and "… |": how scraped pull-quotes end.
	speakerTail = regexp.MustCompile(`\s[-–—]\s*\p{Lu}[\p{L}.'’ -]{2,60}\|?\s*$`)
	barTail     = regexp.MustCompile(`\s*\|\s*$`)
)

// markPullquotes labels lines that print words of the report again as an
// ornament. One that carries a pull-quote's tail need only share half its runs of
// words with another line, for editors shorten; one without must be wholly
// contained in a longer line, and long enough not to be a heading in quotation
// marks.
func (l *labelling) markPullquotes() {
	index := shingleIndex{}
	first := len(l.lines)
	for i, ln := range l.lines {
		if ln.kind != "" {
			continue
		}
		index.add(i, ln.runs)
		if ln.sentence && i < first {
			first = i
		}
	}
	for i, ln := range l.lines {
		if ln.kind != "" || i < first || len(ln.words) < 6 || len(ln.words) > 80 {
			continue
		}
		words, marked := ln.words, false
		if barTail.MatchString(ln.text) {
			marked = true
			words = foldWords(barTail.ReplaceAllString(ln.text, ""))
		}
		if tail := speakerTail.FindStringIndex(ln.text); tail != nil {
			marked = true
			words = foldWords(ln.text[:tail[0]])
		}
		other, share := index.best(i, shingles(words))
		if other < 0 {
			continue
		}
		longer := len(l.lines[other].words) - len(words)
		switch {
		case marked && share >= .5 && longer > -3:
			ln.set(doc.BlockPullquote, "words of another line, with a pull-quote's tail")
		case len(words) >= 10 && share >= .9 && longer >= 4 && i != other && (!endsSentence(ln.text) || quoted(ln.text)):
			ln.set(doc.BlockPullquote, "words of a longer line")
		}
	}
}

// quoted reports whether a line is nothing but a quotation.
func quoted(text string) bool {
	opens := strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "'") || strings.HasPrefix(text, "‘")
	closes := strings.HasSuffix(text, `"`) || strings.HasSuffix(text, "”") || strings.HasSuffix(text, "'") || strings.HasSuffix(text, "’")
	return opens && closes
}
