package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/english/clause"
)

// hit is a trigger found in the text, before anything else is asked.
type hit struct {
	frame    *Frame
	anchor   int // the token under which the hit is kept: the verb, or a noun alone
	pred     int // the predicate that carries tense, negation and phrases
	noun     int // the event noun, -1 when a verb or adjective fired alone
	receives bool
	within   bool     // the noun tells on what occasion the verb was done: "said in a phone call"
	prep     string   // the preposition that ends a verb trigger: "call for"
	words    []string // of a verb trigger
	length   int      // words of the trigger
	compound int      // further words of its event noun
	further  bool     // of several objects only a later one is what the frame asks for
	first    int      // first token of the trigger
	last     int      // last token of the trigger
}

// collect finds all triggers of the sentence.
func (s *sentence) collect() {
	x := s.lib.index
	t := s.tree
	for i := t.First; i < t.Last; i++ {
		lemma := t.Lemma(i)
		class := t.Token(i).UPOS
		if s.substantive(i) {
			class = "NOUN"
		}
		if s.gerund(i) {
			class, lemma = "NOUN", t.Lower(i) // "firing by the police"
		}
		switch class {
		case "VERB", "AUX":
			if r := t.Rel(i); r == "amod" || r == "compound" || r == "aux" || r == "cop" && t.Lemma(i) != "be" {
				continue
			}
			for _, e := range x.verbs[lemma] {
				if last, ok := s.verbTrigger(i, e.trigger); ok {
					s.add(&hit{frame: e.frame, anchor: i, pred: i, noun: clause.None, prep: e.trigger.preposition(), words: e.trigger.Words, length: len(e.trigger.Words), first: min(i, last), last: max(i, last)})
				}
			}
			if x.light[lemma] {
				s.lightHits(i, lemma)
			}
		case "NOUN", "PROPN":
			for _, e := range x.nouns[lemma] {
				if s.compound(i, e.trigger) {
					first := s.back(i, e.trigger.Head)
					n := s.headOf(i, e.trigger)
					pred, within := s.occasion(n, e.frame)
					s.add(&hit{frame: e.frame, anchor: n, pred: pred, within: within, noun: n, length: len(e.trigger.Words), compound: len(e.trigger.Words) - 1,
						first: max(first, t.First), last: s.forward(first, len(e.trigger.Words)-1)})
				}
			}
		}
		for _, e := range x.adjectives[lemma] {
			if last, ok := s.adjective(i, e.trigger); ok {
				s.add(&hit{frame: e.frame, anchor: i, pred: i, noun: clause.None, length: len(e.trigger.Words), first: i, last: max(i, last)})
			}
		}
	}
}

// gerund reports whether a word tagged as a verb stands where only a noun can, told
// by the one who does it.
func (s *sentence) gerund(i int) bool {
	t := s.tree
	if t.Token(i).XPOS != "VBG" || t.Token(i).UPOS != "VERB" || len(s.lib.index.nouns[t.Lower(i)]) == 0 {
		return false
	}
	switch t.Rel(i) {
	case "nsubj", "obj":
		_, by := t.Phrase(i, "by")
		return by
	case "obl", "nmod":
		return t.Preposition(i) != ""
	}
	return false
}

// substantive reports whether a word tagged as an adjective stands where only a noun
// can, behind an article: "launched an offensive".
func (s *sentence) substantive(i int) bool {
	if s.tree.Token(i).UPOS != "ADJ" || s.tree.Determiner(i) == "" {
		return false
	}
	switch s.tree.Rel(i) {
	case "obj", "nsubj", "obl", "nmod":
		return true
	}
	return false
}

// occasion returns the predicate over an event noun, and whether the noun tells
// on what occasion its subject did it: "told Lavrov in a phone call", "during
// talks with Iran". Meetings and calls alone are told so with their parties.
func (s *sentence) occasion(n int, f *Frame) (pred int, within bool) {
	t := s.tree
	pred = t.Clause(n)
	if pred == n {
		return clause.None, false // "this was an attack": no verb that could lend it phrases
	}
	first := t.FirstConjunct(n)
	for range 3 { // "two days of talks"
		h := t.Head(first)
		if h == clause.None || t.Rel(first) != "nmod" || !measures[t.Lemma(h)] {
			break
		}
		first = t.FirstConjunct(h)
	}
	if pred == clause.None || !f.Coded || f.Code.Type != "CONSULT" {
		return pred, false
	}
	// "Gave the warning in a phone call": parsers may hang the call on the object.
	onVerb := t.Rel(first) == "obl" && t.Head(first) == pred
	onObject := f.Code.Mode == "phone" && t.Rel(first) == "nmod" && t.Head(first) == t.Child(pred, "obj")
	if !onVerb && !onObject {
		return pred, false
	}
	switch t.Preposition(first) {
	case "in", "during", "at", "over", "by", "on", "after", "following":
		with := f.Code.Mode == "phone"
		if f.Code.Mode == "visit" {
			_, with = t.Phrase(n, "to")
		}
		for _, p := range append(t.Phrases(n), t.Phrases(pred)...) {
			with = with || prepositionIs(p.Prep, "with")
		}
		return pred, with && t.Negation(pred) == clause.None
	}
	return pred, false
}

func (s *sentence) add(h *hit) {
	at := h.anchor - s.tree.First
	s.hits[at] = append(s.hits[at], h)
}

// verbTrigger checks the further words of a verb entry: particles, prepositions,
// a preposition with its noun, an object, a predicate ("hold responsible").
func (s *sentence) verbTrigger(v int, tr Trigger) (last int, ok bool) {
	t := s.tree
	last = v
	if tr.Tied && s.takesObject(v) {
		return v, false
	}
	if tr.Head > 0 && !s.wordsAt(s.back(v, tr.Head), tr.Words[:tr.Head+1]) {
		return v, false
	}
	rest := tr.Words[tr.Head+1:]
	for i := 0; i < len(rest); i++ {
		w := rest[i]
		found := clause.None
		if prepositions[w] && i+1 < len(rest) && !prepositions[rest[i+1]] {
			// preposition + noun, up to the next preposition
			end := i + 2
			for end < len(rest) && !prepositions[rest[end]] {
				end++
			}
			for _, p := range s.phrases(v) {
				n := s.core(p.Head)
				if prepositionIs(p.Prep, w) && s.wordsAt(s.back(n, end-i-2), rest[i+1:end]) {
					found = n
				}
			}
			if found == clause.None {
				// a particle and then the object: "carry out attack"
				if found = s.companion(v, w); found != clause.None {
					end = i + 1
				}
			}
			i = end - 1
		} else {
			found = s.companion(v, w)
		}
		if found == clause.None {
			return v, false
		}
		if found > last && found-v < 8 {
			last = found
		}
	}
	// "Call off" is not "call", and "call off a strike" not "call a strike": a particle
	// makes another verb.
	for _, p := range t.Particles(v) {
		if t.FullRel(p) == "compound:prt" && (len(rest) == 0 || t.Lower(p) == "off" && !slices.Contains(rest, "off")) {
			return v, false
		}
	}
	return last, true
}

// takesObject reports whether the verb has an object of its own, without a
// preposition: "called the raid on the port a crime" does not call on anybody.
func (s *sentence) takesObject(v int) bool {
	t := s.tree
	o := t.Child(v, "obj", "iobj")
	return o != clause.None && t.Preposition(o) == ""
}

// companion is the child of the verb that is the word: particle, preposition,
// object or predicate.
func (s *sentence) companion(v int, w string) int {
	t := s.tree
	for _, c := range t.Children(v) {
		switch t.Rel(c) {
		case "obl":
			if t.Preposition(c) == "" && t.Lemma(c) == w {
				return c // "took ten men hostage"
			}
		case "compound", "advmod", "xcomp", "obj", "amod", "case", "mark", "nsubj", "iobj", "expl":
			if t.Rel(c) == "mark" && w == "to" {
				continue // "began to withdraw" does not withdraw to anywhere
			}
			if t.Lemma(c) == w || t.Lower(c) == w {
				if t.Rel(c) != "nsubj" || t.Passive(v) {
					return c
				}
			}
		}
	}
	// "Shot dead four men": what became of the object stands before it.
	if v+1 < t.Last && t.Lower(v+1) == w && t.Rel(v+1) == "amod" && t.Head(v+1) == t.Object(v) {
		return v + 1
	}
	if prepositions[w] {
		for _, p := range s.phrases(v) {
			// "On Tuesday he called Lavrov" is not "called on": the phrase follows the
			// verb and tells no time. In a relative clause it may stand before.
			if (p.At > v || p.At != p.Head || t.FullRel(v) == "acl:relcl") && (w == "for" || !s.isTime(p.At)) &&
				(prepositionIs(p.Prep, w) || strings.HasPrefix(p.Prep, w+" ")) {
				return t.Child(p.At, "case")
			}
		}
		// "the strikes called for", "Syria, called on to leave"
		if v+1 < t.Last && t.Lower(v+1) == w && !(t.Rel(v+1) == "case" && w != "for" && s.isTime(t.Head(v+1))) {
			return v + 1
		}
		for _, c := range t.Complements(v) {
			if c.Prep == w {
				return c.Head
			}
		}
	}
	if o := t.Direct(v); o != clause.None && t.Lemma(s.core(o)) == w {
		return s.core(o)
	}
	return clause.None
}

// phrases are the prepositional phrases of a verb with those that the parser may
// have hung on its object instead.
func (s *sentence) phrases(v int) []clause.Phrase {
	all := s.tree.Phrases(v)
	if o := s.tree.Child(v, "obj"); o != clause.None {
		all = append(all, s.tree.Phrases(o)...)
	}
	return all
}

// lightHits finds event nouns that the light verb v carries.
func (s *sentence) lightHits(v int, lemma string) {
	t := s.tree
	try := func(noun int, prep string) {
		for _, n := range t.Conjuncts(noun) {
			n = s.core(n)
			if n == clause.None || !t.Nominal(n) && !s.substantive(n) {
				continue
			}
			for _, e := range s.lib.index.nouns[t.Lemma(n)] {
				for _, l := range e.frame.Light {
					if l.Lemma != lemma || !s.lightRest(v, l.Rest, prep) || !s.compound(n, e.trigger) {
						continue
					}
					s.add(&hit{frame: e.frame, anchor: v, pred: v, noun: n, receives: l.Receives,
						length: 1 + len(l.Rest) + len(e.trigger.Words), compound: len(e.trigger.Words) - 1,
						first: min(v, n), last: max(v, s.forward(n, len(e.trigger.Words)-1-e.trigger.Head))})
					break
				}
			}
		}
	}
	if o := t.Object(v); o != clause.None {
		try(o, "")
		for _, c := range t.Children(v) {
			if c > o && t.Rel(c) == "obj" {
				try(c, "") // "gave Korea a warning", parsed with two objects
			}
		}
	}
	for _, p := range t.Phrases(v) {
		try(p.Head, p.Prep)
	}
	if lemma == "be" && t.Rel(v) == "cop" {
		// "Russia is in talks with Iran": the noun is the predicate.
		if n := t.Head(v); n != clause.None && t.Preposition(n) != "" {
			try(n, t.Preposition(n))
		}
	}
}

// lightRest checks the words of a light verb after its first against particles
// and the preposition of the noun.
func (s *sentence) lightRest(v int, rest []string, prep string) bool {
	for i, w := range rest {
		if i == len(rest)-1 && w == prep && prep != "" {
			return true
		}
		if s.companion(v, w) == clause.None {
			return false
		}
	}
	if len(rest) == 0 {
		for _, p := range s.tree.Particles(v) {
			if s.tree.FullRel(p) == "compound:prt" || s.tree.Lower(p) == "off" {
				return false // "called off a strike" does not call one
			}
		}
	}
	return prep == ""
}

// compound checks the words of a noun entry around its head.
func (s *sentence) compound(n int, tr Trigger) bool {
	if len(tr.Words) == 1 {
		return true
	}
	if s.wordsAt(s.back(n, tr.Head), tr.Words) {
		return true
	}
	// "phone and video calls": the words before the head modify it.
	if tr.Head != len(tr.Words)-1 {
		return false
	}
	var lemmas []string
	for _, m := range s.tree.Modifiers(n) {
		lemmas = append(lemmas, s.tree.Lemma(m))
	}
	for _, w := range tr.Words[:tr.Head] {
		if !slices.Contains(lemmas, w) {
			return false
		}
	}
	return true
}

// headOf is the token that heads a noun entry in the tree: parsers hang the parts
// of "build-up" on either.
func (s *sentence) headOf(i int, tr Trigger) int {
	for range tr.Words {
		h := s.tree.Head(i)
		if s.tree.Rel(i) != "compound" || h <= i || h > i+2*len(tr.Words) || s.tree.Form(i+1) != "-" {
			break
		}
		i = h
	}
	return i
}

// back is the token n words before i, hyphens not counted.
func (s *sentence) back(i, n int) int {
	for ; n > 0 && i > s.tree.First; n-- {
		i--
		if s.tree.Form(i) == "-" && i > s.tree.First {
			i--
		}
	}
	return i
}

// forward is the token n words after i, hyphens not counted.
func (s *sentence) forward(i, n int) int {
	for ; n > 0 && i+1 < s.tree.Last; n-- {
		i++
		if s.tree.Form(i) == "-" && i+1 < s.tree.Last {
			i++
		}
	}
	return i
}

// adjective checks a predicate entry: the adjective or noun must be what the
// clause says of its subject.
func (s *sentence) adjective(i int, tr Trigger) (last int, ok bool) {
	t := s.tree
	if t.Child(i, "cop", "nsubj") == clause.None && t.Rel(i) != "xcomp" && t.Rel(i) != "conj" {
		return i, false
	}
	last = i
	for k, w := range tr.Words {
		switch {
		case k == tr.Head:
		case k == 0:
			if p := t.Preposition(i); p != w && p != strings.Join(tr.Words[:tr.Head], " ") {
				return i, false
			}
		case k < tr.Head && t.Preposition(i) == strings.Join(tr.Words[:tr.Head], " "):
		case k < tr.Head:
			if !s.wordsAt(s.back(i, tr.Head-k), []string{w}) {
				return i, false
			}
		default:
			c := s.companion(i, w)
			if c == clause.None && t.Child(i, "xcomp") == clause.None {
				return i, false
			}
			last = max(last, c)
		}
	}
	return last, true
}
