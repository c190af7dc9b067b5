package matrix

import "unsafe"

// rowTile is what a kernel works on: a few rows of x against the outputs that its
// registers hold. Steps are in bytes, from row to row.
type rowTile struct {
	dst       *float32
	dstStep   uintptr
	x         *int16
	xStep     uintptr
	pairs     *uint32
	depth     int // pairs of inputs, even and not zero
	scales    *float32
	bias      *float32
	xScales   *float32
	scaleStep uintptr
}

// tileRows is the number of rows that one reading of the weights serves.
const tileRows = 4

//go:noescape
func product4AVX2(t *rowTile)

//go:noescape
func product2AVX2(t *rowTile)

//go:noescape
func product1AVX2(t *rowTile)

//go:noescape
func product4VNNI(t *rowTile)

//go:noescape
func product2VNNI(t *rowTile)

//go:noescape
func product1VNNI(t *rowTile)

func fastestProduct() path {
	switch {
	case hasVNNI:
		return avx512
	case hasAVX2:
		return avx2
	}
	return portable
}

// multiplyFast runs the kernels. They read x by fours, so rows of another length
// are copied to padded ones first.
func (w *Weights) multiplyFast(by path, dst []float32, x []int16, xScales []float32, scaleStep, rows int, bias []float32) {
	length := w.depth() * 2
	if length == w.Inputs {
		w.multiplyPadded(by, dst, x, xScales, scaleStep, rows, bias)
		return
	}
	var padded [tileRows * MaxInputs]int16
	for r := 0; r < rows; r += tileRows {
		n := min(tileRows, rows-r)
		for i := range n {
			copy(padded[i*length:], x[(r+i)*w.Inputs:][:w.Inputs])
		}
		w.multiplyPadded(by, dst[r*w.Outputs:], padded[:n*length], xScales[r*scaleStep:], scaleStep, n, bias)
	}
}

// multiplyPadded goes through the outputs in the outer loop: the weights of one
// group stay in the first cache while all rows pass by.
func (w *Weights) multiplyPadded(by path, dst []float32, x []int16, xScales []float32, scaleStep, rows int, bias []float32) {
	group := strip
	if by == avx2 {
		group = strip / 2
	}
	depth := w.depth()
	var edge [tileRows * strip]float32 // where the last group is cut short
	var edgeBias [strip]float32        // and where there is no bias
	t := rowTile{
		xStep:     uintptr(depth) * 2 * unsafe.Sizeof(x[0]),
		depth:     depth,
		scaleStep: uintptr(scaleStep) * unsafe.Sizeof(xScales[0]),
	}
	for first := 0; first < w.Outputs; first += group {
		width := min(group, w.Outputs-first)
		t.pairs = &w.pairs[first/strip*strip*depth+first%strip]
		t.scales = &w.scales[first]
		switch {
		case bias == nil:
			t.bias = &edgeBias[0]
		case width == group:
			t.bias = &bias[first]
		default:
			copy(edgeBias[:], bias[first:])
			t.bias = &edgeBias[0]
		}
		for r := 0; r < rows; {
			n := min(tileRows, rows-r)
			if n == 3 {
				n = 2
			}
			t.x = &x[r*depth*2]
			t.xScales = &xScales[r*scaleStep]
			if width == group {
				t.dst, t.dstStep = &dst[r*w.Outputs+first], uintptr(w.Outputs)*unsafe.Sizeof(dst[0])
				t.multiply(by, n)
			} else {
				t.dst, t.dstStep = &edge[0], strip*unsafe.Sizeof(edge[0])
				t.multiply(by, n)
				for i := range n {
					copy(dst[(r+i)*w.Outputs+first:][:width], edge[i*strip:])
				}
			}
			r += n
		}
	}
}

// multiply calls the kernel for a number of rows.
func (t *rowTile) multiply(by path, rows int) {
	switch {
	case by == avx512 && rows == 4:
		product4VNNI(t)
	case by == avx512 && rows == 2:
		product2VNNI(t)
	case by == avx512:
		product1VNNI(t)
	case rows == 4:
		product4AVX2(t)
	case rows == 2:
		product2AVX2(t)
	default:
		product1AVX2(t)
	}
}
