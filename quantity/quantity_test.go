package quantity

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
)

func TestEvents(t *testing.T) {
	for _, c := range []struct {
		text, of string
		trigger  string // "" when no event brought it about
	}{
		{"Russian warplanes bombed the town of Idlib on Monday, killing 12 civilians.", "civilians killed", "bombed"},
		{"Turkish police detained 12 suspects in Istanbul.", "suspects arrested", "detained"},
		{"Israeli soldiers shot dead two Palestinians near Hebron.", "nationals killed", "shot"},
		{"The envoys of France and Germany met in Vienna after 40 people had been killed.", "people killed", ""},
		{"The United States condemned Syria, where 40 people died in a landslide.", "people killed", ""},
	} {
		d := read(t, c.text)
		if len(d.Quantities) != 1 || d.Quantities[0].Of != c.of {
			t.Errorf("%s\n got %q", c.text, lines(d))
			continue
		}
		got := ""
		if e := d.Quantities[0].Event; e >= 0 {
			got = d.Slice(d.Events[e].Trigger)
		}
		if got != c.trigger && !(c.trigger != "" && strings.HasPrefix(got, c.trigger)) {
			t.Errorf("%s\n brought about by %q, want %q", c.text, got, c.trigger)
		}
	}
}

// What is planned or threatened is found only as part of an event, which says so.
func TestUnreal(t *testing.T) {
	d := read(t, "The United States will deploy 1,500 troops to Poland.")
	if len(d.Quantities) != 1 || d.Quantities[0].Event < 0 {
		t.Fatalf("got %q", lines(d))
	}
	if s := d.Events[d.Quantities[0].Event].Status; s != doc.Planned {
		t.Errorf("status %s, want planned", s)
	}
	for _, text := range []string{
		"A new war might kill 50,000 people.",
		"If 12 people are killed, the talks will end.",
		"The general rejected claims that 40 villagers were killed.",
		"The rebels did not kill 40 villagers.",
	} {
		if d := read(t, text); len(d.Quantities) > 0 {
			t.Errorf("%s\n got %q", text, lines(d))
		}
	}
}

func TestSpans(t *testing.T) {
	text := "At least 30 Turkish soldiers were killed and more than 100 wounded."
	d := read(t, text)
	if len(d.Quantities) != 2 {
		t.Fatalf("got %q", lines(d))
	}
	first, second := d.Quantities[0], d.Quantities[1]
	if got := d.Slice(first.Span); got != "At least 30" {
		t.Errorf("number %q", got)
	}
	if got := d.Slice(first.Counted); got != "Turkish soldiers" {
		t.Errorf("counted %q", got)
	}
	if !second.Counted.Empty() {
		t.Errorf("counted %q, the text has no noun", d.Slice(second.Counted))
	}
	if first.Rule == "" || second.Rule == "" {
		t.Error("a finding without its rule")
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"12":                                 "12",
		"1,234":                              "1234",
		"240,000":                            "240000",
		"2.5 million":                        "2500000",
		"one hundred and twelve":             "112",
		"three thousand":                     "3000",
		"two dozen":                          "24",
		"a dozen":                            "12",
		"half a million":                     "500000",
		"forty-two":                          "42",
		"30-40":                              "30..40",
		"two or three":                       "2..3",
		"no more than 30":                    "..30",
		"no fewer than 30":                   "30..",
		"almost 50":                          "45..50",
		"roughly 50":                         "45..55",
		"hundreds of thousands of":           "200000..",
		"several hundred":                    "300..",
		"scores of":                          "40..",
		"20 or more":                         "20..",
		"a total of 95":                      "95",
		"two thousand three hundred and one": "2301",
	} {
		d := read(t, fmt.Sprintf("The fire killed %s people.", text))
		if got := lines(d); len(got) != 1 || got[0] != want+" people killed" {
			t.Errorf("%s: %q, want %s", text, got, want)
		}
	}
	for _, text := range []string{"$30", "30%", "30 percent of", "12,34", "1.5", "30th", "No. 12"} {
		if d := read(t, fmt.Sprintf("The fire killed %s people.", text)); len(d.Quantities) > 0 {
			t.Errorf("%s: %q", text, lines(d))
		}
	}
}

func TestAnnotateTwiceGivesTheSame(t *testing.T) {
	text := strings.Repeat("The blast killed 12 soldiers and wounded dozens of people, including 12 children.\n", 5)
	if a, b := read(t, text), read(t, text); !reflect.DeepEqual(a.Quantities, b.Quantities) {
		t.Error("two readings differ")
	}
}

func TestLongSentenceIsQuick(t *testing.T) {
	text := "The blast killed " + strings.Repeat("12 people and wounded 30 of the ", 4000) + "guests."
	start := time.Now()
	read(t, text)
	half := time.Since(start)
	start = time.Now()
	read(t, text+text)
	if took := time.Since(start); took > 6*half+time.Second {
		t.Errorf("twice the text takes %v instead of %v", took, half)
	}
}

// FuzzAnnotate: no text makes the stage panic, and every finding lies in a
// sentence and is an interval.
func FuzzAnnotate(f *testing.F) {
	lex, err := english()
	if err != nil {
		f.Fatal(err)
	}
	for _, k := range lex.kinds {
		for _, e := range append(k.yes, k.no...) {
			f.Add(e.text)
		}
	}
	f.Add("between 12 and")
	f.Add("of of 30 of them, including among them")
	f.Add("number of killed 3 \xff toll")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		d := read(t, text)
		for _, q := range d.Quantities {
			if q.Start < 0 || q.End > len(text) || q.Empty() {
				t.Errorf("span %v", q.Span)
			}
			if q.HasLow && q.HasHigh && q.Low > q.High || !q.HasLow && !q.HasHigh {
				t.Errorf("no interval: %+v", q)
			}
			if q.Counted.Start < 0 || q.Counted.End > len(text) || q.Event >= len(d.Events) {
				t.Errorf("points nowhere: %+v", q)
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	d := read(b, strings.Repeat("Two explosions killed at least 30 people at a rally on Saturday, the ministry said. The minister spoke to reporters in the evening.\n", 50))
	st, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		d.Quantities = d.Quantities[:0]
		if err := st.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
}

func TestReadLexiconNamesFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"numbers\n    one = x\n", "not a number"},
		{"bounds\n    about = roughly\n", "no bound"},
		{"groups\n    people: person\n    others: person\n", "two groups"},
		{"tolls\n    death toll = buried\n", "no kind"},
		{"kind killed\n    only ghosts\n", "no group"},
		{"kind killed\n    objects kill\n", "unknown key"},
		{"kind killed\n    yes A man died.\n", "an example reads"},
		{"words\n    one = 1\n", "unknown section"},
	} {
		_, err := readLexicon("file", strings.NewReader(c.text), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "file:") {
			t.Errorf("%q: %v, want %q", c.text, err, c.want)
		}
	}
}
