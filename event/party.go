package event

import (
	"slices"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// parties fills actor and recipient of an act. With same set the act is its
// inner act itself ("began to bomb"): the inner parties come first and the outer
// slots fill what they lack.
func (s *sentence) parties(a *act, same bool) {
	f := a.frame
	actors, actorSlot := s.party(a, f.Actor, f.AnyActor)
	recipients, recipientSlot := s.party(a, f.Recipient, f.AnyRecipient)
	need := struct{ actor, recipient, mutual bool }{f.NeedActor, f.NeedRecipient, f.Mutual}
	if same {
		in := a.inner
		switch {
		case in.frame.Mutual:
			actors = slices.Concat(actors, in.actors)
		case len(in.actors) > 0:
			actors, actorSlot = in.actors, Slot{"inner", "actor"}
		}
		// A frame that names no inner recipient means its own: those killed when jets
		// bombed the market, not the market.
		if len(in.recipients) > 0 && (len(recipients) == 0 || slices.Contains(f.Recipient, Slot{"inner", "recipient"})) {
			recipients, recipientSlot = in.recipients, Slot{"inner", "recipient"}
		}
		need.actor = in.frame.NeedActor || need.actor
		need.recipient, need.mutual = in.frame.NeedRecipient, in.frame.Mutual
	}
	a.roles = []Role{{"actor", actors, actorSlot}, {"recipient", recipients, recipientSlot}}
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

// party returns the entities of the first slot that holds any, and that slot.
func (s *sentence) party(a *act, slots []Slot, anyone bool) ([]int, Slot) {
	for _, slot := range slots {
		if slot.Of == "inner" {
			if a.inner == nil {
				continue
			}
			found, core := a.inner.actors, a.inner
			for core.same && core.inner != nil {
				core = core.inner // "offered to resume talks with"
			}
			if slot.Name == "recipient" && !core.frame.Mutual {
				found = a.inner.recipients
			}
			if len(found) > 0 {
				return found, slot
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
			return found, slot
		}
	}
	return nil, Slot{}
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
	if each := s.each(tok); len(each) > 0 {
		return each
	}
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

// each returns the countries that a plural role is of, where it is of several: "the
// foreign ministers of Iran and Iraq" are two parties.
func (s *sentence) each(tok int) []int {
	t := s.tree
	of, ok := t.Phrase(tok, "of")
	if !ok {
		of, ok = t.Phrase(tok, "from")
	}
	if !ok || t.Token(tok).XPOS != "NNS" {
		return nil
	}
	var all []int
	for _, n := range t.Conjuncts(of.Head) {
		e := s.entity(n)
		if e < 0 || s.d.Entities[e].Kind != doc.KindCountry {
			return nil
		}
		if !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// examples returns the parties that a noun is followed by as examples: "allies
// like Saudi Arabia and Turkey".
func (s *sentence) examples(tok int, anyone bool) []int {
	var all []int
	if documents[s.tree.Lemma(tok)] && !refused[s.tree.Lemma(s.tree.Head(tok))] {
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
		// "sent a letter threatening", "adopted a resolution criticising": whose
		// words it holds is who put it out.
		t := s.tree
		if v := t.Head(tok); t.Rel(tok) == "obj" && v != clause.None && issues[t.Lemma(v)] && t.Modal(v) == clause.None && t.Negation(v) == clause.None && !s.failing(v) {
			for _, n := range t.Subjects(v) {
				if e := s.entity(n); e >= 0 && s.political[e] {
					all = append(all, e)
				}
			}
			return all
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

// failing reports whether the verb is what somebody failed or refused to do.
func (s *sentence) failing(v int) bool {
	t := s.tree
	return t.Rel(v) == "xcomp" && failures[t.Lemma(t.Head(v))]
}

// failures are verbs whose infinitive did not come about.
var failures = wordSet("fail refuse decline neglect forget")

var documents = wordSet("statement communique communiqué declaration letter memorandum note message report resolution video tweet post editorial leaflet petition communication")

// refused are verbs after which a text is nobody's word: "vetoed a resolution
// censuring the sweep".
var refused = wordSet("veto reject block oppose draft propose table shelve discuss debate")

// issues are verbs by which somebody puts out a text.
var issues = wordSet("send issue release publish put write adopt approve pass deliver post circulate distribute sign print broadcast air drop submit hand")
