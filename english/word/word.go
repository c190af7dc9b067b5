// Package word turns written forms into what the learners of the English core
// look at: hashes of the folded form, its beginnings and ends, its shape, its
// word clusters and the tags it is known to take.
//
// Folding happens here and only here: treebanks are mostly typed in ASCII and
// news is not, so curly quotes, dashes and no-break spaces are read as their
// plain forms, letters in lower case, every digit as 0. The text itself is never
// changed.
package word

import (
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/english/perceptron"
)

// The longest beginnings and ends that are features of their own.
const (
	Prefixes = 4
	Suffixes = 5
)

// Word is one word as the learners see it. Hashes of affixes longer than the
// word are those of the whole word.
type Word struct {
	Low    uint64           // the folded form
	Prefix [Prefixes]uint64 // of 1, 2, … runes
	Suffix [Suffixes]uint64
	Shape  uint64 // "Xx", "d.d", runs collapsed
	Case   Case
	Entry
}

// Case is how a word is capitalised.
type Case uint8

// The cases.
const (
	NoLetters Case = iota
	Lower
	Title // first letter upper, the rest not all upper
	Upper // more than one letter, all upper
	Mixed
)

// maxRunes bounds what is looked at of a very long "word".
const maxRunes = 64

// Fold returns the plain form of a rune: lower case, ASCII quotes, dashes and
// spaces, any digit as 0.
func Fold(r rune) rune {
	if r < utf8.RuneSelf {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + ('a' - 'A')
		case r >= '0' && r <= '9':
			return '0'
		}
		return r
	}
	r = Plain(r)
	if unicode.IsDigit(r) {
		return '0'
	}
	return unicode.ToLower(r)
}

// Plain returns the ASCII form of typographic quotes, dashes and spaces and
// leaves every other rune alone. The em dash stays: it has no one-rune twin.
func Plain(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', '`', '´', 'ʼ':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '−':
		return '-'
	case '―':
		return '—'
	case '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u200A', '\u202F', '\u3000':
		return ' '
	}
	return r
}

// New looks at a form. It knows no clusters; Lexicon.Word does.
func New(form string) Word {
	var folded [maxRunes]rune
	var shape uint64
	var w Word
	n, letters, upper := 0, 0, 0
	firstUpper := false
	last := rune(-1)
	for _, r := range form {
		if n == maxRunes {
			break
		}
		p := Plain(r)
		kind := p
		switch {
		case unicode.IsUpper(p):
			if letters == 0 {
				firstUpper = true
			}
			letters, upper, kind = letters+1, upper+1, 'X'
		case unicode.IsLetter(p):
			letters, kind = letters+1, 'x'
		case unicode.IsDigit(p):
			kind = 'd'
		}
		if kind != last {
			shape = perceptron.Mix(shape, uint64(kind))
			last = kind
		}
		folded[n] = Fold(p)
		n++
	}
	f := quote(folded[:n])
	w.Shape = shape
	for i, r := range f {
		w.Low = perceptron.Mix(w.Low, uint64(r))
		if i < Prefixes {
			w.Prefix[i] = w.Low
		}
	}
	for i := len(f); i < Prefixes; i++ {
		w.Prefix[i] = w.Low
	}
	h := uint64(1)
	for i := range Suffixes {
		if i < len(f) {
			h = perceptron.Mix(h, uint64(f[len(f)-1-i]))
		}
		w.Suffix[i] = h
	}
	switch {
	case letters == 0:
		w.Case = NoLetters
	case upper == 0:
		w.Case = Lower
	case upper == letters && letters > 1:
		w.Case = Upper
	case firstUpper:
		w.Case = Title
	default:
		w.Case = Mixed
	}
	return w
}

// quote folds the two-character quotes and the dash of typewriters into one form.
func quote(f []rune) []rune {
	if len(f) == 2 {
		switch {
		case f[0] == '\'' && f[1] == '\'':
			f[0] = '"'
			return f[:1]
		case f[0] == '-' && f[1] == '-':
			f[0] = '—'
			return f[:1]
		}
	}
	return f
}

// LowKey is the hash of a folded form, the key of a Lexicon.
func LowKey(form string) uint64 { return New(form).Low }
