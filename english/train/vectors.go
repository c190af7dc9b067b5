package train

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/readout-project/readout/english/matrix"
)

// Word vectors by structured skip-gram with negative sampling (Ling et al. 2015):
// each word learns to tell the words around it from words drawn at random, by a
// separate matrix for each relative position, since for syntax it matters whether
// a word stands before or behind.
//
// Two workers share the work so that the result does not depend on their timing:
// one learns the positions before a word, one those behind, each with matrices of
// its own, and after every block of text they add up what they changed in the
// vectors that they share.

// vectorOptions are the settings of a training of word vectors.
type vectorOptions struct {
	dim       int
	reach     int     // positions before a word, and behind
	negatives int     // random words for each position
	epochs    int     // walks through the text
	rate      float64 // of learning, at the beginning; it falls to 0 in a straight line
	// frequent is the share of the text from which on a word is skipped at times,
	// the more often the more frequent it is: it has learnt enough.
	frequent float64
	block    int // words between two meetings of the workers
}

var vectorDefaults = vectorOptions{dim: 96, reach: 4, negatives: 5, epochs: 3, rate: .025, frequent: 1e-4, block: 1 << 15}

// vectors learns the vectors of the words of a text.
func vectors(ctx context.Context, text *corpus, o vectorOptions, seed uint64, log func(format string, args ...any)) (*wordVectors, error) {
	s := newSkipgram(text, o, seed)
	blocks := (len(text.words) + o.block - 1) / o.block
	order := make([]int, blocks)
	for i := range order {
		order[i] = i
	}
	rnd := rand.New(rand.NewPCG(seed, 11))
	began, told := time.Now(), time.Now()
	for epoch := range o.epochs {
		// The text lies in the order of its sources; no source shall have the last word.
		rnd.Shuffle(blocks, func(i, j int) { order[i], order[j] = order[j], order[i] })
		for i, b := range order {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			done := float64(epoch*blocks+i) / float64(o.epochs*blocks)
			from := b * o.block
			s.learn(text.words[from:min(from+o.block, len(text.words))], float32(o.rate*(1-done)))
			if time.Since(told) > 20*time.Second {
				told = time.Now()
				spent := time.Since(began)
				log("vectors: epoch %d of %d, %.0f words/s, %.0f s to go", epoch+1, o.epochs,
					done*float64(o.epochs*len(text.words))/spent.Seconds(), spent.Seconds()*(1-done)/done)
			}
		}
	}
	v := &wordVectors{dim: o.dim, keys: text.keys, counts: make([]uint32, len(text.keys)), values: s.in}
	for w, n := range s.counts {
		v.counts[w] = uint32(n)
	}
	log("vectors: %d words, %d dimensions", len(v.keys), v.dim)
	return v, nil
}

// skipgram is a training of word vectors.
type skipgram struct {
	vectorOptions
	counts []int     // of each word; of word 0 all others together
	keep   []uint32  // of each word: how likely it is learnt where it stands, of 1<<32-1
	draw   lottery   // of random words
	in     []float32 // the vectors, as at the last meeting
	sides  [2]side
}

// side is one worker with what belongs to it alone.
type side struct {
	step    int       // -1: positions before the word; 1: behind
	in      []float32 // its copy of the vectors
	out     []float32 // for each word and distance a row
	touched []int32   // words whose vectors it changed since the last meeting
	isNew   []bool    // of each word: whether it is not among them
	grad    []float32
	rnd     *rand.PCG
}

func newSkipgram(text *corpus, o vectorOptions, seed uint64) *skipgram {
	n := len(text.keys)
	s := &skipgram{vectorOptions: o, counts: make([]int, n), keep: make([]uint32, n), in: make([]float32, n*o.dim)}
	total := 0
	for _, w := range text.words {
		if w != edge {
			s.counts[w]++
			total++
		}
	}
	for w, c := range s.counts {
		s.keep[w] = math.MaxUint32
		if share := float64(c) / float64(total); share > o.frequent {
			s.keep[w] = uint32(math.Sqrt(o.frequent/share) * math.MaxUint32)
		}
	}
	s.draw = newLottery(s.counts)
	rnd := rand.New(rand.NewPCG(seed, 12))
	for i := range s.in {
		s.in[i] = (rnd.Float32() - .5) / float32(o.dim)
	}
	for i := range s.sides {
		d := &s.sides[i]
		*d = side{step: 2*i - 1, in: make([]float32, len(s.in)), out: make([]float32, len(s.in)*o.reach),
			isNew: make([]bool, n), grad: make([]float32, o.dim), rnd: rand.NewPCG(seed, 13+uint64(i))}
		copy(d.in, s.in)
		for w := range d.isNew {
			d.isNew[w] = true
		}
	}
	return s
}

// learn takes one block of text.
func (s *skipgram) learn(words []int32, rate float32) {
	var wait sync.WaitGroup
	wait.Go(func() { s.learnSide(&s.sides[0], words, rate) })
	s.learnSide(&s.sides[1], words, rate)
	wait.Wait()
	s.meet()
}

// meet gives both sides what either changed.
func (s *skipgram) meet() {
	a, b := &s.sides[0], &s.sides[1]
	for i := range s.sides {
		d := &s.sides[i]
		for _, w := range d.touched {
			if d.isNew[w] {
				continue // the other side's list had it
			}
			at := int(w) * s.dim
			for k := at; k < at+s.dim; k++ {
				sum := a.in[k] + b.in[k] - s.in[k]
				s.in[k], a.in[k], b.in[k] = sum, sum, sum
			}
			a.isNew[w], b.isNew[w] = true, true
		}
		d.touched = d.touched[:0]
	}
}

func (s *skipgram) learnSide(d *side, words []int32, rate float32) {
	negatives := make([]int32, s.negatives)
	for i, w := range words {
		if w == edge {
			continue
		}
		dice := d.rnd.Uint64()
		if uint32(dice) > s.keep[w] {
			continue
		}
		// Near neighbours say more of a word's syntax than far ones: those take turns.
		far := s.reach/2 + int(dice>>32)%(s.reach-s.reach/2+1)
		for k := range negatives {
			negatives[k] = s.draw.draw(d.rnd.Uint64())
		}
		in := d.in[int(w)*s.dim:][:s.dim]
		clear(d.grad)
		for at := 1; at <= far; at++ {
			j := i + at*d.step
			if j < 0 || j >= len(words) || words[j] == edge {
				break
			}
			s.pair(d, in, words[j], at, 1, rate)
			for _, o := range negatives {
				if o != words[j] {
					s.pair(d, in, o, at, 0, rate)
				}
			}
		}
		matrix.AddScaled(in, d.grad, 1)
		if d.isNew[w] {
			d.isNew[w] = false
			d.touched = append(d.touched, w)
		}
	}
}

// pair learns whether (right is 1) or not (0) word o stands at a distance from the
// word whose vector is in.
func (s *skipgram) pair(d *side, in []float32, o int32, at int, right, rate float32) {
	out := d.out[(int(o)*s.reach+at-1)*s.dim:][:s.dim]
	matrix.AddCrossed(d.grad, out, in, (right-sigmoid(matrix.Dot(in, out)))*rate)
}

// sigmoid is 1/(1+e^-x) by table, cut off where it hardly changes.
func sigmoid(x float32) float32 {
	at := int((x + sigmoidEnd) * sigmoidSteps)
	return sigmoids[min(max(at, 0), len(sigmoids)-1)]
}

const (
	sigmoidEnd   = 8
	sigmoidSteps = 128 // to 1
)

var sigmoids = func() (table [2 * sigmoidEnd * sigmoidSteps]float32) {
	for i := range table {
		x := (float64(i)+.5)/sigmoidSteps - sigmoidEnd
		table[i] = float32(1 / (1 + math.Exp(-x)))
	}
	return table
}()
