package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// twoAccounts is the record of one call told by two reports that differ on the day.
func twoAccounts(t *testing.T) *record.Record {
	t.Helper()
	a, b := call(t, "a.txt", "Fjord Post"), call(t, "b.txt", "Gulf Ledger")
	b.Events[0].Date = doc.On(day(t, "2015-09-05"))
	b.Events[0].Place, b.Events[0].Attribution = 0, []int{0}
	failed := &doc.Document{Report: doc.Report{ID: "bad", Path: "c.txt", Status: doc.StatusFailed, Problem: "cannot be opened"}}
	words := span(t, a.Text, "grave")
	return &record.Record{
		Documents: []*doc.Document{a, b, failed},
		Stories:   []record.Story{{Title: "Grave", Dates: doc.On(day(t, "2015-09-05")), Reports: []int{0, 1}, Events: []int{0}, Statements: []int{0}}},
		Events: []record.Event{{
			Code: a.Events[0].Code, Actor: []int{0}, Recipient: []int{1}, Place: &b.Places[0], Reports: 2, Origins: 1, Days: []string{"Friday", "2015-09-05"},
			Accounts: []record.Account{{Span: a.Sentences[0].Span}, {Report: 1, Span: b.Sentences[0].Span}},
			Why:      []string{"same actor and recipient"},
		}},
		Statements: []record.Statement{{Speaker: 0, Text: "grave", Variants: []record.Variant{
			{Span: words, Form: record.VariantMixed, Via: []string{"NTB"}},
			{Report: 1, Span: words, Form: record.VariantUnmarked, Quote: -1},
		}}, {Speaker: -1, Joint: []int{1, 0}, Text: "grave", Variants: []record.Variant{{Span: words, Form: record.VariantMixed}}}},
		Disagreements: []record.Disagreement{{Other: -1, Field: "date", Kind: record.Conflict, Why: "disjoint days", Accounts: []record.Reading{
			{Value: "2015-09-04", Span: a.Times[0].Span}, {Report: 1, Value: "2015-09-05", Span: b.Times[0].Span},
		}}},
		Copies: []record.Copy{{To: 1, Kind: record.FullCopy, Runs: []record.Run{{From: words, To: words}}}},
		Entities: []record.Entity{
			{Name: "Børge Brende", Country: "NOR", Sector: "GOV", Of: []record.LocalEntity{{}, {Report: 1}},
				Roles: []record.Role{{Role: "Foreign Minister", Dates: doc.On(day(t, "2015-09-05"))}}},
			{Name: "Iran", Aliases: []string{"Tehran"}, Country: "IRN", Sector: "GOV", Of: []record.LocalEntity{{Entity: 1}, {Report: 1, Entity: 1}}},
		},
		Timeline: []record.TimelineEntry{{}},
	}
}

func TestRecordMatchesGolden(t *testing.T) {
	var got bytes.Buffer
	if err := RecordJSON(&got, twoAccounts(t)); err != nil {
		t.Fatal(err)
	}
	compare(t, "testdata/record.json", got.Bytes())
}

func TestEmptyRecordHasListsNotNull(t *testing.T) {
	var got bytes.Buffer
	if err := RecordJSON(&got, &record.Record{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.String(), "null") {
		t.Errorf("null in %s", got.String())
	}
}

func TestRecordRefusesCodeOutsideTheCodebook(t *testing.T) {
	r := twoAccounts(t)
	r.Events[0].Code.Type = "FIGHT"
	var got bytes.Buffer
	if err := RecordJSON(&got, r); err == nil || got.Len() != 0 {
		t.Errorf("wrote %q, error %v", got.String(), err)
	}
}
