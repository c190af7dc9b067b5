package eval

import (
	"testing"

	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/english/conllu"
)

// frameGold has two verbs: "were killed" with a subject and an agent that the
// treebank does not mark, "left" with a subject, an object and a complement.
func frameGold() []conllu.Sentence {
	return []conllu.Sentence{{Words: []conllu.Word{
		{Form: "Rebels", UPOS: "NOUN", Head: 2, Rel: "nsubj:pass"},
		{Form: "were", UPOS: "AUX", Head: 2, Rel: "aux:pass"},
		{Form: "killed", UPOS: "VERB", Head: -1, Rel: "root"},
		{Form: "by", UPOS: "ADP", Head: 4, Rel: "case"},
		{Form: "troops", UPOS: "NOUN", Head: 2, Rel: "obl"},
		{Form: "on", UPOS: "ADP", Head: 6, Rel: "case"},
		{Form: "Friday", UPOS: "PROPN", Head: 2, Rel: "obl"},
		{Form: "urging", UPOS: "VERB", Head: 2, Rel: "advcl"},
		{Form: "leaders", UPOS: "NOUN", Head: 7, Rel: "obj"},
		{Form: "to", UPOS: "PART", Head: 10, Rel: "mark"},
		{Form: "talk", UPOS: "VERB", Head: 7, Rel: "xcomp"},
	}}}
}

func TestVerbFrames(t *testing.T) {
	for name, test := range map[string]struct {
		word       int // whose head and relation are changed
		head       int
		rel        string
		core, full int // verbs right, of three
	}{
		"nothing wrong":           {6, 2, "obl", 3, 3},
		"agent marked as such":    {4, 2, "obl:agent", 3, 3},
		"other oblique":           {6, 4, "nmod", 3, 3},
		"active for passive":      {0, 2, "nsubj", 2, 2},
		"agent on another verb":   {4, 7, "obl", 1, 1},
		"agent lost":              {4, 2, "obj", 2, 2},
		"object of another verb":  {8, 10, "obj", 1, 1},
		"complement taken for it": {10, 7, "advcl", 3, 2},
		"one too many":            {6, 2, "obj", 2, 2},
		"one too many on no verb": {6, 4, "obj", 3, 3},
	} {
		gold := frameGold()
		var forms []string
		for _, w := range gold[0].Words {
			forms = append(forms, w.Form)
		}
		d := english.Given([][]string{forms})
		for i, w := range gold[0].Words {
			d.Tokens[i].Head, d.Tokens[i].Rel = w.Head, w.Rel
		}
		d.Tokens[test.word].Head, d.Tokens[test.word].Rel = test.head, test.rel
		got := verbFrames(d, gold)
		if want := percent(test.core, 3); got[0].Value != want {
			t.Errorf("%s: core %.1f, want %.1f", name, got[0].Value, want)
		}
		if want := percent(test.full, 3); got[1].Value != want {
			t.Errorf("%s: full %.1f, want %.1f", name, got[1].Value, want)
		}
	}
}

func TestHeadlines(t *testing.T) {
	gold := frameGold()
	words := append(gold[0].Words, conllu.Word{Form: "'s", UPOS: "PART", Head: 2, Rel: "dep"}, conllu.Word{Form: ".", UPOS: "PUNCT", Head: 2, Rel: "punct"})
	words[3].Head = 2
	got := headlines([]conllu.Sentence{{Words: words}})
	want := "Rebels Were Killed by Troops on Friday Urging Leaders to Talk 's"
	line := ""
	for i, w := range got[0].Words {
		if i > 0 {
			line += " "
		}
		line += w.Form
	}
	if line != want {
		t.Errorf("got %q, want %q", line, want)
	}
	if words[1].Form != "were" {
		t.Error("the gold sentence was changed")
	}
}
