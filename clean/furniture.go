package clean

import (
	"bufio"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/readout-project/readout/doc"
)

// furnitureFile lists what stands on news pages and is not the report.
const furnitureFile = "furniture.txt"

// furniture is the read form of lang/*/furniture.txt.
type furniture struct {
	boilerplate, credit, list patterns // of whole lines
	caption, photo, pose      patterns // of parts of a line
	agencies                  []string
}

// patterns match a line if one of them does. All are tried as one expression
// first, for nearly all lines match none.
type patterns struct {
	any   *regexp.Regexp
	each  []*regexp.Regexp
	names []string
}

// maxFurniture is the longest line, in bytes, that is compared with patterns of
// whole lines; the longest notices about cookies and rights stay below it.
const maxFurniture = 600

// maxCaption is the longest line that can be a caption.
const maxCaption = 1200

// readFurniture reads the patterns of a language.
func readFurniture(language fs.FS) (*furniture, error) {
	file, err := language.Open(furnitureFile)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	sources := map[string][]string{}
	f := &furniture{}
	scanner := bufio.NewScanner(file)
	for number := 1; scanner.Scan(); number++ {
		entry := strings.TrimSpace(scanner.Text())
		if entry == "" || strings.HasPrefix(entry, "#") {
			continue
		}
		kind, pattern, _ := strings.Cut(entry, " ")
		pattern = strings.TrimSpace(pattern)
		switch kind {
		case "agency":
			f.agencies = append(f.agencies, pattern)
		case "boilerplate", "credit", "list":
			sources[kind] = append(sources[kind], `^(?:`+pattern+`)$`)
		case "caption", "photo", "pose":
			sources[kind] = append(sources[kind], pattern)
		default:
			return nil, fmt.Errorf("%s:%d: unknown kind %q", furnitureFile, number, kind)
		}
		if _, err := regexp.Compile(pattern); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", furnitureFile, number, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, err
	}
	f.boilerplate = compile(sources["boilerplate"])
	f.credit = compile(sources["credit"])
	f.list = compile(sources["list"])
	f.caption = compile(sources["caption"])
	f.photo = compile(sources["photo"])
	f.pose = compile(sources["pose"])
	return f, nil
}

// compile makes one set of patterns that were checked before.
func compile(sources []string) patterns {
	p := patterns{names: sources}
	if len(sources) == 0 {
		p.any = regexp.MustCompile(`^\z.`) // matches nothing
	} else {
		p.any = regexp.MustCompile(`(?i)(?:` + strings.Join(sources, `)|(?:`) + `)`)
	}
	for _, source := range sources {
		p.each = append(p.each, regexp.MustCompile(`(?i)`+source))
	}
	return p
}

// match returns which pattern matches the line, counting from 1; 0 when none does.
func (p patterns) match(line string) int {
	if !p.any.MatchString(line) {
		return 0
	}
	for i, pattern := range p.each {
		if pattern.MatchString(line) {
			return i + 1
		}
	}
	return 0
}

// count returns how many of the patterns match the line.
func (p patterns) count(line string) int {
	if !p.any.MatchString(line) {
		return 0
	}
	n := 0
	for _, pattern := range p.each {
		if pattern.MatchString(line) {
			n++
		}
	}
	return n
}

// markFurniture labels lines that are furniture whatever stands around them. The
// title the input states is never furniture, even if it reads "Breaking news".
func (l *labelling) markFurniture() {
	inList := false
	for _, ln := range l.lines {
		if ln.kind != "" || ln.given == doc.BlockTitle {
			inList = false
			continue
		}
		text := ln.text
		switch {
		case len(text) > maxFurniture:
			inList = false
		case l.furniture.boilerplate.match(text) > 0:
			ln.set(doc.BlockBoilerplate, "furniture pattern")
		case l.furniture.list.match(text) > 0:
			ln.set(doc.BlockBoilerplate, "head of a list of links")
			inList = true
		case l.furniture.credit.match(text) > 0:
			ln.set(doc.BlockCredit, "credit pattern")
			inList = false
		case len(ln.words) == 0:
			ln.set(doc.BlockBoilerplate, "no words")
		case wordless(ln):
			ln.set(doc.BlockBoilerplate, "numbers and symbols")
		case inList && !ln.sentence && len(ln.words) > 3 && l.drawn == nil:
			ln.set(doc.BlockBoilerplate, "link in a list")
		default:
			inList = false
		}
	}
}

// wordless reports whether a line holds no word of two letters or more.
func wordless(ln *line) bool {
	for _, w := range ln.words {
		if len(w) > 1 && (w[0] < '0' || w[0] > '9') {
			return false
		}
	}
	return true
}
