package event

import (
	"fmt"
	"slices"
	"strings"
)

// Words is a set of nouns that a constraint allows or forbids: lemmas, compounds
// and the open classes @actor, @state, @person, @place and @any.
type Words struct {
	single                            map[string]bool
	compound                          map[string][][]string // by the word that heads it
	actor, state, person, place, anyX bool
	entries                           []string // as the frame gives them
}

// openClasses are the classes that no list can tell.
var openClasses = []string{"@actor", "@state", "@person", "@place", "@any"}

// newWords adds entries to a set (nil for a new one), classes resolved, and
// returns the names of classes that do not exist.
func newWords(w *Words, entries []string, classes map[string][]string) (*Words, []string) {
	if w == nil {
		w = &Words{single: map[string]bool{}, compound: map[string][][]string{}}
	}
	w.entries = append(w.entries, entries...)
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
		e = strings.ToLower(e)
		words := strings.Fields(strings.ReplaceAll(e, "-", " "))
		if !strings.Contains(e, " ") {
			w.single[e] = true // a hyphenated word is one token or several
		}
		if len(words) > 1 {
			head := words[headAt(words)]
			w.compound[head] = append(w.compound[head], words)
		}
	}
	return unknown
}

// headAt is where the head of a compound stands: last ("arms embargo"), or before
// its first preposition ("state of emergency").
func headAt(words []string) int {
	for i, w := range words {
		if i > 0 && prepositions[w] {
			return i - 1
		}
	}
	return len(words) - 1
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

// few writes the first entries of the set, for messages.
func (w *Words) few() string {
	const most = 8
	if n := len(w.entries); n > most {
		return fmt.Sprintf("%s and %d more", strings.Join(w.entries[:most], ", "), n-most)
	}
	return strings.Join(w.entries, ", ")
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
	for _, prefix := range sorts {
		if rest, ok := strings.CutPrefix(lower, prefix); ok {
			lemma, lower = strings.TrimPrefix(lemma, prefix), rest // an ex-minister is a minister of sorts
		}
	}
	if w.single[lemma] || w.single[lower] || w.single[singular(lower)] {
		return true
	}
	for _, key := range []string{lemma, singular(lower), lower} {
		for _, words := range w.compound[key] {
			if s.wordsAt(s.back(noun, headAt(words)), words) {
				return true
			}
		}
	}
	if s.tree.Token(noun).UPOS == "PRON" {
		if m := s.meant(noun); m >= 0 {
			return w.match(s, m)
		}
	}
	return false
}

// sorts are first parts of compounds that leave the kind of person as it is.
var sorts = []string{"ex-", "vice-", "co-"}

// singular takes the plural ending off a noun whose lemma the lemmatiser may not
// know; other words stay.
func singular(lower string) string {
	switch {
	case strings.HasSuffix(lower, "men") && len(lower) > 4:
		return lower[:len(lower)-3] + "man"
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
