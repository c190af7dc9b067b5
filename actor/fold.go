package actor

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold writes a word of a person's name so that its spellings meet: without
// case and accents, "y" as "i" (Sergey, Sergei), doubled letters once (Mohammed,
// Mohamed), without the Arabic article (al-Assad, Assad).
func fold(word string) string {
	w := strings.ToLower(straight(word))
	for _, article := range []string{"al-", "el-", "ul-", "as-", "an-"} {
		w = strings.TrimPrefix(w, article)
	}
	var b strings.Builder
	var last rune
	for _, r := range norm.NFD.String(w) {
		switch r {
		case 'y', 'ı', 'j':
			r = 'i'
		case 'ø':
			r = 'o'
		case 'ł':
			r = 'l'
		case 'q':
			r = 'k'
		case '\'', '.', '-':
			continue
		}
		if unicode.Is(unicode.Mn, r) || r == last {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// foldName folds the words of a name; articles and suffixes that reports drop
// at will are left out.
func foldName(name string) []string {
	var out []string
	for _, w := range strings.Fields(name) {
		switch strings.ToLower(strings.Trim(w, ".,")) {
		case "al", "el", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "dr", "sir":
			continue
		}
		if f := fold(w); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// sameWord reports whether two folded words of names are one: equal, an initial
// of the other, or, when long, one letter apart.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) {
		return true
	}
	return len(a) >= 5 && len(b) >= 5 && oneApart(a, b)
}

// oneApart reports whether one letter changed, added or left out makes a into b.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// samePerson reports whether two folded names can be of one person: the same
// surname, and every word of the shorter in the longer in order.
func samePerson(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	at := 0
	for _, w := range a {
		for at < len(b) && !sameWord(w, b[at]) {
			at++
		}
		if at == len(b) {
			return false
		}
		at++
	}
	return true
}
