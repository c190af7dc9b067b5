package tag

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// sure holds the words that the tagger always gives the same tag, by form and
// case, in open addressing: two in five words of a text are such ("the"), and for
// none of them the weights of fifty features need be fetched.
type sure struct {
	keys []uint64 // length a power of two; 0 is empty
	tags []uint8
}

// A word is sure when it was met so often and got another tag no more than once
// in so many times. Scores on the development sets are the same with and without.
const (
	sureSeen  = 50
	sureOther = 500
)

// sureKey is what a word is looked up by: "us" is sure, "US" is another word.
func sureKey(w *word.Word) uint64 { return perceptron.Mix(w.Low, uint64(w.Case)+1) | 1 }

// Settled returns the tagger with a list of the words to which it gave the same
// tag wherever they stand in the sentences, which need no annotation: from then on
// these get it without a look at the sentence. The more and the more varied the
// sentences are, the less this changes.
func (t *Tagger) Settled(sentences [][]word.Word) *Tagger {
	plain := &Tagger{set: t.set, table: t.table, sure: newSure(nil)}
	counts := map[uint64]map[uint8]int{}
	var given []uint8
	for _, words := range sentences {
		given = plain.Tag(words, given[:0])
		for i := range words {
			k := sureKey(&words[i])
			if counts[k] == nil {
				counts[k] = map[uint8]int{}
			}
			counts[k][given[i]]++
		}
	}
	tags := map[uint64]uint8{}
	for k, seen := range counts {
		all, most := 0, 0
		var tag uint8
		for _, t := range slices.Sorted(maps.Keys(seen)) {
			if all += seen[t]; seen[t] > most {
				tag, most = t, seen[t]
			}
		}
		if all >= sureSeen && (all-most)*sureOther <= all {
			tags[k] = tag
		}
	}
	plain.sure = newSure(tags)
	return plain
}

func newSure(tags map[uint64]uint8) sure {
	size := 16
	for size < 4*len(tags) {
		size *= 2
	}
	s := sure{make([]uint64, size), make([]uint8, size)}
	for _, k := range slices.Sorted(maps.Keys(tags)) {
		i := k >> 1 & uint64(size-1)
		for s.keys[i] != 0 {
			i = (i + 1) & uint64(size-1)
		}
		s.keys[i], s.tags[i] = k, tags[k]
	}
	return s
}

// tag returns the tag of a sure word.
func (s *sure) tag(w *word.Word) (uint8, bool) {
	k, mask := sureKey(w), uint64(len(s.keys)-1)
	for i := k >> 1 & mask; s.keys[i] != 0; i = (i + 1) & mask {
		if s.keys[i] == k {
			return s.tags[i], true
		}
	}
	return 0, false
}

// append writes the words in their file form: their number, then key and tag.
func (s *sure) append(b []byte) []byte {
	tags := map[uint64]uint8{}
	for i, k := range s.keys {
		if k != 0 {
			tags[k] = s.tags[i]
		}
	}
	b = binary.AppendUvarint(b, uint64(len(tags)))
	for _, k := range slices.Sorted(maps.Keys(tags)) {
		b = append(binary.LittleEndian.AppendUint64(b, k), tags[k])
	}
	return b
}

// errSure is what a damaged list gives.
var errSure = errors.New("the list of sure tags is damaged: make the models again with `readout train english`")

// parseSure reads what append wrote; of nothing it makes an empty list. Tags are
// below classes.
func parseSure(b []byte, classes int) (sure, error) {
	if len(b) == 0 {
		return newSure(nil), nil
	}
	const entry = 9
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(len(b))/entry || len(b) != used+int(n)*entry {
		return sure{}, errSure
	}
	tags := map[uint64]uint8{}
	for b = b[used:]; len(b) > 0; b = b[entry:] {
		if k := binary.LittleEndian.Uint64(b); k != 0 && int(b[8]) < classes {
			tags[k] = b[8]
			continue
		}
		return sure{}, errSure
	}
	return newSure(tags), nil
}
