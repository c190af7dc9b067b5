package clause

// mendSubjunctive gives the clause after a verb of demanding its subject where the
// parser made that the verb's object: in "demanded Russia withdraw its troops" Russia
// is to withdraw.
func (t *Tree) mendSubjunctive(v int) {
	above := t.head[v-t.First]
	if t.Rel(v) != "xcomp" || t.d.Tokens[v].XPOS != "VB" || above == None || above > v || !demands[t.lemma[above-t.First]] {
		return
	}
	object := None
	for i, h := range t.head {
		at := t.First + i
		switch {
		case h == v && at < v && t.Lower(at) == "to", h == v && t.Rel(at) == "nsubj":
			return
		case h == above && at > above && at < v && (t.Rel(at) == "obj" || t.Rel(at) == "iobj"):
			object = at
		}
	}
	if object == None {
		return
	}
	t.head[object-t.First], t.rel[object-t.First] = v, "nsubj"
	t.rel[v-t.First] = "ccomp"
}

// subjunctive reports whether the verb, which shows no tense, tells what is demanded
// of its own subject.
func (t *Tree) subjunctive(v int) bool {
	h := t.Head(v)
	return t.Rel(v) == "ccomp" && t.d.Tokens[v].XPOS == "VB" && h != None && demands[t.Lemma(h)] && t.OwnSubject(v) != None
}

// demands are verbs over a clause that tells what somebody else is to do.
var demands = set("demand", "insist", "request", "order", "propose", "recommend", "suggest", "require", "ask", "urge", "stipulate")
