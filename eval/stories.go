package eval

import (
	"context"
	"path/filepath"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/story"
)

// Stories scores the grouping of reports into stories: B-cubed F1 on mix.dev
// (real reports of many stories) and ecbplus.dev (look-alike stories).
func Stories(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	var scores []Score
	for _, set := range []string{"mix.dev", "ecbplus.dev"} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		path := filepath.Join(sets, "stories", set+".jsonl")
		docs, _, err := readDocs(path)
		if err != nil {
			return nil, err
		}
		var gold []string
		if err := eachLine(path, func(g struct{ Story string }) { gold = append(gold, g.Story) }); err != nil {
			return nil, err
		}
		p, r := bCubed(gold, docs, story.Group(docs).Stories)
		scores = append(scores,
			Score{set, "B3 precision", p, len(gold)},
			Score{set, "B3 recall", r, len(gold)},
			Score{set, "B3 F1", 2 * p * r / (p + r), len(gold)})
	}
	return scores, nil
}

// bCubed compares groups with the gold story of each report.
func bCubed(gold []string, docs []*doc.Document, groups [][]int) (precision, recall float64) {
	size := make(map[string]int)
	for _, g := range gold {
		size[g]++
	}
	for _, members := range groups {
		shared := make(map[string]int)
		for _, i := range members {
			shared[gold[i]]++
		}
		for _, i := range members {
			precision += float64(shared[gold[i]]) / float64(len(members))
			recall += float64(shared[gold[i]]) / float64(size[gold[i]])
		}
	}
	n := float64(max(len(docs), 1))
	return 100 * precision / n, 100 * recall / n
}
