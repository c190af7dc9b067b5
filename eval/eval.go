package eval

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// Part is one part of the program with how it is measured.
type Part struct {
	Name    string
	About   string
	Measure Measure
}

// Parts lists what can be measured, in the order of the pipeline.
func Parts() []Part {
	return []Part{
		{"html", "which text of a page is the article", HTML},
		{"english", "tokens, tags, trees and names", English},
		{"times", "time expressions and their values", Times},
		{"places", "place names and where they are", Places},
		{"quotes", "who said what", Quotes},
		{"events", "who did what to whom", Events},
		{"stories", "which reports tell one story", Stories},
		{"copies", "which reports share text", Copies},
	}
}

// Select returns the parts of these names in the order of the pipeline; "all"
// names all of them.
func Select(names []string) ([]Part, error) {
	wanted := map[string]bool{}
	for _, name := range names {
		wanted[name] = true
	}
	var known []string
	var selected []Part
	for _, part := range Parts() {
		known = append(known, part.Name)
		if wanted[part.Name] || wanted["all"] {
			selected = append(selected, part)
		}
		delete(wanted, part.Name)
	}
	delete(wanted, "all")
	for _, name := range names {
		if wanted[name] {
			return nil, fmt.Errorf("nothing called %q can be measured; there are %s and all", name, strings.Join(known, ", "))
		}
	}
	return selected, nil
}

// Result is the scores of one part.
type Result struct {
	Part   string
	Scores []Score
}

// Run measures the parts on the sets in that folder, one after the other, and
// writes each part's scores to w as soon as they are known.
func Run(ctx context.Context, parts []Part, sets string, w io.Writer, log func(string)) ([]Result, error) {
	var results []Result
	for _, part := range parts {
		scores, err := part.Measure(ctx, sets, log)
		if err != nil {
			return results, fmt.Errorf("%s: %w", part.Name, err)
		}
		for _, score := range scores {
			if _, err := fmt.Fprintf(w, "%-10s%-22s%-38s%8.2f  of %d\n", part.Name, score.Set, score.Name, score.Value, score.N); err != nil {
				return results, err
			}
		}
		results = append(results, Result{part.Name, scores})
	}
	return results, nil
}
