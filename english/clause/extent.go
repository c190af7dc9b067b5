package clause

import "github.com/readout-project/readout/doc"

// Clause returns the predicate of the innermost clause that i belongs to, i
// itself when it is one, None when nothing above it is.
func (t *Tree) Clause(i int) int {
	for step := 0; step < maxClimb && i != None; step++ {
		if t.Predicate(i) {
			return i
		}
		i = t.Head(i)
	}
	return None
}

// clauseOf is Clause for a token that is itself no predicate; it falls back on
// the topmost token reached.
func (t *Tree) clauseOf(i int) int {
	last := i
	for step := 0; step < maxClimb && i != None; step++ {
		if i != last && t.Predicate(i) {
			return i
		}
		last = i
		i = t.Head(i)
	}
	return last
}

// Extent returns the text of the clause built on v: its subtree without
// coordinated clauses and asides, and without punctuation at its ends.
func (t *Tree) Extent(v int) doc.Span {
	first, last := v, v+1

	for _, c := range t.Children(v) {
		switch t.Rel(c) {
		case "punct", "parataxis", "cc", "mark":
			continue
		case "conj":
			if t.Predicate(c) {
				continue
			}
		}
		l, h := t.Reach(c)

		first, last = min(first, l), max(last, h)
	}
	for first < v && t.d.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for last > v+1 && t.d.Tokens[last-1].UPOS == "PUNCT" {
		last--
	}
	return doc.Span{Start: t.d.Tokens[first].Start, End: t.d.Tokens[last-1].End}
}

// Span returns the text of i with everything below it, without punctuation at its
// ends.
func (t *Tree) Span(i int) doc.Span {
	first, last := t.Reach(i)
	for first < i && t.d.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	for last > i+1 && t.d.Tokens[last-1].UPOS == "PUNCT" {
		last--
	}
	return doc.Span{Start: t.d.Tokens[first].Start, End: t.d.Tokens[last-1].End}
}
