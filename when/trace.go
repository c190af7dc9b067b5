package when

import (
	"fmt"

	"github.com/readout-project/readout/doc"
)

// Weighed is a time expression with what else it may mean, for a person to see why
// it means what it does.
type Weighed struct {
	doc.Span
	Others []Other
}

// Other is a reading that was considered and lost.
type Other struct{ Value, Lost string }

// Trace resolves the time expressions of a report again and returns, in order of the
// text, what else each of them may mean. The document is not changed.
func (s *Stage) Trace(d *doc.Document) []Weighed {
	if s == nil || s.rules == nil {
		return nil
	}
	t := &trace{}
	s.rules.read(d, t)
	return t.all
}

// trace collects what is considered; it is nil but for Trace.
type trace struct{ all []Weighed }

// begin begins an expression.
func (t *trace) begin(span doc.Span) {
	if t != nil {
		t.all = append(t.all, Weighed{Span: span})
	}
}

// lose notes a reading of the expression at hand, once.
func (t *trace) lose(value, why string) {
	if t == nil || len(t.all) == 0 || value == "" {
		return
	}
	w := &t.all[len(t.all)-1]
	for _, o := range w.Others {
		if o.Value == value {
			return
		}
	}
	w.Others = append(w.Others, Other{value, why})
}

// otherForms notes the shorter wordings that fit at the place of a match.
func (c *clause) otherForms(m match) {
	if c.trace == nil {
		return
	}
	p := c.pieces[m.start]
	forms := c.rules.byWord[p.word]
	if p.digits {
		forms = c.rules.byDigits
	}
	for _, i := range forms {
		f := &c.rules.forms[i]
		if f == m.form || !c.precedes(f.before, m.start) {
			continue
		}
		_, end, ok := c.row(f.body, m.start, nil)
		if !ok || end >= m.end {
			continue
		}
		if _, _, ok := c.row(f.after, end, nil); !ok {
			continue
		}
		span := doc.Span{Start: p.Start, End: c.pieces[end-1].End}
		c.trace.lose(fmt.Sprintf("“%s” by time/%s", c.doc.Slice(span), f.rule), "shorter than what fits")
	}
}

// otherDay notes the day that lies on the other side of publication.
func (c *clause) otherDay(d doc.Day, why string) {
	if c.trace != nil {
		c.trace.lose(dayPeriod(d).value, why)
	}
}

// otherYears notes the years near publication that a date without a year may be of.
func (c *clause) otherYears(in func(year int) period, published doc.Day, chosen period, why direction) {
	if c.trace == nil {
		return
	}
	for year := published.Year - 1; year <= published.Year+1; year++ {
		p := in(year)
		if p.IsZero() || p.value == chosen.value {
			continue
		}
		lost := "farther from publication"
		if why == behind && published.Before(p.From) || why == ahead && p.To.Before(published) {
			lost = "the sentence points the other way"
		}
		c.trace.lose(p.value, lost)
	}
}
