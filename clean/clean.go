// Package clean tells which lines of a report are the article.
//
// It reads a document as package source made it: decoded text, or a page of
// HTML. It writes the blocks, a label for every line that is not blank, and what
// only the page or the lines tell: title, author, outlet, date of publication
// with how it was found, and language. Nothing is deleted or rewritten: a menu, a
// caption or the second copy of a paragraph is a block of its own kind, and later
// stages read title, standfirst, headings and body.
//
// For pages the article is drawn by go-trafilatura and becomes the document's
// text, its title as the first line. For text the order of evidence is: what is
// surely no prose (scripts, the patterns of lang/en/furniture.txt), what the site
// says to its visitor, what the outlet prints on several reports (Survey), repeats
// inside the report, the likeliest run of lines to be the article, the place of a
// line between title and last paragraph, and last the shape of the line itself.
// Where most words stand in sentences, only what is surely furniture is set aside,
// for aggressive cleaning of clean text costs more than it brings.
//
// It does not split sentences, and it never takes a date from a caption.
package clean

import (
	"io/fs"
	"strings"

	"github.com/readout-project/readout/doc"
)

// Stage labels the blocks of a report. It is immutable and safe for use by
// several goroutines.
type Stage struct {
	furniture *furniture
	outlets   map[string]map[lineKey]bool // the lines each prints again and again
}

// New returns the stage with the furniture patterns of a language folder, for
// instance lang.English().
func New(language fs.FS) (*Stage, error) {
	f, err := readFurniture(language)
	if err != nil {
		return nil, err
	}
	return &Stage{furniture: f}, nil
}

var _ doc.Stage = (*Stage)(nil)

// Name implements doc.Stage.
func (*Stage) Name() string { return "clean" }

// Needs implements doc.Stage.
func (*Stage) Needs() []doc.Layer { return []doc.Layer{doc.LayerReport} }

// Gives implements doc.Stage.
func (*Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerBlocks} }

// Annotate implements doc.Stage. A report without an article and one in another
// language get their status here; neither is an error of the run. A document
// that failed already is left as it is.
func (s *Stage) Annotate(d *doc.Document) error {
	if d.Report.Status != doc.StatusRead {
		return nil
	}
	var recurring map[lineKey]bool
	if len(s.outlets) > 0 {
		recurring = s.outlets[outletOf(d)]
	}
	var drawn []piece
	if d.HTML != "" {
		page, problem := drawPage(d)
		d.HTML = ""
		if problem != "" {
			d.Report.Status = doc.StatusFailed
			remark(&d.Report, problem)
			return nil
		}
		drawn = page
	}
	l := newLabelling(s.furniture, recurring, d, drawn)
	l.label()
	d.Blocks = l.blocks()
	l.describe(&d.Report)
	s.judge(d)
	return nil
}

// judge decides whether the report can be read at all.
func (s *Stage) judge(d *doc.Document) {
	read := false
	for _, b := range d.Blocks {
		read = read || b.Kind.Read()
	}
	language := detectLanguage(d, read)
	if d.Report.Language == "" {
		d.Report.Language = language.code
	}
	switch {
	case d.Report.Language != "" && d.Report.Language != english:
		d.Report.Status = doc.StatusUnsupportedLanguage
		remark(&d.Report, "the report is in another language ("+d.Report.Language+"): it is kept and not coded; Readout codes English")
	case d.Report.Language == "" && !language.mayBeEnglish:
		d.Report.Status = doc.StatusUnsupportedLanguage
		remark(&d.Report, "the report does not read as English: it is kept and not coded; if it is English, state it in the input's field \"language\"")
	case !read:
		d.Report.Status = doc.StatusEmpty
		remark(&d.Report, "no line reads as part of an article: see the labels of its blocks")
	}
}

// remark adds to a report's problem.
func remark(r *doc.Report, text string) {
	if r.Problem != "" {
		r.Problem = strings.TrimSuffix(r.Problem, ".") + "; "
	}
	r.Problem += text
}
