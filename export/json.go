// Package export writes what Readout found in the formats its users read.
//
// It reads documents that went through the pipeline and records made of them,
// and writes the JSON of docs/format.md: a reading for each report, as JSON
// Lines, and the record of all reports. Inside the program spans are bytes;
// here, and only here, they become Unicode code points.
//
// The package computes nothing: every value it writes stands in the document or
// the record. It refuses an event whose code is not in the codebook.
package export

import (
	"encoding/json"
	"io"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// JSONLines writes readings as JSON Lines, one report a line.
type JSONLines struct{ encoder *json.Encoder }

// NewJSONLines returns a writer of readings to w.
func NewJSONLines(w io.Writer) JSONLines {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return JSONLines{encoder}
}

// Write writes one report as read.
func (w JSONLines) Write(d *doc.Document) error {
	reading, err := NewReading(d)
	if err != nil {
		return err
	}
	return w.encoder.Encode(reading)
}

// RecordJSON writes the record as one indented JSON object.
func RecordJSON(w io.Writer, r *record.Record) error {
	written, err := NewRecord(r)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(written)
}
