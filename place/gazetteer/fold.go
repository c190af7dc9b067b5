package gazetteer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold writes a name in the form under which it is looked up: lower case,
// without accents and apostrophes, hyphens as spaces. "Al-Ḥasakah" and "al
// Hasakah" are one.
func Fold(name string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			r = unicode.ToLower(r)
			if plain, ok := undecomposed[r]; ok {
				b.WriteString(plain)
				continue
			}
			b.WriteRune(r)
		case unicode.IsSpace(r) || r == '-' || r == '–' || r == '.' || r == ',' || r == '/' || r == '(' || r == ')':
			space = true
		}
		// Accents, apostrophes and the rest leave nothing behind.
	}
	return b.String()
}

// undecomposed are letters that Unicode does not split into a plain letter and
// an accent.
var undecomposed = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h", 'ə': "a",
}
