package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/english/clause"
)

// fillers returns the nouns that stand in a slot of the hit, in order of the
// text, coordinated nouns each for itself.
func (s *sentence) fillers(h *hit, slot Slot) []int {
	t := s.tree
	if slot.Of == "clause" {
		return s.inClause(h, slot.Name)
	}
	if slot.Of != "" {
		var hosts []int
		switch {
		case slot.Of == "object" && h.noun == clause.None:
			hosts = s.objects(h)
		case slot.Of == "subject" && h.anchor == h.pred:
			hosts = s.subjects(h.pred)
		case slot.Of != "object" && slot.Of != "subject":
			hosts = s.governed(h, slot.Of)
		}
		var all []int
		for _, o := range hosts {
			for _, host := range []int{o, s.core(o)} {
				if slot.Name == "modifier" && !s.owned(host) && (s.isPerson(host) || s.named(host)) {
					continue // "the former Germany defender" is not Germany
				}
				found := s.within(host, slot.Name)
				if (slot.Name == "modifier" || slot.Name == "possessor") && !slices.ContainsFunc(found, func(n int) bool { return s.entity(n) >= 0 }) && s.owned(host) {
					found = []int{host} // "the Israeli embassy" is itself a party, with its country
				}
				if len(found) > 0 {
					all = append(all, found...)
					break
				}
			}
		}
		if len(all) == 0 && slot == (Slot{"object", "by"}) && h.noun == clause.None && !t.Passive(h.pred) {
			// "investigated abuses by the militia", the phrase hung on the verb
			if p, ok := t.Phrase(h.pred, "by"); ok {
				all = t.Conjuncts(p.Head)
			}
		}
		return all
	}
	verb := h.anchor == h.pred || h.within
	switch slot.Name {
	case "subject":
		if verb {
			return s.subjects(h.pred)
		}
		return nil
	case "object":
		if h.within {
			// "told Lavrov in a phone call"
			if s.lib.status.kinds["report"][t.Lemma(h.pred)] {
				return t.Conjuncts(t.Object(h.pred))
			}
			return nil
		}
		return s.objects(h)
	case "indirect":
		if verb {
			return t.Conjuncts(s.indirect(h))
		}
		return nil
	case "possessor", "modifier":
		if h.noun != clause.None {
			return s.within(h.noun, slot.Name)
		}
		return s.within(h.anchor, slot.Name)
	case "of":
		// "Of" is for event nouns: who released "followers of Machar" did not release
		// Machar. Frames that mean that ask for object.of.
		if o := s.object(h); h.noun == clause.None && slices.Contains(h.frame.Recipient, Slot{"", "object"}) &&
			o != clause.None && len(s.lib.index.nouns[t.Lemma(o)]) == 0 {
			return nil
		}
	}
	all := s.governed(h, slot.Name)
	if slot.Name == "between" && len(all) == 1 {
		// "Between the government of Togo and Benin": the second is no part of the first.
		if p, ok := t.Phrase(all[0], "of"); ok {
			all = append(all, t.Conjuncts(p.Head)[1:]...)
		}
	}
	return all
}

// inClause returns what stands in a place of the clause under the verb: "ready to
// send more equipment to Colombia". An infinitive of purpose is such a clause where
// the verb has no other: "sent rescue teams to help Nepal".
func (s *sentence) inClause(h *hit, name string) []int {
	t := s.tree
	v := clause.None
	for _, c := range t.Complements(h.anchor) {
		if c.Form == clause.FormTo || c.Form == clause.FormThat || c.Form == clause.FormIng && t.FullRel(c.Head-1) == "compound:prt" {
			v = c.Head
			break
		}
	}
	if v == clause.None && name != "subject" {
		tops := []int{h.pred, t.Object(h.pred)}
		for _, p := range t.Phrases(t.Object(h.pred)) {
			tops = append(tops, p.At) // "money in aid to support refugees"
		}
		for _, top := range tops {
			for _, c := range t.Children(top) {
				if r := t.Rel(c); v == clause.None && (r == "advcl" || r == "acl") && c > h.pred && t.ClauseForm(c) == clause.FormTo {
					v = c
				}
			}
		}
	}
	if v == clause.None {
		return nil
	}
	if name == "subject" {
		sub := t.Subjects(v)
		if len(sub) > 0 && s.entity(sub[0]) < 0 && s.entity(s.core(sub[0])) < 0 {
			// "Turkey's occupation must end": who has to end it is whose it is.
			for _, where := range []string{"possessor", "by", "modifier", "of"} {
				if own := s.within(sub[0], where); slices.ContainsFunc(own, s.isActor) {
					return own
				}
			}
		}
		return sub
	}
	for range maxDepth {
		if x := t.Child(v, "xcomp"); t.Verbal(x) && t.Child(v, "obj") == clause.None {
			v = x // "to help rebuild Ukraine"
		}
	}
	if name == "object" {
		return t.Conjuncts(t.Direct(v))
	}
	var all []int
	for _, host := range []int{v, t.Object(v)} {
		for _, p := range t.Phrases(host) {
			if prepositionIs(p.Prep, name) {
				all = append(all, t.Conjuncts(p.Head)...)
			}
		}
	}
	return all
}

// named reports whether a name stands beside the noun: "defender Christoph Metzelder".
func (s *sentence) named(noun int) bool {
	c := s.tree.Child(noun, "appos")
	return c != clause.None && s.tree.Token(c).UPOS == "PROPN"
}

// owned reports whether the noun stands for a party that has a country.
func (s *sentence) owned(noun int) bool {
	e := s.entity(noun)
	return e >= 0 && s.d.Entities[e].Country != "" && s.political[e]
}

// subjects returns the logical subjects of a verb. The agent of a passive may be
// hung on the noun before it ("accused of bribery by Britain"); it counts where
// that noun is no act that could have an agent of its own.
func (s *sentence) subjects(v int) []int {
	t := s.tree
	if sub := t.Subject(v); sub != clause.None || !t.Passive(v) {
		if many := s.saidOfThemselves(v, sub); many != nil {
			return many
		}
		if maker := s.maker(v, sub); maker != clause.None {
			return t.Conjuncts(maker)
		}
		return t.Conjuncts(sub)
	}
	for _, p := range t.Phrases(v) {
		if p.At < v || len(s.lib.index.nouns[t.Lemma(p.At)]) > 0 {
			continue
		}
		if by, ok := t.Phrase(p.At, "by"); ok {
			return t.Conjuncts(by.Head)
		}
	}
	return nil
}

// subject is the first logical subject, or None.
func (s *sentence) subject(v int) int {
	if all := s.subjects(v); len(all) > 0 {
		return all[0]
	}
	return clause.None
}

// within returns what stands in a slot inside a noun phrase.
func (s *sentence) within(noun int, name string) []int {
	t := s.tree
	switch name {
	case "possessor":
		return t.Conjuncts(t.Possessor(noun))
	case "modifier":
		if sub := t.OwnSubject(noun); t.Verbal(noun) && sub != clause.None {
			return t.Conjuncts(sub) // "killed in police firing": the gerund's subject
		}
		all := t.Modifiers(noun)
		for _, m := range all {
			if t.Token(m).UPOS == "NOUN" {
				all = append(all, t.Modifiers(m)...) // "Turkish" of "aid" in "a Turkish aid convoy"
			}
		}
		return all
	}
	var all []int
	for _, p := range t.Phrases(noun) {
		if prepositionIs(p.Prep, name) {
			all = append(all, t.Conjuncts(p.Head)...)
		}
	}
	// "areas held by rebels", "a regime backed by Russia", "the bombing of a hotel by rebels"
	if name == "by" {
		for _, p := range t.Phrases(noun) {
			if by, ok := t.Phrase(p.At, "by"); ok && p.Prep == "of" {
				all = append(all, t.Conjuncts(by.Head)...)
			}
		}
		for _, c := range t.Children(noun) {
			if t.Rel(c) == "acl" && t.Passive(c) {
				all = append(all, t.Conjuncts(t.Agent(c))...)
			}
		}
	}
	return all
}

// governed returns the nouns under a preposition: on the predicate, on the event
// noun, on the verb's object, and on nouns of other phrases for "with" and
// "between", which parsers hang too low ("spoke on the issue with Obama").
func (s *sentence) governed(h *hit, prep string) []int {
	t := s.tree
	var all []int
	if prep == "as" && h.noun == clause.None {
		all = s.labels(h.pred)
	}
	own := clause.None // what the trigger's own preposition governs: "called for the lifting of"
	if h.prep != "" && h.noun == clause.None && (h.frame.Object != nil || len(h.frame.Inner) > 0 || slices.Contains(h.frame.Recipient, Slot{"", "object"})) {
		own = s.object(h)
	}
	take := func(host int) bool {
		for _, p := range t.Phrases(host) {
			if prepositionIs(p.Prep, prep) && (p.Head != own || own == clause.None || !prepositionIs(p.Prep, h.prep)) {
				all = append(all, t.Conjuncts(p.Head)...)
			}
		}
		return len(all) > 0
	}
	if h.noun != clause.None && take(h.noun) {
		return all
	}
	if h.noun != clause.None && prep == "by" {
		// "The killing of two priests by rebels", hung on the priests.
		for _, p := range t.Phrases(h.noun) {
			if p.Prep == "of" && take(p.At) {
				return all
			}
		}
	}
	if h.anchor != h.pred && h.noun != clause.None && (prep == "between" || prep == "with" || prep == "against") && h.pred != clause.None &&
		t.Subject(h.pred) == h.noun && (begins[t.Lemma(h.pred)] || goesOn[t.Lemma(h.pred)]) {
		take(h.pred) // "fighting broke out between", "talks resumed with"
		return all
	}
	if h.anchor != h.pred && !(h.within && prep == "with") {
		return all // a noun alone owns only its own phrases
	}
	if prep == "by" && h.noun == clause.None && t.Verbal(h.pred) && !t.Passive(h.pred) && t.OwnSubject(h.pred) != clause.None {
		return nil // "denied charges by the government": not who denied
	}
	if take(h.pred) {
		return all
	}
	if prep == "as" {
		// "sent soldiers to serve as peacekeepers" sent them as peacekeepers
		for _, c := range t.Children(h.pred) {
			if t.Rel(c) == "advcl" && c > h.pred && t.ClauseForm(c) == clause.FormTo && roles[t.Lemma(c)] && take(c) {
				return all
			}
		}
	}
	if o := t.Direct(h.pred); o != clause.None && o != h.noun && take(o) {
		return all
	}
	if own != clause.None && take(own) {
		return all
	}
	switch prep {
	case "with", "between", "to", "against", "from", "for":
		for _, host := range []int{h.pred, h.noun, t.Child(h.pred, "obj")} {
			if host == clause.None {
				continue
			}
			for _, p := range t.Phrases(host) {
				if take(p.At) {
					return all
				}
			}
		}
	}
	return all
}

// goesOn are verbs that say of an event noun that it lasts or was told of.
var goesOn = wordSet("continue rage flare escalate intensify persist open restart report go")

// roles are verbs that say as what somebody is sent.
var roles = wordSet("serve act work")

// indirect is the indirect object, which parsers may make a first direct one where
// the event noun is the second: "gave North Korea a warning".
func (s *sentence) indirect(h *hit) int {
	t := s.tree
	if o := t.Indirect(h.pred); o != clause.None || h.noun == clause.None {
		return o
	}
	if o := t.Child(h.pred, "obj"); o != clause.None && o < h.noun && t.Rel(h.noun) == "obj" && t.Head(h.noun) == h.pred {
		return o
	}
	return clause.None
}

// labels returns what the verb calls its object, where no "as" leads it: "called the
// raid a crime", "called the vote illegal". Parsers hang it on the object, or on a
// noun inside it.
func (s *sentence) labels(v int) []int {
	t := s.tree
	o := t.Child(v, "obj")
	if o == clause.None {
		return nil
	}
	var all []int
	for i := o + 1; i < t.Last; i++ {
		h := t.Head(i)
		switch rel := t.Rel(i); {
		case rel == "xcomp" && h == v && t.ClauseForm(i) != clause.FormTo, rel == "obj" && h == v:
		case rel == "appos" && (t.Determiner(i) == "a" || t.Determiner(i) == "an") && t.Under(i, o):
		case rel == "appos" && (t.Determiner(i) == "a" || t.Determiner(i) == "an") && t.Under(i, v) && t.Rel(h) == "obl":
		case rel == "amod" && h < i && t.Under(i, v) && (h == o || t.Under(h, o)):
		default:
			continue
		}
		all = append(all, i)
	}
	return all
}

// objects returns the logical objects of a hit; of a trigger that ends in a
// preposition and has no object but one of its own words ("call for", "put an end
// to") it is what the preposition governs.
func (s *sentence) objects(h *hit) []int {
	if h.noun != clause.None {
		return nil
	}
	if o := s.tree.Direct(h.pred); o != clause.None && (h.prep == "" || !slices.Contains(h.words, s.tree.Lemma(s.core(o)))) {
		return s.tree.Conjuncts(o)
	}
	if o := s.counted(h.pred); o != clause.None {
		return s.tree.Conjuncts(o)
	}
	if h.prep == "" {
		return nil
	}
	for _, p := range s.phrases(h.pred) {
		if prepositionIs(p.Prep, h.prep) {
			return s.tree.Conjuncts(p.Head)
		}
	}
	return nil
}

// counted is the object of an active verb that parsers make an oblique because the
// words before its number look like a preposition: "killed at least 20 villagers",
// "up to 30 rebels". Only people are taken: "rose at least 20 metres" has no object.
func (s *sentence) counted(v int) int {
	t := s.tree
	if t.Passive(v) || !t.Verbal(v) {
		return clause.None
	}
	for _, c := range t.Children(v) {
		if c < v || t.FullRel(c) != "obl" || !s.isPerson(c) || !s.numbered(c) {
			continue
		}
		switch p := t.Child(c, "case"); {
		case p == clause.None:
			return c
		case t.Lower(p) == "between", t.Lower(p) == "up", t.Lower(p) == "to" && t.Lower(p-1) == "up", t.Lower(p) == "as" && t.Lower(p-1) == "many":
			return c
		}
	}
	return clause.None
}

// numbered reports whether a number stands under the noun and before it.
func (s *sentence) numbered(noun int) bool {
	for i := noun - 1; i >= s.tree.First && i >= noun-7; i-- {
		if s.tree.Token(i).UPOS == "NUM" {
			return s.tree.Under(i, noun)
		}
	}
	return false
}

// governedBy is what the preposition that ends the trigger governs, or None: the
// lawmaker of "deny entry to a lawmaker".
func (s *sentence) governedBy(h *hit) int {
	if h.prep != "" {
		for _, p := range s.phrases(h.pred) {
			if prepositionIs(p.Prep, h.prep) {
				return p.Head
			}
		}
	}
	return clause.None
}

// object is the first logical object, or None.
func (s *sentence) object(h *hit) int {
	if o := s.objects(h); len(o) > 0 {
		return o[0]
	}
	return clause.None
}

// prepositionIs compares a preposition of the text ("out of", "upon") with one
// that a frame names ("of", "on"). Fixed ones ("according to") stay themselves.
func prepositionIs(have, want string) bool {
	if have == want || synonyms[have] == want {
		return true
	}
	first, last, two := strings.Cut(have, " ")
	return two && last == want && directions[first]
}

// directions are words that only add a direction to the preposition after them.
var directions = wordSet("out off away back up down over inside outside in from into")

// synonyms are spellings of one preposition.
var synonyms = map[string]string{"upon": "on", "toward": "towards", "amongst": "between", "among": "between", "alongside": "with", "together with": "with", "along with": "with", "onto": "on"}
