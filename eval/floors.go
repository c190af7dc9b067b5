package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
)

// Floors holds the bounds of each part's scores.
type Floors map[string]Bounds

// Bounds holds the floors below which a score may not fall, and the ceilings
// above which a count of errors may not rise; the keys are "set/name". A score
// that counts errors is known as such by standing under the ceilings.
type Bounds struct {
	Floors   map[string]float64 `json:"floors,omitempty"`
	Ceilings map[string]float64 `json:"ceilings,omitempty"`
}

// ReadFloors reads a file of floors.
func ReadFloors(path string) (Floors, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("floors: %w; run this in the checkout, or name the file", err)
	}
	var floors Floors
	if err := json.Unmarshal(raw, &floors); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return floors, nil
}

// Check returns one error for each score that is worse than its bound and for
// each bound of a measured part that no score met, joined; nil when all hold.
func (f Floors) Check(results []Result) error {
	var broken []error
	for _, result := range results {
		bounds := f[result.Part]
		met := map[string]bool{}
		for _, score := range result.Scores {
			key := score.key()
			met[key] = true
			if floor, ok := bounds.Floors[key]; ok && score.Value < floor {
				broken = append(broken, fmt.Errorf("%s: %s is %.4f, below its floor of %.2f", result.Part, key, score.Value, floor))
			}
			if ceiling, ok := bounds.Ceilings[key]; ok && score.Value > ceiling {
				broken = append(broken, fmt.Errorf("%s: %s is %.4f, above its ceiling of %.2f", result.Part, key, score.Value, ceiling))
			}
		}
		for _, bound := range []map[string]float64{bounds.Floors, bounds.Ceilings} {
			for _, key := range slices.Sorted(maps.Keys(bound)) {
				if !met[key] {
					broken = append(broken, fmt.Errorf("%s: %s has a bound and was not measured", result.Part, key))
				}
			}
		}
	}
	return errors.Join(broken...)
}

// Raise returns the floors with those of the results that are better: floors
// rise, ceilings fall, and a score that had no bound gets a floor, unless it is a
// precision or recall with an F1 beside it, which bounds both. No bound ever moves
// the other way; that takes an edit of the file, which a reviewer sees.
func (f Floors) Raise(results []Result) Floors {
	raised := Floors{}
	for part, bounds := range f {
		raised[part] = Bounds{maps.Clone(bounds.Floors), maps.Clone(bounds.Ceilings)}
	}
	for _, result := range results {
		bounds := raised[result.Part]
		if bounds.Floors == nil {
			bounds.Floors = map[string]float64{}
		}
		for _, score := range result.Scores {
			key := score.key()
			if ceiling, ok := bounds.Ceilings[key]; ok {
				bounds.Ceilings[key] = min(ceiling, math.Ceil(score.Value*100)/100)
				continue
			}
			floor, bound := bounds.Floors[key]
			if reached := math.Floor(score.Value*100) / 100; bound && reached > floor || !bound && !result.balances(score) {
				bounds.Floors[key] = reached
			}
		}
		raised[result.Part] = bounds
	}
	return raised
}

// balances reports whether the score is the precision or recall of an F1 that the
// result holds too.
func (r Result) balances(s Score) bool {
	for _, side := range []string{"precision", "recall"} {
		if name, ok := strings.CutSuffix(s.Name, side); ok {
			return slices.ContainsFunc(r.Scores, func(o Score) bool { return o.Set == s.Set && o.Name == name+"F1" })
		}
	}
	return false
}

// Write writes the floors to a file; keys are in order.
func (f Floors) Write(path string) error {
	raw, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(raw, '\n'), 0o644)
}

// key names the score among those of its part.
func (s Score) key() string { return s.Set + "/" + s.Name }
