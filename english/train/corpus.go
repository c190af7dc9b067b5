package train

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/readout-project/readout/english/word"
)

const (
	// vocabulary is how many of the most frequent words are kept.
	vocabulary = 60000
	// seldom leaves out words seen more rarely.
	seldom = 6
	// neighbours bounds how many different neighbours of a word are kept; the most
	// frequent ones are.
	neighbours = 1500
)

// corpus is the text as numbers: words by frequency, 0 is any other word.
type corpus struct {
	keys  []uint64 // hash of each word's folded form; keys[0] is unused
	words []int32  // the text in order, edge between lines
	left  [][]link // of each word: which words stand before it, how often
	right [][]link // and after it
	count []int
	// capital says how often each word is written with a capital; see word.Entry.
	capital []uint16
}

// edge stands between lines in the text as numbers.
const edge = -1

type link struct{ word, times int32 }

// readCorpus counts the words and word pairs of all text files of a folder. split
// cuts a line into words.
func readCorpus(ctx context.Context, dir string, split func(line string) []textWord) (*corpus, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt.gz"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("text: no .txt.gz file in %s", dir)
	}
	slices.Sort(files)
	parts := make([]textPart, len(files))
	failed := make([]error, len(files))
	var wait sync.WaitGroup
	free := make(chan struct{}, 2)
	for i, f := range files {
		wait.Go(func() {
			free <- struct{}{}
			parts[i], failed[i] = readWords(ctx, f, split)
			<-free
		})
	}
	wait.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return count(parts), nil
}

// lineEnd stands between lines in a list of keys.
const lineEnd = 0

// textWord is a word of the text.
type textWord struct {
	key uint64 // of its folded form
	// writing is how it is capitalised; word.NoLetters where that tells nothing,
	// as at the beginning of a sentence.
	writing word.Case
}

// textPart is the words of one file: their keys in order, and how often each is
// written in lower case and with a capital.
type textPart struct {
	keys     []uint64
	writings map[uint64][2]int
}

func readWords(ctx context.Context, path string, split func(string) []textWord) (textPart, error) {
	part := textPart{writings: map[uint64][2]int{}}
	f, err := os.Open(path)
	if err != nil {
		return part, fmt.Errorf("text: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return part, fmt.Errorf("%s: %w", path, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() && ctx.Err() == nil {
		for _, w := range split(sc.Text()) {
			part.keys = append(part.keys, w.key)
			if w.writing == word.NoLetters {
				continue
			}
			n := part.writings[w.key]
			if w.writing == word.Lower {
				n[0]++
			} else {
				n[1]++
			}
			part.writings[w.key] = n
		}
		part.keys = append(part.keys, lineEnd)
	}
	return part, sc.Err()
}

// count numbers the words of the text, the most frequent first.
func count(parts []textPart) *corpus {
	freq := map[uint64]int{}
	for _, p := range parts {
		for _, k := range p.keys {
			freq[k]++
		}
	}
	delete(freq, lineEnd)
	keys := make([]uint64, 0, len(freq))
	for k, n := range freq {
		if n >= seldom {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b uint64) int {
		if freq[a] != freq[b] {
			return freq[b] - freq[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	keys = keys[:min(len(keys), vocabulary)]
	c := &corpus{keys: append([]uint64{0}, keys...)}
	c.capital = capitals(c.keys, parts)
	number := make(map[uint64]int32, len(keys))
	c.count = make([]int, len(c.keys))
	for i, k := range c.keys {
		if i > 0 {
			number[k] = int32(i)
			c.count[i] = freq[k]
		}
	}
	length := 0
	for _, p := range parts {
		length += len(p.keys)
	}
	c.words = make([]int32, 0, length)
	for _, p := range parts {
		for _, k := range p.keys {
			w := number[k]
			if k == lineEnd {
				w = edge
			}
			c.words = append(c.words, w)
		}
	}
	c.pair()
	return c
}

// pair counts pairs of neighbours.
func (c *corpus) pair() {
	pairs := make([]uint64, 0, len(c.words))
	last := int32(0)
	for _, w := range c.words {
		w = max(w, 0) // the edge of a line counts as any other word
		if w != 0 || last != 0 {
			pairs = append(pairs, uint64(last)<<32|uint64(w))
		}
		last = w
	}
	slices.Sort(pairs)
	c.left, c.right = make([][]link, len(c.keys)), make([][]link, len(c.keys))
	for i := 0; i < len(pairs); {
		j := i
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		a, b := int32(pairs[i]>>32), int32(pairs[i]&(1<<32-1))
		if b != 0 {
			c.left[b] = append(c.left[b], link{a, int32(j - i)})
		}
		if a != 0 {
			c.right[a] = append(c.right[a], link{b, int32(j - i)})
		}
		i = j
	}
	for w := range c.keys {
		c.left[w], c.right[w] = frequent(c.left[w]), frequent(c.right[w])
	}
}

// frequent keeps the most frequent neighbours.
func frequent(links []link) []link {
	slices.SortFunc(links, func(a, b link) int {
		if a.times != b.times {
			return int(b.times - a.times)
		}
		return int(a.word - b.word)
	})
	return slices.Clone(links[:min(len(links), neighbours)])
}

// capitals returns for each key how often the word is written with a capital: 0
// not known, else from 1, hardly ever, to 5, nearly always.
func capitals(keys []uint64, parts []textPart) []uint16 {
	const atLeast = 5 // times seen
	out := make([]uint16, len(keys))
	for i, k := range keys {
		lower, capital := 0, 0
		for _, p := range parts {
			lower += p.writings[k][0]
			capital += p.writings[k][1]
		}
		if lower+capital < atLeast {
			continue
		}
		out[i] = 1
		for _, edge := range []int{5, 30, 70, 95} { // per cent
			if capital*100 >= edge*(lower+capital) {
				out[i]++
			}
		}
	}
	return out
}
