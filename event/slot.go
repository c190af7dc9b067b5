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
		var all []int
		for _, c := range t.Complements(h.anchor) {
			if c.Form == clause.FormTo || c.Form == clause.FormThat {
				all = append(all, t.Subjects(c.Head)...)
				break
			}
		}
		return all
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
			return t.Conjuncts(t.Indirect(h.pred))
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
	return s.governed(h, slot.Name)
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
		return t.Modifiers(noun)
	}
	var all []int
	for _, p := range t.Phrases(noun) {
		if prepositionIs(p.Prep, name) {
			all = append(all, t.Conjuncts(p.Head)...)
		}
	}
	// "areas held by rebels", "a regime backed by Russia"
	if name == "by" {
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
	take := func(host int) bool {
		for _, p := range t.Phrases(host) {
			if prepositionIs(p.Prep, prep) {
				all = append(all, t.Conjuncts(p.Head)...)
			}
		}
		return len(all) > 0
	}
	if h.noun != clause.None && take(h.noun) {
		return all
	}
	if h.anchor != h.pred && !(h.within && prep == "with") {
		return all // a noun alone owns only its own phrases
	}
	if prep == "by" && h.noun == clause.None && !t.Passive(h.pred) && t.OwnSubject(h.pred) != clause.None {
		return nil // "denied charges by the government": not who denied
	}
	if take(h.pred) {
		return all
	}
	if o := t.Child(h.pred, "obj"); o != clause.None && o != h.noun && take(o) {
		return all
	}
	switch prep {
	case "with", "between", "to", "against", "from", "for":
		for _, host := range []int{h.pred, h.noun} {
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

// objects returns the logical objects of a hit; of a trigger that ends in a
// preposition and has no object ("call for") it is what the preposition governs.
func (s *sentence) objects(h *hit) []int {
	if h.noun != clause.None {
		return nil
	}
	if o := s.tree.Direct(h.pred); o != clause.None || h.prep == "" {
		return s.tree.Conjuncts(o)
	}
	for _, p := range s.tree.Phrases(h.pred) {
		if prepositionIs(p.Prep, h.prep) {
			return s.tree.Conjuncts(p.Head)
		}
	}
	return nil
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
