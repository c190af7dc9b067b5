package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/eval"
)

func evalCommand() *cobra.Command {
	var sets, floors string
	var update bool
	parts := strings.Join(partList(), ", ")
	cmd := &cobra.Command{
		Use:   "eval PART... --sets DIR",
		Short: "Measure parts of the program against gold sets",
		Long:  "Eval measures parts of the program against gold sets and prints the scores.\nThe parts are " + parts + ".",
		Example: `  readout eval times --sets ../shared/eval
  readout eval all --sets ../shared/eval --floors            fail when a score is below its floor
  readout eval all --sets ../shared/eval --floors --update   raise the floors to the scores`,
		ValidArgsFunction: cobra.FixedCompletions(partList(), cobra.ShellCompDirectiveNoFileComp),
		Args:              usage(cobra.MinimumNArgs(1), "name what to measure: "+parts),
		RunE: func(cmd *cobra.Command, names []string) error {
			parts, err := eval.Select(names)
			if err != nil {
				return usageError{err}
			}
			if sets == "" {
				return usageError{errors.New("eval: --sets DIR is needed, the folder that holds the gold sets")}
			}
			if update && floors == "" {
				return usageError{errors.New("eval: --update raises the bounds of --floors, which is not given")}
			}
			if _, err := os.Stat(sets); err != nil {
				return fmt.Errorf("--sets: %w", err)
			}
			log := func(line string) { fmt.Fprintln(cmd.ErrOrStderr(), line) }
			results, err := eval.Run(cmd.Context(), parts, sets, cmd.OutOrStdout(), log)
			if err != nil || floors == "" {
				return err
			}
			bounds, err := eval.ReadFloors(floors)
			if err != nil {
				return err
			}
			if update {
				return bounds.Raise(results).Write(floors)
			}
			return bounds.Check(results)
		},
	}
	cmd.Flags().StringVar(&sets, "sets", "", "folder that holds the gold sets")
	cmd.Flags().StringVar(&floors, "floors", "", "check the scores against the bounds in this file")
	cmd.Flags().Lookup("floors").NoOptDefVal = "eval/floors.json"
	cmd.Flags().BoolVar(&update, "update", false, "raise the floors to the scores where these are better")
	return cmd
}

// partList lists what can be measured, and "all".
func partList() []string {
	var names []string
	for _, part := range eval.Parts() {
		names = append(names, part.Name)
	}
	return append(names, "all")
}
