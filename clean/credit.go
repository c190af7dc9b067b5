package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/source"
)

var (
	byline    = regexp.MustCompile(`^(?:By|BY|by) ((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|de|al|von|van|bin|der|and)){0,6})`)
	signature = regexp.MustCompile(`^\p{Lu}[\p{L} .]{1,30} ?[|,–—-] ?`)
	// The day of "Published on 5 September 2015, 10:12 GMT", or of a line that is
	// nothing but a date. A picture's credit is no such line.
	datedLine = regexp.MustCompile(`(?i)^(?:(?:first )?published|posted|(?:last )?updated|last modified|edited|(?:mon|tue|wed|thu|fri|sat|sun)|\d{1,2} |\d{4}-|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)`)
)

// statedDay reads the day of publication from a credit line above the text.
func statedDay(text string) (doc.Day, bool) {
	if len(text) > 120 {
		return doc.Day{}, false
	}
	// An agency may sign the line: "Harbour Wire | Tue Sep 8, 2015 5:23pm".
	if signed := signature.FindString(text); signed != "" && datedLine.MatchString(text[len(signed):]) {
		text = text[len(signed):]
	}
	if !datedLine.MatchString(text) {
		return doc.Day{}, false
	}
	text, _, _ = strings.Cut(text, " by ")
	interval, err := source.ParsePublished(text)
	if err != nil || !interval.Single() {
		return doc.Day{}, false
	}
	return interval.From, true
}

// splitGlue parts lines into which a scraper glued two texts: the credit of a
// picture and, without a space, what follows it on the page
// ("… REUTERS/Jane DoeThe minister said …"). The capital after a small letter
// shows the seam.
func (l *labelling) splitGlue() {
	if l.drawn != nil {
		return
	}
	var out []*line
	for _, ln := range l.lines {
		seam := 0
		if ln.kind == "" {
			seam = l.furniture.seam(ln.text)
		}
		if seam == 0 {
			out = append(out, ln)
			continue
		}
		first := newLine(l.text, trim(l.text, doc.Span{Start: ln.Start, End: ln.Start + seam}))
		second := newLine(l.text, trim(l.text, doc.Span{Start: ln.Start + seam, End: ln.End}))
		first.gap = ln.gap
		if strings.HasPrefix(first.text, "©") {
			first.set(doc.BlockCredit, "credit glued to the line after it")
		} else {
			first.set(doc.BlockCaption, "caption and its credit, glued to the line after it")
		}
		out = append(out, first, second)
	}
	l.lines = out
}

// maxSeam is how far into a line, in bytes, a glued caption can reach.
const maxSeam = maxCaption

// seam returns the offset in a line at which a glued credit ends, 0 when there
// is none.
func (f *furniture) seam(text string) int {
	head := text[:min(len(text), maxSeam)]
	if strings.HasPrefix(head, "©") {
		return glueAfter(text, head, len("©"), 160)
	}
	for _, agency := range f.agencies {
		for at := 0; ; {
			i := strings.Index(head[at:], agency)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(agency)
			if start > 0 && (head[start-1] >= 'A' && head[start-1] <= 'Z' || head[start-1] >= 'a' && head[start-1] <= 'z') {
				continue
			}
			// "Getty ImagesThe": the seam follows the agency itself.
			if atSeam(head, at) && (start == 0 || strings.ContainsRune("/(", rune(head[start-1])) || strings.HasPrefix(agency, "Getty")) && prose(text[at:]) {
				return at
			}
			// "REUTERS/Jane DoeThe": the seam stands within the photographer's name.
			if rest := strings.TrimLeft(head[at:], " "); strings.HasPrefix(rest, "/") {
				if s := glueAfter(text, head, at, 60); s > 0 {
					return s
				}
			}
		}
	}
	return 0
}

// glueAfter finds a capital directly after a small letter within reach bytes
// from at, with prose after it. Names are written so too (McCain, AbuBakr): what
// follows must be several words without a further slash.
func glueAfter(text, head string, at, reach int) int {
	end := min(len(head), at+reach)
	for i := at; i < end; i++ {
		if !utf8.RuneStart(head[i]) || !atSeam(head, i) || namePrefix(head[:i]) {
			continue
		}
		rest := text[i:]
		if prose(rest) && !strings.Contains(rest[:min(len(rest), 60)], " / ") {
			return i
		}
	}
	return 0
}

// atSeam reports whether a capital that begins a word stands at i directly after
// a letter. After a capital ("AFPThe") a small letter must follow it.
func atSeam(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	at, n := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsLetter(before) || !unicode.IsUpper(at) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	return unicode.IsLower(before) || unicode.IsLower(after)
}

// namePrefix reports whether the text ends with a prefix after which names
// continue with a capital.
func namePrefix(text string) bool {
	for _, prefix := range []string{" Mc", "/Mc", " Mac", "/Mac", " De", " Di", " La", " Le", " Du", " Van", " Abu", " Al", " El", " O"} {
		if strings.HasSuffix(text, prefix) {
			return true
		}
	}
	return false
}

// prose reports whether what follows a seam can stand as a line of its own.
func prose(rest string) bool {
	return len(strings.Fields(rest[:min(len(rest), 400)])) >= 5
}
