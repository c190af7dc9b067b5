package clean

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"

	"github.com/readout-project/readout/doc"
)

// furnitureFile lists what stands on news pages and is not the report.
const furnitureFile = "furniture.txt"

// furniture is the read form of lang/*/furniture.txt, which explains its kinds.
type furniture struct {
	boilerplate, credit, byline, list patterns // of whole lines
	caption, photo, pose              patterns // of parts of a line
	agencies                          []string
	reader, host, site                signs // to whom a line speaks, who speaks, and of what
}

// maxFurniture is the longest line, in bytes, that is compared with patterns of
// whole lines; the longest notices about cookies and rights stay below it.
const maxFurniture = 600

// maxCaption is the longest line, in bytes, that can be a caption.
const maxCaption = 1200

// readFurniture reads the patterns of a language.
func readFurniture(language fs.FS) (*furniture, error) {
	file, err := language.Open(furnitureFile)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	f := &furniture{}
	whole := map[string]*patterns{"boilerplate": &f.boilerplate, "credit": &f.credit, "byline": &f.byline, "list": &f.list}
	part := map[string]*patterns{"caption": &f.caption, "photo": &f.photo, "pose": &f.pose}
	scanner := bufio.NewScanner(file)
	for number := 1; scanner.Scan(); number++ {
		entry := strings.TrimSpace(scanner.Text())
		if entry == "" || strings.HasPrefix(entry, "#") {
			continue
		}
		kind, source, _ := strings.Cut(entry, " ")
		source = strings.TrimSpace(source)
		switch kind {
		case "agency":
			f.agencies = append(f.agencies, source)
			continue
		case "reader":
			f.reader.add(source)
			continue
		case "host":
			f.host.add(source)
			continue
		case "site":
			f.site.add(source)
			continue
		}
		list := part[kind]
		if list == nil {
			list, source = whole[kind], `^(?:`+source+`)$`
		}
		if list == nil {
			return nil, fmt.Errorf("%s:%d: unknown kind %q", furnitureFile, number, kind)
		}
		p, err := newPattern(source)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", furnitureFile, number, err)
		}
		*list = append(*list, p)
	}
	return f, scanner.Err()
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
		switch {
		case len(ln.words) == 0:
			ln.set(doc.BlockBoilerplate, "no words")
		case len(ln.text) > maxFurniture:
			inList = false
		case l.furniture.boilerplate.match(ln):
			ln.set(doc.BlockBoilerplate, "furniture pattern")
		case !ln.sentence && l.furniture.list.match(ln):
			ln.set(doc.BlockBoilerplate, "head of a list of links")
			inList = true
		case l.furniture.credit.match(ln), !endsSentence(ln.text) && l.furniture.byline.match(ln):
			ln.set(doc.BlockCredit, "credit pattern")
			inList = false
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
