package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/place/gazetteer"
)

// government says how the name of a capital stands for the government in it, ""
// when it is a place or nothing tells. "Moscow denied" is a government, "in
// Moscow" a place; capital-acts.tsv lists the verbs and nouns that decide.
func (r *reading) government(s *sentence, a *atom) string {
	head := r.d.HeadOf(a.first, a.last)
	if head < 0 || r.dateline(s, a) {
		return ""
	}
	first := r.firstConjunct(s, head)
	tok := &r.d.Tokens[first]
	if r.subjectByPlace(s, a) {
		return "subject"
	}
	if tok.Head < 0 {
		return ""
	}
	gov := &r.d.Tokens[tok.Head]
	lemma := strings.ToLower(gov.Lemma)
	rel, sub, _ := strings.Cut(tok.Rel, ":")
	switch rel {
	case "nsubj":
		switch {
		case sub == "pass":
			if r.lex.act(lemma, "object") {
				return "subject of a passive"
			}
		case gov.UPOS == "VERB":
			if !r.lex.act(lemma, "place") {
				return "subject"
			}
		case gov.UPOS == "ADJ":
			return "subject"
		}
		return ""
	case "obj", "iobj":
		if r.lex.act(lemma, "object") {
			return "object"
		}
		if r.lex.act(lemma, "host") && r.statesman(s, tok.Head, a) {
			return "host"
		}
		return ""
	case "nmod", "obl":
		if sub == "poss" {
			if r.lex.act(lemma, "owned") {
				return "possessor"
			}
			return ""
		}
		if sub == "agent" {
			return "agent"
		}
		prep := r.preposition(s, first)
		if r.hosts(s, a, first, rel, prep) {
			return "host"
		}
		switch prep {
		case "with", "against", "between":
			return "party (" + prep + ")"
		case "by":
			if rel == "obl" && gov.XPOS == "VBN" {
				return "agent"
			}
			if rel == "nmod" && (r.lex.act(lemma, "complement") || r.lex.act(lemma, "owned")) {
				return "party (by)"
			}
		case "of", "to", "for", "from", "on", "over":
			if rel == "nmod" && r.lex.act(lemma, "complement") {
				return "party (" + prep + ")"
			}
			if rel == "obl" && (prep == "on" || prep == "to") && (r.lex.act(lemma, "object") || r.lex.act(lemma, "goal")) {
				return "party (" + prep + ")"
			}
			if rel == "obl" && prep == "from" && r.lex.act(lemma, "source") {
				return "party (from)"
			}
		}
		return ""
	case "compound", "amod":
		if r.lex.act(lemma, "owned") {
			return "modifier"
		}
	}
	return ""
}

// subjectByPlace reports whether a finite verb that has no subject in the tree
// follows the name at once, whatever the tree makes of the name: "..., and Moscow
// quickly faced complaints".
func (r *reading) subjectByPlace(s *sentence, a *atom) bool {
	if a.first > s.first {
		switch r.d.Tokens[a.first-1].UPOS {
		case "CCONJ", "PUNCT", "SCONJ":
		default:
			return false
		}
	}
	v := a.last
	for v < s.last && r.d.Tokens[v].UPOS == "ADV" && v < a.last+2 {
		v++
	}
	if v >= s.last || r.d.Tokens[v].XPOS != "VBD" && r.d.Tokens[v].XPOS != "VBZ" || r.d.Tokens[v].UPOS != "VERB" ||
		r.lex.act(r.d.Tokens[v].Lemma, "place") {
		return false
	}
	for t := s.first; t < v; t++ {
		if r.d.Tokens[t].Head == v && strings.HasPrefix(r.d.Tokens[t].Rel, "nsubj") {
			return false
		}
	}
	return true
}

// locative reports whether the name stands behind a preposition of place.
func (r *reading) locative(s *sentence, a *atom) bool {
	head := r.d.HeadOf(a.first, a.last)
	if head < 0 {
		return false
	}
	if town := s.atomOf(a.first - 2); s.lower(a.first-1) == "," && town != nil && town.kind == atomPlace && a.kind == atomCountry {
		return r.locative(s, town) // "in Mokha, Yemen"
	}
	head = r.firstConjunct(s, head)
	rel := r.d.Tokens[head].Rel
	if !strings.HasPrefix(rel, "obl") && !strings.HasPrefix(rel, "nmod") || rel == "nmod:poss" {
		return false
	}
	switch r.preposition(s, head) {
	case "in", "near", "inside", "across", "within", "throughout", "around", "outside", "into":
		return true
	case "of":
		h := r.d.Tokens[head].Head
		return h >= 0 && regions[strings.ToLower(r.d.Tokens[h].Lemma)]
	case "to", "from":
		// "rushed back to the Kremlin", "flew to Syria"
		h := r.d.Tokens[head].Head
		return h >= 0 && motion[strings.ToLower(r.d.Tokens[h].Lemma)]
	}
	return false
}

// regions are nouns of which "of" a state makes a place: "the south of Brazil".
var regions = map[string]bool{
	"north": true, "south": true, "east": true, "west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true,
	"region": true, "province": true, "part": true, "coast": true, "area": true, "district": true, "city": true, "town": true, "village": true,
	"island": true, "interior": true, "centre": true, "center": true, "corner": true, "state": true,
}

// motion are verbs whose "to" and "from" lead to places.
var motion = map[string]bool{
	"arrive": true, "come": true, "drive": true, "escape": true, "flee": true, "fly": true, "go": true, "head": true,
	"hurry": true, "leave": true, "move": true, "return": true, "rush": true, "sail": true, "travel": true, "trip": true,
	"visit": true, "walk": true, "flight": true, "journey": true,
}

// firstConjunct climbs from a member of a list to its first.
func (r *reading) firstConjunct(s *sentence, t int) int {
	for steps := 0; steps < 12; steps++ {
		tok := &r.d.Tokens[t]
		if !strings.HasPrefix(tok.Rel, "conj") || tok.Head < s.first || tok.Head >= t {
			break
		}
		t = tok.Head
	}
	return t
}

// preposition is the word that introduces the noun, "" when none does.
func (r *reading) preposition(s *sentence, t int) string {
	for i := t - 1; i >= s.first && i >= t-6; i-- {
		if r.d.Tokens[i].Head == t && r.d.Tokens[i].Rel == "case" {
			return s.lower(i)
		}
	}
	return ""
}

// hosts reports whether the capital is where a statesman travels to: its
// government is then the host. Where the sentence names with whom he talks, or a
// conference, the capital is only the place.
func (r *reading) hosts(s *sentence, a *atom, t int, rel, prep string) bool {
	up := r.d.Tokens[t].Head
	lemma := lowerLemma(r.d, up)
	switch {
	case rel == "nmod" && prep == "to" && r.lex.act(lemma, "trip"):
		return true
	case (rel == "nmod" || rel == "obl") && prep == "in" && missions[s.lower(t-2)]:
		return true // "its embassy in Tehran"
	case rel != "obl" || !r.lex.act(lemma, "journey"):
		return false
	}
	switch prep {
	case "in", "to", "for", "into":
	default:
		return false
	}
	for i := s.first; i < s.last; i++ {
		switch s.lower(i) {
		case "with", "between", "summit", "conference", "assembly", "negotiations", "round", "ceremony", "funeral":
			return false
		}
	}
	return r.statesman(s, up, a)
}

// statesman reports whether the subject of the verb is somebody of a government
// other than that of the capital.
func (r *reading) statesman(s *sentence, verb int, a *atom) bool {
	for t := s.first; t < s.last; t++ {
		tok := &r.d.Tokens[t]
		if tok.Head != verb || tok.Rel != "nsubj" {
			continue
		}
		if e := r.entityAt(t); e >= 0 && r.drafts[e].Kind != doc.KindCountry {
			x := &r.drafts[e]
			return (x.Sector == "GOV" || x.Sector == "LEG" || x.Country == "IGO") && x.Country != a.hit.Country.ISO3
		}
		ro := s.roleOf(t)
		return ro != nil && (ro.entry.sector == "GOV" || ro.entry.sector == "LEG")
	}
	return false
}

// federalState is the government of a state of a federation that acts as one:
// "California sued", "Texas banned". -1 where the name is only a place.
func (r *reading) federalState(s *sentence, a *atom) int {
	head := r.d.HeadOf(a.first, a.last)
	if head < 0 || r.d.Tokens[head].Rel != "nsubj" || r.d.Tokens[head].Head < 0 {
		return -1
	}
	if v := r.d.Tokens[head].Head; r.d.Tokens[v].UPOS != "VERB" || !r.lex.act(r.d.Tokens[v].Lemma, "legislate") {
		return -1
	}
	name := strings.TrimPrefix(clean(r.d.Slice(a.span)), "State of ")
	division := false
	for _, e := range gazetteer.Default().Lookup(name) {
		division = division || e.Division && !e.Alternate
	}
	state := r.townState(name)
	if !division || !federations[state] {
		return -1
	}
	i, _ := r.draftOf("division:"+strings.ToLower(name), doc.Entity{Kind: doc.KindOrganization, Name: name, Country: state, Sector: "GOV",
		How: doc.KnownLexicon, Rule: "division of a federation"})
	return i
}

// federations are states whose parts have governments that make laws.
var federations = map[string]bool{"USA": true, "DEU": true, "AUS": true, "CAN": true, "IND": true, "BRA": true, "MEX": true, "NGA": true,
	"MYS": true, "AUT": true, "CHE": true, "RUS": true, "ARG": true, "ETH": true, "PAK": true, "ESP": true, "IRQ": true}

// dateline reports whether the name stands before the text, as where it was
// written: "KABUL (Pajhwok)", "PARIS --".
func (r *reading) dateline(s *sentence, a *atom) bool {
	if a.first != s.first {
		return false
	}
	switch s.lower(a.last) {
	case "(", ":", "-", "--":
		return true
	}
	return s.lower(a.last) == "," && r.d.Form(a.first) == strings.ToUpper(r.d.Form(a.first))
}

// missions are what a state has at the seat of another.
var missions = map[string]bool{"embassy": true, "ambassador": true, "envoy": true, "mission": true, "representative": true}
