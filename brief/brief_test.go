package brief

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// report makes one report of sentences; the words in the first are those of its event.
func report(t *testing.T, path, outlet, title, trigger string, sentences ...string) *doc.Document {
	t.Helper()
	code, err := codebook.New("CONSULT", "phone", "041")
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Report: doc.Report{Path: path, Outlet: outlet, Title: title, Status: doc.StatusRead}}
	for _, s := range sentences {
		start := len(d.Text)
		d.Text += s
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: start, End: len(d.Text)}})
		d.Text += "\n"
	}
	d.Entities = []doc.Entity{{Name: "foreign ministry"}}
	d.Events = []doc.Event{{Code: code, Trigger: find(t, d, trigger), Time: -1, Place: -1, SameAs: -1,
		Status: doc.Asserted, Rule: "consult/phone", Reasons: []string{"past tense"}}}
	return d
}

func find(t *testing.T, d *doc.Document, words string) doc.Span {
	t.Helper()
	at := strings.Index(d.Text, words)
	if at < 0 {
		t.Fatalf("%q is not in %s", words, d.Report.Path)
	}
	return doc.Span{Start: at, End: at + len(words)}
}

// calls is a record with every part filled. Its reports carry what hostile or
// dirty input carries: escape sequences, markup, marks of Markdown, line breaks.
func calls(t *testing.T) *record.Record {
	t.Helper()
	a := report(t, "a.txt", "Fjord Post", "Oslo calls \x1b[31mTehran", "phoned",
		"Foreign Minister Børge Brende phoned\nhis Iranian colleague on Friday to ask for the release of two Norwegian sailors, the foreign ministry said.",
		"He called their arrest “<b>grave</b> and *unlawful*”.")
	b := report(t, "b.html", "", "A call", "telephoned",
		"Norway telephoned Iran on Saturday | its [minister](http://example.com) wanted the men back.",
		"The arrest was grave and unlawful.")
	b.Report.URL = "javascript:alert(1)"
	failed := &doc.Document{Report: doc.Report{Path: "c.bin", Status: doc.StatusFailed, Problem: "a PNG image; give text, HTML or JSON Lines"}}

	friday := doc.On(doc.Day{Year: 2015, Month: 9, Num: 4})
	a.Times = []doc.Time{{Span: find(t, a, "Friday"), Interval: friday}}
	b.Times = []doc.Time{{Span: find(t, b, "Saturday")}}
	a.Events[0].Date, a.Events[0].Time, a.Events[0].Attribution = friday, 0, []int{0}
	b.Events[0].Time = 0
	b.Events = append(b.Events, b.Events[0])
	b.Events[1].Trigger, b.Events[1].Sentence, b.Events[1].Time = find(t, b, "arrest"), 1, -1
	b.Uncoded = []doc.Uncoded{{Span: find(t, b, "arrest"), Sentence: 1, Reason: "nobody who did it", Rule: "coerce/arrest"}}

	return &record.Record{
		Documents: []*doc.Document{a, b, failed},
		Stories:   []record.Story{{Title: a.Report.Title, Dates: friday, Reports: []int{0, 1}, Events: []int{0, 1}, Statements: []int{0, 1}}},
		Events: []record.Event{{
			Code: a.Events[0].Code, Actor: []int{0}, Recipient: []int{1}, Reports: 2, Origins: 2, Date: friday,
			Place:    &doc.Place{Name: "Oslo", Country: "NOR", Kind: doc.PlaceCity},
			Accounts: []record.Account{{Span: a.Sentences[0].Span}, {Report: 1, Span: b.Sentences[0].Span}},
			Why:      []string{"same parties", "same words"}, Near: []record.NearMiss{{Event: 1, Why: "three weeks later"}},
			Days: []string{"2015-09-04", "Saturday"},
		}, {
			Code: b.Events[1].Code, Actor: []int{1}, Reports: 1, Origins: 1, Days: []string{"Sunday"},
			Accounts: []record.Account{{Report: 1, Event: 1, Span: b.Sentences[1].Span}},
			Near: []record.NearMiss{{Event: 0, Why: "three weeks later"}, {Event: 2, Why: "no day"}, {Event: 3, Why: "no day"}, {Event: 4, Why: "no day"},
				{Event: 5, Why: "no day"}, {Event: 6, Why: "no day"}, {Event: 7, Why: "no day"}, {Event: 8, Why: "no day"}},
		}},
		Statements: []record.Statement{{Speaker: -1, Joint: []int{1, 0}, Text: "He called their arrest", Variants: []record.Variant{
			{Span: find(t, a, "He called their arrest"), Form: record.VariantMixed},
		}}, {Speaker: 0, Text: "<b>grave</b> and *unlawful*", Variants: []record.Variant{
			{Span: find(t, a, "<b>grave</b> and *unlawful*"), Form: record.VariantDirect, Via: []string{"NTB"}},
			{Report: 1, Span: find(t, b, "grave and unlawful"), Form: record.VariantUnmarked, Quote: -1},
		}}},
		Disagreements: []record.Disagreement{{Other: -1, Field: "date", Kind: record.Conflict, Why: "other days, same parties", Accounts: []record.Reading{
			{Value: "2015-09-04", Span: a.Times[0].Span}, {Report: 1, Value: "Saturday", Span: b.Times[0].Span},
		}}, {Other: 1, Field: "date", Kind: record.MaybeOtherEvent, Why: "shared statement", Accounts: []record.Reading{
			{Value: "2015-09-04", Span: a.Times[0].Span}, {Report: 1, Value: "2015-09", Span: find(t, b, "unlawful")},
		}}},
		Copies: []record.Copy{{To: 1, Kind: record.UnmarkedQuote}},
		Entities: []record.Entity{
			{Name: "Børge Brende", Country: "NOR", Sector: "GOV"}, {Name: "Iran", Country: "IRN", Sector: "GOV"},
		},
		Timeline: []record.TimelineEntry{{Dates: friday}, {Event: 1}},
	}
}

// TestBriefMatchesGolden compares each form with a file a person can read. After
// a change that is meant, write the files anew with UPDATE_GOLDEN=1.
func TestBriefMatchesGolden(t *testing.T) {
	for format, golden := range map[string]string{
		"text": "testdata/brief.txt", "markdown": "testdata/brief.md", "html": "testdata/brief.html",
	} {
		var got bytes.Buffer
		if err := Write(&got, calls(t), format, false); err != nil {
			t.Fatal(err)
		}
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s differs from %s; got\n%s", format, golden, got.String())
		}
	}
}

func TestTextOfReportsIsNotTrusted(t *testing.T) {
	for format, forbidden := range map[string][]string{
		"text":     {"\x1b"},
		"markdown": {"\x1b", "[minister](", "<b>", "*unlawful*”"},
		"html":     {"\x1b", "<b>grave", `href="javascript`},
	} {
		var got bytes.Buffer
		if err := Write(&got, calls(t), format, false); err != nil {
			t.Fatal(err)
		}
		for _, f := range forbidden {
			if bytes.Contains(got.Bytes(), []byte(f)) {
				t.Errorf("%s lets %q through", format, f)
			}
		}
	}
}

func TestTextFitsTheTerminal(t *testing.T) {
	for _, colour := range []bool{false, true} {
		var got bytes.Buffer
		if err := Write(&got, calls(t), "text", colour); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(got.String()) {
			if n := uniseg.StringWidth(plain(strings.TrimSuffix(line, "\n"))); n > width {
				t.Errorf("line of %d columns: %q", n, line)
			}
		}
		if strings.Contains(got.String(), "\x1b[") != colour {
			t.Errorf("colour %v: wrong escape sequences", colour)
		}
	}
}

func TestEmptyRecordIsSaidToBeEmpty(t *testing.T) {
	for _, format := range Formats() {
		var got bytes.Buffer
		if err := Write(&got, &record.Record{}, format, false); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		if format != "json" && !strings.Contains(got.String(), "0 reports read: 0 stories, 0 events") {
			t.Errorf("%s: got %s", format, got.String())
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := Write(&bytes.Buffer{}, &record.Record{}, "pdf", false); err == nil || !strings.Contains(err.Error(), "text, markdown, html, json") {
		t.Errorf("got %v", err)
	}
}

func TestWrapKeepsEveryWord(t *testing.T) {
	text := strings.Repeat("talks ", 60) + strings.Repeat("x", 2*width) + " end"
	lines := wrap(text, 8)
	if got := strings.Join(lines, " "); got != text {
		t.Errorf("got %q", got)
	}
	for _, line := range lines {
		if strings.Contains(line, " ") && 8+len(line) > width {
			t.Errorf("line of %d: %q", 8+len(line), line)
		}
	}
}
