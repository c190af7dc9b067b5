package event

import "github.com/readout-project/readout/english/clause"

// innerAct finds the act that the outer hit speaks of in one of its forms.
func (s *sentence) innerAct(h *hit, form string, depth int) *act {
	if form == "when" {
		return s.whenAct(h.pred, depth)
	}
	hosts := []int{h.anchor}
	if h.noun != clause.None && h.noun != h.anchor {
		hosts = []int{h.noun, h.anchor}
	}
	for _, host := range hosts {
		for _, c := range s.tree.Complements(host) {
			fits := false
			switch form {
			case "to":
				fits = c.Form == clause.FormTo || c.Form == clause.FormBare && s.tree.Lemma(host) == "let" || c.Form == clause.FormIng && c.Prep == "to" // "resorted to shelling"
			case "that":
				fits = c.Form == clause.FormThat
			case "ing":
				fits = c.Form == clause.FormIng && c.Prep == ""
			case "object":
			default:
				fits = c.Form == clause.FormIng && c.Prep == form
			}
			if !fits {
				continue
			}
			if a := s.best(c.Head, depth+1); a != nil {
				return a
			}
			if x := s.obliged(c.Head); x != clause.None {
				if a := s.best(x, depth+1); a != nil {
					return a
				}
			}
		}
		if form == "to" && host == h.pred && h.noun != clause.None {
			// "put pressure on Hamas to release the soldier", the infinitive hung as a purpose
			for _, c := range s.tree.Children(host) {
				if s.tree.Rel(c) == "advcl" && c > h.noun && s.tree.ClauseForm(c) == clause.FormTo {
					if a := s.best(c, depth+1); a != nil {
						return a
					}
				}
			}
		}
		switch form {
		case "to":
			if a := s.farInfinitive(h, host, depth); a != nil {
				return a
			}
		case "that", "ing":
			continue
		case "object":
			if h.noun == clause.None {
				for _, o := range s.objects(h) {
					if a := s.nounAct(o, depth); a != nil {
						return a
					}
				}
			}
			continue
		case "subject":
			if c := s.tree.Child(h.pred, "csubj"); c != clause.None && h.noun == clause.None {
				if a := s.best(c, depth+1); a != nil {
					return a // "lifting the embargo was unacceptable"
				}
			}
			if h.noun == clause.None && s.tree.Child(h.pred, "obj") == clause.None {
				for _, o := range s.subjects(h.pred) {
					if a := s.nounAct(o, depth); a != nil {
						return a
					}
				}
			}
			continue
		}
		phrases := s.tree.Phrases(host)
		if h.noun == clause.None {
			phrases = s.phrases(host) // "warned Iran of strikes", hung on the object
		}
		for _, p := range phrases {
			if p.Prep != form {
				continue
			}
			for _, n := range s.tree.Conjuncts(p.Head) {
				if a := s.nounAct(n, depth); a != nil {
					return a
				}
			}
		}
	}
	return nil
}

// whenAct is the act of a clause that tells on what occasion the verb's own came
// about: "was killed when police opened fire".
func (s *sentence) whenAct(v, depth int) *act {
	t := s.tree
	for _, c := range t.Children(v) {
		if t.Rel(c) != "advcl" || c < v || t.ClauseForm(c) != clause.FormThat || t.Negation(c) != clause.None || t.Modal(c) != clause.None {
			continue
		}
		switch t.Subordinator(c) {
		case "when", "after", "as":
			if a := s.best(c, depth+1); a != nil {
				return a
			}
		}
	}
	return nil
}

// farInfinitive is the act of an infinitive that stands apart from its verb, where
// the treebanks make a purpose of it: "agreed on 18 September to lift the blockade".
func (s *sentence) farInfinitive(h *hit, host, depth int) *act {
	t := s.tree
	if h.noun != clause.None || !t.Verbal(host) || t.Child(host, "obj", "xcomp", "ccomp") != clause.None {
		return nil
	}
	for _, c := range t.Children(host) {
		if t.Rel(c) == "advcl" && c > host && t.ClauseForm(c) == clause.FormTo {
			return s.best(c, depth+1)
		}
	}
	return nil
}

func (s *sentence) nounAct(noun, depth int) *act {
	if a := s.best(noun, depth+1); a != nil {
		return a
	}
	if c := s.core(noun); c != noun {
		return s.best(c, depth+1)
	}
	return nil
}
