package record

import (
	"cmp"
	"slices"

	"github.com/readout-project/readout/doc"
)

// sharing answers which words two reports share.
type sharing map[[2]int][]sharedRun

// sharedRun is a stretch of shared text; a belongs to the report with the lower
// index.
type sharedRun struct {
	a, b doc.Span
	kind CopyKind
}

func newSharing(copies []Copy) sharing {
	s := make(sharing)
	for _, c := range copies {
		for _, r := range c.Runs {
			if c.From < c.To {
				s[[2]int{c.From, c.To}] = append(s[[2]int{c.From, c.To}], sharedRun{r.From, r.To, c.Kind})
			} else {
				s[[2]int{c.To, c.From}] = append(s[[2]int{c.To, c.From}], sharedRun{r.To, r.From, c.Kind})
			}
		}
	}
	return s
}

// pairs lists the pairs of reports that share text, in order.
func (s sharing) pairs() [][2]int {
	out := make([][2]int, 0, len(s))
	for p := range s {
		out = append(out, p)
	}
	slices.SortFunc(out, func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	return out
}

// any reports whether two reports share text at all.
func (s sharing) any(x, y int) bool { return len(s[[2]int{min(x, y), max(x, y)}]) > 0 }

// reused reports whether one of two reports is a copy of the other or derived from it.
func (s sharing) reused(x, y int) bool {
	for _, r := range s[[2]int{min(x, y), max(x, y)}] {
		if r.kind == FullCopy || r.kind == Derived {
			return true
		}
	}
	return false
}

// muchShared is the length in bytes of a run of words that is as much as can be
// asked for: some forty words.
const muchShared = 250

// amount is the length of the longest run two reports share, 0 to 3.
func (s sharing) amount(x, y int) float64 {
	longest := 0
	for _, r := range s[[2]int{min(x, y), max(x, y)}] {
		longest = max(longest, r.a.Len())
	}
	return 3 * float64(min(longest, muchShared)) / muchShared
}

// within returns the longest stretch of x's span that lies in a run of words shared
// with y's span; empty when there is none.
func (s sharing) within(x int, sx doc.Span, y int, sy doc.Span) doc.Span {
	var longest doc.Span
	for _, r := range s[[2]int{min(x, y), max(x, y)}] {
		rx, ry := r.a, r.b
		if x > y {
			rx, ry = r.b, r.a
		}
		if !rx.Overlaps(sx) || !ry.Overlaps(sy) {
			continue
		}
		if part := (doc.Span{Start: max(rx.Start, sx.Start), End: min(rx.End, sx.End)}); part.Len() > longest.Len() {
			longest = part
		}
	}
	return longest
}

// disjoint is a forest of disjoint sets.
type disjoint []int

func newDisjoint(n int) disjoint {
	d := make(disjoint, n)
	for i := range d {
		d[i] = i
	}
	return d
}

func (d disjoint) find(i int) int {
	for d[i] != i {
		d[i] = d[d[i]]
		i = d[i]
	}
	return i
}

// join unites two sets under the lower number.
func (d disjoint) join(i, j int) {
	if i, j = d.find(i), d.find(j); i < j {
		d[j] = i
	} else {
		d[i] = j
	}
}

// sets lists the members of each set, in the order of their lowest members.
func (d disjoint) sets() [][]int {
	at := make(map[int]int)
	var out [][]int
	for i := range d {
		root := d.find(i)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}
