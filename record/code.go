package record

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// codeOf is the code of an event that a report tells once or more: that of its
// leading mention or, where this only tells the kind, of the first telling that
// says more. A headline has "threatened", the text with what.
func codeOf(events []doc.Event, lead int, tellings []int) doc.Code {
	code := events[lead].Code
	if !general(code) {
		return code
	}
	for _, t := range tellings {
		if c := events[t].Code; c.Type == code.Type && !general(c) {
			return c
		}
	}
	return code
}

// general reports whether a code only tells the kind of act.
func general(c doc.Code) bool {
	return c.Mode == "" && len(c.CAMEO) == 3 && strings.HasSuffix(c.CAMEO, "0")
}
