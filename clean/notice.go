package clean

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// signs are words and pairs of words by the sign they are. Different words of
// one entry of the furniture file are one sign.
type signs struct {
	of    map[string]uint64
	count int
}

// add reads one entry: words of one sign, pairs of words joined by "+".
func (s *signs) add(entry string) {
	if s.of == nil {
		s.of = map[string]uint64{}
	}
	for _, word := range strings.Fields(entry) {
		s.of[strings.ReplaceAll(word, "+", " ")] |= 1 << (s.count % 64)
	}
	s.count++
}

// in returns the set of signs among the words.
func (s *signs) in(words []string) (set uint64) {
	for i, w := range words {
		set |= s.of[w]
		if i > 0 {
			set |= s.of[words[i-1]+" "+w]
		}
	}
	return set
}

// address says to whom a line speaks. Reports speak of others; what speaks to
// the visitor ("your") about the site ("password", "newsletter") is the site's
// own voice, however well its sentences are formed.
type address int

// The ways in which a line can speak.
const (
	toNobody        address = iota
	toReaders               // of persons or of the site: columns say "you", reports name websites
	toVisitor               // of both
	toVisitorSurely         // to "you", with two signs of the site
)

// maxNotice is the longest notice, in words.
const maxNotice = 120

// speaksTo tells to whom a line speaks outside of its quotations.
func (f *furniture) speaksTo(ln *line) address {
	if len(ln.words) > maxNotice || says(ln) {
		return toNobody
	}
	words := ln.words
	if strings.ContainsAny(ln.text, "\"“”") {
		words = foldWords(outsideQuotes(ln.text))
	}
	reader, host, site := f.reader.in(words), f.host.in(words), f.site.in(words)
	switch {
	case reader != 0 && site&(site-1) != 0:
		return toVisitorSurely
	case reader|host != 0 && site != 0:
		return toVisitor
	case reader|host|site != 0:
		return toReaders
	}
	return toNobody
}

// outsideQuotes returns a line without what stands between double quotation
// marks. A quotation that does not close reaches to the end.
func outsideQuotes(text string) string {
	var out strings.Builder
	inside := false
	for _, r := range text {
		switch r {
		case '"':
			inside = !inside
		case '“':
			inside = true
		case '”':
			inside = false
		default:
			if !inside {
				out.WriteRune(r)
			}
			continue
		}
		out.WriteByte(' ')
	}
	return out.String()
}

// markNotices labels what the site surely says to its visitor, in any text.
func (l *labelling) markNotices() {
	for _, ln := range l.lines {
		ln.address = l.furniture.speaksTo(ln)
		if ln.address == toVisitorSurely && ln.kind == "" && ln.given != doc.BlockTitle {
			ln.set(doc.BlockBoilerplate, "the site speaks to its visitor")
		}
	}
}
