package quantity

import (
	"bufio"
	"io"
	"maps"
	"slices"
	"strings"
)

// longestFirst puts the wordings with more words first, so that "no more than"
// is seen before "more than".
func longestFirst(all []wording) []wording {
	slices.SortStableFunc(all, func(a, b wording) int { return len(b.words) - len(a.words) })
	return all
}

// inflect makes the regular forms of every verb of the lexicon. The lemmatiser
// guesses at forms it has not learnt ("fled"); the lexicon knows its verbs.
func (l *lexicon) inflect(irregular map[string][]string) {
	l.forms = map[string][]string{}
	for _, verb := range slices.Sorted(maps.Keys(l.verbs)) {
		for _, form := range append(regular(verb), irregular[verb]...) {
			if !slices.Contains(l.forms[form], verb) {
				l.forms[form] = append(l.forms[form], verb)
			}
		}
	}
}

// regular lists the forms of a verb that rules make. A final consonant is given
// single and doubled: one of the two is no word and does no harm.
func regular(verb string) []string {
	n := len(verb)
	stem, last := verb[:n-1], verb[n-1]
	switch {
	case last == 'e':
		return []string{verb, verb + "s", verb + "d", stem + "ing"}
	case last == 'y' && !strings.ContainsRune("aeiou", rune(verb[n-2])):
		return []string{verb, stem + "ies", stem + "ied", verb + "ing"}
	}
	twice := verb + string(last)
	return []string{verb, verb + "s", verb + "es", verb + "ed", verb + "ing", twice + "ed", twice + "ing"}
}

// readIrregular reads lines "lemma: form, form".
func readIrregular(in io.Reader) (map[string][]string, error) {
	all := map[string][]string{}
	s := bufio.NewScanner(in)
	for s.Scan() {
		if lemma, forms, ok := strings.Cut(s.Text(), ":"); ok && !strings.HasPrefix(lemma, "#") {
			all[lemma] = list(forms)
		}
	}
	return all, s.Err()
}
