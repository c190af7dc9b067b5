package doc

import (
	"fmt"
	"time"
)

// Day is a calendar day of the proleptic Gregorian calendar. The zero Day is
// "not known"; every other value is a day that exists.
type Day struct {
	Year  int
	Month time.Month
	Num   int // day of the month, 1 to 31
}

// NewDay returns the day of that date, and false when no such day exists
// (31 February) or the year lies outside 1 to 9999.
func NewDay(year int, month time.Month, day int) (Day, bool) {
	if year < 1 || year > 9999 {
		return Day{}, false
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != day {
		return Day{}, false
	}
	return Day{year, month, day}, true
}

// DayOf returns the calendar day of t in t's own zone.
func DayOf(t time.Time) Day { return Day{t.Year(), t.Month(), t.Day()} }

// ParseDay reads "2015-09-05".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is not a date of the form 2015-09-05", s)
	}
	return DayOf(t), nil
}

// IsZero reports whether the day is not known.
func (d Day) IsZero() bool { return d == Day{} }

// String writes the day as "2015-09-05", and "" when it is not known.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Num)
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Date(d.Year, d.Month, d.Num, 0, 0, 0, 0, time.UTC) }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Add returns the day n days later (earlier when n is negative).
func (d Day) Add(n int) Day { return DayOf(d.Time().AddDate(0, 0, n)) }

// Before reports whether d is an earlier day than e.
func (d Day) Before(e Day) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Num < e.Num
}

// DaysUntil returns how many days e lies after d (negative when before).
func (d Day) DaysUntil(e Day) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// Interval is a run of days, both ends included. A zero end is open: the text
// does not say where it begins or ends. Both zero: nothing is known.
type Interval struct{ From, To Day }

// On is the interval of a single day.
func On(d Day) Interval { return Interval{d, d} }

// IsZero reports whether nothing is known of the interval.
func (i Interval) IsZero() bool { return i.From.IsZero() && i.To.IsZero() }

// Single reports whether the interval is exactly one known day.
func (i Interval) Single() bool { return !i.From.IsZero() && i.From == i.To }

// Overlaps reports whether the two intervals may share a day. An open end
// reaches any day, and an unknown interval overlaps everything.
func (i Interval) Overlaps(j Interval) bool {
	if !i.To.IsZero() && !j.From.IsZero() && i.To.Before(j.From) {
		return false
	}
	if !j.To.IsZero() && !i.From.IsZero() && j.To.Before(i.From) {
		return false
	}
	return true
}
