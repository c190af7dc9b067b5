package actor_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
)

var core = sync.OnceValues(english.Load)

// read runs the English core and the stage over a text. The language core has
// tests of its own; the cases use plain sentences that it reads well.
func read(t testing.TB, text, published string) *doc.Document {
	t.Helper()
	c, err := core()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	if published != "" {
		day, err := doc.ParseDay(published)
		if err != nil {
			t.Fatal(err)
		}
		d.Report.Published = doc.Published{Interval: doc.On(day), How: doc.DateFlag}
	}
	if err := english.Annotate(c, d); err != nil {
		t.Fatal(err)
	}
	if err := (actor.Stage{}).Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// describe writes an entity as the cases do.
func describe(d *doc.Document, e doc.Entity) string {
	var b strings.Builder
	or := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	fmt.Fprintf(&b, "%s | %s %s %s", e.Name, e.Kind, or(e.Country), or(e.Sector))
	if e.Kind == doc.KindPerson {
		fmt.Fprintf(&b, " | %s", or(e.Role))
	}
	for i, m := range e.Members {
		fmt.Fprintf(&b, "%s%s", [2]string{" | ", " + "}[min(i, 1)], d.Entities[m].Name)
	}
	for i, m := range e.Mentions {
		fmt.Fprintf(&b, "%s%s", [2]string{" | ", "; "}[min(i, 1)], d.Slice(m.Span))
	}
	return b.String()
}

// TestCases runs testdata/cases.txt: a "text" line (with a day of publication
// in brackets when one matters), then "is" lines, each an entity that must be
// there exactly so, and "no" lines, words that must be no mention.
func TestCases(t *testing.T) {
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var d *doc.Document
	var have map[string]bool
	var all string
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		key, value, _ := strings.Cut(lines.Text(), " ")
		switch value = strings.TrimSpace(value); key {
		case "text":
			published := ""
			if v, ok := strings.CutPrefix(value, "["); ok {
				published, value, _ = strings.Cut(v, "] ")
			}
			d = read(t, value, published)
			have, all = map[string]bool{}, ""
			for _, e := range d.Entities {
				have[describe(d, e)] = true
				all += "\n\t" + describe(d, e)
			}
		case "is":
			if !have[value] {
				t.Errorf("cases.txt:%d: missing %s; have%s", n, value, all)
			}
		case "no":
			for _, e := range d.Entities {
				for _, m := range e.Mentions {
					if d.Slice(m.Span) == value {
						t.Errorf("cases.txt:%d: %q is a mention of %s", n, value, describe(d, e))
					}
				}
			}
		case "", "#":
		default:
			t.Fatalf("cases.txt:%d: unknown key %q", n, key)
		}
	}
}

func TestEveryFindingKeepsItsRule(t *testing.T) {
	d := read(t, "Polish President Andrzej Duda met Jan Novak in Prague. He praised the Czech police. Novak, a teacher, left.", "")
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			if m.Rule == "" || m.Head < m.First || m.Head >= m.Last || d.Slice(m.Span) == "" {
				t.Errorf("%s: mention %+v", e.Name, m)
			}
		}
		if e.How != doc.KnownNot && e.Rule == "" {
			t.Errorf("%s: known by %s without a rule", e.Name, e.How)
		}
	}
}

func TestSameReportSameEntities(t *testing.T) {
	text := "US and Russian officials met. The two sides praised UN envoy Hans Grundberg. He thanked them. Police in Lima fired on crowds."
	first := fmt.Sprint(read(t, text, "").Entities)
	for range 5 {
		if again := fmt.Sprint(read(t, text, "").Entities); again != first {
			t.Fatalf("differs:\n%s\n%s", first, again)
		}
	}
}

func TestAt(t *testing.T) {
	d := read(t, "Russian Foreign Minister Sergei Lavrov met US and Israeli officials.", "")
	x := actor.NewIndex(d)
	for token := range d.Tokens {
		a, okA := x.At(token)
		b, okB := actor.At(d, token)
		if a != b || okA != okB {
			t.Errorf("token %q: index says %d %v, At says %d %v", d.Form(token), a, okA, b, okB)
		}
	}
	if e, ok := x.At(1); !ok || d.Entities[e].Name != "Sergei Lavrov" {
		t.Errorf("the title is %d, %v", e, ok)
	}
	if _, ok := x.At(-1); ok {
		t.Error("token -1 has an entity")
	}
	if _, ok := x.At(len(d.Tokens)); ok {
		t.Error("a token behind the end has an entity")
	}
}

func BenchmarkAnnotate(b *testing.B) {
	c, err := core()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("Ghanaian President John Mahama met his Togolese counterpart in Accra. He said police had arrested three soldiers. "+
		"Rebels of the Arakan Army attacked the town, the Myanmar military said. It accused China of arming them.\n\n", 50)
	base := &doc.Document{Text: text}
	if err := english.Annotate(c, base); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for range b.N {
		d := *base
		d.Entities = nil
		if err := (actor.Stage{}).Annotate(&d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(base.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
