package pipeline

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// desk is printed on every report of the outlet, between its paragraphs.
const desk = "From the desk in the old customs house"

// outletReports returns reports that share nothing but their outlet's furniture,
// as a feed would read them: new at each call.
func outletReports(n int) []*doc.Document {
	var docs []*doc.Document
	for i := range n {
		d := &doc.Document{Text: fmt.Sprintf("Council number %d debates ferry\n", i) +
			fmt.Sprintf("The council of town %d heard three witnesses about the ferry on Monday evening.\n", i) + desk + "\n" +
			fmt.Sprintf("It will vote on the %dth day of the month, and the mayor of town %d expects a close result.\n", i+1, i) +
			fmt.Sprintf("The ferry has not left its quay in town %d since the storm took its ramp away.\n", i)}
		d.Report.ID, d.Report.Outlet, d.Report.Status = fmt.Sprintf("%02x", i*37%256), "Harbour Wire", doc.StatusRead
		docs = append(docs, d)
	}
	return docs
}

func feedAll(docs []*doc.Document) Feed {
	return func(yield func(*doc.Document) error) error {
		for _, d := range docs {
			if err := yield(d); err != nil {
				return err
			}
		}
		return nil
	}
}

// TestSurveyKnowsNeitherOrderNorWorkers reads the same reports in two orders, with
// one worker and many.
func TestSurveyKnowsNeitherOrderNorWorkers(t *testing.T) {
	lines, err := clean.New(lang.English())
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(lines)
	if err != nil {
		t.Fatal(err)
	}
	read := func(backwards bool, workers int) map[string][]doc.Block {
		docs := func() []*doc.Document {
			docs := outletReports(100)
			if backwards {
				slices.Reverse(docs)
			}
			return docs
		}
		surveyed, err := p.Survey(feedAll(docs()))
		if err != nil {
			t.Fatal(err)
		}
		found := map[string][]doc.Block{}
		err = surveyed.Run(context.Background(), workers, feedAll(docs()), func(d *doc.Document) error {
			found[d.Report.ID] = d.Blocks
			for _, b := range d.Blocks {
				if d.Slice(b.Span) == desk && (b.Kind != doc.BlockBoilerplate || !strings.Contains(b.Rule, "several reports")) {
					t.Errorf("%s: %s (%s)", d.Report.ID, b.Kind, b.Rule)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	want := read(false, 1)
	if len(want) != 100 {
		t.Fatalf("%d reports", len(want))
	}
	if got := read(true, 8); !reflect.DeepEqual(got, want) {
		t.Error("another order or number of workers reads other blocks")
	}
}

func TestSurveyLeavesThePipelineAndStopsOnError(t *testing.T) {
	lines, err := clean.New(lang.English())
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(uneven, lines)
	if err != nil {
		t.Fatal(err)
	}
	surveyed, err := p.Survey(feedAll(outletReports(5)))
	if err != nil {
		t.Fatal(err)
	}
	if p.Stages()[1] != doc.Stage(lines) || surveyed.Stages()[1] == doc.Stage(lines) || len(surveyed.Stages()) != 2 {
		t.Error("the survey must give a pipeline of its own")
	}
	stop := errors.New("stop")
	if _, err := p.Survey(func(func(*doc.Document) error) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("got %v, want %v", err, stop)
	}
}
