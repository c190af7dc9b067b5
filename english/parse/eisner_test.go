package parse

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The decoder must find the best of all trees, written out one by one.
func TestDecoderFindsTheBestTree(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	var d Decoder
	for range 300 {
		n := 1 + rnd.IntN(5)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(rnd.NormFloat64())
		}
		total := func(heads []int32) float64 {
			sum := 0.0
			for i, h := range heads {
				if h < 0 {
					h = int32(n)
				}
				sum += float64(scores[i*(n+1)+int(h)])
			}
			return sum
		}
		want := math.Inf(-1)
		heads := make([]int32, n)
		var try func(i int)
		try = func(i int) {
			if i == n {
				if oneTree(heads) {
					want = max(want, total(heads))
				}
				return
			}
			for h := -1; h < n; h++ {
				if h != i {
					heads[i] = int32(h)
					try(i + 1)
				}
			}
		}
		try(0)
		got := make([]int32, n)
		d.Tree(scores, n, n+1, got)
		if !oneTree(got) || math.Abs(total(got)-want) > 1e-5 {
			t.Fatalf("%d words: heads %v with %v, best is %v", n, got, total(got), want)
		}
	}
}

// oneTree reports whether heads are a tree with one root and no crossing arcs,
// by the definitions.
func oneTree(heads []int32) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		seen := []int32{int32(i)}
		for ; h >= 0; h = heads[h] {
			if slices.Contains(seen, h) {
				return false
			}
			seen = append(seen, h)
		}
		for j, g := range heads {
			if heads[i] < 0 || g < 0 {
				continue
			}
			a, b := min(i, int(heads[i])), max(i, int(heads[i]))
			c, d := min(j, int(g)), max(j, int(g))
			if a < c && c < b && b < d {
				return false
			}
		}
	}
	// The root counts as standing before the sentence's words only for order: no
	// arc may pass over it.
	for i, h := range heads {
		for j, g := range heads {
			if h >= 0 && g < 0 && min(i, int(h)) < j && j < max(i, int(h)) {
				return false
			}
		}
	}
	return roots == 1
}
