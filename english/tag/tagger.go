// Package tag gives each word of a sentence its part of speech: one joint tag of
// the universal class and the Penn tag ("VERB|VBD"), left to right, by an
// averaged perceptron that sees the tags it has just given (greedy decoding).
// Frequent words that take one tag only ("the") get it at once.
//
// It reads word.Words and writes tag numbers. The tagset and the weights come
// from treebanks. It never revises a tag.
package tag

import (
	"strings"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Tagger is a trained tagger. It is immutable and safe for concurrent use.
type Tagger struct {
	set   Set
	table *perceptron.Table
	sure  sure
}

// Set is a tagset: joint tags by number, the most frequent first.
type Set []string

// Split returns the universal class and the Penn tag of a joint tag.
func (s Set) Split(tag uint8) (upos, xpos string) {
	upos, xpos, _ = strings.Cut(s[tag], "|")
	return upos, xpos
}

// Joint returns the joint tag of a universal class and a Penn tag.
func Joint(upos, xpos string) string { return upos + "|" + xpos }

// Number returns the number of a joint tag, -1 when the set has none.
func (s Set) Number(joint string) int {
	for i, t := range s {
		if t == joint {
			return i
		}
	}
	return -1
}

// Set returns the tagset.
func (t *Tagger) Set() Set { return t.set }

// Tag appends the tags of the sentence to tags.
func (t *Tagger) Tag(words []word.Word, tags []uint8) []uint8 {
	var s perceptron.Scores
	var f features
	w := newWindow(words)
	base := len(tags)
	for i := range words {
		if tag, ok := t.sure.tag(&words[i]); ok {
			tags = append(tags, tag)
			continue
		}
		clear(s[:len(t.set)])
		t.table.Add(f.at(&w, i, tags[base:]), &s)
		tags = append(tags, best(&s, len(t.set)))
	}
	return tags
}

// best returns the highest-scoring class; of equals the lowest number, which is
// the more frequent tag.
func best(s *perceptron.Scores, n int) uint8 {
	b := 0
	for i := 1; i < n; i++ {
		if s[i] > s[b] {
			b = i
		}
	}
	return uint8(b)
}
