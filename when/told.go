package when

import (
	"fmt"
	"strings"

	"github.com/readout-project/readout/doc"
)

// told is what the report has told so far that later expressions count from: "two
// days later", "a year earlier".
type told struct {
	day     doc.Time // the last date with a place in the calendar
	age     int      // sentences since then
	quarter doc.Time // the last quarter of a year
}

// next begins a sentence.
func (b *told) next() { b.age++ }

// hear takes note of an expression.
func (b *told) hear(t doc.Time) {
	if t.Type == doc.TimeDate && !t.Interval.IsZero() && t.Anchor != doc.AnchorNone {
		b.day, b.age = t, 0
	}
	if !b.quarter.Interval.IsZero() && t.Interval.From.Before(b.quarter.From) {
		return // figures of old that the news is compared with
	}
	if len(t.Value) == len("2015-Q3") && strings.Contains(t.Value, "-Q") && !t.Interval.IsZero() {
		b.quarter = t
	}
}

// elsewhere is a date counted from another that the text told right before: "He was
// freed on May 3. Two days later he fled." Where none stands in this sentence or the
// one before, it stays open.
func (c *clause) elsewhere(m *match, _ string) (reading, bool) {
	if w := m.get("WEEKDAY"); w != "" {
		return open("XXXX-WXX-" + w)
	}
	unit := m.get("UNIT")
	if unit == "" {
		unit = "D"
	}
	n, count := 1, m.get("N")
	if count != "" {
		n = atoi(count)
	}
	for i := m.start; i < m.end; i++ {
		switch c.word(i) {
		case "earlier", "previous", "before":
			n = -n
		case "same", "that":
			n = 0
		}
	}
	if unit == "Y" && n == -1 && !c.before.quarter.IsZero() {
		return c.yearEarlier(m, "")
	}
	if count != "X" && c.word(m.end) != "than" && c.before.age <= 1 && !c.before.day.Interval.IsZero() {
		from := c.before.day.Interval
		switch {
		case unit == "D" && from.Single():
			return c.counted(dayPeriod(from.From.Add(n)))
		case unit == "W" && from.Single():
			return c.counted(weekPeriod(from.From.Add(7 * n)))
		case unit == "M" && from.From.Year == from.To.Year && from.From.Month == from.To.Month:
			return c.counted(monthPeriod(from.From.Year, int(from.From.Month)+n))
		case unit == "Y" && from.From.Year == from.To.Year:
			return c.counted(yearPeriod(from.From.Year + n))
		}
	}
	switch unit {
	case "Y":
		return open("XXXX")
	case "M":
		return open("XXXX-XX")
	case "W":
		return open("XXXX-WXX")
	case "D":
		return open("XXXX-XX-XX")
	}
	return reading{}, false
}

// counted is a date that another date of the text gives.
func (c *clause) counted(p period) (reading, bool) {
	return reading{typ: doc.TimeDate, period: p, anchor: doc.AnchorText}, !p.IsZero()
}

// yearEarlier is the quarter of the year before that figures are compared with: "the
// year-earlier period", and "a year ago" in a report of quarters.
func (c *clause) yearEarlier(_ *match, _ string) (reading, bool) {
	q := c.before.quarter
	if q.IsZero() {
		return reading{}, false
	}
	return c.counted(quarterPeriod(q.From.Year-1, (int(q.From.Month)-1)/3+1))
}

// sameQuarter is the quarter that the report told of last: "in the latest quarter".
func (c *clause) sameQuarter(_ *match, _ string) (reading, bool) {
	q := c.before.quarter
	if q.IsZero() {
		return reading{}, false
	}
	return c.counted(period{q.Value, q.Interval})
}

// ofNow is the week, month or year of publication: "by the end of the year".
func (c *clause) ofNow(m *match, _ string) (reading, bool) {
	unresolved := map[string]string{"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}[m.get("CALUNIT")]
	for i := m.start; i < m.end && unresolved == ""; i++ {
		if c.word(i) == "year" {
			unresolved = "XXXX"
		}
	}
	if unresolved == "" {
		return reading{}, false
	}
	return c.anchored(unresolved, func(published doc.Day) period {
		switch unresolved {
		case "XXXX-WXX":
			return weekPeriod(published)
		case "XXXX-XX":
			return monthPeriod(published.Year, int(published.Month))
		}
		return yearPeriod(published.Year)
	})
}

// ofTheDay gives a clock time without a day the one day that its sentence tells:
// "on Tuesday in Everett, at 18:00 UTC".
func (c *clause) ofTheDay(times []doc.Time) []doc.Time {
	var day doc.Time
	for _, t := range times {
		if t.Type != doc.TimeDate || !t.Interval.Single() {
			continue
		}
		if !day.IsZero() && day.Value != t.Value {
			return times
		}
		day = t
	}
	if day.IsZero() {
		return times
	}
	for i := range times {
		t := &times[i]
		if hour, ok := strings.CutPrefix(t.Value, openDay+"T"); ok && t.Type == doc.TimeClock {
			t.Value = fmt.Sprintf("%sT%s", day.Value, hour)
			t.Interval, t.Anchor = day.Interval, day.Anchor
			t.Rule += ", on the day told beside it"
		}
	}
	return times
}
