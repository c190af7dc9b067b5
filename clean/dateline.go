package clean

import (
	"regexp"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/source"
)

// Dateline is what a report's first paragraph opens with: where and when it was
// written, and for whom. "BEIRUT, Sept 5 (Reuters) - " names a city, a day and an
// outlet; each may be missing, but not all of outlet, day and a written-out dash.
type Dateline struct {
	doc.Span        // of the dateline with its dash, not of the space after it
	City     string // "BEIRUT", "" when it names none
	Outlet   string // "Reuters"
	When     string // "Sept 5", as written
	Day      doc.Day
}

var (
	space = `[ \x{a0}\x{2009}\x{202f}]`
	// One to four words in capitals.
	cityPart = `(?:\p{Lu}[\p{Lu}.'’-]+(?:[ /-]\p{Lu}[\p{Lu}.'’-]+){0,3})`
	// The country or state after a city may be written small: "BEIRUT, Lebanon".
	afterCity  = `(?:,` + space + `?(?:\p{Lu}[\p{L}.]+(?:` + space + `\p{Lu}[\p{L}.]+){0,2}))?`
	monthPart  = `(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`
	whenPart   = `(?:[,.:]?` + space + `?((?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:` + monthPart + space + `\d{1,2}|\d{1,2}` + space + monthPart + `)(?:,?` + space + `\d{4})?))?`
	outletPart = `(?:` + space + `?[(\[]([\p{Lu}][\p{L}\d .,'’&/-]{1,40})[)\]])`
	dashPart   = space + `?(—|–|--|-|:)`

	// With an outlet the city may be written in small letters or be missing.
	outletLine = regexp.MustCompile(`^(?:(` + cityPart + `|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2})` + afterCity + whenPart + `)?` + outletPart + dashPart + `(?:\s|` + space + `)`)
	// "(CNN)The president": some pages lose what stood between.
	gluedLine = regexp.MustCompile(`^(?:(` + cityPart + `|\p{Lu}[\p{L}.'’-]+)` + afterCity + whenPart + space + `)?[(\[](\p{Lu}[\p{L} ]{1,30})[)\]]()[\p{Lu}"“]`)
	plainLine = regexp.MustCompile(`^(` + cityPart + `)` + afterCity + whenPart + dashPart + `(?:\s|` + space + `)`)
)

// maxDateline is the longest dateline, in bytes.
const maxDateline = 160

// ReadDateline reads the dateline at the start of a paragraph. The span counts
// from the paragraph's start.
func ReadDateline(paragraph string) (Dateline, bool) {
	head := paragraph[:min(len(paragraph), maxDateline)]
	if m := outletLine.FindStringSubmatchIndex(head); m != nil {
		return newDateline(head, m, 3), true
	}
	if m := gluedLine.FindStringSubmatchIndex(head); m != nil {
		return newDateline(head, m, 3), true
	}
	m := plainLine.FindStringSubmatchIndex(head)
	if m == nil {
		return Dateline{}, false
	}
	d := newDateline(head, m, 0)
	// Without an outlet a hyphen or a colon makes no dateline unless a day stands
	// before it ("NATO - an alliance", "LAVROV: We agreed"), and what follows
	// must begin a sentence ("ISIS — a common enemy").
	dash := head[m[len(m)-2]:m[len(m)-1]]
	if d.When == "" && (dash == "-" || dash == ":") || !capitalStart(paragraph[d.End:]) || len(d.City) < 4 || !prose(paragraph[d.End:]) {
		return Dateline{}, false
	}
	return d, true
}

// newDateline reads the parts of a match. outlet is the number of the outlet's
// group, 0 when the pattern has none.
func newDateline(head string, m []int, outlet int) Dateline {
	part := func(group int) string {
		if m[2*group] < 0 {
			return ""
		}
		return head[m[2*group]:m[2*group+1]]
	}
	d := Dateline{Span: doc.Span{Start: 0, End: m[len(m)-1]}, City: strings.TrimSuffix(part(1), "."), When: part(2)}
	if outlet > 0 {
		d.Outlet = strings.TrimSpace(part(outlet))
	}
	// Only a day with its year is a day: the year of "Sept 5" is not stated.
	if interval, err := source.ParsePublished(d.When); err == nil && interval.Single() {
		d.Day = interval.From
	}
	return d
}

// findDateline splits the dateline off the first paragraph that has one, so that
// it does not become the sentence's subject. It is sought in the first five
// paragraphs only: bylines and summaries may come first, but a dateline further
// down belongs to something else.
func (l *labelling) findDateline() {
	tried := 0
	for _, ln := range l.lines {
		if ln.kind != doc.BlockBody && ln.kind != doc.BlockStandfirst {
			continue
		}
		if tried++; tried > 5 {
			return
		}
		if d, ok := ReadDateline(ln.text); ok {
			d.Start += ln.Start
			d.End += ln.Start
			if !trim(l.text, doc.Span{Start: d.End, End: ln.End}).Empty() {
				ln.kind = doc.BlockBody
				ln.rule = "paragraph with a dateline"
				l.dateline = &d
				return
			}
		}
	}
}
