package brief

import (
	"bytes"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
)

// explainable is one short report with a finding of each kind.
func explainable(t *testing.T) *doc.Document {
	t.Helper()
	d := report(t, "a.txt", "Fjord Post", "A call", "phoned", "Oslo phoned Tehran on Friday, NTB said.")
	d.Blocks = []doc.Block{{Span: d.Sentences[0].Span, Kind: doc.BlockBody, Rule: "paragraph"}}
	for i, row := range []struct {
		form, lemma, upos, xpos, rel string
		head                         int
	}{
		{"Oslo", "Oslo", "PROPN", "NNP", "nsubj", 1}, {"phoned", "phone", "VERB", "VBD", "root", -1},
		{"Tehran", "Tehran", "PROPN", "NNP", "obj", 1}, {"Friday", "Friday", "PROPN", "NNP", "obl", 1},
		{"said", "say", "VERB", "VBD", "parataxis", 1},
	} {
		d.Tokens = append(d.Tokens, doc.Token{Span: find(t, d, row.form), Lemma: row.lemma, UPOS: row.upos, XPOS: row.xpos, Head: row.head, Rel: row.rel})
		d.Sentences[0].Last = i + 1
	}
	d.Entities = []doc.Entity{{Name: "Norway", Country: "NOR", Sector: "GOV", How: doc.KnownLexicon, Rule: "capital",
		Mentions: []doc.Mention{{Span: find(t, d, "Oslo"), Form: doc.FormName, Rule: "capital acts"}}}}
	d.Times = []doc.Time{{Span: find(t, d, "Friday"), Type: doc.TimeDate, Value: "XXXX-WXX-5", Anchor: doc.AnchorNone, Rule: "weekday"}}
	d.Places = []doc.Place{{Span: find(t, d, "Tehran"), Name: "Tehran", Country: "IRN", Kind: doc.PlaceCapital}}
	d.Quotes = []doc.Quote{{Kind: doc.QuoteIndirect, Content: []doc.Span{find(t, d, "Oslo phoned Tehran on Friday")},
		Source: find(t, d, "NTB"), Cue: find(t, d, "said"), Speaker: -1, Addressee: -1, Rule: "cue at the end"}}
	d.Events[0].Time, d.Events[0].Actor = 0, []int{0}
	return d
}

func TestExplainShowsEveryLayer(t *testing.T) {
	trace := func(_ *doc.Document, sentence int) []event.Attempt {
		return []event.Attempt{
			{Frame: "accuse/say", Trigger: doc.Span{Start: 34, End: 38}, Failed: "needs an object"},
			{Frame: "consult/phone", Where: &event.Frame{File: "consult.frames", Line: 9}, Trigger: doc.Span{Start: 5, End: 11}, Fired: true,
				Code:  doc.Code{Type: "CONSULT", Mode: "phone", CAMEO: "041"},
				Roles: []event.Role{{Name: "actor", Entities: []int{0}, Slot: event.Slot{Name: "subject"}}, {Name: "recipient"}}},
			{Frame: "consult/visit", Trigger: doc.Span{Start: 5, End: 11}, Roles: []event.Role{}, Failed: "consult/phone fits better"},
		}
	}
	var got bytes.Buffer
	if err := Explain(&got, explainable(t), []int{0}, Traces{Frames: trace}, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"sentence 0: Oslo phoned Tehran on Friday, NTB said.",
		"body [paragraph]",
		"2 phoned VERB  VBD   phone  root",
		"3 Tehran PROPN NNP   Tehran obj of 2 phoned",
		"“Oslo” name is x1 Norway (NOR GOV), known by lexicon [capital] [capital acts]",
		"“Friday” DATE XXXX-WXX-5, no date, resolved against none [weekday]",
		"“Tehran” is Tehran, IRN, capital-as-government",
		"indirect “Oslo phoned Tehran on Friday”, speaker not known, source “NTB”, cue “said” [cue at the end]",
		"e1 CONSULT/phone 041: Norway (NOR GOV); asserted; “Friday”, day not resolved; past tense [consult/phone]",
		"fired consult/phone (consult.frames:9) on “phoned”; CONSULT/phone 041; actor Norway (NOR GOV) as subject",
		"nearly consult/visit on “phoned”: consult/phone fits better",
		"did not accuse/say on “said”: needs an object",
	} {
		if !strings.Contains(flat(got.String()), flat(want)) {
			t.Errorf("not said: %s\nin\n%s", want, got.String())
		}
	}
}

func TestExplainOfUnreadReportGivesTheReason(t *testing.T) {
	d := &doc.Document{Report: doc.Report{Path: "a.txt", Status: doc.StatusEmpty, Problem: "the file holds no text"}}
	var got bytes.Buffer
	if err := Explain(&got, d, nil, Traces{}, false); err != nil || !strings.Contains(got.String(), "the file holds no text") {
		t.Errorf("got %q, %v", got.String(), err)
	}
}

// flat undoes the breaking of lines.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
