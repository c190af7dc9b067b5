// Package english is the English core: sentences and words, parts of speech,
// dependency trees, lemmas and names.
//
// It reads the text and the blocks of a document and writes sentences, tokens
// and names. What it knows was learnt from Universal Dependencies treebanks and
// from name annotations by package english/train (see NOTICE); the model files
// are embedded and unpacked by Load. Each part is an averaged perceptron in a
// package of its own: split, tag, parse, name; lemma is a table with rules. The
// core knows nothing of politics, and it never guesses who is named.
package english

import (
	"embed"
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/lemma"
	"github.com/readout-project/readout/english/name"
	"github.com/readout-project/readout/english/parse"
	"github.com/readout-project/readout/english/split"
	"github.com/readout-project/readout/english/tag"
	"github.com/readout-project/readout/english/word"
)

//go:embed model/*.zst
var models embed.FS

// Core holds the models. It is immutable and safe for concurrent use.
type Core struct {
	lex      *word.Lexicon
	splitter *split.Splitter
	tagger   *tag.Tagger
	parser   *parse.Parser
	lemmas   *lemma.Lemmatiser
	names    *name.Finder

	readers sync.Pool // of *parse.Reader: the memory of the network's layers

	numbers map[[2]string]uint8 // of joint tags, by universal class and Penn tag
	pairs   [][2]string         // the joint tags by number
}

// Load unpacks the embedded models.
func Load() (*Core, error) {
	c := &Core{}
	parts := []struct {
		file string
		load func([]byte) error
	}{
		{"lexicon.zst", func(b []byte) (err error) { c.lex, _, err = word.ParseLexicon(b); return }},
		{"split.zst", func(b []byte) (err error) { c.splitter, err = split.Load(b); return }},
		{"tags.zst", func(b []byte) (err error) { c.tagger, err = tag.Load(b); return }},
		{"trees.zst", func(b []byte) (err error) { c.parser, err = parse.Load(b); return }},
		{"lemmas.zst", func(b []byte) (err error) { c.lemmas, err = lemma.Load(b); return }},
		{"names.zst", func(b []byte) (err error) { c.names, err = name.Load(b); return }},
	}
	// The files are unpacked side by side: one after the other the start would take
	// three times as long.
	failed := make([]error, len(parts))
	var wait sync.WaitGroup
	for i, p := range parts {
		wait.Go(func() {
			b, err := unpack(p.file)
			if err == nil {
				err = p.load(b)
			}
			if err != nil {
				failed[i] = fmt.Errorf("model %s: %w", p.file, err)
			}
		})
	}
	wait.Wait()
	if err := errors.Join(failed...); err != nil {
		return nil, err
	}
	c.numbers = map[[2]string]uint8{}
	for i := range c.tagger.Set() {
		upos, xpos := c.tagger.Set().Split(uint8(i))
		c.numbers[[2]string{upos, xpos}] = uint8(i)
		c.pairs = append(c.pairs, [2]string{upos, xpos})
	}
	return c, nil
}

func unpack(file string) ([]byte, error) {
	packed, err := models.ReadFile("model/" + file)
	if err != nil {
		return nil, err
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer dec.Close()
	return dec.DecodeAll(packed, nil)
}

// Stages returns the stages of the core in their order.
func (c *Core) Stages() []doc.Stage {
	return []doc.Stage{Sentences{c}, Tags{c}, Trees{c}, Lemmas{c}, Names{c}}
}

// Annotate runs all stages of the core on a document.
func Annotate(c *Core, d *doc.Document) error { return c.run(d, c.Stages()) }

func (c *Core) run(d *doc.Document, stages []doc.Stage) error {
	for _, s := range stages {
		if err := s.Annotate(d); err != nil {
			return fmt.Errorf("%s: %w", s.Name(), err)
		}
	}
	return nil
}

// words looks up the words of a sentence.
func (c *Core) words(d *doc.Document, s *doc.Sentence, into []word.Word) []word.Word {
	for i := s.First; i < s.Last; i++ {
		into = append(into, c.lex.Word(d.Form(i)))
	}
	return into
}

// tags returns the joint tags of a sentence by number.
func (c *Core) tags(d *doc.Document, s *doc.Sentence, into []uint8) []uint8 {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		into = append(into, c.numbers[[2]string{t.UPOS, t.XPOS}])
	}
	return into
}
