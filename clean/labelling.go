package clean

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// labelling is the work on one report: its lines, and what is known about them.
type labelling struct {
	furniture *furniture
	text      string
	lines     []*line
	drawn     []piece          // the parts of a page; nil for text
	stated    string           // the title the input states
	recurring map[lineKey]bool // lines that the outlet prints again and again
	dateline  *Dateline
}

// newLabelling splits the report into lines. The parts of a page are its lines.
func newLabelling(f *furniture, recurring map[lineKey]bool, d *doc.Document, drawn []piece) *labelling {
	l := &labelling{furniture: f, recurring: recurring, text: d.Text, drawn: drawn, stated: d.Report.Title}
	if drawn != nil {
		for _, p := range drawn {
			ln := newLine(d.Text, p.Span)
			ln.given, ln.gap = p.kind, true
			l.lines = append(l.lines, ln)
		}
		return l
	}
	spans, gaps := splitLines(d.Text)
	spans, gaps = unwrap(d.Text, spans, gaps)
	for i, s := range spans {
		ln := newLine(d.Text, s)
		ln.gap = gaps[i]
		l.lines = append(l.lines, ln)
	}
	return l
}

// label gives every line its kind, surest evidence first: no rule relabels what
// an earlier one labelled.
func (l *labelling) label() {
	l.markScripts()
	l.markOtherAlphabets()
	l.splitGlue()
	l.findStatedTitle()
	l.markFurniture()
	l.markCaptions()
	l.markNotices()
	l.markRecurring()
	l.markPullquotes()
	l.markRepeats()
	if l.drawn != nil {
		l.placeDrawn()
	} else {
		l.place()
	}
	l.findDateline()
}

// findStatedTitle finds the line that is the title the input states.
func (l *labelling) findStatedTitle() {
	if l.drawn != nil || l.stated == "" {
		return
	}
	stated := strings.Join(foldWords(l.stated), " ")
	for _, ln := range l.lines {
		if ln.kind == "" && len(ln.text) <= 2*len(l.stated)+20 && strings.Join(ln.words, " ") == stated && stated != "" {
			ln.given = doc.BlockTitle
			ln.set(doc.BlockTitle, "the title the input states")
			return
		}
	}
}

// blocks returns the labelled lines as blocks.
func (l *labelling) blocks() []doc.Block {
	blocks := make([]doc.Block, 0, len(l.lines)+1)
	for _, ln := range l.lines {
		s := ln.Span
		if l.dateline != nil && s.Start == l.dateline.Start {
			blocks = append(blocks, doc.Block{Span: l.dateline.Span, Kind: doc.BlockCredit, Rule: "dateline"})
			s = trim(l.text, doc.Span{Start: l.dateline.End, End: s.End})
		}
		blocks = append(blocks, doc.Block{Span: s, Kind: ln.kind, Rule: ln.rule})
	}
	return blocks
}

// describe fills in what only the lines tell of a report: title, author, outlet
// and date. What the input or the page states is never overruled.
func (l *labelling) describe(r *doc.Report) {
	head := true
	for _, ln := range l.lines {
		switch {
		case ln.kind == doc.BlockTitle && r.Title == "":
			r.Title = strings.Join(strings.Fields(ln.text), " ")
		case ln.kind == doc.BlockBody:
			head = false
		case head && ln.kind == doc.BlockCredit && l.drawn == nil:
			describeCredit(r, ln.text)
		}
	}
	if l.dateline == nil {
		return
	}
	// "(Reuters)" in a dateline names whose report this is; an outlet the input
	// states may well be one that reprints it, and stays.
	if r.Outlet == "" {
		r.Outlet = l.dateline.Outlet
	}
	if !l.dateline.Day.IsZero() {
		offerDate(r, doc.Published{Interval: doc.On(l.dateline.Day), How: doc.DateDateline})
	}
}

// dateRank orders what a date of publication may rest on, strongest first.
var dateRank = map[doc.DateSource]int{
	doc.DateMetadata: 7, doc.DateFeed: 6, doc.DateURL: 5, doc.DateFlag: 4,
	doc.DateDateline: 3, doc.DateInferred: 2, doc.DateUnknown: 1,
}

// offerDate takes a date of publication if it rests on more than the present one.
func offerDate(r *doc.Report, p doc.Published) {
	if dateRank[p.How] > dateRank[r.Published.How] {
		r.Published = p
	}
}
