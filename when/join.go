package when

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

const openDay = "XXXX-XX-XX"

// join makes one expression of a day and a time of that day that stand side by
// side: "3 a.m. on Friday", "Friday at 0600 GMT".
func (c *clause) join(times []doc.Time) []doc.Time {
	var out []doc.Time
	for _, t := range times {
		if n := len(out); n > 0 && c.beside(out[n-1], t) {
			if joined, ok := joinTwo(out[n-1], t); ok {
				out[n-1] = joined
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// beside reports whether nothing but a comma or a preposition stands between.
func (c *clause) beside(a, b doc.Time) bool {
	if b.Start-a.End > longestWord {
		return false
	}
	switch strings.TrimSpace(c.doc.Text[a.End:b.Start]) {
	case "", ",", "on", "at", "of", ", on", ", at", "around", "about", "at about", "at around":
		return true
	}
	return false
}

func joinTwo(a, b doc.Time) (doc.Time, bool) {
	day, clock := a, b
	if strings.HasPrefix(a.Value, openDay+"T") {
		day, clock = b, a
	}
	hour, ok := strings.CutPrefix(clock.Value, openDay)
	if !ok || !strings.HasPrefix(hour, "T") || clock.Type != doc.TimeClock {
		return a, false
	}
	isDay := day.Interval.Single() || strings.HasPrefix(day.Value, "XXXX-WXX-") && len(day.Value) == len("XXXX-WXX-5") ||
		strings.HasPrefix(day.Value, "XXXX-") && strings.Count(day.Value, "-") == 2 && day.Value != openDay
	if day.Type != doc.TimeDate || !isDay {
		return a, false
	}
	day.Span = a.Span.Cover(b.Span)
	day.Type = doc.TimeClock
	day.Value += hour
	return day, true
}

// bound opens the interval of an expression that only bounds a time: "since
// 2011" has no end, "until Friday" no beginning.
func (c *clause) bound(times []doc.Time) []doc.Time {
	at := 0
	for i, t := range times {
		for at < len(c.pieces) && c.pieces[at].Start < t.Start {
			at++
		}
		if t.Type != doc.TimeDate || t.Interval.IsZero() {
			continue
		}
		switch w := c.word(at - 1); w {
		case "since":
			times[i].To = doc.Day{}
			times[i].Rule += ", since"
		case "until", "till":
			times[i].From = doc.Day{}
			times[i].Rule += ", " + w
		case "before":
			if from := t.From; !from.IsZero() && from != (doc.Day{Year: 1, Month: 1, Num: 1}) {
				times[i].Interval = doc.Interval{To: from.Add(-1)}
				times[i].Rule += ", before"
			}
		case "after":
			times[i].To = doc.Day{}
			times[i].Rule += ", after"
		}
	}
	return times
}

func lower(s string) string { return strings.ToLower(s) }
