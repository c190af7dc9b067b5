package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/brief"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
)

func explainCommand() *cobra.Command {
	var from reports
	sentence := -1
	cmd := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what was found in each sentence, and why",
		Long: `Explain shows for each sentence of a report its tree, mentions, times, places,
quotations and events, the frames that fired, and those that came near with what
failed. Sentences are counted from 0, as in the readings of the code command.`,
		Example: `  readout explain report.txt
  readout explain report.txt --sentence 3`,
		Args: usage(cobra.ExactArgs(1), "name one file of reports, or - for standard input"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			out := cmd.OutOrStdout()
			frames, err := event.Default()
			if err != nil {
				return err
			}
			return from.read(cmd, paths, func(d *doc.Document) error {
				first, last := 0, len(d.Sentences)
				if cmd.Flags().Changed("sentence") {
					if sentence < 0 || sentence >= last {
						return fmt.Errorf("--sentence %d: %s has %d sentences, counted from 0", sentence, d.Report.Path, last)
					}
					first, last = sentence, sentence+1
				}
				var sentences []int
				for i := first; i < last; i++ {
					sentences = append(sentences, i)
				}
				return brief.Explain(out, d, sentences, frames.Trace, colours(out))
			})
		},
	}
	from.flags(cmd)
	cmd.Flags().IntVar(&sentence, "sentence", sentence, "explain this sentence only")
	return cmd
}
