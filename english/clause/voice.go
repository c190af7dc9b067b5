package clause

// Passive reports whether the verb is passive: "was bombed", "bombed by", "the
// bombed-out", "was arrested and beaten".
func (t *Tree) Passive(v int) bool { return t.passive(v, 0) }

func (t *Tree) passive(v, depth int) bool {
	if !t.inside(v) || depth > maxClimb {
		return false
	}
	for _, c := range t.Children(v) {
		switch t.FullRel(c) {
		case "nsubj:pass", "aux:pass", "csubj:pass":
			return true
		}
	}
	if !t.pastParticiple(v) || t.Child(v, "aux") != None || t.Child(v, "nsubj") != None {
		return false
	}
	switch t.Rel(v) {
	case "acl", "advcl":
		// "rebels trained by": a past participle without auxiliary and object.
		// A relative clause has a subject of its own or is finite.
		return t.FullRel(v) != "acl:relcl" && t.Child(v, "obj") == None && !t.mainVerb(v) && !t.callsOn(v)
	case "xcomp":
		return t.Child(v, "mark", "obj") == None
	case "conj":
		return t.Child(v, "obj") == None && t.passive(t.Head(v), depth+1)
	}
	return false
}

// mainVerb reports whether a participle under the root noun must be the verb of
// the sentence: "Syrian troops clashed with rebels." parsed as a noun with a
// participle. A sentence that ends in a full stop has a verb, and this one has no
// other.
func (t *Tree) mainVerb(v int) bool {
	h := t.Head(v)
	if t.Rel(h) == "nmod" && t.Head(h) == t.Root && t.Root < h {
		// "Thousands of students protested."
	} else if h != t.Root {
		return false
	}
	if h == None || t.Rel(v) != "acl" || v < h || t.Child(h, "cop", "nsubj") != None || t.Form(t.Last-1) != "." {
		return false
	}
	for _, c := range t.Children(v) {
		if t.FullRel(c) == "obl:agent" || t.Rel(c) == "obl" && t.Preposition(c) == "by" {
			return false
		}
	}
	for i := t.First; i < t.Last; i++ {
		switch t.d.Tokens[i].XPOS {
		case "VBZ", "VBP", "MD":
			return false
		case "VBD":
			if i != v {
				return false
			}
		}
	}
	return true
}

// callsOn reports whether the verb governs a preposition and an infinitive
// ("called on Russia to stop"): such a verb has no passive participle after a
// noun, so the noun is its subject.
func (t *Tree) callsOn(v int) bool {
	preps, ok := prepositionControl[t.Lemma(v)]
	if !ok || t.Child(v, "advcl", "xcomp", "ccomp", "acl") == None {
		return false
	}
	for _, p := range t.Phrases(v) {
		if p.At > v && contains(preps, p.Prep) {
			return true
		}
	}
	return false
}

// pastParticiple reports whether the form can be a past participle. The tagger
// confuses VBD and VBN where both are spelled alike, so both count.
func (t *Tree) pastParticiple(v int) bool {
	x := t.d.Tokens[v].XPOS
	return x == "VBN" || x == "VBD"
}

// Agent returns the agent of a passive verb ("bombed by Russia"), or None.
func (t *Tree) Agent(v int) int {
	for _, c := range t.Children(v) {
		if t.FullRel(c) == "obl:agent" {
			return t.resolveRelative(c)
		}
	}
	for _, c := range t.Children(v) {
		if t.Rel(c) == "obl" && t.Preposition(c) == "by" && t.Nominal(c) {
			return t.resolveRelative(c)
		}
	}
	// The agent of a coordination is told once, at its end: "was arrested and
	// beaten by police".
	for _, c := range t.Children(v) {
		if c > v && t.Rel(c) == "conj" && t.Verbal(c) && t.Child(c, "nsubj") == None && t.Passive(c) {
			return t.Agent(c)
		}
	}
	return None
}
