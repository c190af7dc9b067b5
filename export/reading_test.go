package export

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

// span finds words in the text; a test that names words that are not there is wrong.
func span(t *testing.T, text, words string) doc.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return doc.Span{Start: at, End: at + len(words)}
}

func day(t *testing.T, s string) doc.Day {
	t.Helper()
	d, err := doc.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// call is a document with one finding of each kind, as stages would make it.
func call(t *testing.T, path, outlet string) *doc.Document {
	t.Helper()
	text := "“Grave” — Norwegian Foreign Minister Børge Brende phoned Tehran from Oslo on Friday.\nHe called it “grave”, NTB said. At least 12 people fled."
	at := func(words string) doc.Span { return span(t, text, words) }
	code, err := codebook.New("CONSULT", "phone", "041")
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	d.Report = doc.Report{
		ID: "00ff-" + path, Path: path, Outlet: outlet, Title: "Grave", Language: "en", Status: doc.StatusRead,
		Published: doc.Published{Interval: doc.On(day(t, "2015-09-05")), How: doc.DateMetadata},
	}
	first, second := at("“Grave” — Norwegian Foreign Minister Børge Brende phoned Tehran from Oslo on Friday."), at("He called it “grave”, NTB said.")
	d.Blocks = []doc.Block{{Span: first.Cover(second), Kind: doc.BlockBody, Rule: "prose"}}
	d.Sentences = []doc.Sentence{{Span: first}, {Span: second}}
	d.Entities = []doc.Entity{
		{Name: "Børge Brende", Kind: doc.KindPerson, Country: "NOR", Sector: "GOV", CAMEO: "NORGOV", Role: "Foreign Minister",
			How: doc.KnownTitle, Evidence: at("Norwegian Foreign Minister"),
			Mentions: []doc.Mention{{Span: at("Børge Brende"), Form: doc.FormName}, {Span: at("He"), Form: doc.FormPronoun}}},
		{Name: "Iran", Kind: doc.KindCountry, Country: "IRN", Sector: "GOV", CAMEO: "IRNGOV", How: doc.KnownLexicon,
			Mentions: []doc.Mention{{Span: at("Tehran"), Form: doc.FormName}}},
	}
	d.Times = []doc.Time{{Span: at("Friday"), Type: doc.TimeDate, Value: "2015-09-04",
		Interval: doc.On(day(t, "2015-09-04")), Anchor: doc.AnchorPublished}}
	d.Places = []doc.Place{
		{Span: at("Oslo"), Name: "Oslo", Country: "NOR", Lat: 59.91, Lon: 10.75, Located: true, GeoNames: 3143244, Kind: doc.PlaceCity},
		{Span: at("Tehran"), Name: "Tehran", Kind: doc.PlaceCapital},
	}
	d.Quotes = []doc.Quote{{Kind: doc.QuoteMixed, Content: []doc.Span{at("grave")}, Source: at("He"), Cue: at("called"),
		Speaker: 0, Via: []doc.Span{at("NTB")}, Addressee: -1, Rule: "cue"}}
	d.Events = []doc.Event{{Sentence: 0, Trigger: at("phoned"), Code: code, Contexts: []string{"diplomatic"},
		Actor: []int{0}, Recipient: []int{1}, Date: doc.On(day(t, "2015-09-04")), Time: 0, Place: -1,
		Status: doc.Asserted, SameAs: -1, Rule: "consult/phone", Salience: 0.5, Clause: first, Reasons: []string{"past tense"}}}
	d.Quantities = []doc.Quantity{{Span: at("At least 12"), Low: 12, HasLow: true, Of: "people", Event: -1}}
	d.Uncoded = []doc.Uncoded{{Span: at("fled"), Sentence: 1, Reason: "no party", Rule: "retreat/flee"}}
	return d
}

// TestReadingMatchesGolden compares every field with a file a person can read.
// After a change that is meant, write the file anew with UPDATE_GOLDEN=1.
func TestReadingMatchesGolden(t *testing.T) {
	var got bytes.Buffer
	if err := NewJSONLines(&got).Write(call(t, "a.txt", "Fjord Post")); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(got.String(), "\n"); n != 1 {
		t.Errorf("a reading takes %d lines, want 1", n)
	}
	compare(t, "testdata/reading.json", indent(t, got.Bytes()))
}

func indent(t *testing.T, raw []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func compare(t *testing.T, golden string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("differs from %s; got\n%s", golden, got)
	}
}

func TestEverySpanHoldsItsText(t *testing.T) {
	reading, err := NewReading(call(t, "a.txt", "Fjord Post"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(reading)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	points, spans := []rune(reading.Text), 0
	var walk func(any)
	walk = func(node any) {
		switch node := node.(type) {
		case []any:
			for _, child := range node {
				walk(child)
			}
		case map[string]any:
			if text, ok := node["text"].(string); ok && node["start"] != nil {
				start, end := int(node["start"].(float64)), int(node["end"].(float64))
				if got := string(points[start:end]); got != text {
					t.Errorf("[%d, %d) is %q, the span says %q", start, end, got, text)
				}
				spans++
			}
			for _, child := range node {
				walk(child)
			}
		}
	}
	walk(tree)
	if spans < 14 {
		t.Errorf("only %d spans were checked", spans)
	}
}

func TestEmptyReadingHasListsNotNull(t *testing.T) {
	var got bytes.Buffer
	if err := NewJSONLines(&got).Write(&doc.Document{Report: doc.Report{Status: doc.StatusEmpty, Problem: "the file is empty"}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.String(), "null") {
		t.Errorf("null in %s", got.String())
	}
	if !strings.Contains(got.String(), `"how":"unknown"`) {
		t.Errorf("an unknown date must say so: %s", got.String())
	}
}

func TestCodeOutsideTheCodebookIsNotWritten(t *testing.T) {
	d := call(t, "a.txt", "Fjord Post")
	d.Events[0].CAMEO = "010"
	var got bytes.Buffer
	err := NewJSONLines(&got).Write(d)
	if err == nil || got.Len() != 0 {
		t.Fatalf("wrote %q, error %v", got.String(), err)
	}
	if !strings.Contains(err.Error(), "consult/phone") {
		t.Errorf("the error does not name the rule: %v", err)
	}
}
