package place

import (
	"slices"
	"testing"
)

func TestTraceTellsWhichNamesakesLost(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, country, lost string }{
		{"Fire broke out in [LOC Paris] , [LOC Texas] .", "FRA", "the text puts the place in USA"},
		{"Envoys met in [LOC Moscow] .", "USA", "a country, a part of one or a capital of the name goes before"},
	} {
		d := reading(tt.text)
		before := slices.Clone(annotate(t, d))
		all := s.Trace(d)
		if len(all) != len(before) || !slices.ContainsFunc(all[0].Candidates, func(c Candidate) bool {
			return c.Country == tt.country && c.Lost == tt.lost && c.Population > 0
		}) {
			t.Errorf("%s: %+v", tt.text, all)
		}
		if !slices.Equal(d.Places, before) {
			t.Errorf("%s: the trace changed the places", tt.text)
		}
		for _, w := range all {
			if n := len(w.Candidates); n > mostNamed {
				t.Errorf("%s: %d candidates", tt.text, n)
			}
		}
	}
}
