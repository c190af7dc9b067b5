package actor

import (
	"testing"

	"github.com/readout-project/readout/doc"
)

// sectors are those of PLOVER 2.0.
var sectors = map[string]bool{
	"": true, "COP": true, "GOV": true, "JUD": true, "LEG": true, "MIL": true, "PRM": true, "PTY": true, "REB": true, "SPY": true,
	"UAF": true, "UNK": true, "AGR": true, "BUS": true, "CRM": true, "CVL": true, "EDU": true, "ELI": true, "JRN": true, "LAB": true,
	"MED": true, "REF": true, "OPP": true, "PRE": true, "REL": true, "SOC": true,
}

func TestTablesAreSound(t *testing.T) {
	l := english()
	country := func(c string) bool {
		switch c {
		case "", "IGO", "NGO", "IMG", "MNC":
			return true
		}
		_, ok := l.countries.ByISO3(c)
		return ok
	}
	names := map[string]bool{}
	counts := map[doc.EntityKind]int{}
	for _, k := range l.known {
		if names[k.name] {
			t.Errorf("%s stands twice, not one row after the other", k.name)
		}
		names[k.name] = true
		counts[k.kind]++
		for _, r := range k.rows {
			if !sectors[r.sector] || !country(r.country) {
				t.Errorf("%s: country %q, sector %q", k.name, r.country, r.sector)
			}
			if !r.valid.From.IsZero() && !r.valid.To.IsZero() && r.valid.To.Before(r.valid.From) {
				t.Errorf("%s ends before it begins", k.name)
			}
		}
		for i := 1; i < len(k.rows); i++ {
			if clash(k.rows[i-1].valid, k.rows[i].valid) {
				t.Errorf("%s: two rows hold at once", k.name)
			}
		}
	}
	writings := map[string]int{}
	for first, entries := range l.names {
		for _, e := range entries {
			key := first
			for _, p := range e.pieces[1:] {
				key += " " + p
			}
			if other, ok := writings[key]; ok && other != e.known {
				t.Errorf("%q names %s and %s", key, l.known[other].name, l.known[e.known].name)
			}
			writings[key] = e.known
		}
	}
	nouns := map[string]bool{}
	for _, entries := range l.roles {
		for _, e := range entries {
			if nouns[e.noun] {
				t.Errorf("role %q stands twice", e.noun)
			}
			nouns[e.noun] = true
			if !sectors[e.sector] || !country(e.country) {
				t.Errorf("role %q: country %q, sector %q", e.noun, e.country, e.sector)
			}
			switch e.kind {
			case rolePerson, roleCollective, roleOrganisation:
			default:
				t.Errorf("role %q: type %q", e.noun, e.kind)
			}
		}
	}
	if counts[doc.KindGroup] < 400 || counts[doc.KindOrganization] < 200 || counts[doc.KindPerson] < 2000 || len(nouns) < 700 {
		t.Errorf("groups %d, organisations %d, persons %d, roles %d", counts[doc.KindGroup], counts[doc.KindOrganization], counts[doc.KindPerson], len(nouns))
	}
}

func TestKnownHoldsForItsTime(t *testing.T) {
	l := english()
	at := func(name, day string) (term, bool) {
		for _, k := range l.known {
			if k.name == name {
				var when doc.Interval
				if day != "" {
					d, err := doc.ParseDay(day)
					if err != nil {
						t.Fatal(err)
					}
					when = doc.On(d)
				}
				return k.at(when)
			}
		}
		t.Fatalf("no %s", name)
		return term{}, false
	}
	tests := []struct {
		name, day, country, sector, role string
		holds                            bool
	}{
		{"Taliban", "2020-01-01", "AFG", "REB", "", true},
		{"Taliban", "2022-01-01", "AFG", "GOV", "", true},
		{"Taliban", "", "AFG", "", "", true}, // nobody says which
		{"Vladimir Putin", "2010-01-01", "RUS", "GOV", "Prime Minister", true},
		{"Vladimir Putin", "", "RUS", "GOV", "", true},
		{"John Kerry", "2020-01-01", "USA", "", "", false},
	}
	for _, tt := range tests {
		got, holds := at(tt.name, tt.day)
		if got.country != tt.country || got.sector != tt.sector || got.role != tt.role || holds != tt.holds {
			t.Errorf("%s on %q: %s %s %q %v", tt.name, tt.day, got.country, got.sector, got.role, holds)
		}
	}
}

func TestCode(t *testing.T) {
	l := english()
	for _, tt := range [][3]string{
		{"RUS", "GOV", "RUSGOV"}, {"", "COP", "COP"}, {"USA", "JRN", "USAMED"}, {"SYR", "MED", "SYRHLH"}, {"IGO", "", "IGO"}, {"", "", ""},
	} {
		if got := code(l.countries, tt[0], tt[1]); got != tt[2] {
			t.Errorf("code(%s, %s) = %s, want %s", tt[0], tt[1], got, tt[2])
		}
	}
}

func TestPolitical(t *testing.T) {
	tests := []struct {
		e    doc.Entity
		want bool
	}{
		{doc.Entity{Kind: doc.KindCountry, Country: "RUS"}, true},
		{doc.Entity{Kind: doc.KindGroup}, true},
		{doc.Entity{Kind: doc.KindPerson, Country: "RUS", Sector: "GOV"}, true},
		{doc.Entity{Kind: doc.KindPerson, Sector: "JRN"}, false},
		{doc.Entity{Kind: doc.KindPerson, Country: "IGO"}, true},
		{doc.Entity{Kind: doc.KindRole, Sector: "COP"}, true},
		{doc.Entity{Kind: doc.KindRole}, false},
		{doc.Entity{Kind: doc.KindRole, Members: []int{0, 1}}, true},
		{doc.Entity{Kind: doc.KindOrganization}, false},
		{doc.Entity{Kind: doc.KindPlace, Country: "RUS"}, false},
	}
	for _, tt := range tests {
		if got := Political(tt.e); got != tt.want {
			t.Errorf("Political(%+v) = %v", tt.e, got)
		}
	}
}

func TestSamePerson(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Sergei Lavrov", "Sergey Lavrov", true},
		{"Bashar Al-Assad", "Bashar al Assad", true},
		{"Mohammed Ali", "Mohamed Ali", true},
		{"J. Smith", "John Smith", true},
		{"George W. Bush", "George Bush", true},
		{"George Bush", "Laura Bush", false},
		{"Recep Tayyip Erdoğan", "Tayyip Erdogan", true},
		{"John Smith", "Smith John", false},
	}
	for _, tt := range tests {
		if got := samePerson(foldName(tt.a), foldName(tt.b)); got != tt.want {
			t.Errorf("samePerson(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}

func TestPieces(t *testing.T) {
	for entry, want := range map[string]int{
		"Arab League": 2, "al-Qaeda": 3, "People's Protection Units": 4, "Doctors' Union": 3, "Da'esh": 1, "": 0,
		"United Nations Educational, Scientific and Cultural Organization": 8,
	} {
		if got := pieces(entry); len(got) != want {
			t.Errorf("pieces(%q) = %q", entry, got)
		}
	}
}
