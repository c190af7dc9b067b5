package tag

import (
	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// window gives the words around a position; outside the sentence stands an
// empty word.
type window struct {
	words []word.Word
	// casing says how the sentence as a whole is written: a headline capitalises
	// every word, so that capitals tell nothing of names in it.
	casing uint64
	none   word.Word
}

func newWindow(words []word.Word) window {
	return window{words: words, casing: uint64(Casing(words))}
}

// SentenceCase is how a sentence as a whole is capitalised.
type SentenceCase uint8

// The cases of sentences.
const (
	SentenceNormal  SentenceCase = iota
	SentenceTitled               // most words begin with a capital: a headline
	SentenceUpper                // most words are all capitals
	SentenceLowered              // no capitals at all
)

// Casing looks at the capitals of a sentence.
func Casing(words []word.Word) SentenceCase {
	var lower, title, upper int
	for i := range words {
		switch words[i].Case {
		case word.Lower:
			lower++
		case word.Title, word.Mixed:
			title++
		case word.Upper:
			upper++
		}
	}
	n := lower + title + upper
	switch {
	case n >= 4 && title+upper == 0:
		return SentenceLowered
	case n >= 3 && upper*10 >= n*7:
		return SentenceUpper
	case n >= 4 && (title+upper)*10 >= n*6:
		return SentenceTitled
	}
	return SentenceNormal
}

func (w *window) at(i int) *word.Word {
	if i < 0 || i >= len(w.words) {
		return &w.none
	}
	return &w.words[i]
}

// features collects the features of one position; it is reused for all.
type features struct {
	list [64]uint64
	n    int
}

func (f *features) add(v uint64) {
	f.list[f.n] = perceptron.Feature(f.n, v)
	f.n++
}

// at returns the features of word i, given the tags before it. Each call of add
// is one template; its number is its place in this list.
func (f *features) at(w *window, i int, tags []uint8) []uint64 {
	mix := perceptron.Mix
	f.n = 0
	p2, p1, w0, n1, n2 := w.at(i-2), w.at(i-1), w.at(i), w.at(i+1), w.at(i+2)
	t1, t2 := uint64(1000), uint64(1000)
	if i > 0 {
		t1 = uint64(tags[i-1])
	}
	if i > 1 {
		t2 = uint64(tags[i-2])
	}
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	a0, a1, a2 := uint64(w0.Tags), uint64(n1.Tags), uint64(n2.Tags)
	c0, c1, cp := uint64(w0.Fine), uint64(n1.Fine), uint64(p1.Fine)

	f.add(0) // how frequent each tag is
	f.add(w0.Low)
	f.add(p1.Low)
	f.add(n1.Low)
	f.add(p2.Low)
	f.add(n2.Low)
	f.add(mix(p1.Low, w0.Low))
	f.add(mix(w0.Low, n1.Low))
	f.add(mix(p1.Low, n1.Low))
	for k := range w0.Prefix {
		f.add(w0.Prefix[k])
	}
	for k := range w0.Suffix {
		f.add(w0.Suffix[k])
	}
	f.add(p1.Suffix[2])
	f.add(n1.Suffix[2])
	f.add(mix(w0.Shape, w.casing<<1|first))
	f.add(mix(mix(w0.Shape, w.casing<<1|first), w0.Suffix[1]))
	f.add(mix(mix(uint64(w0.Case)<<8|uint64(p1.Case)<<4|uint64(n1.Case), w.casing<<1|first), a0))
	f.add(mix(w0.Low, w.casing<<3|uint64(w0.Case)))
	f.add(t1)
	f.add(t2)
	f.add(mix(t1, t2))
	f.add(mix(t1, w0.Low))
	f.add(mix(mix(t1, t2), w0.Low))
	f.add(mix(t1, n1.Low))
	f.add(mix(t1, w0.Suffix[2]))
	f.add(a0)
	f.add(a1)
	f.add(a2)
	f.add(mix(a0, a1))
	f.add(mix(t1, a0))
	f.add(mix(mix(t1, a0), a1))
	f.add(mix(mix(t1, t2), a0))
	f.add(mix(mix(a0, a1), a2))
	f.add(mix(t1, mix(w0.Low, a1)))
	f.add(c0)
	f.add(c1)
	f.add(cp)
	f.add(mix(t1, c0))
	f.add(mix(c0, c1))
	f.add(mix(uint64(w0.Middle), mix(uint64(n1.Middle), t1)))
	f.add(mix(uint64(p1.Middle), mix(uint64(w0.Middle), uint64(n1.Middle))))
	f.add(mix(uint64(w0.Capital)<<8|uint64(w0.Case), w.casing<<1|first))
	f.add(mix(uint64(w0.Capital)<<8|uint64(w0.Case), mix(w.casing<<1|first, w0.Suffix[2])))
	f.add(mix(uint64(w0.Capital)<<8|uint64(w0.Case), mix(w.casing<<1|first, t1)))
	return f.list[:f.n]
}
