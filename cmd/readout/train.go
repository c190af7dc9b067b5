package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/english/train"
	"github.com/readout-project/readout/place/gazetteer"
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
writes them where the next build embeds them. The same data, seed and kind of
processor make the same bytes. It takes two to four hours on two cores and is
needed only to change the models.

What is done is kept in the folder of --work. A run that was stopped goes on from
there when it is started again with the same data and flags; after a change to
the code of training, delete the folder.`,
		Example: `  readout train english --treebanks ../shared/treebanks --text ../shared/text
  readout train english --treebanks ../shared/treebanks --to models --seed 2`,
		Args: usage(cobra.NoArgs, "it takes flags only"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if options.Treebanks == "" {
				return usageError{errors.New("train english: --treebanks DIR is needed, the folder of the treebanks")}
			}
			// The name finder knows the places that reports are likely to name.
			options.Places = slices.Collect(gazetteer.Default().Known(20000, 5))
			log := func(line string) { fmt.Fprintln(cmd.ErrOrStderr(), line) }
			return train.English(cmd.Context(), options, log)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&options.Treebanks, "treebanks", "", "folder of the treebanks and name data")
	flags.StringVar(&options.Text, "text", "", "folder of plain text (*.txt.gz) for word clusters, vectors and silver trees; without it the models know less")
	flags.StringVar(&options.Out, "to", "english/model", "folder for the model files")
	flags.StringVar(&options.Work, "work", ".train", "folder that keeps what is done, for a run that goes on; \"\" keeps nothing")
	flags.Uint64Var(&options.Seed, "seed", 1, "seed of the order in which sentences are seen")
	return cmd
}
