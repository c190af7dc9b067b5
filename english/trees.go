package english

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/parse"
	"github.com/readout-project/readout/english/word"
)

// Trees is the stage that builds the dependency tree of each sentence and corrects
// the tags of its words.
type Trees struct{ c *Core }

// Name implements doc.Stage.
func (Trees) Name() string { return "english/trees" }

// Needs implements doc.Stage.
func (Trees) Needs() []doc.Layer { return []doc.Layer{doc.LayerSentences, doc.LayerTags} }

// Gives implements doc.Stage.
func (Trees) Gives() []doc.Layer { return []doc.Layer{doc.LayerTrees} }

// treesTogether bounds how many sentences of a document wait for their trees at
// once, and with it the memory that a long document takes.
const treesTogether = 64

// Annotate implements doc.Stage.
func (t Trees) Annotate(d *doc.Document) error {
	var words []word.Word
	var tags []uint8
	r, ok := t.c.readers.Get().(*parse.Reader)
	if !ok {
		r = t.c.parser.NewReader()
	}
	defer t.c.readers.Put(r)
	for first := 0; first < len(d.Sentences); first += treesTogether {
		part := d.Sentences[first:min(first+treesTogether, len(d.Sentences))]
		r.Reset()
		for i := range part {
			words = t.c.words(d, &part[i], words[:0])
			tags = t.c.tags(d, &part[i], tags[:0])
			r.Add(words, tags)
		}
		r.Parse(func(i int, arcs []parse.Arc) {
			s := &part[i]
			for k, a := range arcs {
				tok := &d.Tokens[s.First+k]
				tok.Rel, tok.Head = t.c.parser.Relation(a), a.Head
				if a.Head >= 0 {
					tok.Head += s.First
				}
				tok.UPOS, tok.XPOS = t.c.pairs[a.Tag][0], t.c.pairs[a.Tag][1]
			}
			predicates(d, s)
		})
	}
	return nil
}
