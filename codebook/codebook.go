// Package codebook holds PLOVER 2.0 and CAMEO 1.1b3 as tables and is the only
// maker of event codes.
//
// It reads the tables embedded beside this file: types, modes and contexts of
// PLOVER with their scores, and every CAMEO code with its title, its Goldstein
// score, GDELT's quad class and the PLOVER type and mode it stands for. The
// scores are those of the PLOVER manual (2.0, draft of February 2024) and of
// GDELT's Goldstein table; titles are those of the CAMEO manual; definitions are
// in our own words. Where the sources contradict themselves the tables carry
// what Readout decided: SANCTION is material conflict, ACCUSE scores -3, CAMEO
// 163 is SANCTION/discontinue and 116 SANCTION/convict, an appeal (02x) is a
// REQUEST, a denial (016) a REJECT, an expressed accord (019) a SUPPORT, and
// bare comment (010-015, 017, 018) is no event.
//
// It writes nothing, holds no rules of coding, and knows no default code.
package codebook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// Type is a PLOVER event type.
type Type struct {
	Name           string
	Quad           int     // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
	Intensity      float64 // -10 to +10
	NeedsRecipient bool
	Definition     string
}

// Mode is a PLOVER mode: how an event of its type was done, or what it asked
// for, refused or threatened.
type Mode struct {
	Type       string
	Name       string
	Intensity  float64 // the type's own where the manual scores none
	Definition string
}

// Context is a PLOVER context: what an event had to do with.
type Context struct{ Name, Definition string }

// Row is one CAMEO code.
type Row struct {
	Code      string
	Title     string
	Goldstein float64
	// Inherited tells that GDELT scores no such code and the score is that of
	// the code above it.
	Inherited bool
	QuadGDELT int
	Type      string // PLOVER type, "" where the code is no event
	Mode      string // PLOVER mode, "" where the code tells none
	Contexts  []string
	// Also lists other types and modes the code may stand for, as "TYPE",
	// "TYPE/mode" or "TYPE/*": a ceasefire that is only declared is CONCEDE and
	// keeps CAMEO 0871, which is otherwise a RETREAT.
	Also []string
}

// Root reports whether the code is one of the twenty classes, which are headings
// and never the code of an event.
func (r Row) Root() bool { return len(r.Code) == 2 }

// New returns the code of that PLOVER type, mode and CAMEO code with its
// scores, or an error that names what does not belong together. The mode may be
// empty where the type has none or the text tells none.
func New(typ, mode, cameo string) (doc.Code, error) {
	b := book()
	t, ok := b.byType[typ]
	if !ok {
		return doc.Code{}, fmt.Errorf("codebook: %q is no PLOVER event type", typ)
	}
	intensity := t.Intensity
	if mode != "" {
		i := slices.IndexFunc(b.modes[typ], func(m Mode) bool { return m.Name == mode })
		if i < 0 {
			return doc.Code{}, fmt.Errorf("codebook: %s has no mode %q (it has: %s)", typ, mode, names(b.modes[typ]))
		}
		intensity = b.modes[typ][i].Intensity
	}
	row, ok := b.cameo[cameo]
	switch {
	case !ok:
		return doc.Code{}, fmt.Errorf("codebook: %q is no CAMEO code", cameo)
	case row.Root():
		return doc.Code{}, fmt.Errorf("codebook: CAMEO %s is a heading; %s0 is its unspecific code", cameo, cameo)
	case row.Type == "":
		return doc.Code{}, fmt.Errorf("codebook: CAMEO %s (%s) is no event", cameo, row.Title)
	case !row.stands(typ, mode):
		return doc.Code{}, fmt.Errorf("codebook: CAMEO %s (%s) is %s, not %s", cameo, row.Title, row.meaning(), label(typ, mode))
	}
	return doc.Code{
		Type: typ, Mode: mode, CAMEO: cameo,
		Quad: t.Quad, Intensity: intensity, Goldstein: row.Goldstein,
	}, nil
}

// Valid returns nil when the code is one that New makes and every context is in
// the codebook.
func Valid(c doc.Code, contexts []string) error {
	want, err := New(c.Type, c.Mode, c.CAMEO)
	if err != nil {
		return err
	}
	if c != want {
		return fmt.Errorf("codebook: scores of %s %s differ from the tables", label(c.Type, c.Mode), c.CAMEO)
	}
	for _, ctx := range contexts {
		if !book().isContext[ctx] {
			return fmt.Errorf("codebook: %q is no PLOVER context", ctx)
		}
	}
	return nil
}

// Types returns the sixteen event types in the codebook's order.
func Types() []Type { return slices.Clone(book().types) }

// Modes returns the modes of a type in the codebook's order, none for a type
// that has none.
func Modes(typ string) []Mode { return slices.Clone(book().modes[typ]) }

// Contexts returns the contexts in the codebook's order.
func Contexts() []Context { return slices.Clone(book().contexts) }

// CAMEO returns the row of a CAMEO code, headings included.
func CAMEO(code string) (Row, bool) {
	r, ok := book().cameo[code]
	r.Contexts, r.Also = slices.Clone(r.Contexts), slices.Clone(r.Also)
	return r, ok
}

// Rows returns all CAMEO codes in order, headings included.
func Rows() []Row {
	var rows []Row
	for _, code := range book().order {
		r, _ := CAMEO(code)
		rows = append(rows, r)
	}
	return rows
}

// stands reports whether the CAMEO code may be written for that type and mode. A
// code that tells no mode goes with any mode of its type.
func (r Row) stands(typ, mode string) bool {
	if r.Type == typ && (r.Mode == "" || mode == "" || r.Mode == mode) {
		return true
	}
	for _, also := range r.Also {
		t, m, _ := strings.Cut(also, "/")
		if t == typ && (mode == "" || m == "*" || m == mode) {
			return true
		}
	}
	return false
}

// meaning lists the types and modes the code may stand for.
func (r Row) meaning() string {
	return strings.Join(append([]string{label(r.Type, r.Mode)}, r.Also...), " or ")
}

func label(typ, mode string) string {
	if mode == "" {
		return typ
	}
	return typ + "/" + mode
}

func names(modes []Mode) string {
	var out []string
	for _, m := range modes {
		out = append(out, m.Name)
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, ", ")
}
