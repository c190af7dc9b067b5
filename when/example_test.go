package when

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

// plain makes a document of one sentence without tags, cut at white space and
// around punctuation.
func plain(text, published string) *doc.Document {
	d := &doc.Document{Text: text}
	if published != "-" && published != "" {
		day, err := doc.ParseDay(published)
		if err != nil {
			panic(err)
		}
		d.Report.Published = doc.Published{Interval: doc.On(day), How: doc.DateMetadata}
	}
	start := -1
	flush := func(end int) {
		if start >= 0 {
			d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: end}, Head: -1})
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case r == ' ':
			flush(i)
		case strings.ContainsRune(",.;()'", r):
			flush(i)
			d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: i, End: i + 1}, Head: -1})
		case start < 0:
			start = i
		}
	}
	flush(len(text))
	d.Sentences = []doc.Sentence{{Span: doc.Span{End: len(text)}, Last: len(d.Tokens)}}
	return d
}

func stage(t testing.TB) *Stage {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every yes and no line of time.txt.
func TestExamplesOfTheRules(t *testing.T) {
	s := stage(t)
	if len(s.rules.examples) < 80 {
		t.Errorf("only %d examples", len(s.rules.examples))
	}
	for _, e := range s.rules.examples {
		d := plain(e.sentence, e.published)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		var got [][2]string
		for _, x := range d.Times {
			got = append(got, [2]string{d.Slice(x.Span), x.Value})
		}
		if !equal(got, e.want) {
			t.Errorf("time.txt:%d (%s): %q, published %s:\n got %q\nwant %q", e.line, e.rule, e.sentence, e.published, got, e.want)
		}
	}
}

func equal(a, b [][2]string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
