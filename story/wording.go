package story

import (
	"cmp"
	"math"
	"slices"

	"github.com/readout-project/readout/doc"
)

// Wording is what a stretch of text talks about: its words weighted by how rare
// they are in news at large.
type Wording []wordingTerm

type wordingTerm struct {
	stem   string
	weight float64
}

// NewWording reads the wording of a span, without the words to leave out: the
// names of the parties, say, when it is asked whether two accounts of the same
// parties tell the same thing.
func NewWording(d *doc.Document, s doc.Span, without []string) Wording {
	skip := make(map[string]bool)
	for _, w := range without {
		for _, part := range fold(w) {
			skip[part] = true
		}
	}
	weights := make(map[string]float64)
	for _, stem := range fold(d.Slice(s)) {
		if !skip[stem] && len(stem) > 1 {
			weights[stem] = english().rarity(stem, 0, 0)
		}
	}
	w := make(Wording, 0, len(weights))
	for stem, weight := range weights {
		w = append(w, wordingTerm{stem, weight})
	}
	slices.SortFunc(w, func(a, b wordingTerm) int { return cmp.Compare(a.stem, b.stem) })
	return w
}

// Like is the cosine of two wordings, 0 to 1.
func (w Wording) Like(o Wording) float64 {
	dot, a, b := 0.0, 0.0, 0.0
	for _, t := range w {
		a += t.weight * t.weight
	}
	for _, t := range o {
		b += t.weight * t.weight
	}
	for i, j := 0, 0; i < len(w) && j < len(o); {
		switch c := cmp.Compare(w[i].stem, o[j].stem); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			dot += w[i].weight * o[j].weight
			i, j = i+1, j+1
		}
	}
	if a == 0 || b == 0 {
		return 0
	}
	return dot / math.Sqrt(a*b)
}
