package when

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

func day(t testing.TB, s string) doc.Day {
	if s == "" {
		return doc.Day{}
	}
	d, err := doc.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// one annotates a sentence and returns its only expression.
func one(t *testing.T, d *doc.Document) doc.Time {
	t.Helper()
	if err := stage(t).Annotate(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Times) != 1 {
		t.Fatalf("%q: %d expressions, want 1: %+v", d.Text, len(d.Times), d.Times)
	}
	return d.Times[0]
}

func TestIntervals(t *testing.T) {
	tests := []struct{ published, sentence, from, to string }{
		{"2015-09-05", "The town fell on Thursday.", "2015-09-03", "2015-09-03"},
		{"-", "The town fell on Thursday.", "", ""},
		{"-", "The war has raged since 2011.", "2011-01-01", ""},
		{"-", "The truce held until March 2016.", "", "2016-03-31"},
		{"-", "He was in office before 2011.", "", "2010-12-31"},
		{"2015-09-05", "The town fell last week.", "2015-08-24", "2015-08-30"},
		{"2015-09-05", "The town fell earlier this month.", "2015-09-01", "2015-09-05"},
		{"2015-09-05", "A vote is due later this month.", "2015-09-05", "2015-09-30"},
		{"2016-03-31", "Ten towns fell in the past month.", "2016-02-29", "2016-03-31"},
		{"-", "Ten towns fell in the past month.", "", ""},
		{"-", "The border was drawn in the 1920s.", "1920-01-01", "1929-12-31"},
		{"-", "The fort was built in the 12th century.", "1100-01-01", "1199-12-31"},
		{"-", "The siege lasted three weeks.", "", ""},
		{"2015-09-07", "They fought over the weekend.", "2015-09-05", "2015-09-06"},
		{"-", "The talks of May 3-5, 2014 failed.", "2014-05-03", "2014-05-05"},
	}
	for _, tt := range tests {
		got := one(t, plain(tt.sentence, tt.published)).Interval
		if want := (doc.Interval{From: day(t, tt.from), To: day(t, tt.to)}); got != want {
			t.Errorf("%s (%s): %v to %v, want %v to %v", tt.sentence, tt.published, got.From, got.To, want.From, want.To)
		}
	}
}

func TestAnchors(t *testing.T) {
	for _, tt := range []struct {
		published, sentence string
		want                doc.Anchor
	}{
		{"2015-09-05", "He left on Friday.", doc.AnchorPublished},
		{"-", "He left on Friday.", doc.AnchorNone},
		{"2015-09-05", "He left on March 2, 2014.", doc.AnchorText},
		{"-", "He left on March 2, 2014.", doc.AnchorText},
		{"2015-09-05", "He stayed for two days.", doc.AnchorNone},
	} {
		if got := one(t, plain(tt.sentence, tt.published)).Anchor; got != tt.want {
			t.Errorf("%s (%s): anchor %s, want %s", tt.sentence, tt.published, got, tt.want)
		}
	}
}

// A report known to be of one of two days dates what both give alike, and
// nothing else.
func TestPublishedBetweenTwoDays(t *testing.T) {
	between := func(text string) *doc.Document {
		d := plain(text, "-")
		d.Report.Published.Interval = doc.Interval{From: day(t, "2015-09-04"), To: day(t, "2015-09-05")}
		return d
	}
	if got := one(t, between("The town fell on Thursday.")); got.Value != "2015-09-03" {
		t.Errorf("Thursday is %s", got.Value)
	}
	got := one(t, between("The town fell yesterday."))
	if want := (doc.Interval{From: day(t, "2015-09-03"), To: day(t, "2015-09-04")}); got.Value != "XXXX-XX-XX" || got.Interval != want {
		t.Errorf("yesterday is %s, %v", got.Value, got.Interval)
	}
	open := plain("The town fell yesterday.", "-")
	open.Report.Published.Interval = doc.Interval{From: day(t, "2015-09-04")}
	if got := one(t, open); got.Value != "XXXX-XX-XX" || !got.Interval.IsZero() {
		t.Errorf("with publication open at one end, yesterday is %s, %v", got.Value, got.Interval)
	}
}

// tag sets the Penn tags of a sentence, one for each token.
func tag(d *doc.Document, tags string) *doc.Document {
	for i, x := range strings.Fields(tags) {
		d.Tokens[i].XPOS = x
	}
	return d
}

func TestTenseFromTags(t *testing.T) {
	d := tag(plain("Envoys met in October in Geneva.", "2016-07-01"), "NNS VBD IN NNP IN NNP .")
	if got := one(t, d); got.Value != "2015-10" {
		t.Errorf("a past October is %s", got.Value)
	}
	d = tag(plain("Envoys will meet in February in Geneva.", "2016-07-01"), "NNS MD VB IN NNP IN NNP .")
	if got := one(t, d); got.Value != "2017-02" {
		t.Errorf("a February to come is %s", got.Value)
	}
}

func TestNumbersThatCount(t *testing.T) {
	s := stage(t)
	for _, tt := range []struct{ text, tags string }{
		{"He spoke of 2000 dead soldiers.", "PRP VBD IN CD JJ NNS ."},
		{"It took 1,999 men.", "PRP VBD CD , CD NNS ."},
		{"He paid $2015 for it.", "PRP VBD CD IN PRP ."},
		{"Unit A2015 left.", "NN NN VBD ."},
	} {
		d := tag(plain(tt.text, "2015-09-05"), tt.tags)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		if len(d.Times) != 0 {
			t.Errorf("%q: %q is taken for a time", tt.text, d.Slice(d.Times[0].Span))
		}
	}
}

func TestNamesAreNoTimes(t *testing.T) {
	d := plain("April Mansour left in 2014.", "2015-09-05")
	d.Names = []doc.Name{{Span: doc.Span{End: 13}, Last: 2, Kind: doc.NamePerson}}
	if got := one(t, d); got.Value != "2014" {
		t.Errorf("found %q", d.Slice(got.Span))
	}
}

func TestADayAfterAFullNameIsTheDay(t *testing.T) {
	tests := []struct {
		text, name string
		kind       doc.NameKind
		want       string
	}{
		{"He met Mehmet Simsek Friday .", "Mehmet Simsek Friday", doc.NamePerson, "Friday"},
		{"He left the Czech Republic Friday .", "Czech Republic Friday", doc.NameOrganization, "Friday"},
		{"They beat Sheffield Wednesday again .", "Sheffield Wednesday", doc.NameOrganization, ""},
		{"They beat The Sheffield Wednesday again .", "The Sheffield Wednesday", doc.NameOrganization, ""},
		{"It was in the Post on Sunday again .", "Post on Sunday", doc.NameOrganization, ""},
		{"He works for Vision Green Delta 2030 now .", "Vision Green Delta 2030", doc.NameOrganization, "now"},
	}
	for _, tt := range tests {
		d := plain(tt.text, "")
		d.Tokens = nil
		at := 0
		for _, w := range strings.Fields(tt.text) {
			start := at + strings.Index(tt.text[at:], w)
			at = start + len(w)
			d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: at}})
		}
		d.Sentences[0].Last = len(d.Tokens)
		start := strings.Index(tt.text, tt.name)
		n := doc.Name{Span: doc.Span{Start: start, End: start + len(tt.name)}, Kind: tt.kind}
		n.First, n.Last = d.TokensIn(n.Span)
		d.Names = []doc.Name{n}
		if err := stage(t).Annotate(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range d.Times {
			got = append(got, d.Slice(x.Span))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%q: found %q, want %q", tt.text, g, tt.want)
		}
	}
}

func TestDaysThatDoNotExist(t *testing.T) {
	s := stage(t)
	for _, text := range []string{
		"He left on February 31, 2015.", "He left on 2015-02-30.", "He left on 31.04.2015.", "He left on 30/2/2015.",
		"He left on Feb. 29, 2015.", "He left on April 31.", "He left on 99/99/2015.",
	} {
		d := plain(text, "2015-09-05")
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		for _, x := range d.Times {
			if strings.HasPrefix(x.Value, "2015-02-") || x.Interval.Single() {
				t.Errorf("%q gives %s", text, x.Value)
			}
		}
	}
	d := plain("He was born on February 29.", "2015-09-05")
	if got := one(t, d); got.Value != "2016-02-29" && got.Value != "2012-02-29" {
		t.Errorf("February 29 is %s", got.Value)
	}
}

func TestEndsOfTheCalendar(t *testing.T) {
	s := stage(t)
	for _, published := range []string{"0001-01-01", "9999-12-31", "0001-01-02", "9999-01-01"} {
		for _, text := range []string{
			"He came yesterday and leaves tomorrow.", "He came last week.", "He leaves next week, next month, next year, next decade.",
			"He came 500 years ago.", "He leaves 900 decades from now.", "In the past 9000 years.", "In the next 9000 centuries.",
			"On Friday, last Friday and next Friday.", "Last spring, next winter.", "The third quarter.", "February 29.", "Last century.",
		} {
			d := plain(text, published)
			if err := s.Annotate(d); err != nil {
				t.Fatal(err)
			}
			check(t, d)
		}
	}
}

// check holds what is true of any document.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	last := 0
	valid := utf8.ValidString(d.Text)
	for _, x := range d.Times {
		if x.Start < last || x.End <= x.Start || x.End > len(d.Text) {
			t.Fatalf("span %v after %d in %d bytes", x.Span, last, len(d.Text))
		}
		last = x.End
		if valid && !utf8.ValidString(d.Slice(x.Span)) {
			t.Fatalf("span %v cuts a character", x.Span)
		}
		if x.Value == "" || x.Rule == "" || x.Type == "" || x.Anchor == "" {
			t.Fatalf("%q: unfinished: %+v", d.Slice(x.Span), x)
		}
		if !x.From.IsZero() && !x.To.IsZero() && x.To.Before(x.From) {
			t.Fatalf("%q: %v to %v", d.Slice(x.Span), x.From, x.To)
		}
		for _, e := range []doc.Day{x.From, x.To} {
			if _, ok := doc.NewDay(e.Year, e.Month, e.Num); !e.IsZero() && !ok {
				t.Fatalf("%q: %v does not exist", d.Slice(x.Span), e)
			}
		}
	}
}

func TestLongInput(t *testing.T) {
	s := stage(t)
	for _, unit := range []string{"xxxx", "9", "-", "September ", "10:", "a couple of ", "\xff", "the end of "} {
		d := plain(strings.Repeat(unit, 1<<18/len(unit)), "2015-09-05")
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
	}
}

func TestOnlyInsideSentences(t *testing.T) {
	d := plain("He left on Friday.", "2015-09-05")
	d.Sentences = nil
	if err := stage(t).Annotate(d); err != nil || len(d.Times) != 0 {
		t.Errorf("found %d expressions outside sentences, %v", len(d.Times), err)
	}
}

func TestZeroStageSaysSo(t *testing.T) {
	if err := new(Stage).Annotate(&doc.Document{}); err == nil {
		t.Error("a stage without rules annotates")
	}
}

func TestRulesThatDoNotRead(t *testing.T) {
	for text, want := range map[string]string{
		"rule a\nform x":                       "no meaning",
		"rule a\nform x\nmeans sorcery":        "no meaning",
		"rule a\nform NOSUCH\nmeans date":      "no class",
		"rule a\nform x?\nmeans date":          "may be missing",
		"rule a\nform (X) y\nmeans date":       "no class",
		"words A\nmonday":                      "no value",
		"words A\nx = 1\nx = 2":                "twice",
		"rule a\nform x\nmeans day 0\nyes x y": "example",
		"nonsense":                             "no key",
	} {
		if _, err := parseRules(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parseRules(%q) = %v, want %q", text, err, want)
		}
	}
}

func TestConcurrent(t *testing.T) {
	s := stage(t)
	text := "Envoys met on Friday, two days ago, in September 2014 and last week at 3 p.m."
	want := plain(text, "2015-09-05")
	if err := s.Annotate(want); err != nil {
		t.Fatal(err)
	}
	done := make(chan *doc.Document)
	for range 4 {
		go func() {
			d := plain(text, "2015-09-05")
			if err := s.Annotate(d); err != nil {
				t.Error(err)
			}
			done <- d
		}()
	}
	for range 4 {
		if d := <-done; !slices.Equal(d.Times, want.Times) {
			t.Errorf("%+v\nwant %+v", d.Times, want.Times)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	s := stage(f)
	for _, e := range s.rules.examples {
		f.Add(e.sentence, e.published)
	}
	f.Add("February 31, 9999 at 25:61 p.m.", "9999-12-31")
	f.Add("\xff 2015-\xfe09-05 twenty-\u00a0five years ago", "0001-01-01")
	f.Fuzz(func(t *testing.T, text, published string) {
		if _, err := doc.ParseDay(published); err != nil {
			published = "-"
		}
		d := plain(text, published)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
	})
}

func BenchmarkAnnotate(b *testing.B) {
	s := stage(b)
	d := plain(strings.Repeat("Envoys of the seven states met on Friday in the capital, two days after the shelling of September 3. ", 100), "2015-09-05")
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		d.Times = d.Times[:0]
		if err := s.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
}
