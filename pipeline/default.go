package pipeline

import (
	"fmt"
	"slices"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/lang"
	"github.com/readout-project/readout/place"
	"github.com/readout-project/readout/quantity"
	"github.com/readout-project/readout/quote"
	"github.com/readout-project/readout/when"
)

// Default returns the pipeline that reads English news reports.
func Default() (Pipeline, error) { return With(Own{}) }

// With returns the pipeline that reads English news reports with what a user
// brings of their own. It is the table of contents of the program.
func With(own Own) (Pipeline, error) {
	lines, err := clean.New(lang.English())
	if err != nil {
		return Pipeline{}, fmt.Errorf("furniture of pages: %w", err)
	}
	core, err := english.Load()
	if err != nil {
		return Pipeline{}, fmt.Errorf("models of English: %w", err)
	}
	times, err := when.New()
	if err != nil {
		return Pipeline{}, fmt.Errorf("time expressions: %w", err)
	}
	actors, err := actor.New(own.Actors...)
	if err != nil {
		return Pipeline{}, fmt.Errorf("actors: %w", err)
	}
	places, err := place.New()
	if err != nil {
		return Pipeline{}, fmt.Errorf("places: %w", err)
	}
	quotes, err := quote.NewStage()
	if err != nil {
		return Pipeline{}, fmt.Errorf("cue words: %w", err)
	}
	events, err := event.With(own.Frames...)
	if err != nil {
		return Pipeline{}, fmt.Errorf("event frames:\n%w", err)
	}
	quantities, err := quantity.New()
	if err != nil {
		return Pipeline{}, fmt.Errorf("wordings of quantities: %w", err)
	}
	p, err := New(slices.Concat(
		[]doc.Stage{lines}, // which lines are the article
		core.Stages(),      // sentences and words, tags, trees, lemmas, names
		[]doc.Stage{
			times,      // when
			actors,     // who
			places,     // where
			quotes,     // who said what
			events,     // who did what to whom
			quantities, // how many people, and what became of them
		},
	)...)
	if err != nil || len(own.Frames) == 0 {
		return p, err
	}
	return p, p.refuse(events)
}
