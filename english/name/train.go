package name

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/readout-project/readout/english/word"
)

// Example is a sentence with the right label of each word: "O", "B-PER", …
type Example struct {
	Words  []word.Word
	Tags   []uint8
	Labels []string
}

const (
	tableBits = 19
	rate      = 0.2
	decay     = 0.001 // pulls weights towards 0
	// blind is the share of features left out each time a word is seen, so that many
	// features learn what one would suffice for: what is told by the one is often
	// missing from a new text.
	blind = 0.4
	// averaged is how many of the last passes the weights are the mean of.
	averaged = 3
	// sure is how small an error of a word teaches nothing.
	sure = 0.01
)

// values holds a number for each mark.
type values [marks]float32

// learner maximises the likelihood of the examples by steps along its gradient,
// smaller ones for weights that have already moved much (Duchi et al. 2011).
type learner struct {
	rows, moved     [][width]float32
	steps, stepsOld [marks][marks]float32
	rate            float32
	// Of the sentence at hand.
	score, ahead, behind []values
	odds                 [marks][marks]float32
	blinded              lesson
}

// lesson is a sentence made ready for learning: the rows of each word that may be
// part of a name.
type lesson struct {
	rows  [][]uint32
	marks []uint8
}

// Train learns a finder in that many passes over the examples, in an order drawn
// from seed.
func Train(examples []Example, g *Gazetteer, passes int, seed uint64) *Finder {
	return train(examples, g, passes, seed, tableBits)
}

func train(examples []Example, g *Gazetteer, passes int, seed uint64, bits int) *Finder {
	lessons := make([]lesson, len(examples))
	for i := range examples {
		lessons[i] = newLesson(&examples[i], g, bits)
	}
	l := &learner{rows: make([][width]float32, 1<<bits), moved: make([][width]float32, 1<<bits)}
	sum := make([][width]float32, 1<<bits)
	var steps [marks][marks]float32
	rnd := rand.New(rand.NewPCG(seed, 5))
	for pass := range passes {
		l.rate = rate * (1 - .8*float32(pass)/float32(passes))
		for _, i := range rnd.Perm(len(lessons)) {
			l.learn(lessons[i].blinded(rnd, &l.blinded))
		}
		if pass < passes-averaged {
			continue
		}
		for r := range sum {
			for c := range sum[r] {
				sum[r][c] += l.rows[r][c]
			}
		}
		for a := range steps {
			for b := range steps[a] {
				steps[a][b] += l.steps[a][b]
			}
		}
	}
	f := finish(sum, &steps, min(averaged, passes), g)
	f.weights.shift = uint(64 - bits)
	return f
}

// finish rounds the mean of sums of that many passes to whole numbers.
func finish(sum [][width]float32, steps *[marks][marks]float32, passes int, g *Gazetteer) *Finder {
	times := float32(passes)
	f := &Finder{gazetteer: g, weights: &weights{rows: make([][width]int8, len(sum))}}
	for r := range sum {
		for c, v := range sum[r] {
			f.weights.rows[r][c] = int8(max(-127, min(127, math.Round(float64(v/times)*scale))))
		}
	}
	for a := range uint8(marks) {
		for b := range uint8(marks) {
			f.steps[a][b] = never
			if follows(a, b) {
				f.steps[a][b] = int32(math.Round(float64(steps[a][b]/times) * scale))
			}
		}
	}
	return f
}

func newLesson(e *Example, g *Gazetteer, bits int) lesson {
	w := newWindow(e.Words, e.Tags)
	w.told = g.tell(w, nil)
	l := lesson{rows: make([][]uint32, len(e.Words)), marks: marksOf(e.Labels)}
	shift := 64 - bits
	for i := range e.Words {
		if !w.candidate(i) {
			l.forget(i)
			continue
		}
		for _, f := range w.features(i) {
			l.rows[i] = append(l.rows[i], uint32(f>>shift))
		}
	}
	return l
}

// blinded is the lesson without a share of its features.
func (s *lesson) blinded(rnd *rand.Rand, into *lesson) *lesson {
	rows := slices.Grow(into.rows[:0], len(s.rows))[:len(s.rows)]
	for i, list := range s.rows {
		if list == nil {
			rows[i] = nil
			continue
		}
		kept := rows[i][:0]
		if kept == nil {
			kept = make([]uint32, 0, len(list))
		}
		for _, r := range list {
			if rnd.Float32() >= blind {
				kept = append(kept, r)
			}
		}
		rows[i] = kept
	}
	*into = lesson{rows, s.marks}
	return into
}

// forget takes away the name that word i is part of: it cannot be found.
func (l *lesson) forget(i int) {
	if l.marks[i] == 0 {
		return
	}
	from, to := i, i+1
	for from > 0 && follows(l.marks[from-1], l.marks[from]) && !follows(l.marks[from-1], 0) {
		from--
	}
	for to < len(l.marks) && !follows(l.marks[to-1], 0) {
		to++
	}
	clear(l.marks[from:to])
}

// learn takes one step on a sentence.
func (l *learner) learn(s *lesson) {
	n := len(s.rows)
	if n == 0 {
		return
	}
	l.expect(s)
	for i := range n {
		if s.rows[i] == nil {
			continue
		}
		var p values
		var z float32
		for c := range p {
			p[c] = l.ahead[i][c] * l.behind[i][c]
			z += p[c]
		}
		var g [width]float32
		var most float32
		for c := range p {
			g[c] = -p[c] / z
			if c == int(s.marks[i]) {
				g[c]++
			}
			most = max(most, g[c], -g[c])
		}
		if most < sure {
			continue
		}
		for _, r := range s.rows[i] {
			l.move(&l.rows[r], &l.moved[r], &g)
		}
		l.moveSteps(s, i)
	}
}

func (l *learner) move(w, moved, g *[width]float32) {
	for c := range marks {
		by := g[c] - decay*w[c]
		moved[c] += by * by
		w[c] += l.rate * by / float32(math.Sqrt(float64(moved[c])+.01))
	}
}

// moveSteps moves the weights of the step to word i.
func (l *learner) moveSteps(s *lesson, i int) {
	before := values{1}
	right := uint8(0)
	if i > 0 {
		before, right = l.ahead[i-1], s.marks[i-1]
	}
	var p [marks][marks]float32
	var z float32
	for a := range p {
		for b := range p {
			p[a][b] = before[a] * l.odds[a][b] * l.score[i][b] * l.behind[i][b]
			z += p[a][b]
		}
	}
	for a := range p {
		for b := range p {
			by := -p[a][b] / z
			if a == int(right) && b == int(s.marks[i]) {
				by++
			}
			if by == 0 {
				continue
			}
			l.stepsOld[a][b] += by * by
			l.steps[a][b] += l.rate * by / float32(math.Sqrt(float64(l.stepsOld[a][b])+1))
		}
	}
}

// expect fills, for each word, the odds of its marks given the words up to it and
// given those after it (Rabiner 1989), each scaled to sum to 1.
func (l *learner) expect(s *lesson) {
	n := len(s.rows)
	l.score, l.ahead, l.behind = grown(l.score, n), grown(l.ahead, n), grown(l.behind, n)
	for a := range uint8(marks) {
		for b := range uint8(marks) {
			l.odds[a][b] = 0
			if follows(a, b) {
				l.odds[a][b] = float32(math.Exp(float64(l.steps[a][b])))
			}
		}
	}
	before := values{1}
	for i, rows := range s.rows {
		l.score[i] = values{1}
		if rows != nil {
			l.score[i] = l.exp(rows)
		}
		var v values
		for a := range before {
			if before[a] == 0 {
				continue
			}
			for b := range v {
				v[b] += before[a] * l.odds[a][b]
			}
		}
		for b := range v {
			v[b] *= l.score[i][b]
		}
		v.scale()
		l.ahead[i], before = v, v
	}
	after := values{}
	for a := range after {
		after[a] = l.odds[a][0]
	}
	for i := n - 1; i >= 0; i-- {
		after.scale()
		l.behind[i] = after
		var v values
		for b := range after {
			by := l.score[i][b] * after[b]
			if by == 0 {
				continue
			}
			for a := range v {
				v[a] += l.odds[a][b] * by
			}
		}
		after = v
	}
}

// exp returns the odds of the marks of a word by its rows alone, the highest 1.
func (l *learner) exp(rows []uint32) values {
	var sum [width]float32
	for _, r := range rows {
		w := &l.rows[r]
		for c := range sum {
			sum[c] += w[c]
		}
	}
	top := sum[0]
	for c := 1; c < marks; c++ {
		top = max(top, sum[c])
	}
	var v values
	for c := range v {
		v[c] = float32(math.Exp(float64(sum[c] - top)))
	}
	return v
}

func (v *values) scale() {
	var z float32
	for _, x := range v {
		z += x
	}
	for c := range v {
		v[c] /= z
	}
}

func grown(v []values, n int) []values {
	if cap(v) < n {
		return make([]values, n, 2*n)
	}
	return v[:n]
}
