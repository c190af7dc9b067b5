package record_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/pipeline"
	"github.com/readout-project/readout/record"
	"github.com/readout-project/readout/source"
)

// read runs the reports of testdata/calls through the whole pipeline.
func read(t *testing.T) *record.Record {
	t.Helper()
	stages, err := pipeline.Default()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	var docs []*doc.Document
	err = stages.Run(ctx, 2, func(yield func(*doc.Document) error) error {
		return source.Reader{}.Each(ctx, []string{filepath.Join("testdata", "calls")}, yield)
	}, func(d *doc.Document) error {
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 4 {
		t.Fatalf("%d reports, want 4", len(docs))
	}
	return record.Build(docs)
}

// find returns the only event of that type and code that the report tells.
func find(t *testing.T, r *record.Record, report int, cameo string) int {
	t.Helper()
	found := -1
	for n, e := range r.Events {
		for _, a := range e.Accounts {
			if a.Report == report && r.Documents[a.Report].Events[a.Event].CAMEO == cameo && found != n {
				if found >= 0 {
					t.Fatalf("report %d tells two events %s", report, cameo)
				}
				found = n
			}
		}
	}
	if found < 0 {
		t.Fatalf("report %d tells no event %s", report, cameo)
	}
	return found
}

// The indexes of the reports of testdata/calls.
const (
	statement = iota // the call on Monday, with the ministry's statement
	clipped          // the call on Tuesday, undated, with the statement clipped
	unmarked         // no call, and the ministry's words as its own
	nextYear         // a call of the same men a year later
)

func TestReportsOfCallsBecomeOneRecord(t *testing.T) {
	r := read(t)
	const phone, aid = "041", "072"
	call := find(t, r, statement, phone)

	t.Run("two accounts, one call", func(t *testing.T) {
		if other := find(t, r, clipped, phone); other != call {
			t.Fatalf("the accounts of Monday and Tuesday are two events, %d and %d: %+v", call, other, r.Events[call].Near)
		}
		e := r.Events[call]
		if e.Reports != 2 || e.Origins != 1 {
			t.Errorf("%d reports of %d origins, want 2 of 1: both print the ministry's statement", e.Reports, e.Origins)
		}
		if r.Entities[e.Actor[0]].Name != "Timo Soini" || r.Entities[e.Recipient[0]].Name != "Sergei Lavrov" {
			t.Errorf("parties %v → %v", e.Actor, e.Recipient)
		}
	})
	t.Run("the day is in dispute", func(t *testing.T) {
		i := slices.IndexFunc(r.Disagreements, func(d record.Disagreement) bool { return d.About == call && d.Field == "date" })
		if i < 0 || r.Disagreements[i].Kind != record.Conflict {
			t.Fatalf("disagreements %+v", r.Disagreements)
		}
		if days := r.Events[call].Days; !slices.Equal(days, []string{"2015-10-05", "Tuesday"}) {
			t.Errorf("days %q: the undated report's Tuesday is of no known week", days)
		}
	})
	t.Run("the call of the next year is another", func(t *testing.T) {
		if other := find(t, r, nextYear, phone); other == call {
			t.Error("the calls of 2015 and 2016 are one event")
		}
	})
	t.Run("the denial is tied to what it denies", func(t *testing.T) {
		about := find(t, r, statement, aid)
		if !slices.ContainsFunc(r.Disagreements, func(d record.Disagreement) bool {
			return d.About == about && d.Field == "status" && d.Kind == record.Denial && len(d.Accounts) == 2
		}) {
			t.Errorf("disagreements %+v", r.Disagreements)
		}
	})
	t.Run("the statement has its variants", func(t *testing.T) {
		if len(r.Statements) != 1 {
			t.Fatalf("%d statements, want one: %+v", len(r.Statements), r.Statements)
		}
		s := r.Statements[0]
		if s.Speaker < 0 || r.Entities[s.Speaker].Name != "Finnish Foreign Ministry" {
			t.Errorf("speaker %d", s.Speaker)
		}
		want := map[int]record.VariantForm{statement: record.VariantDirect, clipped: record.VariantMixed, unmarked: record.VariantUnmarked}
		for _, v := range s.Variants {
			if want[v.Report] != v.Form {
				t.Errorf("report %d renders it %s, want %s", v.Report, v.Form, want[v.Report])
			}
			delete(want, v.Report)
		}
		if len(want) > 0 {
			t.Errorf("no rendering in %v", want)
		}
	})
}
