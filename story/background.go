package story

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/readout-project/readout/lang"
)

// Background says how common words are in news at large, so that a folder of
// five reports can tell a telling word from a common one. The zero value knows
// nothing and leaves that to the reports themselves.
type Background struct {
	share map[string]float64 // share of texts that hold the stem
}

// backgroundTexts is the weight of the table: as if that many reports of other
// stories stood beside those in hand.
const backgroundTexts = 1000

// rareShare is the share of texts assumed of a word the table does not list.
const rareShare = .0005

// rarity is the inverse document frequency of a stem that stands in n of all reports.
func (b Background) rarity(stem string, n, all int) float64 {
	share, ok := b.share[stem]
	if !ok {
		share = rareShare
	}
	return math.Log((backgroundTexts + float64(all)) / (backgroundTexts*share + float64(n)))
}

// ReadBackground reads a table of stems, each with the number of texts in a
// hundred thousand that hold it, separated by a tab.
func ReadBackground(r io.Reader) (Background, error) {
	b := Background{share: make(map[string]float64)}
	s := bufio.NewScanner(r)
	for line := 1; s.Scan(); line++ {
		if strings.HasPrefix(s.Text(), "#") || s.Text() == "" {
			continue
		}
		stem, count, ok := strings.Cut(s.Text(), "\t")
		n, err := strconv.ParseFloat(count, 64)
		if !ok || err != nil {
			return b, fmt.Errorf("background.tsv:%d: want a stem, a tab and a number, have %q", line, s.Text())
		}
		b.share[stem] = n / 100_000
	}
	return b, s.Err()
}

// english is the table of lang/en, read once.
var english = sync.OnceValue(func() Background {
	f, err := lang.English().Open("background.tsv")
	if err != nil {
		panic(err) // embedded in the program
	}
	defer f.Close()
	b, err := ReadBackground(f)
	if err != nil {
		panic(err) // checked by a test
	}
	return b
})
