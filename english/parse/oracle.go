package parse

// costs returns, for each kind of move, how many arcs of the right tree it puts
// out of reach (the dynamic oracle of Goldberg and Nivre 2013), not counting the
// relation. It is defined in every state, so that the parser can learn from
// states that its own mistakes lead to.
func (s *state) costs(gold []int) [kinds]int {
	var c [kinds]int
	b, t := s.next, s.top()
	// Arcs between the next word and the stack, lost when it is pushed unattached.
	for _, w := range s.stack {
		if gold[b] == w {
			c[shift]++
		}
		if gold[w] == b && s.head[w] < 0 {
			c[shift]++
		}
	}
	if t < 0 {
		return c
	}
	// Children of the top that are still to come, lost when it is popped.
	if gold[b] == t {
		c[reduce]++
		c[left]++
	}
	if !s.again {
		for w := b + 1; w < s.n; w++ {
			if gold[w] == t {
				c[reduce]++
				c[left]++
			}
		}
	}
	// The top's own head, lost when it gets another.
	if g := gold[t]; g != b && (g < 0 || g > b && !s.again) {
		c[left]++
	}
	// The next word's own head and its children on the stack.
	if g := gold[b]; g != t {
		if g < 0 || g > b && !s.again {
			c[right]++
		}
		for _, w := range s.stack {
			if g == w {
				c[right]++
			}
		}
	}
	for _, w := range s.stack {
		if gold[w] == b && s.head[w] < 0 {
			c[right]++
		}
	}
	return c
}
