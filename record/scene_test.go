package record

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

// scene is a report made by hand: every line of the text is a block of body and
// a sentence.
type scene struct {
	t *testing.T
	*doc.Document
}

func report(t *testing.T, id, text string) *scene {
	t.Helper()
	s := &scene{t, &doc.Document{Text: text, Report: doc.Report{ID: id, Path: id, Status: doc.StatusRead}}}
	at := 0
	for line := range strings.Lines(text) {
		span := doc.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}
		s.Blocks = append(s.Blocks, doc.Block{Span: span, Kind: doc.BlockBody})
		s.Sentences = append(s.Sentences, doc.Sentence{Span: span, Block: len(s.Blocks) - 1})
		at += len(line)
	}
	return s
}

// published sets a trusted date of publication.
func (s *scene) published(day string) *scene {
	d, err := doc.ParseDay(day)
	if err != nil {
		s.t.Fatal(err)
	}
	s.Report.Published = doc.Published{Interval: doc.On(d), How: doc.DateMetadata}
	return s
}

// span finds words in the text.
func (s *scene) span(words string) doc.Span {
	s.t.Helper()
	i := strings.Index(s.Text, words)
	if i < 0 {
		s.t.Fatalf("%q is not in %q", words, s.Text)
	}
	return doc.Span{Start: i, End: i + len(words)}
}

func (s *scene) sentence(span doc.Span) int {
	for i, x := range s.Sentences {
		if x.Contains(span) {
			return i
		}
	}
	s.t.Fatalf("no sentence holds %v", span)
	return -1
}

func (s *scene) entity(kind doc.EntityKind, name, country, sector string) int {
	e := doc.Entity{Kind: kind, Name: name, Country: country, Sector: sector}
	if i := strings.Index(s.Text, name); i >= 0 {
		e.Mentions = []doc.Mention{{Span: doc.Span{Start: i, End: i + len(name)}, Form: doc.FormName}}
	}
	s.Entities = append(s.Entities, e)
	return len(s.Entities) - 1
}

// event adds an event; date is a word of the text with its TIMEX value, or "".
func (s *scene) event(kind, mode, cameo, trigger string, actor, recipient []int, word, value string) *doc.Event {
	s.t.Helper()
	code, err := codebook.New(kind, mode, cameo)
	if err != nil {
		s.t.Fatal(err)
	}
	at := s.span(trigger)
	e := doc.Event{Sentence: s.sentence(at), Trigger: at, Code: code, Actor: actor, Recipient: recipient,
		Time: -1, Place: -1, SameAs: -1, Status: doc.Asserted}
	if word != "" {
		tm := doc.Time{Span: s.span(word), Type: doc.TimeDate, Value: value, Anchor: doc.AnchorNone}
		if day, err := doc.ParseDay(value); err == nil {
			tm.Interval = doc.On(day)
			e.Date = doc.On(day)
		}
		e.Time = len(s.Times)
		s.Times = append(s.Times, tm)
	}
	s.Events = append(s.Events, e)
	return &s.Events[len(s.Events)-1]
}

func (s *scene) quote(kind doc.QuoteKind, words string, speaker int) {
	s.Quotes = append(s.Quotes, doc.Quote{Kind: kind, Content: []doc.Span{s.span(words)}, Speaker: speaker, Addressee: -1, Rule: "by hand"})
}

func (s *scene) place(e *doc.Event, name, country string) {
	e.Place = len(s.Places)
	s.Places = append(s.Places, doc.Place{Span: s.span(name), Name: name, Country: country, Kind: doc.PlaceCity})
}

func build(scenes ...*scene) *Record {
	var docs []*doc.Document
	for _, s := range scenes {
		docs = append(docs, s.Document)
	}
	return Build(docs)
}
