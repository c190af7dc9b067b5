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
		if t.Rel(h) == "amod" {
			continue // "war-torn": a word before a noun has neither subject nor object
		}
		if t.rel[i] == "compound:prt" || t.cased(at) || verbs[2*h+side(at, h)] {
			continue
		}
		verbs[2*h+side(at, h)] = true
		t.rel[i] = [2]string{"nsubj", "obj"}[side(at, h)]
	}
	for i := range t.head {
		t.mendDay(t.First + i)
		t.mendCase(t.First + i)
	}
	for i := range t.head {
		t.mendPossessor(t.First + i)
		t.mendAdjective(t.First + i)
		t.mendTitled(t.First + i)
		t.mendContent(t.First + i)
		t.mendRelative(t.First + i)
		t.mendInfinitive(t.First + i)
		t.mendFinite(t.First + i)
		t.mendPhrase(t.First + i)
		t.mendSubject(t.First + i)
		t.mendGerund(t.First + i)
		t.mendGerundNoun(t.First + i)
		t.mendGerundList(t.First + i)
		t.mendParticiple(t.First + i)
		t.mendUsing(t.First + i)
		t.mendActive(t.First + i)
		t.mendSecondInfinitive(t.First + i)
		t.mendExpletive(t.First + i)
		t.mendToBe(t.First + i)
		t.mendSubjunctive(t.First + i)
		t.mendAccused(t.First + i)
		t.mendTitle(t.First + i)
	}
	for i := range t.head {
		t.mendList(t.First + i)
		t.mendSubjects(t.First + i)
	}
}

// mendSubjects joins two subjects of one verb with "and" between them: a verb has
// one subject, and "The government and the rebels agreed" names two parties of it.
func (t *Tree) mendSubjects(cc int) {
	v := t.head[cc-t.First]
	if t.Rel(cc) != "cc" || v == None || cc > v {
		return
	}
	before, after := None, None
	for i, h := range t.head {
		at := t.First + i
		if h != v || t.Rel(at) != "nsubj" || at > v {
			continue
		}
		if at < cc {
			before = at
		} else if after == None {
			after = at
		}
	}
	if before == None || after == None {
		return
	}
	// "Talks between Egypt and Ethiopia ended": the list is inside the phrase.
	if last := cc - 1; last != before && t.Nominal(last) && t.between(last) {
		before = last
	}
	t.head[after-t.First], t.rel[after-t.First] = before, "conj"
	t.head[cc-t.First] = after
}

// between reports whether the noun stands under "between".
func (t *Tree) between(noun int) bool {
	for i, h := range t.head {
		if h == noun && t.Rel(t.First+i) == "case" && t.Lower(t.First+i) == "between" {
			return true
		}
	}
	return false
}

// mendCase moves a preposition from a word that modifies a noun to the noun:
// "into war crimes" is a phrase of crimes.
func (t *Tree) mendCase(i int) {
	if t.Rel(i) != "case" || t.d.Tokens[i].XPOS == "POS" {
		return
	}
	for step := 0; step < maxClimb; step++ {
		m := t.head[i-t.First]
		if m == None || i > m {
			return
		}
		n := t.head[m-t.First]
		if n == None || n < m || !t.Nominal(n) {
			return
		}
		switch t.FullRel(m) {
		case "compound", "amod", "nmod:desc":
			t.head[i-t.First] = n
		default:
			return
		}
	}
}

// mendList repairs a subject that ends in a list: in "A statement by France and
// the US expressed concern" parsers take "the US" for the subject of a second
// clause. A noun and a clause are not coordinated; the noun is the subject.
func (t *Tree) mendList(v int) {
	n := t.head[v-t.First]
	if t.Rel(v) != "conj" || n == None || n > v || !t.Verbal(v) || !t.Nominal(n) || t.Rel(n) != "root" {
		return
	}
	subject, cc := None, None
	for i, h := range t.head {
		at := t.First + i
		switch {
		case h == n && (t.Rel(at) == "cop" || t.Rel(at) == "nsubj"):
			return
		case h != v || at > v:
		case t.Rel(at) == "nsubj":
			subject = at
		case t.Rel(at) == "cc":
			cc = at
		}
	}
	if subject == None || cc == None || cc > subject {
		return
	}
	last := cc - 1
	for ; last > n && !t.Nominal(last); last-- {
	}
	if last <= n || t.d.Tokens[last].UPOS == "PRON" {
		return
	}
	for step := 0; step < maxClimb && (t.Rel(last) == "conj" || t.Rel(last) == "flat" || t.Rel(last) == "compound"); step++ {
		last = t.head[last-t.First]
		if last == None {
			return
		}
	}
	t.head[subject-t.First], t.rel[subject-t.First] = last, "conj"
	t.head[cc-t.First] = subject
	t.head[v-t.First], t.rel[v-t.First] = None, "root"
	t.head[n-t.First], t.rel[n-t.First] = v, "nsubj"
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
