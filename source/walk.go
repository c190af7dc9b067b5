package source

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// stdinPath is the path that names standard input.
const stdinPath = "-"

// path reads what the caller named: a folder, a file or standard input.
func (r *run) path(path string) error {
	if path == stdinPath {
		return r.unnamed(stdinPath, r.Stdin)
	}
	info, err := os.Stat(path)
	if err != nil {
		return r.fail(filepath.ToSlash(path), nil, unreadable(err))
	}
	if info.IsDir() {
		return r.folder(path)
	}
	return r.file(path, info.Mode())
}

// folder reads all files below a folder in name order. Hidden entries are left
// out, for they belong to tools and not to the collection; everything else that
// cannot be read becomes a failed document.
func (r *run) folder(root string) error {
	found := 0
	base := strings.TrimRight(filepath.ToSlash(root), "/")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if ctxErr := r.ctx.Err(); ctxErr != nil {
			return ctxErr
		}
		name := base
		if rel, relErr := filepath.Rel(root, path); relErr == nil && rel != "." {
			name = base + "/" + filepath.ToSlash(rel)
			if strings.HasPrefix(entry.Name(), ".") {
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
		}
		if err != nil {
			found++
			return r.fail(name, nil, unreadable(err))
		}
		if entry.IsDir() {
			return nil
		}
		found++
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(path)
			if err != nil {
				return r.fail(name, nil, unreadable(err))
			}
			mode = info.Mode()
			if mode.IsDir() {
				return r.fail(name, nil, "is a link to a folder, which is not followed: name that folder on the command line")
			}
		}
		if !mode.IsRegular() {
			return r.fail(name, nil, "is not a regular file")
		}
		return r.file(name, mode)
	})
	if err == nil && found == 0 {
		return r.fail(base, nil, "the folder holds no file")
	}
	return err
}

// form is how a file holds its reports.
type form int

const (
	formUnknown   form = iota
	formText           // one report of plain text
	formHTML           // one page
	formJSONLines      // an object a line
	formJSON           // one object, an array of objects, or an object a line
)

// formOf tells the form from a file's name, and whether it is compressed.
func formOf(path string) (form, bool) {
	ext := strings.ToLower(filepath.Ext(path))
	packed := ext == ".gz"
	if packed {
		ext = strings.ToLower(filepath.Ext(strings.TrimSuffix(path, filepath.Ext(path))))
	}
	switch ext {
	case ".txt":
		return formText, packed
	case ".html", ".htm":
		return formHTML, packed
	case ".jsonl", ".ndjson":
		return formJSONLines, packed
	case ".json":
		return formJSON, packed
	}
	return formUnknown, packed
}

// file reads one file.
func (r *run) file(path string, mode fs.FileMode) error {
	name := filepath.ToSlash(path)
	f, err := os.Open(path)
	if err != nil {
		return r.fail(name, nil, unreadable(err))
	}
	defer f.Close()
	form, packed := formOf(path)
	if form == formUnknown && !mode.IsRegular() {
		return r.unnamed(name, f) // a pipe, as the shell makes for <(command)
	}
	if form == formUnknown {
		return r.fail(name, nil, fmt.Sprintf(
			"unknown kind of file %q: name it .txt, .html, .htm, .jsonl, .ndjson or .json (each also with .gz)", filepath.Ext(name)))
	}
	var in io.Reader = f
	if packed {
		unpacked, err := gzip.NewReader(f)
		if errors.Is(err, io.EOF) {
			return r.empty(name)
		}
		if err != nil {
			return r.fail(name, nil, "is no gzip file: take .gz from its name or compress it again")
		}
		in = unpacked
	}
	return r.read(name, form, bufio.NewReaderSize(in, peekBytes))
}

// read reads the reports of one stream whose form is known.
func (r *run) read(name string, form form, in *bufio.Reader) error {
	if form == formJSON || form == formJSONLines {
		// Told once for the file, which would else be broken in each of its lines.
		head, _ := in.Peek(peekBytes)
		if kind := binaryKind(head); kind != "" {
			return r.fail(name, nil, binary(kind))
		}
		if wideOrder(head) != nil {
			return r.fail(name, nil, "is JSON in UTF-16: save it as UTF-8")
		}
		if form == formJSON {
			return r.json(name, in)
		}
		return r.jsonLines(name, in)
	}
	content, err := io.ReadAll(io.LimitReader(in, r.MaxBytes+1))
	switch {
	case int64(len(content)) > r.MaxBytes:
		return r.fail(name, nil, r.tooLarge("the file"))
	case err != nil:
		return r.fail(name, content, unreadable(err))
	}
	return r.page(name, form == formHTML, content)
}

// tooLarge says that something exceeds the limit.
func (r *run) tooLarge(what string) string {
	return fmt.Sprintf("%s is longer than the limit of %d bytes a report: split it", what, r.MaxBytes)
}

// unreadable says why a file cannot be read and what to do.
func unreadable(err error) string {
	var pathErr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder: check the path"
	case errors.Is(err, fs.ErrPermission):
		return "may not be read: check its permissions"
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.Is(err, io.ErrUnexpectedEOF):
		return "the compressed file is damaged or cut off: fetch it again"
	case errors.As(err, &pathErr):
		return "cannot be read: " + pathErr.Err.Error()
	}
	return "cannot be read: " + err.Error()
}
