package clause

// mendSecondInfinitive joins a verb behind "and" with the infinitive before it where
// the parser made it part of a noun: "to focus on the militants and cease attacks".
func (t *Tree) mendSecondInfinitive(v int) {
	noun := t.head[v-t.First]
	if t.d.Tokens[v].XPOS != "VB" || t.d.Tokens[v].UPOS != "VERB" || t.Rel(v) != "compound" || noun == None || noun != v+1 || v-1 <= t.First || t.Rel(v-1) != "cc" {
		return
	}
	for i := v - 2; i > t.First; i-- {
		if t.d.Tokens[i].XPOS != "VB" || t.d.Tokens[i].UPOS != "VERB" {
			continue
		}
		if t.d.Tokens[i-1].XPOS != "TO" {
			return
		}
		t.head[v-t.First], t.rel[v-t.First] = i, "conj"
		t.head[noun-t.First], t.rel[noun-t.First] = v, "obj"
		t.head[v-1-t.First] = v
		return
	}
}

// mendToBe makes the "is" of "is to withdraw" the auxiliary that it is where the parser
// took it for a copula.
func (t *Tree) mendToBe(is int) {
	v := t.head[is-t.First]
	if t.Rel(is) != "cop" || v == None || v < is || t.d.Tokens[v].UPOS != "VERB" || t.d.Tokens[v].XPOS != "VB" {
		return
	}
	for i, h := range t.head {
		if at := t.First + i; h == v && at > is && at < v && t.Lower(at) == "to" && t.Rel(at) == "mark" {
			t.rel[is-t.First] = "aux"
			return
		}
	}
}

// mendFinite is mendInfinitive the other way round: a verb in the past cannot go on an
// infinitive, so in "urged them to leave and spoke to the press" it goes on "urged".
func (t *Tree) mendFinite(v int) {
	h := t.head[v-t.First]
	if t.Rel(v) != "conj" || t.d.Tokens[v].XPOS != "VBD" || h == None || h > v || t.d.Tokens[h].XPOS != "VB" || t.hasChild(v, "aux") || t.hasChild(v, "nsubj") || t.hasChild(h, "aux") {
		return
	}
	for step := 0; step < maxClimb; step++ {
		switch t.Rel(h) {
		case "xcomp", "advcl", "conj":
		default:
			return
		}
		if h = t.head[h-t.First]; h == None || t.d.Tokens[h].UPOS != "VERB" {
			return
		}
		if x := t.d.Tokens[h].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" {
			t.head[v-t.First] = h
			return
		}
	}
}
