package quantity

import "github.com/readout-project/readout/english/clause"

// event is the event that brought the fate about: the one whose trigger tells it,
// or is what did it ("the bombing killed 95 people"), in or by which it came about
// ("died in clashes"), or whose result it is ("bombed the town, killing 12"). -1
// when the sentence tells none.
func (s *sentence) event(f fate) int {
	if len(s.events) == 0 {
		return -1
	}
	if e := s.triggered(f.at); e >= 0 {
		return e
	}
	if f.unreal {
		return -1
	}
	t := s.tree
	if e := s.around(f.at); e >= 0 {
		return e
	}
	at := f.at
	for range 3 {
		head := t.Head(at)
		if head == clause.None {
			return -1
		}
		switch t.Rel(at) {
		case "advcl":
			// Only a participle tells a result: what happened "after 12 people
			// were killed" is another act.
			if s.xpos(at) != "VBG" || t.Subordinator(at) != "" {
				return -1
			}
		case "conj":
			if t.OwnSubject(at) != clause.None {
				return -1
			}
		case "acl", "xcomp", "compound", "nmod", "nsubj":
			if t.Rel(at) == "nmod" && t.Preposition(at) != "of" {
				return -1
			}
			if t.Rel(at) == "nsubj" && s.upos(f.at) == "VERB" {
				return -1
			}
		default:
			return -1
		}
		if t.Rel(at) == "acl" || t.Rel(at) == "nmod" {
			return s.triggered(head)
		}
		if e := s.triggered(head); e >= 0 {
			return e
		}
		at = head
	}
	return -1
}

// around looks at what did it and at the phrases that tell in what it came about.
func (s *sentence) around(at int) int {
	if s.upos(at) == "VERB" {
		if subject := s.tree.Subject(at); subject != clause.None {
			if e := s.triggered(subject); e >= 0 {
				return e
			}
		}
	}
	for _, p := range s.tree.Phrases(at) {
		switch p.Prep {
		case "in", "by", "from", "during", "of":
			if e := s.triggered(p.At); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// triggered is the event whose trigger holds the token, -1 when none does.
func (s *sentence) triggered(at int) int {
	if at < s.tree.First || at >= s.tree.Last {
		return -1
	}
	span := s.token(at).Span
	for _, e := range s.events {
		if s.d.Events[e].Trigger.Overlaps(span) {
			return e
		}
	}
	return -1
}
