package eval

import (
	"cmp"
	"slices"

	"github.com/readout-project/readout/doc"
)

// spanPair is a gold span and a found one, by their indexes.
type spanPair struct{ gold, found int }

// pairSpans pairs gold and found spans that overlap, one to one: equal spans
// first, then by length of overlap, then by order in the text.
func pairSpans(gold, found []doc.Span) []spanPair {
	type candidate struct {
		spanPair
		equal   bool
		overlap int
	}
	var all []candidate
	for i, g := range gold {
		for j, f := range found {
			if n := min(g.End, f.End) - max(g.Start, f.Start); n > 0 {
				all = append(all, candidate{spanPair{i, j}, g == f, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		if a.equal != b.equal {
			if a.equal {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.overlap, a.overlap)
	})
	usedGold, usedFound := make([]bool, len(gold)), make([]bool, len(found))
	var out []spanPair
	for _, c := range all {
		if !usedGold[c.gold] && !usedFound[c.found] {
			usedGold[c.gold], usedFound[c.found] = true, true
			out = append(out, c.spanPair)
		}
	}
	return out
}

// f1 is the harmonic mean of precision and recall, in percent.
func f1(right, found, gold int) float64 {
	if found+gold == 0 {
		return 0
	}
	return 200 * float64(right) / float64(found+gold)
}
