package actor

import "github.com/readout-project/readout/doc"

// land reads "the country" and "his country". "The country" as a subject goes on
// about the state that is the subject of the clause before; "his country" is the
// state whose office he holds.
func (r *reading) land(s *sentence, t int) {
	if r.covers[t] >= 0 || t == s.first {
		return
	}
	switch s.lower(t) {
	case "country", "nation", "kingdom":
	default:
		return
	}
	tok := &r.d.Tokens[t]
	switch before := s.lower(t - 1); {
	case before == "the" && (tok.Rel == "nsubj" || tok.Rel == "nsubj:pass"):
		if e, _ := r.itsSubject(s, t); e >= 0 && r.drafts[e].Kind == doc.KindCountry {
			r.mention(e, t-1, t+1, doc.FormNominal, "the country: subject before")
		}
	case before == "his" || before == "her":
		e := r.entityAt(t - 1)
		if e < 0 || r.drafts[e].Kind != doc.KindPerson {
			return
		}
		if c, ok := r.lex.countries.ByISO3(r.drafts[e].Country); ok {
			r.mention(r.state(c), t-1, t+1, doc.FormNominal, "country of its possessor")
			r.heads[t-1] = e
		}
	}
}
