package perceptron

import "golang.org/x/sys/cpu"

// addRows adds to the scores the rows of that width that begin at those places.
func addRows(s *Scores, weights []int16, places []uint32, width int) {
	if cpu.X86.HasAVX2 {
		addRowsAVX2(&s[0], &weights[0], &places[0], len(places), width)
		return
	}
	addRowsPortable(s, weights, places, width)
}

// addRowsAVX2 is addRowsPortable for n places. The width is a multiple of lanes
// and no more than the scores are.
//
//go:noescape
func addRowsAVX2(scores *int32, weights *int16, places *uint32, n, width int)
