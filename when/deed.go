package when

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/readout-project/readout/doc"
	syntax "github.com/readout-project/readout/english/clause"
)

// byWeekday finds the year of a date that gives its weekday in place of it ("Friday,
// September 4"), where the range leaves one year only in which the date falls on
// that day. Nobody leaves out a year that is not the present one, so the report
// is of the twelve months from there.
func (b *bounds) byWeekday(found []sighting) map[int]doc.Day {
	days := map[int]doc.Day{}
	if b.contradicted || b.From.IsZero() || b.To.IsZero() || b.From.DaysUntil(b.To) > 20*366 {
		return days
	}
	known := b.Interval
	for i := range found {
		s := &found[i]
		if s.m.num("WEEKDAY")+s.m.num("WDAY") == 0 || s.m.num("YEAR") > 0 || monthOf(&s.m) == 0 || s.said || s.side == unknown {
			continue
		}
		var day doc.Day
		var months doc.Interval
		several := false
		for year := known.From.Year - 1; year <= known.To.Year+1; year++ {
			d, ok := doc.NewDay(year, time.Month(monthOf(&s.m)), s.m.num("DAY")+s.m.num("DD"))
			if !ok || !s.fallsOn(&s.m, d) {
				continue
			}
			p := doc.Interval{From: d, To: d.Add(364)}
			if s.side == ahead {
				p = doc.Interval{From: d.Add(-364), To: d}
			}
			if !p.Overlaps(known) {
				continue
			}
			several = several || !day.IsZero()
			day, months = d, p
		}
		if several || day.IsZero() {
			continue
		}
		days[i] = day
		b.hold(months, fmt.Sprintf("%s falls in %d alone of the years left", s.words(), day.Year))
	}
	return days
}

// sameDeeds takes expressions that count from publication and dates elsewhere in
// the report of which the same is told: who resigned "on Friday" and who "resigned
// on Friday, September 4, 2015".
func (b *bounds) sameDeeds(found []sighting, years map[int]doc.Day) {
	type dated struct {
		*sighting
		deed
		date doc.Interval
	}
	byVerb := map[string][]dated{}
	for i := range found {
		y := &found[i]
		date := y.time.Interval
		if day, ok := years[i]; ok {
			date = doc.On(day)
		} else if !y.dated() {
			continue
		}
		if y.side == unknown || y.said {
			continue
		}
		if d := y.deed(); d.verb != "" && len(byVerb[d.verb]) < mostSought {
			byVerb[d.verb] = append(byVerb[d.verb], dated{y, d, date})
		}
	}
	if len(byVerb) == 0 {
		return
	}
	for i := range found {
		x := &found[i]
		if x.side == unknown || x.said || x.time.Anchor != doc.AnchorNone {
			continue
		}
		tells := x.deed()
		for _, y := range byVerb[tells.verb] {
			if y.side != x.side || y.sentence.Start == x.sentence.Start || !tells.same(y.deed) || !x.counted() {
				continue
			}
			if p := b.publishedIf(x, y.date); !p.IsZero() {
				b.hold(p, fmt.Sprintf("the same is told of %s and of %s", x.words(), y.words()))
			}
		}
	}
}

// deed is what a clause tells: its verb and who takes part.
type deed struct {
	verb          string
	subject       string
	names         map[string]bool
	distinguished bool // by words that set it off from others of its kind
}

// longestDeed is how many tokens a sentence may have to be known again.
const longestDeed = 120

// deed reads the clause of a sighting; the zero deed where the verb says too little.
func (s *sighting) deed() deed {
	t := s.tree
	if t == nil || s.head < 0 || s.sentence.Last-s.sentence.First > longestDeed {
		return deed{}
	}
	v := t.Head(s.head)
	if v == syntax.None || !t.Verbal(v) || s.rules.light[t.Lemma(v)] {
		return deed{}
	}
	subject := t.Subject(v)
	if subject == syntax.None || t.Negation(v) != syntax.None {
		return deed{}
	}
	d := deed{verb: t.Lemma(v), subject: t.Lower(subject), names: map[string]bool{}}
	for i := s.sentence.First; i < s.sentence.Last; i++ {
		form := s.doc.Form(i)
		if s.time.Span.Overlaps(s.doc.Tokens[i].Span) || len(form) > longestWord {
			continue
		}
		d.distinguished = d.distinguished || s.rules.another[strings.ToLower(form)]
		if s.doc.Tokens[i].UPOS == "PROPN" && strings.IndexFunc(form, unicode.IsUpper) == 0 && t.Under(i, v) {
			d.names[form] = true
		}
	}
	return d
}

// same reports whether two clauses tell one deed: one verb, one subject, two names
// in common and none on both sides that the other lacks. "The two last met on
// Friday, August 14, 2015" tells another meeting and says so.
func (d deed) same(e deed) bool {
	if e.verb != d.verb || e.subject != d.subject || d.distinguished || e.distinguished {
		return false
	}
	common := 0
	for n := range d.names {
		if e.names[n] {
			common++
		}
	}
	return common >= 2 && (common == len(d.names) || common == len(e.names))
}
