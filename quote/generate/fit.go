package main

import (
	"math"
	"slices"
)

// model is what the signs around a construction add to the odds.
type model struct {
	signs   []string
	factors []float64
}

// ridge keeps the factors of rare signs small.
const ridge = 2

// leastSeen is how often a sign must occur to count.
const leastSeen = 15

// fit weighs the signs of one construction by logistic regression, each candidate
// with the weight that its cue has in the other reports.
func fit(samples []*sample, weight func(*sample) float64) model {
	seen := make(map[string]int)
	for _, s := range samples {
		for _, sign := range s.Signs {
			seen[sign]++
		}
	}
	m := model{signs: []string{"alone", "cue"}}
	for sign, n := range seen {
		if n >= leastSeen {
			m.signs = append(m.signs, sign)
		}
	}
	slices.Sort(m.signs[2:])
	index := make(map[string]int)
	for i, sign := range m.signs {
		index[sign] = i
	}
	rows := make([][]int, len(samples))
	cue := make([]float64, len(samples))
	for i, s := range samples {
		w := weight(s)
		cue[i] = math.Log(w / (1 - w))
		for _, sign := range s.Signs {
			if k, ok := index[sign]; ok && sign != "alone" && sign != "cue" {
				rows[i] = append(rows[i], k)
			}
		}
	}
	m.factors = make([]float64, len(m.signs))
	m.factors[1] = 1
	// Adagrad over the whole of the samples: slow, simple, the same every time.
	history := make([]float64, len(m.signs))
	for range 400 {
		gradient := make([]float64, len(m.signs))
		for i, s := range samples {
			odds := m.factors[0] + m.factors[1]*cue[i]
			for _, k := range rows[i] {
				odds += m.factors[k]
			}
			d := 1/(1+math.Exp(-odds)) - s.right
			gradient[0] += d
			gradient[1] += d * cue[i]
			for _, k := range rows[i] {
				gradient[k] += d
			}
		}
		for k := range gradient {
			switch k {
			case 0:
			case 1:
				gradient[k] += ridge * (m.factors[k] - 1)
			default:
				gradient[k] += ridge * m.factors[k]
			}
			history[k] += gradient[k] * gradient[k]
			if history[k] > 0 {
				m.factors[k] -= .3 * gradient[k] / math.Sqrt(history[k])
			}
		}
	}
	return m
}
