package event

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// forms maps inflected forms of the words that frames know to their lemmas. The
// lemmatiser guesses at verbs it has not learnt ("shelled" becomes "shel"); a
// frame knows that its verb is "shell".
type forms map[string]string

// addVerb adds the regular forms of a verb.
func (f forms) addVerb(lemma string) {
	f.add(lemma, lemma)
	n := len(lemma)
	if n < 3 || strings.ContainsAny(lemma, "-'") {
		return
	}
	last, before := lemma[n-1], lemma[n-2]
	switch {
	case last == 'e':
		f.add(lemma+"s", lemma)
		f.add(lemma+"d", lemma)
		f.add(lemma[:n-1]+"ing", lemma)
		return
	case last == 'y' && !vowel(before):
		f.add(lemma[:n-1]+"ies", lemma)
		f.add(lemma[:n-1]+"ied", lemma)
		f.add(lemma+"ing", lemma)
		return
	}
	for _, ending := range []string{"s", "es", "ed", "ing"} {
		f.add(lemma+ending, lemma)
	}
	if !vowel(last) && vowel(before) && last != 'w' && last != 'x' && last != 'y' {
		f.add(lemma+string(last)+"ed", lemma) // "stabbed", "deported" stays as well
		f.add(lemma+string(last)+"ing", lemma)
	}
}

// add keeps the first lemma of a form, so that the order of frames decides and
// not chance.
func (f forms) add(form, lemma string) {
	if _, ok := f[form]; !ok {
		f[form] = lemma
	}
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// irregular reads irregular.txt: lines "lemma: form, form".
func (r *reader) irregular(file string) map[string][]string {
	all := map[string][]string{}
	for _, l := range r.lines(file) {
		lemma, value, ok := strings.Cut(l.text, ":")
		switch words := list(value); {
		case l.text == "":
		case !ok || len(words) == 0:
			r.fail(file, l.num, "a line reads lemma: form, form, not %q", l.text)
		default:
			all[lemma] = words
		}
	}
	return all
}

// newForms gathers the verbs of all triggers and light verbs.
func newForms(frames []*Frame, irregular map[string][]string) forms {
	f := forms{}
	add := func(lemma string) {
		for _, form := range irregular[lemma] {
			f.add(form, lemma)
		}
		f.addVerb(lemma)
	}
	for _, fr := range frames {
		for _, t := range fr.Verbs {
			add(t.Words[t.Head])
		}
		for _, l := range fr.Light {
			add(l.Lemma)
		}
	}
	return f
}

// lemma is the lemma of a token, mended where the lemmatiser gives a word that no
// frame knows for a form that one does.
func (l *Library) lemma(tok *doc.Token, form string) string {
	lemma := strings.ToLower(tok.Lemma)
	if tok.UPOS == "NOUN" && len(l.index.nouns[lemma]) == 0 {
		if s := singular(strings.ToLower(form)); len(l.index.nouns[s]) > 0 {
			return s
		}
		return lemma
	}
	if tok.UPOS != "VERB" || len(l.index.verbs[lemma]) > 0 || l.index.light[lemma] {
		return lemma
	}
	if known, ok := l.forms[strings.ToLower(form)]; ok {
		return known
	}
	return lemma
}
