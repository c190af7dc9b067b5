package clause

// longestName bounds the phrase that mendTitled walks over: nationality, title
// and name together.
const longestName = 12

// mendTitled gives a verb the object that stands right after it. In "telephoned
// Russian Foreign Minister Sergei Lavrov on Saturday" parsers take the long phrase
// for the subject of what follows, because a clause often begins so after a verb
// ("said Russian Foreign Minister Lavrov had agreed"). It cannot be that when what
// follows is a phrase of its own, an infinitive, or a verb with "and" before it.
func (t *Tree) mendTitled(noun int) {
	if t.d.Tokens[noun].UPOS != "PROPN" && t.d.Tokens[noun].UPOS != "NOUN" {
		return
	}
	h := t.head[noun-t.First]
	if h == None || h < noun {
		return
	}
	switch t.Rel(noun) {
	case "nsubj", "orphan", "dep", "compound", "flat", "nmod", "obl":
	default:
		return
	}
	v := noun
	for v > t.First && noun-v <= longestName && t.climbsTo(v, noun) {
		v--
	}
	if t.climbsTo(v, noun) || t.d.Tokens[v].UPOS != "VERB" || t.cased(noun) || !t.takesObject(v, h) || !t.foreign(noun, v, h) {
		return
	}
	t.head[noun-t.First], t.rel[noun-t.First] = v, "obj"
	// "Sergei Lavrov Saturday": what the name was hung on follows the verb.
	if t.inTime(h) && t.climbsTo(h, noun) {
		t.head[h-t.First], t.rel[h-t.First] = v, "obl:unmarked"
	}
}

// takesObject reports whether the verb is active and has neither object nor
// complement yet; a complement built on next is one the parser made of the object.
func (t *Tree) takesObject(v, next int) bool {
	switch t.d.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP", "VB", "VBG", "VBN":
	default:
		return false
	}
	for i, h := range t.head {
		at := t.First + i
		if h != v {
			continue
		}
		switch t.rel[i] {
		case "obj", "iobj", "aux:pass", "nsubj:pass":
			return false
		case "ccomp", "xcomp":
			if at != next {
				return false
			}
		}
	}
	return true
}

// foreign reports whether the noun, which stands right after the verb v, cannot
// belong to h, which the parser hung it on.
func (t *Tree) foreign(noun, v, h int) bool {
	if t.Rel(noun) != "nsubj" {
		return t.inTime(h)
	}
	verbal, to, and, prep := t.d.Tokens[h].UPOS == "VERB" || t.d.Tokens[h].UPOS == "AUX", false, false, false
	for i, k := range t.head {
		at := t.First + i
		if k != h || at < noun || at > h {
			continue
		}
		switch r := t.Rel(at); {
		case r == "cop":
			return false
		case r == "aux" && t.d.Tokens[at].XPOS != "TO":
			verbal = true
		case r == "cc":
			and = true
		case t.d.Tokens[at].XPOS == "TO" && (r == "mark" || r == "aux"):
			to = true
		case r == "case":
			prep = true
		}
	}
	return to || verbal && and && t.Rel(h) == "conj" || !verbal && prep
}

// inTime reports whether the token is part of a time expression.
func (t *Tree) inTime(i int) bool {
	for _, time := range t.d.Times {
		if time.Contains(t.d.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// climbsTo reports whether i is top or hangs below it by a few steps. It is asked
// before the children are known.
func (t *Tree) climbsTo(i, top int) bool {
	for step := 0; step < longestName && i != None; step++ {
		if i == top {
			return true
		}
		i = t.head[i-t.First]
	}
	return false
}
