//go:build !amd64

package matrix

// Other processors take the portable twin of every kernel.
const (
	hasAVX2   = false
	hasAVX512 = false
	hasVNNI   = false
)
