// Package eval scores what the pipeline finds against gold sets in their shared
// formats, and holds the floors below which no score may fall.
//
// It reads the sets under a folder that the caller names (never needed at run
// time), runs the stages in question, and writes scores. The definitions are
// those of the reference scorers beside the sets; docs/evaluation.md repeats
// them. It trains nothing and tunes nothing.
package eval

import "context"

// Score is one figure measured on one set.
type Score struct {
	Set   string  // "ewt.test"
	Name  string  // "LAS"
	Value float64 // percent, 0 to 100, unless Name says otherwise
	N     int     // how many gold items it rests on
}

// Measure scores one part of the program. sets is the folder that holds the
// evaluation sets; log takes lines of progress.
type Measure func(ctx context.Context, sets string, log func(string)) ([]Score, error)
