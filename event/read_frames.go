package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/codebook"
)

// frames reads the lines of one frame file, ours or a user's own.
func (r *reader) frames(name string, own bool, lines []line, classes map[string][]string) []*Frame {
	var all []*Frame
	var f *Frame
	for _, l := range lines {
		if l.text == "" {
			r.finish(name, f)
			f = nil
			continue
		}
		key, value := splitKey(l.text)
		if key == "frame" {
			if f != nil {
				r.fail(name, l.num, "frame %s begins before a blank line ends %s", value, f.Name)
				r.finish(name, f)
			}
			f = &Frame{Name: value, File: name, Line: l.num, Own: own}
			f.outer, _, _ = strings.Cut(value, "/")
			if was := r.names[value]; was != nil && was.Own == own {
				r.fail(name, l.num, "frame %s is already in %s:%d", value, was.File, was.Line)
			}
			if !strings.Contains(value, "/") || value != strings.ToLower(value) || strings.Contains(value, " ") {
				r.fail(name, l.num, "a frame's name has the form type/what in lower case, not %q", value)
			}
			r.names[value] = f
			f.Source = []string{l.text}
			all = append(all, f)
			continue
		}
		if f == nil {
			r.fail(name, l.num, "%q stands outside a frame; begin with a line frame NAME", l.text)
			continue
		}
		f.Source = append(f.Source, l.text)
		if value == "" {
			r.fail(name, l.num, "%s has no value", key)
			continue
		}
		r.key(name, l.num, f, key, value, classes)
	}
	r.finish(name, f)
	return all
}

// splitKey takes the key off a line. Keys of two and three words are "not
// object", "not subject", "with PREP" and "not with PREP".
func splitKey(s string) (key, value string) {
	words := strings.Fields(s)
	n := 1
	switch words[0] {
	case "with", "party":
		n = 2
	case "not":
		n = 2
		if len(words) > 1 && words[1] == "with" {
			n = 3
		}
	}
	n = min(n, len(words))
	for _, w := range words[:n] {
		s = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(s, " \t"), w), " \t")
	}
	return strings.Join(words[:n], " "), strings.TrimSpace(s)
}

func (r *reader) key(file string, num int, f *Frame, key, value string, classes map[string][]string) {
	set := func(old *Words) *Words {
		w, unknown := newWords(old, list(value), classes)
		for _, u := range unknown {
			r.fail(file, num, "unknown class %s", u)
		}
		return w
	}
	switch key {
	case "code":
		r.code(file, num, f, value)
	case "contexts":
		f.Contexts = append(f.Contexts, list(value)...)
		for _, c := range list(value) {
			if !slices.ContainsFunc(codebook.Contexts(), func(x codebook.Context) bool { return x.Name == c }) {
				r.fail(file, num, "context %q is not in the codebook", c)
			}
		}
	case "verbs":
		f.Verbs = append(f.Verbs, triggers(list(value))...)
	case "nouns":
		f.Nouns = append(f.Nouns, nounTriggers(list(value))...)
	case "adjectives":
		f.Adjectives = append(f.Adjectives, adjectiveTriggers(list(value))...)
	case "light":
		for _, e := range list(value) {
			words := strings.Fields(strings.TrimSuffix(e, "<"))
			f.Light = append(f.Light, Light{words[0], words[1:], strings.HasSuffix(e, "<")})
		}
	case "bare":
		f.Bare = r.yesNo(file, num, key, value)
	case "mutual":
		f.Mutual = r.yesNo(file, num, key, value)
	case "object":
		f.Object = set(f.Object)
	case "not object":
		f.NotObject = set(f.NotObject)
	case "subject":
		f.Subject = set(f.Subject)
	case "speaker":
		f.Speaker = append(f.Speaker, list(value)...)
		for _, sector := range list(value) {
			if len(sector) != 3 || strings.ToUpper(sector) != sector {
				r.fail(file, num, "speaker lists sectors such as COP, not %q", sector)
			}
		}
	case "not modifier":
		f.NotModifier = set(f.NotModifier)
	case "not subject":
		f.NotSubject = set(f.NotSubject)
	case "clause":
		for _, c := range list(value) {
			if !slices.Contains([]string{"none", "to", "that", "ing", "must"}, c) {
				r.fail(file, num, "clause is none, to, that, ing or must, not %q", c)
			}
			f.Clause = append(f.Clause, c)
		}
	case "not clause":
		f.NotClause = set(f.NotClause)
	case "purpose":
		f.Purpose = set(f.Purpose)
	case "not purpose":
		f.NotPurpose = set(f.NotPurpose)
	case "actor":
		f.Actor = append(f.Actor, r.slots(file, num, value)...)
	case "recipient":
		f.Recipient = append(f.Recipient, r.slots(file, num, value)...)
	case "party actor":
		f.AnyActor = r.party(file, num, value, "any")
	case "party recipient":
		f.AnyRecipient = r.party(file, num, value, "any")
		f.PlaceRecipient = r.party(file, num, value, "place")
	case "need":
		for _, w := range strings.Fields(strings.ReplaceAll(value, ",", " ")) {
			switch w {
			case "actor":
				f.NeedActor = true
			case "recipient":
				f.NeedRecipient = true
			case "any":
				f.NeedAny = true
			case "none":
				f.NeedNone = true
			default:
				r.fail(file, num, "need is actor, recipient, both, any or none, not %q", w)
			}
		}
	case "inner":
		f.Inner = append(f.Inner, list(value)...)
	case "yes":
		f.Yes = append(f.Yes, r.example(file, num, value))
	case "no":
		f.No = append(f.No, Example{Line: num, Text: value})
	default:
		if prep, ok := strings.CutPrefix(key, "with "); ok {
			f.With = append(f.With, Governed{prep, false, set(nil)})
		} else if prep, ok := strings.CutPrefix(key, "not with "); ok {
			f.With = append(f.With, Governed{prep, true, set(nil)})
		} else {
			r.fail(file, num, "unknown key %q; the keys are listed in docs/frames.md", key)
		}
	}
}

func (r *reader) code(file string, num int, f *Frame, value string) {
	if f.Coded || value == "-" {
		return
	}
	f.Coded = true // also when it is wrong: one mistake is told once
	words := strings.Fields(value)
	if len(words) != 3 {
		r.fail(file, num, "code is TYPE MODE CAMEO (mode - for none), not %q", value)
		return
	}
	c, err := codebook.New(words[0], dash(words[1]), words[2])
	if err != nil {
		r.fail(file, num, "%v", err)
		return
	}
	f.Code = c
}

// dash turns the "-" of a text file into nothing.
func dash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

func (r *reader) yesNo(file string, num int, key, value string) bool {
	if value != "yes" && value != "no" {
		r.fail(file, num, "%s is yes or no, not %q", key, value)
	}
	return value == "yes"
}

// party reports whether a list of who counts as a party names this kind.
func (r *reader) party(file string, num int, value, kind string) bool {
	named := false
	for _, v := range list(value) {
		if v != "any" && v != "political" && v != "place" {
			r.fail(file, num, "a party is political, any or place, not %q", v)
		}
		named = named || v == kind
	}
	return named
}

func (r *reader) slots(file string, num int, value string) []Slot {
	var all []Slot
	for _, s := range list(value) {
		of, name, nested := strings.Cut(s, ".")
		if !nested {
			if !known(s) {
				r.fail(file, num, "unknown slot %q; slots are subject, object, indirect, possessor, modifier and prepositions", s)
			}
			all = append(all, Slot{"", s})
			continue
		}
		if of != "inner" && !known(name) {
			r.fail(file, num, "unknown slot %q", s)
		}
		switch of {
		case "object", "subject", "clause":
		case "inner":
			if name != "actor" && name != "recipient" {
				r.fail(file, num, "an inner act has inner.actor and inner.recipient, not %q", s)
			}
		default:
			if !prepositions[of] && !furtherPrepositions[of] {
				r.fail(file, num, "unknown slot %q", s)
			}
		}
		all = append(all, Slot{of, name})
	}
	return all
}

// known reports whether a slot may have that name: a place in the clause, or a
// preposition. Of prepositions those that no trigger may end in count as well.
func known(slot string) bool { return places[slot] || prepositions[slot] || furtherPrepositions[slot] }

var (
	places              = wordSet("subject object indirect possessor modifier speaker")
	furtherPrepositions = wordSet("above after along alongside amongst below beneath beyond concerning despite down during inside like near next onto opposite outside past per regarding since throughout underneath until unlike upon via")
)

// example reads "Sentence. -> actor + actor > recipient | check, check".
func (r *reader) example(file string, num int, value string) Example {
	text, rest, ok := strings.Cut(value, " -> ")
	ex := Example{Line: num, Text: strings.TrimSpace(text)}
	if !ok {
		r.fail(file, num, "a yes line reads: sentence -> actor > recipient")
		return ex
	}
	parties, checks, _ := strings.Cut(rest, "|")
	actor, recipient, ok := strings.Cut(parties, ">")
	if !ok {
		r.fail(file, num, "a yes line names actor > recipient (- for nobody), not %q", strings.TrimSpace(parties))
		return ex
	}
	ex.Actor, ex.Recipient = plus(actor), plus(recipient)
	for _, c := range list(checks) {
		key, _, _ := strings.Cut(c, "=")
		if !slices.Contains([]string{"status", "negated", "code", "content"}, key) {
			r.fail(file, num, "unknown check %q; checks are status=, negated, code=, content=", c)
		}
		ex.Checks = append(ex.Checks, c)
	}
	return ex
}

func plus(s string) []string {
	var all []string
	for _, x := range strings.Split(s, " + ") {
		if x = strings.TrimSpace(x); x != "" && x != "-" {
			all = append(all, x)
		}
	}
	return all
}

// finish checks a frame as a whole when its last line is read.
func (r *reader) finish(file string, f *Frame) {
	if f == nil {
		return
	}
	if !f.NeedActor && !f.NeedRecipient && !f.NeedAny && !f.NeedNone {
		f.NeedActor = true
	}
	switch {
	case len(f.Verbs)+len(f.Nouns)+len(f.Adjectives) == 0:
		r.fail(file, f.Line, "frame %s has no trigger: verbs, nouns or adjectives", f.Name)
	case !f.Coded && len(f.Inner) == 0:
		r.fail(file, f.Line, "frame %s has no code and no inner act that could give one", f.Name)
	case len(f.Nouns) > 0 && len(f.Light) == 0 && !f.Bare && len(f.Verbs)+len(f.Adjectives) == 0:
		r.fail(file, f.Line, "the nouns of frame %s can never fire: give light verbs or bare yes", f.Name)
	}
	if len(f.Actor) == 0 && f.NeedActor || len(f.Recipient) == 0 && f.NeedRecipient && !f.Mutual {
		r.fail(file, f.Line, "frame %s needs a party for which it names no slot", f.Name)
	}
	if len(f.Yes) == 0 || len(f.No) == 0 {
		r.fail(file, f.Line, "frame %s needs at least one yes and one no example", f.Name)
	}
}
