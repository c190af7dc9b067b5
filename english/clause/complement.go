package clause

// Form is the form of a clause that stands under another.
type Form string

// The forms of a subordinate clause.
const (
	FormTo        Form = "to"   // to-infinitive
	FormThat      Form = "that" // finite, with or without "that"
	FormIng       Form = "ing"  // gerund or participle
	FormQuestion  Form = "wh"   // "why", "whether"
	FormPredicate Form = "pred" // "called the report false"
	FormBare      Form = "bare" // infinitive without "to", past participle
)

// Complement is a clause that completes a verb, noun or adjective.
type Complement struct {
	Head int    // the predicate of the clause
	Form Form   // how it is built
	Prep string // the preposition before a gerund: "of" in "accused of bombing"
}

// Complements returns the clauses that complete i, in order of the text, each
// with those coordinated with it.
func (t *Tree) Complements(i int) []Complement {
	var all []Complement
	for _, c := range t.Children(i) {
		prep := ""
		switch t.Rel(c) {
		case "xcomp", "ccomp":
			prep = t.gerundPreposition(c)
		case "acl":
			// "a threat to bomb", "the threat of bombing"
			if t.FullRel(c) == "acl:relcl" || !(t.infinitive(c) || t.gerundPreposition(c) != "" || t.Child(c, "mark") != None) {
				continue
			}
			prep = t.gerundPreposition(c)
		case "advcl":
			// "called on Russia to stop" and "accused Russia of bombing" are parsed
			// as adverbial clauses.
			prep = t.gerundPreposition(c)
			if !(t.infinitive(c) && t.completes(i)) && !complementPrep[prep] && !t.thatClause(c) && !t.behindParticle(i, c) {
				continue
			}
		case "obj":
			if t.d.Tokens[c].XPOS != "VBG" || t.d.Tokens[c].UPOS != "VERB" {
				continue
			}
		case "obl", "nmod":
			if t.d.Tokens[c].XPOS != "VBG" || !complementPrep[t.Preposition(c)] {
				continue
			}
			prep = t.Preposition(c)
		default:
			continue
		}
		form := t.ClauseForm(c)
		for _, k := range t.Conjuncts(c) {
			if k != c && t.OwnSubject(k) != None && form != FormThat {
				continue
			}
			all = append(all, Complement{k, form, prep})
		}
	}
	return all
}

// behindParticle reports whether a gerund stands right behind the particle of the verb
// as its object does: "ruled out selling the island".
func (t *Tree) behindParticle(v, gerund int) bool {
	return t.d.Tokens[gerund].XPOS == "VBG" && gerund-2 == v && t.FullRel(gerund-1) == "compound:prt" && t.Head(gerund-1) == v
}

// completes reports whether an infinitive under the verb completes it rather
// than tell its purpose.
func (t *Tree) completes(i int) bool {
	l := t.Lemma(i)
	_, prep := prepositionControl[l]
	return objectControl[l] || subjectControl[l] || prep
}

var complementPrep = set("of", "from", "for", "into", "against", "about", "to")

// gerundPreposition is the preposition that introduces a gerund, "" otherwise.
func (t *Tree) gerundPreposition(c int) string {
	if t.d.Tokens[c].XPOS != "VBG" {
		return ""
	}
	if s := t.Subordinator(c); s != "that" && s != "if" && s != "whether" {
		return s
	}
	return ""
}

// ClauseForm returns the form of the clause that is built on the predicate.
func (t *Tree) ClauseForm(v int) Form {
	switch {
	case t.infinitive(v):
		return FormTo
	case t.question(v):
		return FormQuestion
	case t.finite(v), t.subjunctive(v), t.Verbal(v) && t.Subordinator(v) == "that":
		return FormThat // "demanded that Turkey withdraw" has no tense and counts
	case t.d.Tokens[v].XPOS == "VBG":
		return FormIng
	case t.Verbal(v):
		return FormBare
	}
	return FormPredicate
}

// Subordinator returns the word that opens the clause ("if", "unless", "that",
// "by", "of"), in lower case, or "". The "to" of an infinitive is none.
func (t *Tree) Subordinator(v int) string {
	for _, c := range t.Children(v) {
		if r := t.Rel(c); (r == "mark" || r == "case") && c < v && t.Lower(c) != "to" && t.d.Tokens[c].XPOS != "POS" {
			return t.Lower(c)
		}
	}
	for _, c := range t.Children(v) {
		if t.Rel(c) == "advmod" && c < v && t.d.Tokens[c].XPOS == "WRB" {
			return t.Lower(c)
		}
	}
	return ""
}

// Governor returns the predicate or noun that the clause of v stands under, with
// the relation it stands in ("ccomp", "xcomp", "advcl", "acl", "acl:relcl",
// "parataxis", "csubj"). A later conjunct without a subject of its own stands
// where the first does. None at the top.
func (t *Tree) Governor(v int) (int, string) {
	v = t.FirstConjunct(v)
	h := t.Head(v)
	if h == None {
		return None, ""
	}
	if t.Rel(v) == "advcl" && t.thatClause(v) {
		return h, "ccomp"
	}
	return h, t.FullRel(v)
}

// thatClause reports whether a finite clause opens with "that". Hung on a verb
// it completes it, also where something between the two ("reported, citing
// officials, that ...") made the parser call it adverbial.
func (t *Tree) thatClause(v int) bool {
	return t.Verbal(v) && t.Subordinator(v) == "that"
}

func (t *Tree) infinitive(v int) bool {
	for _, c := range t.Children(v) {
		if c > v || t.Lower(c) != "to" {
			continue
		}
		switch t.Rel(c) {
		case "mark", "aux":
			if t.toBe(v, c) {
				return false
			}
			return t.d.Tokens[v].XPOS != "VBG" // "resorted to shelling"
		case "case":
			return t.d.Tokens[c].XPOS == "TO" && t.Verbal(v)
		}
	}
	// The later verb of "to stop and withdraw" is an infinitive too.
	if t.Rel(v) == "conj" && t.d.Tokens[v].XPOS == "VB" && t.OwnSubject(v) == None && t.Child(v, "aux") == None {
		if h := t.Head(v); h != None && h < v && t.FullRel(h) != "root" {
			return t.infinitive(h)
		}
	}
	return false
}

// toBe reports whether a form of "be" stands before the "to" of an infinitive that has
// a subject: "South Africa is to withdraw" is a clause with a tense.
func (t *Tree) toBe(v, to int) bool {
	if t.OwnSubject(v) == None {
		return false
	}
	for _, c := range t.Children(v) {
		if r := t.Rel(c); (r == "aux" || r == "cop") && c < to && t.Lemma(c) == "be" {
			return true
		}
	}
	return false
}

func (t *Tree) question(v int) bool {
	for _, c := range t.Children(v) {
		switch t.d.Tokens[c].XPOS {
		case "WRB":
			return t.Rel(v) == "ccomp"
		case "WP", "WDT":
			if t.Rel(v) == "ccomp" {
				return true
			}
		case "IN":
			if t.Rel(c) == "mark" && (t.Lower(c) == "whether" || t.Lower(c) == "if" && t.Rel(v) == "ccomp") {
				return true
			}
		}
	}
	return false
}
