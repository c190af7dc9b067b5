package record

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// personName is a person's name, folded for comparison.
type personName struct {
	given   []string
	surname string
}

// articles are parts of names that some outlets print and others leave out.
var articles = map[string]bool{"al": true, "el": true, "ad": true, "as": true, "bin": true, "ibn": true, "jr": true, "sr": true}

// fold lowers case, drops accents and splits at hyphens and points.
func fold(name string) []string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		plain = name
	}
	return strings.FieldsFunc(strings.ToLower(plain), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func foldPerson(name string) personName {
	var words []string
	for _, w := range fold(name) {
		if !articles[w] {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return personName{}
	}
	return personName{given: words[:len(words)-1], surname: words[len(words)-1]}
}

// compatible reports whether two full names with one surname can be one person's:
// their first given names are equal, one is the initial of the other, or they are
// two spellings of one name (Sergei, Sergey).
func (n personName) compatible(o personName) bool {
	if n.surname != o.surname || len(n.given) == 0 || len(o.given) == 0 {
		return false
	}
	a, b := n.given[0], o.given[0]
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case a == b, len(a) == 1 && strings.HasPrefix(b, a):
		return true
	case len(a) >= 5 && len(b)-len(a) <= 1:
		return spelledAlike(a, b)
	}
	return false
}

// spelledAlike reports whether one letter changed, added or dropped turns a into b.
func spelledAlike(a, b string) bool {
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
