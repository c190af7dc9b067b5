package pipeline

import (
	"fmt"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// sound checks that every finding points into its own report: spans lie within
// the text and cut no code point, and references name something that is there.
// A finding that points nowhere could not be opened onto its evidence, so the
// report counts as failed rather than written with it.
func sound(d *doc.Document) error {
	c := checker{d: d}
	for i, b := range d.Blocks {
		c.span("block", i, b.Span)
	}
	for i, s := range d.Sentences {
		c.span("sentence", i, s.Span)
		c.index("sentence", i, "block", s.Block, 0, len(d.Blocks))
		c.index("sentence", i, "first token", s.First, 0, s.Last+1)
		c.index("sentence", i, "last token", s.Last, 0, len(d.Tokens)+1)
	}
	for i, t := range d.Tokens {
		c.span("token", i, t.Span)
		c.index("token", i, "head", t.Head, -1, len(d.Tokens))
	}
	for i, e := range d.Entities {
		c.span("entity", i, e.Evidence)
		c.indexes("entity", i, "member", e.Members, len(d.Entities))
		for _, m := range e.Mentions {
			c.span("mention of entity", i, m.Span)
			c.index("mention of entity", i, "head", m.Head, -1, len(d.Tokens))
		}
	}
	for i, t := range d.Times {
		c.span("time", i, t.Span)
	}
	for i, p := range d.Places {
		c.span("place", i, p.Span)
	}
	for i, q := range d.Quotes {
		c.spans("quote", i, q.Content)
		c.span("quote", i, q.Source)
		c.span("quote", i, q.Cue)
		c.spans("quote", i, q.Via)
		c.index("quote", i, "speaker", q.Speaker, -1, len(d.Entities))
		c.indexes("quote", i, "joint speaker", q.Joint, len(d.Entities))
		c.index("quote", i, "addressee", q.Addressee, -1, len(d.Entities))
	}
	for i, e := range d.Events {
		c.span("event", i, e.Trigger)
		c.span("event", i, e.Clause)
		c.index("event", i, "sentence", e.Sentence, 0, len(d.Sentences))
		c.index("event", i, "time", e.Time, -1, len(d.Times))
		c.index("event", i, "place", e.Place, -1, len(d.Places))
		c.index("event", i, "first mention", e.SameAs, -1, len(d.Events))
		c.indexes("event", i, "actor", e.Actor, len(d.Entities))
		c.indexes("event", i, "recipient", e.Recipient, len(d.Entities))
		c.indexes("event", i, "attribution", e.Attribution, len(d.Entities))
	}
	for i, q := range d.Quantities {
		c.span("quantity", i, q.Span)
		c.span("quantity", i, q.Counted)
		c.span("quantity", i, q.Counted)
		c.index("quantity", i, "event", q.Event, -1, len(d.Events))
	}
	for i, u := range d.Uncoded {
		c.span("uncoded", i, u.Span)
		c.index("uncoded", i, "sentence", u.Sentence, 0, len(d.Sentences))
	}
	return c.err
}

// checker keeps the first fault it finds.
type checker struct {
	d   *doc.Document
	err error
}

func (c *checker) span(what string, i int, s doc.Span) {
	text := c.d.Text
	if c.err != nil {
		return
	}
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		c.err = fmt.Errorf("%s %d: span [%d, %d) lies outside the text of %d bytes", what, i, s.Start, s.End, len(text))
		return
	}
	for _, at := range [2]int{s.Start, s.End} {
		if at < len(text) && !utf8.RuneStart(text[at]) {
			c.err = fmt.Errorf("%s %d: span [%d, %d) cuts a character", what, i, s.Start, s.End)
			return
		}
	}
}

func (c *checker) spans(what string, i int, spans []doc.Span) {
	for _, s := range spans {
		c.span(what, i, s)
	}
}

// index checks that low <= at < high.
func (c *checker) index(what string, i int, field string, at, low, high int) {
	if c.err == nil && (at < low || at >= high) {
		c.err = fmt.Errorf("%s %d: %s %d does not exist", what, i, field, at)
	}
}

func (c *checker) indexes(what string, i int, field string, from []int, n int) {
	for _, at := range from {
		c.index(what, i, field, at, 0, n)
	}
}
