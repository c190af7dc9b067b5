package train

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/tag"
)

// lineOf reads a line: form/class/tag/head (0 the root)/relation.
func lineOf(t *testing.T, text string) line {
	t.Helper()
	var l line
	for _, f := range strings.Fields(text) {
		p := strings.Split(f, "/")
		head := 0
		for _, c := range p[3] {
			head = head*10 + int(c-'0')
		}
		l.words = append(l.words, conllu.Word{Form: p[0], Lemma: map[string]string{"said": "say"}[p[0]], UPOS: p[1], XPOS: p[2], Head: head - 1, Rel: p[4]})
		l.tags, l.right = append(l.tags, 0), append(l.right, 0)
	}
	return l
}

// written is a line as lineOf reads it, without classes and tags.
func written(l line) string {
	var out []string
	for _, w := range l.words {
		out = append(out, w.Form+"/"+string(rune('0'+(w.Head+1)/10))+string(rune('0'+(w.Head+1)%10))+"/"+w.Rel)
	}
	return strings.ReplaceAll(strings.Join(out, " "), "/0", "/")
}

func newsroomOf(seed uint64) *newsroom {
	counts := map[string]int{}
	for _, list := range [][]string{titles, whose, {"a/PUNCT/,", "a/PUNCT/``", "a/PUNCT/''"}} {
		for _, words := range list {
			for _, w := range strings.Fields(words) {
				p := strings.Split(w, "/")
				counts[tag.Joint(p[1], p[2])] = 9
			}
		}
	}
	return &newsroom{set: tag.NewSet(counts, 1), rnd: rand.New(rand.NewPCG(seed, 1))}
}

func TestInvertedQuotation(t *testing.T) {
	l := lineOf(t, "The/DET/DT/2/det mayor/NOUN/NN/3/nsubj said/VERB/VBD/0/root that/SCONJ/IN/7/mark the/DET/DT/6/det bridge/NOUN/NN/7/nsubj fell/VERB/VBD/3/ccomp ./PUNCT/./3/punct")
	seen := map[string]bool{}
	for seed := range uint64(40) {
		got, ok := newsroomOf(seed).inverted(l)
		if !ok {
			t.Fatal("not inverted")
		}
		seen[written(got)] = true
	}
	for _, want := range []string{
		"The/2/det bridge/3/nsubj fell/5/ccomp ,/3/punct said/0/root the/7/det mayor/5/nsubj ./5/punct",
		"The/2/det bridge/3/nsubj fell/7/ccomp ,/3/punct the/6/det mayor/7/nsubj said/0/root ./7/punct",
		"“/4/punct The/3/det bridge/4/nsubj fell/7/ccomp ,/4/punct ”/4/punct said/0/root the/9/det mayor/7/nsubj ./7/punct",
	} {
		if !seen[want] {
			t.Errorf("never %s\nbut %v", want, seen)
		}
	}
}

func TestHeadlineOfASentence(t *testing.T) {
	l := lineOf(t, "The/DET/DT/2/det mayor/NOUN/NN/4/nsubj:pass was/AUX/VBD/4/aux:pass arrested/VERB/VBN/0/root in/ADP/IN/7/case a/DET/DT/7/det village/NOUN/NN/4/obl ./PUNCT/./4/punct")
	seen := map[string]bool{}
	for seed := range uint64(20) {
		got, ok := newsroomOf(seed).headline(l)
		if !ok {
			t.Fatal("no headline")
		}
		seen[written(got)] = true
	}
	for _, want := range []string{
		"Mayor/2/nsubj:pass arrested/0/root in/4/case village/2/obl",
		"Mayor/2/nsubj:pass Arrested/0/root in/4/case Village/2/obl",
	} {
		if !seen[want] {
			t.Errorf("never %s\nbut %v", want, seen)
		}
	}
}

func TestTitlesBeforeNames(t *testing.T) {
	l := lineOf(t, "Anna/PROPN/NNP/3/nsubj Gruber/PROPN/NNP/1/flat left/VERB/VBD/0/root Graz/PROPN/NNP/3/obj ./PUNCT/./3/punct")
	seen := map[string]bool{}
	for seed := range uint64(3000) {
		if got, ok := newsroomOf(seed).titled(l); ok {
			seen[written(got)] = true
		}
	}
	for _, want := range []string{
		"President/2/nmod:desc Anna/4/nsubj Gruber/2/flat left/0/root Graz/4/obj ./4/punct",
		"Russian/3/amod Foreign/3/amod Minister/4/nmod:desc Anna/6/nsubj Gruber/4/flat left/0/root Graz/6/obj ./6/punct",
		"Secretary/4/nmod:desc of/3/case State/1/nmod Anna/6/nsubj Gruber/4/flat left/0/root Graz/6/obj ./6/punct",
	} {
		if !seen[want] {
			t.Errorf("never %s", want)
		}
	}
}
