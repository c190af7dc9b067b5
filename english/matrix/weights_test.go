package matrix

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func (p path) String() string { return [...]string{"portable", "AVX2", "AVX-512"}[p] }

// availablePaths are those of this processor. Only one with AVX-512 tests all.
func availablePaths() []path {
	paths := []path{portable}
	if hasAVX2 {
		paths = append(paths, avx2)
	}
	if hasVNNI {
		paths = append(paths, avx512)
	}
	return paths
}

// wholeNumbers returns n numbers of at most Limit: random ones or, where extreme,
// the two ends alone.
func wholeNumbers(rnd *rand.Rand, n int, extreme bool) []int16 {
	s := make([]int16, n)
	for i := range s {
		s[i] = int16(rnd.IntN(2*Limit+1) - Limit)
		if extreme {
			s[i] = int16(Limit * (1 - 2*rnd.IntN(2)))
		}
	}
	return s
}

func normals(rnd *rand.Rand, n int, size float64) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = float32(rnd.NormFloat64() * size)
	}
	return s
}

// Every path must give the bits of a plain sum of int64, at every shape, and must
// not touch what lies behind.
func TestMultiply(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var w Weights // packed again and again, smaller and larger
	for range 400 {
		checkMultiply(t, &w, rnd, 1+rnd.IntN(100), 1+rnd.IntN(80), rnd.IntN(10))
	}
	for _, inputs := range []int{1, 2, 3, 4, 5, 128, 509, 510, 511, 512} {
		for _, outputs := range []int{1, 15, 16, 17, 31, 32, 33, 48, 64} {
			for rows := range 10 {
				checkMultiply(t, &w, rnd, outputs, inputs, rows)
			}
		}
	}
}

func FuzzMultiply(f *testing.F) {
	f.Add(uint64(1), uint16(33), uint16(17), uint16(5))
	f.Fuzz(func(t *testing.T, seed uint64, outputs, inputs, rows uint16) {
		rnd := rand.New(rand.NewPCG(seed, seed))
		checkMultiply(t, new(Weights), rnd, int(outputs%200), 1+int(inputs%MaxInputs), int(rows%20))
	})
}

func checkMultiply(t *testing.T, w *Weights, rnd *rand.Rand, outputs, inputs, rows int) {
	t.Helper()
	extreme := rnd.IntN(4) == 0
	values := wholeNumbers(rnd, outputs*inputs, extreme)
	x := wholeNumbers(rnd, rows*inputs, extreme)
	if extreme { // the largest sum there can be, in the first row and output
		copy(values[:min(inputs, len(values))], x)
	}
	scales, xScales := normals(rnd, outputs, .01), normals(rnd, rows, .001)
	bias := normals(rnd, outputs, 1)
	if rnd.IntN(3) == 0 {
		bias = nil
	}
	if err := w.Pack(outputs, inputs, values, scales); err != nil {
		t.Fatal(err)
	}
	for _, by := range availablePaths() {
		for step := range min(2, rows+1) { // one scale for all rows, one a row
			dst := make([]float32, rows*outputs+1)
			dst[rows*outputs] = 7
			w.multiply(by, dst, x, xScales, step, rows, bias)
			if dst[rows*outputs] != 7 {
				t.Fatalf("%v, %d rows, %d → %d: writes behind the end", by, rows, inputs, outputs)
			}
			for r := range rows {
				for o := range outputs {
					var sum int64
					for k := range inputs {
						sum += int64(x[r*inputs+k]) * int64(values[o*inputs+k])
					}
					want := float32(float32(sum) * float32(scales[o]*xScales[r*step]))
					if bias != nil {
						want += bias[o]
					} else {
						want += 0
					}
					if got := dst[r*outputs+o]; math.Float32bits(got) != math.Float32bits(want) {
						t.Fatalf("%v, %d rows, %d → %d: row %d, output %d is %v, want %v", by, rows, inputs, outputs, r, o, got, want)
					}
				}
			}
		}
	}
}

// Quantised weights and values must stay near the product of the real ones.
func TestNewWeights(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	const outputs, inputs, rows = 40, 256, 3
	values, x := normals(rnd, outputs*inputs, .1), normals(rnd, rows*inputs, 1)
	w, err := NewWeights(outputs, inputs, values)
	if err != nil {
		t.Fatal(err)
	}
	whole, xScales := make([]int16, len(x)), make([]float32, rows)
	for r := range rows {
		xScales[r] = Quantise(whole[r*inputs:(r+1)*inputs], x[r*inputs:(r+1)*inputs])
	}
	dst := make([]float32, rows*outputs)
	w.MultiplyRows(dst, whole, xScales, rows, nil)
	one := make([]float32, outputs)
	for r := range rows {
		w.Multiply(one, whole[r*inputs:], xScales[r], 1, nil)
		for o := range outputs {
			var want float64
			for k := range inputs {
				want += float64(x[r*inputs+k]) * float64(values[o*inputs+k])
			}
			got := dst[r*outputs+o]
			if got != one[o] {
				t.Errorf("row %d, output %d: MultiplyRows gives %v, Multiply %v", r, o, got, one[o])
			}
			if math.Abs(float64(got)-want) > .005 {
				t.Errorf("row %d, output %d is %v, want %v", r, o, got, want)
			}
		}
	}
}

func TestWeightsRefused(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(-1))
	for _, c := range []struct {
		outputs, inputs int
		w               []float32
	}{
		{1, MaxInputs + 1, make([]float32, MaxInputs+1)},
		{2, 2, make([]float32, 3)},
		{0, 0, nil},
		{-1, -1, make([]float32, 1)},
		{1, 2, []float32{0, nan}},
		{1, 2, []float32{inf, 0}},
	} {
		if _, err := NewWeights(c.outputs, c.inputs, c.w); err == nil {
			t.Errorf("%d outputs, %d inputs, %d values are accepted", c.outputs, c.inputs, len(c.w))
		}
	}
	var w Weights
	if w.Pack(2, 2, make([]int16, 4), make([]float32, 1)) == nil {
		t.Error("one scale for two outputs is accepted")
	}
	if w.Pack(1, MaxInputs+1, make([]int16, MaxInputs+1), make([]float32, 1)) == nil {
		t.Error("sums that may overflow are accepted")
	}
}

func TestWeightsAllocateNothing(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	const outputs, inputs, rows = 40, 130, 5
	values, scales := wholeNumbers(rnd, outputs*inputs, false), normals(rnd, outputs, 1)
	x, dst := wholeNumbers(rnd, rows*inputs, false), make([]float32, rows*outputs)
	var w Weights
	n := testing.AllocsPerRun(10, func() {
		if err := w.Pack(outputs, inputs, values, scales); err != nil {
			t.Fatal(err)
		}
		w.Multiply(dst, x, 1, rows, nil)
		w.MultiplyRows(dst, x, scales, rows, scales)
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkMultiply(b *testing.B) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for _, s := range []struct{ rows, inputs, outputs int }{
		{24, 256, 1024}, {8, 128, 512}, {3, 128, 512}, {1, 128, 512}, {24, 384, 1536},
	} {
		var w Weights
		if err := w.Pack(s.outputs, s.inputs, wholeNumbers(rnd, s.outputs*s.inputs, false), normals(rnd, s.outputs, 1)); err != nil {
			b.Fatal(err)
		}
		x, bias := wholeNumbers(rnd, s.rows*s.inputs, false), normals(rnd, s.outputs, 1)
		dst, xScales := make([]float32, s.rows*s.outputs), []float32{1. / Limit}
		for _, by := range availablePaths() {
			b.Run(fmt.Sprintf("rows=%d/%d→%d/%v", s.rows, s.inputs, s.outputs, by), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					w.multiply(by, dst, x, xScales, 0, s.rows, bias)
				}
				b.ReportMetric(float64(s.rows*s.inputs*s.outputs)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
			})
		}
	}
}
