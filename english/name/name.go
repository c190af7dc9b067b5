// Package name finds names of persons, organisations and places: a conditional
// random field (Lafferty et al. 2001) gives each word of a sentence a mark that
// says whether it stands first, inside, last or alone in a name of a kind, and
// the best row of marks is found as a whole.
//
// It reads word.Words with their joint tags and writes ranges of words. Among its
// features are what a gazetteer, part of the model, tells of phrases. It does not
// say who is named, and a title ("President") is no part of a name.
package name

import (
	"slices"

	"github.com/readout-project/readout/english/word"
)

// Name is a name: words [First, Last) and its kind, "PER", "ORG" or "LOC".
type Name struct {
	First, Last int
	Kind        string
}

// Finder is a trained name finder. It is immutable and safe for concurrent use.
type Finder struct {
	gazetteer *Gazetteer
	weights   *weights
	// steps[a][b] is the weight of mark b after mark a; never where follows says no.
	steps [marks][marks]int32
}

// never is the weight of what cannot be: lower than any sum of weights of a
// sentence that is bounded below.
const never = -1 << 24

// Find returns the names of a sentence in order.
func (f *Finder) Find(words []word.Word, tags []uint8) []Name {
	return namesOf(f.marks(words, tags))
}

// marks returns the best row of marks (Viterbi 1967).
func (f *Finder) marks(words []word.Word, tags []uint8) []uint8 {
	w := newWindow(words, tags)
	w.told = f.gazetteer.tell(w, nil)
	back := make([][marks]uint8, len(words))
	best := start()
	outside := true // the only mark of the word before was 0
	for i := range words {
		if !w.candidate(i) {
			// Only 0 may stand here.
			back[i][0] = f.end(&best)
			best, outside = start(), true
			continue
		}
		var sum [width]int32
		f.weights.add(w.features(i), &sum)
		var next [marks]int32
		for b := range marks {
			top, at := int32(4*never), 0
			if outside {
				top = best[0] + f.steps[0][b]
			} else {
				for a := range marks {
					if s := best[a] + f.steps[a][b]; s > top {
						top, at = s, a
					}
				}
			}
			next[b] = top + sum[b]
			back[i][b] = uint8(at)
		}
		top := slices.Max(next[:]) // only differences count, and these stay small
		for b := range next {
			next[b] = max(next[b]-top, 2*never)
		}
		best, outside = next, false
	}
	at := f.end(&best)
	out := make([]uint8, len(words))
	for i := len(words) - 1; i >= 0; i-- {
		out[i] = at
		at = back[i][at]
	}
	return out
}

// start is the score of each mark of the word before the first one, or of a word
// outside all names.
func start() (s [marks]int32) {
	for m := 1; m < marks; m++ {
		s[m] = never
	}
	return s
}

// end returns the mark that stands best before the end or a word outside.
func (f *Finder) end(best *[marks]int32) uint8 {
	at := 0
	for a := 1; a < marks; a++ {
		if best[a]+f.steps[a][0] > best[at]+f.steps[at][0] {
			at = a
		}
	}
	return uint8(at)
}
