package quantity

import "github.com/readout-project/readout/english/clause"

// real reports whether the text tells the fate at all, rather than that it did
// not come about, and marks what is only threatened, possible or planned.
func (s *sentence) real(f *fate) bool {
	at := f.at
	if s.upos(at) == "NOUN" {
		at = s.tree.Clause(at)
		if at == clause.None {
			return true
		}
	}
	for range 4 {
		if s.tree.Negation(at) != clause.None {
			return false
		}
		if s.tree.Modal(at) != clause.None || s.infinitive(at) || s.conditional(at) {
			f.unreal = true
		}
		up, _ := s.tree.Governor(at)
		if up == clause.None {
			break
		}
		// "rejected claims that": the noun is what was rejected, whatever the tree
		// makes of the verb before it.
		if s.lex.denials[s.tree.Lemma(up)] || s.upos(up) == "NOUN" && up > s.tree.First && s.lex.denials[s.tree.Lemma(up-1)] {
			return false
		}
		switch s.tree.Rel(at) {
		case "xcomp", "conj":
		default:
			return true
		}
		at = up
	}
	return true
}

// infinitive reports whether the verb is an infinitive of what is to come: "to
// arrest", not "to have arrested".
func (s *sentence) infinitive(at int) bool {
	k := at - 1
	for s.upos(k) == "ADV" || s.lower(k) == "be" {
		k--
	}
	return s.lower(k) == "to" && s.upos(k) == "PART" && (s.xpos(at) == "VB" || s.lower(at-1) == "be")
}

// conditional reports whether the clause is led by "if" and its like.
func (s *sentence) conditional(at int) bool {
	for _, c := range s.tree.Children(at) {
		if s.tree.Rel(c) == "mark" {
			switch s.lower(c) {
			case "if", "unless", "whether", "lest":
				return true
			}
		}
	}
	return false
}
