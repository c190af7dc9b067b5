package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxLine bounds a line: GUM's comments and MISC fields run to several thousand bytes.
const maxLine = 1 << 20

// Read reads all sentences of a CoNLL-U file.
func Read(r io.Reader) ([]Sentence, error) {
	var out []Sentence
	for in := NewReader(r); ; {
		s, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
}

// Reader reads a CoNLL-U file sentence by sentence.
type Reader struct {
	// TokensOnly says that only comments, words and multiword tokens are wanted:
	// the columns of the tree are not looked at and may be empty ("_").
	TokensOnly bool

	lines *bufio.Scanner
	n     int // lines read so far
}

// NewReader returns a reader of r.
func NewReader(r io.Reader) *Reader {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	return &Reader{lines: sc}
}

// Read returns the next sentence, and io.EOF after the last.
func (r *Reader) Read() (Sentence, error) {
	var s Sentence
	first := 0 // line of the first word
	for r.lines.Scan() {
		r.n++
		line := r.lines.Text()
		if r.n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if !utf8.ValidString(line) {
			return s, r.errorf("the line is not UTF-8")
		}
		switch {
		case line == "" && len(s.Words) > 0:
			return s, r.finish(&s, first)
		case line == "":
			s = Sentence{} // comments that belong to no sentence
		case line[0] == '#' && len(s.Words) == 0:
			s.comment(line)
		default:
			if len(s.Words) == 0 {
				first = r.n
			}
			if err := r.word(&s, line); err != nil {
				return s, err
			}
		}
	}
	if err := r.lines.Err(); err != nil {
		r.n++
		return s, r.errorf("%w", err)
	}
	if len(s.Words) == 0 {
		return s, io.EOF
	}
	return s, r.finish(&s, first)
}

func (r *Reader) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %w", r.n, fmt.Errorf(format, args...))
}

// word reads the line of a word or of a multiword token.
func (r *Reader) word(s *Sentence, line string) error {
	col := strings.Split(line, "\t")
	switch {
	case len(col) != 10:
		return r.errorf("%d columns, a CoNLL-U line has 10", len(col))
	case emptyNode(col[0]):
		return nil
	case strings.TrimSpace(col[1]) == "":
		return r.errorf("the form is empty")
	}
	glued := misc(col[9], "SpaceAfter=") == "No"
	if from, to, ok := strings.Cut(col[0], "-"); ok {
		first, err1 := strconv.Atoi(from)
		last, err2 := strconv.Atoi(to)
		open := 0 // the last word of the range before
		if n := len(s.Ranges); n > 0 {
			open = s.Ranges[n-1].Last
		}
		switch {
		case err1 != nil || err2 != nil:
			return r.errorf("range %q is not of the form 3-4", col[0])
		case first != len(s.Words)+1 || last <= first || first <= open:
			return r.errorf("range %q does not begin with the next word, %d", col[0], len(s.Words)+1)
		}
		s.Ranges = append(s.Ranges, Range{First: first - 1, Last: last, Form: col[1], Glued: glued})
		return nil
	}
	if id, err := strconv.Atoi(col[0]); err != nil || id != len(s.Words)+1 {
		return r.errorf("word number %q, expected %d", col[0], len(s.Words)+1)
	}
	w := Word{
		Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4], Head: -1, Rel: col[7],
		Entity: misc(col[9], "Entity="), Name: misc(col[9], "NER="), Glued: glued,
	}
	if n := len(s.Ranges); n > 0 && len(s.Words) < s.Ranges[n-1].Last {
		w.Glued = len(s.Words)+1 < s.Ranges[n-1].Last || s.Ranges[n-1].Glued
	}
	if !r.TokensOnly {
		head, err := strconv.Atoi(col[6])
		if err != nil {
			return r.errorf("head %q is not a number", col[6])
		}
		w.Head = head - 1
	}
	s.Words = append(s.Words, w)
	return nil
}

// emptyNode reports whether a number is that of an empty node of the enhanced
// graph, "8.1".
func emptyNode(id string) bool {
	after, nth, ok := strings.Cut(id, ".")
	_, err1 := strconv.Atoi(after)
	_, err2 := strconv.Atoi(nth)
	return ok && err1 == nil && err2 == nil
}

// finish checks what only the whole sentence tells. first is the line of its
// first word.
func (r *Reader) finish(s *Sentence, first int) error {
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last > len(s.Words) {
		return r.errorf("range %d-%d ends after the last word of the sentence, %d", s.Ranges[n-1].First+1, s.Ranges[n-1].Last, len(s.Words))
	}
	for i, w := range s.Words {
		if w.Head < -1 || w.Head >= len(s.Words) {
			return fmt.Errorf("sentence at line %d: word %d has head %d, the sentence has %d words", first, i+1, w.Head+1, len(s.Words))
		}
	}
	s.align()
	return nil
}

func (s *Sentence) comment(line string) {
	s.Comments = append(s.Comments, line)
	if t, ok := strings.CutPrefix(line, "# text = "); ok {
		s.Text = t
		return
	}
	// "newpar_block" and the like are other comments.
	switch word, _, _ := strings.Cut(strings.TrimPrefix(line, "# "), " "); word {
	case "newdoc":
		s.Document = true
	case "newpar":
		s.Par = true
	}
}

// align finds each word in the text, left to right.
func (s *Sentence) align() {
	at := 0
	for i := range s.Words {
		w := &s.Words[i]
		for at < len(s.Text) && s.Text[at] == ' ' {
			at++
		}
		if !strings.HasPrefix(s.Text[at:], w.Form) {
			for ; i < len(s.Words); i++ {
				s.Words[i].Start, s.Words[i].End = -1, -1
			}
			return
		}
		w.Start, w.End = at, at+len(w.Form)
		at = w.End
	}
}

func misc(field, key string) string {
	for part := range strings.SplitSeq(field, "|") {
		if v, ok := strings.CutPrefix(part, key); ok {
			return v
		}
	}
	return ""
}
