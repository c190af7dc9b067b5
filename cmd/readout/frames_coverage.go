package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/event"
)

func framesCoverageCommand() *cobra.Command {
	var own []string
	cmd := &cobra.Command{
		Use:   "coverage",
		Short: "Show how many frames and trigger words cover each code",
		Long: `Coverage counts, for every type and mode of PLOVER and for every root and
three-digit code of CAMEO, the frames that give it, their different trigger words,
and the rows of the composition table that give it ("threatened to bomb"). A
three-digit code counts with the four-digit codes under it. What nothing gives is
marked "none". Codes that are no event (bare comment) are left out.`,
		Example: `  readout frames coverage
  readout frames coverage | grep none`,
		Args: usage(cobra.NoArgs, "takes no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			events, err := framesOf(own)
			if err != nil {
				return err
			}
			return coverage(cmd.OutOrStdout(), events)
		},
	}
	framesFlag(cmd, &own)
	return cmd
}

func coverage(out io.Writer, events event.Stage) error {
	plover, cameo, words := events.Coverage()
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	row := func(c event.Covered) string {
		s := fmt.Sprintf("%d\t%d\t%d\t", c.Frames, c.Words, c.Rows)
		if c.None() {
			s += "  none"
		}
		return s
	}
	fmt.Fprintln(w, "frames\twords\trows\t  PLOVER")
	for _, c := range plover {
		name := c.Type
		if c.Mode != "" {
			name += "/" + c.Mode
		}
		fmt.Fprintf(w, "%s  %s\n", row(c), name)
	}
	fmt.Fprintln(w, "\t\t\t")
	fmt.Fprintln(w, "frames\twords\trows\t  CAMEO")
	for _, c := range cameo {
		indent := ""
		if len(c.CAMEO) > 2 {
			indent = "  "
		}
		fmt.Fprintf(w, "%s  %s%s %s\n", row(c), indent, c.CAMEO, c.Title)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	examples, silent := 0, 0
	for _, f := range events.Frames() {
		examples, silent = examples+len(f.Yes), silent+len(f.No)
	}
	_, err := fmt.Fprintf(out, "\n%s, %s, %s that fire, %s that stay silent\n",
		count(len(events.Frames()), "frame"), count(words, "trigger"), count(examples, "example"), count(silent, "example"))
	return err
}
