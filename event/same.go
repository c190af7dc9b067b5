package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// markSame points later mentions of an event at the first one in the report. It
// is conservative: same type and CAMEO root, compatible mode, the very same
// actors and recipients, days that may agree, and the same kind of status. Acts of
// words must have the same code, but for the title: it says in short what the
// first sentences say in full, and may fit a more general frame.
func markSame(d *doc.Document) {
	for i := range d.Events {
		for j := range i {
			if d.Events[j].SameAs < 0 && same(d, &d.Events[j], &d.Events[i]) {
				d.Events[i].SameAs = j
				break
			}
		}
	}
}

func same(d *doc.Document, a, b *doc.Event) bool {
	if a.Type != b.Type || root(a.CAMEO) != root(b.CAMEO) || a.Negated != b.Negated || real(a.Status) != real(b.Status) {
		return false
	}
	if !real(a.Status) && a.Status != b.Status {
		return false
	}
	if a.Mode != b.Mode && a.Mode != "" && b.Mode != "" {
		return false
	}
	// An act of words may be done many times a day; only the same code is the same.
	if a.Quad%2 == 1 && a.CAMEO != b.CAMEO && a.Type != "CONSULT" && !(headline(d, a, b) && oneSays(a, b)) {
		return false
	}
	if !sameSet(a.Actor, b.Actor) || !sameSet(a.Recipient, b.Recipient) {
		return false
	}
	if len(a.Recipient) == 0 && len(a.Actor) < 2 && a.Date.IsZero() != b.Date.IsZero() {
		return false // "police arrested" alone says too little
	}
	if a.Place >= 0 && b.Place >= 0 && d.Places[a.Place].Name != d.Places[b.Place].Name && a.Date.IsZero() {
		return false
	}
	// Two open dates ("Wednesday", "Thursday") agree only when they read alike.
	if a.Time >= 0 && b.Time >= 0 && a.Date.IsZero() && b.Date.IsZero() && d.Times[a.Time].Value != d.Times[b.Time].Value {
		return false
	}
	return a.Date.Overlaps(b.Date)
}

// headline reports whether a stands in the title and b in the first sentences after it.
func headline(d *doc.Document, a, b *doc.Event) bool {
	const lead = 3
	if !inTitle(d, a.Sentence) || inTitle(d, b.Sentence) {
		return false
	}
	first := a.Sentence + 1
	for first < b.Sentence && inTitle(d, first) {
		first++
	}
	return b.Sentence-first < lead
}

// inTitle reports whether a sentence stands in the title of the report.
func inTitle(d *doc.Document, sentence int) bool {
	at := d.Sentences[sentence].Block
	return at >= 0 && at < len(d.Blocks) && d.Blocks[at].Kind == doc.BlockTitle
}

// oneSays reports whether two codes of one root say the same, the one with less
// detail: one mode, or a code that is the beginning of the other or the general
// one of its root (CAMEO ends those in 0: "not specified below").
func oneSays(a, b *doc.Event) bool {
	if a.Mode != "" && a.Mode == b.Mode {
		return true
	}
	short, long := a.CAMEO, b.CAMEO
	if len(short) > len(long) {
		short, long = long, short
	}
	general := root(a.CAMEO) + "0"
	return strings.HasPrefix(long, short) || a.CAMEO == general || b.CAMEO == general
}

// real reports whether the status tells of something that took place, by
// whoever's word.
func real(s doc.EventStatus) bool {
	return s == doc.Asserted || s == doc.Reported || s == doc.Alleged
}

func sameSet(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// salience says how much of the report an event is, from 0 to 1:
//
//	0.30 for standing in the title, else 0.30 at the first sentence falling
//	     to 0 at the last
//	0.25 for being told again later in the report
//	0.15 for a recipient or a second actor
//	0.15 for a date, 0.05 for a place
//	0.10 for being told as done (asserted 0.10, reported or alleged 0.05)
func salience(d *doc.Document, i int) float64 {
	ev := &d.Events[i]
	score := 0.0
	if inTitle(d, ev.Sentence) {
		score += 0.30
	} else {
		score += 0.30 * (1 - float64(ev.Sentence)/float64(len(d.Sentences)))
	}
	first := i
	if ev.SameAs >= 0 {
		first = ev.SameAs
	}
	for j := range d.Events {
		if j != i && (d.Events[j].SameAs == first || j == first) {
			score += 0.25
			break
		}
	}
	if len(ev.Recipient) > 0 || len(ev.Actor) > 1 {
		score += 0.15
	}
	if !ev.Date.IsZero() {
		score += 0.15
	}
	if ev.Place >= 0 {
		score += 0.05
	}
	switch ev.Status {
	case doc.Asserted:
		score += 0.10
	case doc.Reported, doc.Alleged:
		score += 0.05
	}
	return float64(int(score*100+0.5)) / 100
}

// root is the two-digit CAMEO category.
func root(cameo string) string { return cameo[:min(2, len(cameo))] }
