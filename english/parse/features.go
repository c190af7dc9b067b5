package parse

import (
	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// features collects the features of one state: those of Zhang and Nivre (2011)
// for the arc-eager system, with word clusters, the prepositions that stand
// before the words in question, and the punctuation between them.
type features struct {
	words []word.Word
	tags  []uint8
	// commas[i] counts the punctuation marks before word i.
	commas []int
	list   [160]uint64
	n      int
}

// nowhere is the tag and the word that stand where no word stands.
const nowhere = 999

func (f *features) sentence(words []word.Word, tags []uint8) {
	f.words, f.tags = words, tags
	f.commas = refill(f.commas, len(words)+1, 0)
	for i := range words {
		f.commas[i+1] = f.commas[i]
		if words[i].Case == word.NoLetters && words[i].Shape == comma {
			f.commas[i+1]++
		}
	}
}

// comma is the shape of a comma.
var comma = word.New(",").Shape

func (f *features) word(i int) uint64 {
	if i < 0 || i >= len(f.words) {
		return nowhere
	}
	return f.words[i].Low
}

func (f *features) tag(i int) uint64 {
	if i < 0 || i >= len(f.tags) {
		return nowhere
	}
	return uint64(f.tags[i])
}

func (f *features) fine(i int) uint64 {
	if i < 0 || i >= len(f.words) {
		return nowhere
	}
	return uint64(f.words[i].Fine)
}

func (f *features) middle(i int) uint64 {
	if i < 0 || i >= len(f.words) {
		return nowhere
	}
	return uint64(f.words[i].Middle)
}

func at(v []int, i int) int {
	if i < 0 || i >= len(v) {
		return -1
	}
	return v[i]
}

func (f *features) add(v uint64) {
	f.list[f.n] = perceptron.Feature(f.n, v)
	f.n++
}

func (f *features) add2(a, b uint64)    { f.add(perceptron.Mix(a, b)) }
func (f *features) add3(a, b, c uint64) { f.add(perceptron.Mix(perceptron.Mix(a, b), c)) }
func (f *features) add4(a, b, c, d uint64) {
	f.add(perceptron.Mix(perceptron.Mix(perceptron.Mix(a, b), c), d))
}

// of returns the features of the state. Each call of add is one template; its
// number is its place in this list.
func (f *features) of(s *state) []uint64 {
	f.n = 0
	f.add(0) // how frequent each move is
	s0, n0 := s.top(), s.next
	n1, n2 := n0+1, n0+2
	if s.again {
		n1, n2 = s.n, s.n
	}
	s1 := -1
	if len(s.stack) > 1 {
		s1 = s.stack[len(s.stack)-2]
	}
	f.ends(s0, n0, n1, n2, s1)
	f.near(s, s0, n0)
	f.family(s, s0, n0)
	f.prepositions(s, s0, s1, n0)
	return f.list[:f.n]
}

// ends looks at the words at the top of the stack and next in line.
func (f *features) ends(s0, n0, n1, n2, s1 int) {
	s0w, s0t, n0w, n0t := f.word(s0), f.tag(s0), f.word(n0), f.tag(n0)
	n1w, n1t, n2w, n2t := f.word(n1), f.tag(n1), f.word(n2), f.tag(n2)
	f.add(s0w)
	f.add(s0t)
	f.add2(s0w, s0t)
	f.add(n0w)
	f.add(n0t)
	f.add2(n0w, n0t)
	f.add(n1w)
	f.add(n1t)
	f.add2(n1w, n1t)
	f.add(n2w)
	f.add(n2t)
	f.add2(n2w, n2t)

	f.add4(s0w, s0t, n0w, n0t)
	f.add3(s0w, s0t, n0w)
	f.add3(s0w, n0w, n0t)
	f.add3(s0w, s0t, n0t)
	f.add3(s0t, n0w, n0t)
	f.add2(s0w, n0w)
	f.add2(s0t, n0t)
	f.add2(n0t, n1t)
	f.add3(n0t, n1t, n2t)
	f.add3(s0t, n0t, n1t)
	f.add4(s0t, n0t, n1t, n2t)
	f.add3(s0t, n0w, n1t)
	f.add3(s0w, n0t, n1t)

	s1w, s1t := f.word(s1), f.tag(s1)
	f.add(s1w)
	f.add(s1t)
	f.add2(s1t, n0t)
	f.add3(s1t, s0t, n0t)
	f.add3(s1w, s0t, n0t)
	f.add3(s1t, s0t, n0w)

	s0c, n0c, n1c, s1c := f.fine(s0), f.fine(n0), f.fine(n1), f.fine(s1)
	s0m, n0m := f.middle(s0), f.middle(n0)
	f.add(s0c)
	f.add(n0c)
	f.add(n1c)
	f.add2(s0c, n0c)
	f.add3(s0m, n0m, s0t)
	f.add3(s0c, n0t, s0t)
	f.add3(s0t, n0c, n0t)
	f.add2(s0c, n0w)
	f.add2(s0w, n0c)
	f.add3(s1c, s0t, n0t)
	f.add4(s0m, n0m, s0t, n0t)
	f.add3(n0t, n1c, s0t)
}

// near looks at how far apart the two words are and what stands between them.
func (f *features) near(s *state, s0, n0 int) {
	d, c := uint64(0), uint64(0)
	if s0 >= 0 {
		d = distance(n0 - s0)
		if s0 < n0 {
			c = uint64(min(f.commas[n0]-f.commas[s0], 3))
		}
	}
	s0w, s0t, n0w, n0t := f.word(s0), f.tag(s0), f.word(n0), f.tag(n0)
	f.add2(s0w, d)
	f.add2(s0t, d)
	f.add2(n0w, d)
	f.add2(n0t, d)
	f.add3(s0w, n0w, d)
	f.add3(s0t, n0t, d)
	f.add3(s0t, n0t, c)
	f.add4(s0t, n0t, d, c)
	again := uint64(0)
	if s.again {
		again = 1
	}
	f.add2(again, uint64(min(len(s.stack), 4)))
}

func distance(d int) uint64 {
	switch {
	case d < 0:
		return 8 // a word that found its place late
	case d < 5:
		return uint64(d)
	case d < 7:
		return 5
	case d < 11:
		return 6
	}
	return 7
}

// family looks at the heads and children found so far.
func (f *features) family(s *state, s0, n0 int) {
	s0w, s0t, n0w, n0t := f.word(s0), f.tag(s0), f.word(n0), f.tag(n0)
	var vl, vr, nl uint64
	var setL, setR, setN uint64
	if s0 >= 0 {
		vl, vr = uint64(s.lefts[s0]), uint64(s.rights[s0])
		setL, setR = s.leftRels[s0], s.rightRels[s0]
	}
	nl, setN = uint64(s.lefts[n0]), s.leftRels[n0]
	f.add3(s0w, vr, 1)
	f.add3(s0t, vr, 1)
	f.add3(s0w, vl, 2)
	f.add3(s0t, vl, 2)
	f.add3(n0w, nl, 3)
	f.add3(n0t, nl, 3)
	f.add2(s0w, setR)
	f.add2(s0t, setR)
	f.add2(s0w, setL)
	f.add2(s0t, setL)
	f.add2(n0w, setN)
	f.add2(n0t, setN)
	f.add3(s0t, setR, n0t)
	f.add3(s0t, setL, n0t)
	f.add3(s0w, setR, n0t)
	f.add4(s0t, setR, setL, n0t)

	h := at(s.head, s0)
	h2 := at(s.head, h)
	l, l2, r, r2 := at(s.leftmost, s0), at(s.left2, s0), at(s.rightmost, s0), at(s.right2, s0)
	nl1, nl2 := at(s.leftmost, n0), at(s.left2, n0)
	rel := func(i int) uint64 { return uint64(int64(at(s.rel, i))) }
	f.add(f.word(h))
	f.add(f.tag(h))
	f.add(rel(s0))
	f.add(f.word(l))
	f.add(f.tag(l))
	f.add(rel(l))
	f.add(f.word(r))
	f.add(f.tag(r))
	f.add(rel(r))
	f.add(f.word(nl1))
	f.add(f.tag(nl1))
	f.add(rel(nl1))
	f.add(f.word(h2))
	f.add(f.tag(h2))
	f.add(rel(h))
	f.add(f.word(r2))
	f.add(f.tag(r2))
	f.add(rel(r2))
	f.add(f.tag(l2))
	f.add(rel(l2))
	f.add(f.tag(nl2))
	f.add(rel(nl2))
	f.add3(s0t, f.tag(l), f.tag(l2))
	f.add3(s0t, f.tag(r), f.tag(r2))
	f.add3(s0t, f.tag(h), f.tag(h2))
	f.add3(n0t, f.tag(nl1), f.tag(nl2))
	f.add3(s0t, f.tag(h), n0t)
	f.add3(s0t, f.tag(l), n0t)
	f.add3(s0t, f.tag(r), n0t)
	f.add3(s0t, n0t, f.tag(nl1))
	f.add4(s0t, rel(s0), n0t, f.tag(h))
	f.add4(s0t, rel(r), n0t, rel(nl1))
	f.add3(s0w, rel(s0), n0t)
	f.add3(f.word(h), s0t, n0t)
}

// prepositions looks at the first word before the next word's phrase, which
// decides what the phrase hangs on ("support for Assad", "spoke with Obama").
func (f *features) prepositions(s *state, s0, s1, n0 int) {
	p := f.word(at(s.leftmost, n0))
	s0w, s0t, n0t := f.word(s0), f.tag(s0), f.tag(n0)
	h := at(s.head, s0)
	f.add3(s0w, p, n0t)
	f.add3(s0t, p, n0t)
	f.add4(s0t, p, n0t, f.tag(h))
	f.add3(f.word(h), p, n0t)
	f.add3(f.word(s1), p, n0t)
	f.add3(f.fine(s0), p, n0t)
	f.add3(f.fine(h), p, s0t)
	f.add4(s0w, p, f.word(n0), 4)
	f.add3(f.fine(s0), p, f.fine(n0))
}
