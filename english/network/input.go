package network

import (
	"slices"

	"github.com/readout-project/readout/english/word"
)

// The tables in which a word is looked up; the rows found lie side by side and
// are what the first layer sees of it.
const (
	TableWord = iota
	TableSuffix3
	TableSuffix2
	TablePrefix3
	TableShape
	TableFine
	TableMiddle
	TableCapital
	TableTag
	Tables
)

// Row numbers of one word in each table.
type Row [Tables]int32

// Sizes of the tables that hashes index, and of those the lexicon bounds.
const (
	suffix3Rows = 1 << 13
	suffix2Rows = 1 << 11
	prefixRows  = 1 << 13
	shapeRows   = 1 << 9
	fineRows    = 801
	middleRows  = 257
	capitalRows = 6 * 5
)

// Widths of the tables, in numbers a row: 256 together.
var widths = [Tables]int{96, 32, 16, 16, 16, 32, 8, 8, 32}

// Width is what a word is to the first layer: the widths of all tables together.
const Width = 256

// TableWidth is the number of values in a row of a table.
func TableWidth(table int) int { return widths[table] }

// TableRows is the number of rows of a table, for that many words and tags.
func TableRows(table, words, tags int) int {
	return [Tables]int{words + 1, suffix3Rows, suffix2Rows, prefixRows, shapeRows, fineRows, middleRows, capitalRows, tags}[table]
}

// Vocabulary numbers the words that have a row of their own, from 1 on in the
// order of their keys; 0 is every other word. It is immutable.
type Vocabulary struct {
	keys  []uint64 // sorted
	slots []int32  // open addressing over keys
}

// NewVocabulary returns the vocabulary of the keys (word.Word.Low).
func NewVocabulary(keys []uint64) *Vocabulary {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	keys = slices.Compact(keys)
	if len(keys) > 0 && keys[0] == 0 {
		keys = keys[1:]
	}
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	v := &Vocabulary{keys: keys, slots: make([]int32, size)}
	for i, k := range keys {
		at := k & uint64(size-1)
		for v.slots[at] != 0 {
			at = (at + 1) & uint64(size-1)
		}
		v.slots[at] = int32(i + 1)
	}
	return v
}

// Len is the number of words, without the row of unknown ones.
func (v *Vocabulary) Len() int { return len(v.keys) }

// Keys returns the keys in the order of their numbers, from 1 on.
func (v *Vocabulary) Keys() []uint64 { return v.keys }

// Number returns the number of a word, 0 when it has none.
func (v *Vocabulary) Number(key uint64) int32 {
	mask := uint64(len(v.slots) - 1)
	for at := key & mask; v.slots[at] != 0; at = (at + 1) & mask {
		if n := v.slots[at]; v.keys[n-1] == key {
			return n
		}
	}
	return 0
}

// Rows appends the rows of each word of a sentence. tags are joint tags by number.
func (v *Vocabulary) Rows(words []word.Word, tags []uint8, rows []Row) []Row {
	for i := range words {
		w := &words[i]
		rows = append(rows, Row{
			TableWord:    v.Number(w.Low),
			TableSuffix3: int32(w.Suffix[2] % suffix3Rows),
			TableSuffix2: int32(w.Suffix[1] % suffix2Rows),
			TablePrefix3: int32(w.Prefix[2] % prefixRows),
			TableShape:   int32(w.Shape % shapeRows),
			TableFine:    int32(min(w.Fine, fineRows-1)),
			TableMiddle:  int32(min(w.Middle, middleRows-1)),
			TableCapital: int32(min(w.Capital, 5))*5 + int32(w.Case),
			TableTag:     int32(tags[i]),
		})
	}
	return rows
}
