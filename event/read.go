package event

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Library is everything the engine reads from text files: frames, classes of
// words, the composition table and the words of status. It is immutable.
type Library struct {
	Frames  []*Frame
	compose []composition
	status  *statusWords
	index   *index
	forms   forms
	land    *Words // nouns for places that are held and taken
}

// File is a frame file that a user brings: its name for messages, and its text.
type File struct {
	Name string
	Text []byte
}

// Read reads the folder of one language (lang/en), and on top of it the frame
// files of a user. A user's frame with the name of one of ours takes its place;
// the others stand after ours. All mistakes are listed, each with its file and
// line; a library is only returned when there is none.
func Read(fsys fs.FS, own ...File) (*Library, error) {
	r := &reader{fs: fsys, names: map[string]*Frame{}}
	lib := &Library{}
	classes := r.classes("classes.txt")
	lib.land, _ = newWords(nil, classes["@territory"], classes)
	files, err := fs.Glob(fsys, "frames/*.frames")
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	if len(files) == 0 {
		r.fail("frames", 0, "no frame file; expected frames/*.frames")
	}
	for _, name := range files {
		lib.Frames = append(lib.Frames, r.frames(path.Base(name), false, r.lines(name), classes)...)
	}
	for _, f := range own {
		lib.Frames = override(lib.Frames, r.frames(f.Name, true, r.ownLines(f), classes))
	}
	for i, f := range lib.Frames {
		f.order = i
	}
	lib.compose = r.composition("compose.tsv", lib.Frames)
	lib.status = r.status("status.txt")
	irregular := r.irregular("irregular.txt")
	r.validate(lib, irregular)
	if len(r.mistakes) > 0 {
		return nil, r.err()
	}
	lib.index = newIndex(lib.Frames)
	lib.forms = newForms(lib.Frames, irregular)
	return lib, nil
}

// override puts frames in the place of those they are named after, and the others
// at the end.
func override(all, own []*Frame) []*Frame {
	at := map[string]int{}
	for i, f := range all {
		at[f.Name] = i
	}
	for _, f := range own {
		if i, ok := at[f.Name]; ok {
			all[i] = f
		} else {
			all = append(all, f)
		}
	}
	return all
}

// reader collects mistakes instead of stopping at the first, so that whoever
// edits a file sees all of them at once.
type reader struct {
	fs       fs.FS
	mistakes []mistake
	names    map[string]*Frame // by name, those of a user before ours
}

// mistake is one thing wrong in a file.
type mistake struct {
	file string
	line int
	text string
}

func (r *reader) fail(file string, line int, format string, args ...any) {
	r.mistakes = append(r.mistakes, mistake{file, line, fmt.Sprintf(format, args...)})
}

// err lists the mistakes file by file in order of their lines, each once.
func (r *reader) err() error {
	first := map[string]int{}
	for i, m := range r.mistakes {
		if _, ok := first[m.file]; !ok {
			first[m.file] = i
		}
	}
	slices.SortStableFunc(r.mistakes, func(a, b mistake) int {
		return cmp.Or(first[a.file]-first[b.file], a.line-b.line)
	})
	var all []error
	for i, m := range r.mistakes {
		if i > 0 && m == r.mistakes[i-1] {
			continue
		}
		all = append(all, fmt.Errorf("%s:%d: %s", m.file, m.line, m.text))
	}
	return errors.Join(all...)
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
		r.fail(path.Base(name), 0, "cannot be read: %v", err)
		return nil
	}
	return split(string(data))
}

// ownLines returns the lines of a user's file. What is no text is refused in one
// message, not line by line.
func (r *reader) ownLines(f File) []line {
	text := strings.TrimPrefix(string(f.Text), "\ufeff")
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		r.fail(f.Name, 1, "the file is no text in UTF-8")
		return nil
	}
	if strings.TrimSpace(text) == "" {
		r.fail(f.Name, 1, "the file holds no frame")
	}
	return split(text)
}

// split cuts a text into lines without its comments.
func split(text string) []line {
	var all []line
	for i, s := range strings.Split(text, "\n") {
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
