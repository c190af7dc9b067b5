package event

import (
	"strings"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

// composition is one row of the table that codes an outer act over an inner one.
type composition struct {
	line             int
	source           string
	outer, typ, mode string // "*" for anything; a mode in digits begins the CAMEO code
	composed
}

// composed is what an outer act over an inner one amounts to.
type composed struct {
	code    doc.Code
	same    bool // the inner act itself
	negated bool // the inner act, negated
}

// over returns the code of the outer act over an inner one.
func (l *Library) over(outer string, inner doc.Code) (composed, bool) {
	for _, c := range l.compose {
		if c.outer != outer || c.typ != "*" && c.typ != inner.Type {
			continue
		}
		switch {
		case c.mode == "*":
		case c.digits():
			if !strings.HasPrefix(inner.CAMEO, c.mode) {
				continue
			}
		case dash(c.mode) != inner.Mode:
			continue
		}
		return c.composed, true
	}
	return composed{}, false
}

// composition reads compose.tsv.
func (r *reader) composition(file string, frames []*Frame) []composition {
	outers := map[string]bool{}
	for _, f := range frames {
		if len(f.Inner) > 0 {
			outers[f.outer] = true
		}
	}
	var all []composition
	for _, l := range r.lines(file) {
		f := strings.Fields(l.text)
		if len(f) == 0 || f[0] == "outer" {
			continue
		}
		if len(f) != 6 {
			r.fail(file, l.num, "a row has six columns (outer, inner type, inner mode, type, mode, cameo), not %d", len(f))
			continue
		}
		if !outers[f[0]] {
			r.fail(file, l.num, "no frame with an inner act is named %s/...", f[0])
		}
		c := composition{line: l.num, source: strings.Join(f, " "), outer: f[0], typ: f[1], mode: f[2]}
		switch f[3] {
		case "=":
			c.same = true
		case "!":
			c.same, c.negated = true, true
		default:
			code, err := codebook.New(f[3], dash(f[4]), f[5])
			if err != nil {
				r.fail(file, l.num, "%v", err)
				continue
			}
			c.code = code
		}
		all = append(all, c)
	}
	return all
}
