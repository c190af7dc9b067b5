package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/export"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version and the formats it writes",
		Args:  usage(cobra.NoArgs, "it takes no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			version := "(devel)"
			if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
				version = info.Main.Version
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "readout %s %s %s/%s\nwrites %s, %s\n",
				version, runtime.Version(), runtime.GOOS, runtime.GOARCH, export.ReadingSchema, export.RecordSchema)
			return err
		},
	}
}
