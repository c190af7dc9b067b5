package quantity

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	core "github.com/readout-project/readout/english"
	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/when"
)

var load = sync.OnceValues(core.Load)

// read runs the chain up to quantities on paragraphs of body text.
func read(t testing.TB, text string) *doc.Document {
	t.Helper()
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		if trimmed := strings.TrimRight(line, "\n"); trimmed != "" {
			d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: at, End: at + len(trimmed)}, Kind: doc.BlockBody})
		}
		at += len(line)
	}
	times, err := when.New()
	if err != nil {
		t.Fatal(err)
	}
	events, err := event.Default()
	if err != nil {
		t.Fatal(err)
	}
	quantities, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(c.Stages(), times, actor.Stage{}, events, quantities) {
		if err := s.Annotate(d); err != nil {
			t.Fatalf("%s: %v", s.Name(), err)
		}
	}
	return d
}

// line writes a quantity as the examples do: "30.. people killed".
func line(q doc.Quantity) string {
	number := func(v float64, has bool) string {
		if !has {
			return ""
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	s := number(q.Low, q.HasLow)
	if high := number(q.High, q.HasHigh); high != s {
		s += ".." + high
	}
	s += " " + q.Of
	if q.Part {
		s += " part"
	}
	return s
}

func lines(d *doc.Document) []string {
	all := []string{}
	for _, q := range d.Quantities {
		all = append(all, line(q))
	}
	return all
}

// TestExamples runs the example lines of lang/en/quantities.txt.
func TestExamples(t *testing.T) {
	lex, err := english()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range lex.kinds {
		if len(k.yes) == 0 {
			t.Errorf("kind %s has no example", k.name)
		}
		for _, e := range append(slices.Clone(k.yes), k.no...) {
			d := read(t, e.text)
			if got := lines(d); !slices.Equal(got, e.want) {
				t.Errorf("line %d: %s\n got  %q\n want %q", e.line, e.text, got, e.want)
				for _, q := range d.Quantities {
					t.Log(q.Rule, d.Slice(q.Span), d.Slice(q.Counted))
				}
			}
		}
	}
}
