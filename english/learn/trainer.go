// Package learn teaches the network of the parser: forward, back, and a step of
// Adam, for batches of sentences with their trees.
//
// It reads Examples (rows of package network's tables with the right heads,
// relations and tags), and writes the file that network.Load reads. Gradients are
// written out by hand, layer by layer, and tests hold each against the slope of
// the loss. The recipe is that of Dozat and Manning (2017) made small. It knows no
// treebank and no text: package train does. Nothing at run time imports it.
package learn

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"
)

const (
	// rate is Adam's step size after the warm-up; it falls to 0 at the end.
	rate   = .003
	warmUp = .02 // share of all steps
)

// Trainer teaches a network. Its state after any pass can be saved and taken up
// again with the same result as if it had never stopped.
type Trainer struct {
	Model  *Model
	Passes int // to be done in all
	Done   int // passes done
	Seed   uint64

	steps int
}

// draw returns the random numbers of one pass and purpose, so that a trainer that
// was stopped draws the same.
func (t *Trainer) draw(purpose uint64) *rand.Rand {
	return rand.New(rand.NewPCG(t.Seed, uint64(t.Done)<<32|purpose))
}

// Pass learns from every example once, in an order of its own. log gets a line of
// progress now and then. When ctx ends, Pass returns its error with the model in
// the middle of the pass: restore a saved state to go on.
func (t *Trainer) Pass(ctx context.Context, examples []*Example, log func(string)) error {
	ps := t.Model.parameters()
	runs, found := make([]*pass, workers), make([][]*gradient, workers)
	for w := range workers {
		runs[w] = newPass(t.Model)
		for _, p := range ps {
			found[w] = append(found[w], newGradient(p))
		}
	}
	todo := batches(examples, t.draw(0))
	var sum loss
	began, told := time.Now(), time.Now()
	for b, parts := range todo {
		if err := ctx.Err(); err != nil {
			return err
		}
		words := 0
		for _, part := range parts {
			for _, e := range part {
				words += len(e.Rows)
			}
		}
		t.Model.pack()
		var losses [workers]loss
		inParts(workers, func(w int) {
			if len(parts[w]) > 0 {
				k := newPack(parts[w])
				losses[w] = runs[w].learn(&k, words, found[w], t.draw(uint64(b*workers+w+1)))
			}
		})
		for _, l := range losses {
			sum.arcs, sum.labels, sum.tags, sum.words = sum.arcs+l.arcs, sum.labels+l.labels, sum.tags+l.tags, sum.words+l.words
		}
		step(ps, found, t.rate((float64(t.Done)+float64(b)/float64(len(todo)))/float64(t.Passes)), t.steps)
		t.steps++
		if time.Since(told) > 20*time.Second {
			told = time.Now()
			log(fmt.Sprintf("pass %d: %d%%, %.0f words/s", t.Done+1, 100*(b+1)/len(todo), float64(sum.words)/time.Since(began).Seconds()))
		}
	}
	t.Done++
	n := float64(max(sum.words, 1))
	log(fmt.Sprintf("pass %d of %d: loss of heads %.3f, relations %.3f, tags %.3f; %.0f words/s",
		t.Done, t.Passes, sum.arcs/n, sum.labels/n, sum.tags/n, float64(sum.words)/time.Since(began).Seconds()))
	return nil
}

// rate is the step size when that share of all passes is done.
func (t *Trainer) rate(done float64) float64 {
	return rate * min(done/warmUp+1e-3, (1-done)/(1-warmUp))
}
