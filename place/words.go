package place

import (
	_ "embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/readout-project/readout/lang"
)

//go:embed abbreviations.tsv
var abbreviations string

// words is place.txt as read, with the abbreviations of states.
type words struct {
	before, division, after, of, where map[string]bool
	wide                               map[string]bool
	short                              map[string]division
}

// kindOnly reports whether a name is made of words for kinds and compass points
// alone: "Central District" names nothing by itself.
func (w *words) kindOnly(name string) bool {
	for _, f := range strings.Fields(strings.ToLower(name)) {
		if !w.before[f] && !w.division[f] && !w.after[f] && !w.of[f] {
			return false
		}
	}
	return true
}

// division is a first-level division of a country by its name.
type division struct{ iso2, name string }

func readWords() (*words, error) {
	text, err := fs.ReadFile(lang.English(), "place.txt")
	if err != nil {
		return nil, err
	}
	w := &words{
		before: map[string]bool{}, division: map[string]bool{}, after: map[string]bool{},
		of: map[string]bool{}, where: map[string]bool{}, wide: map[string]bool{}, short: map[string]division{},
	}
	keys := map[string]map[string]bool{"before": w.before, "division": w.division, "after": w.after, "of": w.of, "where": w.where}
	for i, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(line)
		if f[0] == "wide" {
			w.wide[strings.Join(f[1:], " ")] = true
			continue
		}
		into, ok := keys[f[0]]
		if !ok {
			return nil, fmt.Errorf("place.txt:%d: %q is no key", i+1, f[0])
		}
		for _, x := range f[1:] {
			into[x] = true
		}
	}
	for i, line := range strings.Split(abbreviations, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("abbreviations.tsv:%d: %d columns, want 3", i+1, len(f))
		}
		w.short[f[0]] = division{f[1], f[2]}
	}
	return w, nil
}
