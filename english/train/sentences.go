package train

import (
	"math/rand/v2"
	"strings"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/split"
)

const splitPasses = 8

func (r *run) splitter() error {
	rnd := rand.New(rand.NewPCG(r.Seed, 6))
	examples := paragraphs(r.gold, rnd)
	examples = append(examples, paragraphs(variations(r.gold, rnd), rnd)...)
	s := split.Train(r.lex, examples, splitPasses, r.Seed)
	r.split = s
	words, sents := r.splitScores(s)
	r.log("splitter: dev word F1 %.2f, sentence F1 %.2f", words, sents)
	return r.write("split.zst", s.Append(nil))
}

const (
	// Shares of documents that are written as scraped text often is: paragraphs
	// under each other without a blank line, and lines broken at a fixed width.
	lineParagraphs = .5
	wrapped        = .1
	wrapWidth      = 72
)

// paragraphs puts the sentences of the treebanks together again as running text.
func paragraphs(sentences []conllu.Sentence, rnd *rand.Rand) []split.Example {
	var out []split.Example
	var b strings.Builder
	var cur split.Example
	lines, wrap := false, false
	flush := func() {
		if len(cur.Tokens) > 0 {
			cur.Text = b.String()
			if wrap {
				cur.Text = wrapLines(cur.Text)
			}
			out = append(out, cur)
		}
		cur = split.Example{}
		b.Reset()
	}
	glued := false
	for i := range sentences {
		s := &sentences[i]
		if s.Document {
			flush()
			lines, wrap = rnd.Float64() < lineParagraphs, rnd.Float64() < wrapped
		}
		if !s.Aligned() {
			flush()
			continue
		}
		switch {
		case s.Par && !lines:
			flush()
		case s.Par && b.Len() > 0:
			b.WriteByte('\n')
		case b.Len() > 0 && !glued:
			b.WriteByte(' ')
		}
		at := b.Len()
		b.WriteString(s.Text)
		for k, w := range s.Words {
			cur.Tokens = append(cur.Tokens, split.Token{Start: at + w.Start, End: at + w.End, Last: k == len(s.Words)-1})
		}
		glued = s.Words[len(s.Words)-1].Glued
	}
	flush()
	return out
}

// wrapLines breaks lines at spaces so that none is much longer than wrapWidth.
// Offsets stay what they are.
func wrapLines(text string) string {
	b := []byte(text)
	width := 0
	for i, c := range b {
		width++
		switch {
		case c == '\n':
			width = 0
		case c == ' ' && width > wrapWidth:
			b[i], width = '\n', 0
		}
	}
	return string(b)
}

// splitScores scores the splitter on the development set as running text: F1 of
// exact words and of exact sentences.
func (r *run) splitScores(s *split.Splitter) (words, sents float64) {
	rnd := rand.New(rand.NewPCG(r.Seed, 7))
	var w, n counts
	for _, ex := range paragraphs(r.dev, rnd) {
		got := s.Split(r.lex, ex.Text, nil)
		w.compare(spans(ex.Tokens, false), spans(got, false))
		n.compare(spans(ex.Tokens, true), spans(got, true))
	}
	return w.f1(), n.f1()
}

// spans returns the words, or the sentences, that tokens make.
func spans(tokens []split.Token, sentences bool) map[[2]int]bool {
	out := map[[2]int]bool{}
	start := -1
	for _, t := range tokens {
		if start < 0 || !sentences {
			start = t.Start
		}
		if t.Last || !sentences {
			out[[2]int{start, t.End}] = true
			start = -1
		}
	}
	return out
}

// counts adds up what is right, found and there to be found.
type counts struct{ right, found, gold int }

func (c *counts) compare(gold, found map[[2]int]bool) {
	c.gold += len(gold)
	c.found += len(found)
	for s := range found {
		if gold[s] {
			c.right++
		}
	}
}

func (c *counts) f1() float64 { return percent(2*c.right, c.gold+c.found) }
