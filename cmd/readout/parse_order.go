package main

import (
	"context"
	"sync"
)

// ahead is how many pieces of work a worker may have before it: enough that a
// long one does not leave the others idle, few enough that memory stays bounded.
const ahead = 4

// inOrder does the work that feed hands out on that many workers and gives it to
// sink, on the caller's goroutine, in the order in which feed gave it. It returns
// the first error of sink, of the context or of feed; what feed gave before its
// error still reaches sink, so that a fault on line 9,000 costs nothing of the
// lines before. All goroutines have ended when it returns.
func inOrder[T any](ctx context.Context, workers int, feed func(yield func(T) error) error, work func(T), sink func(T) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	type job struct {
		item T
		done chan struct{}
	}
	// A job enters order first: its buffer is the bound on jobs in flight.
	order, todo := make(chan job, workers*ahead), make(chan job, workers*ahead)
	var running sync.WaitGroup
	var fed error
	running.Go(func() {
		defer close(order)
		defer close(todo)
		fed = feed(func(item T) error {
			next := job{item, make(chan struct{})}
			select {
			case order <- next:
				todo <- next // never blocks for long: todo holds as many as order
				return nil
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		})
	})
	for range workers {
		running.Go(func() {
			for next := range todo {
				if ctx.Err() == nil {
					work(next.item)
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
		if err := sink(next.item); err != nil {
			cancel(err)
		}
	}
	running.Wait()
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return fed
}
