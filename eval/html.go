package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
	"github.com/readout-project/readout/source"
)

// HTML scores the article drawn from pages on html/: the words of all blocks
// that are read, without the title, against the article's words. Precision and
// recall are averaged over the pages and F1 is taken of the averages, over single
// words and, as in the public article extraction benchmark, over runs of four. The
// set "scraped" holds the same pages as plain text with all their furniture.
func HTML(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	gold, err := readArticles(filepath.Join(sets, "html", "ground-truth.json"))
	if err != nil {
		return nil, err
	}
	stage, err := clean.New(lang.English())
	if err != nil {
		return nil, err
	}
	var words, runs, scrapedWords, scrapedRuns articleScore
	pages := []string{filepath.Join(sets, "html", "pages")}
	err = source.Reader{}.Each(ctx, pages, func(d *doc.Document) error {
		name, _, _ := strings.Cut(filepath.Base(d.Report.Path), ".")
		article, known := gold[name]
		if !known {
			return nil
		}
		delete(gold, name)
		text, err := scrapedText(d.HTML)
		if err != nil {
			return err
		}
		scraped := &doc.Document{Report: doc.Report{Status: doc.StatusRead}, Text: text}
		if err := stage.Annotate(scraped); err != nil {
			return err
		}
		scrapedWords.add(wordRuns(readText(scraped), 1), wordRuns(article, 1))
		scrapedRuns.add(wordRuns(readText(scraped), 4), wordRuns(article, 4))
		if err := stage.Annotate(d); err != nil {
			return err
		}
		found, wanted := wordRuns(readText(d), 1), wordRuns(article, 1)
		words.add(found, wanted)
		runs.add(wordRuns(readText(d), 4), wordRuns(article, 4))
		if p, r := share(found, wanted); log != nil && (p < .8 || r < .8) {
			log(fmt.Sprintf("%s: precision %.2f, recall %.2f (%s %s)", name, p, r, d.Report.Status, d.Report.Problem))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(gold) > 0 {
		missing := make([]string, 0, len(gold))
		for name := range gold {
			missing = append(missing, name)
		}
		sort.Strings(missing)
		return nil, fmt.Errorf("pages without a file: %s", strings.Join(missing, ", "))
	}
	return slices.Concat(words.scores("html", "word"), runs.scores("html", "4-word"),
		scrapedWords.scores("scraped", "word"), scrapedRuns.scores("scraped", "4-word")), nil
}

// readArticles reads the gold articles by page name.
func readArticles(path string) (map[string]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var pages map[string]struct{ ArticleBody string }
	if err := json.Unmarshal(content, &pages); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	articles := make(map[string]string, len(pages))
	for name, page := range pages {
		articles[name] = page.ArticleBody
	}
	return articles, nil
}

// readText is what stages read of a report, without its title.
func readText(d *doc.Document) string {
	var text strings.Builder
	for _, b := range d.Blocks {
		if b.Kind.Read() && b.Kind != doc.BlockTitle {
			text.WriteString(d.Slice(b.Span))
			text.WriteByte('\n')
		}
	}
	return text.String()
}

// wordRuns counts the runs of n words of a text, case as written. A text shorter
// than a run is one run.
func wordRuns(text string, n int) map[string]int {
	words := strings.FieldsFunc(text, func(r rune) bool { return !isWord(r) })
	counts := make(map[string]int)
	for i := 0; i+n <= len(words); i++ {
		counts[strings.Join(words[i:i+n], " ")]++
	}
	if len(words) > 0 && len(words) < n {
		counts[strings.Join(words, " ")]++
	}
	return counts
}

// share returns the share of what was found that was wanted, and the share of
// what was wanted that was found. Nothing of nothing is 1.
func share(found, wanted map[string]int) (precision, recall float64) {
	common, nFound, nWanted := 0, 0, 0
	for run, n := range found {
		nFound += n
		common += min(n, wanted[run])
	}
	for _, n := range wanted {
		nWanted += n
	}
	precision, recall = 1, 1
	if nFound > 0 {
		precision = float64(common) / float64(nFound)
	}
	if nWanted > 0 {
		recall = float64(common) / float64(nWanted)
	}
	return precision, recall
}

// articleScore sums precision and recall over pages. A page on which nothing was found
// has no precision, as in the reference.
type articleScore struct {
	pages, answered   int
	precision, recall float64
}

func (o *articleScore) add(found, wanted map[string]int) {
	p, r := share(found, wanted)
	o.pages++
	o.recall += r
	if len(found) > 0 {
		o.answered++
		o.precision += p
	}
}

// scores returns precision, recall and F1 in percent.
func (o *articleScore) scores(set, unit string) []Score {
	p := 100 * o.precision / float64(max(1, o.answered))
	r := 100 * o.recall / float64(max(1, o.pages))
	f1 := 0.0
	if p+r > 0 {
		f1 = 2 * p * r / (p + r)
	}
	return []Score{
		{Set: set, Name: unit + " precision", Value: p, N: o.pages},
		{Set: set, Name: unit + " recall", Value: r, N: o.pages},
		{Set: set, Name: unit + " F1", Value: f1, N: o.pages},
	}
}
