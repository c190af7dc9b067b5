package english

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// Given returns a document whose sentences and words are given: its text is one
// sentence a line, with a space between words.
func Given(sentences [][]string) *doc.Document {
	d := &doc.Document{}
	var b strings.Builder
	for _, forms := range sentences {
		s := doc.Sentence{Block: -1, First: len(d.Tokens)}
		s.Start = b.Len()
		for i, f := range forms {
			if i > 0 {
				b.WriteByte(' ')
			}
			start := b.Len()
			b.WriteString(f)
			d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: b.Len()}, Head: -1})
		}
		s.End, s.Last = b.Len(), len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
		b.WriteByte('\n')
	}
	d.Text = b.String()
	return d
}

// joint is the relation by which the parts of a given sentence that is too long
// hang together: side by side, and nothing more is known.
const joint = "parataxis"

// AnnotateGiven runs the stages of the core but the first on a document whose
// sentences and words are given. A sentence of more than MaxTokens is read in
// parts of that length, which then become one tree: the roots of the further
// parts hang on that of the first.
func AnnotateGiven(c *Core, d *doc.Document) error {
	whole := d.Sentences
	d.Sentences = nil
	for _, s := range whole {
		for first := s.First; first < s.Last; first += MaxTokens {
			last := min(first+MaxTokens, s.Last)
			part := doc.Sentence{Block: s.Block, First: first, Last: last}
			part.Start, part.End = d.Tokens[first].Start, d.Tokens[last-1].End
			d.Sentences = append(d.Sentences, part)
		}
	}
	err := c.run(d, c.Stages()[1:])
	d.Sentences = whole
	if err != nil {
		return err
	}
	for _, s := range whole {
		root := -1
		for i := s.First; i < s.Last; i++ {
			switch t := &d.Tokens[i]; {
			case t.Head >= 0:
			case root < 0:
				root = i
			default:
				t.Head, t.Rel = root, joint
			}
		}
	}
	return nil
}
