package clean

import "testing"

func TestLikeliest(t *testing.T) {
	const b, a, i, o = beforeArticle, articleText, insertedText, afterArticle
	tests := []struct {
		name    string
		weights []int
		want    []state
	}{
		{"nothing", nil, nil},
		{"no prose", []int{-12, -5}, []state{b, b}},
		{"prose alone", []int{20, 30}, []state{a, a}},
		{"between furniture", []int{-5, -10, 30, 30, -5, -10}, []state{b, b, a, a, o, o}},
		{"a button within", []int{30, -5, 30}, []state{a, a, a}},
		{"a box within", []int{60, 60, -20, -20, -20, 60, 60}, []state{a, a, i, i, i, a, a}},
		{"a teaser behind much furniture", []int{60, 60, -20, -20, -20, 25}, []state{a, a, o, o, o, o}},
	}
	for _, test := range tests {
		got := likeliest(test.weights)
		for k := range test.want {
			if got[k] != test.want[k] {
				t.Errorf("%s: line %d: got %v, want %v", test.name, k, got, test.want)
				break
			}
		}
	}
}

// TestLikeliestIsBest compares with every path on short pages.
func TestLikeliestIsBest(t *testing.T) {
	weights := []int{-12, 40, -20, 15, -60, 33, 7, -5}
	worth := func(path []state) int {
		sum, from := 0, beforeArticle
		for k, s := range path {
			known := false
			for _, lead := range leads[s] {
				if lead.from == from {
					sum, known = sum-lead.cost, true
				}
			}
			if !known {
				return -1 << 30
			}
			if s == articleText {
				sum += weights[k]
			}
			from = s
		}
		if from == insertedText {
			return -1 << 30
		}
		return sum
	}
	best := 0
	path := make([]state, len(weights))
	for code := range 1 << (2 * len(weights)) {
		for k := range path {
			path[k] = state(code >> (2 * k) & 3)
		}
		best = max(best, worth(path))
	}
	if got := worth(likeliest(weights)); got != best {
		t.Errorf("got a path worth %d, the best is worth %d", got, best)
	}
}
