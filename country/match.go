package country

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// node is a node of the tree of words, keyed by the pieces of the words.
type node struct {
	next map[string]*node
	hit  *Hit
}

func (n *node) add(word string, h Hit) {
	for _, p := range pieces(word, nil) {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[p] == nil {
			n.next[p] = &node{}
		}
		n = n.next[p]
	}
	if n.hit == nil {
		n.hit = &h
		return
	}
	// The first meaning stays, since the table is read names first. Two countries
	// that share a word make it ambiguous.
	if n.hit.Country.ISO3 != h.Country.ISO3 && n.hit.Kind == h.Kind {
		n.hit.Ambiguous = true
		n.hit.Also = append(n.hit.Also, h.Country.ISO3)
	}
}

// Match finds the longest entry of the table that begins with the first of the
// words (the tokens of a sentence, from some token on) and returns how many
// words it takes, 0 when none does. How the words are cut does not matter as
// long as an entry ends where a word ends: "Guinea-Bissau" is one word or three.
func (t *Table) Match(words []string) (n int, hit Hit) {
	if n, h := t.words.match(words, false); n > 0 {
		return n, *h
	}
	if len(words) > 0 && shouted(words[0]) {
		if n, h := t.words.match(words, true); n > 0 {
			return n, *h
		}
	}
	return 0, Hit{}
}

// match walks the tree along the words; with calm set it reads words in capitals
// as if they were written as usual.
func (n *node) match(words []string, calm bool) (taken int, hit *Hit) {
	var buf [8]string
	for i, w := range words {
		if calm && !shouted(w) {
			return taken, hit
		}
		for _, p := range pieces(w, buf[:0]) {
			if calm {
				p = calmed(p)
			}
			if n = n.next[p]; n == nil {
				return taken, hit
			}
		}
		if n.hit != nil && w != "" {
			taken, hit = i+1, n.hit
		}
	}
	return taken, hit
}

// pieces cuts a word into runs of letters, digits, dots and apostrophes, and
// single other characters; white space is left out.
func pieces(word string, out []string) []string {
	start := -1
	for i, r := range word {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' || r == '’'
		if inside {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, straight(word[start:i]))
			start = -1
		}
		if !unicode.IsSpace(r) {
			out = append(out, string(r))
		}
		if len(out) > longest {
			return out // longer than any entry: it cannot match
		}
	}
	if start >= 0 {
		out = append(out, straight(word[start:]))
	}
	return out
}

// longest is more pieces than any entry of the tables has; a test holds it. It
// keeps a word of a megabyte from being cut to its end.
const longest = 16

func straight(s string) string { return strings.ReplaceAll(s, "’", "'") }

// shouted reports whether the word stands in capitals without being a short
// acronym: "RUSSIA", not "UAE".
func shouted(w string) bool {
	if len(w) < 4 || len(w) > 64 {
		return false
	}
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// calmed writes a word in capitals as usual: "RUSSIA" as "Russia".
func calmed(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return w[:n] + strings.ToLower(w[n:])
}
