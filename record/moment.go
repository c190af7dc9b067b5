package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/readout-project/readout/doc"
)

// moment is what an account tells of when its event took place.
type moment struct {
	days    doc.Interval // resolved days; zero when not
	weekday int          // 0 Sunday to 6, of an unresolved weekday; -1 otherwise
	month   time.Month   // of an unresolved calendar date; 0 otherwise
	day     int
	span    doc.Span // the words
	value   string
}

// momentOf reads the date of an event.
func momentOf(d *doc.Document, e *doc.Event) moment {
	m := moment{days: e.Date, weekday: -1}
	if e.Time < 0 || e.Time >= len(d.Times) {
		m.value = intervalText(e.Date)
		return m
	}
	t := d.Times[e.Time]
	m.span, m.value = t.Span, t.Value
	if m.days.IsZero() {
		m.days = t.Interval
	}
	if !m.days.IsZero() {
		return m
	}
	rest, ok := strings.CutPrefix(t.Value, "XXXX-")
	if !ok {
		return m
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(rest, "WXX-")); err == nil && strings.HasPrefix(rest, "WXX-") && n >= 1 && n <= 7 {
		m.weekday = n % 7
	} else if len(rest) == 5 && rest[2] == '-' {
		mm, err1 := strconv.Atoi(rest[:2])
		dd, err2 := strconv.Atoi(rest[3:])
		if err1 == nil && err2 == nil && mm >= 1 && mm <= 12 {
			m.month, m.day = time.Month(mm), dd
		}
	}
	return m
}

func (m moment) known() bool { return !m.days.IsZero() || m.weekday >= 0 || m.month > 0 }

// relation says how two moments stand to each other.
type relation uint8

const (
	untold       relation = iota // one of them tells nothing
	sameMoment                   // they agree
	otherDay                     // they differ by a day or two, or name different weekdays
	incomparable                 // a calendar date against a weekday, and nothing resolves either
	farApart                     // three days or more apart, or different years
)

// farDays is the distance from which two dates suggest two events.
const farDays = 3

// compare relates two moments.
func (m moment) compare(o moment) relation {
	switch {
	case !m.known() || !o.known():
		return untold
	case !m.days.IsZero() && !o.days.IsZero():
		return compareDays(m.days, o.days)
	case m.weekday >= 0 && o.weekday >= 0:
		if m.weekday == o.weekday {
			return sameMoment
		}
		return otherDay
	case m.month > 0 && o.month > 0:
		return compareDays(doc.On(m.inYear(2000)), doc.On(o.inYear(2000)))
	}
	if m.days.IsZero() {
		m, o = o, m
	}
	switch {
	case m.days.IsZero():
		return incomparable
	case o.weekday >= 0:
		return m.compareWeekday(o.weekday)
	}
	year := m.days.From.Year
	if m.days.From.IsZero() {
		return incomparable
	}
	return compareDays(m.days, doc.On(o.inYear(year)))
}

func (m moment) inYear(year int) doc.Day {
	d, _ := doc.NewDay(year, m.month, m.day)
	return d
}

// newsDays is how long after an event reports of it are news. A report that gives
// no date tells of what is about as old as it is itself.
const newsDays = 7

// newsApart reports whether two mentions, one of them undated, are too far apart
// for one event by the dates of publication.
func newsApart(x, y *mention) bool {
	a, c := x.when.days, y.when.days
	if a.IsZero() {
		a = x.published
	}
	if c.IsZero() {
		c = y.published
	}
	if a.From.IsZero() || a.To.IsZero() || c.From.IsZero() || c.To.IsZero() {
		return false
	}
	return a.To.DaysUntil(c.From) > newsDays || c.To.DaysUntil(a.From) > newsDays
}

// publishedBefore reports whether the mention gives no day and its report came out
// before the other's day: it can not tell of that.
func publishedBefore(m *mention, other moment) bool {
	return !m.when.known() && !m.published.To.IsZero() && !other.days.From.IsZero() && m.published.To.Before(other.days.From)
}

func compareDays(a, b doc.Interval) relation {
	if a.Overlaps(b) {
		return sameMoment
	}
	gap := a.To.DaysUntil(b.From)
	if b.To.Before(a.From) {
		gap = b.To.DaysUntil(a.From)
	}
	if gap >= farDays {
		return farApart
	}
	return otherDay
}

func (m moment) compareWeekday(weekday int) relation {
	if m.days.From.IsZero() || m.days.To.IsZero() || m.days.From.DaysUntil(m.days.To) >= 6 {
		return untold
	}
	for d := m.days.From; !m.days.To.Before(d); d = d.Add(1) {
		if int(d.Weekday()) == weekday {
			return sameMoment
		}
	}
	return otherDay
}

// String names the moment as a person would.
func (m moment) String() string {
	switch {
	case !m.days.IsZero():
		return intervalText(m.days)
	case m.weekday >= 0:
		return time.Weekday(m.weekday).String()
	case m.month > 0:
		return fmt.Sprintf("%s %d", m.month, m.day)
	}
	return "no day"
}

func intervalText(i doc.Interval) string {
	switch {
	case i.IsZero():
		return ""
	case i.Single():
		return i.From.String()
	}
	return i.From.String() + "/" + i.To.String()
}

// daysOf lists when the accounts say it was, each answer once: days by date, then
// weekdays from Monday on, then days of no known year.
func (b *builder) daysOf(set []int) []string {
	var told []moment
	for _, k := range set {
		if m := b.mentions[k].when; m.known() {
			told = append(told, m)
		}
	}
	unresolved := func(m moment) int {
		if m.days.IsZero() {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(told, func(x, y moment) int {
		return cmp.Or(cmp.Compare(unresolved(x), unresolved(y)),
			strings.Compare(x.days.From.String(), y.days.From.String()), strings.Compare(x.days.To.String(), y.days.To.String()),
			cmp.Compare(x.month, y.month), cmp.Compare(x.day, y.day), cmp.Compare((x.weekday+6)%7, (y.weekday+6)%7))
	})
	var days []string
	for _, m := range told {
		if !slices.Contains(days, m.String()) {
			days = append(days, m.String())
		}
	}
	return days
}

// datesOf is when an event took place by its accounts: the days that all allow,
// or, where they differ, from the first to the last day told. A weekday in a
// report without a date of publication stays a weekday: that another report is
// dated does not tell which week this one speaks of.
func (b *builder) datesOf(set []int) doc.Interval {
	var known []doc.Interval
	for _, k := range set {
		if m := b.mentions[k].when; !m.days.IsZero() {
			known = append(known, m.days)
		}
	}
	if len(known) == 0 {
		return doc.Interval{}
	}
	all, hull := known[0], known[0]
	agree := true
	for _, i := range known[1:] {
		agree = agree && all.Overlaps(i)
		all, hull = narrow(all, i), span(hull, i)
	}
	if agree {
		return all
	}
	return hull
}

// narrow is what two intervals that overlap have in common.
func narrow(a, b doc.Interval) doc.Interval {
	if a.From.IsZero() || !b.From.IsZero() && a.From.Before(b.From) {
		a.From = b.From
	}
	if a.To.IsZero() || !b.To.IsZero() && b.To.Before(a.To) {
		a.To = b.To
	}
	return a
}
