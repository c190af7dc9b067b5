package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/event"
)

func framesListCommand() *cobra.Command {
	var own []string
	var typ, cameo string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the frames with their codes, triggers and files",
		Long: `List writes one line a frame, in the order in which frames are tried: its name,
its PLOVER type and mode, its CAMEO code, where it stands, and its triggers. A frame
of the code - is coded only by what it is over (see docs/frames.md, Composition).`,
		Example: `  readout frames list --type CONSULT
  readout frames list --cameo 19 --frames my.frames`,
		Args: usage(cobra.NoArgs, "takes no arguments; narrow the list with --type and --cameo"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			events, err := framesOf(own)
			if err != nil {
				return err
			}
			if err := inCodebook(typ, cameo); err != nil {
				return err
			}
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, f := range events.Frames() {
				if typ != "" && !strings.EqualFold(f.Code.Type, typ) || !strings.HasPrefix(f.Code.CAMEO, cameo) {
					continue
				}
				fmt.Fprintf(w, "%s\t%s\t%s:%d\t%s\n", f.Name, codeOf(f), f.File, f.Line, strings.Join(triggersOf(f), ", "))
			}
			return w.Flush()
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&typ, "type", "", "frames of this PLOVER type only, as AID")
	flags.StringVar(&cameo, "cameo", "", "frames only whose CAMEO code begins so, as 07 or 073")
	framesFlag(cmd, &own)
	// The error is of a flag that does not exist, and this one does.
	_ = cmd.RegisterFlagCompletionFunc("type", cobra.FixedCompletions(plovers(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// plovers returns the names of the event types.
func plovers() []string {
	var all []string
	for _, t := range codebook.Types() {
		all = append(all, t.Name)
	}
	return all
}

// inCodebook refuses a type or a code that no frame could have.
func inCodebook(typ, cameo string) error {
	known := typ == ""
	for _, t := range plovers() {
		known = known || strings.EqualFold(t, typ)
	}
	if !known {
		return fmt.Errorf("--type %q: the types are %s", typ, strings.Join(plovers(), ", "))
	}
	known = cameo == ""
	for _, row := range codebook.Rows() {
		known = known || strings.HasPrefix(row.Code, cameo)
	}
	if !known {
		return fmt.Errorf("--cameo %q: no CAMEO code begins so", cameo)
	}
	return nil
}

// codeOf writes the code of a frame as a frame file does.
func codeOf(f *event.Frame) string {
	if !f.Coded {
		return "-"
	}
	mode := f.Code.Mode
	if mode == "" {
		mode = "-"
	}
	return f.Code.Type + " " + mode + " " + f.Code.CAMEO
}

// triggersOf writes the words that call up the frame.
func triggersOf(f *event.Frame) []string {
	var all []string
	for _, list := range [][]event.Trigger{f.Verbs, f.Nouns, f.Adjectives} {
		for _, t := range list {
			if text := strings.Join(t.Words, " "); len(all) == 0 || all[len(all)-1] != text {
				all = append(all, text)
			}
		}
	}
	return all
}
