package pipeline

import (
	"fmt"
	"slices"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/lang"
	"github.com/readout-project/readout/quote"
	"github.com/readout-project/readout/when"
)

// Default returns the pipeline that reads English news reports. It is the table
// of contents of the program.
func Default() (Pipeline, error) {
	core, err := english.Load()
	if err != nil {
		return Pipeline{}, fmt.Errorf("models of English: %w", err)
	}
	lines, err := clean.New(lang.English())
	if err != nil {
		return Pipeline{}, err
	}
	times, err := when.New()
	if err != nil {
		return Pipeline{}, err
	}
	quotes, err := quote.NewStage()
	if err != nil {
		return Pipeline{}, err
	}
	return New(slices.Concat(
		[]doc.Stage{lines}, // which lines are the article
		core.Stages(),      // sentences and words, tags, trees, lemmas, names
		[]doc.Stage{
			times,         // when
			actor.Stage{}, // who
			quotes,        // who said what
		},
	)...)
}
