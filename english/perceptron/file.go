package perceptron

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

// errTable is what a damaged table gives.
var errTable = errors.New("the weight table is damaged: make the models again with `readout train english`")

// Append writes the table in its file form: the row bits and the number of
// filled rows and of cells, then for each filled row the gap to it, the number
// of its cells, and each cell as class and weight.
func (t *Table) Append(b []byte) []byte {
	var cells []cell
	filled, size := 0, 0
	for r := range t.size() {
		if cells = t.row(r, cells[:0]); len(cells) > 0 {
			filled, size = filled+1, size+len(cells)
		}
	}
	b = binary.AppendUvarint(b, uint64(64-t.shift))
	b = binary.AppendUvarint(b, uint64(filled))
	b = binary.AppendUvarint(b, uint64(size))
	last := 0
	for r := range t.size() {
		if cells = t.row(r, cells[:0]); len(cells) == 0 {
			continue
		}
		b = binary.AppendUvarint(b, uint64(r-last))
		b = binary.AppendUvarint(b, uint64(len(cells)))
		for _, c := range cells {
			b = append(b, c.class)
			b = binary.AppendVarint(b, int64(c.weight))
		}
		last = r
	}
	return b
}

// Parse reads a table that Append wrote and returns what follows it.
func Parse(b []byte) (*Table, []byte, error) {
	var head [3]uint64
	for i := range head {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, nil, errTable
		}
		head[i], b = v, b[n:]
	}
	bits, filled, size := head[0], head[1], head[2]
	if bits < 1 || bits > 28 || filled > 1<<bits || size > uint64(len(b)) || size > maxCells {
		return nil, nil, errTable
	}
	first, cells := make([]uint32, 1<<bits+1), make([]cell, 0, size)
	row := uint64(0)  // the row being read
	next := uint64(0) // the next entry of first to fill
	for range filled {
		gap, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, nil, errTable
		}
		b = b[n:]
		count, n := binary.Uvarint(b)
		if n <= 0 || gap >= 1<<bits || row+gap >= 1<<bits || count > MaxClasses {
			return nil, nil, errTable
		}
		b = b[n:]
		row += gap
		for ; next <= row; next++ {
			first[next] = uint32(len(cells))
		}
		for range count {
			if len(b) < 2 {
				return nil, nil, errTable
			}
			w, n := binary.Varint(b[1:])
			if n <= 0 || w < math.MinInt16 || w > math.MaxInt16 {
				return nil, nil, errTable
			}
			cells = append(cells, cell{int16(w), b[0]})
			b = b[1+n:]
		}
	}
	for ; next < uint64(len(first)); next++ {
		first[next] = uint32(len(cells))
	}
	if uint64(len(cells)) != size {
		return nil, nil, errTable
	}
	return newTable(uint(64-bits), first, cells), b, nil
}

// Classes reads a line of class names with spaces between, which stands before a
// table, and returns what follows it.
func Classes(b []byte) ([]string, []byte, error) {
	line, rest, ok := bytes.Cut(b, []byte("\n"))
	names := strings.Fields(string(line))
	if !ok || len(names) == 0 || len(names) > MaxClasses {
		return nil, nil, errTable
	}
	return names, rest, nil
}
