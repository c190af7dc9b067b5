package train

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/name"
	"github.com/readout-project/readout/english/split"
	"github.com/readout-project/readout/english/word"
)

// The tables of the project must reach the gazetteer, each with its own flag, and
// a place whose name is a common word must not.
func TestListed(t *testing.T) {
	gold, err := conllu.Read(strings.NewReader(tiny))
	if err != nil {
		t.Fatal(err)
	}
	r := &run{lex: word.NewLexicon(map[uint64]word.Entry{word.LowKey("same"): {Capital: 1}})}
	r.split = split.Train(r.lex, paragraphs(gold, rand.New(rand.NewPCG(1, 6))), 2, 1)
	r.Places = []string{"deir ez zor", "same"}
	listed, err := r.listed()
	if err != nil {
		t.Fatal(err)
	}
	for phrase, want := range map[string]name.Flags{
		"Syria": name.Country, "Damascus": name.Capital, "Syrian": name.Demonym, "Deir ez Zor": name.Place,
		"World Food Programme": name.Body, "Islamic State": name.Group, "Joe Biden": name.Person,
		"Prime Minister": name.Title, "Gen.": name.Title, "Ministry": name.BodyHead, "Heights": name.PlaceHead,
		"same": 0, "envoys left": 0,
	} {
		key := uint64(0)
		for w := range strings.FieldsSeq(phrase) {
			key = name.Phrase(key, word.LowKey(w))
		}
		if got := listed[key]; got&want != want || want == 0 && got != 0 {
			t.Errorf("%s has flags %b, want %b", phrase, got, want)
		}
	}
}
