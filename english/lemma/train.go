package lemma

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Example is a word with its right lemma.
type Example struct{ Form, Tag, Lemma string }

// An ending has a script of its own only when this many different words share it.
const sharedBy = 2

// entry is a word with one tag and what the examples make of it.
type entry struct {
	low, tag string
	form     string         // as first written
	lemmas   map[string]int // with how often
	scripts  map[uint16]int
}

// Train learns a lemmatiser.
func Train(examples []Example) *Lemmatiser {
	l := &Lemmatiser{words: map[uint64]uint16{}, endings: map[uint64]uint16{}}
	number := map[script]uint16{}
	numbered := func(s script) uint16 {
		n, known := number[s]
		if !known {
			n = uint16(len(l.scripts))
			number[s] = n
			l.scripts = append(l.scripts, s)
		}
		return n
	}
	var order []*entry
	entries := map[string]*entry{}
	for _, e := range examples {
		form, lemma := straight(e.Form), straight(e.Lemma)
		s, ok := find(form, lemma)
		if !ok || len(l.scripts) >= maxScripts {
			continue
		}
		low := strings.ToLower(form)
		id := low + "\t" + e.Tag
		if entries[id] == nil {
			entries[id] = &entry{low, e.Tag, form, map[string]int{}, map[uint16]int{}}
			order = append(order, entries[id])
		}
		entries[id].lemmas[lemma]++
		entries[id].scripts[numbered(s)]++
	}
	l.learnEndings(order)
	for _, e := range order {
		lemma := commonest(e.lemmas)
		if l.right(e, lemma) {
			continue
		}
		// What a seen word becomes does not hang on its capitals: "i" is "I" and
		// "RUSSIA" is "Russia".
		if s, ok := edit(e.low, lemma, true); ok && len(l.scripts) < maxScripts {
			l.words[key(e.low, tagKey(e.tag))] = numbered(s)
		}
	}
	return l
}

// maxScripts is how many scripts the file form can number.
const maxScripts = 1 << 16

// right reports whether the endings alone give a word its lemma, as it was written
// and, unless it is a name, in lower case.
func (l *Lemmatiser) right(e *entry, lemma string) bool {
	return l.Lemma(e.form, e.tag) == lemma &&
		(strings.HasPrefix(e.tag, "PROPN") || l.Lemma(e.low, e.tag) == lemma)
}

// learnEndings gives each ending the script that most words with it take. It
// counts words, not their occurrences: frequent words are irregular and say
// nothing of unknown ones.
func (l *Lemmatiser) learnEndings(order []*entry) {
	votes := map[uint64]map[uint16]int{}
	for _, e := range order {
		s := commonest(e.scripts)
		t := tagKey(e.tag) + 1
		for _, at := range endings(e.low) {
			k := key(e.low[at:], t)
			if votes[k] == nil {
				votes[k] = map[uint16]int{}
			}
			votes[k][s]++
		}
	}
	for k, v := range votes {
		total := 0
		for _, n := range v {
			total += n
		}
		if total >= sharedBy {
			l.endings[k] = commonest(v)
		}
	}
	l.prune(order)
}

// prune drops endings that say what the next shorter one says.
func (l *Lemmatiser) prune(order []*entry) {
	kept := map[uint64]uint16{}
	for _, e := range order {
		t := tagKey(e.tag) + 1
		at := endings(e.low)
		last, have := uint16(0), false
		for i := len(at) - 1; i >= 0; i-- { // the shortest first
			k := key(e.low[at[i]:], t)
			if s, ok := l.endings[k]; ok && (!have || s != last) {
				kept[k] = s
				last, have = s, true
			}
		}
	}
	l.endings = kept
}

// find returns the script that turns the form into the lemma.
func find(form, lemma string) (script, bool) {
	// A lemma with capitals is a name's and shares the form's own beginning.
	if lemma != strings.ToLower(lemma) {
		return edit(form, lemma, false)
	}
	return edit(strings.ToLower(form), lemma, true)
}

// edit returns the script from one string to the other.
func edit(from, to string, lower bool) (script, bool) {
	same := 0
	for same < len(from) && same < len(to) && from[same] == to[same] {
		same++
	}
	for same > 0 && (same < len(from) && !utf8.RuneStart(from[same]) || same < len(to) && !utf8.RuneStart(to[same])) {
		same--
	}
	s := script{lower: lower, cut: utf8.RuneCountInString(from[same:]), add: to[same:]}
	return s, s.cut < 64 && len(s.add) < 64 && to != ""
}

// commonest returns what is counted most; of equals the least.
func commonest[T cmp.Ordered](counts map[T]int) T {
	var best T
	n := -1
	for k, c := range counts {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

func sorted(m map[uint64]uint16) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
