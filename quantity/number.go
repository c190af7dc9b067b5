package quantity

import (
	"math"
	"strconv"
	"strings"
)

// amount is a number as an interval.
type amount struct {
	low, high       float64
	hasLow, hasHigh bool
	how             string // how it is worded: "exact", "low", "range"
}

func exactly(n float64) amount { return amount{n, n, true, true, "exact"} }

// bounds makes of a number what the words beside it say. A tenth either way is
// the room that "about" and "nearly" leave: news writes "nearly 100" of 95 and
// not of 80.
var bounds = map[string]func(amount) amount{
	"exact": func(a amount) amount { return a },
	"low":   func(a amount) amount { return amount{a.low, 0, true, false, "low"} },
	"high":  func(a amount) amount { return amount{0, a.high, false, true, "high"} },
	"nearly": func(a amount) amount {
		return amount{math.Ceil(a.low - a.low/10), a.high, true, true, "nearly"}
	},
	"about": func(a amount) amount {
		return amount{math.Ceil(a.low - a.low/10), math.Floor(a.high + a.high/10), true, true, "about"}
	},
}

// number reads the number that begins at token i and returns how many tokens it
// takes, 0 when none begins there.
func (s *sentence) number(i int) (amount, int) {
	if a, n := s.vague(i); n > 0 {
		return a, n
	}
	if s.lower(i) == "between" {
		low, n := s.plain(i + 1)
		if n > 0 && s.lower(i+1+n) == "and" {
			if high, m := s.plain(i + 2 + n); m > 0 && low < high {
				return amount{low, high, true, true, "range"}, n + m + 2
			}
		}
		return amount{}, 0
	}
	low, n := s.plain(i)
	if n == 0 {
		return amount{}, 0
	}
	switch s.lower(i + n) {
	case "to", "or", "-", "–", "—":
		// "rose from 30 to 86" and "rose by 30 to 86" are no ranges.
		if before := s.lower(i - 1); before == "from" || before == "by" {
			break
		}
		if high, m := s.plain(i + n + 1); m > 0 && low < high {
			return amount{low, high, true, true, "range"}, n + m + 1
		}
	}
	return exactly(low), n
}

// vague reads "dozens", "hundreds of thousands", "several hundred".
func (s *sentence) vague(i int) (amount, int) {
	for _, w := range s.lex.vague {
		if !s.reads(i, w.words) {
			continue
		}
		n, value := len(w.words), w.value
		for unit, ok := s.lex.units[s.lower(i+n)]; ok; unit, ok = s.lex.units[s.lower(i+n)] {
			value *= unit
			n++
		}
		return amount{value, 0, true, false, "vague"}, n
	}
	return amount{}, 0
}

// plain reads an exact number in digits or words: "1,200", "1.5 million",
// "twenty-five", "two hundred and fifty", "a dozen", "half a million".
func (s *sentence) plain(i int) (float64, int) {
	if v, ok := digits(s.lower(i)); ok {
		return s.scaled(v, i, 1)
	}
	switch s.lower(i) {
	case "a", "an":
		if unit, ok := s.lex.units[s.lower(i+1)]; ok {
			return s.scaled(unit, i, 2)
		}
		return 0, 0
	case "half":
		if unit, ok := s.lex.units[s.lower(i+2)]; ok && s.lower(i+1) == "a" {
			return unit / 2, 3
		}
		return 0, 0
	}
	return s.spelt(i)
}

// scaled multiplies by the units that follow. What is not whole afterwards counts
// no people.
func (s *sentence) scaled(v float64, i, n int) (float64, int) {
	for range 2 {
		unit, ok := s.lex.units[s.lower(i+n)]
		if !ok {
			break
		}
		v *= unit
		n++
	}
	if v != float64(int64(v)) || v < 1 {
		return 0, 0
	}
	return v, n
}

// spelt reads a number in words.
func (s *sentence) spelt(i int) (float64, int) {
	var total, current float64
	n, last := 0, 0.0 // last: the value of the word before, 0 after none
	for k := i; k < s.tree.Last; k++ {
		w := s.lower(k)
		if v, ok := s.lex.numbers[w]; ok {
			if n > 0 && !(last >= 100 || last >= 20 && last < 100 && v < 10) {
				break
			}
			current += v
			last = v
			n = k - i + 1
			continue
		}
		if unit, ok := s.lex.units[w]; ok && n > 0 {
			current = max(1, current) * unit
			if unit >= 1000 {
				total += current
				current = 0
			}
			last = unit
			n = k - i + 1
			continue
		}
		_, more := s.lex.numbers[s.lower(k+1)]
		if more && n > 0 && (w == "-" && last >= 20 && last < 100 || w == "and" && last >= 100) {
			continue
		}
		break
	}
	return total + current, n
}

// digits reads "30", "1,200" and "1.5".
func digits(w string) (float64, bool) {
	if w == "" || w[0] < '0' || w[0] > '9' || len(w) > 15 {
		return 0, false
	}
	whole, fraction, _ := strings.Cut(w, ".")
	parts := strings.Split(whole, ",")
	for i, p := range parts {
		if i > 0 && len(p) != 3 || i == 0 && len(parts) > 1 && len(p) > 3 {
			return 0, false
		}
	}
	if fraction == "" && strings.HasSuffix(w, ".") {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Join(parts, "")+"."+fraction+"0", 64)
	return v, err == nil
}
