package lemma

import "testing"

func trained() *Lemmatiser {
	return Train([]Example{
		{"talks", "NOUN|NNS", "talk"}, {"attacks", "NOUN|NNS", "attack"}, {"troops", "NOUN|NNS", "troop"},
		{"cities", "NOUN|NNS", "city"}, {"countries", "NOUN|NNS", "country"}, {"armies", "NOUN|NNS", "army"},
		{"men", "NOUN|NNS", "man"},
		{"attacked", "VERB|VBD", "attack"}, {"bombed", "VERB|VBD", "bomb"}, {"went", "VERB|VBD", "go"},
		{"Geneva", "PROPN|NNP", "Geneva"}, {"Russia", "PROPN|NNP", "Russia"},
		{"n't", "PART|RB", "not"},
	})
}

func TestLemma(t *testing.T) {
	l := trained()
	for _, c := range []Example{
		{"men", "NOUN|NNS", "man"},        // seen
		{"went", "VERB|VBD", "go"},        // seen
		{"Attacks", "NOUN|NNS", "attack"}, // seen, other capitals
		{"enemies", "NOUN|NNS", "enemy"},  // by its ending
		{"rockets", "NOUN|NNS", "rocket"}, // by its ending
		{"SHELLED", "VERB|VBD", "shell"},  // by its ending, other capitals
		{"n’t", "PART|RB", "not"},         // typographic apostrophe
		{"Hama", "PROPN|NNP", "Hama"},     // a name keeps its capitals
		{"Of", "ADP|IN", "of"},            // nothing known of the tag
		{"", "NOUN|NNS", ""},
	} {
		if got := l.Lemma(c.Form, c.Tag); got != c.Lemma {
			t.Errorf("%s %s: lemma %q, want %q", c.Form, c.Tag, got, c.Lemma)
		}
	}
}

func TestFileRoundTrip(t *testing.T) {
	l := trained()
	b := l.Append(nil)
	got, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"men", "enemies", "went", "Geneva"} {
		for _, tag := range []string{"NOUN|NNS", "VERB|VBD", "PROPN|NNP"} {
			if a, b := l.Lemma(form, tag), got.Lemma(form, tag); a != b {
				t.Errorf("%s %s: %q before, %q after", form, tag, a, b)
			}
		}
	}
	for i := range b {
		if _, err := Load(b[:i]); err == nil {
			t.Fatalf("a file cut at byte %d was read without an error", i)
		}
	}
}

func FuzzLemma(f *testing.F) {
	l := trained()
	f.Add("men", "NOUN|NNS")
	f.Add("\xffies", "NOUN|NNS")
	f.Fuzz(func(t *testing.T, form, tag string) {
		if form != "" && l.Lemma(form, tag) == "" {
			t.Fatalf("%q %q has an empty lemma", form, tag)
		}
	})
}
