// Package network is the neural part of the parser: from the words and tags of
// sentences to scores of heads, relations and corrected tags.
//
// A word is what the tables say of its form, its ends, its shape, its clusters
// and its tag. Layers of long short-term memory read the sentence from both sides
// (Kiperwasser and Goldberg 2016); a biaffine product scores every word as head of
// every other (Dozat and Manning 2017); a small layer over the pair scores the
// relation; another over the first layer corrects the tag. All products are of
// whole numbers, so that every processor gives the same scores. It reads the file
// that package learn makes. It builds no tree: package parse does.
package network

import (
	"github.com/readout-project/readout/english/matrix"
)

// Sizes are the widths of the layers, all multiples of 16 but Layers.
type Sizes struct {
	Layers int // of memory, each in both directions
	Hidden int // cells in each direction, at most 256
	Arc    int // of the vectors whose product scores an arc
	Label  int // of the layer that scores the relation
}

// Shipped are the sizes of the parser in the program.
var Shipped = Sizes{Layers: 2, Hidden: 192, Arc: 128, Label: 128}

// Padded rounds up to a whole panel of 16.
func Padded(n int) int { return (n + 15) / 16 * 16 }

// Network is a trained network. It is immutable and safe for concurrent use.
type Network struct {
	Sizes      Sizes
	Relations  []string // by number; without that of the root
	Vocabulary *Vocabulary

	tables [Tables][]int16 // row after row
	unit   float32         // what 1 is worth in the tables
	layers []layer
	tags   linear
	pairs  linear // each word as dependent and head of arcs, then of relations
	arcs   linear
	labels linear

	root      []int16 // the root as head of arcs
	rootScale float32
}

// layer is a layer of memory: gates in the order input, forget, output, candidate.
type layer struct {
	project linear             // what comes in → gates of both directions
	recur   [2]*matrix.Weights // the state → gates
}

// linear is a matrix with an offset.
type linear struct {
	w      *matrix.Weights
	offset []float32
}

func (l *linear) apply(dst []float32, x []int16, unit float32, rows int) []float32 {
	dst = resized(dst, rows*l.w.Outputs)
	l.w.Multiply(dst, x, unit, rows, l.offset)
	return dst
}

func (l *linear) applyRows(dst []float32, x []int16, units []float32, rows int) []float32 {
	dst = resized(dst, rows*l.w.Outputs)
	l.w.MultiplyRows(dst, x, units, rows, l.offset)
	return dst
}

// resized returns n values in the memory of s where it suffices; they hold
// whatever was there.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
