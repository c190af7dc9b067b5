package conllu

import (
	"bufio"
	"io"
	"strconv"
)

// Writer writes sentences in CoNLL-U. Nothing is sure to be written before Flush.
type Writer struct {
	out  *bufio.Writer
	line []byte
}

// NewWriter returns a writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{out: bufio.NewWriterSize(w, 1<<16)} }

// Flush writes what is still held back.
func (w *Writer) Flush() error { return w.out.Flush() }

// Write writes a sentence: its comments, its words, a line for each multiword
// token before its first word, and a blank line. The spaces inside a multiword
// token are those of its form, so that its words say nothing of spaces.
func (w *Writer) Write(s *Sentence) error {
	b := w.line[:0]
	for _, c := range s.Comments {
		b = append(append(b, c...), '\n')
	}
	ranges := s.Ranges
	inside := 0 // the end of the multiword token that is open
	for i := range s.Words {
		if len(ranges) > 0 && ranges[0].First == i {
			r := ranges[0]
			ranges, inside = ranges[1:], r.Last
			b = strconv.AppendInt(b, int64(r.First+1), 10)
			b = append(b, '-')
			b = strconv.AppendInt(b, int64(r.Last), 10)
			b = append(append(append(b, '\t'), r.Form...), "\t_\t_\t_\t_\t_\t_\t_\t"...)
			b = appendMisc(b, "", r.Glued)
		}
		b = appendWord(b, i, &s.Words[i], i < inside)
	}
	w.line = append(b, '\n')
	_, err := w.out.Write(w.line)
	return err
}

func appendWord(b []byte, i int, w *Word, inside bool) []byte {
	b = strconv.AppendInt(b, int64(i+1), 10)
	for _, column := range [...]string{w.Form, w.Lemma, w.UPOS, w.XPOS, ""} { // the last is FEATS
		b = appendColumn(append(b, '\t'), column)
	}
	b = strconv.AppendInt(append(b, '\t'), int64(w.Head+1), 10)
	b = appendColumn(append(b, '\t'), w.Rel)
	b = append(b, "\t_\t"...)
	return appendMisc(b, w.Name, w.Glued && !inside)
}

// appendColumn writes an empty value as the format wants it.
func appendColumn(b []byte, value string) []byte {
	if value == "" {
		return append(b, '_')
	}
	return append(b, value...)
}

// appendMisc writes the last column and ends the line.
func appendMisc(b []byte, name string, glued bool) []byte {
	switch {
	case name != "" && glued:
		b = append(append(append(b, "NER="...), name...), "|SpaceAfter=No"...)
	case name != "":
		b = append(append(b, "NER="...), name...)
	case glued:
		b = append(b, "SpaceAfter=No"...)
	default:
		b = append(b, '_')
	}
	return append(b, '\n')
}
