package matrix

import (
	"fmt"
	"math"
)

const (
	// Limit is the largest magnitude of a quantised value: eleven bits and a sign.
	Limit = 2047
	// MaxInputs bounds the length of a sum, so that Limit·Limit·MaxInputs stays
	// below 2³¹ and no sum of products can overflow.
	MaxInputs = 512

	// strip is the number of outputs that lie together: two AVX-512 registers, or
	// twice two of AVX2.
	strip = 32
)

// Weights is a matrix of Outputs × Inputs whole numbers of at most Limit, with one
// scale an output, in the order in which the processors' multiply-and-add
// instructions read it: strips of 32 outputs, and in a strip, for each pair of
// inputs, the 32 pairs of weights. It is safe for concurrent use once packed. The
// zero value is empty and ready for Pack.
type Weights struct {
	Outputs, Inputs int

	// pairs holds two weights a word, the first input in the low half. Outputs are
	// padded to whole strips and pairs to an even number. The padding may hold
	// anything: it meets inputs that are zero, or the output is not kept.
	pairs  []uint32
	scales []float32 // one an output, padded likewise
}

// path is the kind of instructions a kernel uses. All give the same bits.
type path int

const (
	portable path = iota
	avx2
	avx512
)

// NewWeights quantises a matrix in row-major order, a row an output, each row by
// its own largest magnitude.
func NewWeights(outputs, inputs int, w []float32) (*Weights, error) {
	if outputs < 0 || inputs < 1 || inputs > MaxInputs || len(w) != outputs*inputs {
		return nil, fmt.Errorf("matrix: %d values are no weights of %d outputs and %d inputs (1 to %d)", len(w), outputs, inputs, MaxInputs)
	}
	for i, v := range w {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return nil, fmt.Errorf("matrix: weight %d of output %d is not a finite number", i%inputs, i/inputs)
		}
	}
	rows, scales := make([]int16, len(w)), make([]float32, outputs)
	for o := range scales {
		row := w[o*inputs : (o+1)*inputs]
		scales[o] = Quantise(rows[o*inputs:(o+1)*inputs], row)
	}
	packed := new(Weights)
	return packed, packed.Pack(outputs, inputs, rows, scales)
}

// Pack makes w hold a matrix that is quantised already: row-major, a row and a
// scale an output, no magnitude above Limit. It uses the memory of w again where
// that is enough.
func (w *Weights) Pack(outputs, inputs int, rows []int16, scales []float32) error {
	if outputs < 0 || inputs < 1 || inputs > MaxInputs || len(rows) != outputs*inputs || len(scales) != outputs {
		return fmt.Errorf("matrix: %d values and %d scales are no weights of %d outputs and %d inputs (1 to %d)",
			len(rows), len(scales), outputs, inputs, MaxInputs)
	}
	w.Outputs, w.Inputs = outputs, inputs
	padded := (outputs + strip - 1) / strip * strip
	w.pairs = resized(w.pairs, padded*w.depth())
	w.scales = resized(w.scales, padded)
	copy(w.scales, scales)
	for o := range outputs {
		row := rows[o*inputs : (o+1)*inputs]
		to := w.pairs[o/strip*strip*w.depth()+o%strip:]
		for k := 0; k+1 < len(row); k += 2 {
			to[k/2*strip] = uint32(uint16(row[k])) | uint32(uint16(row[k+1]))<<16
		}
		if inputs%2 != 0 {
			to[inputs/2*strip] = uint32(uint16(row[inputs-1]))
		}
	}
	return nil
}

// depth is the number of pairs of inputs, padded to an even number.
func (w *Weights) depth() int { return (w.Inputs + 3) / 4 * 2 }

func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// Multiply writes to dst, rows × Outputs, the product of x, rows × Inputs, with the
// weights, and adds bias, one value an output, if it is not nil. No magnitude in x
// is above Limit; xScale is what one unit of x is worth.
//
// The sum of an output is exact; it is then made a float32, multiplied by the
// product of the two scales and added to the bias, each step rounded on its own.
func (w *Weights) Multiply(dst []float32, x []int16, xScale float32, rows int, bias []float32) {
	scales := [1]float32{xScale}
	w.multiply(fastestProduct(), dst, x, scales[:], 0, rows, bias)
}

// MultiplyRows is Multiply with one scale a row of x.
func (w *Weights) MultiplyRows(dst []float32, x []int16, xScales []float32, rows int, bias []float32) {
	w.multiply(fastestProduct(), dst, x, xScales[:rows], 1, rows, bias)
}

// multiply checks lengths once, for the assembly cannot, and takes a path. The
// scale of row r is xScales[r*scaleStep].
func (w *Weights) multiply(by path, dst []float32, x []int16, xScales []float32, scaleStep, rows int, bias []float32) {
	dst, x = dst[:rows*w.Outputs], x[:rows*w.Inputs]
	if bias != nil {
		bias = bias[:w.Outputs]
	}
	if len(dst) == 0 {
		return
	}
	if by == portable {
		w.multiplyGo(dst, x, xScales, scaleStep, rows, bias)
		return
	}
	w.multiplyFast(by, dst, x, xScales, scaleStep, rows, bias)
}

// multiplyGo is the portable form of the product.
func (w *Weights) multiplyGo(dst []float32, x []int16, xScales []float32, scaleStep, rows int, bias []float32) {
	for first := 0; first < w.Outputs; first += strip {
		words := w.pairs[first*w.depth():][:strip*w.depth()]
		scales := w.scales[first:][:strip]
		for r := range rows {
			sums := stripSums(words, x[r*w.Inputs:][:w.Inputs])
			xScale := xScales[r*scaleStep]
			out := dst[r*w.Outputs:][first:min(first+strip, w.Outputs)]
			for j := range out {
				var b float32
				if bias != nil {
					b = bias[first+j]
				}
				out[j] = float32(float32(sums[j])*float32(scales[j]*xScale)) + b
			}
		}
	}
}

// stripSums returns the sums of one row for the outputs of one strip.
func stripSums(words []uint32, x []int16) (sums [strip]int32) {
	for k := 0; k < len(x); k += 2 {
		even, odd := int32(x[k]), int32(0)
		if k+1 < len(x) {
			odd = int32(x[k+1])
		}
		for j, word := range words[k/2*strip:][:strip] {
			sums[j] += even*int32(int16(word)) + odd*int32(int16(word>>16))
		}
	}
	return sums
}
