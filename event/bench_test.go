package event_test

import (
	"os"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

// BenchmarkAnnotate measures this stage alone, on a report that stands ready.
func BenchmarkAnnotate(b *testing.B) {
	data, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := &doc.Document{Text: strings.Repeat(string(data), 5)}
	if err := chain(b)(d); err != nil {
		b.Fatal(err)
	}
	st := stage(b)
	b.ReportAllocs()
	for b.Loop() {
		d.Events, d.Uncoded = nil, nil
		if err := st.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkChain measures all the stages before this one, to compare.
func BenchmarkChain(b *testing.B) {
	data, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	run := chain(b)
	tokens := 0
	for b.Loop() {
		d := &doc.Document{Text: strings.Repeat(string(data), 5)}
		if err := run(d); err != nil {
			b.Fatal(err)
		}
		tokens += len(d.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
