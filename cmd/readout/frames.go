package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/event"
)

// framesFlag lets a command read event frames of the user's own.
func framesFlag(cmd *cobra.Command, files *[]string) {
	cmd.Flags().StringArrayVar(files, "frames", nil, "file of event frames of your own, to add or to override (may be repeated)")
	// The error is of a flag that does not exist, and this one does.
	_ = cmd.RegisterFlagCompletionFunc("frames", cobra.FixedCompletions([]string{"frames"}, cobra.ShellCompDirectiveFilterFileExt))
}

// readFrames reads the files; every one that cannot be read is named.
func readFrames(paths []string) ([]event.File, error) {
	var files []event.File
	var errs []error
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			errs = append(errs, fmt.Errorf("event frames: %w", err))
			continue
		}
		files = append(files, event.File{Name: path, Text: text})
	}
	return files, errors.Join(errs...)
}

// framesOf returns the frames of Readout and of the files on top of them.
func framesOf(paths []string) (event.Stage, error) {
	files, err := readFrames(paths)
	if err != nil {
		return event.Stage{}, err
	}
	return event.With(files...)
}

func framesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "frames",
		Short: "Look at the event frames, and check frames of your own",
		Long: `An event frame says how one kind of act is worded, where its actor and recipient
stand, and which code it gets. Frames are text files that a researcher can read
and change; docs/frames.md tells their format. Frames of your own go to code,
brief and explain with --frames FILE: a frame with a name of its own is added, one
named like a frame of Readout takes its place.`,
		Example: `  readout frames list --type AID               the frames of a type
  readout frames show aid/relief > my.frames   a frame to start from
  readout frames check my.frames               run its examples
  readout code --frames my.frames reports/     use it
  readout frames coverage                      what the codebook has frames for`,
		Args: cobra.ArbitraryArgs, // RunE names the unknown command itself
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return usageError{fmt.Errorf("frames: there is check, list, show and coverage, not %q", args[0])}
		},
	}
	cmd.AddCommand(framesCheckCommand(), framesListCommand(), framesShowCommand(), framesCoverageCommand())
	return cmd
}
