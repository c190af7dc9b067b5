package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/english/train"
)

func trainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "train LANGUAGE",
		Short: "Make the models of a language from treebanks",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("train: name a language; there is english")}
			}
			return usageError{fmt.Errorf("train: there are no models for %q; there is english", args[0])}
		},
	}
	cmd.AddCommand(trainEnglishCommand())
	return cmd
}

func trainEnglishCommand() *cobra.Command {
	var options train.Options
	cmd := &cobra.Command{
		Use:   "english",
		Short: "Make the English models: splitter, tagger, parser, lemmas, names",
		Long: `Train english makes the models of package english from treebanks in CoNLL-U and
writes them where the next build embeds them. The same data and seed make the
same bytes. It takes minutes and is needed only to change the models.`,
		Example: `  readout train english --treebanks ../shared/treebanks --text ../shared/text`,
		Args:    usage(cobra.NoArgs, "it takes flags only"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if options.Treebanks == "" {
				return usageError{errors.New("train english: --treebanks DIR is needed, the folder of the treebanks")}
			}
			log := func(line string) { fmt.Fprintln(cmd.ErrOrStderr(), line) }
			return train.English(cmd.Context(), options, log)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&options.Treebanks, "treebanks", "", "folder of the treebanks and name data")
	flags.StringVar(&options.Text, "text", "", "folder of plain text for word clusters; without it those in --to are kept")
	flags.StringVar(&options.Out, "to", "english/model", "folder for the model files")
	flags.Uint64Var(&options.Seed, "seed", 1, "seed of the order in which sentences are seen")
	return cmd
}
