package actor

import (
	"errors"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// withList is the lexicon with a list over it.
func withList(t *testing.T, text string) *lexicon {
	t.Helper()
	list, err := ReadList("list", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	l, err := readLexicon(lang.English())
	if err != nil {
		t.Fatal(err)
	}
	l.overlay(list)
	l.order()
	return l
}

// on is what the lexicon says of a writing on a day.
func (l *lexicon) on(t *testing.T, words, day string) (known, term, bool) {
	t.Helper()
	p := make([]piece, 0, 8)
	for _, w := range pieces(words) {
		p = append(p, piece{text: w, lower: strings.ToLower(w)})
	}
	n, a := l.lookup(p)
	if n != len(p) {
		return known{}, term{}, false
	}
	var when doc.Interval
	if day != "" {
		d, err := doc.ParseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		when = doc.On(d)
	}
	k := l.known[a.known]
	got, holds := k.at(when)
	return k, got, holds
}

func TestTableOfActors(t *testing.T) {
	l := withList(t, "# ours\nname\tkind\tcountry\tsector\taliases\trole\tfrom\tto\n"+
		"Salt Coast Front\tgroup\tKEN\tREB\tSCF; Salt Front\t\t2012\t2019-06\n"+
		"Salt Coast Front\tgroup\tKEN\tPTY\t\t\t2019-07\t\n"+
		"Asha Odoyo\tperson\tKEN\tGOV\tOdoyo+\tMinister of Ports\t2020-02-01\t\n"+
		"Taliban\tgroup\tAFG\tUAF\t\t\t\t\n"+
		"reef warden\trole\t\tCOP\treef guard\t\t\t\n")
	for _, tt := range []struct {
		words, day, country, sector, role string
		holds                             bool
	}{
		{"Salt Front", "2015-01-01", "KEN", "REB", "", true},
		{"SCF", "2020-01-01", "KEN", "PTY", "", true},
		{"SCF", "", "KEN", "", "", true},
		{"Salt Coast Front", "2001-01-01", "KEN", "", "", false},
		{"Odoyo", "2021-01-01", "KEN", "GOV", "Minister of Ports", true},
		{"Taliban", "2022-01-01", "AFG", "UAF", "", true},
		{"Taleban", "2022-01-01", "AFG", "UAF", "", true}, // our other writings mean the user's entry
	} {
		_, got, holds := l.on(t, tt.words, tt.day)
		if got.country != tt.country || got.sector != tt.sector || got.role != tt.role || holds != tt.holds {
			t.Errorf("%s on %q: %+v, holds %v", tt.words, tt.day, got, holds)
		}
	}
	if e := l.roles["reef"]; len(e) != 2 || e[0].sector != "COP" {
		t.Errorf("roles: %+v", e)
	}
}

func TestDictionaryOfActors(t *testing.T) {
	l := withList(t, `# a comment
<!-- another
over two lines -->
!CREW! = MAN, MEN
ORDER_OF_THE_HERON_ [COLREBHER]   # with a group code of its own
+HERON_ORDER_
+OOTH
LUCIA_VALDIVIA_  ; a person
+PRESIDENT_VALDIVIA_
	[COLOPP <950601]
	[COLGOV 19950601 - 19990815]
	[COLELI]
COLOMBIA_ [COL]
PORT_PILOT {PORT_PILOTS} [~BUS]
AMBASSADOR [~MIL]
LIFEBOAT!CREW! [~MED]
COAST_GUARDING {} [~COP]
`)
	for _, tt := range []struct {
		words, day, country, sector, cameo string
		holds                              bool
	}{
		{"Order of the Heron", "", "COL", "REB", "COLREBHER", true},
		{"HERON ORDER", "", "COL", "REB", "COLREBHER", true},
		{"OOTH", "", "COL", "REB", "COLREBHER", true},
		{"Ooth", "", "", "", "", false}, // a short word counts in capitals only
		{"Lucia Valdivia", "1990-01-01", "COL", "OPP", "COLOPP", true},
		{"Lucia Valdivia", "1995-06-01", "COL", "GOV", "COLGOV", true},
		{"Lucia Valdivia", "2010-01-01", "COL", "ELI", "COLELI", true},
		{"Lucia Valdivia", "", "COL", "", "", true},
	} {
		_, got, holds := l.on(t, tt.words, tt.day)
		if got.country != tt.country || got.sector != tt.sector || got.cameo != tt.cameo || holds != tt.holds {
			t.Errorf("%s on %q: %+v, holds %v", tt.words, tt.day, got, holds)
		}
	}
	if k, _, _ := l.on(t, "Lucia Valdivia", ""); k.kind != doc.KindPerson {
		t.Errorf("Lucia Valdivia is a %s", k.kind)
	}
	if k, _, _ := l.on(t, "Heron Order", ""); k.kind != doc.KindGroup || k.name != "Order Of The Heron" && k.name != "Order of the Heron" {
		t.Errorf("the order is a %s of the name %s", k.kind, k.name)
	}
	for noun, sector := range map[string]string{"port": "BUS", "ambassador": "MIL", "lifeboatman": "JRN", "lifeboatmen": "JRN", "coast": "COP"} {
		found := false
		for _, e := range l.roles[noun] {
			found = found || e.sector == sector
		}
		if !found {
			t.Errorf("no role %s of sector %s: %+v", noun, sector, l.roles[noun])
		}
	}
	for _, e := range l.roles["ambassador"] {
		if len(e.pieces) == 1 && !e.flags.posted && !e.flags.diplomat && e.kind != rolePerson {
			t.Errorf("the office is forgotten: %+v", e)
		}
	}
}

func TestListsWithFaultsAreRefusedWhole(t *testing.T) {
	const head = "name\taliases\tcountry\tsector\tkind\trole\tfrom\tto\n"
	tests := []struct{ name, text, want string }{
		{"empty", "", "list:1: no actor in it"},
		{"latin 1", "name\tcountry\nCaf\xe9 Front\tFRA\n", "list:2: this is not UTF-8"},
		{"column", "name\tcolour\nA Front\tred\n", `list:1: column "colour"`},
		{"long name", head + strings.Repeat("very ", 500) + "long\n", "list:2: a name of 501 words"},
		{"country", head + "A Front\t\tXXQ\tREB\n", `list:2: country "XXQ"`},
		{"sector", head + "A Front\t\tKEN\tRBL\n", `list:2: sector "RBL"`},
		{"kind", head + "A Front\t\tKEN\tREB\tcrew\n", `list:2: kind "crew"`},
		{"dates", head + "A Front\t\tKEN\tREB\tgroup\t\t2015-03\t2015-02\n", "list:2: ends (2015-02) before it begins (2015-03)"},
		{"no date", head + "A Front\t\tKEN\tREB\tgroup\t\t2015-13\t\n", `"2015-13" is no day, month or year`},
		{"at once", head + "A Front\t\tKEN\tREB\tgroup\t\t2015\t\nA Front\t\tKEN\tPTY\tgroup\t\t2016\t\n", "list:3: two rows of A Front hold at the same time"},
		{"cycle", head + "A Front\tB Front\tKEN\tREB\nB Front\tA Front\tKEN\tREB\n", "cyclic aliases"},
		{"long cycle", head + "A Front\tB Front\tKEN\tREB\nB Front\tC Front\tKEN\tREB\nC Front\tA Front\tKEN\tREB\n", "list:4: cyclic aliases"},
		{"two names", head + "A Front\tThe A\tKEN\tREB\nB Front\tThe A\tKEN\tREB\n", `list:3: "The A" is an alias of B Front and of A Front (line 2)`},
		{"cells", "name\tcountry\nA Front\tKEN\tREB\n", "list:2: 3 cells, the table has 2 columns"},
		{"dictionary country", "A_FRONT_ [QQXREB]\n", `list:1: country "QQX" of code "QQXREB" is unknown`},
		{"dictionary code", "A_FRONT_ [KENRE]\n", "groups of three capitals"},
		{"dictionary dates", "A_FRONT_ [KENREB 990815-950601]\n", "ends before it begins"},
		{"dictionary date", "A_FRONT_ [KENREB <991315]\n", "a date that does not exist"},
		{"no code", "A_FRONT_\nB_FRONT_ [KENREB]\n", "list:1: A_FRONT_ has no code"},
		{"bracket", "A_FRONT_ [KENREB\n", `"[" without its "]"`},
		{"no name", "+A_FRONT_\n", "list:1: a synonym without a name before it"},
		{"no set", "HERDS!FOLK! [~AGR]\n", "there is no set !FOLK!"},
		{"cyclic sets", "!A! = X!B!\n!B! = Y!A!\nHERDS!A! [~AGR]\n", "cyclic sets"},
		{"long", strings.Repeat("A_", 500) + " [KENREB]\n", "a name of 500 words"},
	}
	for _, tt := range tests {
		_, err := ReadList("list", strings.NewReader(tt.text))
		if faults := (Faults)(nil); !errors.As(err, &faults) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestEveryFaultOfAListIsTold(t *testing.T) {
	_, err := ReadList("list", strings.NewReader("name\tcountry\tsector\nA Front\tQQX\tREB\nB Front\tKEN\tREB\nC Front\tKEN\tQQX\n"))
	faults := Faults(nil)
	if !errors.As(err, &faults) || len(faults) != 2 || faults[0].Line != 2 || faults[1].Line != 4 {
		t.Errorf("%v", err)
	}
}

func FuzzReadList(f *testing.F) {
	f.Add("name\tcountry\nA\tKEN\n")
	f.Add("!A! = B\nA_!A!_ {AS} [~GOV]\n+B [KENGOV <990101]\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadList("list", strings.NewReader(text))
		if err != nil {
			return
		}
		if _, err := New(list); err != nil {
			t.Fatal(err)
		}
	})
}
