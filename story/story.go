// Package story finds out which reports belong together: which tell one story,
// and which share text.
//
// It reads documents that went through the pipeline (the words of the blocks
// that are read, quotation marks, entities, dates of publication) and writes
// groups of reports and a list of shared passages with their spans on both
// sides. Stories are made by average-link clustering of TF-IDF vectors, after
// the detection of stories in news streams; copies by word six-grams and exact
// alignment, because the overlap of two sets of shingles finds a third of what
// is reused. It does not say which events are the same: that is the record's.
package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// Result is what a set of reports falls into. Reports are named by their index.
type Result struct {
	// Stories lists the reports of each story in the order of reading; stories
	// stand in the order of their first reports. Every report that was read is
	// in exactly one.
	Stories [][]int
	Copies  []Copy
}

// Group finds the stories and copies among reports. The order of the reports
// changes no group.
func Group(docs []*doc.Document) Result {
	words := make([][]word, len(docs))
	var order []int
	for i, d := range docs {
		if d.Report.Status == doc.StatusRead || d.Report.Status == "" {
			words[i] = wordsOf(d)
			order = append(order, i)
		}
	}
	// A canonical order keeps floating-point sums and ties the same whatever
	// order the reports come in.
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(docs[a].Report.ID, docs[b].Report.ID), strings.Compare(docs[a].Text, docs[b].Text))
	})
	copies := copiesOf(docs, words)
	v := vectors(docs, words, english(), order)
	return Result{Stories: cluster(docs, v, order, copies), Copies: copies}
}
