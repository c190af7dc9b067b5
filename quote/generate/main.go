// Command generate counts how often each construction of each cue word reports
// speech in annotated reports, and prints lang/en/cues.tsv with those weights.
//
//	go run ./quote/generate TRAIN.jsonl < lang/en/cues.tsv
//
// The reports are JSON Lines with "text" and "attributions", offsets in code
// points. The words themselves, and what each can take, stand in the table and
// are our own; only the weights are replaced.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/quote"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate TRAIN.jsonl < cues.tsv")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

type count struct{ right, all float64 }

func run(train string, table io.Reader, out io.Writer) error {
	counts, err := countRules(train)
	if err != nil {
		return err
	}
	// What a construction does on average stands in for words seen too rarely.
	average := make(map[string]count)
	for rule, c := range counts {
		kind, _, _ := strings.Cut(rule, "/")
		a := average[kind]
		average[kind] = count{a.right + c.right, a.all + c.all}
	}
	in := bufio.NewScanner(table)
	for in.Scan() {
		f := strings.Split(in.Text(), "\t")
		if len(f) != 4 || strings.HasPrefix(in.Text(), "#") {
			fmt.Fprintln(out, in.Text())
			continue
		}
		var weights []string
		for _, takes := range strings.Split(f[2], ",") {
			c, a := count{}, count{}
			for _, kind := range rulesOf(f[1], takes) {
				k := counts[kind+"/"+f[0]]
				c = count{c.right + k.right, c.all + k.all}
				a = count{a.right + average[kind].right, a.all + average[kind].all}
			}
			// Five occurrences' worth of the average.
			prior := .5
			if a.all > 0 {
				prior = a.right / a.all
			}
			weights = append(weights, fmt.Sprintf("%.2f", (c.right+5*prior)/(c.all+5)))
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", f[0], f[1], f[2], strings.Join(weights, ","))
	}
	return in.Err()
}

// rulesOf names the rules that show what a class of cue can take.
func rulesOf(class, takes string) []string {
	switch class + " " + takes {
	case "verb speech":
		return []string{"speech-after", "speech-before"}
	case "verb that":
		return []string{"that", "aside"}
	case "verb pred":
		return []string{"predicate"}
	case "noun that":
		return []string{"noun-that"}
	case "noun to":
		return []string{"noun-to"}
	case "adjective that":
		return []string{"adjective"}
	case "made that":
		return []string{"made"}
	}
	return []string{takes}
}

// countRules reads annotated reports with every construction allowed and counts
// for each rule how often what it finds is an attribution.
func countRules(path string) (map[string]count, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	stage, err := quote.Unweighted()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	counts := make(map[string]count)
	reports := json.NewDecoder(bufio.NewReader(f))
	for {
		var g struct {
			Text         string
			Attributions []struct{ Content [][2]int }
		}
		switch err := reports.Decode(&g); err {
		case nil:
		case io.EOF:
			return counts, nil
		default:
			return nil, err
		}
		d := &doc.Document{Text: g.Text, Blocks: lines(g.Text)}
		if err := english.Annotate(core, d); err != nil {
			return nil, err
		}
		if err := stage.Annotate(d); err != nil {
			return nil, err
		}
		var offsets []int
		for i := range g.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(g.Text))
		var gold [][]doc.Span
		for _, a := range g.Attributions {
			var spans []doc.Span
			for _, c := range a.Content {
				spans = append(spans, doc.Span{Start: offsets[c[0]], End: offsets[c[1]]})
			}
			gold = append(gold, spans)
		}
		for _, q := range d.Quotes {
			c := counts[q.Rule]
			c.all++
			for _, g := range gold {
				if overlap(q.Content, g) >= .5 {
					c.right++
					break
				}
			}
			counts[q.Rule] = c
		}
	}
}

func lines(text string) []doc.Block {
	var out []doc.Block
	at := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			out = append(out, doc.Block{Span: doc.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}, Kind: doc.BlockBody})
		}
		at += len(line)
	}
	return out
}

// overlap is the length that two contents share, of their length together.
func overlap(a, b []doc.Span) float64 {
	shared, total := 0, 0
	for _, x := range a {
		total += x.Len()
		for _, y := range b {
			if x.Overlaps(y) {
				shared += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	for _, y := range b {
		total += y.Len()
	}
	return float64(shared) / float64(max(1, total-shared))
}
