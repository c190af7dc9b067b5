package event_test

import (
	"bufio"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/lang"
	"github.com/readout-project/readout/place"
	"github.com/readout-project/readout/quote"
	"github.com/readout-project/readout/when"
)

// stages are those that stand before this one, in order; they are immutable.
var stages = sync.OnceValues(func() ([]doc.Stage, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	times, err := when.New()
	if err != nil {
		return nil, err
	}
	places, err := place.New()
	if err != nil {
		return nil, err
	}
	quotes, err := quote.NewStage()
	if err != nil {
		return nil, err
	}
	return append(core.Stages(), times, actor.Stage{}, places, quotes), nil
})

// chain returns a function that runs them.
func chain(t testing.TB) func(*doc.Document) error {
	t.Helper()
	all, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	return func(d *doc.Document) error {
		for _, s := range all {
			if err := s.Annotate(d); err != nil {
				return err
			}
		}
		return nil
	}
}

func stage(t testing.TB) event.Stage {
	t.Helper()
	st, err := event.Default()
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// TestFrameExamples: the examples of a frame are its tests.
func TestFrameExamples(t *testing.T) {
	st := stage(t)
	for _, f := range event.CheckFrames(chain(t), st, st.Frames()) {
		t.Error(f)
	}
}

// TestSilentSentences: figures of speech, sports, business and bare statements
// give no event at all.
func TestSilentSentences(t *testing.T) {
	st, run := stage(t), chain(t)
	data, err := fs.ReadFile(lang.English(), "silent.txt")
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(strings.NewReader(string(data)))
	for n := 1; sc.Scan(); n++ {
		text := strings.TrimSpace(sc.Text())
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		d := &doc.Document{Text: text}
		if err := run(d); err != nil {
			t.Fatal(err)
		}
		if err := st.Annotate(d); err != nil {
			t.Fatal(err)
		}
		for _, ev := range d.Events {
			t.Errorf("silent.txt:%d: %s\n\t%s", n, text, event.Describe(d, ev))
		}
	}
}
