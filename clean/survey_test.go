package clean

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// The subjects and places make paragraphs that no two reports share.
var (
	subjects = []string{"ferry", "bridge", "school", "harvest", "strike", "flood", "census", "railway", "lighthouse", "market"}
	towns    = []string{"Aldern", "Bremby", "Corvil", "Dunmar", "Elsted", "Farnow", "Gorley", "Hasmoor"}
)

// own returns the paragraphs that only the report of that number has.
func own(number int) []string {
	subject, town := subjects[number%len(subjects)], towns[number%len(towns)]
	var lines []string
	for i, deed := range []string{"decided to repair", "heard three witnesses about", "published a paper of many pages on", "voted against a tax for", "asked the capital for help with"} {
		lines = append(lines, fmt.Sprintf("The council of %s %s the %s after a long debate on the %dth day of its session number %d.", town, deed, subject, i+4, number))
	}
	return lines
}

// page returns a report with what its outlet prints around all of its reports.
func page(number int, body []string) string {
	lines := []string{"Harbour desk", "Lowland desk", "Prices and tides", fmt.Sprintf("Council of %s debates %s again", towns[number%len(towns)], subjects[number%len(subjects)])}
	lines = append(lines, body...)
	return strings.Join(append(lines, "We answer every letter that you write to the editor of this website.", fmt.Sprintf("Read by %d people", 100+number), "Office hours and prices"), "\n")
}

// report returns a document as package source makes it.
func report(outlet string, number int, text string) *doc.Document {
	d := &doc.Document{Text: text}
	d.Report.Status, d.Report.Outlet = doc.StatusRead, outlet
	d.Report.ID = fmt.Sprintf("%x", uint64(number+1)*0x9e3779b97f4a7c15)
	return d
}

func stage(t testing.TB) *Stage {
	t.Helper()
	s, err := New(lang.English())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// surveyOf returns the stage that has seen the reports.
func surveyOf(t testing.TB, docs []*doc.Document) *Stage {
	survey := stage(t).Survey()
	for _, d := range docs {
		survey.Add(d)
	}
	return survey.Stage()
}

// kindOf returns the label of a line.
func kindOf(t testing.TB, s *Stage, d *doc.Document, line string) (doc.BlockKind, string) {
	t.Helper()
	fresh := *d
	if err := s.Annotate(&fresh); err != nil {
		t.Fatal(err)
	}
	for _, b := range fresh.Blocks {
		if fresh.Slice(b.Span) == line {
			return b.Kind, b.Rule
		}
	}
	t.Fatalf("no block is the line %q", line)
	return "", ""
}

func TestRecurringLinesAreFurniture(t *testing.T) {
	var docs []*doc.Document
	for n := range 5 {
		// Short lines just above and below the paragraphs, where the text alone reads
		// them as standfirst and headings.
		docs = append(docs, report("Lowland Courier", n, page(n, slices.Insert(own(n), 2, "From the desk in the old customs house"))))
	}
	s := surveyOf(t, docs)
	for _, d := range docs {
		for _, line := range []string{"Harbour desk", "Office hours and prices", "From the desk in the old customs house", "We answer every letter that you write to the editor of this website."} {
			if kind, rule := kindOf(t, s, d, line); kind != doc.BlockBoilerplate {
				t.Errorf("%q: %s (%s)", line, kind, rule)
			}
		}
	}
	for _, line := range own(3) {
		if kind, rule := kindOf(t, s, docs[3], line); kind != doc.BlockBody {
			t.Errorf("%q: %s (%s)", line, kind, rule)
		}
	}
	// Counters differ from report to report.
	if _, rule := kindOf(t, s, docs[3], "Read by 103 people"); !strings.Contains(rule, "several reports") {
		t.Errorf("counter: %s", rule)
	}
	// What one outlet prints says nothing about another, and two reports are too few.
	other := report("Upland Herald", 9, docs[0].Text)
	if kind, _ := kindOf(t, s, other, "From the desk in the old customs house"); kind == doc.BlockBoilerplate {
		t.Error("furniture of another outlet")
	}
	if kind, _ := kindOf(t, surveyOf(t, docs[:2]), docs[0], "From the desk in the old customs house"); kind == doc.BlockBoilerplate {
		t.Error("furniture after two reports")
	}
}

func TestRecurringNewsStays(t *testing.T) {
	background := "The war between the two coasts began seven years ago and has driven half of the farmers from their land."
	check := func(name string, docs []*doc.Document, line string, want doc.BlockKind) {
		t.Helper()
		s := surveyOf(t, docs)
		for i, d := range docs {
			if !strings.Contains(d.Text, line) {
				continue
			}
			if kind, rule := kindOf(t, s, d, line); kind != want {
				t.Errorf("%s: report %d: %s (%s): %q", name, i, kind, rule, line)
				return
			}
		}
	}
	var within, atEnd, versions, transcripts []*doc.Document
	for n := range 8 {
		within = append(within, report("Courier", n, page(n, slices.Insert(own(n), 3, background))))
		end := append(own(n), background)
		if n > 4 {
			end = own(n)
		}
		atEnd = append(atEnd, report("Courier", n, page(n, end)))
		// Each version adds a paragraph to those of the first.
		versions = append(versions, report("Courier", n, page(1, append(own(1), own(2 + n)[:1]...))))
		transcripts = append(transcripts, report("Ministry", n, "Briefing of the ministry on day "+fmt.Sprint(n)+"\nQUESTION:\n"+strings.Join(own(n), "\nSPOKESMAN:\nYes.\nNo, thank you.\nQUESTION:\n")))
	}
	check("background between paragraphs", within, background, doc.BlockBody)
	check("background at the end of some", atEnd, background, doc.BlockBody)
	for _, line := range own(1) {
		check("versions of one story", versions, line, doc.BlockBody)
	}
	for _, line := range []string{"Yes.", "No, thank you."} {
		s := surveyOf(t, transcripts)
		d := *transcripts[4]
		if err := s.Annotate(&d); err != nil {
			t.Fatal(err)
		}
		for _, b := range d.Blocks {
			if d.Slice(b.Span) == line && strings.Contains(b.Rule, "several reports") {
				t.Errorf("transcript: %q is %s", line, b.Kind)
			}
		}
	}
}

// TestHeadlineOfPopularReport: pages link to the report most read, whose own
// headline must stay its title.
func TestHeadlineOfPopularReport(t *testing.T) {
	headline := "Council of Aldern debates ferry again"
	var docs []*doc.Document
	for n := range 6 {
		text := page(n, own(n))
		if n > 0 {
			text = strings.Replace(text, "Office hours", headline+"\nOffice hours", 1)
		}
		docs = append(docs, report("Courier", n, text))
	}
	s := surveyOf(t, docs)
	if kind, rule := kindOf(t, s, docs[0], headline); kind != doc.BlockTitle {
		t.Errorf("its own headline is %s (%s)", kind, rule)
	}
	if kind, _ := kindOf(t, s, docs[4], headline); kind != doc.BlockBoilerplate {
		t.Errorf("the link to it is %s", kind)
	}
}

func TestSurveyWholeBlocksOfNotices(t *testing.T) {
	rules := []string{
		"Nobody may offend the other guests of this house in what they write here.",
		"Whatever breaks the law of the land or the peace of the house is taken off.",
	}
	var docs []*doc.Document
	for n := range 8 {
		docs = append(docs, report("Courier", n, page(n, own(n))+"\n"+strings.Join(rules, "\n")))
	}
	s := surveyOf(t, docs)
	for _, line := range rules {
		if kind, rule := kindOf(t, s, docs[2], line); kind != doc.BlockBoilerplate {
			t.Errorf("%q: %s (%s)", line, kind, rule)
		}
	}
}

// TestSurveyKnowsNoOrder: whatever the order of the reports, and however often each
// comes, the survey learns the same, also when its samples are full and cut.
func TestSurveyKnowsNoOrder(t *testing.T) {
	var docs []*doc.Document
	for n := range 400 {
		docs = append(docs, report(fmt.Sprintf("Outlet %d", n%5), n, page(n, own(n))))
	}
	for _, limit := range []int{maxKept, 1000, 100, 3} {
		learn := func(docs []*doc.Document) map[string]map[lineKey]bool {
			survey := stage(t).Survey()
			survey.limit = limit
			for _, d := range docs {
				survey.Add(d)
				if survey.kept > limit {
					t.Fatalf("%d lines kept, the limit is %d", survey.kept, limit)
				}
			}
			return survey.Stage().outlets
		}
		want := learn(docs)
		if limit >= 1000 && len(want) != 5 {
			t.Fatalf("limit %d: learnt of %d outlets", limit, len(want))
		}
		random := rand.New(rand.NewPCG(1, 2))
		for range 5 {
			shuffled := append(slices.Clone(docs), docs[:50]...)
			random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			if got := learn(shuffled); !reflect.DeepEqual(got, want) {
				t.Fatalf("limit %d: another order learns otherwise", limit)
			}
		}
	}
}

func TestOutletOf(t *testing.T) {
	tests := []struct {
		name string
		doc  doc.Document
		want string
	}{
		{"stated", doc.Document{Report: doc.Report{Outlet: "Lowland Courier", URL: "https://elsewhere.example/a"}}, "lowland courier"},
		{"address", doc.Document{Report: doc.Report{URL: "https://www.Harbour.example/a"}}, "harbour.example"},
		{"head of the page", doc.Document{HTML: `<head><meta property="og:site_name" content="Harbour Wire"></head><body>`}, "harbour wire"},
		{"address in the head", doc.Document{HTML: `<link rel="canonical" href="https://harbour.example/1"><meta property="og:site_name" content="X"><body>`}, "harbour.example"},
		{"not from the body", doc.Document{HTML: `<html><body><meta property="og:site_name" content="X">`}, ""},
		{"dateline", doc.Document{Text: "Talks go on\nGENEVA (Harbour Wire) — The ministers met for the second time."}, "harbour wire"},
		{"nothing", doc.Document{Text: "Talks go on\nThe ministers met for the second time (again)."}, ""},
	}
	for _, test := range tests {
		if got := outletOf(&test.doc); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
