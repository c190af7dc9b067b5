package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// home gives a body or people of a state that the phrase does not name the one
// state of which the report has spoken so far: "Kenyan doctors accused the
// government", "police dispersed protesters in Minsk". Where the state itself or
// its government deals with the body it may be another's ("France urged the
// government"), and where two states are spoken of it may be either's.
func (r *reading) home(p *phrase) {
	if p.b.country != "" || p.b.group >= 0 || p.b.entity >= 0 || p.c.pronoun >= 0 || p.c.owner >= 0 || p.b.rule != "role noun" || !r.domestic(p) {
		return
	}
	a, place := r.onlyState(p)
	if a == nil || !p.definite && !place || r.dealtWith(p, r.placeOf(a)) {
		return
	}
	p.b.country, p.b.rule = r.placeOf(a), "the one state of the report"
	p.b.evidence = p.b.evidence.Cover(a.span)
}

// domestic reports whether the phrase means a body or people of some state
// without saying more of them.
func (r *reading) domestic(p *phrase) bool {
	e := p.ro.entry
	if e.flags.weak || e.flags.topic || e.flags.kin || e.flags.posted || e.flags.sides || e.country != "" || r.qualities(*p) != "" {
		return false
	}
	if !p.definite {
		if e.kind == rolePerson && !p.ro.plural || r.partOf(p.s, p.c.first) {
			return false
		}
		switch e.noun {
		case "protester", "demonstrator", "opposition supporter", "security force", "authority", "opposition", "opposition party", "local authority":
			return true
		}
		return e.sector == "COP" || e.sector == "JUD" || e.sector == "LEG" && e.kind == rolePerson
	}
	switch e.sector {
	case "COP", "JUD", "LEG", "OPP":
		return e.kind != rolePerson || !p.ro.plural
	case "MIL":
		return e.noun == "army" || e.noun == "military" || e.noun == "armed forces" || e.noun == "navy" || e.noun == "air force" || e.noun == "army chief"
	case "PTY":
		return e.noun == "ruling party"
	case "GOV":
		if e.kind != rolePerson {
			return !e.inherit
		}
		// "the king" may be of a play, "the dictator" of long ago
		return !p.ro.plural && !e.inherit && (strings.HasSuffix(e.noun, "minister") || e.noun == "president" || e.noun == "attorney general")
	}
	return false
}

// placeOf is the state that the atom names or lies in.
func (r *reading) placeOf(a *atom) string {
	if a.kind == atomPlace {
		return r.atomState(a)
	}
	if a.kind == atomKnown {
		t, _ := r.lex.known[a.known].at(r.d.Report.Published.Interval)
		return t.country
	}
	return a.hit.Country.ISO3
}

// onlyState is a name of the one state that the report has spoken of up to the
// phrase's sentence, nil where there are none or several, and whether it stands
// in that sentence as the place of what is told.
func (r *reading) onlyState(p *phrase) (*atom, bool) {
	h, ok := r.homes[p.s.index]
	if ownSeat[p.ro.entry.noun] {
		return r.soleState(p)
	}
	if !ok {
		if r.homes == nil {
			r.homes = map[int]homeState{}
		}
		h.name, h.place = r.soleState(p)
		r.homes[p.s.index] = h
	}
	return h.name, h.place
}

// ownSeat are nouns for those whom hardly anybody but their own state's reports names
// without it: "the Queen suspended parliament at the request of the British minister".
var ownSeat = map[string]bool{"queen": true, "king": true, "parliament": true, "house of commons": true, "house of lords": true}

// homeState is what onlyState finds.
type homeState struct {
	name  *atom
	place bool
}

func (r *reading) soleState(p *phrase) (found *atom, place bool) {
	for i := max(0, p.s.index-farthest); i <= p.s.index; i++ {
		s := r.sents[i]
		for k := range s.atoms {
			a := &s.atoms[k]
			switch {
			case a.kind == atomPerson, a.kind == atomOrganization:
				continue
			case a.kind == atomKnown && !r.isState(r.placeOf(a)):
				continue
			case a.kind == atomPlace && (!r.locative(s, a) || r.placeOf(a) == ""):
				continue
			}
			if found != nil && r.placeOf(found) != r.placeOf(a) {
				return nil, false
			}
			found = a
			if !ownSeat[p.ro.entry.noun] && r.foreign(s, a) {
				return nil, false
			}
			if a.kind == atomPlace || a.kind == atomCountry && (a.hit.Kind == country.Name || a.hit.Kind == country.CapitalOf || a.hit.Kind == country.Region) {
				place = place || s == p.s && r.locative(s, a) && !r.goal(s, a)
			}
		}
	}
	return found, place
}

// foreign reports whether the state itself or its government or forces are a
// party where they are named, so that another state's body may be meant beside
// them.
func (r *reading) foreign(s *sentence, a *atom) bool {
	if r.locative(s, a) {
		return r.goal(s, a)
	}
	if a.kind == atomPlace {
		return false
	}
	for i, c := range s.chunks {
		if a.first < c.first || a.last > c.last {
			continue
		}
		if a.last == c.last && i+1 < len(s.chunks) && s.chunks[i+1].owner == i {
			c = s.chunks[i+1] // "Kosovo's parliament"
		}
		head := r.headRole(s, c)
		if head == nil {
			return true
		}
		switch head.entry.sector {
		case "GOV", "MIL", "SPY", "JRN", "", "REF":
			return true
		}
		return false
	}
	return true
}

// goal reports whether the place is where something goes to.
func (r *reading) goal(s *sentence, a *atom) bool {
	head := r.d.HeadOf(a.first, a.last)
	if head < 0 {
		return true
	}
	switch r.preposition(s, r.firstConjunct(s, head)) {
	case "to", "into", "from":
		return true
	}
	return false
}

// dealtWith reports whether the phrase is the object of a verb whose subject is
// the state itself, its government or its forces.
func (r *reading) dealtWith(p *phrase, state string) bool {
	head := r.d.HeadOf(p.c.first, p.c.last)
	if head < 0 {
		return true
	}
	head = r.firstConjunct(p.s, head)
	tok := &r.d.Tokens[head]
	if strings.HasPrefix(tok.Rel, "nsubj") || tok.Head < 0 {
		return false
	}
	verb := tok.Head
	for steps := 0; steps < 4 && verb >= 0 && r.d.Tokens[verb].UPOS != "VERB"; steps++ {
		verb = r.d.Tokens[verb].Head
	}
	for t := p.s.first; t < p.s.last && verb >= 0; t++ {
		if r.d.Tokens[t].Head != verb || !strings.HasPrefix(r.d.Tokens[t].Rel, "nsubj") {
			continue
		}
		e := r.entityAt(t)
		if e < 0 {
			if a := p.s.atomOf(t); a != nil && a.kind == atomCountry {
				return true
			}
			continue
		}
		x := &r.drafts[e]
		return x.Kind == doc.KindCountry || x.Country == state && (x.Sector == "GOV" || x.Sector == "MIL")
	}
	return false
}
