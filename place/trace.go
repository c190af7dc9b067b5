package place

import (
	"fmt"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/place/gazetteer"
)

// Weighed is a name with the entries of the gazetteer that it may mean, for a
// person to see why it is the place it is.
type Weighed struct {
	doc.Span
	Candidates []Candidate
}

// Candidate is an entry of the gazetteer that was considered.
type Candidate struct {
	gazetteer.Entry
	Country string // ISO 3166-1 alpha-3
	For     string // what in the report speaks for it
	Lost    string // why it is not the one; empty for the one chosen
}

// mostNamed is how many namesakes a trace lists: there are scores of San Josés.
const mostNamed = 8

// Trace resolves the places of a report again and returns, in order of the text, what
// was considered for each name. The document is not changed.
func (s *Stage) Trace(d *doc.Document) []Weighed {
	if s == nil || s.words == nil {
		return nil
	}
	t := &trace{}
	copied := *d
	copied.Places = nil
	s.read(&copied, t)
	at := map[doc.Span]int{}
	for i, w := range t.all {
		at[w.Span] = i + 1
	}
	var out []Weighed
	for _, p := range copied.Places {
		if i := at[p.Span]; i > 0 {
			out = append(out, t.all[i-1])
		}
	}
	return out
}

// trace collects what is considered; it is nil but for Trace.
type trace struct{ all []Weighed }

// weigh begins a name.
func (t *trace) weigh(span doc.Span) {
	if t != nil {
		t.all = append(t.all, Weighed{Span: span})
	}
}

func (r *report) consider(e gazetteer.Entry, speaks, lost string) {
	w := &r.trace.all[len(r.trace.all)-1]
	if len(w.Candidates) < mostNamed {
		w.Candidates = append(w.Candidates, Candidate{e, r.iso3(e.ISO2), speaks, lost})
	}
}

// lose notes entries that are out before they are weighed.
func (r *report) lose(entries []gazetteer.Entry, why string) {
	if r.trace == nil {
		return
	}
	for _, e := range entries {
		r.consider(e, "", why)
	}
}

// loseAll notes entries of which none could be chosen.
func (r *report) loseAll(all []choice, why string) {
	if r.trace == nil {
		return
	}
	for _, c := range all {
		r.consider(c.Entry, c.speaks(), why)
	}
}

// win notes the best of the entries and what the others lost by.
func (r *report) win(all []choice) {
	if r.trace == nil {
		return
	}
	for i, c := range all {
		lost := ""
		if i > 0 {
			lost = fmt.Sprintf("less speaks for it: %.1f against %.1f", c.score, all[0].score)
		}
		r.consider(c.Entry, c.speaks(), lost)
	}
}

// speaks is what in the report speaks for an entry.
func (c choice) speaks() string {
	if c.why == "" {
		return "population"
	}
	return c.why[1:]
}
