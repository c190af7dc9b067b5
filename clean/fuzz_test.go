package clean_test

import (
	"os"
	"path/filepath"
	"reflect"
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

// FuzzSurvey checks that a stage that has seen any three reports of an outlet still
// covers any of them, and that the order of the three changes nothing.
func FuzzSurvey(f *testing.F) {
	f.Add("Home desk\nThe council of the town met.\nPrices", "Home desk\nPrices\n1", "Prices\n2\nHome desk", false)
	f.Add("a\r\n\u2028b", "\xff\xfe", "", false)
	f.Add("<html><link rel=canonical href='//x'><body><p>a<p>b", "<html><link rel=canonical href='%'>", "<body><p>b", true)
	stage := newStage(f)
	f.Fuzz(func(t *testing.T, a, b, c string, pages bool) {
		read := func(order ...int) []*doc.Document {
			survey := stage.Survey()
			var docs []*doc.Document
			for i, text := range []string{a, b, c} {
				d := &doc.Document{Text: text}
				if pages {
					d.Text, d.HTML = "", text
				}
				d.Report = doc.Report{ID: string(rune('a' + i)), Outlet: "Harbour Wire", Status: doc.StatusRead}
				docs = append(docs, d)
			}
			for _, i := range order {
				survey.Add(docs[i])
			}
			surveyed := survey.Stage()
			for _, d := range docs {
				if err := surveyed.Annotate(d); err != nil {
					t.Fatal(err)
				}
				if d.Report.Status != doc.StatusFailed {
					checkCover(t, d)
				}
			}
			return docs
		}
		if one, other := read(0, 1, 2), read(2, 0, 1); !reflect.DeepEqual(one, other) {
			t.Fatal("the order of the reports changes how they are read")
		}
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
