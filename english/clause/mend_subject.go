package clause

// mendSubject gives a finite verb without subject the noun phrase that stands
// right before it, where the tree as it is cannot be meant: the teller after a
// reported clause ("Russia has begun withdrawing, Minister Sergei Shoigu said"),
// and the subject of a clause that "after" or "before" opens ("days after Belarus
// scrambled a jet"), which parsers take for a phrase with a second verb behind it.
func (t *Tree) mendSubject(v int) {
	if x := t.d.Tokens[v].XPOS; t.d.Tokens[v].UPOS != "VERB" || x != "VBD" && x != "VBZ" && x != "VBP" {
		return
	}
	noun := v - 1
	t.mendMilitary(v)
	if noun < t.First || !t.Nominal(noun) {
		return
	}
	for step := 0; step < longestName && (t.Rel(noun) == "flat" || t.Rel(noun) == "compound"); step++ {
		h := t.head[noun-t.First]
		if h == None || h >= v {
			break
		}
		noun = h
	}
	told, coordinated := None, false
	for i, h := range t.head {
		if h != v {
			continue
		}
		switch at := t.First + i; t.Rel(at) {
		case "nsubj", "csubj", "aux", "cop":
			return
		case "ccomp":
			if at < v {
				told = at
			}
		case "cc":
			coordinated = true
		}
	}
	left := noun
	for left > t.First && noun-left <= longestName && t.d.Tokens[left-1].UPOS != "PUNCT" && t.climbsTo(left-1, noun) {
		left--
	}
	switch {
	case told != None && t.climbsTo(noun, told) && left > t.First && t.d.Tokens[left-1].UPOS == "PUNCT" && !t.cased(noun):
		t.head[noun-t.First], t.rel[noun-t.First] = v, "nsubj"
	case t.Rel(v) == "conj" && !coordinated && (t.Rel(noun) == "obl" || t.Rel(noun) == "nmod"):
		opener := t.opener(noun)
		if opener == None || t.climbsTo(t.head[noun-t.First], v) {
			return
		}
		t.head[v-t.First], t.rel[v-t.First] = t.head[noun-t.First], "advcl"
		t.head[noun-t.First], t.rel[noun-t.First] = v, "nsubj"
		t.head[opener-t.First], t.rel[opener-t.First] = v, "mark"
	}
}

// opener is the preposition of the noun that opens clauses as well, or None.
func (t *Tree) opener(noun int) int {
	for i, h := range t.head {
		if at := t.First + i; h == noun && at < noun && t.Rel(at) == "case" && clauseOpeners[t.Lower(at)] {
			return at
		}
	}
	return None
}

var clauseOpeners = set("after", "before", "since", "until", "till", "as")

// mendAdjective makes a participle before a noun the verb it must be when it has a
// subject: in "police arrested opposition leader Kilicdaroglu" nobody is an
// arrested leader yet. The noun is its object, and what the noun was part of
// follows it.
func (t *Tree) mendAdjective(v int) {
	noun := t.head[v-t.First]
	if t.Rel(v) != "amod" || t.d.Tokens[v].UPOS != "VERB" || noun == None || noun < v || !t.hasSubjectBefore(v) {
		return
	}
	for step := 0; step < longestName; step++ {
		h := t.head[noun-t.First]
		if r := t.Rel(noun); h == None || h < noun || r != "flat" && r != "compound" && t.rel[noun-t.First] != "nmod:desc" {
			break
		}
		noun = h
	}
	top := noun
	if h := t.head[noun-t.First]; h > noun && t.Rel(noun) == "nsubj" {
		top = h // "... and released him": the later verb
	}
	t.head[v-t.First], t.rel[v-t.First] = t.head[top-t.First], t.rel[top-t.First]
	t.head[noun-t.First], t.rel[noun-t.First] = v, "obj"
	if top != noun {
		t.head[top-t.First], t.rel[top-t.First] = v, "conj"
	}
}

// hasSubjectBefore reports whether the tree gives the verb a subject before it.
func (t *Tree) hasSubjectBefore(v int) bool {
	for i, h := range t.head {
		if h == v && t.First+i < v && t.Rel(t.First+i) == "nsubj" {
			return true
		}
	}
	return false
}

// mendTitle makes one subject of a title and the name right behind it: parsers
// give a verb both ("Minister" and "Lavrov" met), and a verb has one subject.
func (t *Tree) mendTitle(title int) {
	v := t.head[title-t.First]
	if t.Rel(title) != "nsubj" || v == None || title+1 >= v || !t.Nominal(title) || t.d.Tokens[title].UPOS == "PRON" {
		return
	}
	name := title + 1
	for step := 0; step < longestName && t.inside(name) && t.head[name-t.First] != v; step++ {
		name = t.head[name-t.First]
	}
	if !t.inside(name) || name <= title || name >= v || t.head[name-t.First] != v ||
		t.rel[name-t.First] != t.rel[title-t.First] || t.d.Tokens[name].UPOS != "PROPN" {
		return
	}
	t.head[title-t.First], t.rel[title-t.First] = name, "nmod:desc"
}

// mendMilitary makes the last of the adjectives that hang on a finite verb without
// subject its subject: in "The Malian military withdraws" the noun has the form of an
// adjective, and verbs have neither articles nor attributes.
func (t *Tree) mendMilitary(v int) {
	adj := v - 1
	if adj < t.First || t.d.Tokens[adj].UPOS != "ADJ" || t.head[adj-t.First] != v || t.Rel(adj) != "amod" {
		return
	}
	articled := false
	for i, h := range t.head {
		at := t.First + i
		if h == v && (t.Rel(at) == "nsubj" || t.Rel(at) == "csubj" || t.Rel(at) == "cop") {
			return
		}
		articled = articled || at < adj && t.Rel(at) == "det" && (h == v || h == adj)
	}
	if !articled {
		return
	}
	for i, h := range t.head {
		if at := t.First + i; h == v && at < adj && (t.Rel(at) == "det" || t.Rel(at) == "amod") {
			t.head[i] = adj
		}
	}
	t.rel[adj-t.First] = "nsubj"
}
