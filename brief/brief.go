// Package brief renders a record for people to read: as text for a terminal, as
// Markdown, and as one self-contained HTML page.
//
// It reads a record and the documents it was made of. It writes, story by story,
// the timeline, each event with all accounts of it and the sentence behind each,
// who said what in which words, where accounts disagree, what looked like an
// event and was not coded and why, and which reports could not be read.
//
// The package computes nothing new: what it prints stands in the record, in a
// report or in the codebook. Text of reports is never trusted: control characters
// do not reach a terminal, and markup does not reach a page.
package brief

import (
	"fmt"
	"io"
	"strings"

	"github.com/readout-project/readout/export"
	"github.com/readout-project/readout/record"
)

// Formats lists the forms a brief can take, the default first.
func Formats() []string { return []string{"text", "markdown", "html", "json"} }

// Write writes the record in that format. colour is for text on a terminal only.
func Write(w io.Writer, r *record.Record, format string, colour bool) error {
	switch format {
	case "text":
		return writeText(w, newView(r), colour)
	case "markdown":
		return writeMarkdown(w, newView(r))
	case "html":
		return writeHTML(w, newView(r))
	case "json":
		return export.RecordJSON(w, r)
	}
	return fmt.Errorf("a brief cannot be written as %q; there are %s", format, strings.Join(Formats(), ", "))
}
