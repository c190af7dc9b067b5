package train

import (
	"context"
	"math"
	"math/bits"
	"sync"
)

// Word clusters by the predictive exchange algorithm (Uszkoreit and Brants 2008)
// in both directions: words are moved between classes so that the class of a
// word is foretold as well as can be by the word before it, and by the word after
// it. Words of one class stand in the same surroundings, so that what the
// treebanks teach of one holds for all.

const (
	// exchanges is how often every word may move.
	exchanges = 12
)

// cluster returns the class of each word of the corpus, from 1 on.
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
	size    []int       // occurrences of the words of each class
	before  classCounts // of each word: how often a word of each class follows it
	after   classCounts // and precedes it
	xlogx   []float64   // table of n log n
}

// classCounts are a row of counts for each word, one for each class. Most are 0:
// used has a bit for each that is not, so that a row is read by those alone.
type classCounts struct {
	classes, width int // of a row of counts, and of used
	counts         []int32
	used           []uint64
}

func newClassCounts(words, classes int) classCounts {
	width := (classes + 63) / 64
	return classCounts{classes, width, make([]int32, words*classes), make([]uint64, words*width)}
}

func (t *classCounts) add(word int32, class int, n int32) {
	at := int(word)*t.classes + class
	t.counts[at] += n
	bit, used := uint64(1)<<(class%64), &t.used[int(word)*t.width+class/64]
	if t.counts[at] != 0 {
		*used |= bit
	} else {
		*used &^= bit
	}
}

func newExchange(c *corpus, class []uint16, classes int) *exchange {
	n := len(c.keys)
	x := &exchange{corpus: c, class: class, classes: classes, size: make([]int, classes),
		before: newClassCounts(n, classes), after: newClassCounts(n, classes), xlogx: make([]float64, 1<<16)}
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
		x.before.add(l.word, class, sign*l.times)
	}
	for _, l := range x.right[w] {
		x.after.add(l.word, class, sign*l.times)
	}
}

// pass lets every word move once, the most frequent first, and returns how many
// did.
func (x *exchange) pass() int {
	moved := 0
	gains, fromRight := make([]float64, x.classes), make([]float64, x.classes)
	for w := 1; w < len(x.keys); w++ {
		from := int(x.class[w])
		x.move(w, from, -1)
		x.size[from] -= x.count[w]
		for k := range gains {
			gains[k] = 2 * (x.nlogn(x.size[k]) - x.nlogn(x.size[k]+x.count[w]))
		}
		clear(fromRight)
		// The two directions do not depend on each other: two workers share them.
		if len(x.left[w])+len(x.right[w]) > 200 {
			var wait sync.WaitGroup
			wait.Go(func() { x.gain(x.right[w], &x.after, fromRight) })
			x.gain(x.left[w], &x.before, gains)
			wait.Wait()
		} else {
			x.gain(x.right[w], &x.after, fromRight)
			x.gain(x.left[w], &x.before, gains)
		}
		best := from
		for k := range gains {
			gains[k] += fromRight[k]
		}
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

// gain adds to gains how much likelier the text becomes when a word with these
// neighbours joins each class. A class that the neighbours have not met yet is
// the measure: what it would gain is left out for all.
func (x *exchange) gain(links []link, table *classCounts, gains []float64) {
	for _, l := range links {
		row := table.counts[int(l.word)*table.classes:][:table.classes]
		alone := x.nlogn(int(l.times))
		for i, used := range table.used[int(l.word)*table.width:][:table.width] {
			for ; used != 0; used &= used - 1 {
				k := 64*i + bits.TrailingZeros64(used)
				n := int(row[k])
				gains[k] += x.nlogn(n+int(l.times)) - x.nlogn(n) - alone
			}
		}
	}
}
