package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/export"
)

func codeCommand() *cobra.Command {
	var from reports
	var to output
	learn := false
	cmd := &cobra.Command{
		Use:   "code PATH...",
		Short: "Write what each report tells, as JSON Lines",
		Long: `Code reads reports and writes one JSON object a report: its lines with their
kinds, sentences, actors, times, places, quotations and coded events, each with
the span of the text it rests on. Paths are text, HTML or JSON Lines files (also
with .gz), folders, or - for standard input. The output keeps the input's order.`,
		Example: `  readout code reports/ > readings.jsonl
  readout code - < reports.jsonl | jq -c '.events[]'
  readout code --published 2015-09-05 --outlet "Harbour Wire" a.txt b.txt`,
		Args: usage(cobra.MinimumNArgs(1), needPaths),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if !learn {
				return to.write(cmd, func(w io.Writer) error {
					return from.read(cmd, paths, export.NewJSONLines(w).Write)
				})
			}
			documents, ended := from.readAll(cmd, paths)
			if ended != nil && !someFailed(ended) {
				return ended
			}
			err := to.write(cmd, func(w io.Writer) error {
				out := export.NewJSONLines(w)
				for _, d := range documents {
					if err := out.Write(d); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
			return ended
		},
	}
	from.flags(cmd)
	to.flags(cmd)
	cmd.Flags().BoolVar(&learn, "learn", false, "let the reports tell each other who a person is, as brief does; keeps all of them in memory")
	return cmd
}
