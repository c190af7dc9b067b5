// Package when finds the time expressions of a report and resolves them to the
// calendar.
//
// It reads the sentences, tags and trees of a document and its date of publication,
// and writes Times. How expressions are worded stands in lang/en/time.txt, a text
// file with examples that are the tests; what they mean is computed here. Values
// are those of TIMEX3 (ISO 8601 with X for what is not known), since that is what
// temporal annotation in news uses.
//
// An expression that needs an anchor ("Friday", "last month") is resolved
// against the date of publication alone, and stays open when that is not known:
// a weekday is never turned into a day by guessing. A report without a date of
// publication gets the range of days that its own text leaves, if it leaves one
// (inferred), with the reason. The stage does not date events.
package when

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// Stage finds and resolves time expressions. It is immutable and safe for
// concurrent use.
type Stage struct{ rules *rules }

var _ doc.Stage = (*Stage)(nil)

// New returns the stage with the embedded rules of English.
func New() (*Stage, error) {
	text, err := fs.ReadFile(lang.English(), "time.txt")
	if err != nil {
		return nil, err
	}
	r, err := parseRules(string(text))
	if err != nil {
		return nil, err
	}
	return &Stage{r}, nil
}

// Name implements doc.Stage.
func (s *Stage) Name() string { return "when" }

// Needs implements doc.Stage.
func (s *Stage) Needs() []doc.Layer {
	return []doc.Layer{doc.LayerBlocks, doc.LayerSentences, doc.LayerTags, doc.LayerTrees, doc.LayerLemmas, doc.LayerNames}
}

// Gives implements doc.Stage.
func (s *Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerTimes} }

// Annotate implements doc.Stage.
func (s *Stage) Annotate(d *doc.Document) error {
	if s == nil || s.rules == nil {
		return errors.New("when: the stage was not made by New")
	}
	times, seen := s.rules.read(d, nil)
	if d.Report.Published.IsZero() && len(seen) > 0 {
		look(d, seen)
		if p := s.rules.inferred(d, seen); !p.IsZero() {
			d.Report.Published = p
			times, _ = s.rules.read(d, nil) // now counted from the range
		}
	}
	d.Times = append(d.Times, times...)
	return nil
}

// read returns the time expressions of a report in order, and how each stands in
// its sentence. A trace hears what else they may mean.
func (r *rules) read(d *doc.Document, t *trace) (times []doc.Time, seen []sighting) {
	var before told
	for i := range d.Sentences {
		found, sights := r.sentence(d, i, &before, t)
		times, seen = append(times, found...), append(seen, sights...)
	}
	return times, seen
}

// sentence returns the time expressions of one sentence in order, and each as it
// was found before days and hours were joined.
func (r *rules) sentence(d *doc.Document, sentence int, before *told, tr *trace) ([]doc.Time, []sighting) {
	c := &clause{rules: r, doc: d, sentence: d.Sentences[sentence], pieces: cut(d, d.Sentences[sentence]), before: before, trace: tr}
	before.next()
	var found []doc.Time
	var seen []sighting
	for at := 0; at < len(c.pieces); {
		m, ok := c.longest(at)
		if !ok {
			at++
			continue
		}
		c.trace.begin(doc.Span{Start: c.pieces[m.start].Start, End: c.pieces[m.end-1].End})
		c.otherForms(m)
		if t, ok := c.resolve(m); ok && !c.insideName(t) {
			found = append(found, t)
			before.hear(t)
			if d.Report.Published.IsZero() {
				seen = append(seen, sighting{clause: c, m: m, time: t, head: -1})
			}
		}
		at = m.end
	}
	return c.ofTheDay(c.bound(c.join(found))), seen
}

// insideName reports whether the expression is part of a person's or an
// organisation's name: "April Glaspie", "September 11 Commission". A day that
// follows a full name is the day, whatever the tagger says: "met Mehmet Simsek
// Friday", "left the Czech Republic Friday".
func (c *clause) insideName(t doc.Time) bool {
	for i := c.firstName(); i < len(c.doc.Names) && c.doc.Names[i].Start < c.sentence.End; i++ {
		n := c.doc.Names[i]
		if n.Kind == doc.NameLocation || !n.Contains(t.Span) {
			continue
		}
		first, _ := c.doc.TokensIn(t.Span)
		if n.End != t.End || first-n.First < 2 {
			return true
		}
		return n.Kind != doc.NamePerson && !(isDay(t.Value) && c.properWord(first-1) && c.properWord(first-2))
	}
	return false
}

// isDay reports whether a value is one day of the calendar, or of a week that is
// not known.
func isDay(value string) bool {
	_, err := doc.ParseDay(value)
	return err == nil || strings.HasPrefix(value, "XXXX-WXX-")
}

// properWord reports whether a token is a word of a name and no mere article at
// its head: in "The Sheffield Wednesday" the day follows one such word, in "Mail
// on Sunday" none.
func (c *clause) properWord(t int) bool {
	form := c.doc.Form(t)
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r) && !strings.EqualFold(form, "the")
}
