package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/english/conllu"
)

// parsing holds the flags of the parse command.
type parsing struct {
	tokens  string
	article bool
	workers int
	to      output
}

func parseCommand() *cobra.Command {
	var p parsing
	cmd := &cobra.Command{
		Use:   "parse PATH...",
		Short: "Write sentences, words and dependency trees as CoNLL-U",
		Long: `Parse reads English text and writes its sentences and words with lemma, tags,
dependency tree (Universal Dependencies) and names, in CoNLL-U. Paths are text,
HTML or JSON Lines files (also with .gz), folders, or - for standard input. Text
is read whole; of pages, and with --article of text too, the article is read, as
by the other commands. With --tokens the sentences and words are those of a
CoNLL-U file, and only the rest is made anew.`,
		Example: `  readout parse report.txt > report.conllu
  echo 'Iran denied it.' | readout parse -
  readout parse --tokens gold.conllu --to system.conllu`,
		Args: func(cmd *cobra.Command, paths []string) error {
			if cmd.Flags().Changed("tokens") {
				return usage(cobra.NoArgs, "--tokens names the one file to read, give no other")(cmd, paths)
			}
			return usage(cobra.MinimumNArgs(1), "name files or folders of text, or - for standard input, or a CoNLL-U file with --tokens")(cmd, paths)
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			if p.workers < 1 {
				return fmt.Errorf("--workers %d: at least one is needed", p.workers)
			}
			core, err := english.Load()
			if err != nil {
				return err
			}
			return p.to.write(cmd, func(w io.Writer) error {
				out := conllu.NewWriter(w)
				var err error
				if cmd.Flags().Changed("tokens") {
					err = p.parseTokens(cmd, core, out)
				} else {
					err = p.parseText(cmd, core, paths, out)
				}
				if errors.Is(err, context.Canceled) {
					err = errors.New("interrupted; every sentence written so far is whole")
				}
				// What was read is worth keeping, whatever came after it.
				return errors.Join(err, out.Flush())
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&p.tokens, "tokens", "", "CoNLL-U file (also with .gz, - for standard input) whose sentences and words are kept")
	flags.BoolVar(&p.article, "article", false, "read of text too only the article, as the other commands do")
	flags.IntVar(&p.workers, "workers", runtime.GOMAXPROCS(0), "how many parts to read at the same time; the output is the same")
	flags.StringVar(&p.to.path, "to", "", "file to write to instead of standard output")
	return cmd
}
