package network

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/readout-project/readout/english/matrix"
)

// The file of a network holds, in this order: sizes, names of relations, number of
// tags, keys of the vocabulary, and the matrices. Numbers of a matrix are whole
// numbers of at most 127 in blocks of up to 64 of one row, each block with a scale
// of its own, the upper half of a float32.
const (
	blockLength = 64
	blockLimit  = 127
)

// Matrix is one matrix of a network on its way to its file, Rows × Cols in
// row-major order.
type Matrix struct {
	Rows, Cols int
	Values     []float32
}

// Parts are the matrices of a network, a row an output.
type Parts struct {
	Tables  [Tables]Matrix
	Layers  []LayerParts
	Tags    LinearParts
	Pairs   LinearParts
	Arcs    LinearParts
	Root    Matrix // one row
	Labels  LinearParts
	Outputs int // number of tags
}

// LayerParts are the matrices of a layer of memory.
type LayerParts struct {
	Project LinearParts
	Recur   [2]Matrix
}

// LinearParts are a matrix and its offset, one row.
type LinearParts struct{ W, Offset Matrix }

// each calls visit for every matrix of the parts, always in the same order.
func (p *Parts) each(visit func(m *Matrix)) {
	for t := range p.Tables {
		visit(&p.Tables[t])
	}
	linear := func(l *LinearParts) { visit(&l.W); visit(&l.Offset) }
	for i := range p.Layers {
		linear(&p.Layers[i].Project)
		visit(&p.Layers[i].Recur[0])
		visit(&p.Layers[i].Recur[1])
	}
	linear(&p.Tags)
	linear(&p.Pairs)
	linear(&p.Arcs)
	visit(&p.Root)
	linear(&p.Labels)
}

// Append writes the file of a network behind b.
func Append(b []byte, s Sizes, relations []string, v *Vocabulary, p *Parts) []byte {
	for _, n := range []int{s.Layers, s.Hidden, s.Arc, s.Label, p.Outputs, v.Len()} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	b = append(b, strings.Join(relations, " ")...)
	b = append(b, '\n')
	for _, k := range v.keys {
		b = binary.LittleEndian.AppendUint64(b, k)
	}
	p.each(func(m *Matrix) { b = m.append(b) })
	return b
}

func (m *Matrix) append(b []byte) []byte {
	for r := range m.Rows {
		row := m.Values[r*m.Cols : (r+1)*m.Cols]
		for len(row) > 0 {
			n := min(len(row), blockLength)
			b = appendBlock(b, row[:n])
			row = row[n:]
		}
	}
	return b
}

func appendBlock(b []byte, values []float32) []byte {
	var top float32
	for _, v := range values {
		top = max(top, v, -v)
	}
	// The scale is rounded up, so that no value is cut off.
	half := math.Float32bits(top/blockLimit) >> 16
	scale := math.Float32frombits(half << 16)
	if scale*blockLimit < top {
		half++
		scale = math.Float32frombits(half << 16)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(half))
	for _, v := range values {
		q := 0.0
		if scale > 0 {
			q = math.RoundToEven(float64(v) / float64(scale))
		}
		b = append(b, byte(int8(q)))
	}
	return b
}

var errFile = errors.New("the network is damaged: make the models again with `readout train english`")

// file reads from the front of a file.
type file struct {
	b   []byte
	err error
}

func (f *file) take(n int) []byte {
	if f.err != nil || n < 0 || n > len(f.b) {
		f.err = errFile
		return nil
	}
	out := f.b[:n]
	f.b = f.b[n:]
	return out
}

func (f *file) number(most int) int {
	b := f.take(4)
	if b == nil {
		return 0
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n > most {
		f.err = errFile
		return 0
	}
	return n
}

// packedRow is the number of bytes of a row of a matrix.
func packedRow(cols int) int { return cols + 2*((cols+blockLength-1)/blockLength) }

// blocks calls visit for each block of the rows in b, with the place of its first
// value in the matrix.
func blocks(b []byte, cols int, visit func(at int, scale float32, values []byte)) {
	for at := 0; len(b) > 0; {
		n := min(blockLength, cols-at%cols)
		scale := math.Float32frombits(uint32(binary.LittleEndian.Uint16(b)) << 16)
		visit(at, scale, b[2:2+n])
		b, at = b[2+n:], at+n
	}
}

// matrix reads a matrix of known size.
func (f *file) matrix(rows, cols int) []float32 {
	b := f.take(rows * packedRow(cols))
	if b == nil {
		return nil
	}
	out := make([]float32, rows*cols)
	blocks(b, cols, func(at int, scale float32, values []byte) {
		for i, q := range values {
			out[at+i] = float32(int8(q)) * scale
		}
	})
	return out
}

func (f *file) weights(outputs, inputs int) *matrix.Weights {
	v := f.matrix(outputs, inputs)
	if f.err != nil {
		return nil
	}
	w, err := matrix.NewWeights(outputs, inputs, v)
	if err != nil {
		f.err = fmt.Errorf("%w (%w)", errFile, err)
	}
	return w
}

func (f *file) linear(outputs, inputs int) linear {
	return linear{f.weights(outputs, inputs), f.matrix(1, outputs)}
}

// Load reads what Append wrote.
func Load(b []byte) (*Network, error) {
	f := &file{b: b}
	n := &Network{}
	n.Sizes = Sizes{Layers: f.number(8), Hidden: f.number(256), Arc: f.number(512), Label: f.number(512)}
	tags, words := f.number(256), f.number(1<<24)
	line, rest, found := strings.Cut(string(f.b[:min(len(f.b), 1<<16)]), "\n")
	if f.err != nil || !found || n.Sizes.Layers == 0 {
		return nil, errFile
	}
	n.Relations = strings.Fields(line)
	f.b = f.b[len(f.b[:min(len(f.b), 1<<16)])-len(rest):]
	keys := make([]uint64, 0, words)
	for b := f.take(8 * words); len(b) > 0; b = b[8:] {
		keys = append(keys, binary.LittleEndian.Uint64(b))
	}
	n.Vocabulary = NewVocabulary(keys)
	if n.Vocabulary.Len() != words {
		return nil, errFile
	}
	n.readTables(f, tags)
	width, h := Width, n.Sizes.Hidden
	for range n.Sizes.Layers {
		l := layer{project: f.linear(8*h, width)}
		l.recur[0], l.recur[1] = f.weights(4*h, h), f.weights(4*h, h)
		n.layers = append(n.layers, l)
		width = 2 * h
	}
	n.tags = f.linear(tags, width)
	n.pairs = f.linear(2*n.Sizes.Arc+2*n.Sizes.Label, width)
	n.arcs = f.linear(n.Sizes.Arc, n.Sizes.Arc)
	root := f.matrix(1, n.Sizes.Arc)
	n.labels = f.linear(len(n.Relations), n.Sizes.Label)
	if f.err == nil && len(f.b) > 0 {
		f.err = errFile
	}
	if f.err != nil {
		return nil, f.err
	}
	n.root = make([]int16, len(root))
	n.rootScale = matrix.Quantise(n.root, root)
	return n, nil
}

// readTables brings all tables to one unit, so that the rows of a word make one
// input. It goes over the file twice and never holds the tables as floats, which
// would take most of the memory that a start needs.
func (n *Network) readTables(f *file, tags int) {
	var packed [Tables][]byte
	var top float32
	for t := range packed {
		rows := TableRows(t, n.Vocabulary.Len(), tags)
		packed[t] = f.take(rows * packedRow(widths[t]))
		blocks(packed[t], widths[t], func(_ int, scale float32, values []byte) {
			for _, q := range values {
				top = max(top, float32(int8(q))*scale, -float32(int8(q))*scale)
			}
		})
	}
	if top == 0 {
		top = 1
	}
	n.unit = top / matrix.Limit
	for t := range packed {
		to := make([]int16, TableRows(t, n.Vocabulary.Len(), tags)*widths[t])
		blocks(packed[t], widths[t], func(at int, scale float32, values []byte) {
			for i, q := range values {
				to[at+i] = int16(math.RoundToEven(float64(float32(int8(q))*scale) / float64(n.unit)))
			}
		})
		n.tables[t] = to
	}
}
