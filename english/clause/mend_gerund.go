package clause

import "strings"

// mendGerund joins a bare noun after a preposition with the gerund behind it: in
// "died in police firing" the firing is what they died in.
func (t *Tree) mendGerund(v int) {
	noun := v - 1
	if t.d.Tokens[v].XPOS != "VBG" || t.Rel(v) != "advcl" && t.Rel(v) != "acl" || noun <= t.First || t.d.Tokens[noun].UPOS != "NOUN" || t.d.Tokens[noun].XPOS != "NN" {
		return
	}
	prep, above := noun-1, t.head[noun-t.First]
	if t.head[prep-t.First] != noun || t.Rel(prep) != "case" || t.Rel(noun) != "obl" && t.Rel(noun) != "nmod" || above == None || above == v {
		return
	}
	if h := t.head[v-t.First]; h != noun && h != above {
		return
	}
	for i, h := range t.head {
		if h == v && (t.Rel(t.First+i) == "obj" || t.Rel(t.First+i) == "mark") {
			return // "in court denying the charge"
		}
	}
	t.head[v-t.First], t.rel[v-t.First] = above, t.rel[noun-t.First]
	t.head[noun-t.First], t.rel[noun-t.First] = v, "compound"
	t.head[prep-t.First] = v
}

// mendGerundNoun makes a gerund that has a preposition and a word before it that only
// a noun has ("in police firing"), or an agent ("in firing by the police"), the noun
// of a phrase.
func (t *Tree) mendGerundNoun(v int) {
	above := t.head[v-t.First]
	if t.d.Tokens[v].XPOS != "VBG" || t.Rel(v) != "advcl" && t.FullRel(v) != "acl" && t.Rel(v) != "csubj" || above == None {
		return
	}
	cased, nominal, mark := t.Rel(v) == "csubj", false, None
	for i, h := range t.head {
		if h != v {
			continue
		}
		at := t.First + i
		if t.d.Tokens[at].Rel == "compound" && at < v {
			nominal = true // whatever was made of it since
			continue
		}
		switch t.FullRel(at) {
		case "case":
			cased = cased || at < v
		case "det", "amod":
			nominal = nominal || at < v
		case "obl:agent":
			nominal = nominal || at > v
		case "mark":
			if l := t.Lower(at); l != "in" && l != "during" && l != "after" && l != "amid" && l != "of" && l != "from" {
				return
			}
			mark, cased = i, true
		case "obj", "xcomp", "ccomp":
			return
		}
	}
	if !cased || !nominal {
		return
	}
	if t.Rel(v) == "csubj" {
		t.rel[v-t.First] = "nsubj"
		return
	}
	if mark != None {
		t.rel[mark] = "case"
	}
	t.rel[v-t.First] = "nmod"
	if t.Verbal(above) {
		t.rel[v-t.First] = "obl"
	}
}

// mendParticiple makes a name the noun that it is where the parser took it for a word
// before a gerund: in "The Red Cross operating in Iraq said" the Red Cross said.
func (t *Tree) mendParticiple(v int) {
	name := v - 1
	if t.d.Tokens[v].XPOS != "VBG" || t.d.Tokens[v].UPOS != "VERB" || name < t.First || t.d.Tokens[name].UPOS != "PROPN" || t.head[name-t.First] != v || t.d.Tokens[name].Rel != "compound" {
		return
	}
	switch t.Rel(v) {
	case "nsubj", "obj":
	default:
		return
	}
	t.head[name-t.First], t.rel[name-t.First] = t.head[v-t.First], t.rel[v-t.First]
	t.head[v-t.First], t.rel[v-t.First] = name, "acl"
	for i, h := range t.head {
		if at := t.First + i; h == v && at < v && (t.Rel(at) == "det" || t.Rel(at) == "amod") {
			t.head[i] = name
		}
	}
}

// mendActive makes a participle that has a subject before it and no auxiliary the
// past tense that it is, where it governs what a passive cannot: "Archbishop Tutu on
// Sunday called for sanctions".
func (t *Tree) mendActive(v int) {
	if t.d.Tokens[v].XPOS != "VBN" || t.Rel(v) != "root" {
		return
	}
	subject, active := None, speaks[t.lemma[v-t.First]]
	for i, h := range t.head {
		at := t.First + i
		if h != v {
			continue
		}
		switch t.FullRel(at) {
		case "aux", "aux:pass":
			return
		case "nsubj:pass":
			subject = at
		case "obj", "ccomp":
			active = active || at > v
		}
	}
	if subject != None && subject < v && active {
		t.rel[subject-t.First] = "nsubj"
	}
}

// speaks are verbs of words that have no passive without a preposition's noun.
var speaks = set("call", "agree", "appeal", "vow", "insist", "protest", "complain", "threaten")

// mendAccused hangs a gerund on the verb that accuses of it or keeps from it. In
// "accused the army of torturing prisoners" parsers make an army of torturing of
// it; the treebanks hang the clause on the verb.
func (t *Tree) mendAccused(v int) {
	noun := t.head[v-t.First]
	if t.rel[v-t.First] != "acl" || t.d.Tokens[v].XPOS != "VBG" || noun == None || noun > v || t.Rel(noun) != "obj" {
		return
	}
	above := t.head[noun-t.First]
	if above == None {
		return
	}
	prep := gerundVerbs[t.lemma[above-t.First]]
	if prep == "" {
		return
	}
	for i, h := range t.head {
		if at := t.First + i; h == v && at < v && t.Lower(at) == prep && (t.Rel(at) == "mark" || t.Rel(at) == "case") {
			t.head[v-t.First], t.rel[v-t.First] = above, "advcl"
			return
		}
	}
}

// gerundVerbs are verbs that say what somebody else does or would do, by the
// preposition before the gerund that tells it.
var gerundVerbs = map[string]string{
	"accuse": "of", "suspect": "of", "convict": "of", "acquit": "of", "absolve": "of", "clear": "of",
	"prevent": "from", "stop": "from", "bar": "from", "ban": "from", "keep": "from", "deter": "from",
	"discourage": "from", "prohibit": "from", "restrain": "from", "dissuade": "from", "block": "from",
	"blame": "for", "criticise": "for", "criticize": "for", "condemn": "for", "praise": "for", "thank": "for",
	"punish": "for", "charge": "with",
}

// mendGerundList joins a gerund that the parser took for a second verb of the clause
// with the one before "and": in "jailed two men for kidnapping and murdering a student"
// the court murders nobody. A finite verb and a gerund are not coordinated.
func (t *Tree) mendGerundList(v int) {
	above := t.head[v-t.First]
	if t.d.Tokens[v].XPOS != "VBG" || t.Rel(v) != "conj" || above == None || above > v {
		return
	}
	switch t.d.Tokens[above].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return
	}
	if t.hasChild(v, "nsubj") || t.hasChild(v, "aux") {
		return
	}
	for i := v - 1; i > above && v-i <= longestName; i-- {
		if t.Rel(i) == "nmod" && t.d.Tokens[i].UPOS == "NOUN" && strings.HasSuffix(t.Lower(i), "ing") && t.cased(i) {
			t.head[v-t.First] = i
			return
		}
	}
}

// mendUsing hangs "using" on the deed and not on whom it was done to: in "an attack on
// a spy using poison" the spy used none.
func (t *Tree) mendUsing(v int) {
	noun := t.head[v-t.First]
	if t.Lower(v) != "using" || t.Rel(v) != "acl" || noun == None || t.Rel(noun) != "nmod" {
		return
	}
	for i, h := range t.head {
		if at := t.First + i; h == noun && t.Rel(at) == "case" && (t.Lower(at) == "on" || t.Lower(at) == "against" || t.Lower(at) == "of") {
			t.head[v-t.First] = t.head[noun-t.First]
			return
		}
	}
}
