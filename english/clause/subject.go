package clause

// Subject returns the logical subject of the verb: the agent of a passive, the
// antecedent of a relative clause, the noun a participle modifies, the
// controller of an infinitive, the shared subject of a coordination. None when
// the sentence does not tell.
func (t *Tree) Subject(v int) int {
	if t.Passive(v) {
		return t.Agent(v)
	}
	return t.surface(v, 0)
}

// Subjects returns the logical subject with all nouns coordinated with it.
func (t *Tree) Subjects(v int) []int { return t.Conjuncts(t.Subject(v)) }

// Surface returns the grammatical subject of the verb, found as Subject finds
// the logical one: of a passive it is what was acted on.
func (t *Tree) Surface(v int) int { return t.surface(v, 0) }

// OwnSubject returns the noun that the tree itself gives the verb as its
// subject, or None. A verb has one subject: of several the nearest before it
// counts, because a parser makes a title and a name two.
func (t *Tree) OwnSubject(v int) int {
	found := None
	for _, c := range t.Children(v) {
		if t.Rel(c) != "nsubj" {
			continue
		}
		if c < v || found == None {
			found = c
		}
	}
	return found
}

func (t *Tree) surface(v, depth int) int {
	if !t.inside(v) || depth > maxClimb {
		return None
	}
	if s := t.OwnSubject(v); s != None {
		return t.resolveRelative(s)
	}
	head := t.Head(v)
	if head == None {
		return None
	}
	switch t.Rel(v) {
	case "conj":
		if t.Predicate(head) || t.Verbal(head) {
			return t.surface(head, depth+1)
		}
		return None
	case "obj":
		if t.d.Tokens[v].XPOS == "VBG" {
			return t.surface(head, depth+1) // "denied bombing the town"
		}
		return None
	case "xcomp", "ccomp", "csubj":
		if t.Rel(v) != "xcomp" && t.finite(v) {
			return None
		}
		return t.controller(v, head, depth)
	case "acl":
		return t.modified(v, head, depth)
	case "advcl":
		return t.adverbial(v, head, depth)
	case "obl", "nmod":
		// A gerund tagged as the noun of a phrase: "of bombing", "by razing".
		if t.d.Tokens[v].XPOS == "VBG" {
			return t.adverbial(v, head, depth)
		}
	}
	return None
}

// modified is the subject of a clause that modifies a noun.
func (t *Tree) modified(v, noun, depth int) int {
	if t.FullRel(v) == "acl:relcl" {
		if t.finite(v) {
			return t.nameHead(noun)
		}
		return None
	}
	switch {
	case t.infinitive(v):
		// "Kerry's attempt to sway", "made an attempt to sway"
		return t.holder(noun, depth)
	case t.d.Tokens[v].XPOS == "VBG" && t.Child(v, "mark", "case") != None:
		// "the risk of using", "no intention of ending"
		return t.holder(noun, depth)
	}
	return t.nameHead(noun)
}

// holder is whose attempt, plan or intention a noun tells of: its possessor, or
// the subject of the verb whose object it is.
func (t *Tree) holder(noun, depth int) int {
	if p := t.Child(noun, "nmod:poss"); p != None {
		return t.resolveRelative(p)
	}
	first := t.FirstConjunct(noun)
	head := t.Head(first)
	if head == None || !t.Verbal(head) {
		return None
	}
	switch t.Rel(first) {
	case "obj", "obl", "xcomp":
		if !t.Passive(head) {
			return t.surface(head, depth+1)
		}
		return t.Agent(head)
	case "nsubj":
		if t.Passive(head) {
			return t.Agent(head)
		}
	}
	return None
}

// adverbial is the subject of an adverbial clause that has none of its own.
func (t *Tree) adverbial(v, head, depth int) int {
	if t.finite(v) {
		return None
	}
	if t.infinitive(v) {
		if objectControl[t.Lemma(head)] {
			return t.controller(v, head, depth)
		}
		return t.surface(head, depth+1)
	}
	switch t.Subordinator(v) {
	case "of", "from", "for", "into":
		// "accused Russia of bombing", "barred them from entering"
		if o := t.Object(head); o != None {
			return o
		}
	case "":
		// A participle after a passive tells the result of the act and belongs to
		// whoever did it: "Hama was bombed by jets, killing ten".
		if v > head && t.Passive(head) {
			return t.Agent(head)
		}
	}
	return t.surface(head, depth+1)
}

// controller is the subject of an infinitive or gerund complement: the object of
// the verb above ("urged Russia to stop"), else its subject ("agreed to stop").
func (t *Tree) controller(v, head, depth int) int {
	if !t.Verbal(head) || subjectControl[t.Lemma(head)] {
		return t.surface(head, depth+1)
	}
	if t.Passive(head) {
		return t.surface(head, depth+1)
	}
	for _, c := range t.Children(head) {
		if c != v && t.Rel(c) == "obj" && t.Nominal(c) {
			return t.resolveRelative(c)
		}
	}
	if i := t.Child(head, "iobj"); i != None {
		return t.resolveRelative(i)
	}
	if preps, ok := prepositionControl[t.Lemma(head)]; ok && t.infinitive(v) {
		for _, p := range t.Phrases(head) {
			if p.Head < v && contains(preps, p.Prep) {
				return p.Head
			}
		}
	}
	return t.surface(head, depth+1)
}

// subjectControl are verbs whose subject does the infinitive even when they have
// an object: "promised Syria to help".
var subjectControl = set("promise", "vow", "pledge", "threaten", "swear", "offer", "use", "take", "need")

// objectControl are verbs whose object does the infinitive even where the parser
// calls it a clause of purpose.
var objectControl = set("urge", "ask", "tell", "order", "press", "pressure", "force", "push", "invite",
	"allow", "warn", "instruct", "require", "persuade", "convince", "encourage", "compel", "authorize",
	"authorise", "permit", "call", "appeal", "beg", "command", "request", "lobby", "advise", "pressurise", "challenge", "oblige", "forbid")

// prepositionControl are verbs whose prepositional object does the infinitive:
// "called on Russia to stop".
var prepositionControl = map[string][]string{
	"call":   {"on", "upon", "for"},
	"appeal": {"to"},
	"plead":  {"with"},
	"wait":   {"for"},
	"rely":   {"on", "upon"},
	"count":  {"on", "upon"},
	"press":  {"for"},
	"push":   {"for"},
	"arrange": {
		"for",
	},
}

// resolveRelative turns a relative pronoun into its antecedent; any other token
// stays what it is.
func (t *Tree) resolveRelative(i int) int {
	if !t.relativePronoun(i) {
		return i
	}
	up := i
	for step := 0; step < maxClimb; step++ {
		head := t.Head(up)
		if head == None {
			break
		}
		if t.Rel(up) == "acl" {
			return t.nameHead(head)
		}
		if t.Rel(up) == "ccomp" {
			return i // an indirect question
		}
		if t.Rel(up) == "advcl" || t.Rel(up) == "parataxis" || t.Rel(up) == "conj" {
			break
		}
		up = head
	}
	return t.before(i)
}

// before is the antecedent of a relative pronoun whose clause the parser did not
// hang on a noun: the noun that stands right before it, but for a comma.
func (t *Tree) before(i int) int {
	if t.d.Tokens[i].XPOS != "WP" && t.d.Tokens[i].XPOS != "WDT" {
		return i
	}
	k := i - 1
	if k >= t.First && t.Form(k) == "," {
		k--
	}
	if k < t.First || !t.Nominal(k) {
		return i
	}
	for range maxClimb {
		h := t.Head(k)
		if r := t.Rel(k); h == None || h >= i || r != "compound" && r != "flat" {
			break
		}
		k = h
	}
	return k
}

func (t *Tree) relativePronoun(i int) bool {
	switch t.d.Tokens[i].XPOS {
	case "WDT", "WP":
		return true
	}
	return t.d.Tokens[i].UPOS == "PRON" && t.Lemma(i) == "that" && t.Rel(t.clauseOf(i)) == "acl"
}

// nameHead climbs from a later word of a name to the word that heads it.
func (t *Tree) nameHead(i int) int {
	for step := 0; step < maxClimb && (t.Rel(i) == "flat" || t.Rel(i) == "goeswith"); step++ {
		h := t.Head(i)
		if h == None {
			break
		}
		i = h
	}
	return i
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
