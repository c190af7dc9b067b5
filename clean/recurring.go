package clean

import (
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/readout-project/readout/doc"
)

// shape is what kind of line may recur on an outlet's reports.
type shape uint8

// The shapes, by how much it takes until a recurring line is furniture.
const (
	uncounted shape = iota // short answers and speakers' names: transcripts have them by the dozen
	loose                  // no sentence: an entry of a menu, a button, the headline of a popular report
	voice                  // a sentence to the visitor of the site
	sentence               // any other sentence: outlets repeat paragraphs of background
)

// lineKey tells a line from others. The shape is a part of it.
type lineKey struct {
	hash  uint64
	shape shape
}

// keyOf returns the key of a line. Counters and dates in loose lines do not tell
// them apart.
func keyOf(ln *line) lineKey {
	s := shapeOf(ln)
	h := fnv.New64a()
	for _, w := range ln.words {
		if s == loose {
			w = strings.Map(func(r rune) rune {
				if unicode.IsDigit(r) {
					return '0'
				}
				return r
			}, w)
		}
		io.WriteString(h, w)
		h.Write([]byte{' '})
	}
	return lineKey{h.Sum64(), s}
}

// maxLoose is the longest loose line, in words.
const maxLoose = 30

func shapeOf(ln *line) shape {
	n := len(ln.words)
	switch {
	case n == 0 || quoted(ln.text) || strings.HasSuffix(ln.text, ":"):
		return uncounted
	case !endsSentence(ln.text) && n <= maxLoose:
		return loose
	case n < 5:
		return uncounted
	case ln.address >= toVisitor:
		return voice
	}
	return sentence
}

// How often a line must recur.
const (
	// minReports is in how many reports of its outlet a loose line stands until it
	// is furniture; two may be a report and its continuation.
	minReports = 3
	// minProse is the same for a sentence that does not speak to the visitor, which
	// must stand in four of five reports besides.
	minProse = 6
	// ownLines is how many sentences of its own a report has over another if it is
	// no version of it.
	ownLines = 3
)

// furnitureOf returns the lines that are furniture of an outlet.
// Versions of one story count as one report, else all its paragraphs would be.
func furnitureOf(sample []surveyed) map[lineKey]bool {
	stories := storiesOf(sample)
	count := len(slices.Compact(slices.Sorted(slices.Values(stories))))
	if count < minReports {
		return nil
	}
	in := map[lineKey][]int{} // the stories in which a line stands
	for i, report := range sample {
		for _, key := range report.lines {
			if key.shape != uncounted && !slices.Contains(in[key], stories[i]) {
				in[key] = append(in[key], stories[i])
			}
		}
	}
	found := map[lineKey]bool{}
	everywhere := func(key lineKey) bool { n := len(in[key]); return n >= minProse && n*5 >= count*4 }
	for key, where := range in {
		if key.shape != sentence && len(where) >= minReports {
			found[key] = true
		}
	}
	for _, report := range sample {
		spread(report.lines, found, everywhere)
	}
	return found
}

// spread takes for furniture the sentences that stand everywhere and beside a line
// that is furniture already: notices stand in blocks, background stands between
// paragraphs of its report.
func spread(lines []lineKey, found map[lineKey]bool, everywhere func(lineKey) bool) {
	step := func(i, beside int) {
		if beside >= 0 && beside < len(lines) && lines[i].shape == sentence && found[lines[beside]] && everywhere(lines[i]) {
			found[lines[i]] = true
		}
	}
	for i := range lines {
		step(i, i-1)
	}
	for i := len(lines) - 1; i >= 0; i-- {
		step(i, i+1)
	}
}

// storiesOf returns for each report the first one of which it is a version: they
// share half their sentences, and one has hardly any that the other has not.
func storiesOf(sample []surveyed) []int {
	sentences := make([]map[uint64]bool, len(sample))
	for i, report := range sample {
		sentences[i] = map[uint64]bool{}
		for _, key := range report.lines {
			if key.shape == sentence {
				sentences[i][key.hash] = true
			}
		}
	}
	story := make([]int, len(sample))
	for i := range sample {
		story[i] = i
	}
	for i := range sample {
		for j := range i {
			if story[i] == story[j] || !versions(sentences[i], sentences[j]) {
				continue
			}
			from, to := max(story[i], story[j]), min(story[i], story[j])
			for k := range story {
				if story[k] == from {
					story[k] = to
				}
			}
		}
	}
	return story
}

func versions(a, b map[uint64]bool) bool {
	shared := 0
	for hash := range a {
		if b[hash] {
			shared++
		}
	}
	own := min(len(a), len(b)) - shared
	return shared > 0 && shared >= own && own < ownLines
}

// markRecurring labels the lines that the outlet prints on its reports again and
// again. A headline above the text stays: pages link to the reports most read, and
// one of those is this one.
func (l *labelling) markRecurring() {
	if len(l.recurring) == 0 {
		return
	}
	var recur []*line
	first, rest := -1, false
	for i, ln := range l.lines {
		if ln.kind != "" || ln.given == doc.BlockTitle {
			continue
		}
		key := keyOf(ln)
		switch {
		case key.shape != uncounted && l.recurring[key]:
			recur = append(recur, ln)
		case ln.sentence:
			rest = true
			if first < 0 {
				first = i
			}
		}
	}
	if !rest {
		return // nothing but what recurs: then it is what the outlet reports
	}
	for _, ln := range recur {
		if ln.Start < l.lines[first].Start && len(ln.words) > 3 && keyOf(ln).shape == loose {
			continue
		}
		ln.set(doc.BlockBoilerplate, "printed on several reports of the outlet")
		ln.recurs = true
	}
}
