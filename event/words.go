package event

import (
	"slices"
	"strings"
)

// Words is a set of nouns that a constraint allows or forbids: lemmas, compounds
// and the open classes @actor, @state, @person, @place and @any.
type Words struct {
	single                            map[string]bool
	compound                          map[string][][]string // by last word
	actor, state, person, place, anyX bool
}

// openClasses are the classes that no list can tell.
var openClasses = []string{"@actor", "@state", "@person", "@place", "@any"}

// newWords adds entries to a set (nil for a new one), classes resolved, and
// returns the names of classes that do not exist.
func newWords(w *Words, entries []string, classes map[string][]string) (*Words, []string) {
	if w == nil {
		w = &Words{single: map[string]bool{}, compound: map[string][][]string{}}
	}
	return w, w.add(entries, classes, 0)
}

func (w *Words) add(entries []string, classes map[string][]string, depth int) []string {
	var unknown []string
	for _, e := range entries {
		switch e {
		case "@actor":
			w.actor = true
			continue
		case "@state":
			w.state = true
			continue
		case "@person":
			w.person = true
			continue
		case "@place":
			w.place = true
			continue
		case "@any":
			w.anyX = true
			continue
		}
		if strings.HasPrefix(e, "@") {
			members, ok := classes[e]
			if !ok || depth > 8 {
				unknown = append(unknown, e)
				continue
			}
			unknown = append(unknown, w.add(members, classes, depth+1)...)
			continue
		}
		words := strings.Fields(strings.ToLower(e))
		if len(words) == 1 {
			w.single[words[0]] = true
		} else {
			last := words[len(words)-1]
			w.compound[last] = append(w.compound[last], words)
		}
	}
	return unknown
}

// precision is 0 for no constraint and up to 2 for a list of one word.
func (w *Words) precision() float64 {
	switch {
	case w == nil:
		return 0
	case w.anyX:
		return 0.2
	case w.actor || w.state || w.person || w.place:
		return 0.4
	}
	return 1 + 1/float64(1+len(w.single)+len(w.compound))
}

// match reports whether the noun is in the set.
func (w *Words) match(s *sentence, noun int) bool {
	if noun < 0 {
		return false
	}
	if w.anyX || w.place && s.isPlace(noun) || w.actor && s.isActor(noun) || w.state && s.isState(noun) || w.person && s.isPerson(noun) {
		return true
	}
	lemma, lower := s.tree.Lemma(noun), s.tree.Lower(noun)
	if w.single[lemma] || w.single[lower] || w.single[singular(lower)] {
		return true
	}
	for _, key := range []string{lemma, singular(lower), lower} {
		for _, words := range w.compound[key] {
			if s.wordsAt(noun-len(words)+1, words) {
				return true
			}
		}
	}
	return false
}

// singular takes the plural ending off a noun whose lemma the lemmatiser may not
// know; other words stay.
func singular(lower string) string {
	switch {
	case strings.HasSuffix(lower, "ies"):
		return lower[:len(lower)-3] + "y"
	case strings.HasSuffix(lower, "ches"), strings.HasSuffix(lower, "shes"), strings.HasSuffix(lower, "sses"):
		return lower[:len(lower)-2]
	case strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss"):
		return lower[:len(lower)-1]
	}
	return lower
}

// classes reads lines "@name: lemma, lemma, @other".
func (r *reader) classes(file string) map[string][]string {
	all := map[string][]string{}
	for _, l := range r.lines(file) {
		if l.text == "" {
			continue
		}
		name, value, ok := strings.Cut(l.text, ":")
		name = strings.TrimSpace(name)
		if !ok || !strings.HasPrefix(name, "@") || strings.Contains(name, " ") {
			r.fail(file, l.num, "a class reads @name: lemma, lemma, not %q", l.text)
			continue
		}
		if slices.Contains(openClasses, name) {
			r.fail(file, l.num, "%s is an open class and cannot be listed", name)
		}
		if _, twice := all[name]; twice {
			r.fail(file, l.num, "class %s is defined twice", name)
		}
		all[name] = list(value)
	}
	// A class may use one that stands below it, so names are checked at the end.
	for _, l := range r.lines(file) {
		name, value, ok := strings.Cut(l.text, ":")
		for _, e := range list(value) {
			if _, known := all[e]; ok && strings.HasPrefix(e, "@") && !known &&
				!slices.Contains(openClasses, e) {
				r.fail(file, l.num, "%s uses the unknown class %s", strings.TrimSpace(name), e)
			}
		}
	}
	return all
}
