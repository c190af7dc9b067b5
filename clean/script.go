package clean

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/readout-project/readout/doc"
)

var (
	opensScript  = regexp.MustCompile(`(?i)^<(script|style|noscript|iframe|svg)\b`)
	closesScript = regexp.MustCompile(`(?i)</(script|style|noscript|iframe|svg)>`)
	tagAlone     = regexp.MustCompile(`(?i)^(</?[a-z][a-z0-9-]*(\s[^<>]*)?/?>\s*)+$|^<!--`)
	// A style rule, a statement, a blob of JSON.
	code = regexp.MustCompile(`(?i)^(window|document|googletag|dataLayer|gtag|jQuery|var|let|const)\b.*[;={(]|\bfunction\s*\w*\s*\([^)]*\)\s*\{|^@(media|import|font-face|charset)\b|^[.#@]?[\w .#,:>-]+\s*\{[^}]*[:;][^}]*\}|^[{\[]\s*"[\w@$-]+"\s*:|^\}+\s*[);,]*$`)
)

// markScripts labels program text: what stands between script tags, style rules,
// statements, JSON.
func (l *labelling) markScripts() {
	inside := false
	for i, ln := range l.lines {
		head := ln.text[:min(len(ln.text), maxFurniture)]
		switch {
		case inside:
			ln.set(doc.BlockScript, "between script tags")
			inside = !closesScript.MatchString(ln.text)
		case !strings.ContainsAny(head, "<{}@=;"):
		case opensScript.MatchString(head) && l.drawn == nil:
			ln.set(doc.BlockScript, "script tag")
			// A tag that never closes must not swallow the report.
			inside = !closesScript.MatchString(ln.text) && l.closesAfter(i)
		case tagAlone.MatchString(head), code.MatchString(head) && !ln.sentence:
			ln.set(doc.BlockScript, "program text")
		}
	}
}

// closesAfter reports whether a closing tag follows within 200 lines.
func (l *labelling) closesAfter(opening int) bool {
	for _, ln := range l.lines[opening+1 : min(len(l.lines), opening+200)] {
		if closesScript.MatchString(ln.text) {
			return true
		}
	}
	return false
}

// alphabets are told apart to find lines that belong to another edition of a
// page: a Cyrillic loading notice under an English report.
var alphabets = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana,
	unicode.Hebrew, unicode.Greek, unicode.Devanagari, unicode.Bengali, unicode.Thai, unicode.Georgian, unicode.Armenian,
	unicode.Ethiopic, unicode.Tamil, unicode.Telugu, unicode.Khmer, unicode.Myanmar,
}

// letters counts a text's letters by alphabet, at most the first 20,000.
func letters(text string) (counts [20]int, total int) {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		total++
		if r < 0x250 {
			counts[0]++ // Latin, by far the most frequent
		} else {
			for i, alphabet := range alphabets {
				if unicode.Is(alphabet, r) {
					counts[i]++
					break
				}
			}
		}
		if total == 20_000 {
			break
		}
	}
	return counts, total
}

// markOtherAlphabets labels lines in another alphabet than the report's.
func (l *labelling) markOtherAlphabets() {
	counts, total := letters(l.text)
	main := 0
	for i, n := range counts {
		if n > counts[main] {
			main = i
		}
	}
	// A report half in one alphabet and half in another has no foreign lines.
	if counts[main]*4 < total*3 {
		return
	}
	for _, ln := range l.lines {
		if ln.kind != "" {
			continue
		}
		if own, all := letters(ln.text); all > 0 && own[main]*2 < all {
			ln.set(doc.BlockBoilerplate, "in another alphabet")
		}
	}
}

// describeCredit reads author and date from a credit line above the text.
func describeCredit(r *doc.Report, text string) {
	if m := byline.FindStringSubmatch(text); m != nil && r.Author == "" {
		r.Author = strings.TrimSpace(m[1])
	}
	if day, ok := statedDay(text); ok {
		offerDate(r, doc.Published{Interval: doc.On(day), How: doc.DateInferred})
	}
}
