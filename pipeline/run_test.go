package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
)

// stage is a stage made of a function.
type stage struct {
	name         string
	needs, gives []doc.Layer
	annotate     func(*doc.Document) error
}

func (s stage) Name() string                   { return s.name }
func (s stage) Needs() []doc.Layer             { return s.needs }
func (s stage) Gives() []doc.Layer             { return s.gives }
func (s stage) Annotate(d *doc.Document) error { return s.annotate(d) }

// uneven takes longer for some reports than for others, so that several workers
// finish out of order.
var uneven = stage{name: "uneven", gives: []doc.Layer{doc.LayerBlocks}, annotate: func(d *doc.Document) error {
	time.Sleep(time.Duration(len(d.Text)%5) * time.Millisecond)
	d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{End: len(d.Text)}, Kind: doc.BlockBody})
	return nil
}}

func feedOf(n int) Feed {
	return func(yield func(*doc.Document) error) error {
		for i := range n {
			d := &doc.Document{Text: strings.Repeat("x", i*7%11)}
			d.Report.Status, d.Report.Path = doc.StatusRead, fmt.Sprint(i)
			if err := yield(d); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestRunKeepsOrderAtAnyNumberOfWorkers(t *testing.T) {
	p, err := New(uneven)
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{0, 1, 2, 8} {
		var got []string
		err := p.Run(context.Background(), workers, feedOf(100), func(d *doc.Document) error {
			if len(d.Blocks) != 1 {
				t.Errorf("report %s reached the sink with %d blocks", d.Report.Path, len(d.Blocks))
			}
			got = append(got, d.Report.Path)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for i := range 100 {
			want = append(want, fmt.Sprint(i))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: order %v", workers, got)
		}
	}
}

func TestRunHoldsFewReportsInFlight(t *testing.T) {
	p, err := New(uneven)
	if err != nil {
		t.Fatal(err)
	}
	const workers = 3
	var fed, sunk, most atomic.Int64
	count := func(yield func(*doc.Document) error) error {
		return feedOf(500)(func(d *doc.Document) error {
			most.Store(max(most.Load(), fed.Add(1)-sunk.Load()))
			return yield(d)
		})
	}
	if err := p.Run(context.Background(), workers, count, func(*doc.Document) error { sunk.Add(1); return nil }); err != nil {
		t.Fatal(err)
	}
	// One more may be with the feed and one with the sink.
	if limit := int64(workers*inFlight + 2); most.Load() > limit {
		t.Errorf("%d reports in flight, want at most %d", most.Load(), limit)
	}
}

func TestRunStopsOnError(t *testing.T) {
	p, err := New(uneven)
	if err != nil {
		t.Fatal(err)
	}
	stop := errors.New("stop")
	t.Run("of the sink", func(t *testing.T) {
		n := 0
		err := p.Run(context.Background(), 4, feedOf(1000), func(*doc.Document) error {
			if n++; n == 3 {
				return stop
			}
			return nil
		})
		if !errors.Is(err, stop) || n != 3 {
			t.Errorf("got %v after %d reports, want %v after 3", err, n, stop)
		}
	})
	t.Run("of the feed", func(t *testing.T) {
		err := p.Run(context.Background(), 4, func(func(*doc.Document) error) error { return stop },
			func(*doc.Document) error { return nil })
		if !errors.Is(err, stop) {
			t.Errorf("got %v, want %v", err, stop)
		}
	})
	t.Run("of the context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		err := p.Run(ctx, 4, feedOf(1000), func(*doc.Document) error { cancel(); return nil })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want %v", err, context.Canceled)
		}
	})
}

func TestNewRefusesNeedBeforeGift(t *testing.T) {
	needy := stage{name: "needy", needs: []doc.Layer{doc.LayerBlocks}}
	if _, err := New(uneven, needy); err != nil {
		t.Errorf("right order: %v", err)
	}
	if _, err := New(needy, uneven); err == nil || !strings.Contains(err.Error(), "needy needs blocks") {
		t.Errorf("wrong order: got %v", err)
	}
}

func TestAnnotateFailsOneReportOnly(t *testing.T) {
	for name, annotate := range map[string]func(*doc.Document) error{
		"error": func(d *doc.Document) error { d.Tokens = make([]doc.Token, 1); return errors.New("no tree") },
		"panic": func(d *doc.Document) error { d.Tokens = make([]doc.Token, 1); panic("no tree") },
	} {
		t.Run(name, func(t *testing.T) {
			after := stage{name: "after", annotate: func(*doc.Document) error { t.Error("ran after a failed stage"); return nil }}
			p, err := New(uneven, stage{name: "trees", annotate: annotate}, after)
			if err != nil {
				t.Fatal(err)
			}
			d := &doc.Document{Text: "Talks resumed."}
			d.Report.Status = doc.StatusRead
			p.Annotate(d)
			if d.Report.Status != doc.StatusFailed || !strings.Contains(d.Report.Problem, "stage trees") || !strings.Contains(d.Report.Problem, "no tree") {
				t.Errorf("status %q, problem %q", d.Report.Status, d.Report.Problem)
			}
			if d.Text == "" || d.Blocks != nil || d.Tokens != nil {
				t.Errorf("want the text kept and findings dropped, got %+v", d)
			}
		})
	}
}

func TestAnnotateLeavesUnreadReportsAlone(t *testing.T) {
	p, err := New(uneven)
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: "Переговоры"}
	d.Report.Status = doc.StatusUnsupportedLanguage
	p.Annotate(d)
	if d.Blocks != nil || d.Report.Status != doc.StatusUnsupportedLanguage {
		t.Errorf("report was touched: %+v", d)
	}
}
