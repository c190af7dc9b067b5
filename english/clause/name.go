package clause

// Titled returns the name that i is part of as one mention with the title before
// it: its head and the tokens [first, last) of both. In "Russian Foreign Minister
// Sergei Lavrov" the treebanks make three nodes of it (the title hangs on "Sergei"
// as nmod:desc, "Lavrov" as flat), and any of its words leads to the whole.
// Articles, appositions and what follows the name are no part of it. The head is
// None when i belongs to no name.
func (t *Tree) Titled(i int) (head, first, last int) {
	if !t.inside(i) {
		return None, 0, 0
	}
	head = i
	for step := 0; step < maxClimb && t.partOfName(head); step++ {
		head = t.Head(head)
	}
	if t.d.Tokens[head].UPOS != "PROPN" {
		return None, 0, 0
	}
	first, last = head, head+1
	for _, c := range t.Children(head) {
		low, high := t.Reach(c)
		switch {
		case t.Rel(c) == "flat" || t.Rel(c) == "goeswith":
			last = max(last, high)
		case c < head && (t.FullRel(c) == "nmod:desc" || t.Rel(c) == "compound"):
			first = min(first, low)
		}
	}
	for first < head && t.Rel(first) == "det" {
		first++
	}
	if i < first || i >= last {
		return None, 0, 0
	}
	return head, first, last
}

// partOfName reports whether the word is a part of the name or title of the noun
// it hangs on.
func (t *Tree) partOfName(i int) bool {
	h := t.Head(i)
	if h == None || !t.Nominal(h) {
		return false
	}
	switch t.Rel(i) {
	case "flat", "goeswith":
		return h < i
	case "compound", "amod":
		return h > i
	}
	return t.FullRel(i) == "nmod:desc" && h > i
}
