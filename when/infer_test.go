package when

import (
	"strings"
	"sync"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
)

var core = sync.OnceValues(english.Load)

// parsed reads a report of one body paragraph a line.
func parsed(t testing.TB, text string) *doc.Document {
	t.Helper()
	c, err := core()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text, Report: doc.Report{Published: doc.Published{How: doc.DateUnknown}}}
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:]+"\n", '\n')
		d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: at, End: at + n}, Kind: doc.BlockBody})
		at += n + 1
	}
	if err := english.Annotate(c, d); err != nil {
		t.Fatal(err)
	}
	if err := stage(t).Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRangeOfPublicationFromTheText(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// History bounds from below, agenda from above.
		{"The army has held the pass since 2014.", "2014-01-01 "},
		{"The bridge was blown up on March 2, 2014. A treaty had been signed in 1999.", "2014-03-02 "},
		{"The court fined the mill in June 2014. The two states will hold talks in Oslo on November 20, 2015.", "2014-06-01 2015-11-20"},
		// What counts from publication, beside a date.
		{"The envoys will meet in Oslo later this month, on September 28, 2015.", "2015-09-01 2015-09-28"},
		{"The governor resigned yesterday (September 3, 2015).", "2015-09-04 2015-09-04"},
		{"Rebels shelled the port last month, in August 2015.", "2015-09-01 2015-09-30"},
		{"Rebels shelled the port on Thursday (September 3, 2015).", "2015-09-03 2015-09-09"},
		// The weekday tells the year where one is left, and the same deed the week.
		{"The army has held the pass since 2014. The vote will be held in December 2015. The governor of Lund resigned on Friday, September 4.", "2015-09-04 2015-12-31"},
		{"Governor Ida Holm resigned on Friday, to everybody's surprise.\nThe roads are bad.\nGovernor Ida Holm resigned on Friday, September 4, 2015, at a meeting of the council.", "2015-09-04 2015-09-10"},
	} {
		d := parsed(t, tt.text)
		p := d.Report.Published
		if got := p.From.String() + " " + p.To.String(); got != tt.want {
			t.Errorf("%s\n published %q, want %q (%s)", tt.text, got, tt.want, p.Why)
		}
		if p.How != doc.DateInferred || !strings.Contains(p.Why, "“") {
			t.Errorf("%s\n known by %s, because %q", tt.text, p.How, p.Why)
		}
	}
}

func TestNoRangeWithoutEvidence(t *testing.T) {
	for _, text := range []string{
		"The governor resigned on Friday. He will leave this month.",
		"The ministers met on September 15 in Paris.",
		"The governor resigned on Friday, September 4, the mayor said on Friday.",
		"The council called a vote on November 20, 2015.",
		"The court postponed the hearing until November 20, 2015.",
		"The vote was scheduled for November 20, 2015.",
		"Elections on November 20, 2015 were cancelled.",
		"Scientists predicted that the coast would flood in 2050.",
		"If the dam failed in 2030, the valley would be lost.",
		"\"The vote will be held on November 20, 2015,\" the minister said.",
		"\"We lost the war in 2014,\" the minister said.",
		"The vote would be held on November 20, 2015.",
		"Until last month, September 2014 was the warmest on record.",
		// Dates of pictures and archives.
		"The photograph was taken in 2014.",
		"This article was first published on November 20, 2015.",
		"The speech will recall his address to the convention in 2004.",
		"The mayor has been mentioned as a candidate for governor in 2018.",
		// Evidence that contradicts itself.
		"The bridge was blown up on March 2, 2016. The two states will hold talks in Oslo on November 20, 2015.",
	} {
		if p := parsed(t, text).Report.Published; !p.IsZero() || p.How != doc.DateUnknown || p.Why != "" {
			t.Errorf("%s\n published %v, %s", text, p.Interval, p.Why)
		}
	}
}

func TestADateThatIsKnownStays(t *testing.T) {
	c, err := core()
	if err != nil {
		t.Fatal(err)
	}
	text := "The envoys will meet in Oslo later this month, on September 28, 2015."
	d := &doc.Document{Text: text, Blocks: []doc.Block{{Span: doc.Span{End: len(text)}, Kind: doc.BlockBody}}}
	d.Report.Published = doc.Published{Interval: doc.On(day(t, "2019-01-05")), How: doc.DateDateline}
	want := d.Report.Published
	if err := english.Annotate(c, d); err != nil {
		t.Fatal(err)
	}
	if err := stage(t).Annotate(d); err != nil {
		t.Fatal(err)
	}
	if d.Report.Published != want {
		t.Errorf("published %+v", d.Report.Published)
	}
}

// Both ends of the range must give the value, else the expression stays open.
func TestValuesCountedFromAnInferredRange(t *testing.T) {
	for _, tt := range []struct{ text, words, want string }{
		{"The governor resigned yesterday (September 3, 2015). The council meets on Friday.", "Friday", "2015-09-04"},
		{"The envoys will meet in Oslo later this month, on September 28, 2015. The council met in June.", "June", "2015-06"},
		{"The envoys will meet in Oslo later this month, on September 28, 2015. The council met on Friday.", "Friday", "XXXX-WXX-5"},
		{"The army has held the pass since 2014. The council met this morning.", "this morning", "XXXX-XX-XXTMO"},
	} {
		d := parsed(t, tt.text)
		found := false
		for _, x := range d.Times {
			if d.Slice(x.Span) == tt.words {
				found = true
				if x.Value != tt.want {
					t.Errorf("%s\n %s is %s, want %s", tt.text, tt.words, x.Value, tt.want)
				}
			}
		}
		if !found {
			t.Errorf("%s\n %s is not found", tt.text, tt.words)
		}
	}
}
