package clause

// mend takes heads and relations from the tokens and repairs what no tree of
// English can mean, so that one slip of the parser does not hide a subject or an
// object: a word that hangs on a punctuation mark hangs on what the mark hangs
// on, and a bare noun that hangs on a verb as if it were part of a name is its
// subject or object where it has none.
func (t *Tree) mend() {
	verbs := make(map[int]bool)
	for i := range t.head {
		tok := &t.d.Tokens[t.First+i]
		t.rel[i] = tok.Rel
		h := tok.Head
		for step := 0; step < maxClimb && t.inside(h) && t.d.Tokens[h].UPOS == "PUNCT"; step++ {
			h = t.d.Tokens[h].Head
		}
		if !t.inside(h) || h == t.First+i {
			h = None
		}
		t.head[i] = h
		if h != None && t.d.Tokens[h].UPOS == "VERB" {
			switch t.Rel(t.First + i) {
			case "nsubj", "obj", "csubj":
				verbs[2*h+side(t.First+i, h)] = true
			}
		}
	}
	for i, h := range t.head {
		at := t.First + i
		if h == None || t.d.Tokens[h].UPOS != "VERB" || !t.Nominal(at) {
			continue
		}
		switch t.Rel(at) {
		case "compound", "flat", "nmod", "amod":
		default:
			continue
		}
		if t.rel[i] == "compound:prt" || t.cased(at) || verbs[2*h+side(at, h)] {
			continue
		}
		verbs[2*h+side(at, h)] = true
		t.rel[i] = [2]string{"nsubj", "obj"}[side(at, h)]
	}
}

// side is 0 before the verb and 1 after it.
func side(i, verb int) int {
	if i < verb {
		return 0
	}
	return 1
}

// cased reports whether a preposition or possessive hangs on the noun. It is
// asked before the children are known.
func (t *Tree) cased(noun int) bool {
	for i, h := range t.head {
		if h == noun && t.Rel(t.First+i) == "case" {
			return true
		}
	}
	return false
}
