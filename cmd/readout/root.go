package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The exit codes, which scripts rely on.
const (
	exitRead   = 0 // everything was read
	exitStart  = 1 // the run could not start or was broken off
	exitUsage  = 2 // the command line is wrong
	exitFailed = 3 // the run finished, and some reports (or examples of frames) failed
)

// usageError is a command line that says something impossible.
type usageError struct{ error }

// failedReports is the end of a run in which some reports failed, or were read
// but for bytes that are no text.
type failedReports struct{ failed, damaged, all int }

func (f failedReports) Error() string {
	switch {
	case f.failed == 0:
		return fmt.Sprintf("%d of %d reports are damaged and were read as far as they go", f.damaged, f.all)
	case f.failed == f.all:
		return "no report could be read"
	}
	return fmt.Sprintf("%d of %d reports could not be read; the others were", f.failed, f.all)
}

// someFailed reports whether err is the end of a run that read all it could.
func someFailed(err error) bool { return errors.As(err, &failedReports{}) }

// execute runs one command line and returns its exit code.
func execute(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitRead
	}
	fmt.Fprintf(stderr, "readout: %v\n", err)
	if usage := (usageError{}); errors.As(err, &usage) {
		fmt.Fprintln(stderr, "Run 'readout help' for the commands, 'readout help COMMAND' for one with its flags.")
		return exitUsage
	}
	if someFailed(err) || errors.As(err, &failedExamples{}) {
		return exitFailed
	}
	return exitStart
}

// rootCommand is the command without its name of a command: it shows the help.
func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "readout",
		Short: "Who did what to whom, and who says so: a sourced record of news reports",
		Long: `Readout reads news reports about conflict and diplomacy and keeps one sourced
record of them: who did what to whom, who said what, when and where, how many
independent sources say so, and where they disagree. Every line it writes opens
onto the sentence that made it.

Exit codes: 0 everything was read; 1 the run could not start; 2 the command line
is wrong; 3 the run finished, and some reports failed (each is named on standard
error with its reason).`,
		Example: `  readout brief reports/                     a brief of a folder, for reading
  readout code reports/ > readings.jsonl     what was found in each report, for scripts
  readout explain report.txt --sentence 3    why a sentence was coded, or why not`,
		Args:          cobra.ArbitraryArgs, // RunE names the unknown command itself, as a usage error
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			message := fmt.Sprintf("there is no command %q", args[0])
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				message += "; did you mean " + strings.Join(near, " or ") + "?"
			}
			return usageError{errors.New(message)}
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(codeCommand(), briefCommand(), explainCommand(), framesCommand(), actorsCommand(), parseCommand(), evalCommand(), trainCommand(), versionCommand())
	return root
}

// usage turns the complaint of an argument check into a usage error.
func usage(check cobra.PositionalArgs, advice string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) != nil {
			return usageError{fmt.Errorf("%s: %s", cmd.Name(), advice)}
		}
		return nil
	}
}
