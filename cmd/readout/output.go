package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// output is the flag of the commands that write a result.
type output struct{ path string }

func (o *output) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&o.path, "out", "o", "", "file to write to instead of standard output")
}

// write lets make write the result to where it goes. What was written stays
// there when make fails, since the reports that were read are worth keeping.
func (o *output) write(cmd *cobra.Command, make func(io.Writer) error) error {
	if o.path == "" {
		return make(cmd.OutOrStdout())
	}
	file, err := os.Create(o.path)
	if err != nil {
		return err
	}
	return errors.Join(make(file), file.Close())
}

// isTerminal reports whether what is written there is seen by a person at once.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// colours reports whether output may be coloured: on a terminal whose user has
// not asked for none (no-color.org).
func colours(w io.Writer) bool { return isTerminal(w) && os.Getenv("NO_COLOR") == "" }
