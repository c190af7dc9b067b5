package quote

import (
	"strings"
	"unicode"

	"github.com/readout-project/readout/doc"
)

// Passage is a stretch of text between quotation marks. It says nothing yet of
// who speaks: titles and scare quotes are passages as well.
type Passage struct {
	doc.Span           // the content, without the marks
	Outer    doc.Span  // the content with its marks
	Block    int       // index into Blocks, -1 when the document has none
	Opened   bool      // false: the opening mark is missing and the paragraph begins with the content
	Closed   bool      // false: the closing mark is missing, or stands in a later paragraph
	Goes     Direction // whether the passage is part of one that runs over paragraphs
	Single   bool      // between single marks
	begins   bool      // nothing but white space stands before it in its paragraph
	ends     bool      // nothing but white space and punctuation stands behind it
}

// Direction says where a passage over several paragraphs goes on.
type Direction uint8

// A passage may come from the paragraph before, go on in the next, or both:
// English repeats the opening mark at each paragraph and closes only the last.
const (
	FromBefore Direction = 1 << iota
	OnToNext
)

// Passages pairs the quotation marks of the blocks that are read, paragraph by
// paragraph, so that one stray mark spoils its own paragraph at most.
func Passages(d *doc.Document) []Passage {
	paragraphs := paragraphsOf(d)
	var all []Passage
	continues := false
	for i, p := range paragraphs {
		nextOpens := false
		if i+1 < len(paragraphs) {
			nextOpens = opensParagraph(d.Text, paragraphs[i+1].Span)
		}
		found := pairMarks(d.Text, p.Span, continues, nextOpens)
		continues = false
		for _, f := range found {
			f.Block = p.block
			continues = continues || f.Goes&OnToNext != 0
			all = append(all, f)
		}
	}
	return all
}

// paragraph is a block that is read, or a line of a document without blocks.
type paragraph struct {
	doc.Span
	block int
}

func paragraphsOf(d *doc.Document) []paragraph {
	var out []paragraph
	for i, b := range d.Blocks {
		if b.Kind.Read() {
			out = append(out, paragraph{b.Span, i})
		}
	}
	if len(d.Blocks) > 0 {
		return out
	}
	for start := 0; start < len(d.Text); {
		end := len(d.Text)
		if i := strings.IndexByte(d.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if strings.TrimSpace(d.Text[start:end]) != "" {
			out = append(out, paragraph{doc.Span{Start: start, End: end}, -1})
		}
		start = end + 1
	}
	return out
}

// opensParagraph reports whether a paragraph begins with a double mark.
func opensParagraph(text string, p doc.Span) bool {
	trimmed := strings.TrimLeftFunc(text[p.Start:p.End], unicode.IsSpace)
	at := p.End - len(trimmed)
	m := marks(text, at, min(p.End, at+8))
	return len(m) > 0 && m[0].start == at && !m[0].single && m[0].side&opens != 0
}

// pairMarks pairs the marks of one paragraph: doubles first, then singles in
// what is left.
func pairMarks(text string, p doc.Span, continues, nextOpens bool) []Passage {
	all := marks(text, p.Start, p.End)
	if len(all) == 0 && !continues {
		return nil
	}
	doubles := pairDoubles(text, p, all, continues, nextOpens)
	out := mergeInOrder(doubles, pairSingles(p, all, doubles))
	for i := range out {
		finish(text, p, &out[i])
	}
	return out
}

func pairDoubles(text string, p doc.Span, all []mark, continues, nextOpens bool) []Passage {
	var out []Passage
	open := -1 // index into all
	nested := rune(0)
	seen := false
	for i, m := range all {
		if m.single {
			continue
		}
		switch {
		case open < 0 && m.side&opens != 0:
			open, nested = i, 0
		case open < 0 && !seen:
			// A closing mark without its opening one: the content is what the
			// paragraph begins with.
			out = append(out, Passage{Span: doc.Span{Start: p.Start, End: m.start}, Outer: doc.Span{Start: p.Start, End: m.end}, Closed: true})
		case open < 0: // stray
		case nested != 0 && m.glyph == nested && m.side&closes != 0:
			nested = 0
		case m.side == opens && m.glyph != all[open].glyph && nested == 0:
			nested = m.glyph
		case m.side&closes != 0:
			o := all[open]
			out = append(out, Passage{Span: doc.Span{Start: o.end, End: m.start}, Outer: doc.Span{Start: o.start, End: m.end}, Opened: true, Closed: true})
			open = -1
		default:
			// A second opening mark: the first was stray, or lost its partner.
			open, nested = i, 0
		}
		seen = true
	}
	if open >= 0 {
		o := all[open]
		unclosed := Passage{Span: doc.Span{Start: o.end, End: p.End}, Outer: doc.Span{Start: o.start, End: p.End}, Opened: true}
		if nextOpens {
			unclosed.Goes = OnToNext
		}
		out = append(out, unclosed)
	}
	if continues && len(out) > 0 && strings.TrimSpace(text[p.Start:out[0].Outer.Start]) == "" {
		out[0].Goes |= FromBefore
	}
	return out
}

// pairSingles pairs single marks outside the double passages. Of several
// closing marks the first wins that cannot be a plural possessive.
func pairSingles(p doc.Span, all []mark, doubles []Passage) []Passage {
	var out []Passage
	open, weak := -1, -1
	at := 0 // doubles[at] is the first that does not end before the mark
	closeAt := func(i int) {
		o, c := all[open], all[i]
		out = append(out, Passage{Span: doc.Span{Start: o.end, End: c.start}, Outer: doc.Span{Start: o.start, End: c.end}, Opened: true, Closed: true, Single: true})
		open, weak = -1, -1
	}
	for i, m := range all {
		for at < len(doubles) && doubles[at].Outer.End <= m.start {
			at++
		}
		if !m.single || at < len(doubles) && doubles[at].Outer.Start <= m.start {
			continue
		}
		switch {
		case m.side == opens:
			if open >= 0 && weak >= 0 {
				closeAt(weak)
			}
			open, weak = i, -1
		case open < 0:
		case m.possessive:
			if weak < 0 {
				weak = i
			}
		default:
			closeAt(i)
		}
	}
	if open >= 0 && weak >= 0 {
		closeAt(weak)
	}
	return out
}

func mergeInOrder(a, b []Passage) []Passage {
	out := make([]Passage, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Start < b[0].Start {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// finish trims the content's white space and notes where it stands in its paragraph.
func finish(text string, p doc.Span, q *Passage) {
	content := text[q.Start:q.End]
	q.Start += len(content) - len(strings.TrimLeftFunc(content, unicode.IsSpace))
	q.End -= len(content) - len(strings.TrimRightFunc(content, unicode.IsSpace))
	q.End = max(q.Start, q.End)
	q.begins = onlyBetween(text[p.Start:min(q.Outer.Start, p.Start+16)]) && q.Outer.Start-p.Start <= 16
	q.ends = onlyBetween(text[max(q.Outer.End, p.End-16):p.End]) && p.End-q.Outer.End <= 16
}

func onlyBetween(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
