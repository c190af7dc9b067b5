package quantity

import (
	"slices"
	"strings"
)

// fate is what became of a group.
type fate struct {
	kind    *kind  // nil: none is told
	at      int    // the word that tells it
	how     string // "object kill": how the text tells it
	group   string // whom a toll counts, where it says so
	unreal  bool   // only threatened, possible or planned
	reduced bool   // told by a participle behind the noun
}

// fates finds the fate of every group, as far as one is told.
func (s *sentence) fates(groups []group) []fate {
	all := make([]fate, len(groups))
	for i := range groups {
		all[i] = s.own(groups, i)
	}
	// "12 civilians and three soldiers were killed", "60 people including seven women
	// were arrested": the fate is told once, of the last or of the first.
	some := make([]bool, len(groups))
	for i := len(groups) - 1; i > 0; i-- {
		f, g := &groups[i-1], &groups[i]
		some[i] = s.within(f, g)
		g.part = g.part || some[i]
		if all[i-1].kind == nil && all[i].kind != nil && (some[i] || s.joined(f, g)) && !strings.HasPrefix(all[i].how, "state") {
			all[i-1] = s.inherit(all[i], f)
		}
	}
	for i := 1; i < len(groups); i++ {
		f, g := &groups[i-1], &groups[i]
		if all[i].kind == nil && all[i-1].kind != nil && (some[i] || s.joined(f, g) && !s.predicateFollows(g.last)) {
			all[i] = s.inherit(all[i-1], g)
		}
	}
	return all
}

func (s *sentence) inherit(f fate, g *group) fate {
	if !f.kind.fits(g.name) || g.outcome {
		return fate{}
	}
	f.how += ", joined"
	f.group = ""
	return f
}

// joined reports whether g follows f as the next member of a list.
func (s *sentence) joined(f, g *group) bool {
	k := f.last
	if s.lower(k) == "," {
		k++
	}
	if w := s.lower(k); w == "and" || w == "plus" {
		k++
	}
	return k > f.last && k == g.first && g.noun >= g.to
}

// within reports whether g is told as some of f: "30 people, including 12
// children", "among them 12 children", "two of them women".
func (s *sentence) within(f, g *group) bool {
	k := f.last
	if s.lower(k) == "," {
		k++
	}
	return s.lower(k) == "including" && k+1 == g.first || s.lower(k) == "among" && s.lower(k+1) == "them" && k+2 == g.first
}

// predicateFollows reports whether a verb follows that would have the group as
// its own subject.
func (s *sentence) predicateFollows(i int) bool {
	for ; s.upos(i) == "ADV"; i++ {
	}
	u := s.upos(i)
	return u == "VERB" || u == "AUX"
}

// own finds the fate that is told of the group itself.
func (s *sentence) own(groups []group, i int) fate {
	g := &groups[i]
	for _, find := range []func(*group) fate{s.counts, s.right, s.left, s.nounBefore, s.far} {
		if f := find(g); f.kind != nil {
			if f.reduced {
				// "12 students abducted by the militia have been released": the
				// participle says which, the predicate what became of them.
				if main := s.farther(g, f.at); main.kind != nil {
					f = main
				}
			}
			if !s.real(&f) {
				return fate{}
			}
			if s.lex.grades[s.lower(f.at-1)] || s.lex.grades[s.lower(f.at+1)] {
				g.part = true // "18 are critically injured": others may be less so
			}
			return f
		}
	}
	return s.toll(groups, i)
}

// counts: "12 deaths", "claimed 30 lives".
func (s *sentence) counts(g *group) fate {
	if !g.outcome {
		return fate{}
	}
	t := s.lex.nouns[s.noun(g.noun)]
	at := g.noun
	if t.with != nil {
		if at = s.carrier(g.first, t.with); at < 0 {
			return fate{}
		}
	}
	return fate{kind: t.kind, at: at, how: "noun " + s.noun(g.noun)}
}

// carrier is the verb that must stand shortly before a noun that counts only
// with it, -1 when it does not.
func (s *sentence) carrier(before int, verbs map[string]bool) int {
	for k := before - 1; k >= max(s.tree.First, before-4); k-- {
		if s.upos(k) == "VERB" && verbs[s.tree.Lemma(k)] {
			return k
		}
	}
	return -1
}

// nounBefore: "the deaths of 12 soldiers".
func (s *sentence) nounBefore(g *group) fate {
	if s.lower(g.first-1) != "of" {
		return fate{}
	}
	at := g.first - 2
	if s.upos(at) != "NOUN" {
		return fate{}
	}
	noun := s.noun(at)
	k := s.lex.ofs[noun]
	if k == nil || !k.fits(g.name) {
		return fate{}
	}
	if t, ok := s.lex.nouns[noun]; ok && t.with != nil && s.carrier(at, t.with) < 0 {
		return fate{}
	}
	return fate{kind: k, at: at, how: noun + " of"}
}

// left: "killing 12", "arrested the 20 protesters", "took five tourists hostage".
func (s *sentence) left(g *group) fate {
	at := g.first - 1
	for u := s.upos(at); u == "ADV" || u == "DET"; u = s.upos(at) {
		at--
	}
	if s.lex.states[s.lower(at)] != nil && s.upos(at-1) == "VERB" {
		at-- // "shot dead two men"
	}
	if !s.active(at) {
		return fate{}
	}
	for _, lemma := range s.verbs(at) {
		for _, t := range s.lex.verbs[lemma] {
			if t.role != asObject || !t.kind.fits(g.name) || !s.follows(t, at+1, g.last) {
				continue
			}
			k := t.kind
			if w := s.lower(at - 1); w == "and" || w == "or" {
				// "killed and wounded dozens" does not say how many of each.
				if first := s.objectKind(at - 2); first != nil && first != k {
					if k = s.lex.kindOf(first.name + " or " + k.name); k == nil {
						return fate{}
					}
				}
			}
			return fate{kind: k, at: at, how: "object " + lemma}
		}
	}
	return fate{}
}

// active reports whether the word can be a verb with an object behind it. The
// short verbs of headlines ("Blast kills 12") are often taken for plurals.
func (s *sentence) active(at int) bool {
	switch s.upos(at) {
	case "VERB":
	case "ADJ":
		// No adjective stands before a number: "The crash injured 30 passengers".
		if u := s.upos(at - 1); u != "NOUN" && u != "PROPN" && u != "PRON" && (u != "CCONJ" || s.objectKind(at-2) == nil) {
			return false
		}
	case "NOUN":
		if u := s.upos(at - 1); !strings.HasSuffix(s.lower(at), "s") || u == "DET" || u == "ADJ" || u == "NUM" || u == "ADP" {
			return false
		}
	default:
		return false
	}
	k := at - 1
	for s.upos(k) == "ADV" {
		k--
	}
	return !(s.upos(k) == "AUX" && s.tree.Lemma(k) == "be" && s.xpos(at) != "VBG")
}

// right: "30 people were killed", "12 dead", "three soldiers died", "20,000 people
// fled their homes".
func (s *sentence) right(g *group) fate {
	at, be, have := s.pass(g.last)
	if at < 0 {
		return fate{}
	}
	if s.upos(at) == "VERB" && s.lower(at+1) == "and" && s.upos(at+2) == "VERB" && s.verbs(at) == nil {
		at += 2 // "were shot and killed"
	}
	passive := be && s.xpos(at) != "VBG" || !be && !have && s.reduced(at)
	for _, lemma := range s.verbs(at) {
		for _, t := range s.lex.verbs[lemma] {
			if !t.kind.fits(g.name) || !s.follows(t, at+1, at+1) || s.upos(at) == "NOUN" {
				continue
			}
			switch {
			case t.role == asObject && passive:
				if both := s.either(at, t.kind); both != nil {
					return fate{kind: both, at: at, how: "object " + lemma}
				}
				return fate{kind: t.kind, at: at, how: "object " + lemma, reduced: !be}
			case t.role == asSubject && (!be || s.xpos(at) == "VBG"):
				return fate{kind: t.kind, at: at, how: "subject " + lemma}
			}
		}
	}
	if k := s.lex.states[s.lower(at)]; k != nil && k.fits(g.name) && !s.nounAfter(at) {
		if both := s.either(at, k); both != nil {
			k = both
		}
		return fate{kind: k, at: at, how: "state " + s.lower(at)}
	}
	return fate{}
}

// nounAfter reports whether an adjective belongs to a noun behind it.
func (s *sentence) nounAfter(at int) bool {
	u := s.upos(at + 1)
	return (u == "NOUN" || u == "PROPN") && !s.timed(at+1)
}

// reach is how far from the counted noun a predicate is looked for beside it.
const reach = 12

// pass steps over what may stand between a subject and its predicate and returns
// the predicate, or -1. A negation ends the walk.
func (s *sentence) pass(i int) (at int, be, have bool) {
	if s.lower(i) == "," {
		for k := i + 1; k < min(s.tree.Last, i+reach); k++ {
			if s.lower(k) == "," && (s.upos(k+1) == "AUX" || s.upos(k+1) == "VERB") {
				i = k + 1
				break
			}
		}
	}
	if w := s.lower(i); w == "who" || w == "that" {
		i++
	}
	for k := i; k < min(s.tree.Last, i+reach); k++ {
		lemma := s.tree.Lemma(k)
		switch u := s.upos(k); {
		case s.lower(k) == "not" || s.lower(k) == "n't" || s.lower(k) == "never":
			return -1, false, false
		case u == "AUX" || lemma == "be":
			be = be || lemma == "be" || lemma == "get"
			have = have || lemma == "have"
		case u == "ADV":
		case be && s.lower(k) == "among" && (s.lower(k+1) == "the" || s.lower(k+1) == "those"):
			k++ // "were among the dead"
		case s.lex.links[lemma] && (u == "VERB" || u == "ADV") && k+1 < s.tree.Last && s.lex.states[s.lower(k+1)] != nil:
			be = true
		case u == "VERB" || u == "ADJ" || u == "NOUN" && s.lex.states[s.lower(k)] != nil:
			return k, be, have
		default:
			return -1, false, false
		}
	}
	return -1, false, false
}

// reduced reports whether a verb right behind the noun is a participle without
// auxiliary ("12 people killed in the blast") and not the verb of a clause with an
// object ("12 soldiers killed the guard").
func (s *sentence) reduced(at int) bool {
	if x := s.xpos(at); x != "VBN" && x != "VBD" {
		return false
	}
	k := at + 1
	for s.upos(k) == "ADV" && s.xpos(k) != "WRB" {
		k++
	}
	if k >= s.tree.Last || s.timed(k) {
		return true
	}
	switch s.upos(k) {
	case "DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ":
		return false
	}
	// "12 soldiers killed more than 30": a bound before a number is an object too.
	return s.lower(k) != "at" && s.lower(k) != "up" || s.lower(k+1) != "least" && s.lower(k+1) != "to"
}

// either is "killed or wounded" where two fates are told as one.
func (s *sentence) either(at int, k *kind) *kind {
	switch s.lower(at + 1) {
	case "or":
	case "and":
		// "left 50 dead and injured more than 400" tells two fates of two numbers.
		if w, u := s.lower(at+3), s.upos(at+3); u != "" && u != "PUNCT" && u != "AUX" && w != "in" && w != "by" && w != "during" {
			return nil
		}
	default:
		return nil
	}
	other := s.objectKind(at + 2)
	if other == nil {
		other = s.lex.states[s.lower(at+2)]
	}
	if other == nil || other == k {
		return nil
	}
	return s.lex.kindOf(k.name + " or " + other.name)
}

// objectKind is what the verb at i tells of its object, nil when it tells nothing.
func (s *sentence) objectKind(i int) *kind {
	for _, lemma := range s.verbs(i) {
		for _, t := range s.lex.verbs[lemma] {
			if t.role == asObject && t.rest == nil {
				return t.kind
			}
		}
	}
	return nil
}

// follows reports whether the further words of an entry stand behind its verb:
// from token first on and shortly behind token last, within the clause.
func (s *sentence) follows(t telling, first, last int) bool {
	for k := first; k < min(s.tree.Last, last+5) && t.kind.not != nil; k++ {
		if t.kind.not[s.tree.Lemma(k)] {
			return false
		}
	}
	for _, words := range t.rest {
		found := false
		for k := first; k < min(s.tree.Last, last+5) && !found && (k < last || s.upos(k) != "PUNCT"); k++ {
			found = slices.Contains(words, s.lower(k)) || slices.Contains(words, s.tree.Lemma(k))
		}
		if !found {
			return false
		}
	}
	return true
}

// far asks the tree for a verb that stands away from the group.
func (s *sentence) far(g *group) fate { return s.farther(g, -1) }

// farther does so for verbs behind token after.
func (s *sentence) farther(g *group, after int) fate {
	if g.noun < 0 {
		return fate{}
	}
	var found *verb
	for i := g.from; i < g.last; i++ {
		for k := range s.tellers()[i] {
			v := &s.tellers()[i][k]
			if v.at > after && v.tells.kind.fits(g.name) && (found == nil || v.at < found.at) && s.follows(v.tells, v.at+1, max(v.at+1, g.last)) {
				found = v
			}
		}
	}
	if found == nil {
		return fate{}
	}
	how := "object "
	if found.tells.role == asSubject {
		how = "subject "
	}
	return fate{kind: found.tells.kind, at: found.at, how: how + found.lemma + ", tree"}
}

// tellers gives, by noun, the verbs that tell a fate of it. The tree is asked
// once a sentence.
func (s *sentence) tellers() map[int][]verb {
	if s.told != nil {
		return s.told
	}
	s.told = map[int][]verb{}
	for i := s.tree.First; i < s.tree.Last; i++ {
		if s.upos(i) != "VERB" {
			continue
		}
		for _, lemma := range s.verbs(i) {
			for _, t := range s.lex.verbs[lemma] {
				var nouns []int
				if t.role == asObject {
					nouns = s.tree.Objects(i)
				} else if !s.tree.Passive(i) {
					nouns = s.tree.Subjects(i)
				}
				for _, n := range nouns {
					s.told[n] = append(s.told[n], verb{i, t, lemma})
				}
			}
		}
	}
	return s.told
}
