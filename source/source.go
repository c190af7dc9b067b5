// Package source takes reports in: plain text, HTML pages and JSON Lines, each
// also compressed with gzip, from files, folders and standard input.
//
// It reads bytes and writes documents with their provenance (id, path, outlet,
// title, date of publication as far as the input itself states them) and their
// decoded text or page. The field names it understands in JSON are those of
// docs/input.md. Every input becomes a document, also what cannot be read: such
// a document has the status "failed" or "empty" and says what to do about it, so
// that a run never loses a report silently and never stops for one.
//
// It does not look at what a text says: which lines are the article, which
// language it is in and what a page states about itself is for package clean.
package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strings"

	"github.com/readout-project/readout/doc"
)

// DefaultMaxBytes is the size above which a single report is refused. The
// longest news texts (hearing transcripts) stay under 1 MB; a page of 32 MB is a
// dump of something else.
const DefaultMaxBytes = 32 << 20

// Reader reads reports. The zero value is ready for use.
type Reader struct {
	// Published is the date of publication of reports whose input states none.
	Published doc.Interval
	// Outlet is the outlet of reports whose input states none.
	Outlet string
	// MaxBytes is the size above which a report is refused; 0 means DefaultMaxBytes.
	MaxBytes int64
	// Stdin is what the path "-" reads; nil means os.Stdin.
	Stdin io.Reader
}

// Each reads the reports of the paths in order and gives them to yield one by
// one; it holds no more than one report at a time. A path is a file, a folder
// (walked in name order, hidden entries skipped) or "-" for standard input.
//
// An error is returned only when ctx ends or yield returns one. Whatever is
// wrong with an input is told by the document it becomes.
func (r Reader) Each(ctx context.Context, paths []string, yield func(*doc.Document) error) error {
	if r.MaxBytes <= 0 {
		r.MaxBytes = DefaultMaxBytes
	}
	if r.Stdin == nil {
		r.Stdin = os.Stdin
	}
	run := run{Reader: r, ctx: ctx, yield: yield}
	for _, path := range paths {
		if err := run.path(path); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// run is one call of Each.
type run struct {
	Reader
	ctx   context.Context
	yield func(*doc.Document) error
}

// give completes a document with the reader's own settings and hands it on.
func (r *run) give(d *doc.Document) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if d.Report.Status == "" {
		d.Report.Status = doc.StatusRead
	}
	if d.Report.Outlet == "" {
		d.Report.Outlet = r.Outlet
	}
	p := &d.Report.Published
	if p.How == "" {
		p.How = doc.DateUnknown
		if !r.Published.IsZero() {
			*p = doc.Published{Interval: r.Published, How: doc.DateFlag}
		}
	}
	return r.yield(d)
}

// fail hands on a document for an input that could not be read. content is what
// could be read of it, and may be nil.
func (r *run) fail(path string, content []byte, problem string) error {
	d := &doc.Document{}
	d.Report.Path = path
	d.Report.Status = doc.StatusFailed
	d.Report.Problem = problem
	if content != nil {
		d.Report.ID = contentID(content)
		d.Text, _ = decode(content, false)
	}
	return r.give(d)
}

// contentID is the id of a report: the same bytes always get the same one. 16
// bytes keep the chance of two among a billion reports below 1e-20.
func contentID(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:16])
}

// note adds a remark to a report's problem.
func note(r *doc.Report, remark string) {
	switch {
	case remark == "":
	case r.Problem == "":
		r.Problem = remark
	default:
		r.Problem = strings.TrimSuffix(r.Problem, ".") + "; " + remark
	}
}
