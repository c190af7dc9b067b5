package when

import (
	"fmt"
	"time"

	"github.com/readout-project/readout/doc"
)

// period is a stretch of the calendar with its TIMEX3 value. The zero period
// lies outside the years 1 to 9999.
type period struct {
	value string
	doc.Interval
}

func dayPeriod(d doc.Day) period {
	if !d.Time().After(time.Time{}) || d.Year > 9999 {
		return period{}
	}
	return period{d.String(), doc.On(d)}
}

// weekPeriod is the ISO week, Monday to Sunday, that holds the day.
func weekPeriod(d doc.Day) period {
	monday := d.Add(1 - isoWeekday(d))
	year, week := d.Time().ISOWeek()
	return within(fmt.Sprintf("%04d-W%02d", year, week), monday, monday.Add(6))
}

// weekendPeriod is the Saturday and Sunday of the ISO week that holds the day.
func weekendPeriod(d doc.Day) period {
	p := weekPeriod(d)
	if p.IsZero() {
		return p
	}
	return within(p.value+"-WE", p.From.Add(5), p.To)
}

// monthPeriod is a month; months before January and after December belong to
// other years.
func monthPeriod(year, month int) period {
	year += (month - 1) / 12
	if month = (month - 1) % 12; month < 0 {
		month += 12
		year--
	}
	month++
	first, ok := doc.NewDay(year, time.Month(month), 1)
	if !ok {
		return period{}
	}
	last := doc.DayOf(first.Time().AddDate(0, 1, -1))
	return within(fmt.Sprintf("%04d-%02d", year, month), first, last)
}

// quarterPeriod is a quarter of a year, 1 to 4.
func quarterPeriod(year, quarter int) period {
	from, to := monthPeriod(year, quarter*3-2), monthPeriod(year, quarter*3)
	return within(fmt.Sprintf("%04d-Q%d", year, quarter), from.From, to.To)
}

func yearPeriod(year int) period {
	return yearsPeriod(fmt.Sprintf("%04d", year), year, year)
}

// yearsPeriod is a run of years under a value of the caller's.
func yearsPeriod(value string, from, to int) period {
	first, ok1 := doc.NewDay(from, time.January, 1)
	last, ok2 := doc.NewDay(to, time.December, 31)
	if !ok1 || !ok2 {
		return period{}
	}
	return within(value, first, last)
}

// decadePeriod is the decade a year lies in: 199X.
func decadePeriod(year int) period {
	return yearsPeriod(fmt.Sprintf("%03dX", year/10), year/10*10, year/10*10+9)
}

// centuryPeriod is the century a year lies in, named by its first two digits.
func centuryPeriod(year int) period {
	return yearsPeriod(fmt.Sprintf("%02d", year/100), max(1, year/100*100), year/100*100+99)
}

func within(value string, from, to doc.Day) period {
	if from.Time().Year() < 1 || to.Time().Year() > 9999 || from.IsZero() || to.IsZero() {
		return period{}
	}
	return period{value, doc.Interval{From: from, To: to}}
}

// isoWeekday counts Monday as 1 and Sunday as 7.
func isoWeekday(d doc.Day) int {
	if w := int(d.Weekday()); w > 0 {
		return w
	}
	return 7
}

// addMonths is the same day so many months later, or the last day of that month
// when it is shorter.
func addMonths(d doc.Day, n int) doc.Day {
	p := monthPeriod(d.Year, int(d.Month)+n)
	if p.IsZero() {
		return doc.Day{}
	}
	return p.From.Add(min(d.Num, p.To.Num) - 1)
}
