package eval

import (
	"context"
	"path/filepath"
	"slices"
)

func pairs(ctx context.Context, dir string, r read) ([]Score, error) {
	type row struct {
		Text, Source, Target string
		Accept               []string
	}
	rows, err := rowsOf[row](filepath.Join(dir, "plv.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var answered, right int
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		best, score := "", 0
		for _, e := range found {
			recipients := append(slices.Clone(e.Recipient), e.Actor...)
			s := 2*one(slices.ContainsFunc(e.Actor, func(x int) bool { return sharesWord(d, x, g.Source) })) +
				one(slices.ContainsFunc(recipients, func(x int) bool { return sharesWord(d, x, g.Target) }))
			if s > score {
				best, score = e.Type, s
			}
		}
		if best == "" {
			continue
		}
		answered++
		right += one(slices.Contains(g.Accept, best))
	}
	const set = "plv.dev"
	return []Score{{set, "root", percent(right, len(rows)), len(rows)}, {set, "root precision", percent(right, answered), answered}}, nil
}
