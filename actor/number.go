package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// numbers gives numbers that stand for people a mention: the "45" of "at least
// 45 were killed", the "dozens" of "police arrested dozens". The verb tells that
// people are meant.
func (r *reading) numbers(s *sentence) {
	for t := s.first; t < s.last; t++ {
		tok := &r.d.Tokens[t]
		if tok.Head < 0 || r.covers[t] >= 0 || s.atomOf(t) != nil || s.roleOf(t) != nil || !r.countsPeople(s, t) {
			continue
		}
		i, _ := r.draftOf("", doc.Entity{Kind: doc.KindRole, Name: clean(r.d.Form(t)), Sector: "CVL",
			How: doc.KnownLexicon, Rule: "number of people"})
		r.drafts[i].plural = true
		first := t
		if t > s.first && r.d.Tokens[t-1].UPOS == "NUM" && r.d.Tokens[t-1].Head == t {
			first = t - 1 // "five others"
		}
		r.mention(i, first, t+1, doc.FormNominal, "number of people")
	}
}

// countsPeople reports whether the token is a number or a noun of number that is
// the party of a verb whose parties are people.
func (r *reading) countsPeople(s *sentence, t int) bool {
	tok := &r.d.Tokens[t]
	switch s.lower(t) {
	case "dozens", "hundreds", "thousands", "scores", "others":
	default:
		if tok.UPOS != "NUM" || len(r.d.Form(t)) > 12 || strings.ContainsAny(r.d.Form(t), ".:%$€£") {
			return false
		}
	}
	at := r.firstConjunct(s, t)
	rel, h := r.d.Tokens[at].Rel, r.d.Tokens[at].Head
	if h < s.first || h >= s.last {
		return false
	}
	verb := lowerLemma(r.d, h)
	switch rel {
	case "obj", "nsubj:pass":
		if verb == "leave" {
			return r.leftDead(s, h)
		}
		return harms[verb] && !r.percent(s, t) && !r.ofSome(s, t)
	case "nsubj":
		return suffers[verb] && r.d.Tokens[h].UPOS == "VERB" && !r.ofSome(s, t)
	}
	return false
}

// ofSome reports whether a phrase says of what the number is a part: "two of
// them", "one of its drones".
func (r *reading) ofSome(s *sentence, t int) bool {
	for i := t + 1; i < s.last; i++ {
		if r.d.Tokens[i].Head == t && strings.HasPrefix(r.d.Tokens[i].Rel, "nmod") {
			return true
		}
	}
	return false
}

// percent reports whether the number is of something counted by another word.
func (r *reading) percent(s *sentence, t int) bool {
	switch s.lower(t + 1) {
	case "%", "percent", "per", "million", "billion", "km", "miles", "points":
		return true
	}
	return false
}

// leftDead reads "left six dead".
func (r *reading) leftDead(s *sentence, verb int) bool {
	for t := verb + 1; t < s.last && t < verb+8; t++ {
		if r.d.Tokens[t].Head == verb {
			switch s.lower(t) {
			case "dead", "wounded", "injured", "homeless", "hurt", "missing":
				return true
			}
		}
	}
	return false
}

// harms are verbs of which a bare number as object counts people.
var harms = map[string]bool{
	"kill": true, "injure": true, "wound": true, "hurt": true, "arrest": true, "detain": true, "murder": true, "behead": true, "execute": true,
	"hang": true, "abduct": true, "kidnap": true, "evacuate": true, "rescue": true, "displace": true, "hospitalise": true, "hospitalize": true,
	"deport": true, "imprison": true, "jail": true, "massacre": true, "slaughter": true, "maim": true, "apprehend": true, "slay": true,
	"sentence": true, "rape": true, "round": true, "torture": true,
}

// suffers are verbs of which a bare number as subject counts people.
var suffers = map[string]bool{"die": true, "perish": true, "drown": true, "flee": true, "surrender": true, "defect": true}
