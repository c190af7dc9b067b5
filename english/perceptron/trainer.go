package perceptron

import (
	"math"
	"slices"
)

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

// scale is how many steps a unit of weight has in a table. Finer ones change no
// decision: measured on the parser, which has the most.
const scale = 16

// Mean returns the averaged weights of trainers that learnt the same task from
// other orders of the examples: their mean decides better than each of them, and
// costs no more than one. Weights below drop are left out: they come from single
// mistakes that later steps never confirmed, and the table is better without.
func Mean(drop float64, trainers ...*Trainer) *Table {
	rows := trainers[0].rows
	first := make([]uint32, len(rows)+1)
	var cells []cell
	for r := range rows {
		first[r+1] = uint32(len(cells))
		if !slices.ContainsFunc(trainers, func(t *Trainer) bool { return len(t.rows[r]) > 0 }) {
			continue
		}
		var sum [MaxClasses]float64
		for _, t := range trainers {
			for i := range t.rows[r] {
				c := &t.rows[r][i]
				sum[c.class] += t.average(c)
			}
		}
		for class, w := range sum {
			w /= float64(len(trainers))
			if q := math.Round(w * scale); q != 0 && math.Abs(w) >= drop {
				q = max(math.MinInt16, min(math.MaxInt16, q))
				cells = append(cells, cell{int16(q), uint8(class)})
			}
		}
		first[r+1] = uint32(len(cells))
	}
	if len(cells) > maxCells {
		panic("perceptron: more weights than a table can hold; a larger drop leaves fewer")
	}
	return newTable(trainers[0].shift, first, cells)
}

// average is a weight's mean over all steps so far.
func (t *Trainer) average(c *learning) float64 {
	steps := float64(max(t.step, 1))
	return (float64(c.total) + float64(c.weight)*float64(t.step-c.since)) / steps
}
