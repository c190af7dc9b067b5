//go:build !amd64

package perceptron

// addRows adds to the scores the rows of that width that begin at those places.
func addRows(s *Scores, weights []int16, places []uint32, width int) {
	addRowsPortable(s, weights, places, width)
}
