// Package matrix is the arithmetic of the neural parser: float32 products for
// training, and products of 16-bit whole numbers for reading, which give the same
// bits on every processor.
//
// Each kernel has a portable form in Go and, on amd64, assembly that is chosen
// when the program runs on a processor that has AVX2 or AVX-512; no build flag is
// needed. The float32 kernels may differ between processors in the last bits, so
// nothing that is read from a report may depend on them.
package matrix

// panel is the number of columns that lie together in Panels.
const panel = 16

// Panels is a matrix of Rows × Cols in the order in which Add reads it: sixteen
// columns after another, each as one run of rows. The zero value is empty and
// ready to be packed; packing again uses its memory again.
type Panels struct {
	Rows, Cols int
	data       []float32
}

// Pack copies a matrix from row-major order, stride floats from row to row. cols
// must be a multiple of 16.
func (p *Panels) Pack(b []float32, rows, cols, stride int) {
	p.size(rows, cols)
	for j := 0; j < cols; j += panel {
		to := p.data[j*rows:]
		for i := range rows {
			copy(to[i*panel:(i+1)*panel], b[i*stride+j:])
		}
	}
}

// PackTransposed copies the transpose of a matrix in row-major order: b has cols
// rows (a multiple of 16), stride floats apart, of which it takes rows columns.
func (p *Panels) PackTransposed(b []float32, rows, cols, stride int) {
	p.size(rows, cols)
	for j := 0; j < cols; j += panel {
		to := p.data[j*rows:][:rows*panel]
		for k := range panel {
			from := b[(j+k)*stride:][:rows]
			for i, v := range from {
				to[i*panel+k] = v
			}
		}
	}
}

func (p *Panels) size(rows, cols int) {
	if cols%panel != 0 {
		panic("matrix: the number of columns is not a multiple of 16")
	}
	p.Rows, p.Cols = rows, cols
	if cap(p.data) < rows*cols {
		p.data = make([]float32, rows*cols)
	}
	p.data = p.data[:rows*cols]
}

// Add adds the product of a and b to c: c[i][j] += Σ a[i][k]·b[k][j] for m rows i.
// Element a[i][k] is a[i*down+k*right], so that a may be read as it lies or
// transposed; the rows of c are stride floats apart.
func Add(c []float32, stride int, a []float32, down, right, m int, b *Panels) {
	if m == 0 || b.Rows == 0 || b.Cols == 0 {
		return
	}
	_ = c[(m-1)*stride+b.Cols-1]
	_ = a[(m-1)*down+(b.Rows-1)*right]
	for j := 0; j < b.Cols; j += panel {
		tile(c[j:], stride, a, down, right, m, b.data[j*b.Rows:][:b.Rows*panel])
	}
}

// tileGo is the portable form of tile: c[i][0:16] += Σ a[i][k]·b[k].
func tileGo(c []float32, stride int, a []float32, down, right, m int, b []float32) {
	for i := range m {
		var sum [panel]float32
		at := i * down
		for k := 0; k < len(b); k += panel {
			v := a[at]
			at += right
			row := b[k:][:panel]
			for j := range sum {
				sum[j] += v * row[j]
			}
		}
		out := c[i*stride:][:panel]
		for j, v := range sum {
			out[j] += v
		}
	}
}
