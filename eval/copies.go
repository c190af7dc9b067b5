package eval

import (
	"context"
	"path/filepath"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/story"
)

// Copies scores text reuse between reports on copies/: F1 of copied and derived
// pairs, of shared quotations, of words quoted here and plain there, and how
// many boilerplate pairs are taken for reuse.
func Copies(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	type goldPair struct {
		A, B   string
		Label  string
		Quoted int `json:"quoted_words"`
	}
	docs, index, err := readDocs(filepath.Join(sets, "copies", "docs.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var gold []goldPair
	if err := eachLine(filepath.Join(sets, "copies", "pairs.dev.jsonl"), func(p goldPair) { gold = append(gold, p) }); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found := make(map[[2]int]map[story.CopyKind]bool)
	for _, c := range story.Copies(docs) {
		key := [2]int{min(c.From, c.To), max(c.From, c.To)}
		if found[key] == nil {
			found[key] = make(map[story.CopyKind]bool)
		}
		found[key][c.Kind] = true
	}
	reuse := func(k map[story.CopyKind]bool) bool { return k[story.FullCopy] || k[story.Derived] }
	quote := func(k map[story.CopyKind]bool) bool { return k[story.SharedQuote] || k[story.UnmarkedQuote] }
	var reuseCount, copyCount, quoteCount, plainCount tally
	var boiler, boilerHit int
	quoteFine := make(map[[2]int]bool)
	for _, p := range gold {
		a, b := index[p.A], index[p.B]
		key := [2]int{min(a, b), max(a, b)}
		k := found[key]
		quoteFine[key] = p.Label != "boilerplate"
		isReuse := p.Label == "copy" || p.Label == "derived"
		reuseCount.gold(isReuse, reuse(k))
		copyCount.gold(p.Label == "copy", k[story.FullCopy])
		plainCount.gold(p.Label == "quote_vs_plain", k[story.UnmarkedQuote])
		quoteCount.gold(p.Label == "shared_quote" && p.Quoted >= 12 || p.Label == "quote_vs_plain", quote(k))
		if p.Label == "boilerplate" {
			boiler++
			if reuse(k) || quote(k) {
				boilerHit++
			}
		}
	}
	for key, k := range found { // only sums: the order does not tell
		reuseCount.predicted(reuse(k))
		copyCount.predicted(k[story.FullCopy])
		plainCount.predicted(k[story.UnmarkedQuote])
		// A shared passage or a copy that was found to be a quotation costs nothing.
		quoteCount.predicted(quote(k) && !quoteFine[key])
	}
	quoteCount.found += quoteCount.right
	const set = "copies.dev"
	return []Score{
		{set, "reuse F1", reuseCount.f1(), reuseCount.all},
		{set, "copy F1", copyCount.f1(), copyCount.all},
		{set, "shared quote F1", quoteCount.f1(), quoteCount.all},
		{set, "quoted here, plain there F1", plainCount.f1(), plainCount.all},
		{set, "boilerplate taken for reuse", 100 * float64(boilerHit) / float64(max(boiler, 1)), boiler},
	}, nil
}

// tally counts what F1 is made of.
type tally struct{ right, found, all int }

func (t *tally) gold(is, predicted bool) {
	if is {
		t.all++
		if predicted {
			t.right++
		}
	}
}

func (t *tally) predicted(is bool) {
	if is {
		t.found++
	}
}

func (t tally) f1() float64 {
	if t.found+t.all == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(t.found+t.all)
}

// readDocs reads the reports of a story or copy set as plain documents.
func readDocs(path string) ([]*doc.Document, map[string]int, error) {
	type goldDoc struct{ ID, Title, Text, Source, Date, URL string }
	var docs []*doc.Document
	index := make(map[string]int)
	err := eachLine(path, func(g goldDoc) {
		index[g.ID] = len(docs)
		d := &doc.Document{Text: g.Text}
		d.Report = doc.Report{ID: g.ID, Title: g.Title, Outlet: g.Source, URL: g.URL, Status: doc.StatusRead}
		if len(g.Date) >= 10 {
			if day, err := doc.ParseDay(g.Date[:10]); err == nil {
				d.Report.Published = doc.Published{Interval: doc.On(day), How: doc.DateMetadata}
			}
		}
		docs = append(docs, d)
	})
	return docs, index, err
}
