// Package train makes the models of the English core from treebanks, name
// annotations and plain text.
//
// It reads the files that the treebank folder's README lists, except those whose
// name says test, and writes one compressed file a model. The same input and seed
// give the same bytes. It is needed to make models, never to use them.
package train

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/split"
	"github.com/readout-project/readout/english/word"
)

// Options says what to train from and where to put the models.
type Options struct {
	Treebanks string   // folder of treebanks and names
	Text      string   // folder of plain text for word clusters and vectors; "" trains without them
	Out       string   // folder for the model files
	Places    []string // names of places, for the name finder
	Work      string   // folder in which a run that was stopped goes on; "" keeps nothing
	Seed      uint64
	// Passes over the data; 0 takes the numbers that the shipped models were made with.
	TagPasses, TreePasses int
}

// English trains every model of the English core. log takes lines of progress
// with scores on the development sets.
func English(ctx context.Context, o Options, log func(string)) error {
	if o.TagPasses == 0 {
		o.TagPasses = 8
	}
	if o.TreePasses == 0 {
		o.TreePasses = 16
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	began := time.Now()
	r := &run{Options: o, ctx: ctx, work: work{dir: o.Work}, log: func(format string, args ...any) {
		log(fmt.Sprintf("%6.1fs  ", time.Since(began).Seconds()) + fmt.Sprintf(format, args...))
	}}
	for _, step := range []func() error{r.read, r.lexicon, r.wordVectors, r.splitter, r.lemmatiser, r.tagger, r.parser, r.settle, r.names} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// run is one training run: what earlier steps made is there for later ones.
type run struct {
	Options
	ctx  context.Context
	work work
	log  func(format string, args ...any)

	gold []conllu.Sentence // as annotated
	all  []conllu.Sentence // with copies in other capitals
	dev  []conllu.Sentence

	lex     *word.Lexicon
	split   *split.Splitter
	text    *corpus      // once read
	vectors *wordVectors // nil without text
	tagged  tagging
}

func (r *run) read() error {
	r.work.mark("seed %d", r.Seed)
	for _, set := range []struct{ dir, files string }{
		{r.Treebanks, "*.train.conllu.gz"}, {filepath.Join(r.Treebanks, "names"), "*.bio.gz"}, {r.Text, "*.txt.gz"},
	} {
		if err := r.work.markFiles(set.dir, set.files); err != nil {
			return err
		}
	}
	for _, name := range []string{"ewt.train.conllu.gz", "gum-open.train.conllu.gz"} {
		s, err := readTreebank(r.Treebanks, name)
		if err != nil {
			return err
		}
		r.gold = append(r.gold, s...)
	}
	dev, err := readTreebank(r.Treebanks, "ewt.dev.conllu.gz")
	if err != nil {
		return err
	}
	r.dev = dev
	copies := recased(r.gold, rand.New(rand.NewPCG(r.Seed, 3)))
	initials := initialed(r.gold, rand.New(rand.NewPCG(r.Seed, 4)))
	r.all = slices.Concat(r.gold, copies, initials)
	r.log("read %d sentences, %d copies in other capitals, %d with initials", len(r.gold), len(copies), len(initials))
	return nil
}

// write puts a model file in its place in one step, so that a reader never meets
// half a file.
func (r *run) write(name string, model []byte) error {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	packed := enc.EncodeAll(model, nil)
	path := filepath.Join(r.Out, name)
	if err := os.WriteFile(path+".new", packed, 0o644); err != nil {
		return fmt.Errorf("model: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("model: %w", err)
	}
	r.log("%s: %.1f MB, %.1f MB compressed", name, float64(len(model))/1e6, float64(len(packed))/1e6)
	return nil
}
