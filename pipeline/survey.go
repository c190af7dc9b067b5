package pipeline

import (
	"slices"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
)

// Survey reads the feed once, lightly, and returns the pipeline that knows which
// lines each outlet prints on its reports again and again (clean.Survey). It comes
// before Run over a feed of the same reports. What it learns depends neither on
// their order nor, beyond a bound, on their number.
func (p Pipeline) Survey(feed Feed) (Pipeline, error) {
	at := slices.IndexFunc(p.stages, func(s doc.Stage) bool { _, ok := s.(*clean.Stage); return ok })
	if at < 0 {
		return p, nil
	}
	survey := p.stages[at].(*clean.Stage).Survey()
	err := feed(func(d *doc.Document) error {
		survey.Add(d)
		return nil
	})
	if err != nil {
		return Pipeline{}, err
	}
	stages := slices.Clone(p.stages)
	stages[at] = survey.Stage()
	return Pipeline{stages}, nil
}
