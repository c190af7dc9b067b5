package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/pipeline"
	"github.com/readout-project/readout/source"
)

// needPaths is said when a command that reads reports is given none.
const needPaths = "name files or folders of reports, or - for standard input"

// reports holds the flags of the commands that read reports.
type reports struct {
	published string
	outlet    string
	workers   int
	stages    pipeline.Pipeline // that read has run
	frames    []string
	actors    []string
}

func (r *reports) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&r.published, "published", "", "date of publication of reports that state none, as 2015-09-05")
	flags.StringVar(&r.outlet, "outlet", "", "outlet of reports that state none")
	framesFlag(cmd, &r.frames)
	actorsFlag(cmd, &r.actors)
	flags.IntVar(&r.workers, "workers", runtime.GOMAXPROCS(0), "how many reports to read at the same time; the output is the same")
}

// read reads the reports of the paths and hands them to sink in their order.
// Each report that failed is named on standard error; if there was one, the
// error says so after all others were read.
func (r *reports) read(cmd *cobra.Command, paths []string, sink func(*doc.Document) error) error {
	reader := source.Reader{Outlet: r.outlet, Stdin: cmd.InOrStdin()}
	if r.published != "" {
		published, err := source.ParsePublished(r.published)
		if err != nil {
			return fmt.Errorf("--published: %w", err)
		}
		reader.Published = published
	}
	if r.workers < 1 {
		return fmt.Errorf("--workers %d: at least one is needed", r.workers)
	}
	frames, err := readFrames(r.frames)
	if err != nil {
		return err
	}
	actors, err := readActors(r.actors)
	if err != nil {
		return err
	}
	stages, err := pipeline.With(pipeline.Own{Frames: frames, Actors: actors})
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	feedOf := func(paths []string) pipeline.Feed {
		return func(yield func(*doc.Document) error) error { return reader.Each(ctx, paths, yield) }
	}
	tally := newTally(cmd.ErrOrStderr())
	r.stages, err = stages.Survey(feedOf(stored(paths)))
	if err == nil {
		err = r.stages.Run(ctx, r.workers, feedOf(paths), func(d *doc.Document) error {
			tally.count(d.Report)
			tally.clear()
			defer tally.draw()
			return sink(d)
		})
	}
	tally.clear()
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; every line written so far is whole")
	}
	if err != nil {
		return err
	}
	return tally.err()
}

// stored returns the paths that can be read twice: standard input and pipes are
// gone once they are read.
func stored(paths []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
		info, err := os.Stat(path)
		return path == "-" || err != nil || !info.IsDir() && !info.Mode().IsRegular()
	})
}

// readAll reads the reports of the paths, lets them tell each other who is who,
// and returns them in their order. Reports that failed are among them; the error
// then says so, as that of read does.
func (r *reports) readAll(cmd *cobra.Command, paths []string) ([]*doc.Document, error) {
	var documents []*doc.Document
	ended := r.read(cmd, paths, func(d *doc.Document) error {
		documents = append(documents, d)
		return nil
	})
	if ended == nil || someFailed(ended) {
		r.stages.Learn(documents)
	}
	return documents, ended
}
