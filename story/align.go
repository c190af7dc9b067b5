package story

import (
	"cmp"
	"slices"

	"github.com/readout-project/readout/doc"
)

// seed is a word sequence that two reports share, with where it begins in each.
type seed struct{ a, b, posA, posB int32 }

// wordRun is a stretch of n words that two reports share.
type wordRun struct{ a, b, n int }

// occurrence is one place of one word sequence.
type occurrence struct {
	gram     uint64
	doc, pos int32
}

// samePlaces bounds how often one report may repeat a sequence and still offer
// each place as a seed; what a report says over and over is not worth more.
const samePlaces = 3

// seedsOf pairs the reports that share a word sequence, in the order of the pairs.
func seedsOf(docs []*doc.Document, words [][]word) []seed {
	var all []occurrence
	for i, ws := range words {
		for p := 0; p+gram <= len(ws); p++ {
			h := uint64(14695981039346656037)
			for _, w := range ws[p : p+gram] {
				h = (h ^ w.hash) * 1099511628211
				h ^= h >> 29
			}
			all = append(all, occurrence{h, int32(i), int32(p)})
		}
	}
	slices.SortFunc(all, func(x, y occurrence) int {
		return cmp.Or(cmp.Compare(x.gram, y.gram), cmp.Compare(x.doc, y.doc), cmp.Compare(x.pos, y.pos))
	})
	var seeds []seed
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].gram == all[0].gram {
			n++
		}
		seeds = pairUp(docs, words, all[:n], seeds)
		all = all[n:]
	}
	slices.SortFunc(seeds, func(x, y seed) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b),
			cmp.Compare(x.posA-x.posB, y.posA-y.posB), cmp.Compare(x.posA, y.posA))
	})
	return seeds
}

// pairUp adds the seeds that the occurrences of one sequence give.
func pairUp(docs []*doc.Document, words [][]word, all []occurrence, seeds []seed) []seed {
	var kept []occurrence
	reports, here := 0, 0
	for i, o := range all {
		if i == 0 || o.doc != all[i-1].doc {
			reports, here = reports+1, 0
		}
		if here++; here <= samePlaces {
			kept = append(kept, o)
		}
	}
	if reports < 2 || reports > commonIn {
		return seeds
	}
	habit := habits(docs, words, kept)
	for i, x := range kept {
		for _, y := range kept[i+1:] {
			if x.doc == y.doc || habit != nil && (habit[docs[x.doc].Report.Outlet] || habit[docs[y.doc].Report.Outlet]) {
				continue
			}
			seeds = append(seeds, seed{x.doc, y.doc, x.pos, y.pos})
		}
	}
	return seeds
}

// habits names the outlets of which at least outletHabit reports print the
// sequence as their own words: it is their furniture, and no sign of reuse.
func habits(docs []*doc.Document, words [][]word, all []occurrence) map[string]bool {
	if len(all) < outletHabit {
		return nil
	}
	count := make(map[string]int)
	for i, o := range all {
		outlet := docs[o.doc].Report.Outlet
		if outlet == "" || i > 0 && all[i-1].doc == o.doc || words[o.doc][o.pos].quoted {
			continue
		}
		count[outlet]++
	}
	var out map[string]bool
	for outlet, n := range count {
		if n >= outletHabit {
			if out == nil {
				out = make(map[string]bool)
			}
			out[outlet] = true
		}
	}
	return out
}

// align extends the seeds of one pair to the longest exact runs and keeps those
// that do not mostly repeat a longer one.
func align(a, b []word, seeds []seed) []wordRun {
	var runs []wordRun
	for _, s := range seeds {
		pa, pb := int(s.posA), int(s.posB)
		if n := len(runs); n > 0 {
			last := runs[n-1]
			if last.a-last.b == pa-pb && pa < last.a+last.n {
				continue // within the run before, on the same diagonal
			}
		}
		if hashMismatch(a[pa:pa+gram], b[pb:pb+gram]) {
			continue
		}
		r := wordRun{pa, pb, gram}
		for r.a > 0 && r.b > 0 && a[r.a-1].hash == b[r.b-1].hash {
			r.a, r.b, r.n = r.a-1, r.b-1, r.n+1
		}
		for r.a+r.n < len(a) && r.b+r.n < len(b) && a[r.a+r.n].hash == b[r.b+r.n].hash {
			r.n++
		}
		runs = append(runs, r)
	}
	slices.SortStableFunc(runs, func(x, y wordRun) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	var kept []wordRun
	for _, r := range runs {
		if 2*used(usedA[r.a:r.a+r.n]) > r.n || 2*used(usedB[r.b:r.b+r.n]) > r.n {
			continue
		}
		for k := range r.n {
			usedA[r.a+k], usedB[r.b+k] = true, true
		}
		kept = append(kept, r)
	}
	slices.SortFunc(kept, func(x, y wordRun) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return kept
}

func hashMismatch(a, b []word) bool {
	for i := range a {
		if a[i].hash != b[i].hash {
			return true
		}
	}
	return false
}

func used(flags []bool) int {
	n := 0
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}
