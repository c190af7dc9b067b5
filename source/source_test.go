package source_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/source"
)

// read returns the documents of the paths.
func read(t testing.TB, r source.Reader, paths ...string) []*doc.Document {
	t.Helper()
	var docs []*doc.Document
	err := r.Each(context.Background(), paths, func(d *doc.Document) error {
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// one returns the single document of a path.
func one(t testing.TB, r source.Reader, path string) *doc.Document {
	t.Helper()
	docs := read(t, r, path)
	if len(docs) != 1 {
		t.Fatalf("%s: got %d documents, want 1", path, len(docs))
	}
	return docs[0]
}

// file writes a file and returns its path.
func file(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// packed compresses content.
func packed(t testing.TB, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const text = "Talks go on\n\nThe ministers met in the capital – for the second time.\n"

func TestTextToTheLetter(t *testing.T) {
	d := one(t, source.Reader{}, file(t, "a.txt", []byte(text)))
	if d.Text != text || d.Report.Status != doc.StatusRead || d.Report.Problem != "" {
		t.Errorf("got %q %+v", d.Text, d.Report)
	}
	if d.Report.Published.How != doc.DateUnknown || !d.Report.Published.IsZero() {
		t.Errorf("published %+v", d.Report.Published)
	}
}

func TestSameBytesSameID(t *testing.T) {
	a := one(t, source.Reader{}, file(t, "a.txt", []byte(text)))
	b := one(t, source.Reader{}, file(t, "b.txt.gz", packed(t, text)))
	c := one(t, source.Reader{}, file(t, "c.txt", []byte(text+".")))
	if a.Report.ID != b.Report.ID || len(a.Report.ID) != 32 {
		t.Errorf("ids %q and %q", a.Report.ID, b.Report.ID)
	}
	if a.Report.ID == c.Report.ID {
		t.Error("different bytes have one id")
	}
}

func TestFolderInNameOrder(t *testing.T) {
	var got []string
	for _, d := range read(t, source.Reader{}, "testdata/folder", "testdata/folder/a.txt") {
		got = append(got, d.Report.Path+" "+string(d.Report.Status))
	}
	want := "testdata/folder/a.txt read, testdata/folder/b/c.txt read, testdata/folder/z.docx failed, testdata/folder/a.txt read"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s", strings.Join(got, ", "))
	}
}

func TestSettingsFillOnlyWhatIsMissing(t *testing.T) {
	r := source.Reader{Published: doc.On(doc.Day{Year: 2020, Month: 1, Num: 2}), Outlet: "Flag"}
	plain := one(t, r, file(t, "a.txt", []byte(text)))
	if plain.Report.Outlet != "Flag" || plain.Report.Published.How != doc.DateFlag {
		t.Errorf("got %+v", plain.Report)
	}
	stated := read(t, r, "testdata/fields-of-many-names.jsonl")[0]
	if stated.Report.Outlet != "Harbour Wire" || stated.Report.Published.From.String() != "2015-09-05" {
		t.Errorf("got %+v", stated.Report)
	}
	// A date that is there and cannot be understood is not missing.
	unclear := one(t, r, file(t, "a.jsonl", []byte(`{"text": "They met.", "date": "03/04/2015"}`)))
	if unclear.Report.Published.How != doc.DateUnknown || !strings.Contains(unclear.Report.Problem, "2015-04-03") {
		t.Errorf("got %+v", unclear.Report)
	}
}

func TestFieldNames(t *testing.T) {
	docs := read(t, source.Reader{}, "testdata/fields-of-many-names.jsonl")
	if len(docs) != 5 {
		t.Fatalf("got %d documents", len(docs))
	}
	for i, want := range []doc.Report{
		{Ref: "hw-1", Title: "Talks go on", Outlet: "Harbour Wire", Author: "Mara Holt", URL: "https://harbourwire.example/a", Language: "en"},
		{Ref: "7", Title: "Talks go on", Outlet: "Harbour Wire", Author: "Mara Holt, Nils Aker", URL: "https://harbourwire.example/b"},
		{Ref: "x", Outlet: "Harbour Wire", Language: "en"},
		{URL: "https://harbourwire.example/2015/09/05/talks"},
		{},
	} {
		got := docs[i].Report
		if got.Status != doc.StatusRead || got.Published.From.String() != "2015-09-05" {
			t.Errorf("report %d: %s %v %q", i, got.Status, got.Published, got.Problem)
		}
		want.ID, want.Path, want.Published, want.Status = got.ID, got.Path, got.Published, got.Status
		if got != want {
			t.Errorf("report %d: got %+v, want %+v", i, got, want)
		}
	}
	if docs[0].Text != "The ministers met.\nThey agreed." {
		t.Errorf("text %q", docs[0].Text)
	}
	if docs[3].Report.Published.How != doc.DateURL {
		t.Errorf("published by %s", docs[3].Report.Published.How)
	}
	if docs[2].HTML == "" || docs[4].HTML == "" {
		t.Error("markup was taken for text")
	}
}

func TestJSONForms(t *testing.T) {
	for _, name := range []string{"array.json", "one-object-over-lines.json", "fields-of-many-names.jsonl"} {
		for _, d := range read(t, source.Reader{}, "testdata/"+name) {
			if d.Report.Status != doc.StatusRead {
				t.Errorf("%s: %+v", name, d.Report)
			}
		}
	}
	if n := len(read(t, source.Reader{}, "testdata/array.json")); n != 2 {
		t.Errorf("got %d reports of the array", n)
	}
	lines := file(t, "lines.json", []byte("{\"text\": \"a b\"}\n{\"text\": \"c d\"}\n"))
	if n := len(read(t, source.Reader{}, lines)); n != 2 {
		t.Errorf("got %d reports of lines named .json", n)
	}
}

func TestBrokenLineIsNamedAndTheRestIsRead(t *testing.T) {
	docs := read(t, source.Reader{}, "testdata/one-broken-line.jsonl")
	var got []string
	for _, d := range docs {
		got = append(got, string(d.Report.Status))
	}
	if strings.Join(got, " ") != "read failed read failed failed" {
		t.Fatalf("got %v", got)
	}
	for i, where := range map[int]string{1: "line 2", 3: "line 5", 4: "line 6"} {
		if !strings.Contains(docs[i].Report.Problem, where) {
			t.Errorf("problem %q does not name %s", docs[i].Report.Problem, where)
		}
	}
	if !strings.Contains(docs[1].Text, "The ministers met") {
		t.Error("the broken line was not kept")
	}
}

func TestArrayCutOff(t *testing.T) {
	docs := read(t, source.Reader{}, "testdata/array-cut-off.json")
	if len(docs) != 2 || docs[0].Report.Status != doc.StatusRead || docs[1].Report.Status != doc.StatusFailed ||
		!strings.Contains(docs[1].Report.Problem, "object 2") {
		t.Errorf("got %d documents, last %+v", len(docs), docs[len(docs)-1].Report)
	}
}

func TestBadInput(t *testing.T) {
	small := source.Reader{MaxBytes: 1000}
	long := strings.Repeat("word ", 500)
	cutOff := packed(t, text)
	tests := []struct {
		name    string
		content []byte
		status  doc.Status
		says    string
	}{
		{"empty.txt", nil, doc.StatusEmpty, "no text"},
		{"blank.txt", []byte(" \n\t\n"), doc.StatusEmpty, "no text"},
		{"empty.jsonl", nil, doc.StatusEmpty, "no text"},
		{"empty.json", nil, doc.StatusEmpty, "no text"},
		{"empty-array.json", []byte("[]"), doc.StatusEmpty, "no text"},
		{"empty.txt.gz", packed(t, ""), doc.StatusEmpty, "no text"},
		{"binary.txt", []byte{0, 1, 2, 3, 0, 0, 9, 1, 0, 200, 14, 0, 0, 0, 7, 6}, doc.StatusFailed, "binary"},
		{"binary.jsonl", []byte("\x00\x01\n\x02\x03\n\x04\x05\n"), doc.StatusFailed, "binary"},
		{"wide.jsonl", []byte("\xff\xfe{\x00\n\x00"), doc.StatusFailed, "UTF-16"},
		{"nothing.txt.gz", nil, doc.StatusEmpty, "no text"},
		{"document.txt", []byte("%PDF-1.7 and so on"), doc.StatusFailed, "application/pdf"},
		{"table.xlsx", []byte("x"), doc.StatusFailed, ".jsonl"},
		{"no-extension", []byte("x"), doc.StatusFailed, "unknown kind"},
		{"not-packed.txt.gz", []byte(text), doc.StatusFailed, "gzip"},
		{"cut-off.txt.gz", cutOff[:len(cutOff)-9], doc.StatusFailed, "cut off"},
		{"long.txt", []byte(long), doc.StatusFailed, "1000 bytes"},
		{"long.html", []byte("<html>" + long), doc.StatusFailed, "1000 bytes"},
		{"long.jsonl", []byte(`{"text": "` + long + `"}`), doc.StatusFailed, "line 1"},
		{"long-object.json", []byte("{\n\"text\": \"" + long + "\"}"), doc.StatusFailed, "1000 bytes"},
		{"empty-text.jsonl", []byte(`{"text": " "}`), doc.StatusEmpty, "empty text"},
		{"no-text.jsonl", []byte(`{"title": "a"}`), doc.StatusFailed, "text, fulltext, body, "},
		{"odd-name.jsonl", []byte(`{"contents": "a"}`), doc.StatusFailed, "docs/input.md"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := one(t, small, file(t, test.name, test.content))
			if d.Report.Status != test.status || !strings.Contains(d.Report.Problem, test.says) {
				t.Errorf("got %s %q", d.Report.Status, d.Report.Problem)
			}
			if !strings.HasSuffix(d.Report.Path, test.name) {
				t.Errorf("path %q", d.Report.Path)
			}
		})
	}
	if d := one(t, small, "testdata/no-such-file.txt"); d.Report.Status != doc.StatusFailed || !strings.Contains(d.Report.Problem, "no such file") {
		t.Errorf("got %+v", d.Report)
	}
	if d := one(t, small, t.TempDir()); d.Report.Status != doc.StatusFailed || !strings.Contains(d.Report.Problem, "no file") {
		t.Errorf("got %+v", d.Report)
	}
}

func TestLongLineIsPassedOver(t *testing.T) {
	lines := `{"text": "` + strings.Repeat("word ", 500) + "\"}\n" + `{"text": "They met."}`
	docs := read(t, source.Reader{MaxBytes: 1000}, file(t, "a.jsonl", []byte(lines)))
	if len(docs) != 2 || docs[0].Report.Status != doc.StatusFailed || docs[1].Text != "They met." {
		t.Errorf("got %d documents", len(docs))
	}
}

func TestLongObjectOfArrayEndsIt(t *testing.T) {
	array := `[{"text": "They met."}, {"text": "` + strings.Repeat("word ", 40_000) + `"}]`
	docs := read(t, source.Reader{MaxBytes: 70_000}, file(t, "a.json", []byte(array)))
	if len(docs) != 2 || docs[0].Text != "They met." || !strings.Contains(docs[1].Report.Problem, "70000 bytes") {
		t.Errorf("got %d documents", len(docs))
	}
}

func TestCutOffFileKeepsWhatWasRead(t *testing.T) {
	// Random-looking lines do not compress away, so that most survive the cut.
	var lines strings.Builder
	for i := range 2000 {
		lines.WriteString(`{"text": "Report ` + strings.Repeat(string(rune('a'+i*7%26)), 1+i%13) + ` of the day."}` + "\n")
	}
	whole := packed(t, lines.String())
	docs := read(t, source.Reader{}, file(t, "a.jsonl.gz", whole[:len(whole)/2]))
	last := docs[len(docs)-1]
	if len(docs) < 10 || docs[0].Report.Status != doc.StatusRead || last.Report.Status != doc.StatusFailed {
		t.Errorf("got %d documents, last %+v", len(docs), last.Report)
	}
}

func TestStdin(t *testing.T) {
	tests := []struct {
		name, in string
		reports  int
		html     bool
	}{
		{"lines", "{\"text\": \"a b\"}\n{\"text\": \"c d\"}\n", 2, false},
		{"array", "[{\"text\": \"a b\"}]", 1, false},
		{"array over lines", "[\n  {\"text\": \"a b\"}\n]", 1, false},
		{"page", "\n<!doctype html><p>a b</p>", 1, true},
		{"text", "Talks go on", 1, false},
		{"text in brackets", "[Image] Talks go on", 1, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			docs := read(t, source.Reader{Stdin: strings.NewReader(test.in)}, "-")
			if len(docs) != test.reports {
				t.Fatalf("got %d documents", len(docs))
			}
			d := docs[0]
			if d.Report.Status != doc.StatusRead || d.Report.Path != "-" || (d.HTML != "") != test.html {
				t.Errorf("got %+v %q", d.Report, d.HTML)
			}
		})
	}
}

func TestPageNamedText(t *testing.T) {
	if d := one(t, source.Reader{}, "testdata/page-named-txt.txt"); d.HTML == "" || d.Text != "" {
		t.Errorf("got text %q", d.Text)
	}
}

func TestRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := source.Reader{}.Each(ctx, []string{"testdata"}, func(*doc.Document) error {
		n++
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("got %v after %d documents", err, n)
	}
	full := errors.New("disk full")
	err = source.Reader{}.Each(context.Background(), []string{"testdata"}, func(*doc.Document) error { return full })
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}
