package clean

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// markCaptions labels the lines that stand under pictures. One sure sign is
// enough (a photographer's credit at the end, "FILE -"); of the weaker ones two
// or, of the weakest, three must come together, or one beside a line that is a
// caption or credit already.
// A line in which somebody says something is told as news, whatever else it has.
func (l *labelling) markCaptions() {
	signs := make([]int, len(l.lines))
	for i, ln := range l.lines {
		if ln.kind != "" || len(ln.text) > maxCaption || len(ln.words) < 3 {
			continue
		}
		if says(ln) && endsSentence(ln.text) {
			continue
		}
		if l.furniture.caption.match(ln) {
			ln.set(doc.BlockCaption, "picture credit or picture word")
			continue
		}
		if says(ln) {
			continue
		}
		strong, weak := l.furniture.photo.count(ln), l.furniture.pose.count(ln)
		if strong >= 2 || strong == 1 && weak >= 1 || weak >= 3 {
			ln.set(doc.BlockCaption, "several signs of a picture's text")
		}
		signs[i] = strong
	}
	for i, ln := range l.lines {
		if ln.kind != "" || signs[i] == 0 {
			continue
		}
		if i > 0 && ofPicture(l.lines[i-1]) || i+1 < len(l.lines) && ofPicture(l.lines[i+1]) {
			ln.set(doc.BlockCaption, "sign of a picture's text beside a picture's line")
		}
	}
}

// ofPicture reports whether a line belongs to a picture for sure.
func ofPicture(ln *line) bool {
	return ln.kind == doc.BlockCaption || ln.kind == doc.BlockCredit && strings.HasPrefix(ln.text, "©")
}

// says reports whether the line reports speech. Captions show, they do not quote.
func says(ln *line) bool {
	return slices.ContainsFunc(ln.words, func(w string) bool {
		switch w {
		case "said", "told", "added", "says", "according":
			return true
		}
		return false
	})
}
