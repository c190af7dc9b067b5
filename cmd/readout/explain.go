package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/brief"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/pipeline"
	"github.com/readout-project/readout/place"
	"github.com/readout-project/readout/when"
)

func explainCommand() *cobra.Command {
	var from reports
	sentence := -1
	cmd := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what was found in each sentence, and why",
		Long: `Explain shows for each sentence of a report its tree, mentions, times, places,
quotations and events, and every event frame that has a trigger word in it:

  fired     it coded an event: its code, and who stands in which slot
  nearly    its conditions were met, and something else kept it from an event: a
            missing party, a frame that fits better, a question, a fear, a denial
  did not   its conditions were not met, and which

Pronouns, times and places come with what else they may mean, and why not: the
other antecedents, the other years or weeks, the other towns of the name; an
event with the times and places of its sentence that are not its own.

Frames are named with file and line ("readout frames show NAME" prints them).
Sentences are counted from 0, as in the readings of the code command. With
--sentence, reports of a file that do not have it are named and passed over.`,
		Example: `  readout explain report.txt
  readout explain report.txt --sentence 3
  echo 'Turkey may bomb the town.' | readout explain -
  readout explain --frames my.frames report.txt`,
		Args: usage(cobra.ExactArgs(1), "name one file of reports, or - for standard input"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			out := cmd.OutOrStdout()
			own, err := readFrames(from.frames)
			if err != nil {
				return err
			}
			frames, err := event.With(own...)
			if err != nil {
				return err
			}
			one := cmd.Flags().Changed("sentence")
			if one && sentence < 0 {
				return fmt.Errorf("--sentence %d: sentences are counted from 0", sentence)
			}
			explained, short := 0, 0
			ended := from.read(cmd, paths, func(d *doc.Document) error {
				first, last := 0, len(d.Sentences)
				failed := d.Report.Status == doc.StatusFailed || d.Report.Status == doc.StatusEmpty
				switch {
				case one && failed: // read has named it with its reason
					return nil
				case one && sentence >= last:
					short++
					_, err := fmt.Fprintf(cmd.ErrOrStderr(), "readout: %s\n", about(d.Report,
						fmt.Sprintf("no sentence %d; it has %d, counted from 0", sentence, last)))
					return err
				case one:
					first, last = sentence, sentence+1
				}
				explained++
				var sentences []int
				for i := first; i < last; i++ {
					sentences = append(sentences, i)
				}
				return brief.Explain(out, d, sentences, tracesOf(from.stages, frames), colours(out))
			})
			if (ended == nil || someFailed(ended)) && explained == 0 && short > 0 {
				return fmt.Errorf("--sentence %d: no report of %s has it", sentence, paths[0])
			}
			return ended
		},
	}
	from.flags(cmd)
	cmd.Flags().IntVar(&sentence, "sentence", sentence, "explain this sentence only, of each report that has it")
	return cmd
}

// tracesOf are the traces of the stages that read the reports, with the user's own
// tables in them.
func tracesOf(stages pipeline.Pipeline, frames event.Stage) brief.Traces {
	traces := brief.Traces{Frames: frames.Trace}
	for _, stage := range stages.Stages() {
		switch s := stage.(type) {
		case *when.Stage:
			traces.Times = s.Trace
		case *place.Stage:
			traces.Places = s.Trace
		case actor.Stage:
			traces.Pronouns = s.Trace
		}
	}
	return traces
}
