package event

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// verdict is what the text around an act makes of it.
type verdict struct {
	status      doc.EventStatus
	negated     bool
	attribution []int
	deniers     []int // who says that it did not happen
	given       bool  // told as given, whatever is said of the clause above
	reasons     []string
	drop        string // why it is no event at all, "" when it is one
	will        bool   // told with "will", not with "would"
	unless      bool   // a threat or refusal that depends on something
	committed   bool   // planned by "will", "is to", "is set to": a party is bound
}

func (v *verdict) raise(to doc.EventStatus, why string) {
	if rank(to) > rank(v.status) {
		v.status = to
	}
	v.reasons = append(v.reasons, why)
}

func (v *verdict) refuse(why string) {
	if v.drop == "" {
		v.drop = why
	}
}

// judge walks from the act's clause to the top of the sentence and weighs what
// stands above and beside it.
func (s *sentence) judge(a *act) *verdict {
	t, v := s.tree, &verdict{status: doc.Asserted}
	if t.Question() {
		v.refuse("the sentence asks a question")
	}
	if t.Imperative(t.Root) && t.Under(a.anchor, t.Root) && !s.spoken(a.anchor) {
		v.refuse("the sentence gives an order")
	}
	if a.negated {
		v.negated = true
		v.reasons = append(v.reasons, s.quote(a.anchor)+" over the act")
	}
	if s.invertedQuestion() {
		v.refuse("the sentence asks a question or states a condition")
	}
	if s.epithet(a) {
		v.refuse("only says which " + s.quote(t.Head(a.pred)) + " is meant")
	}
	if w := s.tally(a.pred); w != "" {
		v.refuse("a count over " + w)
	}
	if w := s.setting(a); w != "" {
		v.refuse("told of a " + w)
	}
	if w := s.genre(a); w != "" {
		v.refuse(w)
	}
	if w := s.general(a); w != "" {
		v.refuse(w)
	}
	if s.toldBefore(a) {
		v.refuse("'" + t.Determiner(a.noun) + "' before " + s.quote(a.noun) + " points back to an act told before")
	}
	if a.same && a.anchor == a.pred && s.lib.status.kinds["plan"][t.Lemma(a.pred)] {
		v.raise(doc.Planned, s.quote(a.pred)+" over the act")
	}
	cur := a.pred
	if a.noun != clause.None {
		s.nounStatus(a.noun, v)
		if a.anchor != a.pred {
			s.bare(a, v)
		} else if n := t.NounNegation(a.noun); n != clause.None && t.Negation(a.pred) == clause.None {
			v.negated = !v.negated
			v.reasons = append(v.reasons, s.quote(n)+" before "+s.quote(a.noun))
		}
	}
	if cur == clause.None {
		cur = a.noun
	}
	if cur != clause.None {
		if a.anchor == a.pred {
			s.clauseStatus(cur, a, v)
		}
		v.given = a.anchor != a.pred && t.Rel(t.FirstConjunct(a.noun)) == "nsubj" && !begins[t.Lemma(cur)]
		s.climb(cur, v)
	}
	s.sources(a, v)
	if v.status == doc.Denied && len(v.deniers) > 0 {
		v.attribution = v.deniers // the status is the word of those who deny, not of those who claim
	}
	return v
}

// epithet reports whether the act is a passive participle that tells a noun from
// others: "fighters backed by Russia", "the treaty signed by both". Verbal support and
// occupation told so are long known and no news.
func (s *sentence) epithet(a *act) bool {
	t := s.tree
	if a.pred == clause.None || t.FullRel(a.pred) != "acl" || !t.Passive(a.pred) {
		return false
	}
	// "Lifted sanctions imposed by his predecessor" tells which sanctions.
	if h := t.Head(t.Head(a.pred)); a.code.Type == "SANCTION" && a.noun == t.Head(a.pred) && a.noun != clause.None {
		return t.Verbal(h) && t.Rel(a.noun) == "obj"
	}
	return (a.code.Type == "SUPPORT" || longKnown[t.Lemma(a.pred)]) && a.anchor == a.pred && a.noun == clause.None
}

// longKnown are further verbs whose participle tells which: "the land occupied by
// Israel", "the truce brokered by Qatar", "soldiers stationed in Cyprus".
var longKnown = wordSet("occupy broker mediate station")

// toldBefore reports whether a speech act is one that the report has told already
// and now tells the circumstances of: "Kerry gave the warning in a phone call".
func (s *sentence) toldBefore(a *act) bool {
	t := s.tree
	if a.noun == clause.None || a.anchor != a.pred || a.inner != nil || len(t.Complements(a.noun)) > 0 {
		return false
	}
	switch a.code.Type {
	case "THREATEN", "REQUEST", "ACCUSE", "AGREE":
	default:
		return false
	}
	for _, p := range t.Phrases(a.noun) {
		if p.Prep != "in" && p.Prep != "on" && p.Prep != "to" {
			return false // says what it is about
		}
	}
	switch t.Determiner(a.noun) {
	case "the", "this", "that":
		return true
	}
	return false
}

// begins are verbs that say of an event noun that it is there at all; of any other
// the noun is taken as given, whatever becomes of the clause: "unless the
// bombardment ends".
var begins = wordSet("begin start occur happen take be come follow break erupt resume")

// nounStatus weighs the adjectives of an event noun.
func (s *sentence) nounStatus(noun int, v *verdict) {
	for _, m := range s.tree.Modifiers(noun) {
		if st, ok := s.lib.status.adjective[s.tree.Lemma(m)]; ok {
			s.apply(st, s.quote(m)+" before "+s.quote(noun), v)
		}
	}
}

func (s *sentence) apply(status, why string, v *verdict) {
	if status == "none" {
		v.refuse(why)
		return
	}
	v.raise(doc.EventStatus(status), why)
}

// clauseStatus weighs negation, modal, adverbs and conditions of one clause.
func (s *sentence) clauseStatus(p int, a *act, v *verdict) {
	t, w := s.tree, s.lib.status
	if n := t.Negation(p); n != clause.None {
		v.negated = !v.negated
		v.reasons = append(v.reasons, s.quote(n)+" with "+s.quote(p))
	}
	if sub := t.Subject(p); t.Passive(p) && s.nobody(t.Object(p)) || !t.Passive(p) && s.nobody(sub) {
		v.negated = !v.negated
		v.reasons = append(v.reasons, "nobody with "+s.quote(p))
	}
	modal := t.Modal(p)
	if modal != clause.None {
		st := w.modal[t.Lower(modal)]
		if st == "conditional" && s.reportedPast(p) {
			st = "planned" // "said Moscow would support": the future as seen then
		}
		if st != "" {
			s.apply(st, s.quote(modal)+" before "+s.quote(p), v)
			v.committed = v.committed || st == "planned" || st == "conditional"
			v.will = v.will || st == "planned"
		}
	}
	// A clause that "if" opens is a condition, also where the tree makes it the main
	// one and hangs what would follow on it.
	if o := t.Subordinator(p); t.Head(p) == clause.None && o != "whether" && w.open[o] == "conditional" {
		v.raise(doc.Conditional, "'"+o+"' before "+s.quote(p))
	}
	for _, aux := range t.Auxiliaries(p) {
		// "is to meet", "is going to meet" parsed with an auxiliary
		if l := t.Lemma(aux); (l == "be" || l == "go") && modal == clause.None && s.infinitive(p, aux) {
			v.raise(doc.Planned, s.quote(aux)+" to "+s.quote(p))
			v.committed = true
		}
	}
	for _, c := range t.Children(p) {
		if t.Rel(c) == "advmod" {
			// "Once" and "long" tell of the past before the verb alone: "lifted
			// long-standing sanctions".
			// "Once again" tells of now.
			again := c+1 < t.Last && (t.Lower(c+1) == "again" || t.Lower(c+1) == "more")
			if st, ok := w.adverb[t.Lower(c)]; ok && (c < p && !again || st != string(doc.Historical)) {
				s.apply(st, s.quote(c)+" with "+s.quote(p), v)
			}
		}
		if t.Rel(c) == "advcl" && w.open[t.Subordinator(c)] == "conditional" && t.Subordinator(c) != "whether" &&
			modal != clause.None && a.inner == nil {
			v.raise(doc.Conditional, "'"+t.Subordinator(c)+"' beside "+s.quote(p))
		}
	}
}

// nobody reports whether the noun says that there was none: "not a single activist".
func (s *sentence) nobody(noun int) bool {
	t := s.tree
	if noun < t.First || noun >= t.Last {
		return false
	}
	first := noun
	for i := noun - 1; i >= t.First && i >= noun-4 && t.Under(i, noun); i-- {
		first = i
	}
	single := false
	for i := first; i < noun; i++ {
		single = single || t.Lower(i) == "single"
	}
	return single && (t.Lower(first) == "not" || first > t.First && t.Lower(first-1) == "not")
}

// infinitive reports whether "to" stands between the auxiliary and the verb.
func (s *sentence) infinitive(p, aux int) bool {
	for i := aux + 1; i < p; i++ {
		if s.tree.Token(i).XPOS == "TO" {
			return true
		}
	}
	return false
}

// reportedPast reports whether the clause stands under a verb of speech in the past.
func (s *sentence) reportedPast(p int) bool {
	gov, rel := s.tree.Governor(p)
	if gov == clause.None || rel != "ccomp" && rel != "parataxis" {
		return false
	}
	k := s.lib.status.kinds
	tense := s.tree.Tense(gov)
	return (tense == clause.Past || tense == clause.PastPerfect || tense == clause.Perfect) && (k["report"][s.tree.Lemma(gov)] || k["allege"][s.tree.Lemma(gov)])
}

// spoken reports whether the token stands in somebody's speech.
func (s *sentence) spoken(tok int) bool {
	_, ok := s.speech(tok, false)
	return ok
}

// climb weighs the clauses above the act's own: all that governs it bears on it.
// With v.given set it is told as given: only who tells it matters, and a condition
// around it.
func (s *sentence) climb(cur int, v *verdict) {
	t, k := s.tree, s.lib.status.kinds
	own := cur
	for range 16 {
		s.aside(cur, v)
		gov, rel := t.Governor(cur)
		if gov == clause.None {
			return
		}
		lemma := t.Lemma(gov)
		form := t.ClauseForm(t.FirstConjunct(cur))
		switch rel {
		case "ccomp", "xcomp", "csubj", "csubj:pass", "acl", "obl", "nmod", "obj", "nsubj":
			if rel == "acl" && !t.Verbal(gov) && form != clause.FormTo && t.Subordinator(cur) == "" {
				v.given = true // a participle that modifies a noun: the noun's clause says nothing of it
				s.doubled(cur, gov, v)
				break
			}
			if v.given {
				s.told(cur, gov, lemma, v)
				break
			}
			s.under(cur, gov, lemma, form, v)
			if v.drop != "" {
				return
			}
			if t.Verbal(gov) && (k["real"][lemma] || k["plan"][lemma] || k["hedge"][lemma]) {
				s.clauseStatus(gov, &act{hit: &hit{}}, v)
			}
		case "parataxis":
			// "Churkin repeated his point: Russian air strikes hit only terrorists."
			if sub := t.Subject(gov); sub != clause.None && s.isPerson(sub) && s.colon(gov, cur) {
				v.raise(doc.Reported, "after the colon of "+s.quote(sub))
				s.attribute(gov, v)
			}
		case "advcl":
			switch open := t.Subordinator(t.FirstConjunct(cur)); {
			case v.given && s.lib.status.open[open] == string(doc.Conditional):
				v.refuse("'" + open + "' before " + s.quote(cur))
			case v.given:
			case form == clause.FormIng && open == "against":
				if cur == own {
					v.refuse("'against' before " + s.quote(cur)) // "ruled against expelling them"
				}
			case form == clause.FormIng && open == "in" && s.helpFor(gov):
				v.refuse("what the " + t.Lemma(t.Object(gov)) + " is for")
			case form == clause.FormIng && (open == "at" || open == "of" || open == "from" || open == "for" || open == "into" || open == "about"):
				s.under(cur, gov, lemma, form, v) // "aimed at restoring", "accused of bombing"
			default:
				s.beside(cur, gov, form, v)
			}
			v.given = v.given || form == clause.FormThat
		case "acl:relcl":
			if n := s.contentOf(cur, gov); !v.given && n != clause.None {
				s.under(cur, n, t.Lemma(n), clause.FormThat, v)
				break
			}
			if t.Child(gov, "cop") != clause.None && t.Child(gov, "expl") != clause.None || t.Child(gov, "cop") != clause.None && !v.given {
				// "it will be Russia who ends the war"
				if m := t.Modal(gov); m != clause.None {
					s.apply(s.lib.status.modal[t.Lower(m)], s.quote(m)+" before "+s.quote(gov), v)
				}
			}
			v.given = true
		}
		if r := t.Rel(gov); (r == "obl" || r == "nmod") && toldAsFact[t.Preposition(gov)] && !t.Predicate(gov) && t.Preposition(gov) != "in" {
			v.given = true // "after reports that ..."
		}
		if v.drop != "" {
			return
		}
		next := gov
		if !t.Predicate(gov) {
			next = t.Clause(gov)
		}
		if next == clause.None || next == cur {
			return
		}
		cur = next
	}
}
