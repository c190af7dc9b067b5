package when

import (
	"fmt"
	"strings"

	"github.com/readout-project/readout/doc"
)

// reading is what an expression means before it gets its span.
type reading struct {
	typ doc.TimeType
	period
	anchor doc.Anchor
}

// meaning computes what a match means. Its argument is what time.txt writes
// after the name of the meaning. False: the expression means no time.
type meaning struct {
	compute func(c *clause, m *match, arg string) (reading, bool)
	arg     string
}

// parseMeaning reads "day -1".
func parseMeaning(s string) (meaning, error) {
	name, arg, _ := strings.Cut(s, " ")
	compute := meaningOf(name)
	if compute == nil {
		return meaning{}, fmt.Errorf("%q is no meaning", name)
	}
	return meaning{compute, arg}, nil
}

func meaningOf(name string) func(*clause, *match, string) (reading, bool) {
	switch name {
	case "date":
		return (*clause).date
	case "slashes":
		return (*clause).slashes
	case "days":
		return (*clause).days
	case "year":
		return (*clause).year
	case "years":
		return (*clause).years
	case "decade":
		return (*clause).decade
	case "century":
		return (*clause).century
	case "season":
		return (*clause).season
	case "quarter":
		return (*clause).quarter
	case "weekday":
		return (*clause).weekday
	case "weekend":
		return (*clause).weekend
	case "day":
		return (*clause).day
	case "unit":
		return (*clause).unit
	case "offset":
		return (*clause).offset
	case "year-earlier":
		return (*clause).yearEarlier
	case "same-quarter":
		return (*clause).sameQuarter
	case "of-now":
		return (*clause).ofNow
	case "elsewhere":
		return (*clause).elsewhere
	case "past", "ahead":
		sign := -1
		if name == "ahead" {
			sign = 1
		}
		return func(c *clause, m *match, _ string) (reading, bool) { return c.stretch(m, sign) }
	case "duration":
		return (*clause).duration
	case "vague":
		return (*clause).vague
	case "set":
		return (*clause).set
	case "clock":
		return (*clause).clockTime
	case "fixed":
		return fixed
	case "fixed-duration":
		return func(_ *clause, _ *match, arg string) (reading, bool) {
			return reading{typ: doc.TimeDuration, period: period{value: arg}, anchor: doc.AnchorNone}, true
		}
	case "fixed-set":
		return func(_ *clause, _ *match, arg string) (reading, bool) { return repeated(arg) }
	case "ref":
		return func(_ *clause, _ *match, arg string) (reading, bool) { return open(arg) }
	case "nothing":
		return func(*clause, *match, string) (reading, bool) { return reading{}, false }
	}
	return nil
}

// resolve computes a match and gives it its span and rule.
func (c *clause) resolve(m match) (doc.Time, bool) {
	r, ok := m.form.means.compute(c, &m, m.form.means.arg)
	if !ok || r.value == "" {
		return doc.Time{}, false
	}
	if part := m.get("PART"); part != "" && r.typ == doc.TimeDate {
		r.value += "T" + part
		r.typ = doc.TimeClock
	}
	return doc.Time{
		Span: doc.Span{Start: c.pieces[m.start].Start, End: c.pieces[m.end-1].End},
		Type: r.typ, Value: r.value, Interval: r.Interval, Anchor: r.anchor, Rule: "time/" + m.form.rule,
	}, true
}

// open is a date that nothing resolves.
func open(value string) (reading, bool) {
	return reading{typ: doc.TimeDate, period: period{value: value}, anchor: doc.AnchorNone}, true
}

// inText is a date that the text gives in full.
func inText(p period) (reading, bool) {
	return reading{typ: doc.TimeDate, period: p, anchor: doc.AnchorText}, !p.IsZero()
}

// anchored is a date counted from the day of publication. Where publication is
// only known to lie between two days, the value is known when both give the
// same; otherwise it stays open and the interval holds both. Where it is not
// known at all the value stays open.
func (c *clause) anchored(unresolved string, from func(published doc.Day) period) (reading, bool) {
	pub := c.doc.Report.Published.Interval
	if pub.From.IsZero() || pub.To.IsZero() || pub.To.Before(pub.From) {
		c.trace.lose("a day of the calendar", "nothing tells the day of publication from which it counts")
		return open(unresolved)
	}
	first, last := from(pub.From), from(pub.To)
	if first.IsZero() || last.IsZero() {
		return open(unresolved)
	}
	if first.value == last.value {
		first.To = last.To // "earlier this month" ends with publication
	} else {
		c.trace.lose(first.value+" or "+last.value, "the report may be of any day from "+pub.From.String()+" to "+pub.To.String())
		iv := doc.Interval{From: first.From, To: last.To}
		if iv.To.Before(iv.From) || pub.From.DaysUntil(pub.To) > widest {
			iv = doc.Interval{}
		}
		if first = (period{unresolved, iv}); iv.IsZero() {
			return open(unresolved)
		}
	}
	return reading{typ: doc.TimeDate, period: first, anchor: doc.AnchorPublished}, true
}

// widest is how many days the range of publication may span for what is counted from
// it to have an interval: one of years would agree with any date.
const widest = 31

// fixed is the date that a name of an event stands for.
func fixed(_ *clause, _ *match, arg string) (reading, bool) {
	d, err := doc.ParseDay(arg)
	if err != nil {
		return reading{}, false
	}
	return inText(dayPeriod(d))
}
