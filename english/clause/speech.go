package clause

// Content returns the predicate of the clause that the verb reports: its clausal
// complement ("Iran said the talks failed"), or the clause that it stands beside
// as an aside ("The talks, Iran said, failed") or that follows it side by side
// ("Iran said: the talks failed"). The treebanks tell the three apart; whoever
// asks what was said need not. None when it reports no clause.
//
// A complement counts under any verb. Clauses that only stand side by side count
// under verbs of speech alone, because any two may stand so.
func (t *Tree) Content(v int) int {
	for _, c := range t.Children(v) {
		if t.Rel(c) == "ccomp" || t.Rel(c) == "advcl" && t.thatClause(c) {
			return c
		}
	}
	if !t.Verbal(v) || !speech[t.Lemma(v)] || t.OwnSubject(v) == None || t.Child(v, "xcomp") != None {
		return None
	}
	for _, c := range t.Children(v) {
		if t.Rel(c) == "parataxis" && t.Predicate(c) && !t.aside(c) {
			return c
		}
	}
	if t.aside(v) {
		return t.Head(v)
	}
	return None
}

// Teller returns the verb that reports the clause built on v, or None. It is
// Content asked from the other side; a later conjunct without a subject of its
// own has the teller of the first.
func (t *Tree) Teller(v int) int {
	if !t.inside(v) {
		return None
	}
	for step := 0; step < maxClimb && t.Rel(v) == "conj" && t.OwnSubject(v) == None && t.Head(v) != None; step++ {
		v = t.Head(v)
	}
	if h := t.Head(v); h != None && t.Content(h) == v {
		return h
	}
	for _, c := range t.Children(v) {
		if t.Rel(c) == "parataxis" && t.Content(c) == v {
			return c
		}
	}
	return None
}

// aside reports whether the verb is put into or behind the clause it reports:
// "The talks, Iran said, failed." Such a verb has a subject and no content of its
// own under it.
func (t *Tree) aside(v int) bool {
	h := t.Head(v)
	return h != None && t.Rel(v) == "parataxis" && t.Verbal(v) && speech[t.Lemma(v)] && t.Predicate(h) &&
		t.OwnSubject(v) != None && t.Child(v, "ccomp", "xcomp", "obj") == None
}

// speech are verbs that report a clause standing beside them.
var speech = set("say", "tell", "add", "warn", "claim", "insist", "argue", "explain", "note", "reply", "state", "declare",
	"announce", "report", "admit", "acknowledge", "allege", "stress", "estimate", "believe", "think", "ask", "continue",
	"write", "recall", "predict", "conclude", "charge", "suggest", "vow", "demand", "shout", "tweet", "complain",
	"respond", "answer", "observe", "remark", "caution", "affirm", "assert", "confirm", "hope", "fear", "urge")

// Source returns who "according to" names as the source of the clause built on v
// ("according to the police"), or None. Wherever in the sentence the phrase hangs,
// it attributes the main clause with its conjuncts; hung inside a later main
// clause that has a subject of its own, it attributes that one alone.
func (t *Tree) Source(v int) int {
	if !t.inside(v) {
		return None
	}
	own, direct := t.main(v)
	if !direct {
		return None
	}
	for i := t.First; i+1 < t.Last; i++ {
		if t.Lower(i) != "according" || t.Lower(i+1) != "to" {
			continue
		}
		n := t.sourceAt(i)
		if n == None {
			continue
		}
		if told, _ := t.main(n); told == own {
			return n
		}
	}
	return None
}

// sourceAt is the noun that "according to" at i introduces: the head it marks, or
// the first noun under it where the parser took it for a participle.
func (t *Tree) sourceAt(i int) int {
	if h := t.Head(i); h != None && h > i && t.Rel(i) == "case" && t.Nominal(h) {
		return h
	}
	for _, c := range t.Children(i) {
		if r := t.Rel(c); c > i && t.Nominal(c) && (r == "obl" || r == "nmod" || r == "obj") {
			return c
		}
	}
	return None
}

// main returns the main clause that i is inside of: the root, or the conjunct of
// it that has a subject of its own. Direct says that i is the predicate of that
// clause or shares its subject.
func (t *Tree) main(i int) (clause int, direct bool) {
	var path []int
	for step := 0; step < 4*maxClimb && t.inside(i); step++ {
		path = append(path, i)
		i = t.Head(i)
	}
	clause = path[len(path)-1]
	for k := len(path) - 2; k >= 0; k-- {
		if t.Rel(path[k]) != "conj" || !t.Predicate(path[k]) && !t.Verbal(path[k]) {
			return clause, false
		}
		if t.OwnSubject(path[k]) != None {
			clause = path[k]
		}
	}
	return clause, true
}
