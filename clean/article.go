package clean

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// minPage is how many loose lines only a page has. A cleaned report keeps a few
// headings, names and dates; menus and lists of links are longer.
const minPage = 20

// mostlySentences reports whether over 60 % of the words stand in prose: then the
// text was cleaned already, and only sure furniture is set aside. Captions, credits
// and repeats are left out of the count, for they come with the article. Long
// notices can carry a whole page over the bound, so a text most of whose lines are
// loose ends of menus and lists is a page whatever its words.
func (l *labelling) mostlySentences() bool {
	in, all, prose, loose := 0, 0, 0, 0
	for _, ln := range l.lines {
		if ln.sentence && ln.kind == "" {
			prose++
		} else if !endsSentence(ln.text) && len(ln.words) <= maxHeading {
			loose++
		}
		switch ln.kind {
		case doc.BlockScript, doc.BlockRepeat, doc.BlockCaption, doc.BlockCredit, doc.BlockPullquote:
			continue
		}
		all += len(ln.words)
		if ln.sentence && ln.kind == "" {
			in += len(ln.words)
		}
	}
	return in*10 > all*6 && (loose < minPage || loose < 2*prose)
}

// The weights of lines, in words of prose that speak for an article.
const (
	// A paragraph says no more for an article than one of this length: the longest
	// are legal notices.
	maxWeight = 60
	// A short line that no pattern knows may head a section, but the headline above
	// a teaser of another report looks the same.
	shortLineWeight = -12
	// The site's own voice.
	noticeWeight = -15
	// Going from the article into an insertion and back again: as much as an
	// advertisement with its label and a button.
	insertionCost = 40
)

// furnitureWeight tells how much each further line of a run of furniture speaks
// against an article: a single button or link interrupts any article, a block of
// them ends it.
var furnitureWeight = [...]int{-5, -10, -20}

// weights returns how much each line speaks for the article.
func (l *labelling) weights() []int {
	weights := make([]int, len(l.lines))
	cards := l.cards()
	run := 0
	for i, ln := range l.lines {
		switch {
		case ln.kind == "" && ln.sentence:
			run = 0
			weights[i] = min(len(ln.words), maxWeight)
			switch {
			case ln.address == toVisitor:
				weights[i] = noticeWeight
			case cards[i] || cutOff(ln.text):
				weights[i] /= 4
			case ln.address == toReaders:
				weights[i] /= 2
			}
		case ln.kind == "" && endsSentence(ln.text), ln.kind == doc.BlockRepeat, ln.kind == doc.BlockCaption, ln.kind == doc.BlockPullquote,
			insertion.MatchString(ln.text):
		case ln.kind == "":
			weights[i] = shortLineWeight
		default:
			weights[i] = furnitureWeight[min(run, len(furnitureWeight)-1)]
			run++
		}
	}
	return weights
}

// cutOff reports whether a sentence breaks off, as teasers do.
func cutOff(text string) bool {
	return strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "[…]") || strings.HasSuffix(text, "[...]")
}

// minCards is how many cards of other reports stand in a row at least.
const minCards = 3

// maxCardWords is the longest paragraph on a card by the number of short lines
// above it: a headline, or a headline with an author, a date, a topic. Sections of
// an article have more under each heading.
var maxCardWords = [...]int{0, 40, 90}

// cards finds the paragraphs that stand one by one between short lines.
func (l *labelling) cards() []bool {
	cards := make([]bool, len(l.lines))
	var row []int
	flush := func() {
		if len(row) >= minCards {
			for _, i := range row {
				cards[i] = true
			}
		}
		row = row[:0]
	}
	short := 0 // short lines directly before
	for i, ln := range l.lines {
		prose := ln.kind == "" && (ln.sentence || endsSentence(ln.text))
		if !prose {
			if ln.kind != doc.BlockCaption {
				short++
			}
			continue
		}
		alone := len(ln.words) <= maxCardWords[min(short, len(maxCardWords)-1)] && i+1 < len(l.lines) && !l.proseAfter(i)
		if alone {
			row = append(row, i)
		} else {
			flush()
		}
		short = 0
	}
	flush()
	return cards
}

// proseAfter reports whether the next line is prose too.
func (l *labelling) proseAfter(i int) bool {
	next := l.lines[i+1]
	return next.kind == "" && (next.sentence || endsSentence(next.text))
}

// markOutside finds the article in the text of a whole page and labels the prose
// of notices, teasers and insertions.
func (l *labelling) markOutside() {
	states := likeliest(l.weights())
	for i, ln := range l.lines {
		ln.inserted = states[i] == insertedText
		switch {
		case ln.kind != "" || states[i] == articleText:
		case ln.inserted:
			ln.set(doc.BlockBoilerplate, "insertion into the article")
		case ln.sentence:
			ln.set(doc.BlockBoilerplate, "prose outside of the article")
		}
	}
}

// state is where on a page a line stands.
type state uint8

// A page runs through the states in this order; only between the article and
// what is inserted into it does it go back.
const (
	beforeArticle state = iota
	articleText
	insertedText
	afterArticle
	states
)

// leads lists from which states each state is reached, and at what cost.
var leads = [states][]struct {
	from state
	cost int
}{
	beforeArticle: {{beforeArticle, 0}},
	articleText:   {{articleText, 0}, {beforeArticle, 0}, {insertedText, insertionCost / 2}},
	insertedText:  {{insertedText, 0}, {articleText, insertionCost / 2}},
	afterArticle:  {{afterArticle, 0}, {articleText, 0}},
}

// likeliest returns the states of the lines with the greatest sum of weights in
// the article less the costs of insertions (Viterbi).
func likeliest(weights []int) []state {
	const never = -1 << 40
	type cell struct {
		sum  int
		from state
	}
	table := make([][states]cell, len(weights)+1)
	for s := range states {
		table[0][s] = cell{sum: never}
	}
	table[0][beforeArticle].sum = 0
	for i, weight := range weights {
		for s := range states {
			best := cell{sum: never}
			for _, lead := range leads[s] {
				if sum := table[i][lead.from].sum - lead.cost; sum > best.sum {
					best = cell{sum, lead.from}
				}
			}
			if s == articleText {
				best.sum += weight
			}
			table[i+1][s] = best
		}
	}
	last := table[len(weights)]
	at := articleText
	for _, s := range []state{afterArticle, beforeArticle} {
		if last[s].sum > last[at].sum {
			at = s
		}
	}
	path := make([]state, len(weights))
	for i := len(weights); i > 0; i-- {
		path[i-1] = at
		at = table[i][at].from
	}
	return path
}
