package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/lang"
	"github.com/readout-project/readout/pipeline"
	"github.com/readout-project/readout/source"
)

// Text that is read whole is parsed in parts: from partBytes on it is cut at the next blank
// line, where a sentence ends anyway, and from maxPartBytes on at any space.
const (
	partBytes    = 1 << 16
	maxPartBytes = 1 << 20
)

// part is a report or a part of its text.
type part struct {
	document *doc.Document
	whole    bool // to be read as it stands, without a look at what is the article
	later    bool // not the first part
	par      bool // it begins after a blank line
}

// parseText parses reports.
func (p *parsing) parseText(cmd *cobra.Command, core *english.Core, paths []string, out *conllu.Writer) error {
	lines, err := clean.New(lang.English())
	if err != nil {
		return err
	}
	stages, err := pipeline.New(append([]doc.Stage{lines}, core.Stages()...)...)
	if err != nil {
		return err
	}
	reader := source.Reader{Stdin: cmd.InOrStdin()}
	feed := func(yield func(*part) error) error {
		return reader.Each(cmd.Context(), paths, func(d *doc.Document) error {
			if p.article || d.HTML != "" || d.Report.Status != doc.StatusRead {
				return yield(&part{document: d, par: true})
			}
			return parts(d, yield)
		})
	}
	work := func(p *part) {
		if p.whole {
			readWhole(core, p.document)
		} else {
			stages.Annotate(p.document)
		}
	}
	tally := newTally(cmd.ErrOrStderr())
	w := treeWriter{out: out}
	err = inOrder(cmd.Context(), p.workers, feed, work, func(p *part) error {
		r := p.document.Report
		if !p.later || r.Status != doc.StatusRead {
			tally.count(r)
			tally.clear()
			defer tally.draw()
		}
		return w.write(p)
	})
	tally.clear()
	if err != nil {
		return err
	}
	return tally.err()
}

// readWhole runs the core over a text as it stands.
func readWhole(core *english.Core, d *doc.Document) {
	defer func() {
		if fault := recover(); fault != nil {
			d.Report.Status = doc.StatusFailed
			d.Report.Problem = fmt.Sprintf("fault in Readout (%v); please report it with this file", fault)
		}
	}()
	if err := english.Annotate(core, d); err != nil {
		d.Report.Status, d.Report.Problem = doc.StatusFailed, err.Error()
	}
}

// parts cuts a text that is read whole.
func parts(d *doc.Document, yield func(*part) error) error {
	text, later, par := d.Text, false, true
	for len(text) > 0 {
		end, blank := partEnd(text)
		next := &part{&doc.Document{Report: d.Report, Text: text[:end]}, true, later, par}
		if err := yield(next); err != nil {
			return err
		}
		text, later, par = text[end:], true, blank
	}
	return nil
}

// partEnd returns where the next part of the text ends, and whether it does so at
// a blank line.
func partEnd(text string) (end int, blank bool) {
	if len(text) <= partBytes {
		return len(text), true
	}
	near := text[partBytes:min(len(text), maxPartBytes)]
	for _, line := range []string{"\n\n", "\n\r\n"} {
		if i := strings.Index(near, line); i >= 0 {
			return partBytes + i, true
		}
	}
	if len(text) <= maxPartBytes {
		return len(text), true
	}
	if i := strings.LastIndexByte(near, '\n'); i >= 0 {
		return partBytes + i, false
	}
	if i := strings.IndexFunc(text[maxPartBytes:], unicode.IsSpace); i >= 0 {
		return maxPartBytes + i, false
	}
	return len(text), true
}
