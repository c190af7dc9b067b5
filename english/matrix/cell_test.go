package matrix

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestTanhAndSigmoid(t *testing.T) {
	var worst, worstSigmoid float64
	for z := float32(-30); z < 30; z += 1. / 4096 {
		worst = max(worst, math.Abs(float64(tanh(z))-math.Tanh(float64(z))))
		worstSigmoid = max(worstSigmoid, math.Abs(float64(sigmoid(z))-1/(1+math.Exp(-float64(z)))))
	}
	t.Logf("largest error of tanh %.2g, of sigmoid %.2g", worst, worstSigmoid)
	if worst > 5e-7 || worstSigmoid > 5e-7 {
		t.Errorf("largest error of tanh %g, of sigmoid %g", worst, worstSigmoid)
	}
	for _, z := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat32, -math.MaxFloat32} {
		if v := tanh(float32(z)); !(v >= -1.000001 && v <= 1.000001) {
			t.Errorf("tanh(%v) is %v", z, v)
		}
	}
}

// A step must be that of the textbook.
func TestCell(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 2))
	const n = 21
	x, r, c, h := normals(rnd, 4*n, 2), normals(rnd, 4*n, 2), normals(rnd, n, 2), make([]int16, n)
	before := slices.Clone(c)
	Cell(x, r, c, h)
	gate := func(k, j int) float64 { return 1 / (1 + math.Exp(-float64(x[k*n+j]+r[k*n+j]))) }
	for j := range n {
		state := gate(1, j)*float64(before[j]) + gate(0, j)*math.Tanh(float64(x[3*n+j]+r[3*n+j]))
		if math.Abs(float64(c[j])-state) > 3e-6 {
			t.Errorf("state %d is %v, want %v", j, c[j], state)
		}
		if out := gate(2, j) * math.Tanh(state) * Limit; math.Abs(float64(h[j])-out) > .51 {
			t.Errorf("output %d is %v, want %v", j, h[j], out)
		}
	}
}

// Every path must give the same bits over many steps, be the input as odd as it
// may, and must not touch what lies behind.
func TestCellPaths(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 3))
	odd := []float32{float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), math.MaxFloat32, -math.MaxFloat32, 8, -8, 0}
	for n := range 70 {
		want, wantC := make([]int16, n+1), make([]float32, n)
		got, gotC := make([]int16, n+1), make([]float32, n)
		want[n], got[n] = 7, 7
		for _, by := range availablePaths() {
			clear(wantC)
			clear(gotC)
			for step := range 20 {
				x, r := normals(rnd, 4*n, float64(step)), normals(rnd, 4*n, 1)
				if n > 0 && step%3 == 2 {
					x[rnd.IntN(4*n)], r[rnd.IntN(4*n)] = odd[rnd.IntN(len(odd))], odd[rnd.IntN(len(odd))]
				}
				cell(portable, x, r, wantC, want)
				cell(by, x, r, gotC, got)
				if !slices.Equal(got, want) {
					t.Fatalf("%v, %d elements, step %d: output %v, want %v", by, n, step, got, want)
				}
				for j := range wantC {
					if math.Float32bits(gotC[j]) != math.Float32bits(wantC[j]) {
						t.Fatalf("%v, %d elements, step %d: state %d is %v, want %v", by, n, step, j, gotC[j], wantC[j])
					}
				}
			}
		}
	}
}

func BenchmarkCell(b *testing.B) {
	rnd := rand.New(rand.NewPCG(4, 4))
	for _, n := range []int{128, 192} {
		x, r, c, h := normals(rnd, 4*n, 1), normals(rnd, 4*n, 1), make([]float32, n), make([]int16, n)
		for _, by := range availablePaths() {
			b.Run(fmt.Sprintf("%d/%v", n, by), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					cell(by, x, r, c, h)
				}
			})
		}
	}
}

// All kernels of Tanh give the same bits, whatever is left over beside whole
// registers.
func TestTanhIsTheSameEverywhere(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 1))
	for _, n := range []int{0, 1, 7, 8, 21, 64} {
		v := make([]float32, n)
		for i := range v {
			v[i] = float32(rnd.NormFloat64() * 4)
		}
		if n > 3 {
			v[0], v[1], v[2] = float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1))
		}
		want := append([]float32(nil), v...)
		tanhGo(want)
		Tanh(v)
		for i := range v {
			if math.Float32bits(v[i]) != math.Float32bits(want[i]) {
				t.Errorf("%d values: value %d is %v, portable %v", n, i, v[i], want[i])
			}
		}
	}
}
