package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/conllu"
)

// treeWriter writes the sentences of reports with their comments. The ids it
// gives depend on the order of the reports and on nothing else.
type treeWriter struct {
	out    *conllu.Writer
	path   string // of the last report
	nth    int    // reports of that path without a ref of their own
	id     string // of the report being written
	n      int    // sentences of it so far
	opened bool   // the next sentence opens the report
}

// write writes the sentences of a report or of a part of one.
func (w *treeWriter) write(p *part) error {
	d := p.document
	if !p.later {
		w.begin(&d.Report)
	}
	names := nameLabels(d)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		tree := conllu.Sentence{Words: wordsOf(d, s)}
		annotate(tree.Words, d, s, names)
		tree.Ranges = ranges(tree.Words)
		if w.opened {
			tree.Comments = append(tree.Comments, "# newdoc id = "+w.id)
		}
		if i == 0 && p.par || i > 0 && opensParagraph(d, i) {
			tree.Comments = append(tree.Comments, "# newpar")
		}
		w.opened = false
		w.n++
		tree.Comments = append(tree.Comments,
			fmt.Sprintf("# sent_id = %s-%d", strings.ReplaceAll(w.id, "/", ":"), w.n),
			"# text = "+textOf(tree.Words))
		if err := w.out.Write(&tree); err != nil {
			return err
		}
	}
	return nil
}

// begin makes the id of a report: its path, with its ref or, without one, its
// number where a file holds several.
func (w *treeWriter) begin(r *doc.Report) {
	if r.Path != w.path {
		w.path, w.nth = r.Path, 0
	}
	w.id, w.n, w.opened = r.Path, 0, true
	if w.id == "-" {
		w.id = "stdin"
	}
	switch w.nth++; {
	case r.Ref != "":
		w.id += "#" + r.Ref
	case w.nth > 1:
		w.id += fmt.Sprintf("#%d", w.nth)
	}
	// An id is one word of a comment line.
	w.id = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return '_'
		}
		return r
	}, w.id)
}

// opensParagraph reports whether a sentence that is not the first stands in
// another block than the one before it or after a blank line.
func opensParagraph(d *doc.Document, i int) bool {
	before, s := &d.Sentences[i-1], &d.Sentences[i]
	return s.Block != before.Block || strings.Count(d.Text[before.End:s.Start], "\n") > 1
}

// wordsOf returns the words of a sentence with the spaces after them.
func wordsOf(d *doc.Document, s *doc.Sentence) []conllu.Word {
	words := make([]conllu.Word, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		glued := i+1 < len(d.Tokens) && d.Tokens[i].End == d.Tokens[i+1].Start
		words = append(words, conllu.Word{Form: d.Form(i), Glued: glued})
	}
	return words
}

// textOf puts a sentence together from its words, with one space for any white
// space between them: the comment is one line, and the paragraph it comes from
// may not be.
func textOf(words []conllu.Word) string {
	var b strings.Builder
	for i := range words {
		b.WriteString(words[i].Form)
		if !words[i].Glued && i+1 < len(words) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// ranges finds the multiword tokens: words written as one where no mark stands
// between them ("didn't", "Syria's", "cannot"). Marks, numbers and hyphens are
// words of their own in the treebanks and open no range ("US-led", "5km").
func ranges(words []conllu.Word) []conllu.Range {
	var out []conllu.Range
	for i := 0; i+1 < len(words); i++ {
		first := i
		for i+1 < len(words) && words[i].Glued && continues(&words[i], &words[i+1]) {
			i++
		}
		if i > first {
			r := conllu.Range{First: first, Last: i + 1, Glued: words[i].Glued}
			for _, w := range words[first : i+1] {
				r.Form += w.Form
			}
			out = append(out, r)
		}
	}
	return out
}

// continues reports whether a word is the end of the written word that the word
// before it begins.
func continues(before, w *conllu.Word) bool {
	first, size := utf8.DecodeRuneInString(w.Form)
	switch {
	case unicode.IsLetter(first):
		last, _ := utf8.DecodeLastRuneInString(before.Form)
		return unicode.IsLetter(last)
	case first != '\'' && first != '’':
		return false
	case w.XPOS == "POS":
		return true
	}
	second, _ := utf8.DecodeRuneInString(w.Form[size:])
	return unicode.IsLetter(second) && strings.IndexFunc(before.Form, letterOrDigit) >= 0
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
