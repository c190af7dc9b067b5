package train

import (
	"encoding/binary"
	"errors"
	"math"
)

// wordVectors says of each word of the text, as numbers, in what surroundings it
// stands: words that are used alike lie close to each other.
type wordVectors struct {
	dim    int
	keys   []uint64  // hash of each word's folded form; keys[0] is 0: any other word
	counts []uint32  // how often each stands in the text
	values []float32 // dim numbers a word
}

// of returns the vector of word number w.
func (v *wordVectors) of(w int) []float32 { return v.values[w*v.dim:][:v.dim] }

// Append writes the vectors behind b: the number of words and of dimensions, then
// for each word its key, its count and its numbers, all little-endian.
func (v *wordVectors) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v.keys)))
	b = binary.LittleEndian.AppendUint32(b, uint32(v.dim))
	for w, k := range v.keys {
		b = binary.LittleEndian.AppendUint64(b, k)
		b = binary.LittleEndian.AppendUint32(b, v.counts[w])
		for _, x := range v.of(w) {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	return b
}

var errVectors = errors.New("word vectors: the file is damaged")

// parseVectors reads what Append wrote, and nothing behind it.
func parseVectors(b []byte) (*wordVectors, error) {
	const header, perWord = 8, 12
	if len(b) < header {
		return nil, errVectors
	}
	n, dim := uint64(binary.LittleEndian.Uint32(b)), uint64(binary.LittleEndian.Uint32(b[4:]))
	b = b[header:]
	if dim > 1<<16 || uint64(len(b)) != n*(perWord+4*dim) {
		return nil, errVectors
	}
	v := &wordVectors{dim: int(dim), keys: make([]uint64, n), counts: make([]uint32, n), values: make([]float32, n*dim)}
	for w := range v.keys {
		v.keys[w] = binary.LittleEndian.Uint64(b)
		v.counts[w] = binary.LittleEndian.Uint32(b[8:])
		b = b[perWord:]
		for i := range v.of(w) {
			v.of(w)[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		}
		b = b[4*dim:]
	}
	return v, nil
}
