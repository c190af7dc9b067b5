package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode"

	"github.com/readout-project/readout/doc"
)

// peekBytes is how much of a stream is looked at to tell its form.
const peekBytes = 64 << 10

// page makes the document of a file that holds a single report.
func (r *run) page(name string, html bool, content []byte) error {
	if kind := binaryKind(content); kind != "" {
		return r.fail(name, nil, binary(kind))
	}
	text, remark := decode(content, html)
	d := &doc.Document{}
	d.Report.Path = name
	d.Report.ID = contentID(content)
	note(&d.Report, remark)
	d.Report.Damaged = remark != ""
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		d.Text = text
		d.Report.Status = doc.StatusEmpty
		d.Report.Problem = "the file holds no text"
		return r.give(d)
	}
	// A page saved under a .txt name is a page all the same: its tags are not
	// words that anybody wrote.
	if html || looksLikePage([]byte(text)) {
		d.HTML = text
	} else {
		d.Text = text
	}
	return r.give(d)
}

// unnamed reads a stream whose form no name tells.
func (r *run) unnamed(name string, stream io.Reader) error {
	in := bufio.NewReaderSize(stream, peekBytes)
	head, _ := in.Peek(2)
	if bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return r.fail(name, nil, "is compressed: unpack it first, for instance with gzip -dc")
	}
	head, _ = in.Peek(peekBytes)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("{")), beginsArray(head):
		return r.read(name, formJSON, in)
	case looksLikePage(head):
		return r.read(name, formHTML, in)
	}
	return r.read(name, formText, in)
}

// beginsArray reports whether the text begins as an array of objects does. A
// bracket alone may open a note before a text: "[Updated on Friday]".
func beginsArray(text []byte) bool {
	rest, bracket := bytes.CutPrefix(text, []byte("["))
	return bracket && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte("{"))
}

// looksLikePage reports whether the text begins as an HTML page does.
func looksLikePage(text []byte) bool {
	text = bytes.TrimLeft(text, " \t\r\n\ufeff")
	if len(text) > 1024 {
		text = text[:1024]
	}
	if !bytes.HasPrefix(text, []byte("<")) {
		return false
	}
	text = bytes.ToLower(text)
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(text, []byte(start)) {
			return true
		}
	}
	// A prologue or comment may come first.
	return (bytes.HasPrefix(text, []byte("<?xml")) || bytes.HasPrefix(text, []byte("<!--"))) &&
		bytes.Contains(text, []byte("<html"))
}

// binary says that a file is no text.
func binary(kind string) string {
	return fmt.Sprintf("is a binary file (%s), not text: extract its text first", kind)
}

// binaryKind names the kind of content that is not text, "" for text.
func binaryKind(content []byte) string {
	if wideOrder(content) != nil {
		return ""
	}
	kind, _, _ := strings.Cut(http.DetectContentType(content), ";")
	if !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream" {
		return kind
	}
	// A stray control byte is a flaw of a text; many are something else. In
	// encodings of text no byte below 0x20 but white space and escapes occurs.
	controls := 0
	for _, b := range content {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b != '\v' {
			controls++
		}
	}
	if controls*200 > len(content) {
		return "unknown format"
	}
	return ""
}
