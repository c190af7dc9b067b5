package english

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/tag"
)

// Lemmas is the stage that gives each token its lemma.
type Lemmas struct{ c *Core }

// Name implements doc.Stage.
func (Lemmas) Name() string { return "english/lemmas" }

// Needs implements doc.Stage.
func (Lemmas) Needs() []doc.Layer { return []doc.Layer{doc.LayerSentences, doc.LayerTags} }

// Gives implements doc.Stage.
func (Lemmas) Gives() []doc.Layer { return []doc.Layer{doc.LayerLemmas} }

// Annotate implements doc.Stage.
func (l Lemmas) Annotate(d *doc.Document) error {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Lemma = l.c.lemmas.Lemma(d.Slice(t.Span), tag.Joint(t.UPOS, t.XPOS))
	}
	return nil
}
