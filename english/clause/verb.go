package clause

// Tense is the tense of a clause as its verbs show it.
type Tense string

// The tenses.
const (
	Past        Tense = "past"
	Present     Tense = "present"
	Perfect     Tense = "perfect"      // "has attacked"
	PastPerfect Tense = "past perfect" // "had attacked"
	Future      Tense = "future"       // "will attack", "is going to attack"
	Untensed    Tense = ""             // infinitives and participles
)

// Auxiliaries returns the auxiliaries and copulas of the predicate in order of
// the text. A later conjunct that shares them ("will meet and sign") has the
// first one's.
func (t *Tree) Auxiliaries(v int) []int {
	for step := 0; step < maxClimb; step++ {
		var own []int
		for _, c := range t.Children(v) {
			if r := t.Rel(c); r == "aux" || r == "cop" {
				own = append(own, c)
			}
		}
		if len(own) > 0 || t.Rel(v) != "conj" || t.OwnSubject(v) != None {
			return own
		}
		h := t.Head(v)
		if h == None || t.d.Tokens[v].XPOS != t.d.Tokens[h].XPOS && !t.Passive(v) {
			return own
		}
		v = h
	}
	return nil
}

// Modal returns the modal auxiliary of the predicate ("will", "could"), or None.
func (t *Tree) Modal(v int) int {
	for _, a := range t.Auxiliaries(v) {
		if t.d.Tokens[a].XPOS == "MD" {
			return a
		}
	}
	return None
}

// Tense returns the tense of the clause built on the predicate.
func (t *Tree) Tense(v int) Tense {
	have, auxiliaries := Untensed, t.Auxiliaries(v)
	for _, a := range auxiliaries {
		x := t.d.Tokens[a].XPOS
		switch lemma := t.Lemma(a); {
		case x == "MD":
			switch t.Lower(a) {
			case "will", "'ll", "’ll", "shall", "wo":
				return Future
			}
			return Present
		case lemma == "have" && x == "VBD":
			return PastPerfect
		case lemma == "have" && x != "VB" && x != "VBG":
			have = Perfect
		case have == Untensed && x == "VBD":
			have = Past
		case have == Untensed && (x == "VBZ" || x == "VBP"):
			have = Present
		}
	}
	if have != Untensed || nonfinite(t, auxiliaries) {
		return have
	}
	switch t.d.Tokens[v].XPOS {
	case "VBD":
		return Past
	case "VBZ", "VBP":
		return Present
	case "VBN":
		// A participle tagged as such that has a subject is a past the tagger missed.
		if s := t.OwnSubject(v); s != None && !t.Passive(v) {
			return Past
		}
	}
	return Untensed
}

// nonfinite reports whether the first auxiliary is a participle: "having lost the
// vote" has no tense, whatever the tagger takes "lost" for.
func nonfinite(t *Tree, auxiliaries []int) bool {
	return len(auxiliaries) > 0 && t.d.Tokens[auxiliaries[0]].XPOS == "VBG"
}

// finite reports whether the clause has a tense of its own.
func (t *Tree) finite(v int) bool {
	return !t.infinitive(v) && t.Tense(v) != Untensed && !t.bareParticiple(v)
}

// bareParticiple reports whether a form that could be past tense is a participle
// here: "rebels trained by the US".
func (t *Tree) bareParticiple(v int) bool {
	return t.Child(v, "aux", "cop", "nsubj") == None && t.Passive(v)
}

// Negation returns the word that negates the predicate ("not", "never", "no" on
// its subject or object, "without" before a gerund, "neither"), or None.
// Composition ("failed to") is not negation.
func (t *Tree) Negation(v int) int {
	for step := 0; step < maxClimb && t.inside(v); step++ {
		if n := t.ownNegation(v); n != None {
			return n
		}
		// "did not attack or threaten": the later verb shares the negation when it
		// shares the auxiliary.
		if t.Rel(v) != "conj" || t.OwnSubject(v) != None || t.Child(v, "aux") != None {
			return None
		}
		h := t.Head(v)
		if h == None || t.d.Tokens[h].XPOS != t.d.Tokens[v].XPOS {
			return None
		}
		if cc := t.Coordinator(v); cc != None && t.Lemma(cc) == "but" {
			return None
		}
		if t.d.Tokens[h].XPOS != "VB" && t.d.Tokens[h].XPOS != "VBN" && t.d.Tokens[h].XPOS != "VBG" {
			return None
		}
		v = h
	}
	return None
}

func (t *Tree) ownNegation(v int) int {
	for _, c := range t.Children(v) {
		switch t.Rel(c) {
		case "advmod", "cc", "aux", "neg", "det":
			if n := t.negator(c); n != None {
				return n
			}
		case "mark", "case":
			if t.Lower(c) == "without" {
				return c
			}
		case "nsubj", "obj", "obl":
			if n := t.NounNegation(c); n != None {
				return n
			}
		}
	}
	return None
}

// negator is c when it is a negating word, or the one right below it
// ("no longer").
func (t *Tree) negator(c int) int {
	switch t.Lower(c) {
	case "not", "n't", "n’t", "never", "neither", "nor", "hardly", "no":
		if !t.bounds(c) {
			return c
		}
	case "longer", "way":
		for _, k := range t.Children(c) {
			if t.Lower(k) == "no" {
				return k
			}
		}
	}
	return None
}

// NounNegation returns the word that says there is none of the noun ("no
// talks", "nobody", "none of the rebels"), or None.
func (t *Tree) NounNegation(noun int) int {
	switch t.Lemma(noun) {
	case "nobody", "none", "nothing", "no-one":
		return noun
	}
	for _, c := range t.Children(noun) {
		if t.Rel(c) == "det" && (t.Lower(c) == "no" || t.Lower(c) == "neither") && !t.bounds(c) {
			return c
		}
	}
	return None
}

// bounds reports whether "no" or "not" belongs to the bound of a number ("no fewer
// than thirty") and so negates nothing.
func (t *Tree) bounds(no int) bool {
	if no+2 >= t.Last || t.Lower(no+2) != "than" {
		return false
	}
	switch t.Lower(no + 1) {
	case "fewer", "less", "more":
		return true
	}
	return false
}

// Imperative reports whether the sentence's root gives an order: a bare verb
// without subject or auxiliary.
func (t *Tree) Imperative(v int) bool {
	return t.Head(v) == None && t.Verbal(v) && t.d.Tokens[v].XPOS == "VB" &&
		t.OwnSubject(v) == None && t.Child(v, "aux") == None
}

// Question reports whether the sentence ends in a question mark.
func (t *Tree) Question() bool {
	for i := t.Last - 1; i >= t.First && i >= t.Last-3; i-- {
		if t.Form(i) == "?" {
			return true
		}
	}
	return false
}
