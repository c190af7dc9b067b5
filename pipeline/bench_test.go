package pipeline_test

import (
	"context"
	"os"
	"runtime"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/pipeline"
	"github.com/readout-project/readout/source"
)

// BenchmarkPipeline reads reports from files through all stages on all
// processors. It reads the examples, or the folder READOUT_BENCH_DIR names.
func BenchmarkPipeline(b *testing.B) {
	folder := examples
	if named := os.Getenv("READOUT_BENCH_DIR"); named != "" {
		folder = named
	}
	stages, err := pipeline.Default()
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	feed := func(yield func(*doc.Document) error) error {
		return source.Reader{}.Each(ctx, []string{folder}, yield)
	}
	reports, tokens, bytes := 0, 0, 0
	for b.Loop() {
		err := stages.Run(ctx, runtime.GOMAXPROCS(0), feed, func(d *doc.Document) error {
			reports++
			tokens += len(d.Tokens)
			bytes += len(d.Text)
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if reports == 0 {
		b.Fatalf("no reports in %s", folder)
	}
	b.SetBytes(int64(bytes / b.N))
	b.ReportMetric(float64(reports)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
