package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

// Covered says by how much one entry of the codebook is covered: frames that have
// its code, the different trigger words of these, and rows of the composition
// table that give it.
type Covered struct {
	Type, Mode   string // of PLOVER; Mode "" stands for events without mode
	CAMEO, Title string // of a CAMEO code, with all codes that begin with it
	Frames       int
	Words        int
	Rows         int
}

// None reports whether nothing gives the code.
func (c Covered) None() bool { return c.Frames+c.Rows == 0 }

// Coverage says how far the frames cover the codebook: every type and mode of
// PLOVER, every root of CAMEO with its three-digit codes, and how many different
// trigger words there are in all. Codes that are no event are left out.
func (st Stage) Coverage() (plover, cameo []Covered, words int) {
	for _, t := range codebook.Types() {
		for _, m := range append([]codebook.Mode{{}}, codebook.Modes(t.Name)...) {
			c := st.covered(Covered{Type: t.Name, Mode: m.Name},
				func(c doc.Code) bool { return c.Type == t.Name && c.Mode == m.Name })
			if m.Name == "" && c.None() && len(codebook.Modes(t.Name)) > 0 {
				continue // a type that has modes need not be told without one
			}
			plover = append(plover, c)
		}
	}
	for _, row := range codebook.Rows() {
		if len(row.Code) > 3 || !row.Root() && row.Type == "" || row.Code == "01" && !st.anyOf("01") {
			continue
		}
		cameo = append(cameo, st.covered(Covered{CAMEO: row.Code, Title: row.Title},
			func(c doc.Code) bool { return strings.HasPrefix(c.CAMEO, row.Code) }))
	}
	return plover, cameo, len(distinct(st.lib.Frames))
}

func (st Stage) anyOf(root string) bool {
	return !st.covered(Covered{}, func(c doc.Code) bool { return strings.HasPrefix(c.CAMEO, root) }).None()
}

func (st Stage) covered(c Covered, is func(doc.Code) bool) Covered {
	var frames []*Frame
	for _, f := range st.lib.Frames {
		if f.Coded && is(f.Code) {
			frames = append(frames, f)
		}
	}
	c.Frames, c.Words = len(frames), len(distinct(frames))
	for _, row := range st.lib.compose {
		if !row.same && is(row.code) {
			c.Rows++
		}
	}
	return c
}

// distinct returns the different trigger words of frames in order: a word that
// serves as verb and as noun counts twice, since each must be listed.
func distinct(frames []*Frame) []string {
	var all []string
	for _, f := range frames {
		for kind, triggers := range [][]Trigger{f.Verbs, f.Nouns, f.Adjectives} {
			for _, t := range triggers {
				all = append(all, strings.Join(append([]string{string("vna"[kind])}, t.Words...), " "))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Compositions returns the rows of the composition table for a frame with an inner
// act, as the table writes them, in the order in which they are tried.
func (st Stage) Compositions(f *Frame) []string {
	var all []string
	if len(f.Inner) == 0 {
		return nil
	}
	for _, row := range st.lib.compose {
		if row.outer == f.outer {
			all = append(all, row.source)
		}
	}
	return all
}
