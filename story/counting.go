package story

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/readout-project/readout/doc"
)

// textParagraphs is how many paragraphs of running text make about one report.
const textParagraphs = 6

// CountBackground makes the background table from running text, one paragraph a
// line: the size most common stems with the number of texts in a hundred
// thousand that hold them.
func CountBackground(r io.Reader, w io.Writer, size int) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	counts := make(map[string]int)
	seen := make(map[string]bool)
	texts, paragraphs := 0, 0
	for in.Scan() {
		if paragraphs++; paragraphs%textParagraphs == 1 {
			texts++
			clear(seen)
		}
		for _, word := range wordsOf(&doc.Document{Text: in.Text()}) {
			if s := stem(word.fold); !seen[s] {
				seen[s] = true
				counts[s]++
			}
		}
	}
	if err := in.Err(); err != nil {
		return err
	}
	type entry struct {
		stem string
		n    int
	}
	all := make([]entry, 0, len(counts))
	for s, n := range counts {
		all = append(all, entry{s, n})
	}
	slices.SortFunc(all, func(x, y entry) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.stem, y.stem))
	})
	out := bufio.NewWriter(w)
	for _, e := range all[:min(size, len(all))] {
		fmt.Fprintf(out, "%s\t%d\n", e.stem, e.n*100_000/texts)
	}
	return out.Flush()
}
