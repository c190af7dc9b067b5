package train

import (
	"context"
	"math"
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
