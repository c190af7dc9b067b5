package learn

import "sync"

// workers is the number of parts a batch is cut into. It is a constant, not the
// number of processors, so that the result does not depend on the machine.
const workers = 2

// inParts calls work for 0 to n-1 on two goroutines. The calls must not depend on
// each other.
func inParts(n int, work func(i int)) {
	var wait sync.WaitGroup
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	for range workers {
		wait.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	wait.Wait()
}

// sized returns a slice of n zeros in the memory of s where it suffices.
func sized(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	s = s[:n]
	clear(s)
	return s
}
