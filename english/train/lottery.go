package train

import "math"

// lottery draws words at random, a word as likely as the number of times it
// stands in the text to the power of 3/4 (Mikolov et al. 2013), by the alias method
// (Walker 1977): one look-up a draw, however many words there are.
type lottery []ticket

// ticket stands for two words: its own, and another that fills what its own
// leaves of an equal share.
type ticket struct {
	own   uint32 // how likely the own word is, of 1<<32-1
	other int32
}

func newLottery(counts []int) lottery {
	weights := make([]float64, len(counts))
	sum := 0.
	for w, n := range counts {
		weights[w] = math.Pow(float64(n), .75)
		sum += weights[w]
	}
	l := make(lottery, len(counts))
	var poor, rich []int32
	for w := range weights {
		weights[w] *= float64(len(counts)) / sum // of an equal share
		l[w] = ticket{math.MaxUint32, int32(w)}
		if weights[w] < 1 {
			poor = append(poor, int32(w))
		} else {
			rich = append(rich, int32(w))
		}
	}
	for len(poor) > 0 && len(rich) > 0 {
		p, r := poor[len(poor)-1], rich[len(rich)-1]
		poor = poor[:len(poor)-1]
		l[p] = ticket{uint32(weights[p] * math.MaxUint32), r}
		weights[r] -= 1 - weights[p]
		if weights[r] < 1 {
			rich = rich[:len(rich)-1]
			poor = append(poor, r)
		}
	}
	return l
}

// draw turns 64 random bits into a word.
func (l lottery) draw(random uint64) int32 {
	w := int32(random >> 32 * uint64(len(l)) >> 32)
	if t := l[w]; uint32(random) > t.own {
		return t.other
	}
	return w
}
