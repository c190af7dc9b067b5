package pipeline

import (
	"fmt"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/lang"
)

// Default returns the pipeline that reads English news reports. It is the table
// of contents of the program.
func Default() (Pipeline, error) {
	core, err := english.Load()
	if err != nil {
		return Pipeline{}, fmt.Errorf("models of English: %w", err)
	}
	label, err := clean.New(lang.English())
	if err != nil {
		return Pipeline{}, err
	}
	stages := []doc.Stage{label}               // which lines are the article
	stages = append(stages, core.Stages()...) // sentences, tags, trees, lemmas, names
	return New(stages...)
}
