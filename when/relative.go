package when

import (
	"fmt"

	"github.com/readout-project/readout/doc"
)

// weekday is a day of the week. By itself it is the latest one that is not after
// publication, so that a report of Saturday that says Saturday means its own day;
// of what is to come it is the first that is not before publication.
func (c *clause) weekday(m *match, _ string) (reading, bool) {
	w := m.num("WEEKDAY")
	shift := m.get("SHIFT")
	ofWeek := false
	for i := m.start; i < m.end; i++ {
		ofWeek = ofWeek || c.word(i) == "week"
	}
	coming := c.word(m.start) == "this" && c.word(m.start+1) == "coming"
	return c.anchored(fmt.Sprintf("XXXX-WXX-%d", w), func(published doc.Day) period {
		since := (isoWeekday(published) - w + 7) % 7 // days since the last such day
		until := (7 - since) % 7
		switch {
		case ofWeek:
			return dayPeriod(published.Add(w - isoWeekday(published) + 7*atoi(shift)))
		case shift == "-1":
			return dayPeriod(published.Add(-(since+6)%7 - 1))
		case shift == "1" || coming:
			return dayPeriod(published.Add((until+6)%7 + 1))
		case c.tense(m) == ahead || c.deadline(m):
			c.otherDay(published.Add(-since), "the sentence points ahead")
			return dayPeriod(published.Add(until))
		}
		c.otherDay(published.Add(until), "the sentence does not point ahead")
		return dayPeriod(published.Add(-since))
	})
}

// deadline reports whether the expression ends something of which no verb says
// that it is over: "closed until Friday".
func (c *clause) deadline(m *match) bool {
	switch c.word(m.start - 1) {
	case "until", "till":
		return c.tense(m) == unknown || c.openEnded(m)
	case "by":
		return c.tense(m) == unknown
	}
	return false
}

// openEnded reports whether what goes on until the expression was begun by a word
// that points on: "continued to hold the exchange closed until Friday".
func (c *clause) openEnded(m *match) bool {
	for t := c.pieces[m.start].token - 1; t >= c.sentence.First && t >= c.pieces[m.start].token-reach; t-- {
		switch lower(c.doc.Form(t)) {
		case "continue", "continued", "continues", "extended", "extend", "remain", "remains", "postponed", "suspended", "adjourned", "delayed":
			return true
		}
	}
	return false
}

// day is a day counted from the day of publication. The argument is "N" or
// "N PART": "-1 NI" is last night.
func (c *clause) day(m *match, arg string) (reading, bool) {
	var n int
	var part string
	fmt.Sscan(arg, &n, &part) // time.txt is ours, and its tests read every line
	r, ok := c.anchored("XXXX-XX-XX", func(published doc.Day) period { return dayPeriod(published.Add(n)) })
	if part != "" {
		r.value, r.typ = r.value+"T"+part, doc.TimeClock
	}
	return r, ok
}

// unit is a week, month or year counted from that of publication. "Earlier this
// month" ends with the day of publication, "later this month" begins with it.
func (c *clause) unit(m *match, _ string) (reading, bool) {
	n, first := m.num("SHIFT"), c.word(m.start)
	unresolved := map[string]string{"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "10Y": "XXXX", "100Y": "XXXX", "3M": "XXXX-QX"}
	unit := m.get("CALUNIT")
	return c.anchored(unresolved[unit], func(published doc.Day) period {
		var p period
		switch unit {
		case "W":
			p = weekPeriod(published.Add(7 * n))
		case "WE":
			return c.weekendNear(m, published, n)
		case "M":
			p = monthPeriod(published.Year, int(published.Month)+n)
		case "3M":
			p = quarterAt(published.Year*4 + (int(published.Month)-1)/3 + n)
		case "Y":
			p = yearPeriod(published.Year + n)
		case "10Y":
			p = decadePeriod(published.Year + 10*n)
		case "100Y":
			p = centuryPeriod(published.Year + 100*n)
		}
		if n == 0 && first == "earlier" {
			p.To = published
		}
		if n == 0 && first == "later" {
			p.From = published
		}
		return p
	})
}

// weekend is "the weekend": the last one, or the next where the sentence points
// ahead.
func (c *clause) weekend(m *match, _ string) (reading, bool) {
	return c.anchored("XXXX-WXX-WE", func(published doc.Day) period { return c.weekendNear(m, published, 0) })
}

// weekendNear counts weekends: on a Saturday or Sunday this weekend is under
// way, on other days it has passed or is to come as the tense says.
func (c *clause) weekendNear(m *match, published doc.Day, n int) period {
	underWay := isoWeekday(published) >= 6
	switch {
	case n < 0 || (n == 0 && !underWay && c.tense(m) != ahead):
		return weekendPeriod(published.Add(-7))
	case n > 0 && underWay:
		return weekendPeriod(published.Add(7))
	}
	return weekendPeriod(published)
}

// quarterAt is a quarter counted from the year 0.
func quarterAt(n int) period { return quarterPeriod(n/4, n%4+1) }

// quarter is a numbered quarter of a year; without a year it is the latest that
// began before publication.
func (c *clause) quarter(m *match, _ string) (reading, bool) {
	q := m.num("ORD")
	for i := m.start; i < m.end; i++ {
		if w := c.word(i); w == "final" || w == "last" {
			q = 4
		}
	}
	if q < 1 || q > 4 {
		return reading{}, false
	}
	if year := m.num("YEAR"); year > 0 {
		return inText(quarterPeriod(year, q))
	}
	shift := m.get("SHIFT")
	return c.anchored(fmt.Sprintf("XXXX-Q%d", q), func(published doc.Day) period {
		p := quarterPeriod(published.Year+atoi(shift), q)
		if shift == "" && !p.IsZero() && published.Before(p.From) && c.tense(m) != ahead {
			p = quarterPeriod(published.Year-1, q)
		}
		return p
	})
}

// season is a season. Its interval is the whole year, since the text does not say
// of which hemisphere it speaks; a winter reaches into the next year.
func (c *clause) season(m *match, _ string) (reading, bool) {
	s := m.get("SEASON")
	of := func(year int) period {
		last := year
		if s == "WI" {
			last++
		}
		return yearsPeriod(fmt.Sprintf("%04d-%s", year, s), year, last)
	}
	if year := m.num("YEAR"); year > 0 {
		return inText(of(year))
	}
	begins := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[s]
	n := m.num("SHIFT")
	return c.anchored("XXXX-"+s, func(published doc.Day) period {
		year := published.Year
		// Last summer is the last one that has begun and, by now, is over.
		if n < 0 && int(published.Month) < begins+3 {
			year--
		}
		if n > 0 && int(published.Month) >= begins {
			year++
		}
		return of(year)
	})
}

// offset is so many units before or after publication, as exact as the unit.
func (c *clause) offset(m *match, arg string) (reading, bool) {
	sign := atoi(arg)
	unit, count := m.get("UNIT"), m.get("N")
	vague := "PAST_REF"
	if sign > 0 {
		vague = "FUTURE_REF"
	}
	if count == "X" || len(unit) == 2 && unit[0] == 'T' {
		return open(vague)
	}
	n := atoi(count) * sign
	if unit == "Y" && n == -1 && !c.before.quarter.IsZero() {
		return c.yearEarlier(m, "")
	}
	switch unit {
	case "D":
		return c.anchored("XXXX-XX-XX", func(p doc.Day) period { return dayPeriod(p.Add(n)) })
	case "W", "2W":
		if unit == "2W" {
			n *= 2
		}
		return c.anchored("XXXX-WXX", func(p doc.Day) period { return weekPeriod(p.Add(7 * n)) })
	case "M":
		return c.anchored("XXXX-XX", func(p doc.Day) period { return monthPeriod(p.Year, int(p.Month)+n) })
	case "Y":
		return c.anchored("XXXX", func(p doc.Day) period { return yearPeriod(p.Year + n) })
	case "10Y":
		return c.anchored("XXXX", func(p doc.Day) period { return decadePeriod(p.Year + 10*n) })
	case "100Y":
		return c.anchored("XXXX", func(p doc.Day) period { return centuryPeriod(p.Year + 100*n) })
	}
	return reading{}, false
}
