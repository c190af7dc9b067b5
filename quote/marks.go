package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// side says what a quotation mark may do where it stands.
type side uint8

const (
	opens  side = 1 << iota
	closes      // opens|closes: the neighbours do not tell
)

// mark is one quotation mark of a paragraph.
type mark struct {
	start, end int // bytes of the text
	side       side
	single     bool
	glyph      rune // marks of one glyph belong together: '"' or '“'
	possessive bool // a single mark that may as well be "officials'"
}

// marks lists the quotation marks of text[start:end]. Apostrophes are none.
func marks(text string, start, end int) []mark {
	var found []mark
	previous := rune(0)
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		width := size
		// Old typewriter doubles, ``so'', are one mark.
		if (r == '`' || r == '\'') && i+1 < end && text[i+1] == byte(r) {
			width = 2
		}
		next, _ := utf8.DecodeRuneInString(text[i+width : end])
		if i+width >= end {
			next = 0
		}
		if m, ok := markAt(r, width, previous, next); ok {
			m.start, m.end = i, i+width
			if m.single {
				rest := text[m.end:min(end, m.end+24)]
				m.possessive = m.side == closes && previous == 's' && followedByLower(rest)
				if m.side&opens != 0 && elision(rest) {
					m.side &^= opens
				}
			}
			if m.side != 0 {
				found = append(found, m)
			}
		}
		previous = r
		i += width
	}
	return found
}

// markAt decides from a rune and its neighbours what mark it is.
func markAt(r rune, width int, previous, next rune) (mark, bool) {
	m := mark{glyph: '"'}
	switch r {
	case '"', '＂', '″':
	case '“', '”', '„', '‟':
		m.glyph = '“'
	case '«', '»':
		m.glyph = '«'
	case '`', '\'':
		m.single = width == 1
		m.glyph = '\''
	case '‘', '’', '‚', '‛':
		m.single = true
		m.glyph = '‘'
	default:
		return m, false
	}
	before := previous == 0 || unicode.IsSpace(previous) || strings.ContainsRune("([{—–-/“‘\"'", previous)
	after := next == 0 || unicode.IsSpace(next)
	closing := !after && !unicode.IsLetter(next) && !unicode.IsDigit(next)
	if m.single {
		wordBefore := unicode.IsLetter(previous) || unicode.IsDigit(previous)
		wordAfter := unicode.IsLetter(next) || unicode.IsDigit(next)
		switch {
		case wordBefore && wordAfter: // "don't"
			return m, false
		case before && wordAfter && r != '’':
			m.side = opens
		case !before && !wordAfter && r != '‘' && r != '`':
			m.side = closes
		}
		return m, m.side != 0
	}
	switch {
	case before && !after:
		m.side = opens
	case !before && (after || closing):
		m.side = closes
	default:
		// `peaceful,"said` or a mark between two spaces: a curly mark shows its side.
		switch r {
		case '“', '„', '«', '`':
			m.side = opens
		case '”', '»':
			m.side = closes
		default:
			m.side = opens | closes
		}
	}
	return m, true
}

// followedByLower reports whether a lower-case word follows after one space, as
// after a plural possessive: "the officials' claims".
func followedByLower(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(rest[size:])
	return unicode.IsLower(r)
}

// elision reports whether a word with its beginning cut off follows: 'tis, '90s.
func elision(rest string) bool {
	word := rest
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		word = rest[:i]
	}
	if word != "" && word[0] >= '0' && word[0] <= '9' {
		return strings.HasSuffix(word, "s") || len(word) == 2
	}
	switch strings.ToLower(word) {
	case "tis", "twas", "em", "til", "cause", "n", "bout", "round", "s", "ere":
		return true
	}
	return false
}
