package pipeline

import (
	"context"
	"sync"

	"github.com/readout-project/readout/doc"
)

// Feed hands the reports of a run to yield, one by one, and stops when yield
// returns an error, which it then returns.
type Feed func(yield func(*doc.Document) error) error

// inFlight is how many reports a worker may have before it: enough that a long
// report does not leave the other workers idle, few enough that memory stays
// bounded whatever the length of the feed.
const inFlight = 4

// job is one report on its way; done is closed when its stages have run.
type job struct {
	document *doc.Document
	done     chan struct{}
}

// Run reads the feed, annotates its reports on that many workers, and hands them
// to sink in the order in which the feed gave them, so that the output is the
// same at any number of workers. sink runs on the caller's goroutine.
//
// Run returns the first error of the sink, of the feed or of the context; a
// report that fails is no error. All goroutines have ended when it returns.
func (p Pipeline) Run(ctx context.Context, workers int, feed Feed, sink func(*doc.Document) error) error {
	workers = max(workers, 1)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	// A job enters order first: its buffer is the bound on reports in flight.
	order := make(chan job, workers*inFlight)
	work := make(chan job, workers*inFlight)

	var running sync.WaitGroup
	running.Go(func() {
		defer close(order)
		defer close(work)
		err := feed(func(d *doc.Document) error {
			next := job{d, make(chan struct{})}
			select {
			case order <- next:
				work <- next // never blocks for long: work holds as many as order
				return nil
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		})
		if err != nil {
			cancel(err)
		}
	})
	for range workers {
		running.Go(func() {
			for next := range work {
				if ctx.Err() == nil {
					p.Annotate(next.document)
				}
				close(next.done)
			}
		})
	}

	for next := range order {
		<-next.done
		if ctx.Err() != nil {
			continue // drain, so that feed and workers end
		}
		if err := sink(next.document); err != nil {
			cancel(err)
		}
	}
	running.Wait()
	return context.Cause(ctx)
}
