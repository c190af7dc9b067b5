package event

import "github.com/readout-project/readout/english/clause"

// examples returns the parties that a noun is followed by as examples: "allies
// like Saudi Arabia and Turkey".
func (s *sentence) examples(tok int, who admission) []int {
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
			if e := s.entity(n); s.admits(e, who) {
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

var documents = wordSet("order decree bill statement communique communiqué declaration letter memorandum note message report resolution video tweet post editorial leaflet petition communication")

// refused are verbs after which a text is nobody's word: "vetoed a resolution
// censuring the sweep".
var refused = wordSet("veto reject block oppose draft propose table shelve discuss debate")

// issues are verbs by which somebody puts out a text.
var issues = wordSet("send issue release publish put write adopt approve pass deliver post circulate distribute sign print broadcast air drop submit hand")
