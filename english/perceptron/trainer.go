package perceptron

import "math"

// Trainer learns weights by mistakes. The weights it hands on are averages over
// all steps, kept lazily: each weight remembers when it last changed.
type Trainer struct {
	shift uint
	rows  [][]learning
	step  int32
}

type learning struct {
	weight int32
	total  int64 // the weight summed over all steps before since
	since  int32
	class  uint8
}

// NewTrainer returns a trainer whose table has 2^bits rows.
func NewTrainer(bits int) *Trainer {
	return &Trainer{shift: uint(64 - bits), rows: make([][]learning, 1<<bits)}
}

// Step counts one example; averages are over steps.
func (t *Trainer) Step() { t.step++ }

// Add adds the current, unaveraged weights of every feature to the scores.
func (t *Trainer) Add(features []uint64, s *Scores) {
	for _, f := range features {
		for i := range t.rows[f>>t.shift] {
			c := &t.rows[f>>t.shift][i]
			s[c.class] += c.weight
		}
	}
}

// Update moves the weights of every feature towards class right and away from
// class wrong.
func (t *Trainer) Update(features []uint64, right, wrong uint8) {
	if right == wrong {
		return
	}
	for _, f := range features {
		t.change(f>>t.shift, right, 1)
		t.change(f>>t.shift, wrong, -1)
	}
}

func (t *Trainer) change(row uint64, class uint8, by int32) {
	cells := t.rows[row]
	for i := range cells {
		if c := &cells[i]; c.class == class {
			c.total += int64(c.weight) * int64(t.step-c.since)
			c.since = t.step
			c.weight += by
			return
		}
	}
	t.rows[row] = append(cells, learning{weight: by, since: t.step, class: class})
}

// Table returns the averaged weights, scaled so that the largest just fits 16
// bits (but by no more than maxScale, finer steps than which change no
// decision). Weights whose average is smaller than drop are left out: they come
// from single mistakes that later steps never confirmed.
func (t *Trainer) Table(drop float64) *Table {
	const maxScale = 256
	steps := float64(max(t.step, 1))
	average := func(c *learning) float64 {
		return (float64(c.total) + float64(c.weight)*float64(t.step-c.since)) / steps
	}
	largest := 0.0
	for _, row := range t.rows {
		for i := range row {
			largest = max(largest, math.Abs(average(&row[i])))
		}
	}
	scale := float64(maxScale)
	if largest*scale > math.MaxInt16 {
		scale = math.MaxInt16 / largest
	}
	out := &Table{shift: t.shift, first: make([]uint32, len(t.rows)+1)}
	for r, row := range t.rows {
		for i := range row {
			w := average(&row[i])
			if q := int16(math.Round(w * scale)); q != 0 && math.Abs(w) >= drop {
				out.cells = append(out.cells, cell{q, row[i].class})
			}
		}
		out.first[r+1] = uint32(len(out.cells))
	}
	return out
}
