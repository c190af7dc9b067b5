package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/brief"
	"github.com/readout-project/readout/record"
)

func briefCommand() *cobra.Command {
	var from reports
	var to output
	var format string
	formats := brief.Formats()
	cmd := &cobra.Command{
		Use:   "brief PATH...",
		Short: "Write one brief of all reports: stories, events, statements, disagreements",
		Long: `Brief reads reports, finds which of them tell one story and which mentions are
one event, and writes a brief: the timeline, each event with all accounts of it
and the sentence behind each, who said what, where accounts disagree, and what
could not be coded and why. Paths are text, HTML or JSON Lines files (also with
.gz), folders, or - for standard input.`,
		Example: `  readout brief examples/
  readout brief --as html --out brief.html reports/
  readout brief --as json reports/ | jq '.disagreements'`,
		Args: usage(cobra.MinimumNArgs(1), needPaths),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if !slices.Contains(formats, format) {
				return fmt.Errorf("--as %q: a brief can be %s", format, strings.Join(formats, ", "))
			}
			documents, ended := from.readAll(cmd, paths)
			if ended != nil && !someFailed(ended) {
				return ended
			}
			err := to.write(cmd, func(w io.Writer) error {
				return brief.Write(w, record.Build(documents), format, colours(w))
			})
			if err != nil {
				return err
			}
			return ended
		},
	}
	from.flags(cmd)
	to.flags(cmd)
	cmd.Flags().StringVar(&format, "as", formats[0], "form of the brief: "+strings.Join(formats, ", "))
	// The error is of a flag that does not exist, and this one does.
	_ = cmd.RegisterFlagCompletionFunc("as", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}
