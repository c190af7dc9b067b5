package event

import (
	"slices"

	"github.com/readout-project/readout/doc"
)

// parties fills actor and recipient of an act. With same set the act is its
// inner act itself ("began to bomb"): the inner parties come first and the outer
// slots fill what they lack.
func (s *sentence) parties(a *act, same bool) {
	f := a.frame
	actors := s.party(a, f.Actor, f.AnyActor)
	recipients := s.party(a, f.Recipient, f.AnyRecipient)
	need := struct{ actor, recipient, mutual bool }{f.NeedActor, f.NeedRecipient, f.Mutual}
	if same {
		in := a.inner
		switch {
		case in.frame.Mutual:
			actors = slices.Concat(actors, in.actors)
		case len(in.actors) > 0:
			actors = in.actors
		}
		if len(in.recipients) > 0 {
			recipients = in.recipients
		}
		need.actor = in.frame.NeedActor || need.actor
		need.recipient, need.mutual = in.frame.NeedRecipient, in.frame.Mutual
	}
	for _, x := range actors {
		if !slices.Contains(a.actors, x) {
			a.actors = append(a.actors, x)
		}
	}
	for _, r := range recipients {
		if !slices.Contains(actors, r) {
			a.recipients = append(a.recipients, r)
		}
	}
	if need.mutual {
		a.actors = append(slices.Clone(a.actors), a.recipients...)
		a.recipients = nil
		if need.actor && need.recipient && len(a.actors) < 2 {
			a.missing = "second party"
		} else if len(a.actors) == 0 {
			a.missing = "party"
		}
		return
	}
	switch {
	case f.NeedAny && !same && len(a.actors)+len(a.recipients) == 0:
		a.missing = "party"
	case need.actor && len(a.actors) == 0:
		a.missing = "actor"
	case need.recipient && len(a.recipients) == 0:
		a.missing = "recipient"
	}
}

// party returns the entities of the first slot that holds any.
func (s *sentence) party(a *act, slots []Slot, anyone bool) []int {
	for _, slot := range slots {
		if slot.Of == "inner" {
			if a.inner == nil {
				continue
			}
			found := a.inner.actors
			if slot.Name == "recipient" && !a.inner.frame.Mutual {
				found = a.inner.recipients
			}
			if len(found) > 0 {
				return found
			}
			continue
		}
		var found []int
		for _, tok := range s.fillers(a.hit, s.turned(a.hit, slot)) {
			if slot.Name == "modifier" && (slot.Of == "" || slot.Of == "in") && !s.modifies(a.hit, tok) {
				continue
			}
			for _, e := range s.entitiesOf(tok, anyone) {
				if !slices.Contains(found, e) {
					found = append(found, e)
				}
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// modifies reports whether a word before an event noun tells who did it. Names and
// adjectives do ("Russian strikes"), and forces ("a police raid"); any other noun
// tells what was hit: "the embassy attack". The full name of a country before an
// attack tells where it was: "Mali attack: toll rises".
func (s *sentence) modifies(h *hit, tok int) bool {
	e := s.entity(tok)
	if e >= 0 && h.frame.Code.Type == "ASSAULT" && s.d.Entities[e].Kind == doc.KindCountry && s.d.Entities[e].Name == s.tree.Form(tok) {
		return false
	}
	if e < 0 || s.tree.Token(tok).UPOS != "NOUN" {
		return true
	}
	switch s.d.Entities[e].Sector {
	case "MIL", "REB", "COP", "UAF", "PRM", "SPY", "CRM":
		return true
	}
	return false
}

// turned exchanges subject and "from" for light verbs whose subject undergoes the
// act: "received a call from Moscow".
func (s *sentence) turned(h *hit, slot Slot) Slot {
	if !h.receives || slot.Of != "" {
		return slot
	}
	switch slot.Name {
	case "subject":
		return Slot{"", "from"}
	case "object", "to", "with", "against", "on", "indirect":
		return Slot{"", "subject"}
	}
	return slot
}

// entitiesOf returns the parties a noun names: the entity itself, or the members
// it names one by one.
func (s *sentence) entitiesOf(tok int, anyone bool) []int {
	e := s.entity(tok)
	if e < 0 {
		if c := s.core(tok); c != tok {
			e = s.entity(c)
		}
	}
	if e < 0 || !anyone && !s.political[e] && len(s.d.Entities[e].Members) == 0 {
		return s.examples(tok, anyone)
	}
	ent := s.d.Entities[e]
	if len(ent.Members) > 0 {
		var all []int
		for _, m := range ent.Members {
			if m >= 0 && m < len(s.political) && (anyone || s.political[m]) {
				all = append(all, m)
			}
		}
		return all
	}
	if !anyone && !s.political[e] || ent.Kind == doc.KindPlace {
		return nil
	}
	return []int{e}
}

// examples returns the parties that a noun is followed by as examples: "allies
// like Saudi Arabia and Turkey".
func (s *sentence) examples(tok int, anyone bool) []int {
	var all []int
	if documents[s.tree.Lemma(tok)] {
		// A statement speaks for those who made it.
		for _, slot := range []string{"by", "of", "from", "possessor", "modifier"} {
			for _, n := range s.within(tok, slot) {
				if e := s.entity(n); e >= 0 && s.political[e] {
					all = append(all, e)
				}
			}
			if len(all) > 0 {
				return all
			}
		}
	}
	for _, p := range s.tree.Phrases(tok) {
		if p.Prep != "like" && p.Prep != "such as" && p.Prep != "including" {
			continue
		}
		for _, n := range s.tree.Conjuncts(p.Head) {
			if e := s.entity(n); e >= 0 && (anyone || s.political[e]) {
				all = append(all, e)
			}
		}
	}
	return all
}

var documents = wordSet("statement communique communiqué declaration letter memorandum note message")
