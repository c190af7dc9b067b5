package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/english/conllu"
)

// batchTokens is how many words are read in one go. Names look at what they are
// read with, so the bound is the same whatever the number of workers.
const batchTokens = 1 << 13

// batch is a run of sentences with given words.
type batch struct {
	sentences []conllu.Sentence
	document  *doc.Document
	err       error
}

// parseTokens parses the sentences of a CoNLL-U file.
func (p *parsing) parseTokens(cmd *cobra.Command, core *english.Core, out *conllu.Writer) error {
	name, in := p.tokens, cmd.InOrStdin()
	if name == "-" {
		name = "standard input"
	} else {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	buffered := bufio.NewReader(in)
	in = buffered
	if magic, _ := buffered.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		unpacked, err := gzip.NewReader(buffered)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		in = unpacked
	}
	feed := func(yield func(*batch) error) error {
		if err := batches(in, yield); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	work := func(b *batch) {
		var forms [][]string
		for i := range b.sentences {
			forms = append(forms, formsOf(&b.sentences[i]))
		}
		b.document = english.Given(forms)
		b.err = english.AnnotateGiven(core, b.document)
	}
	return inOrder(cmd.Context(), p.workers, feed, work, func(b *batch) error {
		if b.err != nil {
			return b.err
		}
		names := nameLabels(b.document)
		for i := range b.sentences {
			s := &b.sentences[i]
			annotate(s.Words, b.document, &b.document.Sentences[i], names)
			if err := out.Write(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// batches reads sentences and hands them on in runs.
func batches(in io.Reader, yield func(*batch) error) error {
	r := conllu.NewReader(in)
	r.TokensOnly = true
	b, n := &batch{}, 0
	for {
		s, err := r.Read()
		if err == nil {
			b.sentences = append(b.sentences, s)
			n += len(s.Words)
		}
		if (err != nil || n >= batchTokens) && len(b.sentences) > 0 {
			if err := yield(b); err != nil {
				return err
			}
			b, n = &batch{}, 0
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func formsOf(s *conllu.Sentence) []string {
	forms := make([]string, len(s.Words))
	for i := range s.Words {
		forms[i] = s.Words[i].Form
	}
	return forms
}

// annotate gives the words of a sentence what was found in the document. What
// stood in these columns before is gone.
func annotate(words []conllu.Word, d *doc.Document, s *doc.Sentence, names []string) {
	for i := range words {
		w, t := &words[i], &d.Tokens[s.First+i]
		w.Lemma, w.UPOS, w.XPOS, w.Rel, w.Name = t.Lemma, t.UPOS, t.XPOS, t.Rel, names[s.First+i]
		w.Head = -1
		if t.Head >= 0 {
			w.Head = t.Head - s.First
		}
	}
}

// nameLabels gives each token the label of its part in a name, "" outside.
func nameLabels(d *doc.Document) []string {
	labels := make([]string, len(d.Tokens))
	for _, n := range d.Names {
		for i := n.First; i < n.Last; i++ {
			labels[i] = "I-" + string(n.Kind)
		}
		labels[n.First] = "B-" + string(n.Kind)
	}
	return labels
}
