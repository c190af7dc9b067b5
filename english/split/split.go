// Package split cuts text into sentences and words: an averaged perceptron
// decides at each place where a word may end whether it does and whether the
// sentence ends with it.
//
// It reads plain text and writes byte spans. Words are substrings of the text,
// cut as the treebanks cut them: "U.S." is one word, "don't" is "do" and "n't",
// "US-led" is "US", "-" and "led". White space always ends a word and is part of
// none; a blank line always ends a sentence. It changes no byte and drops none
// that is not white space.
package split

import (
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Token is a word in bytes of the text that was split.
type Token struct {
	Start, End int
	Last       bool // it ends its sentence
}

// Splitter is a trained splitter. It is immutable and safe for concurrent use.
type Splitter struct {
	table *perceptron.Table
	// runs are the letter runs that treebanks cut though nothing shows it
	// ("cannot", "gonna"), with the rune offsets of the cuts, by folded hash.
	runs map[uint64][]uint8
}

// The decisions.
const (
	inside  = iota // the word goes on
	wordEnd        // the word ends here
	sentEnd        // and so does the sentence
	decisions
)

// maxPiece bounds how many runes are looked at in one go, so that a text without
// any break needs no more memory than others. Sentences do not cross pieces.
const maxPiece = 1 << 16

// Split appends the words of text to tokens. The lexicon must be the one that the
// splitter was trained with.
func (s *Splitter) Split(lex *word.Lexicon, text string, tokens []Token) []Token {
	var p piece
	var scores perceptron.Scores
	for start := 0; start < len(text); {
		start = p.read(text, start)
		p.find(lex, s.runs)
		for p.nextPlace() {
			clear(scores[:decisions])
			s.table.Add(p.features(), &scores)
			p.decide(p.best(&scores))
		}
		tokens = append(tokens, p.tokens...)
	}
	return tokens
}

// piece is a stretch of text being cut.
type piece struct {
	runes []rune // in plain form, upper and lower case kept
	at    []int  // byte offset of each rune in the text, and of the end

	chunks []chunk // between white space
	chunk  int     // the one being cut
	lex    *word.Lexicon
	runs   map[uint64][]uint8
	cuts   map[int]bool // places inside letter runs to look at; nil when none

	place  int // the word may end before this rune
	start  int // first rune of the word being read
	sofar  int // words of the sentence so far
	marks  int // double quotation marks of the sentence so far
	before [2]uint64
	tokens []Token
	list   [64]uint64
	n      int
}

// chunk is a run of runes without white space.
type chunk struct {
	start, end int
	low        uint64 // folded, at most maxLook runes
	shape      uint64
	first      word.Case // of its first letter run
	letters    uint64    // hash of its first letter run, folded
	tags       uint64    // ambiguity class of the first letter run
	capital    uint64    // how often the first letter run has a capital
	breaks     int       // line breaks after it
	link       bool      // it looks like an address
}

// maxLook bounds how far features look, so that time stays linear.
const maxLook = 24

// read takes the next piece of text from byte start on and returns where the one
// after it begins. A blank line ends a piece.
func (p *piece) read(text string, start int) int {
	p.runes, p.at = p.runes[:0], p.at[:0]
	i, breaks := start, 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			breaks++
			r = '\n'
		case r == '\r':
			r = ' '
		case unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF':
			r = ' '
		default:
			if breaks > 1 || len(p.runes) >= maxPiece {
				p.at = append(p.at, i)
				return i
			}
			breaks = 0
			r = word.Plain(r)
		}
		p.runes = append(p.runes, r)
		p.at = append(p.at, i)
		i += n
	}
	p.at = append(p.at, i)
	return i
}

func space(r rune) bool { return r == ' ' || r == '\n' }

// find finds the chunks of the piece and goes to its beginning.
func (p *piece) find(lex *word.Lexicon, runs map[uint64][]uint8) {
	p.lex, p.runs = lex, runs
	p.chunks = p.chunks[:0]
	for i := 0; i < len(p.runes); {
		if space(p.runes[i]) {
			if n := len(p.chunks); n > 0 && p.runes[i] == '\n' {
				p.chunks[n-1].breaks++
			}
			i++
			continue
		}
		j := i
		for j < len(p.runes) && !space(p.runes[j]) {
			j++
		}
		p.chunks = append(p.chunks, p.look(i, j))
		i = j
	}
	p.chunk, p.tokens, p.sofar, p.marks = 0, p.tokens[:0], 0, 0
	p.before = [2]uint64{}
	if len(p.chunks) > 0 {
		p.enter(0)
	}
}

// look describes the chunk from rune i to j.
func (p *piece) look(i, j int) chunk {
	c := chunk{start: i, end: j}
	w := word.New(string(p.runes[i:min(j, i+maxLook)]))
	c.low, c.shape = w.Low, w.Shape
	for a := i; a < j && a < i+maxLook; a++ {
		if unicode.IsLetter(p.runes[a]) {
			b := a
			for b < j && b < a+maxLook && unicode.IsLetter(p.runes[b]) {
				b++
			}
			f := p.lex.Word(string(p.runes[a:b]))
			c.first, c.letters, c.tags, c.capital = f.Case, f.Low, uint64(f.Tags), uint64(f.Capital)
			break
		}
	}
	c.link = link(p.runes[i:min(j, i+4*maxLook)])
	return c
}

// link reports whether a chunk looks like an address of the web or of mail.
func link(r []rune) bool {
	for i := range r {
		switch {
		case r[i] == '@' && i > 0 && i+1 < len(r):
			return true
		case r[i] == ':' && i+2 < len(r) && r[i+1] == '/' && r[i+2] == '/':
			return true
		case r[i] == '.' && i >= 3 && (r[i-1] == 'w' || r[i-1] == 'W') && r[i-2] == r[i-1] && r[i-3] == r[i-1]:
			return true
		}
	}
	return false
}

// enter goes to the beginning of chunk k.
func (p *piece) enter(k int) {
	p.chunk, p.start, p.place = k, p.chunks[k].start, p.chunks[k].start
	p.cuts = nil
	if len(p.runs) == 0 {
		return
	}
	c := p.chunks[k]
	for a := c.start; a < c.end; {
		if !unicode.IsLetter(p.runes[a]) {
			a++
			continue
		}
		b := a
		for b < c.end && unicode.IsLetter(p.runes[b]) {
			b++
		}
		if b-a <= maxLook {
			for _, off := range p.runs[word.LowKey(string(p.runes[a:b]))] {
				if p.cuts == nil {
					p.cuts = map[int]bool{}
				}
				p.cuts[a+int(off)] = true
			}
		}
		a = b
	}
}

// nextPlace moves to the next place where a word may end.
func (p *piece) nextPlace() bool {
	if len(p.chunks) == 0 {
		return false
	}
	end := p.chunks[p.chunk].end
	if p.place == end {
		if p.chunk+1 == len(p.chunks) {
			return false
		}
		p.enter(p.chunk + 1)
		end = p.chunks[p.chunk].end
	}
	for p.place++; p.place < end; p.place++ {
		if p.possible(p.place) {
			return true
		}
	}
	if p.chunk+1 == len(p.chunks) {
		p.decide(sentEnd) // the end of the piece leaves no choice
		return false
	}
	return true
}

// possible reports whether a word may end before rune i, inside a chunk: where
// the kind of character changes, at punctuation, before "n't", and in the letter
// runs that treebanks cut.
func (p *piece) possible(i int) bool {
	a, b := p.runes[i-1], p.runes[i]
	ka, kb := kind(a), kind(b)
	if ka != kb || ka == other {
		return true
	}
	if (b == 'n' || b == 'N') && i+2 < len(p.runes) && p.runes[i+1] == '\'' && (p.runes[i+2] == 't' || p.runes[i+2] == 'T') {
		return true
	}
	return p.cuts[i]
}

const (
	letter = iota
	digit
	other
)

func kind(r rune) int {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return letter
	case r >= '0' && r <= '9':
		return digit
	case r < utf8.RuneSelf:
		return other
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// best returns the highest-scoring decision that is possible at the place.
func (p *piece) best(s *perceptron.Scores) int {
	b := inside
	if p.place == p.chunks[p.chunk].end {
		b = wordEnd
	}
	for d := b + 1; d < decisions; d++ {
		if s[d] > s[b] {
			b = d
		}
	}
	return b
}

// decide carries out a decision at the place.
func (p *piece) decide(d int) {
	if d == inside {
		return
	}
	p.tokens = append(p.tokens, Token{p.at[p.start], p.at[p.place], d == sentEnd})
	p.before[1], p.before[0] = p.before[0], p.current()
	if p.place-p.start <= 2 && p.runes[p.start] == '"' {
		p.marks++
	}
	p.sofar++
	if d == sentEnd {
		p.sofar, p.marks = 0, 0
	}
	p.start = p.place
}

// current is the hash of the word being read, up to the place.
func (p *piece) current() uint64 {
	var h uint64
	for _, r := range p.runes[p.start:min(p.place, p.start+maxLook)] {
		h = perceptron.Mix(h, uint64(word.Fold(r)))
	}
	return h
}
