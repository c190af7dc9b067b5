package english_test

import (
	"os"
	"slices"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
)

// BenchmarkStages measures each stage alone on the report in testdata.
func BenchmarkStages(b *testing.B) {
	text, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := annotated(b, &doc.Document{Text: string(text)})
	for _, s := range core(b).Stages() {
		b.Run(s.Name(), func(b *testing.B) {
			for b.Loop() {
				c := doc.Document{Text: d.Text}
				if !slices.Contains(s.Gives(), doc.LayerSentences) {
					c.Tokens, c.Sentences = slices.Clone(d.Tokens), d.Sentences
				}
				if err := s.Annotate(&c); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// BenchmarkLoad measures the start.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := english.Load(); err != nil {
			b.Fatal(err)
		}
	}
}
