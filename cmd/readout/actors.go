package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
)

// actorsFlag lets a command read lists of the user's own actors.
func actorsFlag(cmd *cobra.Command, files *[]string) {
	cmd.Flags().StringArrayVar(files, "actors", nil, "list of actors of your own or CAMEO dictionary, to add or to override (may be repeated)")
}

// readActors reads the lists; the errors of all of them are told.
func readActors(paths []string) ([]actor.List, error) {
	var lists []actor.List
	var errs []error
	for _, path := range paths {
		list, err := readActorList(path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		lists = append(lists, list)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("actors: a list with errors is refused whole:\n%w", err)
	}
	return lists, nil
}

func readActorList(path string) (actor.List, error) {
	f, err := os.Open(path)
	if err != nil {
		return actor.List{}, err
	}
	defer f.Close()
	return actor.ReadList(path, f)
}

func actorsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "actors",
		Short: "Check lists of actors of your own, and find names that nothing resolves",
		Long: `Readout knows states, holders of offices, organisations, armed groups, parties and
role nouns, and learns from the reports who a person is. Lists of your own go to
code, brief and explain with --actors FILE: an entry with a name of its own is
added, one with a name that Readout has takes its place. A list is a table with
named columns or a dictionary of actors or agents of the CAMEO coders;
docs/actors.md tells both forms.`,
		Example: `  readout actors unknown reports/ > my.actors   names to fill in
  readout actors check my.actors
  readout code --actors my.actors reports/`,
		Args: cobra.ArbitraryArgs, // RunE names the unknown command itself
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return usageError{fmt.Errorf("actors: there is check and unknown, not %q", args[0])}
		},
	}
	cmd.AddCommand(actorsCheckCommand(), actorsUnknownCommand())
	return cmd
}

func actorsCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Name every error of lists of actors, with file and line",
		Args:  usage(cobra.MinimumNArgs(1), "name lists of actors"),
		RunE: func(_ *cobra.Command, paths []string) error {
			_, err := readActors(paths)
			return err
		},
	}
}

func actorsUnknownCommand() *cobra.Command {
	var from reports
	var to output
	cmd := &cobra.Command{
		Use:   "unknown PATH...",
		Short: "List names in events that nothing resolved, as a table to fill in",
		Long: `Unknown lists the names of persons, organisations and groups that take part in
events and of which neither the reports nor the tables tell country or sector,
those of most events first, each with a sentence. The list has the form of a list
of actors: fill in country and sector and give it back with --actors.`,
		Example: `  readout actors unknown reports/ > my.actors`,
		Args:    usage(cobra.MinimumNArgs(1), needPaths),
		RunE: func(cmd *cobra.Command, paths []string) error {
			documents, ended := from.readAll(cmd, paths)
			if ended != nil && !someFailed(ended) {
				return ended
			}
			var unknown actor.Unknown
			for _, d := range documents {
				if d.Report.Status == doc.StatusRead {
					unknown.Add(d)
				}
			}
			if err := to.write(cmd, func(w io.Writer) error { return actor.WriteUnresolved(w, unknown.List()) }); err != nil {
				return err
			}
			return ended
		},
	}
	from.flags(cmd)
	to.flags(cmd)
	return cmd
}
