package event_test

import (
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
)

func TestTraceTellsWhichTimesAndPlacesAreNotTheEvents(t *testing.T) {
	text := "Russian troops shelled Homs on September 15, officials said in Damascus on Monday."
	d := &doc.Document{Text: text, Blocks: []doc.Block{{Span: doc.Span{End: len(text)}, Kind: doc.BlockBody}}}
	if err := chain(t)(d); err != nil {
		t.Fatal(err)
	}
	fired := false
	for _, a := range event.Trace(d, 0) {
		if !a.Fired {
			if a.Times != nil || a.Places != nil {
				t.Errorf("%s did not fire and has times", a.Frame)
			}
			continue
		}
		fired = true
		for _, tie := range a.Times {
			if got := d.Slice(d.Times[tie.Index].Span); (got == "September 15") != (tie.Lost == "") {
				t.Errorf("%s: %q", got, tie.Lost)
			}
		}
		for _, tie := range a.Places {
			if got := d.Slice(d.Places[tie.Index].Span); (got == "Homs") != (tie.Lost == "") {
				t.Errorf("%s: %q", got, tie.Lost)
			}
		}
		if len(a.Times) != 2 || len(a.Places) != 2 {
			t.Errorf("%d times and %d places of two each", len(a.Times), len(a.Places))
		}
	}
	if !fired {
		t.Error("nothing fired")
	}
}
