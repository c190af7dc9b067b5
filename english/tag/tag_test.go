package tag

import (
	"slices"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/word"
)

func words(sentence string) []word.Word {
	var out []word.Word
	for _, f := range strings.Fields(sentence) {
		out = append(out, word.New(f))
	}
	return out
}

// examples has a word that is noun or verb by what stands before it.
func examples() []Example {
	return []Example{
		{words("the attack failed"), []uint8{0, 1, 2}},
		{words("they attack often"), []uint8{3, 2, 4}},
		{words("the report failed"), []uint8{0, 1, 2}},
		{words("they report often"), []uint8{3, 2, 4}},
	}
}

var set = Set{"DET|DT", "NOUN|NN", "VERB|VBP", "PRON|PRP", "ADV|RB"}

func TestTrainAndTag(t *testing.T) {
	tagger, err := Load(Train(set, examples(), 5, 1).Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, ex := range examples() {
		if got := tagger.Tag(ex.Words, nil); !slices.Equal(got, ex.Tags) {
			t.Errorf("tags %v, want %v", got, ex.Tags)
		}
	}
	if got := tagger.Tag(words("they attack"), []uint8{4, 4}); !slices.Equal(got, []uint8{4, 4, 3, 2}) {
		t.Errorf("appended to two tags: %v", got)
	}
}

// A word that always gets one tag gets it at once, even where the sentence would
// say otherwise; a word of two tags is looked at.
func TestSettled(t *testing.T) {
	plain := Train(set, examples(), 5, 1)
	var seen [][]word.Word
	for range sureSeen {
		seen = append(seen, words("the attack failed"), words("they attack often"))
	}
	settled, err := Load(plain.Settled(seen).Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words("the they failed often") {
		if _, ok := settled.sure.tag(&w); !ok {
			t.Errorf("a word with one tag is not sure")
		}
	}
	for _, w := range words("attack THE") {
		if _, ok := settled.sure.tag(&w); ok {
			t.Errorf("a word with two tags, or in other capitals, is sure")
		}
	}
	for _, ex := range examples() {
		if got := settled.Tag(ex.Words, nil); !slices.Equal(got, ex.Tags) {
			t.Errorf("tags %v, want %v", got, ex.Tags)
		}
	}
}

func TestTrainingIsDeterministic(t *testing.T) {
	a, b := Train(set, examples(), 5, 7).Append(nil), Train(set, examples(), 5, 7).Append(nil)
	if !slices.Equal(a, b) {
		t.Error("two trainings with one seed differ")
	}
}

func TestNewSet(t *testing.T) {
	got := NewSet(map[string]int{"NOUN|NN": 9, "X|GW": 2, "VERB|VB": 9, "ADV|RB": 12}, 3)
	if !slices.Equal(got, Set{"ADV|RB", "NOUN|NN", "VERB|VB"}) {
		t.Errorf("set %v", got)
	}
	if u, x := got.Split(1); u != "NOUN" || x != "NN" || got.Number("VERB|VB") != 2 || got.Number("X|GW") != -1 {
		t.Error("a tag and its number do not agree")
	}
}

func TestCasing(t *testing.T) {
	for sentence, want := range map[string]SentenceCase{
		"Turkey closes its border with Syria":    SentenceNormal,
		"Turkey Closes Border With Syria":        SentenceTitled,
		"TURKEY CLOSES BORDER":                   SentenceUpper,
		"turkey closes its border":               SentenceLowered,
		"Kerry left":                             SentenceNormal,
		"The U.S. and NATO left Iraq on Tuesday": SentenceTitled,
		"":                                       SentenceNormal,
	} {
		if got := Casing(words(sentence)); got != want {
			t.Errorf("%q: %d, want %d", sentence, got, want)
		}
	}
}

func TestLoadDamaged(t *testing.T) {
	var seen [][]word.Word
	for range sureSeen {
		seen = append(seen, words("the attack failed"))
	}
	b := Train(set, examples(), 2, 1).Settled(seen).Append(nil)
	for _, n := range []int{0, 5, len(b) / 2, len(b) - 1} {
		if _, err := Load(b[:n]); err == nil {
			t.Errorf("a file cut at byte %d was loaded", n)
		}
	}
}
