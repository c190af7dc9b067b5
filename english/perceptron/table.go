// Package perceptron is the averaged perceptron (Collins 2002) that every part of
// the English core uses: a sparse table of weights from hashed features to
// classes.
//
// A feature is a 64-bit hash; its top bits are its row. No dictionary of
// features is kept: two features that share a row share its weights, which costs
// little in a table with many more rows than features that matter, and saves a
// lookup and the strings. Table is the finished, small, read-only form; Trainer
// is the form that learns. The package knows nothing of words or trees.
package perceptron

import "math/bits"

// MaxClasses is how many classes a table can tell apart.
const MaxClasses = 256

// Scores holds one sum a class. It has a fixed size so that a class number, a
// byte, can never lie outside it and the inner loop needs no check.
type Scores [MaxClasses]int32

// Table is a trained model. It is immutable and safe for concurrent use.
type Table struct {
	shift uint // 64 minus the number of row bits
	// Most rows have no cells. filled tells which have, in few enough bytes to stay
	// near the processor, and numbers these.
	filled []sixtyFour
	// rows says for each filled row where its weights are: the number of its cells in
	// the top bits and where they begin in cells below. Rows with many cells are laid
	// out in dense, a weight for every class, so that they can be added without
	// looking at classes; for these the number is full and the place one in dense.
	rows  []uint32
	cells []cell
	dense []int16
	width int // weights of a dense row, a multiple of lanes
}

// sixtyFour says of 64 rows which are filled, and how many filled rows stand before
// them.
type sixtyFour struct {
	bits   uint64
	before uint32
}

// How an entry of rows is put together.
const (
	placeBits = 26
	full      = 1<<6 - 1
	maxPlace  = 1<<placeBits - 1
)

// cell is the weight of one class in a row.
type cell struct {
	weight int16
	class  uint8
}

// lanes is how many weights of a dense row are added in one step.
const lanes = 16

// batch is how many features Add takes at a time.
const batch = 160

// Add adds the weights of every feature to the scores. Much of its time goes into
// waiting for memory, so it goes over the features in passes, which rows are
// filled, where their weights are, and the weights: within a pass no load depends
// on another or on a branch, and the processor fetches many lines at once. Beyond
// the table's classes scores are left with anything.
func (t *Table) Add(features []uint64, s *Scores) {
	var numbers, places [batch]uint32
	var dense [batch]uint32
	for len(features) > 0 {
		part := features[:min(batch, len(features))]
		features = features[len(part):]
		found := 0
		for _, f := range part {
			r := f >> t.shift
			g := &t.filled[r/64]
			numbers[found%batch] = g.before + uint32(bits.OnesCount64(g.bits&(1<<(r%64)-1)))
			found += int(g.bits >> (r % 64) & 1)
		}
		n, d := 0, 0
		for _, number := range numbers[:found] {
			row := t.rows[number]
			places[n%batch], dense[d%batch] = row, row&maxPlace
			// One of the two counts, without a branch: the processor could not foresee
			// it.
			cells := row >> placeBits
			n += int((cells+full)>>6 ^ (cells+1)>>6)
			d += int((cells + 1) >> 6)
		}
		for _, p := range places[:n] {
			for _, c := range t.cells[p&maxPlace:][:p>>placeBits] {
				s[c.class] += int32(c.weight)
			}
		}
		if d > 0 {
			addRows(s, t.dense, dense[:d], t.width)
		}
	}
}

// addRowsPortable adds to the scores the rows of that width that begin at those
// places.
func addRowsPortable(s *Scores, weights []int16, places []uint32, width int) {
	for _, p := range places {
		for class, w := range weights[p:][:min(width, MaxClasses)] {
			s[class] += int32(w)
		}
	}
}

// maxCells is how many weights a table can hold, so that every place can be told.
const maxCells = maxPlace / sparsest

// A row is dense when more than one in sparsest of its weights is there and it has
// at least fewest: adding a block of a dense row costs what a few cells do.
const (
	sparsest = 6
	fewest   = 8
)

// newTable lays out at most maxCells cells; first[r] to first[r+1] are row r's.
func newTable(shift uint, first []uint32, cells []cell) *Table {
	t := &Table{shift: shift, filled: make([]sixtyFour, (len(first)+62)/64)}
	for _, c := range cells {
		t.width = max(t.width, (int(c.class)/lanes+1)*lanes)
	}
	for r := range len(first) - 1 {
		if r%64 == 0 {
			t.filled[r/64].before = uint32(len(t.rows))
		}
		row := cells[first[r]:first[r+1]]
		if len(row) == 0 {
			continue
		}
		t.filled[r/64].bits |= 1 << (r % 64)
		if len(row) < fewest || len(row)*sparsest <= t.width && len(row) < full {
			t.rows = append(t.rows, uint32(len(row))<<placeBits|uint32(len(t.cells)))
			t.cells = append(t.cells, row...)
			continue
		}
		at := len(t.dense)
		t.rows = append(t.rows, full<<placeBits|uint32(at))
		t.dense = append(t.dense, make([]int16, t.width)...)
		for _, c := range row {
			t.dense[at+int(c.class)] = c.weight
		}
	}
	return t
}

// size is the number of rows, with those that are not filled.
func (t *Table) size() int { return 1 << (64 - t.shift) }

// row appends the cells of a row, the lowest class first.
func (t *Table) row(r int, cells []cell) []cell {
	g := t.filled[r/64]
	if g.bits>>(r%64)&1 == 0 {
		return cells
	}
	row := t.rows[g.before+uint32(bits.OnesCount64(g.bits&(1<<(r%64)-1)))]
	at := row & maxPlace
	if n := row >> placeBits; n < full {
		return append(cells, t.cells[at:at+n]...)
	}
	for class, w := range t.dense[at:][:t.width] {
		if w != 0 {
			cells = append(cells, cell{w, uint8(class)})
		}
	}
	return cells
}

// Mix combines two hashes into one; the order matters. Both multipliers are odd
// numbers with well-scattered bits; a multiplication carries every bit of its
// input to the top, where the row number is read, and the shifts bring the top
// back down.
func Mix(a, b uint64) uint64 {
	a *= 0x9E3779B97F4A7C15
	a = (a ^ a>>32 ^ b) * 0xD1342543DE82EF95
	return a ^ a>>29
}

// Feature makes the feature of template id with value v.
func Feature(id int, v uint64) uint64 {
	const odd = 0xD6E8FEB86659FD93
	return (v + uint64(id)*0xA0761D6478BD642F) * odd
}
