package when

import (
	"fmt"
	"time"

	"github.com/readout-project/readout/doc"
)

// monthOf reads the month of a match, written as a word or in digits.
func monthOf(m *match) int {
	for _, name := range []string{"MONTH", "PLAINMONTH", "MM"} {
		if v := m.num(name); v > 0 {
			return v
		}
	}
	return 0
}

// date is a month or a day with or without its year.
func (c *clause) date(m *match, _ string) (reading, bool) {
	month, day := monthOf(m), m.num("DAY")+m.num("DD")
	if year := m.num("YEAR"); year > 0 {
		if day == 0 {
			return inText(monthPeriod(year, month))
		}
		d, ok := doc.NewDay(year, time.Month(month), day)
		if !ok {
			return reading{}, false
		}
		return inText(dayPeriod(d))
	}
	if day == 0 {
		return c.monthWithoutYear(m, month)
	}
	// A leap year has every day that some year has.
	if _, ok := doc.NewDay(2000, time.Month(month), day); !ok {
		return reading{}, false
	}
	// "In March 15 people were killed" tells no day.
	if first := c.word(m.start - 1); c.pluralNoun(m.end) && first != "the" && c.pieces[m.end-1].digits && c.word(m.end-2) != "of" && monthFirst(c, m) {
		return reading{}, false
	}
	unresolved := fmt.Sprintf("XXXX-%02d-%02d", month, day)
	if c.noYearOfNews(m.end) {
		return open(unresolved)
	}
	return c.anchored(unresolved, func(published doc.Day) period {
		return c.nearestYear(m, published, func(year int) period {
			d, ok := doc.NewDay(year, time.Month(month), day)
			if !ok || !c.fallsOn(m, d) {
				return period{}
			}
			return dayPeriod(d)
		})
	})
}

// noYearOfNews reports whether a number stands behind a day that is no year of the
// rules and counts nothing either: "December 31, 9999" is not of this year.
func (c *clause) noYearOfNews(i int) bool {
	if c.word(i) == "," {
		i++
	}
	return i < len(c.pieces) && c.pieces[i].digits && c.pieces[i].Len() >= 4 && !c.counts(i+1)
}

// monthFirst reports whether the day follows the month.
func monthFirst(c *clause, m *match) bool { return !c.pieces[m.start].digits }

// fallsOn reports whether the day is of the weekday that the text gives with it.
func (c *clause) fallsOn(m *match, d doc.Day) bool {
	w := m.num("WEEKDAY") + m.num("WDAY")
	return w == 0 || w == isoWeekday(d)
}

func (c *clause) monthWithoutYear(m *match, month int) (reading, bool) {
	unresolved := fmt.Sprintf("XXXX-%02d", month)
	shift := m.get("SHIFT")
	if shift == "" {
		return c.anchored(unresolved, func(published doc.Day) period {
			return c.nearestYear(m, published, func(year int) period { return monthPeriod(year, month) })
		})
	}
	return c.anchored(unresolved, func(published doc.Day) period {
		year := published.Year
		switch {
		case c.word(m.end-1) == "year": // "June last year"
			year += atoi(shift)
		case shift == "-1" && month >= int(published.Month): // "last June"
			year--
		case shift == "1" && month <= int(published.Month): // "next June"
			year++
		}
		return monthPeriod(year, month)
	})
}

// nearestYear chooses the year of a date that gives none: the nearest to
// publication, unless the tense points the other way and the date that lies there
// is not much farther off. Nobody writes "on November 20" of a day eleven months
// ago on the second of November. A date that exists only in some years (29
// February, a date with its weekday) is sought a few years around.
func (c *clause) nearestYear(m *match, published doc.Day, in func(year int) period) period {
	var near, told period
	var nearDays, toldDays int
	direction := c.tense(m)
	if m.get("WEEKDAY")+m.get("WDAY") != "" {
		direction = unknown // the weekday tells the year better
	}
	for _, around := range []int{1, 8} {
		for year := published.Year - around; year <= published.Year+around; year++ {
			p := in(year)
			if p.IsZero() {
				continue
			}
			days, lies := 0, direction // the day of publication lies either way
			switch {
			case p.To.Before(published):
				days, lies = p.To.DaysUntil(published), behind
			case published.Before(p.From):
				days, lies = published.DaysUntil(p.From), ahead
			}
			if near.IsZero() || days < nearDays {
				near, nearDays = p, days
			}
			if lies == direction && (told.IsZero() || days < toldDays) {
				told, toldDays = p, days
			}
		}
		if !near.IsZero() {
			break
		}
	}
	if !told.IsZero() && toldDays <= muchFarther*nearDays {
		near = told
	}
	c.otherYears(in, published, near, direction)
	return near
}

// muchFarther is how many times as far off as the nearest date one may lie to
// which the tense points.
const muchFarther = 3

// slashes is a date of three numbers. Which of the first two is the month is
// known only when the other cannot be one.
func (c *clause) slashes(m *match, _ string) (reading, bool) {
	var n []int
	for _, cap := range m.caps {
		n = append(n, atoi(cap.value))
	}
	if len(n) != 3 || n[0] < 1 || n[1] < 1 || n[0] > 31 || n[1] > 31 {
		return reading{}, false
	}
	month, day, year := n[0], n[1], n[2]
	switch {
	case month > 12 && day > 12:
		return reading{}, false
	case month > 12:
		month, day = day, month
	case day <= 12 && day != month:
		return open(fmt.Sprintf("%04d-XX-XX", year))
	}
	d, ok := doc.NewDay(year, time.Month(month), day)
	if !ok {
		return reading{}, false
	}
	return inText(dayPeriod(d))
}

// days is a run of days of one month.
func (c *clause) days(m *match, _ string) (reading, bool) {
	month, first, last := monthOf(m), m.num("DAY"), m.num("DAY2")
	both := func(year int) period {
		from, ok1 := doc.NewDay(year, time.Month(month), first)
		to, ok2 := doc.NewDay(year, time.Month(month), last)
		if !ok1 || !ok2 || !from.Before(to) {
			return period{}
		}
		return within(from.String()+"/"+to.String(), from, to)
	}
	if year := m.num("YEAR"); year > 0 {
		return inText(both(year))
	}
	if both(2000).IsZero() {
		return reading{}, false
	}
	return c.anchored(fmt.Sprintf("XXXX-%02d-%02d/XXXX-%02d-%02d", month, first, month, last), func(published doc.Day) period {
		return c.nearestYear(m, published, both)
	})
}

// year is a year, or a number that could be one and counts nothing.
func (c *clause) year(m *match, _ string) (reading, bool) {
	year := m.num("YEAR")
	if m.form.rule == "calendar/year-or-number" && (year < 1900 || year > 2099 || c.counts(m.end)) {
		return reading{}, false
	}
	return inText(yearPeriod(year))
}

// counts reports whether the number before piece i counts what stands there: a
// noun in the plural, with an adjective before it at most.
func (c *clause) counts(i int) bool {
	return c.pluralNoun(i) || (c.xpos(i) == "JJ" && c.pluralNoun(i+1)) || c.word(i) == "percent" || c.word(i) == "of"
}

// years is a run of years.
func (c *clause) years(m *match, _ string) (reading, bool) {
	from, to := m.num("YEAR"), m.num("YEAR2")
	if m.get("YY") != "" {
		to = from/100*100 + m.num("YY")
	}
	if from < 1800 || to > 2099 || to <= from || to > from+100 {
		return reading{}, false
	}
	return inText(yearsPeriod(fmt.Sprintf("%04d/%04d", from, to), from, to))
}

func (c *clause) decade(m *match, _ string) (reading, bool) {
	return inText(decadePeriod(m.num("DECADE")))
}

func (c *clause) century(m *match, _ string) (reading, bool) {
	n := m.num("ORD")
	if n < 1 || n > 30 {
		return reading{}, false
	}
	return inText(centuryPeriod((n - 1) * 100))
}
