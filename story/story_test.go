package story

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
)

func plain(id, outlet, published, text string) *doc.Document {
	d := &doc.Document{Text: text, Report: doc.Report{ID: id, Outlet: outlet, Status: doc.StatusRead}}
	if day, err := doc.ParseDay(published); err == nil {
		d.Report.Published = doc.Published{Interval: doc.On(day), How: doc.DateMetadata}
	}
	return d
}

const (
	words   = "the harbour will stay closed until every container has been counted and every captain has answered to the court in person"
	lead    = "Dock workers in the port of Sundby laid down their cranes on Monday after the owner cut their pay by a tenth and dismissed the two delegates who had signed the complaint."
	details = "Forty ships lie at anchor outside the breakwater, and the fruit on board of nine of them has begun to rot, a pilot reported by radio."
	weather = "Heavy snow closed the mountain pass between Arvidal and Kirkeby on Thursday night, and two hundred drivers slept in a school gym while ploughs worked in vain."
)

func kinds(c []Copy) string {
	var out []string
	for _, x := range c {
		out = append(out, fmt.Sprintf("%d>%d %s", x.From, x.To, x.Kind))
	}
	return strings.Join(out, ", ")
}

func TestCopies(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       string
	}{
		{"copy", lead + " " + details, lead + " " + details, "0>1 copy"},
		{"derived", lead + " " + details + " " + weather + " " + weather[20:], details + " The mayor of Sundby has called both sides to the town hall for Wednesday evening, where a judge from the capital will try to bring them together.", "0>1 derived"},
		{"shared quotation", lead + ` "` + words + `," the judge said.`, details + ` "` + words + `," it was announced on Friday.`, "0>1 shared_quote"},
		{"quoted here, plain there", lead + ` "` + words + `," the judge said.`, details + " As things stand " + words + ", which may take weeks. " + weather, "0>1 unmarked_quote"},
		{"marks, case and insertions do not hide it", lead + ` "` + words + `," the judge said.`, details + " “" + strings.ToUpper(words[:60]) + " [sic]" + words[60:] + ",” it was announced.", "0>1 shared_quote"},
		{"nothing", lead, weather, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := []*doc.Document{plain("a", "x", "2031-01-05", c.a), plain("b", "y", "2031-01-06", c.b)}
			got := Copies(docs)
			if kinds(got) != c.want {
				t.Errorf("got %q, want %q", kinds(got), c.want)
			}
			for _, x := range got {
				for _, r := range x.Runs {
					from, to := fold(docs[x.From].Slice(r.From)), fold(docs[x.To].Slice(r.To))
					if !slices.Equal(from, to) {
						t.Errorf("run %q against %q", from, to)
					}
				}
			}
		})
	}
}

func TestCopiesRunFromTheEarlierReport(t *testing.T) {
	late, early := plain("a", "x", "2031-01-09", lead+" "+details), plain("b", "y", "2031-01-05", lead+" "+details)
	if got := kinds(Copies([]*doc.Document{late, early})); got != "1>0 copy" {
		t.Errorf("got %q", got)
	}
	late.Report.Published.How = doc.DateInferred
	if got := kinds(Copies([]*doc.Document{late, early})); got != "0>1 copy" {
		t.Errorf("an inferred date gave the direction: %q", got)
	}
}

// What three reports of one outlet print is the outlet's furniture.
func TestOutletsOwnFurnitureIsNoReuse(t *testing.T) {
	furniture := " Write to our readers' desk with your own account of the day, and we will print the best letters on Sunday."
	docs := []*doc.Document{
		plain("a", "x", "", lead+furniture), plain("b", "x", "", weather+furniture), plain("c", "x", "", details+furniture),
		plain("d", "y", "", words+furniture),
	}
	if got := kinds(Copies(docs)); got != "" {
		t.Errorf("furniture is taken for reuse: %q", got)
	}
}

func TestGroup(t *testing.T) {
	docs := []*doc.Document{
		plain("a", "x", "2031-01-05", lead+" "+details),
		plain("b", "y", "2031-01-06", weather),
		plain("c", "z", "2031-01-06", "The dock workers of Sundby, who laid down their cranes on Monday over a cut in pay, met the owner of the port. Ships wait at anchor outside the breakwater."),
		plain("d", "z", "2031-01-07", "Ploughs reopened the mountain pass between Arvidal and Kirkeby; drivers who had slept in a school gym drove on through the snow."),
	}
	want := [][]int{{0, 2}, {1, 3}}
	if got := Group(docs).Stories; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("stories %v, want %v", got, want)
	}
	// The order of reading changes no story.
	shuffled := []*doc.Document{docs[3], docs[2], docs[1], docs[0]}
	if got := Group(shuffled).Stories; fmt.Sprint(got) != fmt.Sprint([][]int{{0, 2}, {1, 3}}) {
		t.Errorf("shuffled: %v", got)
	}
	// The same words a year later are another story, when both dates can be trusted.
	docs[2].Report.Published.From.Year, docs[2].Report.Published.To.Year = 2032, 2032
	if got := Group(docs).Stories; len(got) != 3 {
		t.Errorf("a year apart: %v", got)
	}
	docs[2].Report.Published.How = doc.DateInferred
	if got := Group(docs).Stories; len(got) != 2 {
		t.Errorf("an inferred date parted a story: %v", got)
	}
}

func TestOnlyACopyJoinsReportsOfDifferentYears(t *testing.T) {
	const also = " The mayor of Sundby has called both sides to the town hall for Wednesday evening, where a judge from the capital will try to bring them together."
	stories := func(second, published string) int {
		return len(Group([]*doc.Document{
			plain("a", "x", "2031-01-05", lead+" "+details+" "+weather),
			plain("b", "y", published, second),
		}).Stories)
	}
	for _, c := range []struct {
		name, second, published string
		want                    int
	}{
		{"derived, the next day", details + also, "2031-01-06", 1},
		{"derived, the next year", details + also, "2032-01-06", 2},
		{"a copy, the next year", lead + " " + details + " " + weather, "2032-01-06", 1},
	} {
		if got := stories(c.second, c.published); got != c.want {
			t.Errorf("%s: %d stories, want %d", c.name, got, c.want)
		}
	}
}

func TestUnreadReportsAreInNoStory(t *testing.T) {
	failed := &doc.Document{Report: doc.Report{Status: doc.StatusFailed}}
	r := Group([]*doc.Document{failed, plain("a", "x", "", lead)})
	if fmt.Sprint(r.Stories) != "[[1]]" {
		t.Errorf("stories %v", r.Stories)
	}
	if r := Group(nil); len(r.Stories) != 0 || len(r.Copies) != 0 {
		t.Errorf("result of nothing: %+v", r)
	}
}

// One word over and over, in two reports, must not make a seed of every pair of places.
func TestCopiesBoundedTime(t *testing.T) {
	text := strings.Repeat("so ", 200_000)
	start := time.Now()
	Copies([]*doc.Document{plain("a", "x", "", text), plain("b", "y", "", text)})
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzGroup(f *testing.F) {
	f.Add(lead, weather)
	f.Add("\xff\xfe [", "\"")
	f.Add("", "'’'")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := []*doc.Document{plain("a", "x", "", a), plain("b", "y", "", b)}
		r := Group(docs)
		for _, c := range r.Copies {
			for _, run := range c.Runs {
				if run.From.End > len(docs[c.From].Text) || run.To.End > len(docs[c.To].Text) || run.From.Empty() || run.To.Empty() {
					t.Fatalf("run %+v", run)
				}
			}
		}
	})
}

func TestBackground(t *testing.T) {
	b := english()
	if b.rarity("the", 0, 0) >= b.rarity("ceasefire", 0, 0) {
		t.Error("“the” is as telling as “ceasefire”")
	}
	if _, err := ReadBackground(strings.NewReader("the 5\n")); err == nil {
		t.Error("a row without a tab was read")
	}
	var out strings.Builder
	if err := CountBackground(strings.NewReader("Ships wait.\nShips sail.\n"), &out, 2); err != nil || out.String() != "sail\t100000\nship\t100000\n" {
		t.Errorf("counted %q, %v", out.String(), err)
	}
}

func TestWording(t *testing.T) {
	d := plain("a", "", "", lead+" "+weather)
	a := NewWording(d, doc.Span{Start: 0, End: len(lead)}, nil)
	b := NewWording(d, doc.Span{Start: len(lead), End: len(d.Text)}, nil)
	if s := a.Like(a); s < .999 {
		t.Errorf("a wording is like itself only %v", s)
	}
	if s := a.Like(b); s > .15 {
		t.Errorf("snow is like a strike: %v", s)
	}
	if s := NewWording(d, doc.Span{}, nil).Like(a); s != 0 {
		t.Errorf("nothing is like something: %v", s)
	}
}
