// Command generate makes lang/en/background.tsv from running text, one
// paragraph a line, on standard input.
package main

import (
	"fmt"
	"os"

	"github.com/readout-project/readout/story"
)

// stems is the size of the table: rarer ones stand in too few texts to be told
// from unknown ones.
const stems = 12_000

func main() {
	fmt.Println("# Stems and the number of texts in 100,000 that hold them, counted in open English")
	fmt.Println("# text on politics and diplomacy. Made by story/generate; do not edit.")
	if err := story.CountBackground(os.Stdin, os.Stdout, stems); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}
