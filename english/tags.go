package english

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/word"
)

// Tags is the stage that gives each token its part of speech.
type Tags struct{ c *Core }

// Name implements doc.Stage.
func (Tags) Name() string { return "english/tags" }

// Needs implements doc.Stage.
func (Tags) Needs() []doc.Layer { return []doc.Layer{doc.LayerSentences} }

// Gives implements doc.Stage.
func (Tags) Gives() []doc.Layer { return []doc.Layer{doc.LayerTags} }

// Annotate implements doc.Stage.
func (t Tags) Annotate(d *doc.Document) error {
	var words []word.Word
	var tags []uint8
	for i := range d.Sentences {
		s := &d.Sentences[i]
		words = t.c.words(d, s, words[:0])
		tags = t.c.tagger.Tag(words, tags[:0])
		for k, n := range tags {
			d.Tokens[s.First+k].UPOS, d.Tokens[s.First+k].XPOS = t.c.pairs[n][0], t.c.pairs[n][1]
		}
	}
	return nil
}
