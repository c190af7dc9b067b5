package parse

// The moves of the arc-eager system (Nivre 2003). A labelled move is its kind
// plus the number of the relation; see class.
const (
	shift  = iota // push the next word
	reduce        // pop a word that has its head
	left          // the next word becomes head of the top of the stack, which is popped
	right         // the top of the stack becomes head of the next word, which is pushed
	kinds
)

// class numbers a move for the perceptron: shift, reduce, then left and right of
// each relation in turn.
func class(kind, rel int) uint8 {
	if kind < left {
		return uint8(kind)
	}
	return uint8(2 + 2*rel + kind - left)
}

func move(class uint8) (kind, rel int) {
	if class < 2 {
		return int(class), 0
	}
	return left + int(class)%2, int(class-2) / 2
}

// state is a parse in progress. The next word is next; the words after it follow
// to the end of the sentence. It ends in a tree with one root, always: when the
// words run out and the top of the stack has no head, that word becomes the next
// word once more and must find a place (the tree constraint of Nivre and
// Fernández-González 2014).
type state struct {
	n     int
	stack []int
	next  int // n when no word is left
	// again says that next was on the stack before; it is then the only word left.
	again bool

	head []int
	rel  []int // relation to head; -1 none yet

	// Outermost and second outermost children to either side, -1 none, and how
	// many there are; rels holds a hash of the relations of all of them.
	leftmost, left2, rightmost, right2 []int
	lefts, rights                      []int
	leftRels, rightRels                []uint64
}

// reset prepares the state for a sentence of n words.
func (s *state) reset(n int) {
	s.n, s.next, s.again = n, 0, false
	s.stack = s.stack[:0]
	for _, p := range []*[]int{&s.head, &s.rel, &s.leftmost, &s.left2, &s.rightmost, &s.right2} {
		*p = refill(*p, n, -1)
	}
	s.lefts, s.rights = refill(s.lefts, n, 0), refill(s.rights, n, 0)
	s.leftRels, s.rightRels = refill(s.leftRels, n, 0), refill(s.rightRels, n, 0)
}

func refill[T any](v []T, n int, with T) []T {
	if cap(v) < n {
		v = make([]T, n)
	}
	v = v[:n]
	for i := range v {
		v[i] = with
	}
	return v
}

func (s *state) top() int {
	if len(s.stack) == 0 {
		return -1
	}
	return s.stack[len(s.stack)-1]
}

// settle makes the moves that leave no choice and reports whether a choice is
// left. Without one the parse is over.
func (s *state) settle() bool {
	for s.next == s.n {
		t := s.top()
		switch {
		case t < 0:
			return false // the empty sentence
		case s.head[t] >= 0:
			s.pop()
		case len(s.stack) == 1:
			return false // t is the root
		default:
			s.pop()
			s.next, s.again = t, true
		}
	}
	return true
}

// may reports whether a kind of move is allowed.
func (s *state) may(kind int) bool {
	t := s.top()
	switch kind {
	case shift:
		return !s.again || t < 0
	case reduce:
		return t >= 0 && s.head[t] >= 0
	case left:
		return t >= 0 && s.head[t] < 0
	default:
		return t >= 0
	}
}

func (s *state) pop() { s.stack = s.stack[:len(s.stack)-1] }

func (s *state) push() {
	s.stack = append(s.stack, s.next)
	if s.again {
		s.next, s.again = s.n, false
	} else {
		s.next++
	}
}

// do makes a move that is allowed.
func (s *state) do(kind, rel int) {
	switch kind {
	case shift:
		s.push()
	case reduce:
		s.pop()
	case left:
		s.attach(s.top(), s.next, rel)
		s.pop()
	case right:
		s.attach(s.next, s.top(), rel)
		s.push()
	}
}

// attach makes child a child of head. Children to the left come nearest last
// and children to the right nearest first, so that the newest is the outermost,
// but for words that found their place late.
func (s *state) attach(child, head, rel int) {
	s.head[child], s.rel[child] = head, rel
	bit := (uint64(rel) + 1) * 0x9E3779B97F4A7C15
	if child < head {
		if m := s.leftmost[head]; m < 0 || child < m {
			s.left2[head], s.leftmost[head] = m, child
		}
		s.lefts[head]++
		s.leftRels[head] ^= bit
		return
	}
	if m := s.rightmost[head]; child > m {
		s.right2[head], s.rightmost[head] = m, child
	}
	s.rights[head]++
	s.rightRels[head] ^= bit
}
