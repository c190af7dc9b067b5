package english_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
)

// benchText is the text that is measured: the report in testdata, or the texts of
// the folder that READOUT_BENCH_DIR names.
func benchText(t testing.TB) string {
	t.Helper()
	paths := []string{"testdata/report.txt"}
	if folder := os.Getenv("READOUT_BENCH_DIR"); folder != "" {
		var err error
		if paths, err = filepath.Glob(filepath.Join(folder, "*.txt")); err != nil || len(paths) == 0 {
			t.Fatalf("no texts in %s: %v", folder, err)
		}
	}
	var b strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String()
}

// readWith runs stages over a text.
func readWith(t testing.TB, text string, stages []doc.Stage) *doc.Document {
	t.Helper()
	d := &doc.Document{Text: text}
	for _, s := range stages {
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// BenchmarkTags measures raw text to sentences, words and tags, on one core.
func BenchmarkTags(b *testing.B) { benchmarkStages(b, 2) }

// BenchmarkTrees measures raw text to trees, on one core.
func BenchmarkTrees(b *testing.B) { benchmarkStages(b, 3) }

// BenchmarkCore measures all stages together, on one core.
func BenchmarkCore(b *testing.B) { benchmarkStages(b, 5) }

func benchmarkStages(b *testing.B, n int) {
	text, stages := benchText(b), core(b).Stages()[:n]
	tokens := 0
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens += len(readWith(b, text, stages).Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkStages measures each stage alone.
func BenchmarkStages(b *testing.B) {
	d := annotated(b, &doc.Document{Text: benchText(b)})
	for _, s := range core(b).Stages() {
		b.Run(s.Name(), func(b *testing.B) {
			b.ReportAllocs()
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

// TestStagesAllocateLittle demands that no stage up to the trees allocates for each
// token: twice the tokens in the same number of sentences may not cost more than a
// growing slice or two, and a sentence no more than a few.
func TestStagesAllocateLittle(t *testing.T) {
	const sentences = 200
	short := strings.Repeat("The minister said the army had left the town.\n\n", sentences)
	long := strings.Repeat("The minister said the army had left the town, the villages around it and the road to the border on Friday, a day after the talks in the capital ended.\n\n", sentences)
	stages := core(t).Stages()
	for i, s := range stages[:3] {
		allocs := func(text string) (perRun float64, tokens int) {
			before := readWith(t, text, stages[:i])
			perRun = testing.AllocsPerRun(3, func() {
				d := &doc.Document{Text: text, Tokens: slices.Clone(before.Tokens), Sentences: slices.Clone(before.Sentences)}
				if err := s.Annotate(d); err != nil {
					t.Fatal(err)
				}
				tokens = len(d.Tokens)
			})
			return perRun, tokens
		}
		few, n := allocs(short)
		many, m := allocs(long)
		if m < 2*n {
			t.Fatalf("%d tokens against %d", m, n)
		}
		if grown := many - few; grown > float64(m-n)/50 {
			t.Errorf("%s: %d tokens more cost %.0f allocations more", s.Name(), m-n, grown)
		}
		if few > 4*sentences {
			t.Errorf("%s: %.0f allocations for %d sentences", s.Name(), few, sentences)
		}
		t.Logf("%s: %.0f allocations for %d tokens, %.0f for %d", s.Name(), few, n, many, m)
	}
}

// TestTimeGrowsWithLength compares the time a byte takes in a short report with
// that in a long one and in what is no prose at all. The factor leaves room for a
// busy machine and for longer sentences; quadratic time would pass it many times.
func TestTimeGrowsWithLength(t *testing.T) {
	const paragraph = "The foreign minister of country %d said on Friday that the army of country %d had left the town, and that talks would go on.\n\n"
	report := func(words int) string {
		var b strings.Builder
		for i := range words / 24 {
			fmt.Fprintf(&b, paragraph, i, 3*i)
		}
		return b.String()
	}
	table := func(cells int) string {
		var b strings.Builder
		for i := range cells {
			fmt.Fprintf(&b, "Aleppo %d ", i)
		}
		return b.String()
	}
	perByte := func(text string) float64 { // nanoseconds
		best := math.Inf(1)
		for range 2 {
			began := time.Now()
			annotated(t, &doc.Document{Text: text})
			best = min(best, float64(time.Since(began))/float64(len(text)))
		}
		return best
	}
	usual := perByte(report(500))
	const factor = 8
	for name, text := range map[string]string{
		"a report of 20,000 words":      report(20000),
		"a table of 5,000 words":        table(2500),
		"a list of 5,000 names":         strings.Repeat("Homs, ", 2500),
		"5,000 words without a mark":    strings.Repeat("and the army said ", 1250),
		"a quotation without an end":    "“" + strings.Repeat("we will not stay ", 1250),
		"5,000 numbers":                 strings.Repeat("2015 ", 5000),
		"a word of 200,000 characters":  strings.Repeat("ceasefire", 200000/9),
		"a hundred thousand full stops": strings.Repeat(".", 100000),
	} {
		if took := perByte(text); took > factor*usual {
			t.Errorf("%s: %.0f ns a byte, a short report takes %.0f", name, took, usual)
		}
	}
}
