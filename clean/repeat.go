package clean

import (
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// shingle is how many words in a row are compared. Three are enough to tell
// lines apart and short enough to survive an edited word.
const shingle = 3

// maxPostings bounds how many lines are remembered for one shingle: words that
// more lines share tell nothing, and without a bound a page of equal lines would
// take quadratic time.
const maxPostings = 8

// shingles returns the hashes of all runs of words.
func shingles(words []string) []uint64 {
	if len(words) < shingle {
		return nil
	}
	hashes := make([]uint64, len(words))
	for i, w := range words {
		h := fnv.New64a()
		io.WriteString(h, w)
		hashes[i] = h.Sum64()
	}
	runs := make([]uint64, 0, len(words)-shingle+1)
	for i := 0; i+shingle <= len(words); i++ {
		// Multiplying by an odd constant between words keeps their order.
		run := uint64(0)
		for _, h := range hashes[i : i+shingle] {
			run = run*0x9e3779b97f4a7c15 + h
		}
		runs = append(runs, run)
	}
	return runs
}

// shingleIndex finds the lines that share runs of words with a line.
type shingleIndex map[uint64][]int32

// add remembers a line.
func (x shingleIndex) add(id int, runs []uint64) {
	for _, run := range runs {
		if ids := x[run]; len(ids) < maxPostings && (len(ids) == 0 || ids[len(ids)-1] != int32(id)) {
			x[run] = append(ids, int32(id))
		}
	}
}

// best returns the line, other than self, that shares most runs of words, the
// earlier of two, and the share of the runs found in it; -1 when none does.
func (x shingleIndex) best(self int, runs []uint64) (id int, share float64) {
	shared := map[int32]int{}
	for _, run := range runs {
		for _, other := range x[run] {
			if int(other) != self {
				shared[other]++
			}
		}
	}
	id, most := -1, 0
	for other, n := range shared {
		if n > most || n == most && int(other) < id {
			id, most = int(other), n
		}
	}
	if id < 0 {
		return -1, 0
	}
	return id, float64(most) / float64(len(runs))
}

// markRepeats labels what the report prints a second time; the first printing
// keeps its own kind. Reports are pasted twice whole, and captions and summaries
// stand both above and within them.
func (l *labelling) markRepeats() {
	seen := map[string]bool{}
	index := shingleIndex{}
	for i, ln := range l.lines {
		comparable := ln.kind == "" || ln.kind == doc.BlockCaption || ln.kind == doc.BlockTitle
		if !comparable || len(ln.words) == 0 {
			continue
		}
		key := strings.Join(ln.words, " ")
		switch {
		case ln.kind == doc.BlockTitle:
		case seen[key]:
			ln.set(doc.BlockRepeat, "same words as an earlier line")
			continue
		case ln.kind == "" && len(ln.words) >= 6:
			if other, share := index.best(i, ln.runs); share >= .5 && nearEqual(l.lines[other], ln) {
				ln.set(doc.BlockRepeat, "nearly the words of an earlier line")
				continue
			}
		}
		seen[key] = true
		index.add(i, ln.runs)
	}
}

// nearEqual reports whether two lines are printings of one: at least 90 % of the
// words of either are in the other, and none of the differing words is a number, a
// negation or a name, for then the lines tell different things.
func nearEqual(a, b *line) bool {
	counts := map[string]int{}
	for _, w := range a.words {
		counts[w]++
	}
	common := 0
	var differing []string
	for _, w := range b.words {
		if counts[w] > 0 {
			counts[w]--
			common++
		} else {
			differing = append(differing, w)
		}
	}
	if common*100 < 90*max(len(a.words), len(b.words)) {
		return false
	}
	for _, w := range a.words {
		if counts[w] > 0 {
			differing = append(differing, w)
		}
	}
	names := capitals(a.text, capitals(b.text, map[string]bool{}))
	return !slices.ContainsFunc(differing, func(w string) bool { return distinguishes(w) || names[w] })
}

// capitals adds the words that a line writes with a capital within a sentence.
func capitals(text string, names map[string]bool) map[string]bool {
	starts := true
	for _, field := range strings.Fields(text) {
		for i, w := range foldWords(field) {
			if !starts && i == 0 && capitalStart(field) {
				names[w] = true
			}
		}
		starts = strings.HasSuffix(field, ".") || strings.HasSuffix(field, ":")
	}
	return names
}

// distinguishes reports whether a word alone makes two lines tell different things.
func distinguishes(w string) bool {
	if w[0] >= '0' && w[0] <= '9' {
		return true
	}
	switch w {
	case "no", "not", "never", "nor", "neither", "none", "without", "cannot", "denied", "denies",
		"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundred", "hundreds",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return strings.HasSuffix(w, "nt") && (strings.HasPrefix(w, "did") || strings.HasPrefix(w, "was") || strings.HasPrefix(w, "has") ||
		strings.HasPrefix(w, "is") || strings.HasPrefix(w, "does") || strings.HasPrefix(w, "are") || strings.HasPrefix(w, "were") || strings.HasPrefix(w, "wo"))
}
