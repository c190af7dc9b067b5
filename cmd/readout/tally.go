package main

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/readout-project/readout/doc"
)

// redraw is how often the line of progress is written anew.
const redraw = 200 * time.Millisecond

// tally counts the reports of a run. It names those that failed or came damaged
// and, on a terminal only, shows how far the run is.
type tally struct {
	to         io.Writer
	onTerminal bool
	shown      bool      // the line of progress stands on the terminal
	drawn      time.Time // when it was last written
	all        int
	failed     int
	damaged    int // read, but for some bytes
}

func newTally(stderr io.Writer) *tally {
	return &tally{to: stderr, onTerminal: isTerminal(stderr)}
}

// count takes in what became of one report.
func (t *tally) count(r doc.Report) {
	t.all++
	switch r.Status {
	case doc.StatusFailed, doc.StatusEmpty:
		t.failed++
		t.name("", r)
	default:
		if r.Damaged {
			t.damaged++
		}
		if r.Problem != "" {
			t.name("note: ", r)
		}
	}
}

// draw writes the line of progress, now and then.
func (t *tally) draw() {
	if t.onTerminal && time.Since(t.drawn) >= redraw {
		t.shown, t.drawn = true, time.Now()
		fmt.Fprintf(t.to, "\r\x1b[K%d reports", t.all)
	}
}

func (t *tally) name(kind string, r doc.Report) {
	t.clear()
	fmt.Fprintf(t.to, "readout: %s%s\n", kind, about(r, r.Problem))
}

// about says something of a report by its path and, where it has one, its ref.
func about(r doc.Report, what string) string {
	where := r.Path
	if r.Ref != "" {
		where += " (" + r.Ref + ")"
	}
	return strings.Map(withoutControl, where+": "+what)
}

// withoutControl drops what steers a terminal: ids and paths come from outside.
func withoutControl(r rune) rune {
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// clear takes the line of progress away, before anything else is written to what
// may be the same terminal.
func (t *tally) clear() {
	if t.shown {
		t.shown = false
		fmt.Fprint(t.to, "\r\x1b[K")
	}
}

// err says how many reports failed or came damaged; nil when none did.
func (t *tally) err() error {
	if t.failed+t.damaged == 0 {
		return nil
	}
	return failedReports{failed: t.failed, damaged: t.damaged, all: t.all}
}
