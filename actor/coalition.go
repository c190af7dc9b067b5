package actor

import (
	"strings"
)

// leader tells coalitions apart by what stands before a hyphen or by a general
// word: "US-led", "anti-ISIL", "international". "" means that nothing does.
func (r *reading) leader(p phrase) string {
	if p.ro.entry.noun != "coalition" && p.ro.entry.noun != "alliance" {
		return ""
	}
	pieces := p.s.pieces[:p.s.firstPiece[p.ro.first-p.s.first]]
	for back := 1; back <= 6 && back <= len(pieces); back++ {
		i := len(pieces) - back
		switch w := pieces[i].lower; w {
		case "led", "backed":
			if a := p.s.atomBefore(pieces[i].span.Start); a != nil && a.entity >= 0 {
				return r.drafts[a.entity].Name
			}
		case "anti", "nation", "international", "global", "multinational", "military":
			if w == "anti" {
				for _, a := range p.s.atoms {
					if a.entity >= 0 && a.span.Start > pieces[i].span.End && a.span.End <= r.d.Tokens[p.ro.first].Start {
						return w + " " + r.drafts[a.entity].Name
					}
				}
			}
			return w
		case ",", ".", "and", "of":
			return ""
		}
	}
	return ""
}

// atomBefore is the name that a hyphen joins to what begins at the byte.
func (s *sentence) atomBefore(start int) *atom {
	for i := range s.atoms {
		if a := &s.atoms[i]; a.span.End < start && start-a.span.End <= 3 {
			return a
		}
	}
	return nil
}

// onlyCoalition is the coalition named before, when it is the only one.
func (r *reading) onlyCoalition() int {
	found := -1
	for _, i := range r.coalitions {
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// qualities are the adjectives of a collective: "moderate rebels" and "US-backed
// rebels" are not one entity.
func (r *reading) qualities(p phrase) string {
	if p.ro.entry.kind == roleOrganisation && !p.ro.plural {
		return ""
	}
	var words []string
	for t := p.c.first; t < p.ro.first; t++ {
		switch u := r.d.Tokens[t].UPOS; {
		case u == "DET", u == "PRON", u == "PUNCT", p.s.roleOf(t) != nil:
			continue
		}
		if a := p.s.atomOf(t); a != nil && !a.hyphen {
			continue
		}
		words = append(words, p.s.lower(t))
	}
	return strings.Join(words, " ")
}
