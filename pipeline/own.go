package pipeline

import (
	"errors"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
)

// Own is what a user brings to a run, on top of the tables of Readout.
type Own struct {
	// Frames are files of event frames in the format of docs/frames.md. A frame
	// named like one of Readout's takes its place. A file with a mistake, or with an
	// example that does not come out, is refused whole.
	Frames []event.File
	// Actors are lists of actors and role nouns (docs/actors.md), of which the later
	// overrides the earlier, and each the tables of Readout.
	Actors []actor.List
}

// refuse returns an error that names every example of the user's frames that
// does not come out, or nil.
func (p Pipeline) refuse(events event.Stage) error {
	var own []*event.Frame
	for _, f := range events.Frames() {
		if f.Own {
			own = append(own, f)
		}
	}
	var all []error
	for _, f := range p.CheckFrames(events, own) {
		all = append(all, errors.New(f.String()))
	}
	if len(all) == 0 {
		return nil
	}
	return errors.Join(append([]error{errors.New("event frames: some examples do not come out")}, all...)...)
}

// CheckFrames runs the examples of the frames through the stages that stand
// before that of events, and through that one, and returns what fails. An example
// is one sentence and no page, so nothing is cleaned off it.
func (p Pipeline) CheckFrames(events event.Stage, frames []*event.Frame) []event.Failure {
	var before []doc.Stage
	for _, stage := range p.stages {
		if stage.Name() == events.Name() {
			break
		}
		if stage.Name() != "clean" {
			before = append(before, stage)
		}
	}
	return event.CheckFrames(func(d *doc.Document) error {
		for _, stage := range before {
			if err := annotate(stage, d); err != nil {
				return err
			}
		}
		return nil
	}, events, frames)
}
