package clean_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

func BenchmarkText(b *testing.B) {
	stage, err := clean.New(lang.English())
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for i := range 40 {
		text.WriteString("The ministers of both countries met in the capital on Tuesday and agreed, after ")
		text.WriteString(strings.Repeat("long ", i))
		text.WriteString("hours, that their envoys should go on talking about the withdrawal of troops from the border.\n\n")
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		d := &doc.Document{Text: text.String()}
		d.Report.Status = doc.StatusRead
		if err := stage.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
}
