package english

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/parse"
	"github.com/readout-project/readout/english/word"
)

// Trees is the stage that builds the dependency tree of each sentence.
type Trees struct{ c *Core }

// Name implements doc.Stage.
func (Trees) Name() string { return "english/trees" }

// Needs implements doc.Stage.
func (Trees) Needs() []doc.Layer { return []doc.Layer{doc.LayerSentences, doc.LayerTags} }

// Gives implements doc.Stage.
func (Trees) Gives() []doc.Layer { return []doc.Layer{doc.LayerTrees} }

// Annotate implements doc.Stage.
func (t Trees) Annotate(d *doc.Document) error {
	var words []word.Word
	var tags []uint8
	var arcs []parse.Arc
	var scratch parse.Scratch
	for i := range d.Sentences {
		s := &d.Sentences[i]
		words = t.c.words(d, s, words[:0])
		tags = t.c.tags(d, s, tags[:0])
		arcs = t.c.parser.Parse(words, tags, arcs[:0], &scratch)
		for k, a := range arcs {
			if a.Head >= 0 {
				a.Head += s.First
			}
			d.Tokens[s.First+k].Head, d.Tokens[s.First+k].Rel = a.Head, a.Rel
		}
	}
	return nil
}
