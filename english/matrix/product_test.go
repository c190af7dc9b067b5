package matrix

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Add must agree with the sum written out, however a lies and whatever is left
// over beside whole tiles.
func TestAdd(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for _, m := range []int{1, 2, 5, 6, 7, 13, 24} {
		for _, k := range []int{1, 3, 64} {
			for _, n := range []int{16, 48} {
				for _, transposed := range []bool{false, true} {
					a, b, c := floats(rnd, m*k), floats(rnd, k*n), floats(rnd, m*n)
					down, right := k, 1
					if transposed {
						down, right = 1, m
					}
					want := make([]float64, m*n)
					for i := range m {
						for j := range n {
							sum := float64(c[i*n+j])
							for p := range k {
								sum += float64(a[i*down+p*right]) * float64(b[p*n+j])
							}
							want[i*n+j] = sum
						}
					}
					var panels, back Panels
					panels.Pack(b, k, n, n)
					turned := make([]float32, n*k)
					for p := range k {
						for j := range n {
							turned[j*k+p] = b[p*n+j]
						}
					}
					back.PackTransposed(turned, k, n, k)
					plain := append([]float32(nil), c...)
					for j := 0; j < n; j += panel {
						tileGo(plain[j:], n, a, down, right, m, back.data[j*k:][:k*panel])
					}
					Add(c, n, a, down, right, m, &panels)
					for i := range want {
						if math.Abs(float64(c[i])-want[i]) > 1e-4 || math.Abs(float64(plain[i])-want[i]) > 1e-4 {
							t.Fatalf("%d×%d×%d: element %d is %v, portable %v, want %v", m, k, n, i, c[i], plain[i], want[i])
						}
					}
				}
			}
		}
	}
}

func floats(rnd *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(rnd.NormFloat64())
	}
	return out
}

func BenchmarkAdd(b *testing.B) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for _, s := range []struct {
		name    string
		m, k, n int
	}{{"350x256x1024", 350, 256, 1024}, {"20x128x512", 20, 128, 512}} {
		b.Run(s.name, func(b *testing.B) {
			x, w, c := floats(rnd, s.m*s.k), floats(rnd, s.k*s.n), make([]float32, s.m*s.n)
			var p Panels
			p.Pack(w, s.k, s.n, s.n)
			for b.Loop() {
				Add(c, s.n, x, s.k, 1, s.m, &p)
			}
			b.ReportMetric(float64(b.N*s.m*s.k*s.n)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}
