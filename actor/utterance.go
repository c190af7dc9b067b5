package actor

import "strings"

// utterances are nouns of speech: what they say of "it" is said of the party whose
// words they are.
var utterances = map[string]bool{
	"announcement": true, "statement": true, "claim": true, "denial": true, "assertion": true, "pledge": true, "promise": true,
	"insistence": true, "admission": true, "declaration": true, "assurance": true, "vow": true, "threat": true, "decision": true,
}

// teller is the body whose word tells of the pronoun, -1 when there is none: "a
// Russian announcement that it had opened a road".
func (r *reading) teller(s *sentence, t int) int {
	h := r.d.Tokens[t].Head
	if h < 0 || r.d.Tokens[t].Rel != "nsubj" || !strings.HasPrefix(r.d.Tokens[h].Rel, "acl") {
		return -1
	}
	noun := r.d.Tokens[h].Head
	if noun < 0 || noun > t || !utterances[lowerLemma(r.d, noun)] {
		return -1
	}
	for i := s.first; i < t; i++ {
		tok := &r.d.Tokens[i]
		if tok.Head != noun || i >= noun && tok.Rel != "nmod" {
			continue
		}
		by := r.preposition(s, i)
		if e := r.heads[i]; e >= 0 && r.body(e) && (i < noun || by == "by" || by == "from") {
			return e
		}
	}
	return -1
}
