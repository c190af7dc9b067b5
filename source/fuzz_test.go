package source_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/source"
)

// check checks what holds for every document, whatever the input was.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	switch {
	case d.Report.Status == "":
		t.Fatal("no status")
	case d.Report.Status != doc.StatusRead && d.Report.Problem == "":
		t.Fatalf("%s without a reason", d.Report.Status)
	case d.Report.Status == doc.StatusRead && strings.TrimSpace(d.Text+d.HTML) == "":
		t.Fatal("read and empty")
	case d.Text != "" && d.HTML != "":
		t.Fatal("both text and page")
	case !utf8.ValidString(d.Text) || !utf8.ValidString(d.HTML):
		t.Fatal("the text is not valid UTF-8")
	case d.Report.Published.How == "":
		t.Fatal("nothing said about the date")
	}
}

// fuzz feeds a file of the given name.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		n := 0
		err := source.Reader{MaxBytes: 1 << 16}.Each(context.Background(), []string{path}, func(d *doc.Document) error {
			n++
			check(t, d)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			t.Fatal("the input vanished")
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, "a.txt", "Talks go on\n", "\xff\xfea\x00b\x00", "a\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00", "caf\xe9 \x93x\x94", "%PDF-1.4", "<html>x")
}

func FuzzPage(f *testing.F) {
	fuzz(f, "a.html", "<html><meta charset=koi8-r>\xed\xe9\xe4", "<?xml version='1.0' encoding='x'?>\xff")
}

func FuzzJSONLines(f *testing.F) {
	fuzz(f, "a.jsonl", "{\"text\": \"a\"}\n{\"text\"\n\n[1]\n", `{"text":"\ud800","date":1441411200,"author":[{"name":"x"}]}`, `{"content":"<p>x</p>"}`)
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "a.json", `[{"text": "a"}, {"text": "b"}]`, "{\n\"text\": \"a\"\n}", "[1, null, {}]", "{\"text\": \"a\"}\n{\"text\": \"b\"}")
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2015-09-05", "Sat, 05 Sep 2015 10:12:00 GMT", "5th Sept. 2015 at 3 p.m.", "1/2/2015"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, given string) {
		interval, err := source.ParsePublished(given)
		if err != nil {
			return
		}
		if interval.From.IsZero() || interval.To.IsZero() || interval.To.Before(interval.From) {
			t.Fatalf("%q: %v to %v", given, interval.From, interval.To)
		}
	})
}
