package split

import (
	"unicode"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

func (p *piece) add(v uint64) {
	p.list[p.n] = perceptron.Feature(p.n, v)
	p.n++
}

// char is the plain rune at i with digits as one; 0 outside the piece.
func (p *piece) char(i int) uint64 {
	if i < 0 || i >= len(p.runes) {
		return 0
	}
	if r := p.runes[i]; kind(r) != digit {
		return uint64(r)
	}
	return '0'
}

// sort is the kind of rune at i, coarser than char.
func (p *piece) sort(i int) uint64 {
	c := p.char(i)
	switch {
	case c == 0 || c == '0':
		return c
	case unicode.IsUpper(rune(c)):
		return 'X'
	case unicode.IsLetter(rune(c)):
		return 'x'
	}
	return c
}

// features returns the features of the place. Each call of add is one template;
// its number is its place in this list.
func (p *piece) features() []uint64 {
	mix := perceptron.Mix
	p.n = 0
	i := p.place
	c := &p.chunks[p.chunk]
	// At the end of a chunk what follows is the next chunk, and 1 or 2 line breaks
	// (0 for a plain space) stand between.
	end, breaks := uint64(0), uint64(0)
	next, after := chunk{}, chunk{}
	if i == c.end {
		end, breaks = 1, uint64(min(c.breaks, 1))
	}
	if p.chunk+1 < len(p.chunks) {
		next = p.chunks[p.chunk+1]
	}
	if p.chunk+2 < len(p.chunks) {
		after = p.chunks[p.chunk+2]
	}
	f := i // the first rune of what follows
	if end == 1 {
		f = next.start
	}
	cur := p.current()
	gap := end<<1 | breaks
	l1, l2, l3 := p.char(i-1), p.char(i-2), p.char(i-3)
	r1, r2, r3 := p.char(f), p.char(f+1), p.char(f+2)
	s1, s2, s3, s4 := p.sort(i-1), p.sort(i-2), p.sort(i-3), p.sort(i-4)
	t1, t2, t3, t4 := p.sort(f), p.sort(f+1), p.sort(f+2), p.sort(f+3)
	length := uint64(min(i-p.start, 6))
	linked := uint64(0)
	if c.link {
		linked = 1
	}
	first, opening := uint64(next.first), uint64(p.marks%2)

	p.add(gap)
	p.add(mix(l1, gap))
	p.add(mix(r1, gap))
	p.add(mix(mix(l1, r1), gap))
	p.add(mix(mix(l2, l1), gap))
	p.add(mix(mix(r1, r2), gap))
	p.add(mix(mix(mix(l2, l1), r1), gap))
	p.add(mix(mix(mix(l1, r1), r2), gap))
	p.add(mix(mix(mix(mix(l2, l1), r1), r2), gap))
	p.add(mix(mix(mix(l3, l2), l1), gap))
	p.add(mix(mix(mix(r1, r2), r3), gap))
	p.add(mix(mix(mix(mix(s2, s1), t1), t2), gap))
	p.add(mix(mix(mix(mix(mix(mix(s3, s2), s1), t1), t2), t3), gap))
	p.add(mix(mix(mix(mix(mix(mix(mix(mix(s4, s3), s2), s1), t1), t2), t3), t4), gap))
	p.add(mix(cur, gap))
	p.add(mix(mix(cur, r1), gap))
	p.add(mix(mix(cur, t1), mix(t2, gap)))
	p.add(mix(mix(cur, length), mix(first, gap)))
	p.add(mix(c.low, mix(uint64(i-c.start), gap)))
	p.add(mix(c.shape, mix(uint64(i-c.start), gap)))
	p.add(mix(c.shape, mix(mix(s1, t1), gap)))
	p.add(mix(linked, mix(mix(l1, r1), gap)))
	p.add(mix(linked, mix(length, mix(uint64(min(c.end-i, 6)), gap))))
	p.add(mix(p.before[0], mix(cur, gap)))
	p.add(mix(p.before[0], mix(l1, mix(first, gap))))
	p.add(mix(p.rest(i, c), gap))
	p.add(mix(p.rest(i, c), mix(cur, gap)))
	if end == 0 {
		if l1 == '-' || r1 == '-' {
			p.hyphen(i, c, gap)
		}
		return p.list[:p.n]
	}
	// Whether the sentence ends is read from what surrounds the white space.
	p.add(mix(next.letters, mix(l1, gap)))
	p.add(mix(next.tags, mix(mix(l1, l2), mix(first, gap))))
	p.add(mix(next.tags, mix(cur, mix(first, gap))))
	p.add(mix(next.low, mix(l1, mix(first, gap))))
	p.add(mix(first, mix(cur, mix(p.before[0], gap))))
	p.add(mix(first, mix(l1, mix(t1, gap))))
	p.add(mix(first, mix(mix(mix(l1, l2), l3), gap)))
	p.add(mix(first, mix(uint64(after.first), mix(l1, gap))))
	p.add(mix(mix(next.letters, after.letters), mix(l1, gap)))
	p.add(mix(opening, mix(mix(l1, l2), mix(r1, mix(first, gap)))))
	p.add(mix(opening, mix(l1, mix(first, gap))))
	p.add(mix(uint64(min(p.sofar, 8)), mix(l1, mix(first, gap))))
	p.add(mix(uint64(min(p.sofar/8, 6)), mix(l1, mix(first, gap))))
	p.add(mix(mix(p.before[0], p.before[1]), mix(l1, mix(first, gap))))
	p.add(mix(length, mix(mix(s1, s2), mix(first, mix(next.tags, gap)))))
	p.add(mix(c.shape, mix(next.shape, gap)))
	p.add(mix(c.low, mix(next.letters, gap)))
	p.add(mix(c.low, mix(first, gap)))
	p.add(mix(next.capital, mix(mix(l1, l2), mix(first, gap))))
	p.add(mix(next.capital, mix(cur, mix(first, gap))))
	return p.list[:p.n]
}

// hyphen looks at the words on both sides of a hyphen beside the place: it is the
// first that decides whether the treebanks keep them together ("anti-ship",
// "co-founder") or not ("US-led").
func (p *piece) hyphen(i int, c *chunk, gap uint64) {
	mix := perceptron.Mix
	h, side := i, uint64(1)
	if p.runes[i-1] == '-' {
		h, side = i-1, 2
	}
	a, b := h, h+1
	for a > c.start && h-a < maxLook && kind(p.runes[a-1]) == letter {
		a--
	}
	for b < c.end && b-h <= maxLook && kind(p.runes[b]) == letter {
		b++
	}
	left, right := p.lex.Word(string(p.runes[a:h])), p.lex.Word(string(p.runes[h+1:b]))
	side |= gap << 2
	p.add(mix(left.Low, side))
	p.add(mix(right.Low, side))
	p.add(mix(uint64(left.Tags), mix(uint64(left.Case), side)))
	p.add(mix(uint64(left.Tags)<<16|uint64(right.Tags), mix(uint64(left.Case), side)))
	p.add(mix(uint64(left.Coarse)<<16|uint64(right.Coarse), side))
	p.add(mix(uint64(min(h-a, 6))<<8|uint64(left.Case), side))
	p.add(mix(uint64(left.Capital)<<8|uint64(left.Case), side))
}

// rest is the hash of the letters that follow inside the chunk: "s", "re", "ll"
// after an apostrophe, "com" after a dot.
func (p *piece) rest(i int, c *chunk) uint64 {
	h := uint64(7)
	for k := i; k < c.end && k < i+6; k++ {
		if k > i && kind(p.runes[k]) == other {
			return h
		}
		h = perceptron.Mix(h, uint64(word.Fold(p.runes[k])))
	}
	if c.end > i+6 {
		return 0
	}
	return h
}
