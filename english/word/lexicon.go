package word

import (
	"encoding/binary"
	"errors"
	"iter"
	"slices"
)

// Entry is what is known of a word before any sentence is read. Zero means not
// known, everywhere.
type Entry struct {
	Tags   uint16 // ambiguity class: the set of tags the word takes in the treebanks
	Fine   uint16 // word cluster, many classes
	Middle uint16
	Coarse uint16 // few classes
	// Capital is how often the word is written with a capital where it does not
	// open a sentence: 1 hardly ever to 5 nearly always.
	Capital uint16
	// Known is what kind of name the word is mostly part of in plain text, as a
	// number that means nothing but to name.Finder.
	Known uint16
}

// Lexicon holds entries by the hash of the folded form. It is immutable and safe
// for concurrent use. The zero Lexicon knows nothing.
type Lexicon struct {
	keys    []uint64 // open addressing, length a power of two; 0 is empty
	entries []Entry
	size    int
}

// NewLexicon returns a lexicon of the entries.
func NewLexicon(entries map[uint64]Entry) *Lexicon {
	size := 16
	for size < 2*len(entries) {
		size *= 2
	}
	l := &Lexicon{keys: make([]uint64, size), entries: make([]Entry, size)}
	for _, k := range sortedKeys(entries) {
		l.put(k, entries[k])
	}
	return l
}

func sortedKeys(m map[uint64]Entry) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (l *Lexicon) put(key uint64, e Entry) {
	if key == 0 {
		return
	}
	mask := uint64(len(l.keys) - 1)
	i := key & mask
	for l.keys[i] != 0 && l.keys[i] != key {
		i = (i + 1) & mask
	}
	if l.keys[i] == 0 {
		l.size++
	}
	l.keys[i], l.entries[i] = key, e
}

// Entry returns what is known of the folded form with that hash.
func (l *Lexicon) Entry(key uint64) Entry {
	if len(l.keys) == 0 || key == 0 {
		return Entry{}
	}
	mask := uint64(len(l.keys) - 1)
	for i := key & mask; l.keys[i] != 0; i = (i + 1) & mask {
		if l.keys[i] == key {
			return l.entries[i]
		}
	}
	return Entry{}
}

// Word looks at a form and adds what the lexicon knows of it.
func (l *Lexicon) Word(form string) Word {
	w := New(form)
	w.Entry = l.Entry(w.Low)
	return w
}

// All ranges over the entries by the hash of the folded form, in no order that
// means anything but always in the same.
func (l *Lexicon) All() iter.Seq2[uint64, Entry] {
	return func(yield func(uint64, Entry) bool) {
		for i, k := range l.keys {
			if k != 0 && !yield(k, l.entries[i]) {
				return
			}
		}
	}
}

// Len returns the number of entries.
func (l *Lexicon) Len() int { return l.size }

// Append writes the lexicon in its file form: the number of entries, then keys
// in order, each with its six numbers.
func (l *Lexicon) Append(b []byte) []byte {
	order := make([]int, 0, l.size)
	for i, k := range l.keys {
		if k != 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		if l.keys[a] < l.keys[b] {
			return -1
		}
		return 1
	})
	b = binary.AppendUvarint(b, uint64(len(order)))
	for _, i := range order {
		e := l.entries[i]
		b = binary.LittleEndian.AppendUint64(b, l.keys[i])
		for _, v := range []uint16{e.Tags, e.Fine, e.Middle, e.Coarse, e.Capital, e.Known} {
			b = binary.AppendUvarint(b, uint64(v))
		}
	}
	return b
}

// errLexicon is what a damaged lexicon gives.
var errLexicon = errors.New("the lexicon is damaged: make the models again with `readout train english`")

// ParseLexicon reads a lexicon that Append wrote and returns what follows it.
func ParseLexicon(b []byte) (*Lexicon, []byte, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b)) {
		return nil, nil, errLexicon
	}
	b = b[n:]
	size := 16
	for uint64(size) < 2*count {
		size *= 2
	}
	l := &Lexicon{keys: make([]uint64, size), entries: make([]Entry, size)}
	for range count {
		if len(b) < 8 {
			return nil, nil, errLexicon
		}
		key := binary.LittleEndian.Uint64(b)
		b = b[8:]
		var v [6]uint16
		for i := range v {
			x, n := binary.Uvarint(b)
			if n <= 0 || x > 1<<16-1 {
				return nil, nil, errLexicon
			}
			v[i], b = uint16(x), b[n:]
		}
		l.put(key, Entry{v[0], v[1], v[2], v[3], v[4], v[5]})
	}
	return l, b, nil
}
