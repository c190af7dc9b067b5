package clause

// mendCountry takes the country behind a town for what it is: in "strikes on Kyiv,
// Ukraine kill four" the strikes kill, and "Ukraine" only says where Kyiv lies. A verb
// has one subject, and nothing but a comma stands between town and country.
func (t *Tree) mendCountry(name int) {
	v, town := t.head[name-t.First], name-2
	if t.FullRel(name) != "nsubj" || t.d.Tokens[name].UPOS != "PROPN" || v == None || name > v || town <= t.First {
		return
	}
	if t.Lower(name-1) != "," || t.d.Tokens[town].UPOS != "PROPN" || !t.cased(town) || t.head[town-t.First] == v {
		return
	}
	for i, h := range t.head {
		if at := t.First + i; h == v && at < town && (t.Rel(at) == "nsubj") && t.climbsTo(town, at) {
			t.head[name-t.First], t.rel[name-t.First] = town, "appos"
			return
		}
	}
}

// mendSecondClause gives the second of two clauses the subject that the parser listed
// with the last noun of the first: in "was shot in Beirut, and police arrest a man" the
// verb has neither subject nor "and" of its own, so both are those before it.
func (t *Tree) mendSecondClause(noun int) {
	v := noun + 1
	if t.Rel(noun) != "conj" || v >= t.Last || t.Rel(v) != "conj" || t.d.Tokens[v].UPOS != "VERB" {
		return
	}
	switch t.d.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return
	}
	above := t.head[v-t.First]
	if !t.Nominal(noun) || above == None || above > noun || t.head[noun-t.First] <= above || t.cased(noun) || t.hasChild(v, "nsubj") || t.hasChild(v, "cc") {
		return
	}
	for i, h := range t.head {
		cc := t.First + i
		if h == noun && t.Rel(cc) == "cc" && t.Lower(cc) == "and" && cc > t.First && t.Lower(cc-1) == "," {
			t.head[noun-t.First], t.rel[noun-t.First] = v, "nsubj"
			t.head[i] = v
			return
		}
	}
}

// mendSecondPassive makes a passive of a participle that follows one and shares its
// auxiliary: in "Four are killed and ten injured" the ten injured nobody.
func (t *Tree) mendSecondPassive(v int) {
	above := t.head[v-t.First]
	if t.d.Tokens[v].XPOS != "VBN" || t.Rel(v) != "conj" || above == None || above > v {
		return
	}
	subject, passive := None, false
	for i, h := range t.head {
		at := t.First + i
		switch {
		case h == above && t.FullRel(at) == "aux:pass":
			passive = true
		case h != v:
		case t.Rel(at) == "aux" || t.Rel(at) == "obj":
			return
		case t.FullRel(at) == "nsubj" && at > above && at < v:
			subject = at
		}
	}
	if passive && subject != None {
		t.rel[subject-t.First] = "nsubj:pass"
	}
}
