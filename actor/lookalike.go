package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// people reports whether the atom is the one-word name of a people, which names
// of places have in them: "Tamil Nadu".
func (l *lexicon) people(a atom) bool {
	if a.kind != atomKnown || a.last-a.first != 1 || l.known[a.known].kind != doc.KindGroup {
		return false
	}
	for _, row := range l.known[a.known].rows {
		if row.sector != "" {
			return false
		}
	}
	return true
}

// americas reports whether the word before makes "American" another than of the
// United States.
func americas(before, word string) bool {
	if word != "American" && word != "Americans" && word != "America" {
		return false
	}
	switch before {
	case "central", "south", "latin", "north", "meso", "pan", "inter":
		return true
	}
	return false
}

// believers reports whether the word is a plural that is a party by itself, as
// "Muslims" is, whatever the tagger takes it for.
func (l *lexicon) believers(lower string) bool {
	for _, e := range l.roles[strings.TrimSuffix(lower, "s")] {
		if len(e.pieces) == 1 && e.flags.many && e.sector == "REL" {
			return true
		}
	}
	return false
}
