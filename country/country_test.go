package country

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestByName(t *testing.T) {
	tests := []struct {
		words, iso3 string
		kind        Kind
	}{
		{"Russia", "RUS", Name},
		{"Russian Federation", "RUS", Name},
		{"Russian", "RUS", Adjective},
		{"Russians", "RUS", People},
		{"Moscow", "RUS", CapitalOf},
		{"Kremlin", "RUS", Seat},
		{"Chechnya", "RUS", Region},
		{"Chechen", "RUS", Adjective},
		{"US", "USA", Name},
		{"U.S.", "USA", Name},
		{"American", "USA", Adjective},
		{"Pentagon", "USA", Seat},
		{"Washington, D.C.", "USA", CapitalOf},
		{"Britons", "GBR", People},
		{"Turk", "TUR", People},
		{"DPRK", "PRK", Name},
		{"Côte d’Ivoire", "CIV", Name},
		{"N'Djamena", "TCD", CapitalOf},
		{"Guinea-Bissau", "GNB", Name},
		{"Kosovo", "KOS", Name},
		{"Taiwanese", "TWN", Adjective},
		{"RUSSIA", "RUS", Name},
		{"Gaza", "PSE", Region},
	}
	for _, tt := range tests {
		c, kind, ok := Default().ByName(tt.words)
		if !ok || c.ISO3 != tt.iso3 || kind != tt.kind {
			t.Errorf("ByName(%q) = %s, %s, %v; want %s, %s", tt.words, c.ISO3, kind, ok, tt.iso3, tt.kind)
		}
	}
}

func TestByNameKeepsSilent(t *testing.T) {
	for _, w := range []string{"", "us", "turkey", "china", "Us", "polish", "Korea", "Kerry", "Russia's", "the", "Democratic Republic", "\xff\xfe", "-"} {
		if c, kind, ok := Default().ByName(w); ok {
			t.Errorf("ByName(%q) = %s, %s; want nothing", w, c.ISO3, kind)
		}
	}
}

func TestAmbiguous(t *testing.T) {
	for w, want := range map[string]bool{
		"Jordan": true, "Georgia": true, "Chad": true, "Congolese": true, "Victoria": true, "Niger": true,
		"Russia": false, "Jordanian": false, "Georgian": false, "Turkey": false, "Damascus": false,
	} {
		h, ok := Default().Lookup(w)
		if !ok || h.Ambiguous != want {
			t.Errorf("Lookup(%q).Ambiguous = %v, %v; want %v", w, h.Ambiguous, ok, want)
		}
	}
}

func TestSharedWordsNameAllTheirCountries(t *testing.T) {
	h, _ := Default().Lookup("Congo")
	codes := append([]string{h.Country.ISO3}, h.Also...)
	slices.Sort(codes)
	if !slices.Equal(codes, []string{"COD", "COG"}) || !h.Ambiguous {
		t.Errorf("Congo names %v, ambiguous %v", codes, h.Ambiguous)
	}
}

func TestMatchTakesTheLongest(t *testing.T) {
	tests := []struct {
		words string
		n     int
		iso3  string
	}{
		{"South Sudan said", 2, "SSD"},
		{"South of Sudan", 0, ""},
		{"Sudan said", 1, "SDN"},
		{"United States of America .", 4, "USA"},
		{"United States officials", 2, "USA"},
		{"Guinea - Bissau 's", 3, "GNB"},
		{"Guinea - based", 1, "GIN"},
		{"Washington , D.C. ,", 3, "USA"},
		{"NORTH KOREA FIRES MISSILE", 2, "PRK"},
		{"North Korean leader", 2, "PRK"},
		{"State Department spokesman", 2, "USA"},
		{"Saudi Arabia and", 2, "SAU"},
		{"Saudi Crown", 1, "SAU"},
		{"Downing Street", 2, "GBR"},
		{"", 0, ""},
	}
	for _, tt := range tests {
		n, h := Default().Match(strings.Fields(tt.words))
		if n != tt.n || h.Country.ISO3 != tt.iso3 {
			t.Errorf("Match(%q) = %d, %s; want %d, %s", tt.words, n, h.Country.ISO3, tt.n, tt.iso3)
		}
	}
}

func TestSeatsHaveSectorsAndNoPosition(t *testing.T) {
	h, _ := Default().Lookup("Pentagon")
	if h.Sector != "MIL" || h.Located {
		t.Errorf("Pentagon: sector %q, located %v", h.Sector, h.Located)
	}
	if h, _ = Default().Lookup("Damascus"); !h.Located || h.Lat < 33 || h.Lat > 34 || h.GeoNames == 0 {
		t.Errorf("Damascus lies at %v, %v (%d)", h.Lat, h.Lon, h.GeoNames)
	}
}

func TestTableIsWhole(t *testing.T) {
	all := Default().All()
	if len(all) != 250 {
		t.Errorf("%d countries; ISO 3166-1 has 249, with Kosovo 250", len(all))
	}
	seen := map[string]string{}
	for i, c := range all {
		if i > 0 && all[i-1].ISO3 >= c.ISO3 {
			t.Errorf("%s does not stand in order", c.ISO3)
		}
		for _, code := range []string{c.ISO2, "fips " + c.FIPS, "cameo " + c.CAMEO} {
			if code == "fips " {
				continue
			}
			if other, ok := seen[code]; ok {
				t.Errorf("%s and %s share %s", other, c.ISO3, code)
			}
			seen[code] = c.ISO3
		}
		if got, ok := Default().ByISO3(c.ISO3); !ok || got.Name != c.Name {
			t.Errorf("ByISO3(%s) = %s", c.ISO3, got.Name)
		}
		if got, ok := Default().ByISO2(c.ISO2); !ok || got.Name != c.Name {
			t.Errorf("ByISO2(%s) = %s", c.ISO2, got.Name)
		}
		words := append(append(append([]string{}, c.Names...), c.Adjectives...), c.People...)
		for _, w := range append(words, c.Capital.Names...) {
			if n := len(pieces(w, nil)); n > longest {
				t.Errorf("%q has %d pieces", w, n)
			}
			if h, ok := Default().Lookup(w); !ok || (h.Country.ISO3 != c.ISO3 && !h.Ambiguous) {
				t.Errorf("%q of %s looks up as %s", w, c.ISO3, h.Country.ISO3)
			}
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("United States of America")
	f.Add("Guinea-Bissau's")
	f.Add("\xff U.S. \u00a0 RUSSIA")
	f.Add(strings.Repeat("-", 100))
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		n, h := Default().Match(words)
		if n > len(words) || (n > 0) != (h.Word != "") {
			t.Fatalf("Match takes %d of %d words for %q", n, len(words), h.Word)
		}
		if n > 0 && !utf8.ValidString(h.Word) {
			t.Fatalf("%q is broken", h.Word)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	words := strings.Fields("Officials in the United States said on Friday that North Korea had fired a missile")
	for b.Loop() {
		for i := range words {
			Default().Match(words[i:])
		}
	}
}
