package event

import (
	"slices"
	"sort"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// act is what a hit amounts to once constraints, inner act and parties are known.
type act struct {
	*hit
	code       doc.Code
	coded      bool
	contexts   []string
	actors     []int
	recipients []int
	negated    bool
	inner      *act
	same       bool   // the act is its inner act itself: begun, continued, planned
	host       int    // the place whose country is the recipient, -1
	told       []int  // actors who are such by saying so: the slot "speaker"
	missing    string // which needed party was not found
	roles      []Role // where the parties were found
}

// maxDepth bounds acts over acts: "offered to agree to stop bombing".
const maxDepth = 4

// best returns the act that wins at the anchor, or nil. An event noun needs neither
// a light verb nor leave to stand alone here: it may be the inner act of another.
func (s *sentence) best(anchor int, depth int) *act {
	at := anchor - s.tree.First
	if at < 0 || at >= len(s.hits) || depth > maxDepth {
		return nil
	}
	if s.done[at] {
		return s.acts[at]
	}
	s.done[at] = true // set first: a damaged tree could lead back here
	hits := s.hits[at]
	if len(hits) == 0 {
		return nil
	}
	sort.SliceStable(hits, func(i, j int) bool {
		a, b := hits[i], hits[j]
		if a.length != b.length {
			return a.length > b.length
		}
		if x, y := a.frame.precision(), b.frame.precision(); x != y {
			return x > y
		}
		return false
	})
	var found []*act
	for _, h := range hits {
		if why := s.constrain(h); why != "" {
			s.note(h, why)
			continue
		}
		a := s.build(h, depth)
		if !a.coded {
			s.note(h, "no inner act that gives a code")
			continue
		}
		found = append(found, a)
	}
	if len(found) == 0 {
		return nil
	}
	// Longer triggers win outright; among equals a complete act beats one that
	// lacks a party, a frame of the user one of ours, and an act over an inner one an
	// act without.
	top := found[:1]
	for _, a := range found[1:] {
		if a.length == found[0].length {
			top = append(top, a)
		}
	}
	sort.SliceStable(top, func(i, j int) bool {
		a, b := top[i], top[j]
		if x, y := a.coded && a.missing == "", b.coded && b.missing == ""; x != y {
			return x
		}
		if a.frame.Own != b.frame.Own {
			return a.frame.Own
		}
		if x, y := a.precision(), b.precision(); x != y {
			return x > y
		}
		return a.frame.order < b.frame.order
	})
	// A longer trigger that lacks a party does not hide a shorter one that tells the
	// same kind of act whole: "contribute soldiers to".
	if top[0].missing != "" || !top[0].coded {
		for _, a := range found {
			if a.coded && a.missing == "" && a.code.Type == top[0].code.Type {
				top = append([]*act{a}, top...)
				break
			}
		}
	}
	for _, a := range top[1:] {
		s.noteAct(a, "frame "+top[0].frame.Name+" fits better")
	}
	s.acts[at] = top[0]
	return top[0]
}

// precision is that of the frame, less for a general code without mode (CAMEO ends
// those in 0: "not specified below"), which must not hide a special one, and less where
// the first of several objects is not what the frame asks for; an inner act that was
// found says as much as a list of words, and so does every further word of a compound noun.
func (a *act) precision() float64 {
	p := a.frame.precision()
	if a.frame.Coded && a.frame.Code.Mode == "" && strings.HasSuffix(a.frame.Code.CAMEO, "0") {
		p--
	}
	if a.inner != nil && a.inner.coded {
		p += 0.9
	}
	if a.further {
		p--
	}
	return p + float64(a.compound)
}

// constrain returns why the surroundings forbid the frame, "" when they do not.
func (s *sentence) constrain(h *hit) string {
	f, t := h.frame, s.tree
	if h.noun == clause.None {
		if f.Object != nil {
			o := s.object(h)
			if o == clause.None {
				return "no object"
			}
			// "Photographs and other intelligence": one of the things will do.
			at := slices.IndexFunc(s.objects(h), func(n int) bool { return s.matchNoun(f.Object, n) })
			h.further = at > 0
			if at < 0 && !s.matchNoun(f.Object, s.governedBy(h)) {
				return s.unfit("object", o, f.Object)
			}
		}
		if f.NotObject != nil {
			if o := s.object(h); s.matchNoun(f.NotObject, o) {
				return "object " + s.quote(o) + " is ruled out"
			}
		}
	}
	if h.noun == clause.None || h.anchor == h.pred {
		if f.Subject != nil {
			sub := s.subject(h.pred)
			if sub == clause.None {
				return "no subject"
			}
			if !s.matchNoun(f.Subject, sub) {
				return s.unfit("subject", sub, f.Subject)
			}
		}
		if f.NotSubject != nil {
			if sub := s.subject(h.pred); s.matchNoun(f.NotSubject, sub) && !s.intergovernmental(sub) {
				return "subject " + s.quote(sub) + " is ruled out"
			}
		}
	}
	if len(f.Speaker) > 0 && !slices.ContainsFunc(s.speakers(&act{hit: h}), func(e int) bool { return slices.Contains(f.Speaker, s.d.Entities[e].Sector) }) {
		return "nobody of the sector asked for says so"
	}
	if f.NotModifier != nil && h.noun != clause.None {
		for _, m := range t.Modifiers(h.noun) {
			if f.NotModifier.match(s, m) {
				return "modifier " + s.quote(m) + " is ruled out"
			}
		}
	}
	if why := s.constrainPhrases(h); why != "" {
		return why
	}
	if h.noun != clause.None {
		return ""
	}
	if f.NotClause != nil {
		for _, c := range t.Complements(h.pred) {
			if f.NotClause.single[t.Lemma(c.Head)] {
				return "the clause " + s.quote(c.Head) + " is ruled out"
			}
		}
	}
	if f.NotPurpose != nil && s.meantTo(h.pred, f.NotPurpose) {
		return "the purpose is ruled out"
	}
	if f.Purpose != nil && !s.meantTo(h.pred, f.Purpose) {
		return "no purpose of the kind asked for"
	}
	if len(f.Clause) > 0 {
		return s.clauseForm(h.pred, f.Clause)
	}
	return ""
}

// intergovernmental reports whether the noun heads the name of a body of states:
// the African Union is no trade union, the World Bank no high street bank.
func (s *sentence) intergovernmental(noun int) bool {
	e := s.entity(noun)
	return e >= 0 && s.d.Entities[e].Country == "IGO"
}

// unfit says that a noun is none of those asked for, and to a person also which
// these are.
func (s *sentence) unfit(what string, noun int, asked *Words) string {
	why := what + " " + s.quote(noun) + " is not of the kind asked for"
	if s.log != nil {
		why += " (" + asked.few() + ")"
	}
	return why
}

// meantTo reports whether the verb, or its object, has an infinitive of purpose
// built on one of the verbs: "sent jets to bomb the port".
func (s *sentence) meantTo(v int, verbs *Words) bool {
	t := s.tree
	for _, top := range []int{v, t.Object(v)} {
		for _, c := range t.Children(top) {
			if r := t.Rel(c); (r == "advcl" || r == "acl" || r == "xcomp") && c > v && verbs.single[t.Lemma(c)] {
				return true
			}
		}
	}
	return false
}

// constrainPhrases checks the with lines: one of those that ask must be met, and
// none of those that forbid. Where a frame has both nouns and an object, the
// object is asked of its verbs and the phrase of its nouns.
func (s *sentence) constrainPhrases(h *hit) string {
	asked, met := "", false
	for _, w := range h.frame.With {
		found := false
		nouns := s.governed(h, w.Prep)
		if h.prep != "" && h.noun == clause.None {
			// What the trigger's own preposition governs is its object, and asked all the same.
			for _, p := range s.phrases(h.pred) {
				if prepositionIs(p.Prep, w.Prep) && prepositionIs(p.Prep, h.prep) {
					nouns = append(nouns, p.Head)
				}
			}
		}
		for _, p := range nouns {
			found = found || !(w.Not && s.isTime(p)) && s.matchNoun(w.Set, p)
		}
		if w.Not {
			if found {
				return "the phrase with '" + w.Prep + "' is ruled out"
			}
			continue
		}
		asked, met = w.Prep, met || found
	}
	if asked == "" || met || h.noun == clause.None && h.frame.Object != nil && len(h.frame.Nouns) > 0 {
		return ""
	}
	return "no phrase with '" + asked + "' of the kind asked for"
}

func (s *sentence) clauseForm(v int, want []string) string {
	forms := s.tree.Complements(v)
	if slices.Contains(want, "none") {
		for _, c := range forms {
			if c.Prep == "" && !(c.Form == clause.FormTo && s.lib.status.kinds["converse"][s.tree.Lemma(c.Head)]) {
				return "has a clause " + s.quote(c.Head)
			}
		}
		if s.namesObject(v) {
			return "says what the object is"
		}
		if s.tellsAside(v) {
			return "is a word of speech here"
		}
		return ""
	}
	for _, c := range forms {
		if slices.Contains(want, string(c.Form)) || c.Form == clause.FormThat && slices.Contains(want, "must") && s.must(c.Head) {
			return ""
		}
	}
	return "no clause of the form " + strings.Join(want, " or ")
}

// namesObject reports whether the verb says what its object is ("called him a liar"),
// where the parser made a second object or an apposition of it.
func (s *sentence) namesObject(v int) bool {
	t := s.tree
	objects := 0
	for _, c := range t.Children(v) {
		switch {
		case t.Rel(c) == "obj":
			objects++
			for _, k := range t.Children(c) {
				if d := t.Determiner(k); t.Rel(k) == "appos" && (d == "a" || d == "an") {
					return true
				}
			}
		case t.Rel(c) == "obl" && c > v && t.Preposition(c) == "" && !s.isTime(c) && t.Nominal(c):
			objects++
		}
	}
	return objects > 1
}

// tellsAside reports whether the verb only tells who says the clause beside it:
// "the soldiers fail to protect them, a rights group protested".
func (s *sentence) tellsAside(v int) bool {
	if s.tree.Rel(v) != "parataxis" {
		return false
	}
	cue := s.tree.Token(v).Span
	return slices.ContainsFunc(s.d.Quotes, func(q doc.Quote) bool {
		return q.Cue.Start == cue.Start
	})
}

// must reports whether the clause tells what somebody has to do.
func (s *sentence) must(v int) bool {
	if m := s.tree.Modal(v); m != clause.None {
		switch s.tree.Lower(m) {
		case "must", "should", "ought":
			return true
		}
	}
	return s.obliged(v) != clause.None
}

// obliged returns the infinitive of what has to be done ("has to stop", "needs to
// investigate"), or None.
func (s *sentence) obliged(v int) int {
	t := s.tree
	if l := t.Lemma(v); l != "have" && l != "need" {
		return clause.None
	}
	if x := t.Child(v, "xcomp"); x != clause.None && t.ClauseForm(x) == clause.FormTo && t.Child(v, "obj") == clause.None {
		return x
	}
	return clause.None
}

// matchNoun matches the noun, what it measures ("hundreds of troops"), or the title
// before a name.
func (s *sentence) matchNoun(w *Words, noun int) bool {
	if noun == clause.None {
		return false
	}
	if w.match(s, noun) {
		return true
	}
	if c := s.core(noun); c != noun && w.match(s, c) {
		return true
	}
	// "Ambassador Viktor Tatarintsev" is an ambassador.
	for _, c := range s.tree.Children(noun) {
		if s.tree.FullRel(c) == "nmod:desc" && w.match(s, c) {
			return true
		}
	}
	return false
}

// build gives a hit its inner act, code and parties.
func (s *sentence) build(h *hit, depth int) *act {
	a := &act{hit: h, host: -1, code: h.frame.Code, coded: h.frame.Coded, contexts: h.frame.Contexts}
	for _, form := range h.frame.Inner {
		inner := s.innerAct(h, form, depth)
		if inner == nil {
			continue
		}
		a.inner = inner
		if !inner.coded {
			continue
		}
		c, ok := s.lib.over(h.frame.outer, s.spokenOf(inner))
		if !ok {
			continue
		}
		a.coded, a.contexts = true, union(h.frame.Contexts, inner.contexts)
		if c.same {
			a.same = true
			a.code, a.negated = inner.code, inner.negated != c.negated
		} else {
			a.code = c.code
		}
		break
	}
	if !a.coded {
		return a
	}
	s.parties(a, a.same)
	if a.inner != nil && a.inner.code.CAMEO == "143" && !a.same && len(a.actors) > 0 && !slices.ContainsFunc(a.actors, func(e int) bool { return !s.wages(e) }) {
		a.coded = false // states do not stop work: "Iran and the United States paused strikes"
	}
	return a
}

// wages reports whether the entity is a state or force, whose strikes are attacks.
func (s *sentence) wages(e int) bool {
	x := &s.d.Entities[e]
	return x.Kind == doc.KindCountry || x.Sector == "MIL" || x.Sector == "REB" || x.Sector == "UAF"
}

// spokenOf is the code of an inner act as the outer one speaks of it: not to do it
// is to halt it, "urged Israel not to bomb Iran", "promised not to arrest him".
func (s *sentence) spokenOf(inner *act) doc.Code {
	if inner.anchor != inner.pred || s.tree.Negation(inner.pred) == clause.None {
		return inner.code
	}
	if c, ok := s.lib.over("halt", inner.code); ok && !c.same {
		return c.code
	}
	return doc.Code{}
}

func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}
