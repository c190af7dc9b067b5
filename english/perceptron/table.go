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

// MaxClasses is how many classes a table can tell apart.
const MaxClasses = 256

// Scores holds one sum a class. It has a fixed size so that a class number, a
// byte, can never lie outside it and the inner loop needs no check.
type Scores [MaxClasses]int32

// Table is a trained model. It is immutable and safe for concurrent use.
type Table struct {
	shift uint     // 64 minus the number of row bits
	first []uint32 // first[r] to first[r+1] are row r's cells
	cells []cell
	// filled has a bit for each row with cells. Most features of a sentence have
	// none; asking a small bit set first spares a cache miss for each of them.
	filled []uint64
}

// cell is the weight of one class in a row.
type cell struct {
	weight int16
	class  uint8
}

// batch is how many features Add takes at a time.
const batch = 160

// Add adds the weights of every feature to the scores. Nearly all its time goes
// into waiting for memory, so it goes over the features three times: in each pass
// no load depends on another or on a branch, and the processor fetches many
// lines at once.
func (t *Table) Add(features []uint64, s *Scores) {
	var rows [batch]uint32
	var from, to [batch]uint32
	for len(features) > 0 {
		part := features[:min(batch, len(features))]
		features = features[len(part):]
		n := 0
		for _, f := range part {
			r := f >> t.shift
			rows[n%batch] = uint32(r)
			n += int(t.filled[r/64] >> (r % 64) & 1)
		}
		for i, r := range rows[:n] {
			from[i], to[i] = t.first[r], t.first[r+1]
		}
		for i := range n {
			for _, c := range t.cells[from[i]:to[i]] {
				s[c.class] += int32(c.weight)
			}
		}
	}
}

// mark fills the bit set.
func (t *Table) mark() {
	rows := len(t.first) - 1
	t.filled = make([]uint64, (rows+63)/64)
	for r := range rows {
		if t.first[r] != t.first[r+1] {
			t.filled[r/64] |= 1 << (r % 64)
		}
	}
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
