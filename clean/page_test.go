package clean_test

import (
	"os"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

// drawn returns the page of testdata/pages after the stage.
func drawn(t *testing.T, name string) *doc.Document {
	t.Helper()
	page, err := os.ReadFile("testdata/pages/" + name)
	if err != nil {
		t.Fatal(err)
	}
	d := annotate(t, &doc.Document{HTML: string(page)})
	checkCover(t, d)
	if d.HTML != "" {
		t.Error("the page was not emptied")
	}
	return d
}

func TestPageArticle(t *testing.T) {
	d := drawn(t, "article-with-metadata.html")
	want := []struct{ kind, start string }{
		{"title", "Border crossing reopens"},
		{"repeat", "Border crossing reopens"},
		{"body", "The crossing between"},
		{"body", "The foreign ministers"},
		{"heading", "Traders relieved"},
		{"body", "Traders on both sides"},
		{"body", "Some had moved"}, // the line break within the paragraph is kept
		{"credit", "(Reporting by"},
	}
	if len(d.Blocks) != len(want) {
		t.Fatalf("got %d blocks, want %d: %q", len(d.Blocks), len(want), d.Text)
	}
	for i, w := range want {
		if b := d.Blocks[i]; string(b.Kind) != w.kind || !strings.HasPrefix(d.Slice(b.Span), w.start) {
			t.Errorf("block %d: got %s %q, want %s %q", i, b.Kind, d.Slice(b.Span), w.kind, w.start)
		}
	}
	r := d.Report
	if r.Title != "Border crossing reopens after half a year" || r.Outlet != "Lowland Courier" || r.Author != "Mara Holt" || r.Language != "en" {
		t.Errorf("got %+v", r)
	}
	// The day is the one on the outlet's own calendar, not in UTC.
	if r.Published.From.String() != "2015-09-06" || r.Published.How != doc.DateMetadata {
		t.Errorf("published %v by %s", r.Published.From, r.Published.How)
	}
}

func TestPageDateInAddress(t *testing.T) {
	d := drawn(t, "date-only-in-address.html")
	if d.Report.Published.From.String() != "2016-02-29" || d.Report.Published.How != doc.DateURL {
		t.Errorf("published %v by %s", d.Report.Published.From, d.Report.Published.How)
	}
}

func TestPageKeepsWhatTheInputStates(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/article-with-metadata.html")
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{HTML: string(page)}
	d.Report.Title, d.Report.Outlet = "Stated title", "Stated outlet"
	d.Report.Published = doc.Published{Interval: doc.On(doc.Day{Year: 2015, Month: 9, Num: 1}), How: doc.DateMetadata}
	annotate(t, d)
	if r := d.Report; r.Title != "Stated title" || r.Outlet != "Stated outlet" || r.Published.From.String() != "2015-09-01" {
		t.Errorf("got %+v", r)
	}
}

func TestPageBeatsFlag(t *testing.T) {
	page, err := os.ReadFile("testdata/pages/article-with-metadata.html")
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{HTML: string(page)}
	d.Report.Published = doc.Published{Interval: doc.On(doc.Day{Year: 2020, Month: 1, Num: 1}), How: doc.DateFlag}
	annotate(t, d)
	if d.Report.Published.From.String() != "2015-09-06" {
		t.Errorf("published %v by %s", d.Report.Published.From, d.Report.Published.How)
	}
}

func TestPageWithoutArticle(t *testing.T) {
	d := drawn(t, "no-article.html")
	if d.Report.Status != doc.StatusFailed || !strings.Contains(d.Report.Problem, "no article") {
		t.Errorf("got %s %q", d.Report.Status, d.Report.Problem)
	}
}

// Where the extractor finds nothing it takes the whole page, its words run
// together; a menu or a list of links must not become an article by that.
func TestShortPages(t *testing.T) {
	for _, test := range []struct{ name, page, article string }{
		{"menu", "<html><head><title>Gulf Ledger</title></head><body><nav><a>Home</a><a>World</a></nav><div>Log in</div></body></html>", ""},
		{"links", "<html><head><title>World</title></head><body><ul><li><a>Port reopens</a></li><li><a>Storm closes two bridges</a></li></ul></body></html>", ""},
		{"frames", "<html><head><title>Old page</title></head><frameset><frame src='a.html'></frameset></html>", ""},
		{"sentence", "<html><head><title>Port reopens</title></head><body><p>The port reopened on Friday, officials said.</p></body></html>",
			"The port reopened on Friday, officials said."},
		{"divs", "<html><head><title>Port</title></head><body><div>Home</div><div>The port reopened.</div><div>Ships came.</div></body></html>",
			"The port reopened.\nShips came."},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := annotate(t, &doc.Document{HTML: test.page})
			if failed := d.Report.Status == doc.StatusFailed; failed != (test.article == "") {
				t.Errorf("got %s %q of %q", d.Report.Status, d.Report.Problem, d.Text)
			}
			if !strings.Contains(d.Text, test.article) {
				t.Errorf("got %q", d.Text)
			}
		})
	}
}

func TestPageInGerman(t *testing.T) {
	d := drawn(t, "article-in-german.html")
	if d.Report.Status != doc.StatusUnsupportedLanguage || d.Report.Language != "de" || !strings.Contains(d.Text, "Zollbeamte") {
		t.Errorf("got %s %q %q", d.Report.Status, d.Report.Language, d.Text)
	}
}
