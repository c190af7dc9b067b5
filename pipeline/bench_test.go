package pipeline_test

import (
	"context"
	"os"
	"runtime"
	"testing"
	"time"

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

// BenchmarkStages prints what each stage takes of the time of the English core, in
// hundredths: sentences, words, tags, trees, lemmas and names are the core.
func BenchmarkStages(b *testing.B) {
	folder := examples
	if named := os.Getenv("READOUT_BENCH_DIR"); named != "" {
		folder = named
	}
	p, err := pipeline.Default()
	if err != nil {
		b.Fatal(err)
	}
	own := map[string]bool{"clean": true, "when": true, "actor": true, "place": true, "quote": true, "event": true, "quantity": true}
	spent := map[string]time.Duration{}
	for b.Loop() {
		err := source.Reader{}.Each(context.Background(), []string{folder}, func(d *doc.Document) error {
			for _, st := range p.Stages() {
				if d.Report.Status != doc.StatusRead {
					break
				}
				start := time.Now()
				if err := st.Annotate(d); err != nil {
					return err
				}
				name := st.Name()
				if !own[name] {
					name = "core"
				}
				spent[name] += time.Since(start)
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if spent["core"] == 0 {
		b.Fatalf("no reports in %s", folder)
	}
	share := func(names ...string) float64 {
		var sum time.Duration
		for _, n := range names {
			sum += spent[n]
		}
		return 100 * float64(sum) / float64(spent["core"])
	}
	b.ReportMetric(share("actor", "event"), "actor+event%")
	b.ReportMetric(share("quote", "when", "place", "quantity"), "quote+when+place+quantity%")
	for name := range own {
		b.ReportMetric(share(name), name+"%")
	}
}
