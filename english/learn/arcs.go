package learn

import (
	"math"
	"math/rand/v2"

	"github.com/readout-project/readout/english/matrix"
	"github.com/readout-project/readout/english/network"
)

// arcs scores every word of a sentence, and the root, as head of every word: a
// product of the word as dependent, a matrix, and the other as head.
type arcs struct {
	width   int
	product *dense     // the matrix; its offset scores a head whoever the dependent
	root    *Parameter // the root as a head
}

func newArcs(rnd *rand.Rand, width int) *arcs {
	a := &arcs{width: width, product: newDense(rnd, "arcs", width, width), root: newParameter("root as head", 1, width)}
	a.root.normal(rnd, .1)
	return a
}

func (a *arcs) parameters() []*Parameter { return append(a.product.parameters(), a.root) }

// arcRun is one worker's scores of one sentence.
type arcRun struct {
	*arcs
	words, padded int
	heads         []float32 // padded × width: the words as heads, then the root, then zeros
	turned        []float32 // words × width: dependents through the matrix
	scores        []float32 // words × padded: score of each head; the root's place is words

	dturned, dheads   []float32
	packed, ofHeads   matrix.Panels
	ofTurned, scratch matrix.Panels
}

// score fills scores from the words as dependents and as heads, n × width each.
func (r *arcRun) score(dependents, heads []float32, n int) {
	w := r.width
	r.words, r.padded = n, network.Padded(n+1)
	r.heads = sized(r.heads, r.padded*w)
	copy(r.heads, heads[:n*w])
	copy(r.heads[n*w:], r.root.W)
	r.turned = r.product.apply(r.turned, dependents, n)
	r.packed.PackTransposed(r.heads, w, r.padded, w)
	r.scores = sized(r.scores, n*r.padded)
	matrix.Add(r.scores, r.padded, r.turned, w, 1, n, &r.packed)
}

// loss turns scores into their gradient for the right heads (-1 the root) and
// returns the loss: cross-entropy, a word at a time.
func (r *arcRun) loss(right []int32) float64 {
	total := 0.0
	for i, h := range right {
		row := r.scores[i*r.padded:][:r.padded]
		if h < 0 {
			h = int32(r.words)
		}
		total += crossEntropy(row[:r.words+1], int(h), i)
		clear(row[r.words+1:])
	}
	return total
}

// crossEntropy turns scores into the gradient of -log softmax(scores)[right] and
// returns that loss. The place never is no choice; -1 if all are.
func crossEntropy(scores []float32, right, never int) float64 {
	top := float32(math.Inf(-1))
	for j, v := range scores {
		if j != never && v > top {
			top = v
		}
	}
	var sum float32
	for j, v := range scores {
		if j == never {
			scores[j] = 0
			continue
		}
		scores[j] = exp(v - top)
		sum += scores[j]
	}
	p := scores[right] / sum
	for j := range scores {
		scores[j] /= sum
	}
	scores[right]--
	return -math.Log(max(float64(p), 1e-12))
}

// learn adds, from the gradient in scores, those of the weights and those of the
// dependents and heads.
func (r *arcRun) learn(ddependents, dheads, dependents []float32, g []*gradient) {
	w, n := r.width, r.words
	r.dturned = sized(r.dturned, n*w)
	r.ofHeads.Pack(r.heads, r.padded, w, w)
	matrix.Add(r.dturned, w, r.scores, r.padded, 1, n, &r.ofHeads)
	r.dheads = sized(r.dheads, r.padded*w)
	r.ofTurned.Pack(r.turned, n, w, w)
	matrix.Add(r.dheads, w, r.scores, 1, r.padded, r.padded, &r.ofTurned)
	addTo(dheads[:n*w], r.dheads)
	addTo(g[2].g, r.dheads[n*w:])
	r.product.learn(ddependents, dependents, r.dturned, n, g[:2], &r.scratch)
}
