package clean_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// FuzzLines checks that blocks cover any text and leave it as it was.
func FuzzLines(f *testing.F) {
	files, _ := filepath.Glob("testdata/lines/*.txt")
	for _, file := range files {
		if content, err := os.ReadFile(file); err == nil {
			f.Add(string(content), "")
		}
	}
	f.Add("© A / B / cDe fghi jkl mno pqr stu vwx.", "A B")
	f.Add("REUTERS/Ä ÖüÄ b c d e f g\r\n\u2028\u0085\xff\xfe", "\xff")
	f.Add("A (B) — c d e f g h.", "")
	stage := newStage(f)
	f.Fuzz(func(t *testing.T, text, title string) {
		d := &doc.Document{Text: text}
		d.Report.Status = doc.StatusRead
		d.Report.Title = title
		if err := stage.Annotate(d); err != nil {
			t.Fatal(err)
		}
		if d.Text != text {
			t.Fatal("the text was changed")
		}
		checkCover(t, d)
	})
}

// FuzzHTML checks that any page gives covered text or a failed report.
func FuzzHTML(f *testing.F) {
	files, _ := filepath.Glob("testdata/pages/*.html")
	for _, file := range files {
		if content, err := os.ReadFile(file); err == nil {
			f.Add(string(content))
		}
	}
	f.Add("<p>a<td>b<br><h2>c</h2><li>d")
	f.Add(`<script type="application/ld+json">{"datePublished":"0000-99-99"}</script><p>x`)
	stage := newStage(f)
	f.Fuzz(func(t *testing.T, page string) {
		d := &doc.Document{HTML: page}
		d.Report.Status = doc.StatusRead
		if err := stage.Annotate(d); err != nil {
			t.Fatal(err)
		}
		switch {
		case d.Report.Status == doc.StatusFailed && d.Report.Problem == "":
			t.Fatal("failed without a reason")
		case d.Report.Status != doc.StatusFailed:
			checkCover(t, d)
		}
		if utf8.ValidString(page) && !utf8.ValidString(d.Text) {
			t.Fatal("text is not valid UTF-8")
		}
	})
}
