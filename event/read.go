package event

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// Library is everything the engine reads from text files: frames, classes of
// words, the composition table and the words of status. It is immutable.
type Library struct {
	Frames  []*Frame
	compose []composition
	status  *statusWords
	index   *index
	forms   forms
}

// Read reads the folder of one language (lang/en). All mistakes are listed, each
// with its file and line; a library is only returned when there is none.
func Read(fsys fs.FS) (*Library, error) {
	r := &reader{fs: fsys, names: map[string]string{}}
	lib := &Library{}
	classes := r.classes("classes.txt")
	files, err := fs.Glob(fsys, "frames/*.frames")
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	if len(files) == 0 {
		r.fail("frames", 0, "no frame file; expected frames/*.frames")
	}
	for _, name := range files {
		lib.Frames = append(lib.Frames, r.frames(name, classes)...)
	}
	for i, f := range lib.Frames {
		f.order = i
	}
	lib.compose = r.composition("compose.tsv", lib.Frames)
	lib.status = r.status("status.txt")
	irregular := r.irregular("irregular.txt")
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	lib.index = newIndex(lib.Frames)
	lib.forms = newForms(lib.Frames, irregular)
	return lib, nil
}

// reader collects mistakes instead of stopping at the first, so that whoever
// edits a file sees all of them at once.
type reader struct {
	fs    fs.FS
	errs  []error
	names map[string]string // frame name -> where it was first
}

func (r *reader) fail(file string, line int, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d: %s", path.Base(file), line, fmt.Sprintf(format, args...)))
}

// line is a line of a text file without its comment and surrounding blanks.
type line struct {
	num  int
	text string
}

// lines returns the lines of a file, comment lines dropped, empty ones kept as
// separators.
func (r *reader) lines(name string) []line {
	data, err := fs.ReadFile(r.fs, name)
	if err != nil {
		r.fail(name, 0, "cannot be read: %v", err)
		return nil
	}
	var all []line
	for i, s := range strings.Split(string(data), "\n") {
		s = strings.TrimSpace(strings.TrimSuffix(s, "\r"))
		if strings.HasPrefix(s, "#") {
			continue
		}
		all = append(all, line{i + 1, s})
	}
	return all
}

// list splits "a, b, c" and drops what is empty.
func list(s string) []string {
	var all []string
	for _, x := range strings.Split(s, ",") {
		if x = strings.Join(strings.Fields(x), " "); x != "" {
			all = append(all, x)
		}
	}
	return all
}
