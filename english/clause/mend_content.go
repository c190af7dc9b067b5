package clause

// mendContent hangs a that-clause on the noun right before it whose content it
// tells: in "rejected a demand that it leave" the demand is that it leave, and
// nobody rejected that it leaves.
func (t *Tree) mendContent(that int) {
	v := t.head[that-t.First]
	if t.Lower(that) != "that" || t.Rel(that) != "mark" || v == None || v < that || t.Rel(v) != "ccomp" {
		return
	}
	above := t.head[v-t.First]
	for n := that - 1; n > above && n >= that-longestName && above != None; n-- {
		if t.head[n-t.First] == above && t.Rel(n) == "obj" && contentNouns[t.lemma[n-t.First]] {
			t.head[v-t.First], t.rel[v-t.First] = n, "acl"
			return
		}
	}
}

// mendRelative makes a that-clause parsed as a relative one the content of its
// noun where the clause lacks nothing that "that" could stand for: "claims that
// jets hit rebels" has subject and object.
func (t *Tree) mendRelative(that int) {
	v := t.head[that-t.First]
	if t.Lower(that) != "that" || v == None || v < that || t.rel[v-t.First] != "acl:relcl" {
		return
	}
	n := t.head[v-t.First]
	// "claims by Senator Nowak that": whose claims they are stands in between.
	if n != None && t.Rel(n) == "nmod" && !contentNouns[t.lemma[n-t.First]] {
		n = t.head[n-t.First]
	}
	if n == None {
		return
	}
	if !contentNouns[t.lemma[n-t.First]] {
		t.mendTold(that, v, n)
		return
	}
	subject, object := false, false
	for i, h := range t.head {
		if at := t.First + i; h == v && at > that {
			switch t.Rel(at) {
			case "nsubj":
				subject = true
			case "obj", "ccomp", "xcomp":
				object = true
			}
		}
	}
	if subject && object {
		t.rel[that-t.First], t.rel[v-t.First] = "mark", "acl"
		t.head[v-t.First] = n
	}
}

// mendTold hangs a that-clause v on the verb of speech that it is the content of,
// where the parser made it relative to a noun n between them that can have none:
// "told the paper that he would go", "reported, citing officials, that". Only where
// the tagger, too, takes "that" for a conjunction and v has a subject.
func (t *Tree) mendTold(that, v, n int) {
	if t.d.Tokens[that].UPOS != "SCONJ" || !t.hasChild(v, "nsubj") {
		return
	}
	teller := t.head[n-t.First]
	if teller != None && t.d.Tokens[teller].XPOS == "VBG" && t.rel[teller-t.First] == "advcl" { // "citing"
		teller = t.head[teller-t.First]
	}
	if teller == None || teller > that || !speech[t.lemma[teller-t.First]] || t.hasChild(teller, "ccomp") {
		return
	}
	t.rel[that-t.First] = "mark"
	t.head[v-t.First], t.rel[v-t.First] = teller, "ccomp"
}

// hasChild reports whether something hangs on v by that relation; while the tree is
// mended, when Child cannot be asked yet.
func (t *Tree) hasChild(v int, rel string) bool {
	for i, h := range t.head {
		if h == v && t.Rel(t.First+i) == rel {
			return true
		}
	}
	return false
}

// mendPossessor hangs a possessor on what it owns where the parser made it a
// party of the verb: in "fighting President Assad's forces" nobody fights Assad.
func (t *Tree) mendPossessor(mark int) {
	if t.d.Tokens[mark].XPOS != "POS" {
		return
	}
	owner := t.head[mark-t.First]
	if owner == None || owner > mark {
		return
	}
	switch t.Rel(owner) {
	case "obj", "iobj", "nsubj":
	default:
		return
	}
	owned := None
	for i := mark + 1; i < t.Last && i <= mark+longestName; i++ {
		switch t.d.Tokens[i].UPOS {
		case "NOUN", "PROPN":
			owned = i
			continue
		case "ADJ", "NUM":
			if owned == None {
				continue
			}
		}
		break
	}
	for step := 0; step < longestName && owned != None; step++ {
		h := t.head[owned-t.First]
		if r := t.Rel(owned); h <= mark || h == None || r != "flat" && r != "compound" {
			break
		}
		owned = h
	}
	if owned == None {
		return
	}
	if !t.climbsTo(owner, owned) {
		t.head[owned-t.First], t.rel[owned-t.First] = t.head[owner-t.First], t.rel[owner-t.First]
	}
	t.head[owner-t.First], t.rel[owner-t.First] = owned, "nmod:poss"
}
