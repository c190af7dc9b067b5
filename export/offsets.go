package export

import "github.com/readout-project/readout/doc"

// stride is how many bytes lie between two marks: short enough that counting
// from a mark costs little, long enough that the marks cost a sixteenth of the text.
const stride = 64

// offsets turns byte offsets of one text into code points. It is the only place
// of the program that does so.
type offsets struct {
	text  string
	marks []int32 // marks[i]: how many code points begin before byte i*stride
}

// newOffsets counts the text once.
func newOffsets(text string) offsets {
	marks := make([]int32, 0, len(text)/stride+1)
	var n int32
	for i := range len(text) {
		if i%stride == 0 {
			marks = append(marks, n)
		}
		if begins(text[i]) {
			n++
		}
	}
	return offsets{text, marks}
}

// begins reports whether the byte begins a code point of UTF-8.
func begins(b byte) bool { return b&0xC0 != 0x80 }

// point returns how many code points of the text lie before that byte.
func (o offsets) point(at int) int {
	i := at / stride
	if i >= len(o.marks) { // the end of a text of exactly i*stride bytes, or an empty one
		if i--; i < 0 {
			return 0
		}
	}
	n := int(o.marks[i])
	for b := i * stride; b < at; b++ {
		if begins(o.text[b]) {
			n++
		}
	}
	return n
}

// span writes a span in code points with its text.
func (o offsets) span(s doc.Span) Span {
	return Span{o.point(s.Start), o.point(s.End), o.text[s.Start:s.End]}
}

// spans writes spans; none are an empty list.
func (o offsets) spans(from []doc.Span) []Span {
	out := make([]Span, len(from))
	for i, s := range from {
		out[i] = o.span(s)
	}
	return out
}

// found writes a span that may be absent: nil when it is empty.
func (o offsets) found(s doc.Span) *Span {
	if s.Empty() {
		return nil
	}
	out := o.span(s)
	return &out
}
