package when

import (
	"fmt"
	"strings"

	"github.com/readout-project/readout/doc"
)

// farthestDays is how far from a date its report is sought: "last year" of January
// may be written in the December after.
const farthestDays = 800

// mostSought bounds the work on a report that is one list of dates.
const mostSought = 64

// besideDate takes an expression that counts from publication and the same time by
// the calendar right beside it: "later this month, on September 28, 2015", "this
// morning (September 5, 2015)".
func (b *bounds) besideDate(found []sighting, i int) {
	if i+1 >= len(found) || found[i].sentence.Start != found[i+1].sentence.Start {
		return
	}
	x, y := &found[i], &found[i+1]
	if !apposed(x.doc.Text[x.time.End:max(x.time.End, min(y.time.Start, len(x.doc.Text)))]) {
		return
	}
	if x.dated() {
		x, y = y, x
	}
	if !y.dated() || !x.counted() || x.said || y.said || y.argument() || x.argument() {
		return
	}
	if p := b.publishedIf(x, y.time.Interval); !p.IsZero() {
		b.hold(p, fmt.Sprintf("%s stands beside %s", x.words(), y.words()))
	}
}

// apposed reports whether what stands between two expressions makes one of them
// the other in other words.
func apposed(between string) bool {
	if len(between) > 8 {
		return false
	}
	switch strings.Join(strings.Fields(between), " ") {
	case ", on", ", in", "on", "(", "(on", ", the", "–", "—", ",":
		return true
	}
	return false
}

// argument reports whether the expression is what its clause is about: in "until
// last month, September 2014 was the hottest" the two are not one.
func (s *sighting) argument() bool {
	if s.tree == nil || s.head < 0 {
		return true // without a tree nothing can be said of it
	}
	switch s.tree.Preposition(s.head) {
	case "until", "till", "before", "after", "than", "unlike", "from", "to", "between":
		return true
	}
	switch s.tree.Rel(s.head) {
	case "nsubj", "csubj", "obj", "root":
		return true
	}
	return false
}

// counted reports whether the expression counts from publication and stays open
// without it.
func (s *sighting) counted() bool {
	if s.time.Anchor != doc.AnchorNone || s.time.Type != doc.TimeDate && s.time.Type != doc.TimeClock {
		return false
	}
	return !s.on(doc.Day{Year: 2000, Month: 1, Num: 1}).IsZero()
}

// on is the time that the expression means in a report published on that day.
func (s *sighting) on(day doc.Day) doc.Interval {
	as := *s.doc
	as.Report.Published = doc.Published{Interval: doc.On(day)}
	c := *s.clause
	c.doc = &as
	t, ok := c.resolve(s.m)
	if !ok || t.Anchor != doc.AnchorPublished {
		return doc.Interval{}
	}
	return t.Interval
}

// publishedIf is when a report was published in which the expression means a time
// that holds all of the date, the zero interval when the two do not go together.
func (b *bounds) publishedIf(s *sighting, date doc.Interval) doc.Interval {
	if b.sought++; b.sought > mostSought {
		return doc.Interval{} // so many tell no more than the first
	}
	if date.From.IsZero() || date.To.IsZero() || date.From.DaysUntil(date.To) > 31 {
		return doc.Interval{}
	}
	var p doc.Interval
	ended := false
	for n := -farthestDays; n <= farthestDays; n++ {
		day := date.From.Add(n)
		if day.Year < 1 || day.Year > newestYear {
			continue
		}
		means := s.on(day)
		fits := !means.From.IsZero() && !means.To.IsZero() && !date.From.Before(means.From) && !means.To.Before(date.To)
		switch {
		case fits && (ended || n == -farthestDays || n == farthestDays):
			return doc.Interval{} // more than one stretch, or one without an end
		case fits && p.IsZero():
			p = doc.On(day)
		case fits:
			p.To = day
		default:
			ended = !p.IsZero()
		}
	}
	return s.slack(p, date)
}

// slack widens what the rules take too exactly: whether a bare weekday lies ahead
// where the clause does not say so, and on which day a week begins.
func (s *sighting) slack(p, date doc.Interval) doc.Interval {
	if p.IsZero() {
		return p
	}
	switch {
	case strings.HasPrefix(s.time.Value, "XXXX-WXX-") && s.side == unknown:
		p = doc.Interval{From: date.From.Add(-7), To: date.To.Add(7)}
	case s.time.Value == "XXXX-WXX" || s.time.Value == "XXXX-WXX-WE":
		p = doc.Interval{From: p.From.Add(-1), To: p.To.Add(1)}
	}
	if s.side == behind && p.From.Before(date.From) {
		p.From = date.From
	}
	return p
}
