package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/pipeline"
)

// failedExamples is the end of a check in which some examples did not come out.
type failedExamples struct{ failed, all int }

func (f failedExamples) Error() string {
	return fmt.Sprintf("%d of %d examples do not come out as written", f.failed, f.all)
}

func framesCheckCommand() *cobra.Command {
	everything := false
	cmd := &cobra.Command{
		Use:   "check [FILE...]",
		Short: "Run the examples of frames and show what came out of those that fail",
		Long: `Check reads frame files as --frames does and runs their yes and no lines. Each
example that does not come out is shown with what was wanted and what was got:
the event, or the frames that came near with what failed. Mistakes in a file are
all listed with file and line, and nothing is run. Without a file, the frames of
Readout itself are checked; with --all, these and the files on top of them, which
shows what a frame of yours takes away from others.

Exit codes: 0 all examples come out; 1 a file has mistakes; 3 some do not.`,
		Example: `  readout frames check my.frames
  readout frames check --all my.frames`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			files, err := readFrames(paths)
			if err != nil {
				return err
			}
			events, err := event.With(files...)
			if err != nil {
				return err
			}
			stages, err := pipeline.Default()
			if err != nil {
				return err
			}
			var frames []*event.Frame
			examples := 0
			for _, f := range events.Frames() {
				if f.Own || everything || len(files) == 0 {
					frames = append(frames, f)
					examples += len(f.Yes) + len(f.No)
				}
			}
			out := cmd.OutOrStdout()
			failed := stages.CheckFrames(events, frames)
			for _, f := range failed {
				if _, err := fmt.Fprintln(out, f); err != nil {
					return err
				}
			}
			if len(failed) > 0 {
				return failedExamples{len(failed), examples}
			}
			_, err = fmt.Fprintf(out, "%s of %s come out as written\n", count(examples, "example"), count(len(frames), "frame"))
			return err
		},
	}
	cmd.Flags().BoolVar(&everything, "all", false, "also check the frames of Readout")
	return cmd
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
