package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/quote"
)

// folds is in how many parts the reports are divided, so that what stands around a
// cue is weighed against weights counted in other reports.
const folds = 8

// sample is one candidate of the reports with what it turned out to be.
type sample struct {
	quote.Candidate
	fold  int
	right float64 // 1 for yes, 0 for no, .5 where the contents agree in part
}

// group is the construction as the tables name it.
func (s *sample) group() string { return s.Class + " " + s.Takes }

// gold is an annotated attribution.
type gold struct {
	source, cue, content []doc.Span
}

// Overlaps of contents that count in full, and in half.
const (
	near  = .8
	loose = .3
)

// judge finds out which candidates are attributions: the cue is the annotated one,
// the contents agree, and who says it is no part of what is said. Contents that agree
// in part count in half, so that of two readings of a cue the exact one wins.
func judge(found []quote.Candidate, all []gold, fold int) []sample {
	var out []sample
	for _, c := range found {
		right := 0.
		for _, g := range all {
			if len(g.cue) > 0 && !slices.ContainsFunc(g.cue, c.At.Overlaps) || share(g.source, c.Content) || share([]doc.Span{c.Source}, g.content) {
				continue
			}
			switch o := overlap(c.Content, g.content); {
			case o >= near:
				right = 1
			case o >= loose:
				right = max(right, .5)
			}
		}
		// Reports are annotated without attributions inside what others say: these
		// are neither right nor wrong.
		inside := slices.ContainsFunc(all, func(g gold) bool {
			return slices.ContainsFunc(g.content, func(s doc.Span) bool { return s.Contains(c.At) })
		})
		if right > 0 || !inside {
			out = append(out, sample{c, fold, right})
		}
	}
	return out
}

// share reports whether two parts of attributions have text in common.
func share(a, b []doc.Span) bool {
	return slices.ContainsFunc(a, func(s doc.Span) bool { return slices.ContainsFunc(b, s.Overlaps) })
}

// overlap is the length that two contents share, of their length together.
func overlap(a, b []doc.Span) float64 {
	shared, total := 0, 0
	for _, x := range a {
		total += x.Len()
		for _, y := range b {
			if x.Overlaps(y) {
				shared += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	for _, y := range b {
		total += y.Len()
	}
	return float64(shared) / float64(max(1, total-shared))
}

// count is how often a construction is an attribution.
type count struct{ right, all float64 }

func (c count) plus(d count) count { return count{c.right + d.right, c.all + d.all} }

// prior is how many occurrences the average of a construction is worth beside what
// was counted for the word.
const prior = 4

// tally counts constructions of cues, by fold.
type tally struct {
	cues map[string]*[folds]count // "verb that\tsay"
	said map[string]bool          // the constructions that the table has as sayings
	acts map[string]bool          // the constructions that the table has as acts
	// averages of a construction: of the cues that the table has as sayings, and of
	// all other words
	average map[string]*[2][folds]count
}

func newTally(samples []sample, said, acts map[string]bool) *tally {
	t := &tally{make(map[string]*[folds]count), said, acts, make(map[string]*[2][folds]count)}
	for i := range samples {
		s := &samples[i]
		if s.Beside {
			continue
		}
		key := s.group() + "\t" + s.Cue
		if t.cues[key] == nil {
			t.cues[key] = new([folds]count)
		}
		one := count{s.right, 1}
		t.cues[key][s.fold] = t.cues[key][s.fold].plus(one)
		if t.average[s.group()] == nil {
			t.average[s.group()] = new([2][folds]count)
		}
		known := 0
		if said[key] {
			known = 1
		}
		a := t.average[s.group()]
		a[known][s.fold] = a[known][s.fold].plus(one)
	}
	return t
}

// without adds the folds but one; -1 adds all.
func without(all [folds]count, fold int) count {
	var sum count
	for i, c := range all {
		if i != fold {
			sum = sum.plus(c)
		}
	}
	return sum
}

// weight is how often the cue reports speech in the construction, counted in all
// folds but one.
func (t *tally) weight(key string, fold int) float64 {
	group, _, _ := strings.Cut(key, "\t")
	known := 0
	if t.said[key] {
		known = 1
	}
	mean := .5
	if a := t.average[group]; a != nil {
		if c := without(a[known], fold); c.all > 0 {
			mean = (c.right + 1) / (c.all + 3)
		}
	}
	var c count
	if own := t.cues[key]; own != nil {
		c = without(*own, fold)
	}
	return min(.99, max(.01, (c.right+prior*mean)/(c.all+prior)))
}

// The least that a word must have been seen to stand in the table.
const (
	leastRight  = 2
	leastWeight = .32
)

// entries returns the constructions worth a row: those of the table, and every
// other that was seen often enough as an attribution.
func (t *tally) entries() []string {
	var keys []string
	for key, c := range t.cues {
		// Beside the marks any verb will do: such verbs need no row.
		if !t.said[key] && !t.acts[key] && !strings.HasPrefix(key, "verb speech") && without(*c, -1).right >= leastRight && t.weight(key, -1) >= leastWeight {
			keys = append(keys, key)
		}
	}
	for key := range t.said {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, cmp.Compare[string])
	return keys
}

// shown is a weight as the tables write it.
func shown(w float64) string { return fmt.Sprintf("%.2f", w) }
