package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/readout-project/readout/doc"
)

// figure is one number that a report gives of what an event did.
type figure struct {
	report int
	q      *doc.Quantity
}

// numbers compares what the reports count. Numbers are intervals: only those that
// exclude each other differ, and of each report only all its figures together
// speak against another's.
func (b *builder) numbers() {
	figures := b.figures()
	for n := range b.rec.Events {
		var order []string
		groups := make(map[string][]figure)
		for _, f := range figures[n] {
			key := b.counts(f)
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], f)
		}
		slices.Sort(order)
		for _, key := range order {
			b.compareFigures(n, groups[key])
		}
	}
}

// counts is what a figure counts, so that only numbers of the same are compared:
// "two Russian soldiers" and "five soldiers" need not differ.
func (b *builder) counts(f figure) string {
	words := []string{f.q.Of}
	for _, w := range strings.Fields(b.docs[f.report].Slice(f.q.Counted)) {
		if r := []rune(w); unicode.IsUpper(r[0]) {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// compareFigures writes how the figures of one thing differ, if they do.
func (b *builder) compareFigures(event int, all []figure) {
	slices.SortStableFunc(all, func(x, y figure) int {
		px, py := b.docs[x.report].Report.Published.From, b.docs[y.report].Report.Published.From
		return cmp.Or(cmp.Compare(py.DaysUntil(px), 0), b.compareReports(x.report, y.report), cmp.Compare(x.q.Start, y.q.Start))
	})
	var reports []int // in that order
	of := make(map[int][]figure)
	for _, f := range all {
		if of[f.report] == nil {
			reports = append(reports, f.report)
		}
		of[f.report] = append(of[f.report], f)
	}
	kind := Compatible
	for i, y := range reports {
		for _, x := range reports[:i] {
			if !exclude(of[x], of[y]) {
				continue
			}
			if k := b.development(of[x], of[y]); k == Conflict || kind == Compatible {
				kind = k
			}
		}
	}
	if kind == Compatible {
		return // numbers that can all be true disagree in nothing but their wording
	}
	d := Disagreement{About: event, Other: -1, Field: "number", Kind: kind,
		Why: fmt.Sprintf("numbers of %s that exclude each other", all[0].q.Of)}
	if kind == RisingToll {
		d.Why = fmt.Sprintf("of two numbers of %s that exclude each other the later report has the higher", all[0].q.Of)
	}
	for _, r := range reports {
		told := make(map[string]bool)
		for _, f := range of[r] {
			if v := value(f.q); !told[v] {
				told[v] = true
				d.Accounts = append(d.Accounts, Reading{Report: r, Value: v, Span: f.q.Span})
			}
		}
	}
	b.rec.Disagreements = append(b.rec.Disagreements, d)
}

// exclude reports whether none of the figures of one report can be true together
// with one of the other's.
func exclude(x, y []figure) bool {
	for _, a := range x {
		for _, c := range y {
			if !below(a.q, c.q) && !below(c.q, a.q) {
				return false
			}
		}
	}
	return true
}

// below reports whether every number that x allows is lower than all that y
// allows. A part of those concerned has no upper end: the whole may be more.
func below(x, y *doc.Quantity) bool {
	return x.HasHigh && y.HasLow && !x.Part && x.High < y.Low
}

// development is a rising toll when the report that was published later, by dates
// that can be trusted, has the higher numbers.
func (b *builder) development(x, y []figure) DisagreementKind {
	px, py := b.docs[x[0].report].Report.Published, b.docs[y[0].report].Report.Published
	if px.How == doc.DateInferred || py.How == doc.DateInferred || px.To.IsZero() || py.From.IsZero() || !px.To.Before(py.From) {
		return Conflict
	}
	for _, a := range x {
		for _, c := range y {
			if !below(a.q, c.q) {
				return Conflict
			}
		}
	}
	return RisingToll
}

// value names the interval.
func value(q *doc.Quantity) string {
	low, high := strconv.FormatFloat(q.Low, 'f', -1, 64), strconv.FormatFloat(q.High, 'f', -1, 64)
	switch {
	case q.HasLow && q.HasHigh && q.Low == q.High:
		return low
	case q.HasLow && q.HasHigh:
		return low + " to " + high
	case q.HasLow:
		return low + " or more"
	}
	return "up to " + high
}
