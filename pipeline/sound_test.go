package pipeline

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

func TestFindingsThatPointNowhereFailTheReport(t *testing.T) {
	none := doc.Event{Time: -1, Place: -1, SameAs: -1}
	for want, find := range map[string]func(*doc.Document){
		"":                    func(d *doc.Document) { d.Events = []doc.Event{none} },
		"outside the text":    func(d *doc.Document) { d.Times = []doc.Time{{Span: doc.Span{Start: 3, End: 900}}} },
		"cuts a character":    func(d *doc.Document) { d.Places = []doc.Place{{Span: doc.Span{Start: 0, End: 1}}} },
		"actor 2":             func(d *doc.Document) { e := none; e.Actor = []int{2}; d.Events = []doc.Event{e} },
		"speaker 0 does not":  func(d *doc.Document) { d.Quotes = []doc.Quote{{Addressee: -1}} },
		"joint speaker 3":     func(d *doc.Document) { d.Quotes = []doc.Quote{{Speaker: -1, Addressee: -1, Joint: []int{3}}} },
		"sentence 1 does not": func(d *doc.Document) { d.Uncoded = []doc.Uncoded{{Sentence: 1}} },
		"first token 2 does":  func(d *doc.Document) { d.Sentences[0].First = 2 },
		"head 7 does not":     func(d *doc.Document) { d.Tokens[0].Head = 7 },
		"block 1 does not":    func(d *doc.Document) { d.Sentences[0].Block = 1 },
		"mention of entity 0:": func(d *doc.Document) {
			d.Entities = []doc.Entity{{Mentions: []doc.Mention{{Span: doc.Span{Start: 5, End: 4}}}}}
		},
	} {
		p, err := New(stage{name: "find", annotate: func(d *doc.Document) error {
			all := doc.Span{End: len(d.Text)}
			d.Blocks = []doc.Block{{Span: all}}
			d.Tokens = []doc.Token{{Span: all, Head: -1}}
			d.Sentences = []doc.Sentence{{Span: all, Last: 1}}
			find(d)
			return nil
		}})
		if err != nil {
			t.Fatal(err)
		}
		d := &doc.Document{Text: "Überfall."}
		d.Report.Status = doc.StatusRead
		p.Annotate(d)
		switch {
		case want == "" && d.Report.Status != doc.StatusRead:
			t.Errorf("sound document failed: %s", d.Report.Problem)
		case want != "" && !strings.Contains(d.Report.Problem, want):
			t.Errorf("want a problem with %q, got %q (%s)", want, d.Report.Problem, d.Report.Status)
		}
	}
}
