package brief

import (
	"bytes"
	"strings"
	"testing"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
	places "github.com/readout-project/readout/place"
	"github.com/readout-project/readout/place/gazetteer"
	"github.com/readout-project/readout/when"
)

func TestExplainTellsWhatElseWasConsidered(t *testing.T) {
	d := explainable(t)
	oslo, friday, tehran := find(t, d, "Oslo"), find(t, d, "Friday"), find(t, d, "Tehran")
	d.Quotes[0].Source, d.Quotes[0].Speaker = oslo, 0
	traces := Traces{
		Frames: func(*doc.Document, int) []event.Attempt {
			return []event.Attempt{{Frame: "consult/phone", Trigger: doc.Span{Start: 5, End: 11}, Fired: true, Code: doc.Code{Type: "CONSULT"},
				Times: []event.Tie{{Index: 0}}, Places: []event.Tie{{Index: 0, Lost: "a government"}}}}
		},
		Times: func(*doc.Document) []when.Weighed {
			return []when.Weighed{{Span: friday, Others: []when.Other{{Value: "2015-09-11", Lost: "told in the past"}, {Value: "XXXX-WXX-5", Lost: "itself"}}}}
		},
		Places: func(*doc.Document) []places.Weighed {
			return []places.Weighed{{Span: tehran, Candidates: []places.Candidate{
				{Entry: gazetteer.Entry{Name: "Tehran", Adm1: "Ilam", Population: 1200}, Country: "IRN", Lost: "smaller"},
				{Entry: gazetteer.Entry{Name: "Teheran", Population: 900}, Country: "USA", Lost: "smaller"},
				{Entry: gazetteer.Entry{Name: "Tehran", Population: 8e6}, Country: "IRN"},
			}}}
		},
		Pronouns: func(*doc.Document) []actor.Referred {
			return []actor.Referred{
				{Span: oslo, Candidates: []actor.Candidate{{Name: "Norway"}, {Name: "Sweden", Lost: "farther"}}},
				{Span: find(t, d, "NTB"), Candidates: []actor.Candidate{{Name: "Finland", Lost: "none leads clearly"}}},
			}
		},
	}
	var got bytes.Buffer
	if err := Explain(&got, d, []int{0}, traces, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"resolved against none [weekday]; considered: 2015-09-11 (told in the past)",
		"considered: Tehran, Ilam, IRN, town of 1200 or Teheran, USA, town of 900 (smaller)",
		"[capital acts]; considered: Sweden (farther)",
		"“NTB” pronoun is nobody known; considered: Finland (none leads clearly)",
		"speaker x1 Norway as “Oslo” [capital acts], source “Oslo”, cue “said” [cue at the end]; considered: Sweden (farther)",
		"; time “Friday”; not its place: “Tehran” (a government)",
	} {
		if !strings.Contains(flat(got.String()), flat(want)) {
			t.Errorf("not said: %s\nin\n%s", want, got.String())
		}
	}
	if strings.Contains(got.String(), "itself") {
		t.Error("a reading is given as an alternative to itself")
	}
}
