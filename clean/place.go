package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// maxHeading is the longest heading within a report, in words.
const maxHeading = 12

// place labels the lines that no pattern settled, by where they stand: above the
// title, between title and text, within the text, below it.
func (l *labelling) place() {
	first, last := l.extent()
	if first < 0 {
		l.placeWithoutSentences()
		return
	}
	cleanText := l.mostlySentences()
	if !cleanText {
		l.markOutside()
		if first, last = l.extent(); first < 0 {
			l.placeWithoutSentences()
			return
		}
	}
	title := l.findTitle(first)
	if title >= first {
		first = l.nextSentence(title + 1)
	}
	l.placeHead(title, first, cleanText)
	l.placeStandfirst(first)
	for i := first; i <= last; i++ {
		if l.lines[i].kind == "" {
			l.placeWithin(i)
		}
	}
	for i := last + 1; i < len(l.lines); i++ {
		ln := l.lines[i]
		switch {
		case ln.kind != "":
		case cleanText && len(ln.words) >= 2 && endsSentence(ln.text) && l.lines[i-1].kind == doc.BlockBody:
			ln.set(doc.BlockBody, "short sentence after the last paragraph")
		case cleanText && len(ln.words) >= 8 && !titleCase(ln.text):
			ln.set(doc.BlockBody, "prose after the last full sentence")
		default:
			ln.set(doc.BlockBoilerplate, "after the last paragraph")
		}
	}
}

// extent returns the first and last line that is prose, -1 when none is.
func (l *labelling) extent() (first, last int) {
	first, last = -1, -1
	for i, ln := range l.lines {
		if ln.kind == "" && ln.sentence {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// nextSentence returns the first line of prose from i on; len(lines) when none.
func (l *labelling) nextSentence(i int) int {
	for i < len(l.lines) && (l.lines[i].kind != "" || !l.lines[i].sentence) {
		i++
	}
	return i
}

// placeWithoutSentences labels a text in which nothing is shaped as prose: a bare
// headline, or lines whose punctuation got lost.
func (l *labelling) placeWithoutSentences() {
	title := l.findTitle(len(l.lines))
	for i, ln := range l.lines {
		switch {
		case ln.kind != "":
		case i == title:
			ln.set(doc.BlockTitle, "the headline")
		case i > title && len(ln.words) >= 4 && len(l.lines) < 40:
			ln.set(doc.BlockBody, "words of a report without full sentences")
		default:
			ln.set(doc.BlockBoilerplate, "few words")
		}
	}
}

// findTitle returns the line before the text that is the headline, -1 when none
// is: the one stated by the input, else the best of the lines shaped as one. A
// headline is longer than a menu's entry, stands near the text, often just above a
// byline, and is often printed twice.
func (l *labelling) findTitle(first int) int {
	printedAgain := l.repeated()
	best, most, distance := -1, 0, 0
	for i := min(first, len(l.lines)) - 1; i >= 0; i-- {
		ln := l.lines[i]
		if ln.kind == doc.BlockTitle {
			return i
		}
		if ln.kind != "" {
			continue // buttons and bylines stand between any title and its text
		}
		distance++
		if len(ln.words) < 2 || len(ln.words) > 30 || !capitalStart(ln.text) {
			continue
		}
		worth := 2*min(len(ln.words), 14) - distance
		if i+1 < len(l.lines) && l.lines[i+1].kind == doc.BlockCredit {
			worth += 8
		}
		if printedAgain[strings.Join(ln.words, " ")] {
			worth += 8
		}
		if best < 0 || worth >= most {
			best, most = i, worth
		}
	}
	if best >= 0 || first >= len(l.lines) {
		return best
	}
	// A question or a cry can be a headline that is shaped as a sentence.
	ln := l.lines[first]
	if end := strings.TrimRight(ln.text, "\"”’'"); len(ln.words) <= 15 && (strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!")) {
		if next := l.nextSentence(first + 1); next < len(l.lines) && len(l.lines[next].words) > len(ln.words) {
			return first
		}
	}
	return -1
}

// repeated returns the words of the lines that are printed again further down.
func (l *labelling) repeated() map[string]bool {
	again := map[string]bool{}
	for _, ln := range l.lines {
		if ln.kind == doc.BlockRepeat {
			again[strings.Join(ln.words, " ")] = true
		}
	}
	return again
}

// placeHead labels title and what stands before the first paragraph.
func (l *labelling) placeHead(title, first int, cleanText bool) {
	between := 0
	for i := title + 1; i < first && title >= 0; i++ {
		if ln := l.lines[i]; ln.kind == "" && len(ln.words) >= 6 {
			between++
		}
	}
	for i, ln := range l.lines[:first] {
		switch {
		case ln.kind != "":
		case i == title:
			ln.set(doc.BlockTitle, "the headline above the text")
		case i < title:
			ln.set(doc.BlockBoilerplate, "above the title")
		case cleanText && endsSentence(ln.text) && len(ln.words) >= 2 && !titleCase(ln.text):
			ln.set(doc.BlockBody, "short sentence before the first paragraph")
		case len(ln.words) >= 6 && between <= 2 && title >= 0:
			ln.set(doc.BlockStandfirst, "between title and text")
		default:
			ln.set(doc.BlockBoilerplate, "short line between title and text")
		}
	}
}

// insertion is an advertisement or a link to another report: pages put them
// anywhere into a text.
var insertion = regexp.MustCompile(`(?i)advert|continues|sponsor|promot|read (more|also|next)|also read|related|see also|watch|follow`)

// placeStandfirst labels one or two paragraphs as the summary above the text:
// they stand before a dateline, or apart from the text behind a byline, a player
// or their own repeat.
func (l *labelling) placeStandfirst(first int) {
	var run []*line
	apart := false
	for i := first; i < len(l.lines); i++ {
		ln := l.lines[i]
		if ln.kind == "" && ln.sentence {
			if _, ok := ReadDateline(ln.text); len(run) > 0 && (ok || apart) && l.follows(i, 2) {
				for _, s := range run {
					s.set(doc.BlockStandfirst, "summary apart from the text")
				}
				return
			}
			if run = append(run, ln); len(run) > 2 || apart {
				return
			}
			continue
		}
		switch ln.kind {
		case doc.BlockCredit, doc.BlockRepeat:
			apart = true
		case doc.BlockBoilerplate:
			apart = apart || !ln.interrupts()
		case "":
			return
		}
	}
}

// interrupts reports whether a line of furniture may stand anywhere in a text, so
// that it parts nothing.
func (ln *line) interrupts() bool {
	return ln.inserted || ln.recurs || ln.address >= toVisitor || insertion.MatchString(ln.text)
}

// follows reports whether at least n lines of prose stand from i on.
func (l *labelling) follows(i, n int) bool {
	for ; i < len(l.lines) && n > 0; i++ {
		if l.lines[i].kind == "" && l.lines[i].sentence {
			n--
		}
	}
	return n == 0
}

// placeWithin labels a line between the first and the last paragraph.
func (l *labelling) placeWithin(i int) {
	ln := l.lines[i]
	n := len(ln.words)
	switch {
	case ln.sentence && n <= maxHeading && strings.HasSuffix(ln.text, "?") && capitalStart(ln.text) && l.headsText(i):
		ln.set(doc.BlockHeading, "question above a paragraph")
	case ln.sentence:
		ln.set(doc.BlockBody, "paragraph")
	case endsSentence(ln.text) && (n >= 2 || quoted(ln.text)), opensQuotedClause(ln.text):
		ln.set(doc.BlockBody, "short sentence within the text")
	case startsItem(ln.text) && n >= 3:
		ln.set(doc.BlockBody, "item of a list within the text")
	case n >= 5 && strings.HasPrefix(ln.text, "[") && strings.HasSuffix(ln.text, "]"):
		ln.set(doc.BlockBoilerplate, "link to another report in brackets")
	case n >= 5 && capitalStart(ln.text) && i > 0 && l.besideCard(i):
		ln.set(doc.BlockBoilerplate, "headline of another report beside a picture or link")
	case l.bareName(i):
		ln.set(doc.BlockCaption, "bare name of somebody in the next paragraph")
	case n <= maxHeading && capitalStart(ln.text) && l.headsText(i):
		ln.set(doc.BlockHeading, "short line above a paragraph")
	case n > maxHeading:
		ln.set(doc.BlockBody, "long line within the text")
	default:
		ln.set(doc.BlockBoilerplate, "short line within the text")
	}
}

// opensQuotedClause reports whether the line ends with a quotation that its
// sentence continues (`… on my team,"`): pages break lines there.
func opensQuotedClause(text string) bool {
	return strings.HasSuffix(text, `,"`) || strings.HasSuffix(text, `,”`) || strings.HasSuffix(text, `",`) || strings.HasSuffix(text, `”,`)
}

// besideCard reports whether the line follows directly on a caption or a
// furniture line: so pages print links to other reports, a picture and a headline.
func (l *labelling) besideCard(i int) bool {
	before := l.lines[i-1]
	return !l.lines[i].gap && (before.kind == doc.BlockCaption || before.kind == doc.BlockBoilerplate)
}

// headsText reports whether a paragraph follows before any further short line.
func (l *labelling) headsText(i int) bool {
	for _, ln := range l.lines[i+1:] {
		switch ln.kind {
		case doc.BlockCaption, doc.BlockPullquote:
			continue
		case "", doc.BlockBody:
			return ln.sentence || endsSentence(ln.text)
		}
		return false
	}
	return false
}

// bareName reports whether the line is a name of two or three words and nothing
// else, and the next paragraph speaks of its bearer: the text of a portrait.
func (l *labelling) bareName(i int) bool {
	fields := strings.Fields(l.lines[i].text)
	if len(fields) < 2 || len(fields) > 3 {
		return false
	}
	for _, word := range fields {
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || strings.IndexFunc(word[size:], func(r rune) bool { return !unicode.IsLower(r) && r != '-' }) >= 0 {
			return false
		}
	}
	for _, ln := range l.lines[i+1 : min(len(l.lines), i+4)] {
		if ln.kind == "" && ln.sentence {
			return strings.Contains(ln.text, l.lines[i].text)
		}
	}
	return false
}

// placeDrawn labels the parts of a page's article as its tags say. A heading that
// heads nothing belongs to what was cut off below the article.
func (l *labelling) placeDrawn() {
	prose := false
	for i := len(l.lines) - 1; i >= 0; i-- {
		ln := l.lines[i]
		if ln.kind != "" {
			continue
		}
		switch ln.given {
		case doc.BlockTitle:
			ln.set(doc.BlockTitle, "the page's title")
		case doc.BlockHeading:
			if prose {
				ln.set(doc.BlockHeading, "heading of the article")
			} else {
				ln.set(doc.BlockBoilerplate, "heading without text below it")
			}
		default:
			prose = true
			ln.set(doc.BlockBody, "text of the article")
		}
	}
}
