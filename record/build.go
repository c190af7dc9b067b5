package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/story"
)

// builder is a record in the making.
type builder struct {
	docs     []*doc.Document
	rec      *Record
	storyOf  []int   // by report; -1 for reports that were not read
	entityOf [][]int // by report and local entity: the record's entity
	sharing  sharing
	mentions []mention
	spoken   spoken
}

// Build makes the record of reports that went through the pipeline. The order of
// the reports decides in which order things are listed, and nothing else.
func Build(docs []*doc.Document) *Record {
	b := &builder{docs: docs, rec: &Record{Documents: docs}, storyOf: make([]int, len(docs))}
	groups := story.Group(docs)
	b.rec.Copies = groups.Copies
	b.stories(groups.Stories)
	b.entities()
	b.sharing = newSharing(groups.Copies)
	b.statements()
	b.events()
	b.disagreements()
	b.timeline()
	return b.rec
}

func (b *builder) stories(groups [][]int) {
	for i := range b.storyOf {
		b.storyOf[i] = -1
	}
	for n, reports := range groups {
		s := Story{Reports: reports, Title: b.title(reports[0])}
		for _, r := range reports {
			b.storyOf[r] = n
			// A range that the text leaves open tells not when the story ran.
			if p := b.docs[r].Report.Published; !p.From.IsZero() && !p.To.IsZero() {
				s.Dates = span(s.Dates, p.Interval)
			}
		}
		b.rec.Stories = append(b.rec.Stories, s)
	}
}

// title is the report's title, else its first sentence.
func (b *builder) title(report int) string {
	d := b.docs[report]
	if d.Report.Title != "" {
		return d.Report.Title
	}
	if len(d.Sentences) > 0 {
		return strings.TrimSpace(d.Slice(d.Sentences[0].Span))
	}
	return ""
}

// span is the shortest interval that holds both.
func span(a, b doc.Interval) doc.Interval {
	if !b.From.IsZero() && (a.From.IsZero() || b.From.Before(a.From)) {
		a.From = b.From
	}
	if !b.To.IsZero() && (a.To.IsZero() || a.To.Before(b.To)) {
		a.To = b.To
	}
	return a
}

// compareReports orders reports by their content, so that ties do not depend on
// the order of reading.
func (b *builder) compareReports(x, y int) int {
	return cmp.Or(strings.Compare(b.docs[x].Report.ID, b.docs[y].Report.ID), strings.Compare(b.docs[x].Text, b.docs[y].Text), cmp.Compare(x, y))
}

// timeline lists what took place, or is said to have, by date; what has no date
// stands last, in the order of the reports.
func (b *builder) timeline() {
	for n, e := range b.rec.Events {
		if real(b.leading(e).Status) {
			b.rec.Timeline = append(b.rec.Timeline, TimelineEntry{Dates: e.Date, Event: n})
		}
	}
	slices.SortStableFunc(b.rec.Timeline, func(x, y TimelineEntry) int {
		switch {
		case x.Dates.From.IsZero() != y.Dates.From.IsZero():
			if x.Dates.From.IsZero() {
				return 1
			}
			return -1
		case x.Dates.From.Before(y.Dates.From):
			return -1
		case y.Dates.From.Before(x.Dates.From):
			return 1
		}
		return 0
	})
}

// leading is the account that stands for the event: its first.
func (b *builder) leading(e Event) *doc.Event {
	a := e.Accounts[0]
	return &b.docs[a.Report].Events[a.Event]
}

// real reports whether the status is of something that took place, or is said to have.
func real(s doc.EventStatus) bool {
	switch s {
	case doc.Asserted, doc.Reported, doc.Alleged, doc.Historical, "":
		return true
	}
	return false
}
