package actor

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// List is a user's list of actors and role nouns, to be given to New. Two forms
// are read: a table with named columns, and the actor and agent dictionaries of
// the CAMEO coders (TABARI, PETRARCH, Phoenix). docs/actors.md describes both.
type List struct {
	entries []listEntry
	nouns   []listNoun
}

// listEntry is an actor of a list.
type listEntry struct {
	kind      doc.EntityKind
	name      string
	line      int // where the name stands first
	aliases   []writing
	rows      []term
	otherwise *term // what holds where no row does
	anyCase   bool  // the list writes everything in capitals
}

// writing is one way of writing a name, with the line that has it.
type writing struct {
	text string
	line int
}

// listNoun is a role noun of a list.
type listNoun struct {
	noun   string
	sector string
	kind   roleKind
	plural bool
}

// Fault is one error of a list.
type Fault struct {
	File    string
	Line    int
	Problem string
}

func (f Fault) Error() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Problem) }

// Faults are all errors of a list, in the order of its lines. A list with an
// error is refused whole: half a list would change codings without a word.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Bounds of what counts as a name. The longest name of the public dictionaries
// has sixteen words.
const (
	longestName  = 24      // words
	longestEntry = 400     // bytes
	longestLine  = 1 << 20 // bytes
)

// ReadList reads a list in either form; file names it in errors, which are all
// reported at once as Faults.
func ReadList(file string, from io.Reader) (List, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return List{}, fmt.Errorf("%s: %w", file, err)
	}
	r := &listReader{file: file, states: country.Default(), owner: map[string]int{}}
	if !utf8.Valid(data) {
		r.fault(1+bytes.Count(data[:firstInvalid(data)], []byte{'\n'}), "this is not UTF-8 text")
		return List{}, r.faults
	}
	lines, err := linesOf(data)
	if err != nil {
		return List{}, Faults{{file, len(lines) + 1, "a line of more than a megabyte"}}
	}
	if tableHead(lines) {
		r.table(lines)
	} else {
		r.dictionary(lines)
	}
	r.checkNames()
	if len(r.faults) == 0 && len(r.list.entries)+len(r.list.nouns) == 0 {
		r.fault(1, "no actor in it; see docs/actors.md for the two forms of a list")
	}
	if len(r.faults) > 0 {
		slices.SortStableFunc(r.faults, func(a, b Fault) int { return a.Line - b.Line })
		return List{}, r.faults
	}
	return r.list, nil
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && n < 2 {
			return i
		}
		i += n
	}
	return len(data)
}

func linesOf(data []byte) ([]string, error) {
	var lines []string
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, longestLine)
	for s.Scan() {
		lines = append(lines, strings.TrimPrefix(s.Text(), "\ufeff"))
	}
	return lines, s.Err()
}

// listReader is the work on one list.
type listReader struct {
	file   string
	states *country.Table
	list   List
	owner  map[string]int // index of the entry of a name, folded
	faults Faults
}

func (r *listReader) fault(line int, format string, values ...any) {
	r.faults = append(r.faults, Fault{r.file, line, fmt.Sprintf(format, values...)})
}

// entry finds the entry of the name or makes it.
func (r *listReader) entry(name string, line int) *listEntry {
	key := strings.ToLower(name)
	i, ok := r.owner[key]
	if !ok {
		i = len(r.list.entries)
		r.owner[key] = i
		r.list.entries = append(r.list.entries, listEntry{name: name, line: line})
	}
	return &r.list.entries[i]
}

// name checks the form of a name and reports whether it can be one.
func (r *listReader) name(name string, line int) bool {
	words := len(strings.Fields(name))
	switch {
	case words == 0 || len(pieces(name)) == 0:
		r.fault(line, "a name without words")
	case words > longestName:
		r.fault(line, "a name of %d words; the longest that is read has %d", words, longestName)
	case len(name) > longestEntry:
		r.fault(line, "a name of %d bytes; the longest that is read has %d", len(name), longestEntry)
	default:
		return true
	}
	return false
}

// checkNames finds writings that name two entries, and entries that are each
// other's aliases, directly or over others.
func (r *listReader) checkNames() {
	entries := r.list.entries
	said := map[string]writing{}
	by := map[string]int{}
	next := make([][]int, len(entries)) // entries whose names are aliases of this one
	for i, e := range entries {
		for _, a := range e.aliases {
			key := strings.ToLower(strings.TrimRight(a.text, "+?"))
			if j, ok := r.owner[key]; ok && j != i {
				next[i] = append(next[i], j)
				if !reaches(next, j, i) {
					r.fault(a.line, "%q is an alias of %s and the name of an entry of its own (line %d)", a.text, e.name, entries[j].line)
				} else {
					r.fault(a.line, "cyclic aliases: %s is an alias of %s, which is an alias of %s again (line %d)", a.text, e.name, a.text, entries[j].line)
				}
				continue
			}
			if j, ok := by[key]; ok && j != i {
				r.fault(a.line, "%q is an alias of %s and of %s (line %d)", a.text, e.name, entries[j].name, said[key].line)
				continue
			}
			by[key], said[key] = i, a
		}
	}
}

// reaches reports whether one comes from entry i to entry k over aliases.
func reaches(next [][]int, i, k int) bool {
	seen := map[int]bool{}
	open := []int{i}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == k {
			return true
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		open = append(open, next[at]...)
	}
	return false
}
