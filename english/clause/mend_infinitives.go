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
