package pipeline_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/export"
	"github.com/readout-project/readout/pipeline"
	"github.com/readout-project/readout/source"
)

const examples = "../examples"

// readings runs the whole pipeline over the example reports and returns the
// bytes that `readout code` writes.
func readings(t *testing.T, stages pipeline.Pipeline, workers int) []byte {
	t.Helper()
	var out bytes.Buffer
	feed := func(yield func(*doc.Document) error) error {
		return source.Reader{}.Each(context.Background(), []string{examples}, yield)
	}
	if err := stages.Run(context.Background(), workers, feed, export.NewJSONLines(&out).Write); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSameBytesAtAnyNumberOfWorkers(t *testing.T) {
	stages, err := pipeline.Default()
	if err != nil {
		t.Fatal(err)
	}
	one := readings(t, stages, 1)
	if n := bytes.Count(one, []byte("\n")); n < 12 {
		t.Fatalf("only %d reports in %s", n, examples)
	}
	for _, workers := range []int{1, 8} { // 1 again: a second run must not differ either
		if again := readings(t, stages, workers); !bytes.Equal(one, again) {
			t.Errorf("%d workers wrote other bytes than 1", workers)
		}
	}
}
