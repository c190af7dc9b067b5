package name

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/readout-project/readout/english/perceptron"
)

// Flags say what is known of a phrase before any sentence is read. A phrase may
// have several: "Jordan" is a country and a surname.
type Flags uint16

// What a phrase may be known as.
const (
	Country Flags = 1 << iota // a country or a part of one that news names by itself
	Capital
	Place     // an inhabited place or a division of a country
	Demonym   // "Syrian", "Syrians": says where from, and is no name of a place
	Body      // an organisation
	Group     // an armed group or party
	Person    // a known person's name
	Given     // a given name
	Title     // stands before a person's name: "General", "Mr."
	BodyHead  // most often part of an organisation's name: "Ministry", "Front"
	PlaceHead // of a place's: "Province", "River"
)

// longest is the number of words of the longest phrases that are looked up.
const longest = 6

// Gazetteer holds phrases with their flags by a hash of their folded words. It is
// immutable. The zero Gazetteer knows nothing.
type Gazetteer struct {
	keys  []uint32 // open addressing, length a power of two; 0 is empty
	flags []Flags
	size  int
}

// Phrase is the key of a phrase: start with 0 and add word by word.
func Phrase(key uint64, low uint64) uint64 { return perceptron.Mix(key+1, low) }

// short is the part of a key that is kept. One phrase in ten thousand is taken
// for another one; the learner has seen as much.
func short(key uint64) uint32 { return uint32(key>>32) | 1 }

// NewGazetteer returns a gazetteer of the phrases.
func NewGazetteer(phrases map[uint64]Flags) *Gazetteer {
	merged := map[uint32]Flags{}
	keys := make([]uint32, 0, len(phrases))
	for k, f := range phrases {
		s := short(k)
		if _, ok := merged[s]; !ok {
			keys = append(keys, s)
		}
		merged[s] |= f
	}
	slices.Sort(keys)
	g := empty(len(keys))
	for _, k := range keys {
		g.put(k, merged[k])
	}
	return g
}

func empty(n int) *Gazetteer {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &Gazetteer{keys: make([]uint32, size), flags: make([]Flags, size)}
}

// slot is where the search for a key begins. Keys are hashes whose lowest bit is
// always set.
func (g *Gazetteer) slot(key uint32) uint32 { return key >> 1 & uint32(len(g.keys)-1) }

func (g *Gazetteer) put(key uint32, f Flags) {
	i := g.slot(key)
	for g.keys[i] != 0 {
		i = (i + 1) & uint32(len(g.keys)-1)
	}
	g.keys[i], g.flags[i] = key, f
	g.size++
}

func (g *Gazetteer) lookup(phrase uint64) Flags {
	key := short(phrase)
	if len(g.keys) == 0 {
		return 0
	}
	for i := g.slot(key); g.keys[i] != 0; i = (i + 1) & uint32(len(g.keys)-1) {
		if g.keys[i] == key {
			return g.flags[i]
		}
	}
	return 0
}

// told is what the gazetteer tells of a word of a sentence.
type told struct {
	alone Flags // of the word as a phrase of its own
	// in has a bit for each flag and position of the word in phrases of that flag.
	in uint64
}

// tell looks up all phrases of the sentence that begin with a word that may begin
// a name.
func (g *Gazetteer) tell(w *window, out []told) []told {
	out = slices.Grow(out[:0], len(w.words))[:len(w.words)]
	clear(out)
	if g == nil || g.size == 0 {
		return out
	}
	for i := range w.words {
		if !w.opens(i) {
			continue
		}
		key := uint64(0)
		for n := 1; n <= longest && i+n <= len(w.words); n++ {
			last := &w.words[i+n-1]
			key = Phrase(key, last.Low)
			f := g.lookup(key)
			if n == 1 {
				out[i].alone = f
			}
			if f == 0 {
				continue
			}
			for k := range n {
				out[i+k].add(f, position(k, n))
			}
		}
	}
	return out
}

func (t *told) add(f Flags, position int) {
	for rest := uint16(f); rest != 0; rest &= rest - 1 {
		t.in |= 1 << (positions*bits.TrailingZeros16(rest) + position)
	}
}

// position of word k in a phrase of n words.
func position(k, n int) int {
	switch {
	case n == 1:
		return single
	case k == 0:
		return first
	case k == n-1:
		return last
	}
	return inside
}

// Append writes the gazetteer in its file form: the number of phrases, the gaps
// between their keys in order, then their flags.
func (g *Gazetteer) Append(b []byte) []byte {
	keys := make([]uint32, 0, g.size)
	flags := make(map[uint32]Flags, g.size)
	for i, k := range g.keys {
		if k != 0 {
			keys = append(keys, k)
			flags[k] = g.flags[i]
		}
	}
	slices.Sort(keys)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64((k-last)>>1))
		last = k
	}
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint16(b, uint16(flags[k]))
	}
	return b
}

// parseGazetteer reads a gazetteer that Append wrote and returns what follows it.
func parseGazetteer(b []byte) (*Gazetteer, []byte, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b))/3 {
		return nil, nil, errModel
	}
	b = b[n:]
	keys := make([]uint32, count)
	last := uint64(0)
	for i := range keys {
		gap, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, nil, errModel
		}
		if last += gap; last >= 1<<31 || i > 0 && gap == 0 {
			return nil, nil, errModel
		}
		keys[i], b = uint32(last)<<1|1, b[n:]
	}
	if len(b) < 2*len(keys) {
		return nil, nil, errModel
	}
	g := empty(len(keys))
	for i, k := range keys {
		g.put(k, Flags(binary.LittleEndian.Uint16(b[2*i:])))
	}
	return g, b[2*len(keys):], nil
}
