package event

import (
	"slices"
	"sync"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
	"github.com/readout-project/readout/lang"
)

// Stage codes the events of a document. It is immutable and safe for concurrent use.
type Stage struct{ lib *Library }

var _ doc.Stage = Stage{}

// New returns the stage that works with a library.
func New(lib *Library) Stage { return Stage{lib} }

// Default returns the stage with the frames of lang/en.
func Default() (Stage, error) {
	lib, err := english()
	if err != nil {
		return Stage{}, err
	}
	return New(lib), nil
}

// With returns the stage with the frames of lang/en and on top of them those of a
// user's files; a frame named like one of ours takes its place. The error lists
// every mistake of the files. The examples of the frames are not run: CheckFrames
// does that.
func With(own ...File) (Stage, error) {
	if len(own) == 0 {
		return Default()
	}
	lib, err := Read(lang.English(), own...)
	if err != nil {
		return Stage{}, err
	}
	return New(lib), nil
}

// english reads the embedded frames once; the library is immutable.
var english = sync.OnceValues(func() (*Library, error) { return Read(lang.English()) })

// Name returns "event".
func (Stage) Name() string { return "event" }

// Needs lists the layers that must stand before.
func (Stage) Needs() []doc.Layer {
	return []doc.Layer{doc.LayerSentences, doc.LayerTags, doc.LayerTrees, doc.LayerLemmas, doc.LayerEntities, doc.LayerTimes, doc.LayerPlaces, doc.LayerQuotes}
}

// Gives lists the layers that it adds.
func (Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerEvents} }

// Frames returns the frames the stage works with, in order.
func (st Stage) Frames() []*Frame { return st.lib.Frames }

// Annotate codes all sentences.
func (st Stage) Annotate(d *doc.Document) error {
	r := newReading(st.lib, d)
	for i := range d.Sentences {
		s := r.sentence(i)
		s.read()
	}
	markSame(d)
	for i := range d.Events {
		d.Events[i].Salience = salience(d, i)
	}
	return nil
}

func (s *sentence) span(h *hit) doc.Span {
	return s.whole(doc.Span{Start: s.d.Tokens[h.first].Start, End: s.d.Tokens[h.last].End}, h.last)
}

// whole extends a span that ends with the token to the end of its hyphenated
// word: "build-up" is one word of three tokens.
func (s *sentence) whole(span doc.Span, last int) doc.Span {
	for i := last + 1; i+1 < s.tree.Last; i += 2 {
		hyphen, next := s.tree.Token(i), s.tree.Token(i+1)
		if s.tree.Form(i) != "-" || hyphen.Start != span.End || next.Start != hyphen.End {
			break
		}
		span.End = next.End
	}
	return span
}

// read codes the sentence: all triggers, the best act of each, less those that
// another act has used up.
func (s *sentence) read() {
	s.collect()
	t := s.tree
	for i := t.First; i < t.Last; i++ {
		if a := s.best(i, 0); a != nil {
			s.useUp(a)
		}
	}
	var made []*act
	for i := t.First; i < t.Last; i++ {
		a := s.acts[i-t.First]
		if a == nil || !a.coded {
			continue
		}
		switch {
		case s.used[i-t.First]:
			s.noteAct(a, "part of another act")
		case a.anchor == a.noun && t.Rel(t.FirstConjunct(a.noun)) == "compound":
			s.noteAct(a, "the noun only modifies another")
		case a.anchor == a.noun && !a.frame.Bare && !a.within:
			s.noteAct(a, "the noun stands without a light verb")
		default:
			made = append(made, a)
		}
	}
	byHarm := map[int]*act{}
	for _, a := range made {
		for _, v := range s.harmed(a) {
			byHarm[v] = a
		}
	}
	var told []*act
	for _, a := range made {
		if by := byHarm[a.anchor]; by != nil && by != a && a.code.Type == "ASSAULT" && len(a.actors) == 0 {
			s.noteAct(a, "told by "+by.frame.Name)
			continue
		}
		if other := s.sameAs(a, made); other != nil {
			s.noteAct(a, "told by "+other.frame.Name)
			continue
		}
		told = append(told, a)
	}
	var once []*act
	for i, a := range told {
		if s.twice(a, told[:i]) {
			s.noteAct(a, "told twice in one clause")
			continue
		}
		if s.topic(a, told) {
			s.noteAct(a, "what a protest is about")
			continue
		}
		once = append(once, a)
	}
	for _, a := range once {
		s.emit(a)
	}
}

// useUp marks what an act speaks of, so that it gives no event of its own: the
// noun of a light verb, a noun that is part of the trigger, the inner act.
func (s *sentence) useUp(a *act) {
	mark := func(tok int) {
		if tok >= s.tree.First && tok < s.tree.Last && tok != a.anchor {
			s.used[tok-s.tree.First] = true
			s.useUpCarried(tok, a.anchor)
		}
	}
	mark(a.noun)
	if a.noun == clause.None && a.length > 1 {
		mark(a.last)
	}
	// "The abduction was condemned": by nobody named, and it took place.
	unnamed := a.missing != "" && a.code.Type == "ACCUSE"
	if a.noun == clause.None && a.frame.Object != nil && !unnamed {
		mark(s.core(s.object(a.hit)))
	}
	if a.inner != nil && s.lib.status.kinds["deny"][s.tree.Lemma(a.anchor)] && a.frame.outer == "deny" {
		return // what is denied stays on record as denied
	}
	if a.inner != nil && unnamed && a.inner.anchor == a.inner.noun {
		return
	}
	if a.inner != nil {
		mark(a.inner.anchor)
		mark(a.inner.noun)
		s.useUp(a.inner)
		// Acts coordinated with the inner one stand under the outer act too.
		for _, c := range s.tree.Conjuncts(a.inner.anchor) {
			if s.tree.OwnSubject(c) == clause.None || c == a.inner.anchor {
				mark(c)
			}
		}
	}
}

// useUpCarried marks a participle that only says that the noun was carried out:
// "condemned the attack carried out on Friday" tells no attack of its own.
func (s *sentence) useUpCarried(noun, outer int) {
	t := s.tree
	for _, c := range t.Children(noun) {
		if c == outer || t.FullRel(c) != "acl" || !t.Passive(c) {
			continue
		}
		if b := s.best(c, 0); b != nil && b.same && b.inner != nil && (b.inner.anchor == noun || b.inner.noun == noun) {
			s.used[c-t.First] = true
		}
	}
}

// twice reports whether a coordinated verb before this one told the same act of
// the same parties: "trained and equipped".
func (s *sentence) twice(a *act, before []*act) bool {
	for _, b := range before {
		if b.missing != "" && a.missing == "" {
			continue
		}
		if a.code == b.code && sameSet(a.actors, b.actors) && sameSet(a.recipients, b.recipients) &&
			s.tree.FirstConjunct(a.pred) == s.tree.FirstConjunct(b.pred) && a.pred != clause.None {
			return true
		}
		// "shelled the town, killing ten": the participle tells what came of it.
		if a.code.Type == b.code.Type && a.pred != b.pred && sameSet(a.actors, b.actors) && a.anchor == a.pred && s.tree.Head(a.pred) == b.pred &&
			s.tree.Rel(a.pred) == "advcl" && s.tree.Token(a.pred).XPOS == "VBG" && s.tree.Subordinator(a.pred) == "" {
			if len(b.recipients) == 0 && !b.frame.Mutual {
				b.recipients = a.recipients
			}
			return true
		}
	}
	return false
}

// topic reports whether the act only says what a protest is about: "marched calling
// for independence", "demonstrated to demand his release". PLOVER makes it no
// event of its own.
func (s *sentence) topic(a *act, told []*act) bool {
	if a.pred == clause.None || a.anchor != a.pred {
		return false
	}
	switch a.code.Type {
	case "REQUEST", "ACCUSE", "REJECT", "SUPPORT":
	default:
		return false
	}
	t := s.tree
	first := t.FirstConjunct(a.pred)
	if r := t.Rel(first); r != "advcl" && r != "xcomp" || t.OwnSubject(first) != clause.None {
		return false
	}
	for _, b := range told {
		if b != a && b.code.Type == "PROTEST" && (b.missing == "" || b.missing == "recipient" && len(a.recipients) > 0) && b.pred != clause.None && t.Head(first) == b.pred {
			if len(b.recipients) == 0 && a.code.Type != "SUPPORT" {
				b.recipients, b.missing = a.recipients, "" // of whom they demand it
			}
			return true
		}
	}
	return false
}

// sameAs returns the act of a bare noun that tells the same as the verb a whose
// subject it is, or nil: "Russian air strikes killed ten rebels" is one event. The
// noun says by what means, the verb to whom.
func (s *sentence) sameAs(a *act, made []*act) *act {
	if a.anchor != a.pred || a.noun != clause.None || a.missing == "actor" && a.recipients == nil {
		return nil
	}
	for _, b := range made {
		if b.anchor != b.noun || b.code.Type != a.code.Type || b.missing == "actor" || len(b.actors) == 0 {
			continue
		}
		if n := s.tree.Subject(a.pred); n == clause.None || n != b.noun && s.core(n) != b.noun {
			continue
		}
		if len(b.recipients) == 0 && !b.frame.Mutual {
			b.recipients = a.recipients
			if b.missing == "recipient" && len(b.recipients) > 0 {
				b.missing = ""
			}
		}
		if b.missing == "" {
			return b
		}
	}
	return nil
}

// emit turns an act into an event, or into an uncoded finding with its reason.
func (s *sentence) emit(a *act) {
	v := s.judge(a)
	s.bySaying(a, v)
	span := s.span(a.hit)
	if v.drop == "" && a.missing == "" {
		s.future(a, v)
	}
	if v.drop == "" && a.missing != "" && (v.status == doc.Asserted || v.status == doc.Reported || v.status == doc.Alleged) {
		s.noteAct(a, s.lacks(a))
		s.d.Uncoded = append(s.d.Uncoded, doc.Uncoded{Span: span, Sentence: s.num, Reason: "no " + a.missing + " found", Rule: a.rule()})
		return
	}
	if v.drop != "" || a.missing != "" {
		if v.drop == "" {
			v.drop = s.lacks(a)
		}
		s.noteAct(a, v.drop)
		if a.missing == "" {
			s.d.Uncoded = append(s.d.Uncoded, doc.Uncoded{Span: span, Sentence: s.num, Reason: v.drop, Rule: a.rule()})
		}
		return
	}
	if a.host >= 0 {
		a.recipients = append(a.recipients, s.country(a.host))
	}
	ev := doc.Event{Sentence: s.num, Trigger: span, Code: a.code, Contexts: a.contexts, Actor: a.actors,
		Recipient: a.recipients, Status: v.status, Negated: v.negated, SameAs: -1,
		Attribution: v.attribution, Rule: a.rule(), Clause: s.extent(a)}
	var why string
	ev.Time, ev.Date, why = s.date(a)
	if why != "" {
		v.reasons = append(v.reasons, why)
	}
	if s.historical(ev.Date) {
		v.raise(doc.Historical, "a year or more before the report")
		ev.Status = v.status
	}
	if unit, ok := s.longAgo(a); ok {
		v.raise(doc.Historical, s.quote(unit)+" ago")
		ev.Status = v.status
	}
	ev.Place = s.where(a)
	ev.ContentStatus = s.content(a, v)
	ev.Reasons = v.reasons
	s.d.Events = append(s.d.Events, ev)
	s.noteAct(a, "")
}

// future turns a meeting, support, cooperation, aid or concession to come into an agreement
// (PLOVER), and its refusal into a rejection, where a party is bound to it; a
// mere prospect of one is no event.
func (s *sentence) future(a *act, v *verdict) {
	if v.status != doc.Planned && !(v.status == doc.Conditional && v.committed) {
		return
	}
	switch a.code.Type {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE":
	case "ASSAULT", "COERCE", "SANCTION", "PROTEST", "REJECT":
		// What a party says it will do to another is a threat; what others say it
		// will do is a forecast.
		if v.negated {
			v.refuse("not planned, and so no act")
			return
		}
		c, ok := s.lib.over("threaten", a.code)
		if ok && !c.same && v.committed && s.ownWord(a, v) {
			a.code = c.code
			v.spoken()
			if a.frame.Mutual && len(a.roles) > 0 && len(a.roles[0].Entities) > 0 {
				// Who says that they will fight threatens the others.
				own := a.roles[0].Entities
				for _, e := range a.actors {
					if !slices.Contains(own, e) {
						a.recipients = append(a.recipients, e)
					}
				}
				a.actors = own
			}
		}
		return
	default:
		if v.negated {
			v.refuse("not planned, and so no act")
		}
		return
	}
	outer := "agree"
	if v.negated {
		outer = "refuse"
	}
	c, ok := s.lib.over(outer, a.code)
	if !ok || c.same || !v.committed {
		v.refuse("to come, and nobody is bound to it")
		return
	}
	a.code, v.negated = c.code, false
	if outer == "refuse" {
		v.spoken()
	}
}

// spoken notes that a threat or refusal is uttered without condition, whatever it
// makes its content depend on: "will bomb the port unless".
func (v *verdict) spoken() {
	if v.status == doc.Conditional && v.will {
		v.status, v.unless = doc.Planned, true
	}
}

// ownWord reports whether nobody but the actor says so.
func (s *sentence) ownWord(a *act, v *verdict) bool {
	for _, who := range v.attribution {
		own := false
		for _, e := range a.actors {
			x, y := s.d.Entities[who], s.d.Entities[e]
			own = own || who == e || x.Country != "" && x.Country == y.Country && x.Sector == y.Sector
		}
		if a.pred != clause.None && !own {
			// "The commander said his fighters would strike."
			if p := s.tree.Possessor(s.subjectOr(a.pred)); p != clause.None && s.entity(p) == who {
				own = true
			}
		}
		if !own {
			return false
		}
	}
	return v.status == doc.Planned || v.will
}

// content is the status of what a speech act is about.
func (s *sentence) content(a *act, v *verdict) doc.EventStatus {
	if v.unless {
		return doc.Conditional
	}
	if a.inner == nil || a.code == a.inner.code {
		if (a.code.Type == "AGREE" || a.code.Type == "THREATEN") && (v.status == doc.Planned || v.status == doc.Conditional) {
			return v.status
		}
		return ""
	}
	t := s.tree
	for _, p := range []int{a.pred, a.inner.pred} {
		if p == clause.None {
			continue
		}
		for _, c := range t.Children(p) {
			if t.Rel(c) == "advcl" && s.lib.status.open[t.Subordinator(c)] == "conditional" {
				return doc.Conditional
			}
		}
	}
	switch a.code.Type {
	case "ACCUSE":
		return doc.Alleged
	case "AGREE", "THREATEN", "REQUEST", "REJECT", "CONCEDE":
		if a.code.CAMEO == "016" {
			return doc.Denied
		}
		return doc.Planned
	}
	return ""
}

// rule names the frame, and after a plus sign that of the inner act.
func (a *act) rule() string {
	if a.inner != nil && a.inner.coded {
		return a.frame.Name + "+" + a.inner.rule()
	}
	return a.frame.Name
}

// extent is the part of the sentence that tells the act.
func (s *sentence) extent(a *act) doc.Span {
	span := s.span(a.hit)
	if a.anchor == a.pred {
		span = span.Cover(s.tree.Extent(a.pred))
		if sub := s.tree.Subject(a.pred); sub != clause.None {
			span = span.Cover(s.d.Tokens[sub].Span)
		}
		return span
	}
	return span.Cover(s.tree.Span(a.noun))
}
