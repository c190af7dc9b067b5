package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/pipeline"
)

// annotate runs the whole pipeline over a text and fails the test when a stage
// failed: whatever the input, a stage that cannot read it must say so in the
// report's status or find nothing.
func annotate(t *testing.T, stages pipeline.Pipeline, text string) *doc.Document {
	t.Helper()
	d := &doc.Document{Text: text}
	d.Report.Status, d.Report.Language = doc.StatusRead, "en" // stated, so that no stage is spared
	stages.Annotate(d)
	if strings.Contains(d.Report.Problem, "fault in Readout") {
		t.Fatal(d.Report.Problem)
	}
	if d.Text != text {
		t.Fatal("the text was changed")
	}
	return d
}

// numbered repeats a sentence with two numbers in it, so that no line is the
// repeat of another.
func numbered(n int, sentence string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, sentence, i, 3*i)
	}
	return out.String()
}

// dirty are texts that come from the field, by the trouble they make.
var dirty = map[string]string{
	"empty":          "",
	"white space":    " \n\t\r\n  ",
	"one word":       "Ceasefire",
	"no space":       strings.Repeat("ceasefire", 1<<17),
	"no break":       strings.Repeat("Russia and Turkey held talks, and Greece, ", 4000),
	"only marks":     strings.Repeat("\"“”'’", 20000),
	"open quotation": "\"" + strings.Repeat("The army shelled the town. ", 2000),
	"only names":     strings.Repeat("Sergei Lavrov ", 20000),
	"only days":      strings.Repeat("Friday, September 5, 2015, ", 10000),
	"many lines":     numbered(5000, "Turkish police arrested %d men in district %d of Ankara on Friday, an official said.\n"),
	"one paragraph":  numbered(5000, "Police arrested %d men and the army shelled %d villages near Homs, he said. "),
	"controls":       "Iran\x00 \x1b[31mrecalled\x1b[0m its \u202eambassador\u202c\ufeff.\v\f\u2028\u2029",
	"emoji":          "🚨🚨 Police 👮\u200d♀️ arrested 🤔 protesters in Ankara ‼️",
	"scripts":        "Reuters сообщает: 停戦 and وقف إطلاق النار agreed by Syria.",
}

func TestDirtyTextIsReadInBoundedTime(t *testing.T) {
	stages, err := pipeline.Default()
	if err != nil {
		t.Fatal(err)
	}
	// The longest is 1.2 MB. A stage that takes quadratic time over it needs hours;
	// the limit leaves room for slow machines and the race detector.
	const limit = 60 * time.Second
	for name, text := range dirty {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			d := annotate(t, stages, text)
			if took := time.Since(began); took > limit {
				t.Errorf("took %v", took)
			}
			t.Logf("%d bytes, %d tokens, %d entities, %d events", len(text), len(d.Tokens), len(d.Entities), len(d.Events))
		})
	}
}

func FuzzAnnotate(f *testing.F) {
	stages, err := pipeline.Default()
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range dirty {
		if len(text) < 1000 {
			f.Add(text)
		}
	}
	reports, err := filepath.Glob(examples + "/*.txt")
	if err != nil || len(reports) == 0 {
		f.Fatalf("no reports in %s: %v", examples, err)
	}
	for _, path := range reports {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("ATHENS, Sept. 5, 2015 (Gulf Ledger) — Greek Prime Minister Alexis Tsipras told reporters: “We won't \"yield” to 'threats'.\nHe said.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("source hands out valid UTF-8 only")
		}
		annotate(t, stages, text)
	})
}
