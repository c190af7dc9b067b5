package matrix

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Every path must give the same bits, be the input as odd as it may.
func TestQuantisePaths(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	odd := []float32{
		float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Copysign(0, -1)),
		math.MaxFloat32, -math.MaxFloat32, math.SmallestNonzeroFloat32, 0x1p-126, 1, -1,
	}
	for round := range 600 {
		src := normals(rnd, rnd.IntN(70), math.Pow(10, float64(rnd.IntN(60)-45)))
		for range round % 4 {
			if len(src) > 0 {
				src[rnd.IntN(len(src))] = odd[rnd.IntN(len(odd))]
			}
		}
		for _, low := range []float32{-Limit, 0} {
			want := make([]int16, len(src)+1)
			want[len(src)] = 7
			wantScale := quantise(portable, want, src, low)
			for _, by := range availablePaths() {
				got := make([]int16, len(src)+1)
				got[len(src)] = 7
				if scale := quantise(by, got, src, low); scale != wantScale || !slices.Equal(got, want) {
					t.Fatalf("%v from %v: %v of %v\nwant %v: %v", by, low, scale, src, wantScale, want)
				}
			}
			for i, v := range want[:len(src)] {
				if float32(v) < low || v > Limit {
					t.Fatalf("%v becomes %d", src[i], v)
				}
			}
		}
	}
}

func TestQuantise(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, c := range []struct {
		name  string
		f     func([]int16, []float32) float32
		src   []float32
		want  []int16
		scale float32
	}{
		{"halves go to the even number", Quantise, []float32{2047, .5, 1.5, 2.5, -.5, -1.5, -2.5}, []int16{2047, 0, 2, 2, 0, -2, -2}, 1},
		{"the largest magnitude may be negative", Quantise, []float32{1, -4094, 3}, []int16{0, -2047, 2}, 2},
		{"nothing but zero", Quantise, []float32{0, 0, 0}, []int16{0, 0, 0}, 1},
		{"nothing at all", Quantise, nil, []int16{}, 1},
		{"no number", Quantise, []float32{nan, 2047}, []int16{0, 2047}, 1},
		{"infinite", Quantise, []float32{inf, -inf, 1}, []int16{2047, -2047, 0}, math.MaxFloat32 / Limit},
		{"rectified", Rectify, []float32{-9000, 2047, 3, -1}, []int16{0, 2047, 3, 0}, 1},
		{"rectified to nothing", Rectify, []float32{-5, -6}, []int16{0, 0}, 1},
	} {
		got := make([]int16, len(c.src))
		if scale := c.f(got, c.src); scale != c.scale || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, scale %v, want %v, scale %v", c.name, got, scale, c.want, c.scale)
		}
	}
}

func BenchmarkQuantise(b *testing.B) {
	src := normals(rand.New(rand.NewPCG(1, 1)), 256, 1)
	dst := make([]int16, len(src))
	for _, by := range availablePaths()[:min(2, len(availablePaths()))] {
		b.Run(fmt.Sprint(by), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				quantise(by, dst, src, -Limit)
			}
		})
	}
}
