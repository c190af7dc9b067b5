package event

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// body reports whether an organisation of which no more is known has a name that only
// a body with a say in public life has: "the Truce Violations Committee". Bodies of
// sport and of trade are none.
func (l *Library) body(e doc.Entity) bool {
	if e.Kind != doc.KindOrganization || e.Sector != "" {
		return false
	}
	found := false
	for _, w := range strings.Fields(strings.ToLower(e.Name)) {
		if l.status.kinds["sport"][w] || pastimes[w] {
			return false
		}
		found = found || bodies[w] || e.Country != "" && singular(w) == "group"
	}
	return found
}

// ranking reports whether the people of a state or group are those who speak or act
// for it, though nothing tells in what office: "Syrian officers", "Taliban leaders".
func ranking(e doc.Entity) bool {
	for _, w := range strings.Fields(strings.ToLower(e.Name)) {
		if offices[singular(w)] {
			return true
		}
	}
	return false
}

var offices = wordSet("officer leader chief commander figure member head dignitary leadership side delegate representative")

// bodies are words of the names of such bodies.
var bodies = wordSet(`committee commission council forum organisation organization association federation league authority agency
	department bureau ministry movement front alliance congress assembly union cooperation secretariat directorate tribunal
	parliament senate administration coalition confederation initiative campaign office observatory watch network board inspectorate`)

// pastimes are words of the names of bodies that have none.
var pastimes = wordSet(`football soccer cricket rugby olympic olympics athletic athletics tennis hockey basketball baseball golf racing
	motor cycling swimming skating chess film music opera ballet theatre arts art jockey premier games trade-show fan dance wine`)

// calledBy is the body whose name stands right before the noun that says what it is:
// "the Palestinian Islamic Jihad movement". Returns -1 where there is none.
func (s *sentence) calledBy(tok int) int {
	t := s.tree
	if tok <= t.First || t.Token(tok).UPOS != "NOUN" && t.Token(tok).UPOS != "PROPN" || !kinds[t.Lemma(tok)] && !kinds[strings.ToLower(t.Form(tok))] {
		return -1
	}
	before := tok - 1
	for before > t.First && (t.Form(before) == ")" || kinds[t.Lemma(before)] || before < tok-1 && t.Form(before) != "(" && s.head[before] < 0 && s.cover[before] < 0) {
		if tok-before > 5 {
			return -1
		}
		before--
	}
	if e := s.cover[before]; e >= 0 && t.Under(before, tok) {
		switch x := s.d.Entities[e]; x.Kind {
		case doc.KindOrganization, doc.KindGroup:
			return e
		}
	}
	return -1
}

// kinds are nouns that say what kind of body a name before them is of.
var kinds = wordSet(`movement network forum group organisation organization party agency alliance coalition front militia bloc army cell gang cartel
	sect commission committee council faction terror militant terrorist rebel guerrilla charity union federation foundation brigade`)
