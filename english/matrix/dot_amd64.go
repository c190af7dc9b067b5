package matrix

import "golang.org/x/sys/cpu"

// hasFMA is what the assembly of this file's kernels takes.
var hasFMA = hasAVX2 && cpu.X86.HasFMA

//go:noescape
func dotFMA(a, b *float32, n int) float32

//go:noescape
func addScaledFMA(dst, src *float32, n int, s float32)

//go:noescape
func addCrossedFMA(grad, out, in *float32, n int, s float32)

func dot(a, b []float32) float32 {
	if !hasFMA {
		return dotGo(a, b)
	}
	return dotFMA(&a[0], &b[0], len(a))
}

func addScaled(dst, src []float32, s float32) {
	if !hasFMA {
		addScaledGo(dst, src, s)
		return
	}
	addScaledFMA(&dst[0], &src[0], len(dst), s)
}

func addCrossed(grad, out, in []float32, s float32) {
	if !hasFMA {
		addCrossedGo(grad, out, in, s)
		return
	}
	addCrossedFMA(&grad[0], &out[0], &in[0], len(grad), s)
}
