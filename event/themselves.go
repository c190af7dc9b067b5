package event

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// saidOfThemselves are the several subjects of a verb of saying of whom "they" in what
// is said is told: "Ireland and Spain announced they would recognise Palestine". A list
// is no entity that a pronoun could mean, so the pronoun stands alone; nor does the actor
// stage take a body for many: "the army says they have left". Returns nil where the
// subject is no such pronoun or one person says it.
func (s *sentence) saidOfThemselves(v, sub int) []int {
	t := s.tree
	if sub == clause.None || !they[t.Lower(sub)] || s.entity(sub) >= 0 {
		return nil
	}
	above := t.Head(v)
	for step := 0; step < maxDepth && above != clause.None && (t.Rel(v) == "conj" || t.Rel(v) == "xcomp"); step++ {
		v, above = above, t.Head(above)
	}
	if above == clause.None || t.Rel(v) != "ccomp" || t.Passive(above) {
		return nil
	}
	all := t.Conjuncts(t.Subject(above))
	if len(all) == 1 {
		if e := s.entity(all[0]); e < 0 || s.d.Entities[e].Kind == doc.KindPerson || s.d.Entities[e].Kind == doc.KindRole && s.tree.Token(all[0]).XPOS == "NN" {
			return nil // one man is not they; the army is
		}
	}
	return all
}

// meant is the noun in the same sentence that a pronoun before it or after it stands
// for, or -1: what is asked of a noun is asked of that.
func (s *sentence) meant(pronoun int) int {
	e := s.entity(pronoun)
	if e < 0 {
		return -1
	}
	for _, m := range s.d.Entities[e].Mentions {
		if m.Head >= s.tree.First && m.Head < s.tree.Last && m.Head != pronoun && s.tree.Token(m.Head).UPOS != "PRON" {
			return m.Head
		}
	}
	return -1
}

var they = wordSet("they")

// maker is who issues the paper that a participle tells the content of: "issued an
// order directing the president to return the troops", "adopted a resolution condemning
// the coup". What it says, they say. Returns None where the noun is no paper or
// nothing tells whose it is, or where it is yet to come ("failed to adopt").
func (s *sentence) maker(v, sub int) int {
	t := s.tree
	if sub == clause.None || t.Rel(v) != "acl" || t.Token(v).XPOS != "VBG" || !papers[t.Lemma(sub)] || s.entity(sub) >= 0 {
		return clause.None
	}
	verb := t.Head(sub)
	if verb == clause.None || t.Rel(sub) != "obj" || !issuing[t.Lemma(verb)] || t.Token(verb).XPOS == "VB" {
		return clause.None
	}
	return t.Subject(verb)
}

// papers are what authorities lay their word down in.
var papers = wordSet("order statement resolution decree letter ruling law injunction directive proclamation memorandum declaration communique memo edict decision")

// issuing is what one does with a paper of one's own.
var issuing = wordSet("issue sign adopt pass release publish send write approve deliver hand grant enact")
