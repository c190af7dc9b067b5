package when

import (
	"strings"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
)

// hung gives the tokens of a document tags and a tree made of bytes, with loops and
// heads in other sentences left as they come.
func hung(d *doc.Document, shape string) *doc.Document {
	rels := []string{"root", "obl", "nsubj", "obj", "case", "advmod", "nmod", "conj", "aux", "mark"}
	tags := []string{"VBD", "NNP", "CD", "IN", "NN", "VB", "MD", "VBN"}
	upos := []string{"VERB", "PROPN", "NUM", "ADP", "NOUN", "VERB", "AUX", "VERB"}
	for i := range d.Tokens {
		if len(shape) == 0 {
			break
		}
		b := int(shape[i%len(shape)]) + i
		tok := &d.Tokens[i]
		tok.Head, tok.Rel = b%(len(d.Tokens)+1)-1, rels[b%len(rels)]
		tok.XPOS, tok.UPOS = tags[b%len(tags)], upos[b%len(upos)]
		tok.Lemma = strings.ToLower(d.Form(i))
	}
	d.Blocks = []doc.Block{{Span: doc.Span{End: len(d.Text)}, Kind: doc.BlockBody}}
	return d
}

// sane holds what is true of any range of publication.
func sane(t *testing.T, p doc.Published) {
	t.Helper()
	for _, e := range []doc.Day{p.From, p.To} {
		if _, ok := doc.NewDay(e.Year, e.Month, e.Num); !e.IsZero() && (!ok || e.Year > newestYear) {
			t.Fatalf("published %v", e)
		}
	}
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		t.Fatalf("published from %v to %v", p.From, p.To)
	}
	if (p.How == doc.DateInferred) != (p.Why != "") || p.How == doc.DateInferred && p.IsZero() {
		t.Fatalf("inferred %v because %q", p.Interval, p.Why)
	}
}

func TestYearsAtTheEndsOfTheCalendar(t *testing.T) {
	s := stage(t)
	for _, tt := range []struct{ text, value string }{
		{"The lease ends on December 31, 9999.", "XXXX-12-31"},
		{"The lease ends on January 1, 10000.", "XXXX-01-01"},
		{"The bridge was opened on May 3, 0987.", "XXXX-05-03"},
		{"The stamp says 0000-00-00.", ""},
		{"The stamp says 0000-01-01.", ""},
		{"The stamp says January 1, 0000.", ""},
		{"The stamp says 9999-99-99.", ""},
		{"The stamp says 29.02.9999.", ""},
		{"The stamp says 31.02.2015.", ""},
	} {
		for _, published := range []string{"-", "0001-01-01", "2015-09-05", "9999-12-31"} {
			d := plain(tt.text, published)
			if err := s.Annotate(d); err != nil {
				t.Fatal(err)
			}
			check(t, d)
			for _, x := range d.Times {
				if x.Interval.Single() {
					t.Errorf("%s (%s): %s", tt.text, published, x.Value)
				}
			}
			if tt.value != "" && (len(d.Times) != 1 || d.Times[0].Value != tt.value) {
				t.Errorf("%s (%s): %+v, want %s", tt.text, published, d.Times, tt.value)
			}
		}
	}
}

// A year that no report is of bounds none.
func TestFarYearsBoundNoReport(t *testing.T) {
	for _, text := range []string{
		"The two states will hold talks in Oslo on November 20, 9999.",
		"The two states held talks in Oslo on November 20, 9999.",
		"The two states held talks in Oslo on February 31, 2015.",
		"The envoys will meet in Oslo later this month, on September 28, 9999.",
		"The envoys met in Oslo earlier this month, on September 28, 0001.",
	} {
		d := parsed(t, text)
		check(t, d)
		sane(t, d.Report.Published)
		if p := d.Report.Published; !p.IsZero() {
			t.Errorf("%s\n published %v (%s)", text, p.Interval, p.Why)
		}
	}
}

func TestStrayMarksInBoundedTime(t *testing.T) {
	s := stage(t)
	for _, unit := range []string{"\" ", "“ ", "( ", "— ", "later this month, on September 28, 2015 (", "Friday (September 4, 2015) \" ", "in 2014 ", "，。"} {
		d := hung(plain(strings.Repeat(unit, 1<<17/len(unit)), "-"), "\x01\x07\x02")
		start := time.Now()
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q: %v", unit, took)
		} else if took > time.Second {
			t.Logf("%q: %v", unit, took)
		}
		check(t, d)
		sane(t, d.Report.Published)
	}
}

func FuzzInferred(f *testing.F) {
	s := stage(f)
	f.Add("The envoys met later this month, on September 28, 2015, after Friday (September 4, 2015).", "\x00\x11\x21")
	f.Add("On Friday, September 4, they \"met\" in 2014 and will meet in 9999 or on February 31, 0000.", "\x05\x01")
	f.Add("„yesterday“ ( 1 January 0001 ) tomorrow, 31 December 2100", "\xff\x00")
	f.Fuzz(func(t *testing.T, text, shape string) {
		d := hung(plain(text, "-"), shape)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		check(t, d)
		sane(t, d.Report.Published)
		s.Trace(d)
	})
}
