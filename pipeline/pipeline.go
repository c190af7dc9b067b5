// Package pipeline puts the stages in order and runs them over reports.
//
// It reads documents that package source made and writes the same documents
// with every finding the stages added. The order follows from what each stage
// says it needs and gives; New refuses an order in which something is needed
// before it is given.
//
// The package knows no stage's insides. It decides one thing only: a stage that
// fails, or panics, fails its one report and never the run.
package pipeline

import (
	"fmt"
	"slices"

	"github.com/readout-project/readout/doc"
)

// Pipeline is a sequence of stages in an order that satisfies their needs. It is
// immutable and safe for use by several goroutines at once.
type Pipeline struct{ stages []doc.Stage }

// New returns the pipeline of these stages in this order. It is an error when a
// stage needs a layer that no stage before it gives.
func New(stages ...doc.Stage) (Pipeline, error) {
	given := []doc.Layer{doc.LayerReport}
	for _, stage := range stages {
		for _, layer := range stage.Needs() {
			if !slices.Contains(given, layer) {
				return Pipeline{}, fmt.Errorf("stage %s needs %s, which no stage before it gives", stage.Name(), layer)
			}
		}
		given = append(given, stage.Gives()...)
	}
	return Pipeline{slices.Clone(stages)}, nil
}

// Stages returns the stages in the order in which they run.
func (p Pipeline) Stages() []doc.Stage { return slices.Clone(p.stages) }

// Annotate runs the stages over one report. A report whose status is not (or no
// longer) StatusRead is left alone: it is kept, and nothing more is read in it.
//
// When a stage fails, the report becomes StatusFailed with the stage and its
// reason as Problem, and what was found in it is dropped: half an annotation would
// look like a whole one.
func (p Pipeline) Annotate(d *doc.Document) {
	for _, stage := range p.stages {
		if d.Report.Status != doc.StatusRead {
			break
		}
		if err := annotate(stage, d); err != nil {
			fail(d, fmt.Sprintf("stage %s: %v", stage.Name(), err))
			return
		}
	}
	if err := sound(d); err != nil {
		fail(d, fmt.Sprintf("fault in Readout (%v); please report it with this file", err))
	}
}

// annotate runs one stage and turns its panic into an error. A panic is a fault
// of ours, so the message asks for a report of it.
func annotate(stage doc.Stage, d *doc.Document) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("fault in Readout (%v); please report it with this file", fault)
		}
	}()
	return stage.Annotate(d)
}

// fail marks the report as failed and drops what was found in it so far.
func fail(d *doc.Document, problem string) {
	report := d.Report
	report.Status = doc.StatusFailed
	report.Problem = problem
	*d = doc.Document{Report: report, Text: d.Text, HTML: d.HTML}
}
