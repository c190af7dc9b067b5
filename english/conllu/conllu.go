// Package conllu reads and writes annotated sentences: dependency trees in
// CoNLL-U, and it reads name annotations in the two-column BIO form.
//
// The format is that of universaldependencies.org/format: ten columns, multiword
// tokens as ranges, comments for paragraphs and documents. What the English core
// is trained on, scored against and gives is kept: comments, multiword tokens,
// form, lemma, tags, basic tree and spaces. Features, the enhanced graph and its
// empty nodes are dropped, and their columns are written as "_". Nothing is
// repaired: a line that cannot be read is an error that names the line.
package conllu

// Sentence is one sentence of a treebank.
type Sentence struct {
	// Comments are the lines before the words as they stand, "#" included. Text,
	// Document and Par were read from them; what is written is these lines.
	Comments []string
	Text     string // the sentence as printed
	Document bool   // it opens a document
	Par      bool   // it opens a paragraph
	Words    []Word
	Ranges   []Range // multiword tokens, in order
}

// Word is a syntactic word. Head counts from 0 within the sentence, -1 is the root.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int
	Rel                     string
	// Entity is the Entity= annotation of GUM, "" elsewhere. It is not written.
	Entity string
	// Name is the NER= annotation: "B-PER" and "I-PER", "" outside of names.
	Name string
	// Glued says that no space follows the word in the text.
	Glued bool
	// Start and End are the word's bytes in Text, -1 when the word is not a
	// substring of the text at its place.
	Start, End int
}

// Range is a multiword token: words [First, Last) are written as one, "didn't".
type Range struct {
	First, Last int
	Form        string
	Glued       bool // no space follows it
}

// Aligned reports whether every word of the sentence is a substring of its text.
func (s *Sentence) Aligned() bool {
	for i := range s.Words {
		if s.Words[i].Start < 0 {
			return false
		}
	}
	return len(s.Words) > 0
}
