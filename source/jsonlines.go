package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/readout-project/readout/doc"
)

// jsonLines reads a stream in which each line is an object. A broken line
// becomes a failed document that names the line; the rest is read.
func (r *run) jsonLines(name string, in *bufio.Reader) error {
	objects := 0
	for number := 1; ; number++ {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		line, tooLong, err := readLine(in, r.MaxBytes)
		if number == 1 {
			line = bytes.TrimPrefix(line, utf8BOM)
		}
		where := fmt.Sprintf("line %d", number)
		switch {
		case tooLong:
			objects++
			if failed := r.fail(name, nil, r.tooLarge(where)); failed != nil {
				return failed
			}
		case len(bytes.TrimSpace(line)) > 0:
			objects++
			if failed := r.object(name, where, bytes.TrimSpace(line)); failed != nil {
				return failed
			}
		}
		if err == nil {
			continue
		}
		if !errors.Is(err, io.EOF) {
			return r.fail(name, nil, where+": "+unreadable(err))
		}
		if objects == 0 {
			return r.empty(name)
		}
		return nil
	}
}

// readLine reads up to and with the next line end. Of a line longer than limit
// nothing is kept, and it is read past.
func readLine(in *bufio.Reader, limit int64) (line []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !tooLong && int64(len(line)+len(part)) > limit+2 {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

// empty hands on a document for a file without content.
func (r *run) empty(name string) error {
	d := &doc.Document{}
	d.Report.Path = name
	d.Report.ID = contentID(nil)
	d.Report.Status = doc.StatusEmpty
	d.Report.Problem = "the file holds no text"
	return r.give(d)
}

// json reads a stream that holds one object, an array of objects, or an object
// a line.
func (r *run) json(name string, in *bufio.Reader) error {
	head, _ := in.Peek(peekBytes)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("[")):
		return r.array(name, in)
	case oneObject(head):
		content, err := io.ReadAll(io.LimitReader(in, r.MaxBytes+1))
		switch {
		case int64(len(content)) > r.MaxBytes:
			return r.fail(name, nil, r.tooLarge("the object"))
		case err != nil:
			return r.fail(name, content, unreadable(err))
		}
		return r.object(name, "the object", bytes.TrimSpace(bytes.TrimPrefix(content, utf8BOM)))
	}
	return r.jsonLines(name, in)
}

// oneObject reports whether the stream begins with an object that is written
// over several lines: its first line is not whole, and no object follows it.
func oneObject(head []byte) bool {
	first, rest, cut := bytes.Cut(head, []byte("\n"))
	if !cut || !bytes.HasPrefix(first, []byte("{")) || json.Valid(first) {
		return false
	}
	return !bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte("{"))
}

// array reads the objects of an array one by one.
func (r *run) array(name string, in *bufio.Reader) error {
	if head, _ := in.Peek(len(utf8BOM)); bytes.Equal(head, utf8BOM) {
		in.Discard(len(utf8BOM))
	}
	limited := &budget{in: in, left: r.MaxBytes}
	dec := json.NewDecoder(limited)
	broken := func(number int, err error) error {
		if errors.Is(err, errBudget) {
			return r.fail(name, nil, r.tooLarge(fmt.Sprintf("object %d of the array", number))+"; what follows it was not read")
		}
		return r.fail(name, nil, fmt.Sprintf("object %d of the array is broken JSON (%v), and what follows it cannot be read: write one object a line", number, err))
	}
	if _, err := dec.Token(); err != nil { // the opening bracket
		return broken(1, err)
	}
	number := 1
	for ; dec.More(); number++ {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		var object json.RawMessage
		if err := dec.Decode(&object); err != nil {
			return broken(number, err)
		}
		limited.left = r.MaxBytes
		if err := r.object(name, fmt.Sprintf("object %d of the array", number), object); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil { // the closing bracket
		return broken(number, err)
	}
	if number == 1 {
		return r.empty(name)
	}
	return nil
}

var errBudget = errors.New("too long")

// budget is a reader that fails once more than left bytes were read since it was
// last set, so that one endless object cannot fill the memory.
type budget struct {
	in   io.Reader
	left int64
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errBudget
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)]) // the decoder's buffer grows with what it holds
	b.left -= int64(n)
	return n, err
}
