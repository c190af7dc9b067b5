package eval

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/quote"
)

// attribution is one attribution as the PolNeAR sets write it, in code points.
type attribution struct {
	Source  [][2]int
	Cue     [][2]int
	Content [][2]int
	Type    string
}

// Quotes scores who said what on quotes/polnear.dev: content at an overlap of .3
// and .8, the recall of direct speech, and the source where the content is found.
func Quotes(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	stage, err := quote.NewStage()
	if err != nil {
		return nil, err
	}
	var c quoteCount
	var failed error
	err = eachLine(filepath.Join(sets, "quotes", "polnear.dev.jsonl"), func(g struct {
		Text         string
		Attributions []attribution
	}) {
		if failed != nil {
			return
		}
		if failed = ctx.Err(); failed != nil {
			return
		}
		d := &doc.Document{Text: g.Text, Blocks: paragraphs(g.Text)}
		if failed = english.Annotate(core, d); failed != nil {
			return
		}
		if failed = stage.Annotate(d); failed != nil {
			return
		}
		c.add(d, g.Attributions)
	})
	if err := cmp.Or(failed, err); err != nil {
		return nil, err
	}
	const set = "polnear.dev"
	return []Score{
		{set, "content >= .3 F1", c.f1(c.at3), c.gold},
		{set, "content >= .3 precision", percent(c.at3, c.predicted), c.predicted},
		{set, "content >= .8 F1", c.f1(c.at8), c.gold},
		{set, "direct speech recall >= .8", percent(c.direct8, c.direct), c.direct},
		{set, "mixed speech recall >= .8", percent(c.mixed8, c.mixed), c.mixed},
		{set, "source where content found", percent(c.source, c.at3), c.at3},
	}, nil
}

// quoteCount adds up what the scores are made of.
type quoteCount struct {
	gold, predicted, at3, at8      int
	direct, direct8, mixed, mixed8 int
	source                         int
}

func (c *quoteCount) f1(right int) float64 {
	if c.gold+c.predicted == 0 {
		return 0
	}
	return 200 * float64(right) / float64(c.gold+c.predicted)
}

func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// add aligns gold and found attributions of one report one to one, best overlap
// of content first.
func (c *quoteCount) add(d *doc.Document, gold []attribution) {
	words := wordStarts(d.Text)
	offsets := byteOffsets(d.Text)
	inBytes := func(spans [][2]int) []doc.Span {
		var out []doc.Span
		for _, s := range spans {
			out = append(out, doc.Span{Start: offsets[s[0]], End: offsets[s[1]]})
		}
		return out
	}
	type side struct{ content, source map[int]bool }
	var want, have []side
	for _, g := range gold {
		want = append(want, side{wordsIn(words, inBytes(g.Content)), wordsIn(words, inBytes(g.Source))})
	}
	for _, q := range d.Quotes {
		have = append(have, side{wordsIn(words, q.Content), wordsIn(words, []doc.Span{q.Source})})
	}
	c.gold += len(want)
	c.predicted += len(have)
	type pair struct {
		overlap float64
		g, p    int
	}
	var pairs []pair
	for i, g := range want {
		for j, p := range have {
			if n := shared(g.content, p.content); n > 0 {
				pairs = append(pairs, pair{float64(n) / float64(len(g.content)+len(p.content)-n), i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	aligned := make(map[int]pair)
	used := make(map[int]bool)
	for _, p := range pairs {
		if _, ok := aligned[p.g]; !ok && !used[p.p] {
			aligned[p.g] = p
			used[p.p] = true
		}
	}
	for i, g := range gold {
		p := aligned[i]
		switch g.Type {
		case "direct":
			c.direct++
			if p.overlap >= .8 {
				c.direct8++
			}
		case "mixed":
			c.mixed++
			if p.overlap >= .8 {
				c.mixed8++
			}
		}
		if p.overlap >= .8 {
			c.at8++
		}
		if p.overlap >= .3 {
			c.at3++
			if a, b := want[i].source, have[p.p].source; shared(a, b) > 0 || len(a)+len(b) == 0 {
				c.source++
			}
		}
	}
}

// paragraphs makes every line of the text a block of body: the set has no other
// structure, and no stage of cleaning is measured here.
func paragraphs(text string) []doc.Block {
	var out []doc.Block
	at := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			out = append(out, doc.Block{Span: doc.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}, Kind: doc.BlockBody})
		}
		at += len(line)
	}
	return out
}

func shared(a, b map[int]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// isWord reports whether the rune belongs to a word as the reference scorer counts
// them.
func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// wordStarts lists the words of the text: runs of letters, digits and underscores.
func wordStarts(text string) []doc.Span {
	var out []doc.Span
	start := -1
	for i, r := range text {
		switch word := isWord(r); {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			out = append(out, doc.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, doc.Span{Start: start, End: len(text)})
	}
	return out
}

func wordsIn(words []doc.Span, spans []doc.Span) map[int]bool {
	in := make(map[int]bool)
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(words, s.Start, func(w doc.Span, at int) int { return cmp.Compare(w.Start, at) })
		for ; i < len(words) && words[i].End <= s.End; i++ {
			in[words[i].Start] = true
		}
	}
	return in
}

// byteOffsets returns the byte at which each code point begins, and the end.
func byteOffsets(text string) []int {
	out := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
