package network

import "slices"

// Layout is the order in which the words of several sentences go through the
// layers: all first words, then all second words, and so on, the longest sentence
// first, so that one step through all sentences is one product of matrices and
// the sentences still going on are always the first ones.
type Layout struct {
	Order  []int // the sentences by their numbers, longest first
	offset []int // of each step, and the end
}

// Set lays out sentences of the given numbers of words, in memory used before.
func (l *Layout) Set(lengths []int) {
	l.Order, l.offset = l.Order[:0], append(l.offset[:0], 0)
	for i := range lengths {
		l.Order = append(l.Order, i)
	}
	slices.SortStableFunc(l.Order, func(a, b int) int { return lengths[b] - lengths[a] })
	if len(lengths) == 0 {
		return
	}
	n := len(lengths)
	for t := range lengths[l.Order[0]] {
		for lengths[l.Order[n-1]] <= t {
			n--
		}
		l.offset = append(l.offset, l.offset[t]+n)
	}
}

// Steps is the number of words of the longest sentence.
func (l *Layout) Steps() int { return len(l.offset) - 1 }

// Words is the number of words of all sentences.
func (l *Layout) Words() int { return l.offset[len(l.offset)-1] }

// Count is the number of sentences that have a word t.
func (l *Layout) Count(t int) int { return l.offset[t+1] - l.offset[t] }

// At is the place of word t of the s-th longest sentence.
func (l *Layout) At(s, t int) int { return l.offset[t] + s }

// Step returns which word the i-th step of a direction reads (0 from the first
// word on, 1 from the last), which word the step before read, and how many
// sentences were going on then.
func (l *Layout) Step(direction, i int) (t, last, carried int) {
	t, last = i, i-1
	if direction == 1 {
		t = l.Steps() - 1 - i
		last = t + 1
	}
	if i > 0 {
		carried = min(l.Count(t), l.Count(last))
	}
	return t, last, carried
}
