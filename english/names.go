package english

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/name"
	"github.com/readout-project/readout/english/word"
)

// Names is the stage that finds names of persons, organisations and places.
type Names struct{ c *Core }

// Name implements doc.Stage.
func (Names) Name() string { return "english/names" }

// Needs implements doc.Stage.
func (Names) Needs() []doc.Layer { return []doc.Layer{doc.LayerSentences, doc.LayerTags} }

// Gives implements doc.Stage.
func (Names) Gives() []doc.Layer { return []doc.Layer{doc.LayerNames} }

// Annotate implements doc.Stage.
func (n Names) Annotate(d *doc.Document) error {
	report := make([]name.Sentence, len(d.Sentences))
	all := make([]word.Word, 0, len(d.Tokens))
	var tags []uint8
	for i := range d.Sentences {
		s := &d.Sentences[i]
		from := len(all)
		all = n.c.words(d, s, all)
		tags = n.c.tags(d, s, tags[:0])
		words := all[from:len(all):len(all)]
		report[i] = name.Sentence{Words: words, Names: n.c.names.Find(words, tags)}
	}
	name.Agree(report)
	for i := range d.Sentences {
		for _, f := range report[i].Names {
			first, last := d.Sentences[i].First+f.First, d.Sentences[i].First+f.Last
			d.Names = append(d.Names, doc.Name{
				Span:  doc.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
				First: first, Last: last,
				Kind: doc.NameKind(f.Kind),
			})
		}
	}
	return nil
}
