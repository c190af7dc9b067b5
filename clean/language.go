package clean

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/readout-project/readout/doc"
)

// english is the code of the language Readout codes.
const english = "en"

// maxDetect is how many bytes of prose the language is told from; more changes
// nothing.
const maxDetect = 4 << 10

// finding is what is known of a report's language.
type finding struct {
	code         string // ISO 639-1, "" when it cannot be told
	mayBeEnglish bool
}

// englishWords are the most frequent words of English that are rare in other
// languages in Latin letters. Headlines have few of them, reports one in four.
var englishWords = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "that": true, "with": true, "for": true, "was": true, "were": true,
	"his": true, "their": true, "said": true, "has": true, "have": true, "by": true, "from": true, "which": true, "at": true,
	"is": true, "are": true, "after": true, "over": true, "would": true, "this": true, "it": true, "he": true,
}

// detectLanguage tells the language of the bulk of a report's prose, for a menu
// or a notice in another language stands on many pages.
func detectLanguage(d *doc.Document, read bool) finding {
	var prose strings.Builder
	for _, b := range d.Blocks {
		if (b.Kind.Read() || !read) && prose.Len() < maxDetect {
			text := d.Slice(b.Span)
			prose.WriteString(strings.ToValidUTF8(text[:min(len(text), maxDetect)], ""))
			prose.WriteByte('\n')
		}
	}
	text := prose.String()
	counts, total := letters(text)
	if total == 0 {
		return finding{mayBeEnglish: true} // nothing to read, and nothing that speaks against it
	}
	latin := counts[0]*2 > total
	info := whatlanggo.Detect(text)
	switch {
	case info.Lang == whatlanggo.Eng && info.Confidence > 0:
		return finding{code: english, mayBeEnglish: true}
	case !latin:
		// Not English for sure; which of the few languages of the alphabet it is
		// only names it.
		if info.Confidence >= .5 {
			return finding{code: info.Lang.Iso6391()}
		}
		return finding{}
	case englishShare(text) >= .12:
		// Names and quotations can outweigh the prose in letter statistics.
		return finding{code: english, mayBeEnglish: true}
	case total < shortText:
		return finding{mayBeEnglish: true}
	case info.Confidence >= sureLanguage:
		return finding{code: info.Lang.Iso6391()}
	}
	return finding{mayBeEnglish: englishShare(text) >= .04}
}

// sureLanguage is the confidence above which whatlanggo calls a result reliable.
const sureLanguage = whatlanggo.ReliableConfidenceThreshold

// shortText is how many letters are too few to tell a language in Latin letters:
// a headline of names.
const shortText = 80

// englishShare is the share of words that are frequent English ones.
func englishShare(text string) float64 {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	n := 0
	for _, w := range words {
		if englishWords[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}
