package place

import (
	"math"
	"strings"
	"testing"
)

// Names in other scripts are kept as they stand; nobody reads them as a place that
// sounds alike.
func TestNamesInOtherScripts(t *testing.T) {
	for _, name := range []string{"Москва", "دمشق", "北京市", "ירושלים", "กรุงเทพ", "ᏣᎳᎩ", "Ａｌｅｐｐｏ", "А\u0301лeппо", "\u202eoppelA\u202c", "🇸🇾", "Ḩ̧̧̧̧amāh"} {
		d := reading("Shells fell on [LOC " + name + "] .\nEnvoys met in [LOC Homs] , [LOC " + name + "] .")
		check(t, d, annotate(t, d))
		for _, p := range d.Places {
			if d.Slice(p.Span) == name && p.Name != name && p.Located && !strings.Contains(p.Rule, "place/") {
				t.Errorf("%s is %+v", name, p)
			}
		}
		if len(d.Places) == 0 {
			t.Errorf("%s empties its neighbours", name)
		}
	}
}

// The farthest towns of the gazetteer have the positions that they have: none is
// wrapped over the date line or lost at a pole.
func TestPolesAndDateLine(t *testing.T) {
	for _, tt := range []struct {
		text     string
		country  string
		lat, lon float64
	}{
		{"The ship reached [LOC Longyearbyen] .", "SJM", 78.22, 15.64},
		{"The ship reached [LOC Ushuaia] .", "ARG", -54.8, -68.3},
		{"The storm struck [LOC Fiji] and then [LOC Suva] .", "FJI", -18.14, 178.44},
		{"The storm struck [LOC Samoa] and then [LOC Apia] .", "WSM", -13.83, -171.76},
	} {
		d := reading(tt.text)
		places := annotate(t, d)
		check(t, d, places)
		p := places[len(places)-1]
		if p.Country != tt.country || !p.Located || math.Abs(p.Lat-tt.lat) > 0.3 || math.Abs(p.Lon-tt.lon) > 0.3 {
			t.Errorf("%s %+v", tt.text, p)
		}
	}
}

func TestStrayMarks(t *testing.T) {
	for _, unit := range []string{"\" ", "“ ", ", ", "[LOC \"] ", "[LOC Homs \"] “ ", "[LOC (Homs] ) , ", "[LOC -] 's ", "، ", "[ORG ] of ] "} {
		d := reading(strings.Repeat(unit, 6000))
		check(t, d, annotate(t, d))
	}
}

func FuzzTrace(f *testing.F) {
	s, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Shells fell on [LOC Paris] , [LOC Texas] and [LOC Springfield] .")
	f.Add("[LOC حمص] [LOC Homs Province] of [LOC \xff] , Del. [LOC San José]")
	f.Fuzz(func(t *testing.T, text string) {
		d := reading(text)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		n := len(d.Places)
		for _, w := range s.Trace(d) {
			if w.End > len(d.Text) || w.Start < 0 || w.End <= w.Start {
				t.Fatalf("span %v", w.Span)
			}
		}
		if len(d.Places) != n {
			t.Fatal("the trace changed the places")
		}
	})
}
