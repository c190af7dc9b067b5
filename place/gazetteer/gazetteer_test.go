package gazetteer

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Al-Ḥasakah": "al hasakah", "al Hasakah": "al hasakah", "São Tomé": "sao tome", "N’Djamena": "ndjamena", "N'Djamena": "ndjamena",
		"Łódź": "lodz", "St. Louis": "st louis", "  ": "", "": "", "-": "", "Washington, D.C.": "washington d c", "\xff": "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	homs := Default().Lookup("homs")
	if len(homs) < 2 || !homs[0].Division || homs[0].ISO2 != "SY" || homs[1].Division || homs[1].Adm1 != "Homs" {
		t.Errorf("Homs is %+v", homs)
	}
	if raqqa := Default().Lookup("Raqqa"); !slices.ContainsFunc(raqqa, func(e Entry) bool { return e.Name == "Ar Raqqah" && e.Alternate }) {
		t.Errorf("Raqqa is %+v", raqqa)
	}
	for _, none := range []string{"", "qwertyville", strings.Repeat("x", 1<<20), "homs\t", "\xff"} {
		if got := Default().Lookup(none); len(got) > 0 && none != "homs\t" {
			t.Errorf("Lookup(%.20q) = %+v", none, got)
		}
	}
}

func TestEveryLineReads(t *testing.T) {
	g := Default()
	if g.Len() < 100000 {
		t.Errorf("%d places", g.Len())
	}
	for i := range g.places {
		e := g.entry(i)
		if e.Name == "" || len(e.ISO2) != 2 || e.Lat < -90 || e.Lat > 90 || e.Lon < -180 || e.Lon > 180 || (e.GeoNames == 0) != e.Division || e.Fame < 0 || e.Fame > 12 {
			t.Fatalf("line %d, %q: %+v", i, g.places[i], e)
		}
	}
	if !slices.IsSortedFunc(g.names, func(a, b string) int { return strings.Compare(keyOf(a), keyOf(b)) }) {
		t.Error("the names are not sorted")
	}
}

func TestPackAndRead(t *testing.T) {
	sources := []Source{
		{Entry: Entry{Name: "Northland", ISO2: "XX", Division: true, Lat: 1, Lon: 2, Population: 30}, Division1: -1},
		{Entry: Entry{GeoNames: 7, Name: "Old Town", ISO2: "XX", Capital: true, Lat: -1.25, Lon: 2.5, Population: 20, Fame: 3}, Division1: 0, Others: []string{"Alteburg"}},
		{Entry: Entry{GeoNames: 8, Name: "Old Town", ISO2: "YY", Lat: 3, Lon: 4, Population: 40}, Division1: -1},
	}
	packed, err := Pack(sources)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Pack(sources)
	if err != nil || !bytes.Equal(packed, again) {
		t.Errorf("the same sources give other bytes: %v", err)
	}
	g, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	got := g.Lookup("old-town")
	want := []Entry{
		{GeoNames: 8, Name: "Old Town", ISO2: "YY", Lat: 3, Lon: 4, Population: 40},
		{GeoNames: 7, Name: "Old Town", ISO2: "XX", Adm1: "Northland", Capital: true, Lat: -1.25, Lon: 2.5, Population: 20, Fame: 3},
	}
	if !slices.Equal(got, want) {
		t.Errorf("Old Town is %+v", got)
	}
	if got := g.Lookup("Alteburg"); len(got) != 1 || !got[0].Alternate {
		t.Errorf("Alteburg is %+v", got)
	}
	if _, err := Pack([]Source{{Entry: Entry{Name: "a\tb"}}}); err == nil {
		t.Error("a name with a tab packs")
	}
}

func TestReadBroken(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("x"), packed[:1000]} {
		if _, err := Read(b); err == nil {
			t.Errorf("%d bytes of nothing read as a gazetteer", len(b))
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := Read(packed); err != nil {
			b.Fatal(err)
		}
	}
}
