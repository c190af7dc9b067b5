package actor_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
)

// person finds the entity whose name ends so.
func person(t *testing.T, d *doc.Document, surname string) doc.Entity {
	t.Helper()
	for _, e := range d.Entities {
		if strings.HasSuffix(e.Name, surname) {
			return e
		}
	}
	t.Fatalf("no %s in %q", surname, d.Text)
	return doc.Entity{}
}

const introduced = "Kenyan Trade Minister Asha Odoyo accused Ugandan officials of blocking trucks."

func TestLearn(t *testing.T) {
	tests := []struct {
		name, text, day       string
		country, sector, role string
	}{
		{"surname within the month", "Officials in Kenya heard that Odoyo was angry.", "2015-03-05", "KEN", "GOV", "Trade Minister"},
		{"surname before the report that tells", "Officials in Kenya heard that Odoyo was angry.", "2015-02-20", "KEN", "GOV", "Trade Minister"},
		{"surname months later", "Officials in Kenya heard that Odoyo was angry.", "2015-09-05", "", "", ""},
		{"another country", "Officials in Brazil heard that Odoyo was angry.", "2015-03-05", "", "", ""},
		{"full name", "Officials in Brazil heard that Asha Odoyo was angry.", "2015-09-05", "KEN", "GOV", "Trade Minister"},
		{"full name, years later", "Officials in Brazil heard that Asha Odoyo was angry.", "2019-09-05", "KEN", "", ""},
		{"another person", "Officials in Kenya heard that Daniel Odoyo was angry.", "2015-03-05", "", "", ""},
	}
	for _, tt := range tests {
		docs := []*doc.Document{read(t, introduced, "2015-03-02"), read(t, tt.text, tt.day)}
		changed := actor.Learn(docs)
		e := person(t, docs[1], "Odoyo")
		if e.Country != tt.country || e.Sector != tt.sector || e.Role != tt.role {
			t.Errorf("%s: %+v", tt.name, e)
		}
		if known := tt.country != ""; known != (len(changed) == 1) || known && (e.How != doc.KnownLearned || !strings.Contains(e.Rule, "2015-03-02")) {
			t.Errorf("%s: changed %v, known by %s: %s", tt.name, changed, e.How, e.Rule)
		}
	}
}

func TestLearnNothingOfTwoOfOneName(t *testing.T) {
	docs := []*doc.Document{
		read(t, introduced, "2015-03-02"),
		read(t, "Kenyan opposition leader Daniel Odoyo left the country.", "2015-03-03"),
		read(t, "Officials in Kenya heard that Odoyo was angry.", "2015-03-05"),
	}
	if changed := actor.Learn(docs); len(changed) != 0 {
		t.Errorf("changed %v: %+v", changed, person(t, docs[2], "Odoyo"))
	}
}

func TestUnknown(t *testing.T) {
	d := read(t, "Ylva Brandt met Kenyan police.", "")
	brandt := -1
	for i, e := range d.Entities {
		if e.Name == "Ylva Brandt" {
			brandt = i
		}
	}
	if brandt < 0 {
		t.Fatalf("%+v", d.Entities)
	}
	d.Events = []doc.Event{{Actor: []int{brandt}}}
	d.Uncoded = []doc.Uncoded{{Reason: "no recipient found"}, {Reason: "a figure of speech"}}
	var u actor.Unknown
	u.Add(d)
	u.Add(d)
	got := u.List()
	if len(got) != 1 || got[0].Events != 2 || got[0].Uncoded != 2 || got[0].Reports != 2 || got[0].Example != d.Text {
		t.Fatalf("%+v", got)
	}
	var b strings.Builder
	if err := actor.WriteUnresolved(&b, got); err != nil {
		t.Fatal(err)
	}
	if _, err := actor.ReadList("out", strings.NewReader(b.String())); err != nil {
		t.Errorf("not ready to paste: %v", err)
	}
}
