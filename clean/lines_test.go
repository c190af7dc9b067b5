package clean_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// newStage returns the stage as the program runs it.
func newStage(t testing.TB) *clean.Stage {
	t.Helper()
	stage, err := clean.New(lang.English())
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

// annotate runs the stage on a report that was read.
func annotate(t testing.TB, d *doc.Document) *doc.Document {
	t.Helper()
	d.Report.Status = doc.StatusRead
	if err := newStage(t).Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestLines checks the label of every line of the reports in testdata/lines. A
// line of such a file is a label, a bar and the report's line; labels joined by
// "+" are the parts of one line in order.
func TestLines(t *testing.T) {
	files, err := filepath.Glob("testdata/lines/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases found", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var labels, lines []string
			for _, row := range strings.Split(strings.TrimRight(string(content), "\n"), "\n") {
				label, line, found := strings.Cut(row, "|")
				if !found {
					t.Fatalf("no label: %q", row)
				}
				labels = append(labels, strings.TrimSpace(label))
				lines = append(lines, strings.TrimSpace(line))
			}
			d := annotate(t, &doc.Document{Text: strings.Join(lines, "\n")})
			checkCover(t, d)
			start := 0
			for i, line := range lines {
				span := doc.Span{Start: start, End: start + len(line)}
				start += len(line) + 1
				var got, why []string
				for _, b := range d.Blocks {
					if b.Overlaps(span) {
						got, why = append(got, string(b.Kind)), append(why, b.Rule)
					}
				}
				if line != "" && strings.Join(got, "+") != labels[i] {
					t.Errorf("line %d: got %v (%s), want %s: %q", i+1, got, strings.Join(why, "; "), labels[i], line)
				}
			}
		})
	}
}

// checkCover checks the promise of blocks: in order, without overlap, every byte
// that is not white space in one of them.
func checkCover(t testing.TB, d *doc.Document) {
	t.Helper()
	at := 0
	for i, b := range d.Blocks {
		if b.Start < at || b.Empty() || b.End > len(d.Text) {
			t.Fatalf("block %d [%d,%d) does not follow on %d", i, b.Start, b.End, at)
		}
		if gap := strings.TrimSpace(d.Text[at:b.Start]); gap != "" {
			t.Fatalf("%q lies before block %d and in none", gap, i)
		}
		if b.Kind == "" || b.Rule == "" {
			t.Fatalf("block %d has kind %q and rule %q", i, b.Kind, b.Rule)
		}
		at = b.End
	}
	if rest := strings.TrimSpace(d.Text[at:]); rest != "" {
		t.Fatalf("%q lies in no block", rest)
	}
}
