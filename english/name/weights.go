package name

import (
	"encoding/binary"
	"errors"
)

// errModel is what a damaged model gives.
var errModel = errors.New("the names are damaged: make the models again with `readout train english`")

const (
	width = 16 // of a row; a power of two, so that a row never crosses a cache line
	scale = 32 // how many steps a unit of weight has
)

// weights is a table of rows with one weight a mark, found by the top bits of a
// feature.
type weights struct {
	shift uint
	rows  [][width]int8
}

// row returns the number of a feature's row.
func (w *weights) row(feature uint64) uint64 { return feature >> w.shift }

// add adds up the weights of features.
func (w *weights) add(features []uint64, sum *[width]int32) {
	for _, f := range features {
		r := &w.rows[w.row(f)]
		for c := range r {
			sum[c] += int32(r[c])
		}
	}
}

// append writes the table in its file form: the row bits and the number of filled
// rows, the gap to each, then their weights mark by mark, which packs best.
func (w *weights) append(b []byte) []byte {
	var filled []int
	for i := range w.rows {
		if w.rows[i] != [width]int8{} {
			filled = append(filled, i)
		}
	}
	b = binary.AppendUvarint(b, uint64(64-w.shift))
	b = binary.AppendUvarint(b, uint64(len(filled)))
	last := 0
	for _, i := range filled {
		b = binary.AppendUvarint(b, uint64(i-last))
		last = i
	}
	for c := range marks {
		for _, i := range filled {
			b = append(b, byte(w.rows[i][c]))
		}
	}
	return b
}

func parseWeights(b []byte) (*weights, []byte, error) {
	bits, n := binary.Uvarint(b)
	if n <= 0 || bits < 1 || bits > 24 {
		return nil, nil, errModel
	}
	b = b[n:]
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b))/uint64(1+marks) {
		return nil, nil, errModel
	}
	b = b[n:]
	w := &weights{shift: uint(64 - bits), rows: make([][width]int8, 1<<bits)}
	filled := make([]uint64, count)
	row := uint64(0)
	for i := range filled {
		gap, n := binary.Uvarint(b)
		if n <= 0 || gap >= 1<<bits || row+gap >= 1<<bits {
			return nil, nil, errModel
		}
		row, b = row+gap, b[n:]
		filled[i] = row
	}
	if uint64(len(b)) < uint64(marks)*count {
		return nil, nil, errModel
	}
	for c := range marks {
		for i, r := range filled {
			w.rows[r][c] = int8(b[i])
		}
		b = b[count:]
	}
	return w, b, nil
}
