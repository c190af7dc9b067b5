package name

import (
	"math/bits"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/tag"
	"github.com/readout-project/readout/english/word"
)

// window collects the features of a position.
type window struct {
	words  []word.Word
	tags   []uint8
	told   []told
	casing uint64
	none   word.Word
	list   [128]uint64
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

// alone is what the gazetteer tells of word i by itself.
func (w *window) alone(i int) uint64 {
	if i < 0 || i >= len(w.told) {
		return 1 << 20
	}
	return uint64(w.told[i].alone)
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
	cased := uint64(w0.Case)<<4 | w.casing
	w.add(0) // how frequent each label is
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
	w.add(t0)
	w.add(mix(tp, t0))
	w.add(mix(t0, tn))
	w.add(mix(mix(tp, t0), tn))
	w.add(mix(mix(w.tag(i-2), tp), t0))
	w.add(mix(mix(t0, tn), w.tag(i+2)))
	w.add(mix(mix(w0.Shape, w.casing), t0))
	w.add(mix(mix(p1.Shape, w0.Shape), n1.Shape))
	w.add(mix(uint64(p1.Case)<<8|uint64(w0.Case)<<4|uint64(n1.Case), w.casing))
	for k := range w0.Prefix {
		w.add(mix(w0.Prefix[k], uint64(w0.Case)))
	}
	for k := range w0.Suffix {
		w.add(mix(w0.Suffix[k], uint64(w0.Case)))
	}
	w.add(p1.Suffix[2])
	w.add(n1.Suffix[2])
	w.add(mix(uint64(w0.Fine), uint64(w0.Case)))
	w.add(uint64(p1.Fine))
	w.add(uint64(n1.Fine))
	w.add(mix(uint64(p1.Fine), uint64(w0.Fine)))
	w.add(mix(uint64(w0.Fine), uint64(n1.Fine)))
	w.add(mix(uint64(w0.Middle), uint64(w0.Case)))
	w.add(mix(uint64(w0.Coarse), uint64(w0.Case)))
	w.add(mix(uint64(p1.Middle), mix(uint64(w0.Middle), uint64(n1.Middle))))
	w.add(uint64(w0.Tags))
	head := w.runEnd(i)
	w.add(mix(w.word(head).Low, uint64(min(head-i, 3))))
	w.add(mix(uint64(w.word(head).Fine), uint64(min(head-i, 3))))
	capital := uint64(p1.Capital)<<20 | uint64(w0.Capital)<<16 | uint64(n1.Capital)<<12
	w.add(mix(uint64(w0.Capital), cased))
	w.add(mix(capital, cased))
	known := uint64(p1.Known)<<20 | uint64(w0.Known)<<10 | uint64(n1.Known)
	w.add(mix(uint64(w0.Known), cased))
	w.add(mix(uint64(w0.Known)<<10|uint64(n1.Known), mix(t0, tn)))
	w.add(known)
	w.add(mix(uint64(w.word(head).Known)<<8|uint64(w0.Known), uint64(min(head-i, 3))))
	w.add(w.word(head + 1).Low)
	w.add(mix(uint64(w.word(head).Middle), uint64(w0.Middle)))
	w.add(mix(p1.Low, mix(uint64(w0.Fine), uint64(n1.Fine))))
	a, ap, an, ah := w.alone(i), w.alone(i-1), w.alone(i+1), w.alone(head)
	w.add(mix(a, cased))
	w.add(ap)
	w.add(an)
	w.add(mix(ap, a))
	w.add(mix(a, an))
	w.add(mix(ah, uint64(min(head-i, 3))))
	w.add(mix(mix(ap, a), an))
	w.add(mix(w.alone(i-2), ap))
	t := &w.told[i]
	w.add(mix(t.in, uint64(w0.Known)))
	for rest := t.in; rest != 0 && w.n < len(w.list); rest &= rest - 1 {
		w.list[w.n] = perceptron.Feature(100, uint64(bits.TrailingZeros64(rest)))
		w.n++
	}
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

// candidate tells whether word i may be part of a name at all. Most words of a
// text may not, and it pays not to ask: they are in lower case where names are
// written with capitals, and not near enough to one to stand inside a name.
func (w *window) candidate(i int) bool {
	if w.opens(i) {
		return true
	}
	return w.capital(i-1) || w.capital(i-2) && (w.capital(i+1) || w.capital(i+2))
}

// opens tells whether a name may begin at word i.
func (w *window) opens(i int) bool {
	return w.casing != 0 || w.capital(i) || w.words[i].Capital >= 3
}

// capital tells whether word i has a capital that may be that of a name.
func (w *window) capital(i int) bool {
	x := w.word(i)
	return (x.Case == word.Title || x.Case == word.Upper || x.Case == word.Mixed) && (i != 0 || x.Capital != 1)
}
