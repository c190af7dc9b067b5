package when

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/readout-project/readout/doc"
)

// length writes a duration: "P3D", "PT90M", "PXY". False for an ordinal "second".
func length(count, unit string) (string, bool) {
	if count == "" {
		count = "1"
	}
	if len(unit) == 2 && unit[0] == 'T' {
		return "PT" + count + unit[1:], true
	}
	// Longer units are written in years, months or weeks: two decades are P20Y.
	digits := 0
	for digits < len(unit) && unit[digits] >= '0' && unit[digits] <= '9' {
		digits++
	}
	if factor := atoi(unit[:digits]); factor > 0 && count != "X" {
		n, err := strconv.Atoi(count)
		if err != nil {
			return "", false
		}
		count = strconv.Itoa(n * factor)
	}
	return "P" + count + unit[digits:], true
}

func lasting(value string) (reading, bool) {
	return reading{typ: doc.TimeDuration, period: period{value: value}, anchor: doc.AnchorNone}, true
}

// duration is a stretch of time that the text hangs on no date.
func (c *clause) duration(m *match, _ string) (reading, bool) {
	unit, count := m.get("UNIT")+m.get("UNITS"), m.get("N")
	switch {
	case c.word(m.end-1) == "second": // "a second round", "the 2015 second team"
		return reading{}, false
	case c.rate(m.start): // "three flights a week"
		return reading{}, false
	case c.word(m.end-2) == "half":
		count += ".5"
	}
	v, ok := length(count, unit)
	if !ok {
		return reading{}, false
	}
	return lasting(v)
}

// rate reports whether "a week" follows what is counted by the week.
func (c *clause) rate(at int) bool {
	if w := c.word(at); w != "a" && w != "an" {
		return false
	}
	tag := c.xpos(at - 1)
	return strings.HasPrefix(tag, "NN") || tag == "CD"
}

// vague is a stretch of time of a length that the text leaves open.
func (c *clause) vague(m *match, _ string) (reading, bool) {
	v, ok := length("X", m.get("UNIT")+m.get("UNITS"))
	if !ok {
		return reading{}, false
	}
	return lasting(v)
}

// stretch is a length of time that ends (sign -1) or begins (1) with publication.
func (c *clause) stretch(m *match, sign int) (reading, bool) {
	count, unit := m.get("N"), m.get("UNIT")
	if count == "" && c.word(m.end-1) != "" && len(c.word(m.end-1)) > 1 && c.word(m.end - 1)[len(c.word(m.end-1))-1] == 's' {
		count = "X" // "the past months"
	}
	v, ok := length(count, unit)
	if !ok {
		return reading{}, false
	}
	r, _ := lasting(v)
	pub := c.doc.Report.Published.Interval
	if count == "X" || !pub.Single() {
		return r, true
	}
	n := max(1, atoi(count)) * sign
	end := pub.From
	switch unit {
	case "TH", "TM", "TS":
		end = end.Add(sign)
	case "D":
		end = end.Add(n)
	case "W":
		end = end.Add(7 * n)
	case "2W":
		end = end.Add(14 * n)
	case "M":
		end = addMonths(end, n)
	case "Y":
		end = addMonths(end, 12*n)
	case "10Y":
		end = addMonths(end, 120*n)
	default:
		return r, true
	}
	from, to := end, pub.From
	if sign > 0 {
		from, to = to, from
	}
	if p := within(v, from, to); !p.IsZero() {
		r.period, r.anchor = p, doc.AnchorPublished
	}
	return r, true
}

func repeated(value string) (reading, bool) {
	return reading{typ: doc.TimeSet, period: period{value: value}, anchor: doc.AnchorNone}, true
}

// set is a time that comes again and again.
func (c *clause) set(m *match, _ string) (reading, bool) {
	if w := m.num("WEEKDAY") + m.num("WEEKDAYS"); w > 0 {
		return repeated("XXXX-WXX-" + strconv.Itoa(w))
	}
	if month := m.num("MONTH"); month > 0 {
		return repeated(fmt.Sprintf("XXXX-%02d", month))
	}
	count := m.get("N")
	if c.word(m.start) != "every" { // "three times a week" comes once a week, thrice
		count = "1"
	}
	v, ok := length(count, m.get("UNIT"))
	if !ok {
		return reading{}, false
	}
	return repeated(v)
}

// clockTime is a time of a day that is not told with it.
func (c *clause) clockTime(m *match, _ string) (reading, bool) {
	return reading{typ: doc.TimeClock, period: period{value: "XXXX-XX-XX" + m.get("CLOCK")}, anchor: doc.AnchorNone}, true
}
