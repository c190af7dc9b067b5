package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// owns reports whether the pronoun at the token says whose something is.
func (r *reading) owns(s *sentence, t int) bool {
	tok := &r.d.Tokens[t]
	return tok.XPOS == "PRP$" || strings.HasPrefix(tok.Rel, "nmod:poss")
}

// rivalOwner reports whether another that fits stands between the antecedent's
// last mention and a possessive pronoun: "Norway supplies the Malian army and
// trains its soldiers" does not say whose soldiers they are. What only describes
// a noun, and where something is, owns nothing.
func (r *reading) rivalOwner(s *sentence, t, entity int, fits func(*draft, doc.Mention) bool) bool {
	last := -1
	r.before(s, t, 1, func(m spoken, _ int) {
		if m.entity == entity && r.arguing(m.Mention) {
			last = max(last, m.First)
		}
	})
	host := r.host(s, t)
	if host != "" && r.drafts[entity].Country == host {
		return true
	}
	rival := false
	r.before(s, t, 1, func(m spoken, _ int) {
		e := &r.drafts[m.entity]
		if e.Kind == doc.KindCountry && e.Country == host {
			return
		}
		rival = rival || m.entity != entity && m.First > last && r.arguing(m.Mention) && fits(e, m.Mention)
	})
	return rival
}

// host is the state that receives the mission behind the pronoun: "its embassy
// in Tehran" is not Iran's.
func (r *reading) host(s *sentence, t int) string {
	ro := s.roleOf(t + 1)
	if ro == nil {
		return ""
	}
	switch lastWord(ro.entry.noun) {
	case "embassy", "consulate", "ambassador", "envoy", "diplomat", "mission":
	default:
		return ""
	}
	switch s.lower(ro.last) {
	case "in", "to", "from":
	default:
		return ""
	}
	n := ro.last + 1
	if s.lower(n) == "the" {
		n++
	}
	if a := s.atomOf(n); a != nil && a.kind == atomCountry && !a.hyphen {
		return a.hit.Country.ISO3
	}
	return ""
}

// singleBody reports whether the mention is of a state, an organisation, a group
// or a force: what answers to "it".
func singleBody(e *draft, m doc.Mention) bool {
	switch e.Kind {
	case doc.KindCountry, doc.KindOrganization, doc.KindGroup:
		return m.Form != doc.FormPronoun
	case doc.KindRole:
		return e.entry.kind == roleCollective && !e.entry.flags.pluralOnly
	}
	return false
}

// arguing reports whether the mention is a party of its clause: neither an
// adjective before a noun nor a place.
func (r *reading) arguing(m doc.Mention) bool {
	s := r.sents[r.of[m.Head]]
	head := r.firstConjunct(s, m.Head)
	switch rel := r.d.Tokens[head].Rel; {
	case rel == "nmod:poss":
		return true
	case rel == "compound", rel == "amod":
		return false
	case strings.HasPrefix(rel, "nmod"), strings.HasPrefix(rel, "obl"):
		switch r.preposition(s, head) {
		case "in", "near", "inside", "across", "within", "throughout", "around", "outside", "into", "at":
			return false
		}
	}
	return true
}
