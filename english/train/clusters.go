package train

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Word clusters by the predictive exchange algorithm (Uszkoreit and Brants 2008)
// in both directions: words are moved between classes so that the class of a
// word is foretold as well as can be by the word before it, and by the word after
// it. Words of one class stand in the same surroundings, so that what the
// treebanks teach of one holds for all.

const (
	// vocabulary is how many of the most frequent words get a class.
	vocabulary = 60000
	// seldom leaves out words seen more rarely.
	seldom = 12
	// exchanges is how often every word may move.
	exchanges = 12
	// neighbours bounds how many different neighbours of a word decide its class;
	// the most frequent ones count.
	neighbours = 1500
)

// corpus is the text as numbers: words by frequency, 0 is any other word.
type corpus struct {
	keys  []uint64 // hash of each word's folded form; keys[0] is unused
	left  [][]link // of each word: which words stand before it, how often
	right [][]link // and after it
	count []int
}

type link struct{ word, times int32 }

// clusterings holds, for each word of the corpus, its class in one clustering.
func (c *corpus) cluster(ctx context.Context, classes int) ([]uint16, error) {
	n := len(c.keys)
	class := make([]uint16, n)
	for w := 1; w < n; w++ {
		class[w] = uint16((w-1)%classes) + 1 // 0 is the class of other words
	}
	x := newExchange(c, class, classes+1)
	for range exchanges {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if moved := x.pass(); moved*200 < n {
			break
		}
	}
	return class, nil
}

// exchange holds the counts that moving a word changes.
type exchange struct {
	*corpus
	class   []uint16
	classes int
	size    []int     // occurrences of the words of each class
	before  []int32   // before[w*classes+k]: how often a word of class k follows w
	after   []int32   // after[w*classes+k]: how often a word of class k precedes w
	xlogx   []float64 // table of n log n
}

func newExchange(c *corpus, class []uint16, classes int) *exchange {
	n := len(c.keys)
	x := &exchange{corpus: c, class: class, classes: classes, size: make([]int, classes),
		before: make([]int32, n*classes), after: make([]int32, n*classes), xlogx: make([]float64, 1<<16)}
	for i := 2; i < len(x.xlogx); i++ {
		x.xlogx[i] = float64(i) * math.Log(float64(i))
	}
	for w := 1; w < n; w++ {
		x.size[class[w]] += c.count[w]
		x.move(w, int(class[w]), 1)
	}
	return x
}

func (x *exchange) nlogn(n int) float64 {
	if n < len(x.xlogx) {
		return x.xlogx[n]
	}
	return float64(n) * math.Log(float64(n))
}

// move adds (or with sign -1 takes away) a word's counts in a class.
func (x *exchange) move(w, class int, sign int32) {
	for _, l := range x.left[w] {
		x.before[int(l.word)*x.classes+class] += sign * l.times
	}
	for _, l := range x.right[w] {
		x.after[int(l.word)*x.classes+class] += sign * l.times
	}
}

// pass lets every word move once, the most frequent first, and returns how many
// did.
func (x *exchange) pass() int {
	moved := 0
	gains := make([]float64, x.classes)
	half := x.classes / 2
	for w := 1; w < len(x.keys); w++ {
		from := int(x.class[w])
		x.move(w, from, -1)
		x.size[from] -= x.count[w]
		// Classes do not depend on each other here: two workers share them.
		var wait sync.WaitGroup
		if len(x.left[w])+len(x.right[w]) > 200 {
			wait.Go(func() { x.gain(w, gains, 1, half) })
			x.gain(w, gains, half, x.classes)
			wait.Wait()
		} else {
			x.gain(w, gains, 1, x.classes)
		}
		best := from
		for k := 1; k < x.classes; k++ {
			if gains[k] > gains[best] {
				best = k
			}
		}
		x.move(w, best, 1)
		x.size[best] += x.count[w]
		x.class[w] = uint16(best)
		if best != from {
			moved++
		}
	}
	return moved
}

// gain computes for classes [from, to) how much likelier the text becomes when
// word w joins the class.
func (x *exchange) gain(w int, gains []float64, from, to int) {
	for k := from; k < to; k++ {
		gains[k] = 2 * (x.nlogn(x.size[k]) - x.nlogn(x.size[k]+x.count[w]))
	}
	x.gainOf(x.left[w], x.before, gains, from, to)
	x.gainOf(x.right[w], x.after, gains, from, to)
}

func (x *exchange) gainOf(links []link, table []int32, gains []float64, from, to int) {
	for _, l := range links {
		row := table[int(l.word)*x.classes:][from:to]
		alone := x.nlogn(int(l.times))
		g := gains[from:to]
		for k, n := range row {
			if n == 0 {
				g[k] += alone
				continue
			}
			g[k] += x.nlogn(int(n+l.times)) - x.nlogn(int(n))
		}
	}
}

// readCorpus counts the words and word pairs of all text files of a folder. split
// cuts a line into the folded keys of its words.
func readCorpus(ctx context.Context, dir string, split func(line string) []uint64) (*corpus, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt.gz"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("text: no .txt.gz file in %s", dir)
	}
	slices.Sort(files)
	parts := make([][]uint64, len(files))
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

func readWords(ctx context.Context, path string, split func(string) []uint64) ([]uint64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	var out []uint64
	for sc.Scan() && ctx.Err() == nil {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		out = append(out, split(sc.Text())...)
		out = append(out, lineEnd)
	}
	return out, sc.Err()
}

// count numbers the words and counts pairs of neighbours.
func count(parts [][]uint64) *corpus {
	freq := map[uint64]int{}
	for _, p := range parts {
		for _, k := range p {
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
	number := make(map[uint64]int32, len(keys))
	c.count = make([]int, len(c.keys))
	for i, k := range c.keys {
		if i > 0 {
			number[k] = int32(i)
			c.count[i] = freq[k]
		}
	}
	pairs := make([]uint64, 0, 1<<26)
	for _, p := range parts {
		last := int32(0) // the edge of a line counts as any other word
		for _, k := range p {
			w := number[k]
			if w != 0 || last != 0 {
				pairs = append(pairs, uint64(last)<<32|uint64(w))
			}
			last = w
		}
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
	return c
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
