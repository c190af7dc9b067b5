// Command generate counts in annotated reports how often each construction of each
// word reports speech, and writes lang/en/cues.tsv and lang/en/cue-signs.tsv.
//
//	go run ./quote/generate TRAIN.jsonl lang/en
//
// The reports are JSON Lines with "text" and "attributions", offsets in code
// points. Nothing of their text enters the tables: lemmas and figures only. Rows of
// kind "says" are our own and keep their constructions, with new weights; rows of
// kind "holds" are found anew, for every lemma that was seen often enough, but for
// what stands there as an act. What stands around a cue is weighed against weights counted in other reports.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/quote"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: generate TRAIN.jsonl FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(train, folder string) error {
	samples, err := read(train)
	if err != nil {
		return err
	}
	return write(folder, samples)
}

// write replaces the tables of the folder.
func write(folder string, samples []sample) error {
	cues, err := os.ReadFile(filepath.Join(folder, "cues.tsv"))
	if err != nil {
		return err
	}
	signs, err := os.ReadFile(filepath.Join(folder, "cue-signs.tsv"))
	if err != nil {
		return err
	}
	t := newTally(samples, own(string(cues), "says"), own(string(cues), "acts"))
	var newCues, newSigns bytes.Buffer
	if err := writeCues(&newCues, string(cues), t); err != nil {
		return err
	}
	if err := writeSigns(&newSigns, string(signs), samples, t); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "cues.tsv"), newCues.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "cue-signs.tsv"), newSigns.Bytes(), 0o644)
}

// read finds the candidates of annotated reports and judges them.
func read(path string) ([]sample, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	stage, err := quote.NewStage()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var samples []sample
	reports := json.NewDecoder(bufio.NewReader(f))
	for n := 0; ; n++ {
		var g report
		switch err := reports.Decode(&g); err {
		case nil:
		case io.EOF:
			return samples, nil
		default:
			return nil, err
		}
		d := &doc.Document{Text: g.Text, Blocks: lines(g.Text)}
		if err := english.Annotate(core, d); err != nil {
			return nil, err
		}
		samples = append(samples, judge(stage.Candidates(d), g.gold(), n%folds)...)
	}
}

// report is an annotated report, offsets in code points.
type report struct {
	Text         string
	Attributions []struct{ Source, Cue, Content [][2]int }
}

func (r *report) gold() []gold {
	var offsets []int
	for i := range r.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(r.Text))
	spans := func(all [][2]int) (out []doc.Span) {
		for _, s := range all {
			out = append(out, doc.Span{Start: offsets[s[0]], End: offsets[s[1]]})
		}
		return out
	}
	var all []gold
	for _, a := range r.Attributions {
		all = append(all, gold{spans(a.Source), spans(a.Cue), spans(a.Content)})
	}
	return all
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
