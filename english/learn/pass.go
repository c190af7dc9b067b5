package learn

import (
	"math/rand/v2"

	"github.com/readout-project/readout/english/matrix"
)

// pass is one worker's way through the network and back: memory that is used
// again from batch to batch.
type pass struct {
	*Model
	in     *inputs
	layers []*run
	arcs   arcRun

	dtop, dpairs []float32
	pairs, tags  []float32
	kept         []bool
	// Sentence by sentence, n × Arc.
	dependents, heads, ddependents, dheads []float32
	hidden, dhidden, labels                []float32
	keptHidden                             []bool
	packed                                 matrix.Panels
}

func newPass(m *Model) *pass {
	p := &pass{Model: m, in: m.in.worker(), arcs: arcRun{arcs: m.arcs}}
	for _, l := range m.layers {
		p.layers = append(p.layers, &run{memory: l})
	}
	return p
}

// loss holds the sums of the three losses over words.
type loss struct {
	arcs, labels, tags float64
	words              int
}

// forward runs all layers; rnd is nil when nothing is to be forgotten.
func (p *pass) forward(k *pack, rnd *rand.Rand) {
	n := k.Words()
	x := p.in.read(k, rnd)
	for i, l := range p.layers {
		x = l.apply(k, x, rnd)
		if i == 0 {
			p.tags = p.Model.tags.apply(p.tags, x, n)
		}
	}
	p.pairs = p.Model.pairs.apply(p.pairs, x, n)
	a := 2 * p.Sizes.Arc
	w := p.Model.pairs.out
	for i := range n { // the vectors of arcs are rectified, those of labels once added
		for j, v := range p.pairs[i*w:][:a] {
			if v < 0 {
				p.pairs[i*w+j] = 0
			}
		}
	}
	if rnd != nil {
		p.kept = forget(p.pairs, p.kept, forgetPairs, rnd)
	}
}

// gather copies the words of a sentence out of the layout of steps.
func (p *pass) gather(k *pack, s int, to []float32, column, width int) []float32 {
	n := len(k.sentences[s].Rows)
	to = sized(to, n*width)
	for t := range n {
		copy(to[t*width:(t+1)*width], p.pairs[k.At(s, t)*p.Model.pairs.out+column:])
	}
	return to
}

// score computes the scores of heads of one sentence after forward.
func (p *pass) score(k *pack, s int) *arcRun {
	a := p.Sizes.Arc
	p.dependents = p.gather(k, s, p.dependents, 0, a)
	p.heads = p.gather(k, s, p.heads, a, a)
	p.arcs.score(p.dependents, p.heads, len(k.sentences[s].Rows))
	return &p.arcs
}

// learn goes forward and back over a pack and adds the gradient of the loss,
// divided by words, to g, which lies in the order of parameters.
func (p *pass) learn(k *pack, words int, g []*gradient, rnd *rand.Rand) loss {
	p.forward(k, rnd)
	n := k.Words()
	l := loss{words: n}
	inv := float32(1 / float64(words))
	at := p.places(g)
	p.dpairs = sized(p.dpairs, n*p.Model.pairs.out)
	l.arcs = p.learnArcs(k, inv, at.arcs)
	l.labels = p.learnLabels(k, inv, at.labels, rnd)
	restrain(p.dpairs, p.kept, forgetPairs)
	top := p.layers[len(p.layers)-1].out
	p.dtop = sized(p.dtop, n*2*p.Sizes.Hidden)
	p.Model.pairs.learn(p.dtop, top, p.dpairs, n, at.pairs, &p.packed)
	d := p.dtop
	for i := len(p.layers) - 1; i >= 0; i-- {
		if i == 0 {
			l.tags = p.learnTags(k, inv, d, at.tags)
		}
		d = p.layers[i].learn(k, d, at.layers[i])
	}
	p.in.learn(d, g)
	return l
}

// places are the gradients of each part.
type places struct {
	layers                    [][]*gradient
	tags, pairs, arcs, labels []*gradient
}

func (p *pass) places(g []*gradient) places {
	g = g[len(p.in.tables):]
	take := func(n int) []*gradient {
		out := g[:n]
		g = g[n:]
		return out
	}
	var at places
	for range p.layers {
		at.layers = append(at.layers, take(4))
	}
	at.tags, at.pairs, at.arcs, at.labels = take(2), take(2), take(3), take(2)
	return at
}

func (p *pass) learnArcs(k *pack, inv float32, g []*gradient) float64 {
	a, w := p.Sizes.Arc, p.Model.pairs.out
	total := 0.0
	for s, e := range k.sentences {
		r := p.score(k, s)
		total += r.loss(e.Heads)
		for i := range r.scores {
			r.scores[i] *= inv
		}
		n := len(e.Rows)
		p.ddependents, p.dheads = sized(p.ddependents, n*a), sized(p.dheads, n*a)
		r.learn(p.ddependents, p.dheads, p.dependents, g)
		for t := range n {
			at := k.At(s, t) * w
			rectifiedBack(p.dpairs[at:][:a], p.ddependents[t*a:], p.pairs[at:])
			rectifiedBack(p.dpairs[at+a:][:a], p.dheads[t*a:], p.pairs[at+a:])
		}
	}
	return total
}

// rectifiedBack adds the gradient where the result was not cut to 0.
func rectifiedBack(to, d, result []float32) {
	for i := range to {
		if result[i] > 0 {
			to[i] += d[i]
		}
	}
}

// head returns the place of the head of word t of sentence s, -1 for the root.
func head(k *pack, s, t int) int {
	h := k.sentences[s].Heads[t]
	if h < 0 {
		return -1
	}
	return k.At(s, int(h))
}

// label computes the hidden layer of the relation between a word and its head.
// The root has no relation to be told: its hidden layer stays 0.
func (p *pass) label(into []float32, word, head int) {
	w, from := p.Model.pairs.out, 2*p.Sizes.Arc
	if head < 0 {
		return
	}
	d := p.pairs[word*w+from:][:p.Sizes.Label]
	h := p.pairs[head*w+from+p.Sizes.Label:][:p.Sizes.Label]
	for i := range d {
		into[i] = max(d[i]+h[i], 0)
	}
}

func (p *pass) learnLabels(k *pack, inv float32, g []*gradient, rnd *rand.Rand) float64 {
	n, c := k.Words(), p.Sizes.Label
	w, from := p.Model.pairs.out, 2*p.Sizes.Arc
	p.hidden = sized(p.hidden, n*c)
	for s, e := range k.sentences {
		for t := range e.Rows {
			i := k.At(s, t)
			p.label(p.hidden[i*c:], i, head(k, s, t))
		}
	}
	p.keptHidden = forget(p.hidden, p.keptHidden, forgetPairs, rnd)
	p.labels = p.Model.labels.apply(p.labels, p.hidden, n)
	total, out := 0.0, p.Model.labels.out
	for s, e := range k.sentences {
		for t, right := range e.Labels {
			row := p.labels[k.At(s, t)*out:][:out]
			if e.Heads[t] < 0 {
				clear(row)
				continue
			}
			total += crossEntropy(row, int(right), -1)
			for j := range row {
				row[j] *= inv
			}
		}
	}
	p.dhidden = sized(p.dhidden, n*c)
	p.Model.labels.learn(p.dhidden, p.hidden, p.labels, n, g, &p.packed)
	restrain(p.dhidden, p.keptHidden, forgetPairs)
	for s, e := range k.sentences {
		for t := range e.Rows {
			i, h := k.At(s, t), head(k, s, t)
			for j, v := range p.hidden[i*c:][:c] {
				if v <= 0 {
					continue
				}
				d := p.dhidden[i*c+j]
				p.dpairs[i*w+from+j] += d
				p.dpairs[h*w+from+c+j] += d
			}
		}
	}
	return total
}

func (p *pass) learnTags(k *pack, inv float32, dx []float32, g []*gradient) float64 {
	total, out := 0.0, p.Model.tags.out
	for s, e := range k.sentences {
		for t, right := range e.Tags {
			row := p.tags[k.At(s, t)*out:][:out]
			total += crossEntropy(row, int(right), -1)
			for j := range row {
				row[j] *= inv * tagShare
			}
		}
	}
	p.Model.tags.learn(dx, p.layers[0].out, p.tags, k.Words(), g, &p.packed)
	return total
}
