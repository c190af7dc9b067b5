package train

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/readout-project/readout/english/matrix"
)

// vectorText is a text in which nouns stand behind an article and before a verb:
// article, noun, verb, article, noun; and what numbers its words have.
func vectorText() (text *corpus, nouns, verbs []int) {
	const noun, verb, article = 100, 200, 300
	rnd := rand.New(rand.NewPCG(1, 1))
	part := textPart{}
	for range 3000 {
		part.keys = append(part.keys, article, noun+rnd.Uint64N(5), verb+rnd.Uint64N(5), article, noun+rnd.Uint64N(5), lineEnd)
	}
	text = count([]textPart{part})
	for w, k := range text.keys {
		switch {
		case k >= article:
		case k >= verb:
			verbs = append(verbs, w)
		case k >= noun:
			nouns = append(nouns, w)
		}
	}
	return text, nouns, verbs
}

func quickVectors(t *testing.T, text *corpus, seed uint64) *wordVectors {
	t.Helper()
	o := vectorDefaults
	o.dim, o.block, o.frequent = 16, 1000, 1
	v, err := vectors(context.Background(), text, o, seed, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Words that are used alike must lie closer to each other than to any other.
func TestVectorsOfAlikeWords(t *testing.T) {
	text, nouns, verbs := vectorText()
	v := quickVectors(t, text, 1)
	cosine := func(a, b int) float64 {
		x, y := v.of(a), v.of(b)
		return float64(matrix.Dot(x, y)) / math.Sqrt(float64(matrix.Dot(x, x))*float64(matrix.Dot(y, y)))
	}
	for _, n := range nouns {
		for _, other := range nouns {
			for _, verb := range verbs {
				if cosine(n, other) <= cosine(n, verb) {
					t.Errorf("noun %d is closer to verb %d (%v) than to noun %d (%v)", n, verb, cosine(n, verb), other, cosine(n, other))
				}
			}
		}
	}
}

// The workers' timing must not show in the result; the seed must.
func TestVectorsAreDeterministic(t *testing.T) {
	text, _, _ := vectorText()
	first := quickVectors(t, text, 1).Append(nil)
	for range 3 {
		if !bytes.Equal(quickVectors(t, text, 1).Append(nil), first) {
			t.Fatal("vectors differ from run to run")
		}
	}
	if bytes.Equal(quickVectors(t, text, 2).Append(nil), first) {
		t.Error("another seed makes the same vectors")
	}
}

func TestVectorsStop(t *testing.T) {
	text, _, _ := vectorText()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := vectors(ctx, text, vectorDefaults, 1, t.Logf); err == nil {
		t.Error("training went on after it was called off")
	}
}

func TestVectorFile(t *testing.T) {
	v := &wordVectors{dim: 2, keys: []uint64{0, 1<<63 + 5}, counts: []uint32{7, 9}, values: []float32{.5, -1, 3, 1e-9}}
	b := v.Append(nil)
	got, err := parseVectors(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Append(nil), b) || got.of(1)[0] != 3 || got.keys[1] != v.keys[1] || got.counts[0] != 7 {
		t.Errorf("read %+v, want %+v", got, v)
	}
	for n := range b {
		if _, err := parseVectors(b[:n]); err == nil {
			t.Errorf("a file cut at byte %d is read", n)
		}
	}
	if _, err := parseVectors(append(b, 0)); err == nil {
		t.Error("bytes behind the end are read over")
	}
}

// Words must be drawn as often as their counts to the power of 3/4 tell.
func TestLottery(t *testing.T) {
	l := newLottery([]int{0, 1, 16, 81, 256}) // weights 0, 1, 8, 27, 64
	rnd := rand.NewPCG(3, 3)
	got := make([]int, len(l))
	const draws = 100000
	for range draws {
		got[l.draw(rnd.Uint64())]++
	}
	for w, percent := range []int{0, 1, 8, 27, 64} {
		if off := got[w] - percent*draws/100; off > draws/200 || off < -draws/200 {
			t.Errorf("word %d drawn %d times of %d, want %d %%", w, got[w], draws, percent)
		}
	}
}
