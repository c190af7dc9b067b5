package parse

import (
	"math/rand/v2"
	"testing"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// projective draws a tree of n words without crossing arcs, as heads.
func projective(n int, rnd *rand.Rand) []int {
	heads := make([]int, n)
	var build func(from, to, head int)
	build = func(from, to, head int) {
		if from >= to {
			return
		}
		root := from + rnd.IntN(to-from)
		heads[root] = head
		// Each side of the root is cut into runs, and each run hangs on the root.
		for _, side := range [][2]int{{from, root}, {root + 1, to}} {
			for a := side[0]; a < side[1]; {
				b := a + 1 + rnd.IntN(side[1]-a)
				build(a, b, root)
				a = b
			}
		}
	}
	build(0, n, -1)
	return heads
}

// isTree reports whether heads make one tree over all words.
func isTree(heads []int) bool {
	roots := 0
	for i := range heads {
		if heads[i] < 0 {
			roots++
		}
		steps := 0
		for w := i; heads[w] >= 0; w = heads[w] {
			if steps++; steps > len(heads) {
				return false
			}
		}
	}
	return roots == 1
}

// A parser that only makes moves that cost nothing must end in the right tree.
func TestOracleLeadsToTheRightTree(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	var s state
	for range 500 {
		gold := projective(1+rnd.IntN(14), rnd)
		s.reset(len(gold))
		for s.settle() {
			cost := s.costs(gold)
			var free []int
			for k := range kinds {
				if s.may(k) && cost[k] == 0 {
					free = append(free, k)
				}
			}
			if len(free) == 0 {
				t.Fatalf("no move without cost for %v at stack %v, next %d", gold, s.stack, s.next)
			}
			s.do(free[rnd.IntN(len(free))], 0)
		}
		for i := range gold {
			if s.head[i] != gold[i] {
				t.Fatalf("heads %v, want %v", s.head, gold)
			}
		}
	}
}

// Whatever the moves, the result is one tree.
func TestAnyMovesMakeATree(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 2))
	var s state
	for range 2000 {
		n := 1 + rnd.IntN(20)
		s.reset(n)
		moves := 0
		for s.settle() {
			k := rnd.IntN(kinds)
			for !s.may(k) {
				k = (k + 1) % kinds
			}
			s.do(k, rnd.IntN(3))
			if moves++; moves > 6*n {
				t.Fatal("the parse does not end")
			}
		}
		if !isTree(s.head[:n]) {
			t.Fatalf("no tree: %v", s.head[:n])
		}
	}
}

func TestClassesAreMoves(t *testing.T) {
	seen := map[uint8]bool{}
	for kind := range kinds {
		for rel := range 50 {
			if kind < left && rel > 0 {
				continue
			}
			c := class(kind, rel)
			if k, r := move(c); k != kind || r != rel || seen[c] {
				t.Fatalf("class %d of (%d, %d) is move (%d, %d)", c, kind, rel, k, r)
			}
			seen[c] = true
		}
	}
}

// toy is a language in which a word of tag 1 begins a phrase that the next word
// of tag 0 heads.
func toy() []Example {
	lex := new(word.Lexicon)
	the, envoy, left := lex.Word("the"), lex.Word("envoy"), lex.Word("left")
	return []Example{
		{Words: []word.Word{the, envoy, left}, Tags: []uint8{1, 0, 2}, Heads: []int{1, 2, -1}, Rels: []int{0, 1, 0}},
		{Words: []word.Word{envoy, left, the, envoy}, Tags: []uint8{0, 2, 1, 0}, Heads: []int{1, -1, 3, 1}, Rels: []int{1, 0, 0, 2}},
	}
}

func TestTrainAndParse(t *testing.T) {
	p := train([]string{"det", "nsubj", "obj"}, toy(), 10, 14, 1, nil)
	b := p.Append(nil)
	loaded, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	var scratch Scratch
	for _, ex := range toy() {
		for i, a := range loaded.Parse(ex.Words, ex.Tags, nil, &scratch) {
			want := Root
			if ex.Heads[i] >= 0 {
				want = []string{"det", "nsubj", "obj"}[ex.Rels[i]]
			}
			if a.Head != ex.Heads[i] || a.Rel != want {
				t.Errorf("word %d: %d %s, want %d %s", i, a.Head, a.Rel, ex.Heads[i], want)
			}
		}
	}
	if got := loaded.Parse(nil, nil, nil, &scratch); len(got) != 0 {
		t.Errorf("the empty sentence has arcs: %v", got)
	}
	if string(train([]string{"det", "nsubj", "obj"}, toy(), 10, 14, 1, nil).Append(nil)) != string(b) {
		t.Error("two trainings with one seed differ")
	}
}

func TestLoadDamaged(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("\n"), []byte("det nsubj"), []byte("det nsubj\n")} {
		if _, err := Load(b); err == nil {
			t.Errorf("%q was loaded", b)
		}
	}
}

func TestBestAllowedNeverPicksWhatMayNotBe(t *testing.T) {
	var s state
	s.reset(2)
	var scores perceptron.Scores
	for i := range scores {
		scores[i] = 100
	}
	scores[class(shift, 0)] = -100
	s.settle()
	if k, _ := move(bestAllowed(&s, &scores, 8)); k != shift {
		t.Errorf("move %d on an empty stack", k)
	}
}
