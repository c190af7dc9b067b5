package record

import (
	"testing"

	"github.com/readout-project/readout/doc"
)

// number adds a number of people that no event of the report did.
func (s *scene) number(words, of string, low, high float64) *doc.Quantity {
	s.Quantities = append(s.Quantities, doc.Quantity{Span: s.span(words), Low: low, High: high, HasLow: true, HasHigh: high >= low, Of: of, Event: -1})
	return &s.Quantities[len(s.Quantities)-1]
}

// shelling is a report of one event, followed by a sentence of its own.
func shelling(t *testing.T, id, published, more string) *scene {
	s := report(t, id, "Norland shelled the harbour of Sundby on 2031-05-03, the governor of the coast said.\n"+more).published(published)
	norland, sund := s.entity(doc.KindCountry, "Norland", "NOR", "GOV"), s.entity(doc.KindCountry, "Sundland", "DNK", "GOV")
	e := s.event("ASSAULT", "heavy-weapons", "194", "shelled", []int{norland}, []int{sund}, "2031-05-03", "2031-05-03")
	s.place(e, "Sundby", "DNK")
	return s
}

func TestNumberToldApartFromTheAct(t *testing.T) {
	a := shelling(t, "a", "2031-05-03", "The blast killed 12 sailors there.")
	a.number("12", "people killed", 12, 12).Event = 0
	b := shelling(t, "b", "2031-05-05", "The death toll has climbed to 19.")
	b.number("19", "people killed", 19, 19)
	r := build(a, b)
	if len(r.Events) != 1 || len(r.Disagreements) != 1 {
		t.Fatalf("%d events, disagreements %+v", len(r.Events), r.Disagreements)
	}
	d := r.Disagreements[0]
	if d.Field != "number" || d.Kind != RisingToll || len(d.Accounts) != 2 || d.Accounts[0].Value != "12" || d.Accounts[1].Value != "19" {
		t.Errorf("disagreement %+v", d)
	}
	// The war as a whole is another matter.
	b = shelling(t, "b", "2031-05-05", "Since 2029-01-01 the war has killed 19 people.")
	b.number("19", "people killed", 19, 19)
	day, _ := doc.ParseDay("2029-01-01")
	b.Times = append(b.Times, doc.Time{Span: b.span("2029-01-01"), Type: doc.TimeDate, Interval: doc.Interval{From: day}})
	if r := build(a, b); len(r.Disagreements) != 0 {
		t.Errorf("a number of the whole war: %+v", r.Disagreements)
	}
	// So is another town.
	b = shelling(t, "b", "2031-05-05", "A fire in Oldham killed 19 people.")
	b.number("19", "people killed", 19, 19)
	b.Places = append(b.Places, doc.Place{Span: b.span("Oldham"), Name: "Oldham", Country: "DNK", Kind: doc.PlaceCity})
	if r := build(a, b); len(r.Disagreements) != 0 {
		t.Errorf("a number of another town: %+v", r.Disagreements)
	}
}

func TestNumbersThatCanAllBeTrue(t *testing.T) {
	for _, c := range []struct {
		name string
		of   string
		low  float64
		high float64 // below low: open
		part bool
	}{
		{"at least 10", "people killed", 10, 0, false},
		{"10 to 15", "people killed", 10, 15, false},
		{"a further 5", "people killed", 5, 5, true},
		{"of others", "children killed", 5, 5, false},
	} {
		a := shelling(t, "a", "2031-05-03", "The blast killed 12 there.")
		a.number("12", "people killed", 12, 12).Event = 0
		b := shelling(t, "b", "2031-05-03", "The shells killed several there.")
		q := b.number("several", c.of, c.low, c.high)
		q.Event, q.Part = 0, c.part
		if r := build(a, b); len(r.Disagreements) != 0 {
			t.Errorf("%s: %+v", c.name, r.Disagreements)
		}
	}
}

// A report that gives an older number beside the new one does not contradict who
// has only one of them.
func TestReportWithTwoNumbers(t *testing.T) {
	a := shelling(t, "a", "2031-05-03", "The blast killed 12 there.")
	a.number("12", "people killed", 12, 12).Event = 0
	b := shelling(t, "b", "2031-05-05", "The toll, which stood at 12 on the first day, is 19.")
	b.number("12", "people killed", 12, 12).Event = 0
	b.number("19", "people killed", 19, 19).Event = 0
	if r := build(a, b); len(r.Disagreements) != 0 {
		t.Errorf("%+v", r.Disagreements)
	}
}

func TestLowerNumberLaterIsAConflict(t *testing.T) {
	if r := build(raid(t, "a", "2031-05-03", 19), raid(t, "b", "2031-05-05", 12)); len(r.Disagreements) != 1 || r.Disagreements[0].Kind != Conflict {
		t.Errorf("%+v", r.Disagreements)
	}
}
