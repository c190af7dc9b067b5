package clause

// Object returns the logical object of the verb: its object, the subject of a
// passive, the noun a passive participle modifies, the antecedent of "whom" or of
// a relative clause without pronoun. None when it has none.
func (t *Tree) Object(v int) int { return t.object(v, 0) }

// Objects returns the logical object with all nouns coordinated with it.
func (t *Tree) Objects(v int) []int { return t.Conjuncts(t.Object(v)) }

func (t *Tree) object(v, depth int) int {
	if !t.inside(v) || depth > maxClimb {
		return None
	}
	if t.Passive(v) {
		return t.surface(v, depth)
	}
	if _, thing := t.given(v); thing != None {
		return thing
	}
	for _, c := range t.Children(v) {
		if t.Rel(c) == "obj" {
			return t.resolveRelative(c)
		}
	}
	for _, c := range t.Children(v) {
		if t.bareOblique(v, c) {
			return t.resolveRelative(c)
		}
	}
	// "told Lavrov that": the only object of a verb of speech
	if i := t.Child(v, "iobj"); i != None {
		return t.resolveRelative(i)
	}
	if t.gapped(v) {
		return t.nameHead(t.Head(v))
	}
	// "attacked and killed the guards": the object is told once, at the end.
	if t.Child(v, "obl", "xcomp", "ccomp") != None {
		return None
	}
	for _, c := range t.Children(v) {
		if c > v && t.Rel(c) == "conj" && t.Verbal(c) && t.OwnSubject(c) == None && !t.Passive(c) && c-v <= 3 {
			return t.object(c, depth+1)
		}
	}
	return None
}

// bareOblique reports whether the child is an oblique without a preposition that
// follows its verb and is no measure of time or quantity: a parser that loses its
// way in a long object ("called Foreign Minister Lavrov on Friday") hangs it so.
func (t *Tree) bareOblique(v, c int) bool {
	if c < v || t.FullRel(c) != "obl" || t.Child(c, "case") != None || t.Child(c, "nummod") != None {
		return false
	}
	if u := t.d.Tokens[c].UPOS; u != "PROPN" && u != "NOUN" {
		return false
	}
	return !t.inTime(c)
}

// contentNouns are nouns that a clause with "that" tells the content of.
var contentNouns = set("claim", "report", "allegation", "accusation", "suggestion", "fact", "belief", "rumour", "rumor", "news", "denial", "assertion", "statement", "fear", "concern", "hope", "idea", "possibility", "threat", "warning", "demand", "promise", "speculation", "suspicion", "request", "call", "appeal", "proposal", "order", "condition", "assurance", "pledge", "argument", "complaint", "charge", "insistence")

// gapped reports whether the verb heads a relative clause whose missing object
// is the antecedent: "the town Russia bombed", "Assad, whom it has supported".
func (t *Tree) gapped(v int) bool {
	if t.FullRel(v) != "acl:relcl" || t.Child(v, "ccomp", "xcomp") != None || contentNouns[t.Lemma(t.Head(v))] {
		return false
	}
	s := t.OwnSubject(v)
	if s == None || t.relativePronoun(s) {
		return false
	}
	for _, c := range t.Children(v) {
		// "where", "when", "in which", "with whom" fill another place.
		switch t.d.Tokens[c].XPOS {
		case "WRB":
			return false
		case "WP", "WDT":
			if t.Rel(c) == "obl" || t.Child(c, "case") != None {
				return false
			}
		}
	}
	return true
}

// Indirect returns the indirect object of the verb ("gave Syria weapons"), or
// None. Of a passive with an object of its own it is the subject: "Syria was
// given weapons".
func (t *Tree) Indirect(v int) int {
	if i := t.Child(v, "iobj"); i != None {
		return t.resolveRelative(i)
	}
	if t.Passive(v) && t.Child(v, "obj") != None {
		return t.surface(v, 0)
	}
	to, _ := t.given(v)
	return to
}

// given returns to whom what is given where the parser made both direct objects:
// "lent Angola two billion dollars".
func (t *Tree) given(v int) (to, thing int) {
	if !gives[t.Lemma(v)] || t.Passive(v) || t.Child(v, "iobj") != None {
		return None, None
	}
	to, thing = None, None
	for _, c := range t.Children(v) {
		switch {
		case c < v || t.Rel(c) != "obj":
		case to == None:
			to = c
		case thing == None:
			thing = c
		}
	}
	if thing == None {
		return None, None
	}
	return to, thing
}

// gives are verbs with two objects.
var gives = set("give", "hand", "lend", "send", "offer", "grant", "sell", "award", "promise", "deny", "pay", "supply", "provide", "allow", "owe", "bring", "return", "refuse", "deal", "accord", "guarantee", "loan", "donate")

// Direct returns what the verb's direct object is when a passive keeps one
// ("Syria was given weapons"), else the logical object.
func (t *Tree) Direct(v int) int {
	if t.Passive(v) {
		if o := t.Child(v, "obj"); o != None {
			return o
		}
	}
	return t.Object(v)
}
