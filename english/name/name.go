// Package name finds names of persons, organisations and places: an averaged
// perceptron gives each word of a sentence a label that says whether a name
// begins there, goes on, or neither.
//
// It reads word.Words with their joint tags and writes ranges of words. It does
// not say who is named, and a title ("President") is no part of a name.
package name

import (
	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/tag"
	"github.com/readout-project/readout/english/word"
)

// Labels are the decisions, "O" first. A label's number is its place.
var labels = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}

// Name is a name: words [First, Last) and its kind, "PER", "ORG" or "LOC".
type Name struct {
	First, Last int
	Kind        string
}

// Finder is a trained name finder. It is immutable and safe for concurrent use.
type Finder struct{ table *perceptron.Table }

// Find returns the names of a sentence in order.
func (f *Finder) Find(words []word.Word, tags []uint8) []Name {
	var s perceptron.Scores
	w := newWindow(words, tags)
	last := uint8(0)
	var out []Name
	for i := range words {
		clear(s[:len(labels)])
		f.table.Add(w.features(i), &s)
		last = best(&s, last)
		w.given = append(w.given, last)
		switch {
		case last == 0:
		case last%2 == 1: // B
			out = append(out, Name{i, i + 1, labels[last][2:]})
		default:
			out[len(out)-1].Last = i + 1
		}
	}
	return out
}

// best returns the highest-scoring label that may follow the last: a name goes
// on only where one of its kind stands.
func best(s *perceptron.Scores, last uint8) uint8 {
	b := uint8(0)
	for c := uint8(1); int(c) < len(labels); c++ {
		if c%2 == 0 && last != c && last != c-1 {
			continue
		}
		if s[c] > s[b] {
			b = c
		}
	}
	return b
}

// window collects the features of a position.
type window struct {
	words  []word.Word
	tags   []uint8
	given  []uint8 // labels so far
	casing uint64
	none   word.Word
	list   [80]uint64
	n      int
}

func newWindow(words []word.Word, tags []uint8) *window {
	return &window{words: words, tags: tags, casing: uint64(tag.Casing(words))}
}

func (w *window) word(i int) *word.Word {
	if i < 0 || i >= len(w.words) {
		return &w.none
	}
	return &w.words[i]
}

func (w *window) tag(i int) uint64 {
	if i < 0 || i >= len(w.tags) {
		return 999
	}
	return uint64(w.tags[i])
}

func (w *window) label(i int) uint64 {
	if i < 0 {
		return 99
	}
	return uint64(w.given[i])
}

func (w *window) add(v uint64) {
	w.list[w.n] = perceptron.Feature(w.n, v)
	w.n++
}

// features returns the features of word i. Each call of add is one template; its
// number is its place in this list.
func (w *window) features(i int) []uint64 {
	mix := perceptron.Mix
	w.n = 0
	p2, p1, w0, n1, n2 := w.word(i-2), w.word(i-1), w.word(i), w.word(i+1), w.word(i+2)
	tp, t0, tn := w.tag(i-1), w.tag(i), w.tag(i+1)
	l1, l2 := w.label(i-1), w.label(i-2)
	cased := uint64(w0.Case)<<4 | w.casing
	w.add(0) // how frequent each label is
	w.add(l1)
	w.add(mix(l1, l2))
	w.add(mix(w0.Low, cased))
	w.add(w0.Low)
	w.add(p1.Low)
	w.add(n1.Low)
	w.add(p2.Low)
	w.add(n2.Low)
	w.add(mix(p1.Low, w0.Low))
	w.add(mix(w0.Low, n1.Low))
	w.add(mix(p2.Low, p1.Low))
	w.add(mix(n1.Low, n2.Low))
	w.add(mix(l1, w0.Low))
	w.add(mix(l1, p1.Low))
	w.add(mix(l1, n1.Low))
	w.add(t0)
	w.add(mix(tp, t0))
	w.add(mix(t0, tn))
	w.add(mix(mix(tp, t0), tn))
	w.add(mix(mix(w.tag(i-2), tp), t0))
	w.add(mix(mix(t0, tn), w.tag(i+2)))
	w.add(mix(l1, t0))
	w.add(mix(mix(l1, t0), tn))
	w.add(mix(l1, mix(t0, cased)))
	w.add(mix(mix(w0.Shape, w.casing), t0))
	w.add(mix(mix(p1.Shape, w0.Shape), n1.Shape))
	w.add(mix(uint64(p1.Case)<<8|uint64(w0.Case)<<4|uint64(n1.Case), w.casing))
	w.add(mix(mix(l1, uint64(p1.Case)<<8|uint64(w0.Case)<<4|uint64(n1.Case)), w.casing))
	for k := range w0.Prefix {
		w.add(mix(w0.Prefix[k], uint64(w0.Case)))
	}
	for k := range w0.Suffix {
		w.add(mix(w0.Suffix[k], uint64(w0.Case)))
	}
	w.add(p1.Suffix[2])
	w.add(n1.Suffix[2])
	w.add(mix(uint64(w0.Fine), uint64(w0.Case)))
	w.add(mix(uint64(w0.Fine), l1))
	w.add(uint64(p1.Fine))
	w.add(uint64(n1.Fine))
	w.add(mix(uint64(p1.Fine), uint64(w0.Fine)))
	w.add(mix(uint64(w0.Fine), uint64(n1.Fine)))
	w.add(mix(uint64(w0.Middle), uint64(w0.Case)))
	w.add(mix(uint64(w0.Coarse), uint64(w0.Case)))
	w.add(mix(uint64(p1.Middle), mix(uint64(w0.Middle), uint64(n1.Middle))))
	w.add(uint64(w0.Tags))
	w.add(mix(l1, mix(uint64(w0.Tags), uint64(n1.Tags))))
	head := w.runEnd(i)
	w.add(mix(w.word(head).Low, uint64(min(head-i, 3))))
	w.add(mix(uint64(w.word(head).Fine), uint64(min(head-i, 3))))
	w.add(mix(w.word(head+1).Low, l1))
	w.add(mix(uint64(w.word(head).Middle), mix(uint64(w0.Middle), l1)))
	capital := uint64(p1.Capital)<<20 | uint64(w0.Capital)<<16 | uint64(n1.Capital)<<12
	w.add(mix(uint64(w0.Capital), cased))
	w.add(mix(capital, cased))
	w.add(mix(capital|uint64(p1.Case)<<8|uint64(n1.Case), mix(cased, l1)))
	known := uint64(p1.Known)<<20 | uint64(w0.Known)<<10 | uint64(n1.Known)
	w.add(mix(uint64(w0.Known), cased))
	w.add(mix(uint64(w0.Known), l1))
	w.add(mix(known, l1))
	w.add(mix(uint64(w.word(head).Known)<<8|uint64(w0.Known), mix(uint64(min(head-i, 3)), l1)))
	w.add(mix(uint64(w0.Known)<<10|uint64(n1.Known), mix(t0, tn)))
	return w.list[:w.n]
}

// runEnd returns the last word of the run of capitalised words that holds word
// i, at most four further: the last word tells the kind of a name best ("Foreign
// Ministry", "Golan Heights").
func (w *window) runEnd(i int) int {
	j := i
	for j < i+4 && j+1 < len(w.words) {
		if c := w.words[j+1].Case; c != word.Title && c != word.Upper && c != word.Mixed {
			break
		}
		j++
	}
	return j
}
