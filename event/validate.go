package event

import (
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/codebook"
)

// validate looks for what can never fire: triggers that no word of a text
// matches, conditions that are never asked, frames and rows that another always
// comes before. A dead pattern does no harm to a reading and much to a reader,
// who takes it for coverage.
func (r *reader) validate(lib *Library, irregular map[string][]string) {
	for _, f := range lib.Frames {
		r.deadTriggers(f, irregular)
		r.deadConditions(f)
		r.uncomposed(f, lib)
	}
	r.alike(lib.Frames)
	r.deadRows(lib.compose)
}

// deadTriggers finds triggers that are no lemma and those listed twice.
func (r *reader) deadTriggers(f *Frame, irregular map[string][]string) {
	forms := map[string]string{}
	for lemma, words := range irregular {
		for _, w := range words {
			if _, verb := irregular[w]; w != lemma && !verb && forms[w] < lemma {
				forms[w] = lemma // the greatest, whatever the order of the map
			}
		}
	}
	for _, group := range []struct {
		kind     string
		triggers []Trigger
	}{{"verb", f.Verbs}, {"noun", f.Nouns}, {"adjective", f.Adjectives}} {
		seen := map[string]bool{}
		for _, t := range group.triggers {
			text := strings.Join(t.Words, " ")
			head := t.Words[t.Head]
			if text != strings.ToLower(text) {
				r.fail(f.File, f.Line, "frame %s: trigger %q can never fire: lemmas are in lower case", f.Name, text)
			}
			if group.kind == "verb" {
				if of := forms[head]; of != "" && !alsoLemmas[head] {
					r.fail(f.File, f.Line, "frame %s: trigger %q can never fire: %s is a form of the verb %s", f.Name, text, head, of)
				} else if inflected(head) {
					r.fail(f.File, f.Line, "frame %s: trigger %q can never fire: verbs are given by lemma, not as %s", f.Name, text, head)
				}
			}
			key := fmt.Sprint(t.Head, " ", text)
			if seen[key] {
				r.fail(f.File, f.Line, "frame %s lists the %s %q twice", f.Name, group.kind, text)
			}
			seen[key] = true
		}
	}
}

// alsoLemmas are forms of one verb that are lemmas of another.
var alsoLemmas = wordSet("found bound fell wound saw lay ground leave put set cut shed wind bear")

// inflected reports whether a word can only be a past or -ing form of a verb.
func inflected(verb string) bool {
	stem, past := strings.CutSuffix(verb, "ed")
	if !past {
		stem, past = strings.CutSuffix(verb, "ing")
	}
	return past && len(stem) > 2 && strings.ContainsAny(stem, "aeiou") && !strings.HasSuffix(stem, "e") && verb != "embed"
}

// deadConditions finds keys that nothing in their frame asks.
func (r *reader) deadConditions(f *Frame) {
	verbs, nouns := len(f.Verbs)+len(f.Adjectives) > 0, len(f.Nouns) > 0
	for _, c := range []struct {
		key  string
		dead bool
		why  string
	}{
		{"light", len(f.Light) > 0 && !nouns, "light verbs carry nouns, and there are none"},
		{"bare", f.Bare && !nouns, "nouns stand bare, and there are none"},
		{"not modifier", f.NotModifier != nil && !nouns, "it is asked of nouns, and there are none"},
		{"object", f.Object != nil && !verbs, "it is asked of verbs, and there are none"},
		{"not object", f.NotObject != nil && !verbs, "it is asked of verbs, and there are none"},
		{"clause", len(f.Clause) > 0 && !verbs, "it is asked of verbs, and there are none"},
		{"not clause", f.NotClause != nil && !verbs, "it is asked of verbs, and there are none"},
		{"purpose", (f.Purpose != nil || f.NotPurpose != nil) && !verbs, "it is asked of verbs, and there are none"},
		{"clause", len(f.Clause) > 1 && slices.Contains(f.Clause, "none"), "none says that there is no other form"},
	} {
		if c.dead {
			r.fail(f.File, f.Line, "frame %s: %s has no effect: %s", f.Name, c.key, c.why)
		}
	}
	for _, w := range f.With {
		if !prepositions[w.Prep] && !furtherPrepositions[w.Prep] {
			r.fail(f.File, f.Line, "frame %s: with %s has no effect: %s is no preposition", f.Name, w.Prep, w.Prep)
		}
	}
	for _, in := range f.Inner {
		if !prepositions[in] && !slices.Contains([]string{"to", "that", "ing", "object", "subject", "when"}, in) {
			r.fail(f.File, f.Line, "frame %s: inner is to, that, ing, object, subject, when or a preposition, not %q", f.Name, in)
		}
	}
}

// uncomposed finds a frame that only composition can code where no row does.
func (r *reader) uncomposed(f *Frame, lib *Library) {
	if f.Coded || len(f.Inner) == 0 {
		return
	}
	if !slices.ContainsFunc(lib.compose, func(c composition) bool { return c.outer == f.outer }) {
		r.fail(f.File, f.Line, "frame %s can never give a code: it has none, and compose.tsv has no row for %s", f.Name, f.outer)
	}
}

// alike finds two frames with one trigger and the same conditions and another
// code: only the first could ever fire.
func (r *reader) alike(frames []*Frame) {
	first := map[string]*Frame{}
	for _, f := range frames {
		conditions := f.conditions()
		compare := func(trigger string) {
			key := trigger + "\n" + conditions
			was := first[key]
			if was == nil {
				first[key] = f
				return
			}
			if was == f || was.Coded == f.Coded && was.Code == f.Code && was.outer == f.outer {
				return
			}
			late, early := f, was
			if !f.Own && was.Own {
				late, early = was, f // what a user can change is the user's
			}
			r.fail(late.File, late.Line, "frame %s fires like %s (%s:%d): %s under the same conditions, with another code",
				late.Name, early.Name, early.File, early.Line, trigger)
		}
		for _, t := range f.Verbs {
			compare(fmt.Sprint("verb ", strings.Join(t.Words, " "), map[bool]string{true: ", tied"}[t.Tied]))
		}
		for _, t := range f.Adjectives {
			compare("adjective " + strings.Join(t.Words, " "))
		}
		for _, t := range f.Nouns {
			noun := "noun " + strings.Join(t.Words, " ")
			if f.Bare {
				compare(noun)
			}
			for _, l := range f.Light {
				compare(fmt.Sprint(noun, " under ", strings.Join(append([]string{l.Lemma}, l.Rest...), " "), map[bool]string{true: "<"}[l.Receives]))
			}
		}
	}
}

// conditions writes all that decides whether a trigger of the frame fires.
func (f *Frame) conditions() string {
	var b strings.Builder
	for _, w := range []*Words{f.Object, f.NotObject, f.Subject, f.NotSubject, f.NotModifier, f.NotClause, f.Purpose, f.NotPurpose} {
		fmt.Fprintln(&b, w.key())
	}
	for _, w := range f.With {
		fmt.Fprintln(&b, w.Prep, w.Not, w.Set.key())
	}
	clauses := slices.Sorted(slices.Values(f.Clause))
	fmt.Fprintln(&b, clauses, f.Inner, f.Actor, f.Recipient, f.AnyActor, f.AnyRecipient, f.PlaceRecipient, f.NeedActor, f.NeedRecipient, f.NeedAny, f.NeedNone, f.Speaker, f.Mutual)
	return b.String()
}

// key writes a set of words in one fixed way.
func (w *Words) key() string {
	if w == nil {
		return "-"
	}
	var all []string
	for x := range w.single {
		all = append(all, x)
	}
	for _, list := range w.compound {
		for _, words := range list {
			all = append(all, strings.Join(words, " "))
		}
	}
	slices.Sort(all)
	return fmt.Sprint(w.actor, w.state, w.person, w.place, w.anyX, slices.Compact(all))
}

// deadRows finds rows of the composition table that no act reaches: an earlier row
// takes all of theirs, or their inner act is none of the codebook.
func (r *reader) deadRows(rows []composition) {
	const file = "compose.tsv"
	byOuter := map[string][]composition{}
	for _, c := range rows {
		if c.typ != "*" && !slices.ContainsFunc(codebook.Types(), func(t codebook.Type) bool { return t.Name == c.typ }) {
			r.fail(file, c.line, "%q is no PLOVER event type", c.typ)
		} else if why := c.impossible(); why != "" {
			r.fail(file, c.line, "%s", why)
		}
		for _, before := range byOuter[c.outer] {
			if before.covers(c) {
				r.fail(file, c.line, "the row can never fire: line %d takes every %s over %s %s", before.line, c.outer, c.typ, c.mode)
				break
			}
		}
		byOuter[c.outer] = append(byOuter[c.outer], c)
	}
}

// impossible returns why no inner act has the row's type and mode, "" if one may.
func (c composition) impossible() string {
	switch {
	case c.mode == "*" || c.mode == "-":
		return ""
	case c.digits():
		if !slices.ContainsFunc(codebook.Rows(), func(x codebook.Row) bool { return strings.HasPrefix(x.Code, c.mode) }) {
			return fmt.Sprintf("no CAMEO code begins with %s", c.mode)
		}
	case c.typ != "*" && !slices.ContainsFunc(codebook.Modes(c.typ), func(m codebook.Mode) bool { return m.Name == c.mode }):
		return fmt.Sprintf("%s has no mode %q", c.typ, c.mode)
	}
	return ""
}

// covers reports whether every inner act of the other row is one of this row.
func (c composition) covers(other composition) bool {
	if c.typ != "*" && c.typ != other.typ {
		return false
	}
	return c.mode == "*" || c.mode == other.mode || c.digits() && other.digits() && strings.HasPrefix(other.mode, c.mode)
}

// digits reports whether the mode of the row is the beginning of a CAMEO code.
func (c composition) digits() bool { return c.mode[0] >= '0' && c.mode[0] <= '9' }
