package train

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/learn"
)

// Silver trees are those that the teachers give to plain text: the treebanks hold
// little news, the text holds more, and a parser that has seen both reads news
// better although part of what it saw is wrong.
const (
	// silverWords is about how many words of plain text get trees.
	silverWords = 1_600_000
	// newsFiles are the files taken whole: the first are news (see the folder's
	// SOURCES.md); of the others a share is drawn.
	newsFiles = 2
	// Sentences of other lengths are left out: fragments and pasted lists.
	shortest, longest = 4, 60
)

// silver returns sentences of the text with the trees, relations and tags that
// the teachers' scores together give them.
func (r *run) silver(t *trees, teachers []*learn.Model) ([]*learn.Example, error) {
	r.work.mark("silver %d %x", silverWords, r.split.Append(nil))
	sentences, err := r.plainSentences()
	if err != nil {
		return nil, err
	}
	examples := make([]*learn.Example, len(sentences))
	words := 0
	for i := range sentences {
		examples[i] = r.unread(t, &sentences[i])
		words += len(sentences[i].Words)
	}
	r.log("silver: %d sentences, %d words", len(sentences), words)
	made, err := r.work.make("silver", func() ([]byte, error) {
		var flat []byte
		// In parts, for the progress that is told between them.
		const part = 8192
		for from := 0; from < len(examples); from += part {
			if err := r.ctx.Err(); err != nil {
				return nil, err
			}
			for _, g := range learn.Read(teachers, examples[from:min(from+part, len(examples))]) {
				for k, h := range g.Heads {
					flat = binary.LittleEndian.AppendUint16(flat, uint16(h+1))
					flat = append(flat, byte(g.Labels[k]), byte(g.Tags[k]))
				}
			}
			r.log("silver: %d of %d sentences read", min(from+part, len(examples)), len(examples))
		}
		return flat, nil
	})
	if err != nil {
		return nil, err
	}
	for _, e := range examples {
		for range e.Rows {
			e.Heads = append(e.Heads, int32(binary.LittleEndian.Uint16(made))-1)
			e.Labels, e.Tags = append(e.Labels, int32(made[2])), append(e.Tags, int32(made[3]))
			made = made[4:]
		}
	}
	return append(examples, r.silverCopies(t, sentences, examples)...), nil
}

// unread is a sentence as the network sees it, without a tree.
func (r *run) unread(t *trees, s *conllu.Sentence) *learn.Example {
	ws := words(s, r.lex)
	return &learn.Example{Rows: t.vocabulary.Rows(ws, r.tagged.tagger.Tag(ws, nil), nil)}
}

// silverCopies are sentences in other capitals, with the trees of the originals.
func (r *run) silverCopies(t *trees, sentences []conllu.Sentence, read []*learn.Example) []*learn.Example {
	// The trees are put into the sentences, so that a copy without its full stop
	// leaves out a word that nothing hangs on.
	whole := make([]conllu.Sentence, len(sentences))
	at := map[string]*learn.Example{}
	for i, s := range sentences {
		s.Words = slices.Clone(s.Words)
		for k := range s.Words {
			s.Words[k].Head = int(read[i].Heads[k])
		}
		whole[i] = s
		at[s.Text] = read[i]
	}
	var out []*learn.Example
	for _, c := range recased(whole, rand.New(rand.NewPCG(r.Seed, 14))) {
		e := r.unread(t, &c)
		n := len(e.Rows)
		e.Heads, e.Labels, e.Tags = at[c.Text].Heads[:n], at[c.Text].Labels[:n], at[c.Text].Tags[:n]
		out = append(out, e)
	}
	return out
}

// plainSentences draws sentences from the text. Each has its words and, as Text,
// what tells it from all others.
func (r *run) plainSentences() ([]conllu.Sentence, error) {
	files, err := filepath.Glob(filepath.Join(r.Text, "*.txt.gz"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []conllu.Sentence
	seen := map[string]bool{}
	take := func(file int, share float64) (taken int, err error) {
		rnd := rand.New(rand.NewPCG(r.Seed, 15<<8|uint64(file)))
		f, err := os.Open(files[file])
		if err != nil {
			return 0, fmt.Errorf("text: %w", err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", files[file], err)
		}
		sc := bufio.NewScanner(z)
		sc.Buffer(nil, 1<<24)
		for sc.Scan() {
			if rnd.Float64() >= share {
				continue
			}
			for _, s := range r.cut(sc.Text()) {
				if n := len(s.Words); n >= shortest && n <= longest && !seen[s.Text] {
					seen[s.Text] = true
					out = append(out, s)
					taken += n
				}
			}
		}
		return taken, sc.Err()
	}
	left := silverWords
	for i := range files {
		share := 1.
		if i >= newsFiles {
			share = float64(left) / float64(len(files)-i) / wordsOf(files[i])
		}
		n, err := take(i, share)
		if err != nil {
			return nil, err
		}
		left = max(left-n, 0)
	}
	return out, nil
}

// wordsOf estimates the words of a compressed file: English takes about 2.1 bytes
// a word there.
func wordsOf(path string) float64 {
	info, err := os.Stat(path)
	if err != nil {
		return 1
	}
	return float64(max(info.Size(), 1)) / 2.1
}

// cut cuts a line into sentences and words.
func (r *run) cut(line string) []conllu.Sentence {
	var out []conllu.Sentence
	var s conllu.Sentence
	start := 0
	for _, t := range r.split.Split(r.lex, line, nil) {
		if len(s.Words) == 0 {
			start = t.Start
		}
		s.Words = append(s.Words, conllu.Word{Form: line[t.Start:t.End]})
		if t.Last {
			s.Text = line[start:t.End]
			out = append(out, s)
			s = conllu.Sentence{}
		}
	}
	return out
}
