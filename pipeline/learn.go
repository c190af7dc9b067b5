package pipeline

import (
	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
)

// Learn lets the reports of a run tell each other who a person is (actor.Learn)
// and reads again, in the reports where something was learnt, what rests on the
// actors. It comes after Run, over all reports in their order, so that the number
// of workers changes nothing.
func (p Pipeline) Learn(docs []*doc.Document) {
	for _, i := range actor.Learn(docs) {
		p.again(docs[i], (actor.Stage{}).Name())
	}
}

// again runs the stages behind the named one once more, after what they gave is
// dropped.
func (p Pipeline) again(d *doc.Document, name string) {
	behind := false
	for _, stage := range p.stages {
		if !behind {
			behind = stage.Name() == name
			continue
		}
		for _, layer := range stage.Gives() {
			drop(d, layer)
		}
		if err := annotate(stage, d); err != nil {
			fail(d, "stage "+stage.Name()+": "+err.Error())
			return
		}
	}
	if err := sound(d); err != nil {
		fail(d, "fault in Readout ("+err.Error()+"); please report it with this file")
	}
}

// drop takes from the document what stages behind that of actors give.
func drop(d *doc.Document, layer doc.Layer) {
	switch layer {
	case doc.LayerPlaces:
		d.Places = nil
	case doc.LayerQuotes:
		d.Quotes = nil
	case doc.LayerEvents:
		d.Events, d.Uncoded = nil, nil
	case doc.LayerQuantities:
		d.Quantities = nil
	}
}
