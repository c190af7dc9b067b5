package matrix

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The kernels must agree with sums in float64 at every length, whatever is left
// over beside eights, and must not touch what lies behind.
func TestVectorKernels(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	const s = .37
	type kernels struct {
		name    string
		dot     func(a, b []float32) float32
		scaled  func(dst, src []float32, s float32)
		crossed func(grad, out, in []float32, s float32)
	}
	for _, k := range []kernels{
		{"portable", dotGo, addScaledGo, addCrossedGo},
		{"chosen", Dot, AddScaled, AddCrossed},
	} {
		for n := range 131 {
			a, b, c := floats(rnd, n+1), floats(rnd, n+1), floats(rnd, n+1)
			sum := 0.
			for i := range n {
				sum += float64(a[i]) * float64(b[i])
			}
			if got := k.dot(a[:n], b[:n]); math.Abs(float64(got)-sum) > 1e-4 {
				t.Errorf("%s: dot of %d is %v, want %v", k.name, n, got, sum)
			}
			scaled := slices.Clone(a)
			k.scaled(scaled[:n], b[:n], s)
			grad, out, in := slices.Clone(a), slices.Clone(b), slices.Clone(c)
			k.crossed(grad[:n], out[:n], in[:n], s)
			for i := range n + 1 {
				da, db := a[i], b[i]
				if i < n {
					da, db = a[i]+s*b[i], b[i]+s*c[i]
				}
				if far(scaled[i], da) || far(grad[i], da) || far(out[i], db) || in[i] != c[i] {
					t.Fatalf("%s: element %d of %d: scaled %v, want %v; crossed %v, %v, want %v, %v",
						k.name, i, n, scaled[i], da, grad[i], out[i], da, db)
				}
			}
		}
	}
}

func far(a, b float32) bool { return math.Abs(float64(a-b)) > 1e-5 }

func BenchmarkVectorKernels(b *testing.B) {
	rnd := rand.New(rand.NewPCG(7, 7))
	x, y, z := floats(rnd, 96), floats(rnd, 96), floats(rnd, 96)
	b.Run("Dot", func(b *testing.B) {
		for b.Loop() {
			x[0] = Dot(y, z)
		}
	})
	b.Run("AddCrossed", func(b *testing.B) {
		for b.Loop() {
			AddCrossed(x, y, z, 1e-9)
		}
	})
}
