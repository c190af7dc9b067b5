package lemma

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Example is a word with its right lemma.
type Example struct{ Form, Tag, Lemma string }

// An ending has a script of its own only when this many different words share it.
const sharedBy = 2

// Train learns a lemmatiser.
func Train(examples []Example) *Lemmatiser {
	number := map[script]uint16{}
	l := &Lemmatiser{words: map[uint64]uint16{}, endings: map[uint64]uint16{}}
	type entry struct {
		form, tag string
		counts    map[uint16]int
	}
	var order []string
	entries := map[string]*entry{}
	for _, e := range examples {
		form := straight(e.Form)
		s, ok := find(form, straight(e.Lemma))
		if !ok {
			continue
		}
		if _, known := number[s]; !known {
			if len(l.scripts) == 1<<16 {
				continue
			}
			number[s] = uint16(len(l.scripts))
			l.scripts = append(l.scripts, s)
		}
		low := strings.ToLower(form)
		id := low + "\t" + e.Tag
		if entries[id] == nil {
			entries[id] = &entry{low, e.Tag, map[uint16]int{}}
			order = append(order, id)
		}
		entries[id].counts[number[s]]++
	}
	// Endings count words, not their occurrences: frequent words are irregular and
	// say nothing of unknown ones.
	votes := map[uint64]map[uint16]int{}
	for _, id := range order {
		e := entries[id]
		s := commonest(e.counts)
		t := tagKey(e.tag) + 1
		for _, at := range endings(e.form) {
			k := key(e.form[at:], t)
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
	l.prune(func(yield func(form, tag string)) {
		for _, id := range order {
			yield(entries[id].form, entries[id].tag)
		}
	})
	for _, id := range order {
		e := entries[id]
		s := commonest(e.counts)
		if got, ok := l.byEnding(e.form, e.tag); !ok || got != s {
			l.words[key(e.form, tagKey(e.tag))] = s
		}
	}
	return l
}

// prune drops endings that say what the next shorter one says.
func (l *Lemmatiser) prune(each func(func(form, tag string))) {
	kept := map[uint64]uint16{}
	each(func(form, tag string) {
		t := tagKey(tag) + 1
		at := endings(form)
		last, have := uint16(0), false
		for i := len(at) - 1; i >= 0; i-- { // the shortest first
			k := key(form[at[i]:], t)
			if s, ok := l.endings[k]; ok && (!have || s != last) {
				kept[k] = s
				last, have = s, true
			}
		}
	})
	l.endings = kept
}

func (l *Lemmatiser) byEnding(low, tag string) (uint16, bool) {
	t := tagKey(tag) + 1
	for _, at := range endings(low) {
		if s, ok := l.endings[key(low[at:], t)]; ok {
			return s, true
		}
	}
	return 0, false
}

// find returns the script that turns the form into the lemma.
func find(form, lemma string) (script, bool) {
	low := strings.ToLower(form)
	s := script{lower: true}
	from := low
	if lemma != strings.ToLower(lemma) {
		// A lemma with capitals is a name's; it must share the form's own beginning.
		s.lower, from = false, form
	}
	same := 0
	for same < len(from) && same < len(lemma) && from[same] == lemma[same] {
		same++
	}
	for same > 0 && (same < len(from) && !utf8.RuneStart(from[same]) || same < len(lemma) && !utf8.RuneStart(lemma[same])) {
		same--
	}
	s.cut, s.add = utf8.RuneCountInString(from[same:]), lemma[same:]
	return s, s.cut < 64 && len(s.add) < 64 && (same > 0 || s.add != "")
}

func commonest(counts map[uint16]int) uint16 {
	best, n := uint16(0), -1
	for s, c := range counts {
		if c > n || c == n && s < best {
			best, n = s, c
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
