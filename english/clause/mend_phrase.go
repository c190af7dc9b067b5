package clause

// mendPhrase hangs a conjunct with a preposition of its own on the phrase with the
// same preposition before it: in "positions of the rebels in Iraq and in Turkey"
// nobody holds positions of Turkey.
func (t *Tree) mendPhrase(c int) {
	h := t.head[c-t.First]
	if t.Rel(c) != "conj" || h == None || h > c || !t.Nominal(c) || !t.Nominal(h) {
		return
	}
	prep := t.preposition(c)
	if prep == "" || t.preposition(h) == prep {
		return
	}
	for i, g := range t.head {
		at := t.First + i
		if at > h && at < c && (t.Rel(at) == "nmod" || t.Rel(at) == "obl") && (g == h || g == t.head[h-t.First]) && t.preposition(at) == prep {
			t.head[c-t.First] = at
			return
		}
	}
}

// preposition is the first one that introduces a noun, "" where none does; while
// the tree is mended.
func (t *Tree) preposition(noun int) string {
	for i, h := range t.head {
		if at := t.First + i; h == noun && at < noun && t.Rel(at) == "case" {
			return t.Lower(at)
		}
	}
	return ""
}
