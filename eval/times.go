package eval

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/when"
)

// timexSets are the sets of time/, by the names of their files.
var timexSets = []string{"timebank", "aquaint", "meantime.dev"}

// Times scores time expressions on time/: the spans, the TIMEX3 values, and the
// values that are calendar days, which is what a record of events needs. Each
// report is read with its date of publication.
func Times(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	stage, err := when.New()
	if err != nil {
		return nil, err
	}
	var scores []Score
	for _, set := range timexSets {
		log("times: " + set)
		var c timexCount
		var failed error
		err := eachLine(filepath.Join(sets, "time", set+".jsonl"), func(g struct {
			DCT     string
			Text    string
			Timexes []timex
		}) {
			if failed != nil {
				return
			}
			if failed = ctx.Err(); failed != nil {
				return
			}
			d := &doc.Document{Text: g.Text}
			if day, err := creation(g.DCT); err == nil {
				d.Report.Published = doc.Published{Interval: doc.On(day), How: doc.DateMetadata}
			}
			if failed = english.Annotate(core, d); failed != nil {
				return
			}
			if failed = stage.Annotate(d); failed != nil {
				return
			}
			c.add(d, g.Timexes)
		})
		if err := cmp.Or(failed, err); err != nil {
			return nil, err
		}
		scores = append(scores,
			Score{set, "times value F1", f1(c.value, c.found, c.gold), c.gold},
			Score{set, "times relaxed F1", f1(c.relaxed, c.found, c.gold), c.gold},
			Score{set, "times strict F1", f1(c.strict, c.found, c.gold), c.gold},
			Score{set, "times day F1", f1(c.day, c.foundDays, c.goldDays), c.goldDays},
		)
	}
	return scores, nil
}

// creation reads the day a report was made: 2015-09-05, with a time or without, or
// 05-09-2015 as one set has it once.
func creation(dct string) (doc.Day, error) {
	dct = dct[:min(len(dct), len("2015-09-05"))]
	if len(dct) == len("05-09-2015") && dct[2] == '-' && dct[5] == '-' {
		dct = dct[6:] + dct[2:6] + dct[:2] // 03-02-2009 is 2009-02-03
	}
	return doc.ParseDay(dct)
}

// timex is a time expression as the sets write it, in code points.
type timex struct {
	Start, End int
	Value      string
}

// isDay reports whether the value is a calendar day, with or without a time.
func (t timex) isDay() bool {
	_, err := doc.ParseDay(t.Value[:min(len(t.Value), len("2015-09-05"))])
	return err == nil
}

// timexCount adds up what the scores are made of.
type timexCount struct {
	gold, found, strict, relaxed, value int
	goldDays, foundDays, day            int
}

func (c *timexCount) add(d *doc.Document, gold []timex) {
	points := byteOffsets(d.Text)
	var want []doc.Span
	for _, g := range gold {
		want = append(want, doc.Span{Start: points[g.Start], End: points[g.End]})
		if g.isDay() {
			c.goldDays++
		}
	}
	var have []doc.Span
	for _, t := range d.Times {
		have = append(have, t.Span)
		if (timex{Value: t.Value}).isDay() {
			c.foundDays++
		}
	}
	c.gold += len(want)
	c.found += len(have)
	for _, p := range pairSpans(want, have) {
		g, t := gold[p.gold], d.Times[p.found]
		c.relaxed++
		if want[p.gold] == have[p.found] {
			c.strict++
		}
		if g.Value == t.Value {
			c.value++
		}
		if g.isDay() && (timex{Value: t.Value}).isDay() && strings.HasPrefix(t.Value, g.Value[:len("2015-09-05")]) {
			c.day++
		}
	}
}
