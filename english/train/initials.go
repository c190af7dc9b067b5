package train

import (
	"math/rand/v2"
	"slices"

	"github.com/readout-project/readout/english/conllu"
)

// News writes of "IS targets" and "US forces"; the treebanks, which are mostly
// mail, reviews and wikis, hardly have names in initials that are spelt like
// common words, and a parser that has not met them takes "IS" for a verb. So a
// share of the sentences gets a copy in which such initials stand for a name of
// one word.

// homographs are initials of names in the news; the first are spelt like common
// words and come up as often as all others together.
var homographs = []string{"IS", "US", "WHO", "IT", "AU", "UN", "EU", "ISIL", "PKK", "SDF", "NATO", "IAEA"}

const (
	wordLike       = 4   // of homographs
	initialedShare = .04 // of the sentences that have a name of one word
)

// initialed returns copies of a share of the sentences with initials for a name.
func initialed(in []conllu.Sentence, rnd *rand.Rand) []conllu.Sentence {
	var out []conllu.Sentence
	for _, s := range in {
		if rnd.Float64() >= initialedShare {
			continue
		}
		var names []int
		for i := range s.Words {
			if nameOfOneWord(s.Words, i) {
				names = append(names, i)
			}
		}
		if len(names) == 0 {
			continue
		}
		i := names[rnd.IntN(len(names))]
		form := homographs[rnd.IntN(len(homographs))]
		if rnd.IntN(2) == 0 {
			form = homographs[rnd.IntN(wordLike)]
		}
		s.Words = slices.Clone(s.Words)
		s.Words[i].Form = form
		out = append(out, s)
	}
	return out
}

// nameOfOneWord reports whether word i is a name that no other word is a part of,
// in a place where a group or a state can stand.
func nameOfOneWord(words []conllu.Word, i int) bool {
	if words[i].UPOS != "PROPN" || words[i].XPOS != "NNP" {
		return false
	}
	switch universal(words[i].Rel) {
	case "nsubj", "obj", "obl", "nmod", "compound", "conj":
	default:
		return false
	}
	if head := words[i].Head; universal(words[i].Rel) == "compound" && words[head].UPOS == "PROPN" {
		return false
	}
	for _, w := range words {
		if w.Head == i {
			switch universal(w.Rel) {
			case "flat", "compound", "nmod", "appos", "nummod":
				return false
			}
		}
	}
	return true
}
