package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// parties fills actor and recipient of an act. With same set the act is its
// inner act itself ("began to bomb"): the inner parties come first and the outer
// slots fill what they lack.
func (s *sentence) parties(a *act, same bool) {
	f := a.frame
	actors, actorSlot := s.party(a, f.Actor, politicalOnly.orAnyone(f.AnyActor))
	recipients, recipientSlot := s.party(a, f.Recipient, politicalOnly.orAnyone(f.AnyRecipient))
	if !same && len(recipients) == 0 {
		recipients, recipientSlot = s.ownerOf(a, actors)
	}
	if f.Code.Type == "REQUEST" {
		recipients = s.notOwn(actors, recipients)
	}
	if !same && len(actors) == 0 && len(recipients) > 0 && (f.Code.Type != "ASSAULT" || f.NeedAny) {
		actors, actorSlot = s.party(a, f.Actor, namedToo)
	}
	if !same && len(recipients) == 0 && len(actors) > 0 {
		recipients, recipientSlot = s.party(a, f.Recipient, namedToo)
	}
	if !same && len(recipients) == 0 && a.inner != nil && a.inner.coded {
		recipients, recipientSlot = s.innerParty(a, actors)
	}
	need := struct{ actor, recipient, mutual bool }{f.NeedActor, f.NeedRecipient, f.Mutual}
	if same {
		in := a.inner
		switch {
		case in.frame.Mutual:
			actors = slices.Concat(actors, in.actors)
		case len(actors) > 0 && in.code.Type == "MOBILIZE" && s.nobodys(in.actors):
			// "Kosovo approved the deployment of troops": they are Kosovo's.
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
	if len(recipients) == 0 && a.code.Type == "THREATEN" {
		recipients = s.heldTo(a, actors)
	}
	if !same && len(recipients) == 0 && f.PlaceRecipient {
		a.host = s.hostOf(a, actors)
	} else if len(recipients) == 0 && a.inner != nil && !f.Mutual {
		a.host = a.inner.host
	}
	if len(recipients) == 0 && len(actors) > 1 && s.eachOther(a) {
		need.mutual, need.recipient = true, true // "accused each other of breaking the truce"
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
	if need.mutual && need.actor && need.recipient && len(a.actors)+len(a.recipients) == 1 {
		// "Four rebels met Alice Wells": beside a political party a name will do.
		more, _ := s.party(a, f.Recipient, namedToo)
		first, _ := s.party(a, f.Actor, namedToo)
		for _, e := range append(first, more...) {
			if !slices.Contains(a.actors, e) && !slices.Contains(a.recipients, e) {
				a.recipients = append(a.recipients, e)
			}
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
		if !s.somebody(a) {
			a.missing = "party"
		}
	case need.actor && len(a.actors) == 0:
		a.missing = "actor"
	case need.recipient && !need.actor && !same && len(a.recipients) == 0 && s.somebody(a):
	case need.recipient && len(a.recipients) == 0 && a.host < 0:
		a.missing = "recipient"
	}
}

// nobodys reports whether none of the forces is said to be of a country.
func (s *sentence) nobodys(forces []int) bool {
	return !slices.ContainsFunc(forces, func(e int) bool {
		return s.d.Entities[e].Country != "" || s.d.Entities[e].Kind != doc.KindRole
	})
}

// eachOther reports whether the act was done by its actors to each other.
func (s *sentence) eachOther(a *act) bool {
	for _, slot := range a.frame.Recipient {
		if slices.ContainsFunc(s.fillers(a.hit, slot), s.reciprocal) {
			return true
		}
	}
	return false
}

// heldTo is who has to yield to a threat, told by its condition: "unless Israel lifts
// the ban".
func (s *sentence) heldTo(a *act, actors []int) []int {
	t := s.tree
	hosts := []int{a.pred}
	for _, c := range t.Complements(a.pred) {
		hosts = append(hosts, c.Head)
	}
	for _, host := range hosts {
		for _, c := range t.Children(host) {
			if t.Rel(c) != "advcl" || t.Subordinator(c) != "unless" && t.Subordinator(c) != "if" {
				continue
			}
			var all []int
			for _, n := range t.Subjects(c) {
				if e := s.entity(n); e >= 0 && s.political[e] && !slices.Contains(actors, e) {
					all = append(all, e)
				}
			}
			if len(all) > 0 {
				return all
			}
		}
	}
	return nil
}

// admission says who counts as a party.
type admission int

const (
	politicalOnly admission = iota // states, organisations, armed groups, holders of an office
	namedToo                       // and any person or organisation that has a name
	anybody                        // and any noun for persons
)

func (p admission) orAnyone(yes bool) admission {
	if yes {
		return anybody
	}
	return p
}

// admits reports whether the entity counts as a party.
func (s *sentence) admits(e int, who admission) bool {
	if e < 0 {
		return false
	}
	return who == anybody || s.political[e] || who == namedToo && s.hasName(e)
}

// hasName reports whether the entity is a person or organisation that the report
// calls by a name. Where one party of an act is political, the other needs no more:
// "Nigeria sued Shell", "Ann Lee thanked the minister".
func (s *sentence) hasName(e int) bool {
	x := &s.d.Entities[e]
	if x.Kind != doc.KindPerson && x.Kind != doc.KindOrganization {
		return false
	}
	return slices.ContainsFunc(x.Mentions, func(m doc.Mention) bool { return m.Form == doc.FormName })
}

// innerParty is whom the outer act is upon where it does not say so itself: the
// recipient of what is threatened, promised or refused, and the one who is to do what
// is asked for.
func (s *sentence) innerParty(a *act, actors []int) ([]int, Slot) {
	var found []int
	slot := Slot{"inner", "recipient"}
	if a.code.CAMEO == "016" {
		return nil, Slot{} // what is denied was done to nobody
	}
	switch a.code.Type {
	case "THREATEN", "REJECT", "AGREE":
		found = a.inner.recipients
	case "REQUEST":
		slot = Slot{"inner", "actor"}
		found = a.inner.actors
	}
	var all []int
	for _, e := range found {
		if !slices.Contains(actors, e) {
			all = append(all, e)
		}
	}
	return all, slot
}

// party returns the entities of the first slot that holds any, and that slot.
func (s *sentence) party(a *act, slots []Slot, who admission) ([]int, Slot) {
	for _, slot := range slots {
		if slot.Name == "speaker" {
			if a.told = s.speakers(a); len(a.told) > 0 {
				return a.told, slot
			}
			continue
		}
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
			for _, e := range s.entitiesOf(tok, who) {
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
	if e >= 0 && s.d.Entities[e].Kind == doc.KindRole && strings.HasSuffix(s.d.Entities[e].Name, "terrorist") {
		return false // "the Ankara terrorist attack" says of what kind it was
	}
	if e < 0 || s.tree.Token(tok).UPOS != "NOUN" {
		return true
	}
	if l := s.tree.Lemma(tok); l == "terrorist" || l == "terror" {
		return false // says of what kind the attack was
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
func (s *sentence) entitiesOf(tok int, who admission) []int {
	e := s.entity(tok)
	if e < 0 {
		if c := s.core(tok); c != tok {
			e = s.entity(c)
		}
	}
	if e < 0 || !s.admits(e, who) && len(s.d.Entities[e].Members) == 0 {
		if from := s.sentFrom(tok); len(from) > 0 {
			return from
		}
		if n := s.namedBehind(tok); n >= 0 && s.admits(n, who) {
			return []int{n}
		}
		return s.examples(tok, who)
	}
	ent := s.d.Entities[e]
	if each := s.each(tok); len(each) > 0 {
		return each
	}
	if len(ent.Members) > 0 {
		var all []int
		for _, m := range ent.Members {
			if m >= 0 && m < len(s.political) && s.admits(m, who) {
				all = append(all, m)
			}
		}
		return all
	}
	if ent.Country == "" && (ent.Kind == doc.KindRole || ent.Kind == doc.KindGroup) {
		if named := s.examples(tok, who); len(named) > 0 {
			return named // "allies like Saudi Arabia and Turkey"
		}
	}
	if !s.admits(e, who) || ent.Kind == doc.KindPlace {
		return nil
	}
	return []int{e}
}

// sentFrom are the parties that people whom nothing else makes one are from: "doctors
// from two American aid groups", "a team from Norway".
func (s *sentence) sentFrom(tok int) []int {
	t := s.tree
	if t.Token(tok).XPOS != "NNS" && !measures[t.Lemma(tok)] && !s.isPerson(tok) {
		return nil
	}
	p, ok := t.Phrase(tok, "from")
	if !ok || s.isTime(p.Head) {
		return nil
	}
	var all []int
	for _, n := range t.Conjuncts(p.Head) {
		if e := s.entity(n); e >= 0 && s.political[e] && s.d.Entities[e].Kind != doc.KindPerson {
			all = append(all, e)
		}
	}
	return all
}

// namedBehind is the party that the words behind a noun name it by, or -1: "the
// island nation of Nauru", "his counterpart, President Sergio Mattarella".
func (s *sentence) namedBehind(tok int) int {
	t := s.tree
	if p, ok := t.Phrase(tok, "of"); ok && states[t.Lemma(tok)] {
		if e := s.entity(p.Head); e >= 0 && s.d.Entities[e].Kind == doc.KindCountry {
			return e
		}
	}
	if a := t.Child(tok, "appos"); a != clause.None && a > tok {
		if e := s.entity(a); e >= 0 && s.political[e] {
			return e
		}
	}
	return -1
}

// states are nouns that a country's name may follow with "of".
var states = wordSet("nation state country republic kingdom emirate sultanate monarchy power neighbour neighbor")

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
