package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/event"
)

func framesShowCommand() *cobra.Command {
	var own []string
	cmd := &cobra.Command{
		Use:   "show NAME...",
		Short: "Show frames as they are written, with how they compose",
		Long: `Show writes frames as their files do, so that what it writes can be changed and
given to --frames. Comment lines tell where a frame stands, and for a frame over
an inner act what the pair is coded as. A name may be the part before the slash:
all frames of that family.`,
		Example: `  readout frames show consult/phone
  readout frames show threaten
  readout frames show aid/relief > my.frames`,
		Args: usage(cobra.MinimumNArgs(1), "name a frame, as consult/phone; 'readout frames list' has their names"),
		RunE: func(cmd *cobra.Command, names []string) error {
			events, err := framesOf(own)
			if err != nil {
				return err
			}
			var found []*event.Frame
			for _, name := range names {
				some := false
				for _, f := range events.Frames() {
					if family, _, _ := strings.Cut(f.Name, "/"); f.Name == name || family == name {
						found, some = append(found, f), true
					}
				}
				if !some {
					return fmt.Errorf("there is no frame %q; 'readout frames list' has their names", name)
				}
			}
			for i, f := range found {
				if err := showFrame(cmd.OutOrStdout(), events, f, i > 0); err != nil {
					return err
				}
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			events, err := framesOf(own)
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			var all []string
			for _, f := range events.Frames() {
				all = append(all, f.Name)
			}
			return all, cobra.ShellCompDirectiveNoFileComp
		},
	}
	framesFlag(cmd, &own)
	return cmd
}

func showFrame(w io.Writer, events event.Stage, f *event.Frame, another bool) error {
	lines := []string{fmt.Sprintf("# %s:%d", f.File, f.Line)}
	lines = append(lines, f.Source...)
	if rows := events.Compositions(f); len(rows) > 0 {
		lines = append(lines, "# outer, inner type, inner mode: type, mode, CAMEO; the first that fits")
		for _, row := range rows {
			lines = append(lines, "#   "+row)
		}
	}
	if another {
		lines = slices.Insert(lines, 0, "")
	}
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}
