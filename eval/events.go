package eval

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/place"
	"github.com/readout-project/readout/quote"
	"github.com/readout-project/readout/when"
)

// Events scores who did what to whom.
//
//   - plover_gsr.dev: sentences with one PLOVER record each. "type" is the share
//     where some event has the gold type; "type and countries" where it also has a
//     gold source country among its actors and a gold target country among its
//     recipients (or actors, when the act is mutual). The gold names an attacked
//     town as the target, which the codebook keeps as the event's place: "or place"
//     takes its country too. "Extra a sentence" is the number of events of another
//     type, per sentence, which is no percentage.
//   - cameo_spans.dev: "silent on statements" is the share of bare statements
//     (class 0) without an event; "silent but for appeals and denials" lets pass
//     what the set counts as statements and the codebook as events (02, 016).
//     The set's classes are CAMEO's by root, which PLOVER's types cut elsewhere:
//     "quad by code" compares the class that the set gives the event's code.
//     "quad" is the share of other sentences with an event of the gold class;
//     "quad precision" the share of events in them that have it; "source" and
//     "target" how many of the sentences with the right class have an actor or
//     recipient that overlaps the gold words.
//   - plv.dev: sentences with a marked pair. The answer is the type of the event
//     between the pair, else of one by the source. "root" counts no answer as
//     wrong, "root precision" leaves it out.
//   - india_police.dev: what police did, exhaustively labelled: force is any
//     assault, a kill one whose trigger says that somebody died. An arrest counts
//     when its actor is the police; with "agent or none" also where the sentence
//     does not say who made it.
func Events(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	r, err := sentenceReader()
	if err != nil {
		return nil, err
	}
	return events(ctx, filepath.Join(sets, "events"), log, r)
}

// sentenceReader runs every stage but cleaning: the sets hold sentences, not
// pages, and a line on its own looks like furniture.
func sentenceReader() (read, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	times, err := when.New()
	if err != nil {
		return nil, err
	}
	places, err := place.New()
	if err != nil {
		return nil, err
	}
	quotes, err := quote.NewStage()
	if err != nil {
		return nil, err
	}
	coder, err := event.Default()
	if err != nil {
		return nil, err
	}
	stages := append(core.Stages(), times, actor.Stage{}, places, quotes, coder)
	return func(d *doc.Document) error {
		for _, s := range stages {
			if err := s.Annotate(d); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// read is the engine that the scores are of: it annotates one document.
type read func(*doc.Document) error

func events(ctx context.Context, dir string, log func(string), r read) ([]Score, error) {
	var all []Score
	for _, part := range []func(context.Context, string, read) ([]Score, error){gsr, spans, pairs, police} {
		scores, err := part(ctx, dir, r)
		if err != nil {
			return nil, err
		}
		for _, s := range scores {
			log(fmt.Sprintf("%s %s %.1f (%d)", s.Set, s.Name, s.Value, s.N))
		}
		all = append(all, scores...)
	}
	return all, nil
}

// told are the events that count: those that took place by somebody's word, and
// acts of words about the future. What is denied, hypothetical, history or
// negated is no event of the gold sets.
func told(r read, text string) (*doc.Document, []doc.Event, error) {
	d := &doc.Document{Text: text}
	d.Report.Status = doc.StatusRead
	if err := r(d); err != nil {
		return nil, nil, err
	}
	var all []doc.Event
	for _, e := range d.Events {
		switch e.Status {
		case doc.Asserted, doc.Reported, doc.Alleged, doc.Planned:
			if !e.Negated {
				all = append(all, e)
			}
		}
	}
	return d, all, nil
}

// rowsOf reads a JSON Lines file whole.
func rowsOf[T any](path string) ([]T, error) {
	var all []T
	err := eachLine(path, func(v T) { all = append(all, v) })
	return all, err
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
