// Package conllu reads annotated sentences: dependency treebanks in CoNLL-U and
// name annotations in the two-column BIO form.
//
// It reads the format as universaldependencies.org/format describes it: the ten
// columns, multi-word tokens as ranges, comments for paragraphs and documents.
// It keeps what the English core is trained on and scored against and drops the
// rest (features, enhanced graph). It writes nothing and repairs nothing: a line
// it cannot read is an error that names the line.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Sentence is one sentence of a treebank.
type Sentence struct {
	Text     string // the sentence as printed
	Document bool   // it opens a document
	Par      bool   // it opens a paragraph
	Words    []Word
}

// Word is a syntactic word. Head counts from 0 within the sentence, -1 is the root.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int
	Rel                     string
	// Entity is the Entity= annotation of GUM, "" elsewhere.
	Entity string
	// Glued says that no space follows the word in the text.
	Glued bool
	// Start and End are the word's bytes in Text, -1 when the word is not a
	// substring of the text at its place.
	Start, End int
}

// Aligned reports whether every word of the sentence is a substring of its text.
func (s *Sentence) Aligned() bool {
	for i := range s.Words {
		if s.Words[i].Start < 0 {
			return false
		}
	}
	return len(s.Words) > 0
}

// maxLine bounds a line: GUM's comments and MISC fields run to several thousand bytes.
const maxLine = 1 << 20

// Read reads all sentences of a CoNLL-U file.
func Read(r io.Reader) ([]Sentence, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	var (
		out      []Sentence
		cur      Sentence
		rangeEnd int  // last word of the open multi-word token
		glued    bool // whether that token is followed by no space
	)
	flush := func() {
		if len(cur.Words) > 0 {
			cur.align()
			out = append(out, cur)
		}
		cur, rangeEnd = Sentence{}, 0
	}
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		switch {
		case line == "":
			flush()
		case line[0] == '#':
			cur.comment(line)
		default:
			col := strings.Split(line, "\t")
			if len(col) != 10 {
				return nil, fmt.Errorf("line %d: %d columns, a CoNLL-U line has 10", n, len(col))
			}
			if strings.Contains(col[0], ".") {
				continue // an empty node of the enhanced graph
			}
			noSpace := strings.Contains(col[9], "SpaceAfter=No")
			if _, last, ok := strings.Cut(col[0], "-"); ok {
				end, err := strconv.Atoi(last)
				if err != nil {
					return nil, fmt.Errorf("line %d: range %q is not of the form 3-4", n, col[0])
				}
				rangeEnd, glued = end, noSpace
				continue
			}
			id, err := strconv.Atoi(col[0])
			if err != nil || id != len(cur.Words)+1 {
				return nil, fmt.Errorf("line %d: word number %q, expected %d", n, col[0], len(cur.Words)+1)
			}
			head, err := strconv.Atoi(col[6])
			if err != nil {
				return nil, fmt.Errorf("line %d: head %q is not a number", n, col[6])
			}
			w := Word{Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4], Head: head - 1, Rel: col[7], Glued: noSpace}
			switch {
			case id < rangeEnd:
				w.Glued = true
			case id == rangeEnd:
				w.Glued = glued
			}
			w.Entity = misc(col[9], "Entity=")
			cur.Words = append(cur.Words, w)
		}
	}
	flush()
	return out, sc.Err()
}

func (s *Sentence) comment(line string) {
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
	for _, part := range strings.Split(field, "|") {
		if v, ok := strings.CutPrefix(part, key); ok {
			return v
		}
	}
	return ""
}

// Named is a sentence with a BIO label for each word.
type Named struct {
	Forms  []string
	Labels []string // "O", "B-PER", "I-PER", …
}

// ReadBIO reads lines of "form TAB label" with a blank line between sentences.
func ReadBIO(r io.Reader) ([]Named, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	var (
		out []Named
		cur Named
	)
	flush := func() {
		if len(cur.Forms) > 0 {
			out = append(out, cur)
		}
		cur = Named{}
	}
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		form, label, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("line %d: no tab between form and label", n)
		}
		cur.Forms = append(cur.Forms, form)
		cur.Labels = append(cur.Labels, label)
	}
	flush()
	return out, sc.Err()
}
