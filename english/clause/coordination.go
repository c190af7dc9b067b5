package clause

// FirstConjunct returns the first member of the coordination that i belongs to.
func (t *Tree) FirstConjunct(i int) int {
	for step := 0; step < maxClimb && t.Rel(i) == "conj" && t.Head(i) != None; step++ {
		i = t.Head(i)
	}
	return i
}

// Conjuncts returns i and all that is coordinated below it, of the same kind: a
// noun with nouns, a predicate with predicates. "France, Germany and the US" is
// three from its first member on.
func (t *Tree) Conjuncts(i int) []int {
	if i == None {
		return nil
	}
	all := []int{i}
	for at := 0; at < len(all) && len(all) < 64; at++ {
		for _, c := range t.Children(all[at]) {
			if c > i && t.Rel(c) == "conj" && t.alike(i, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// alike keeps "Russia attacked and Syria fled", parsed as coordinated nouns by
// mistake, from becoming two actors.
func (t *Tree) alike(i, j int) bool {
	if t.Verbal(i) || t.Predicate(i) {
		return t.Verbal(j) || t.Predicate(j)
	}
	return !t.Verbal(j) && t.Child(j, "nsubj", "cop") == None
}

// Coordinator returns the conjunction before the conjunct i ("and", "or",
// "but"), or None.
func (t *Tree) Coordinator(i int) int { return t.Child(i, "cc") }
