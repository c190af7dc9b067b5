package when

import "slices"

// match is a form found in a sentence.
type match struct {
	form       *form
	start, end int // pieces of the expression, without what stands around it
	caps       []capture
}

type capture struct{ name, value string }

// get returns the value captured under a name, "" when none was.
func (m *match) get(name string) string {
	for _, c := range m.caps {
		if c.name == name {
			return c.value
		}
	}
	return ""
}

// num is get as a number, 0 when nothing was captured.
func (m *match) num(name string) int { return atoi(m.get(name)) }

// longest returns the longest form that fits at a piece.
func (c *clause) longest(at int) (match, bool) {
	p := c.pieces[at]
	forms := c.rules.byWord[p.word]
	if p.digits {
		forms = c.rules.byDigits
	}
	var best match
	for _, i := range forms {
		f := &c.rules.forms[i]
		if !c.precedes(f.before, at) {
			continue
		}
		caps, end, ok := c.row(f.body, at, nil)
		if !ok || end <= best.end {
			continue
		}
		if _, _, ok := c.row(f.after, end, nil); !ok {
			continue
		}
		best = match{form: f, start: at, end: end, caps: caps}
	}
	return best, best.form != nil
}

// precedes reports whether the words stand right before a piece.
func (c *clause) precedes(words []element, at int) bool {
	for i, e := range words {
		if !slices.Contains(e.literals, c.word(at-len(words)+i)) {
			if w := c.word(at - len(words) + i); w != "s" || c.word(at-len(words)+i-1) != "'" || !slices.Contains(e.literals, "'s") {
				return false
			}
		}
	}
	return true
}

// row matches elements one after the other from a piece on. Forms are a few
// elements long and every element takes what it can, so this ends soon.
func (c *clause) row(elements []element, at int, caps []capture) ([]capture, int, bool) {
	if len(elements) == 0 {
		return caps, at, true
	}
	e := elements[0]
	if value, n := c.element(e, at); n > 0 {
		taken := caps
		if e.name != "" {
			taken = append(slices.Clip(caps), capture{e.name, value})
		}
		if out, end, ok := c.row(elements[1:], at+n, taken); ok {
			return out, end, true
		}
	}
	if !e.optional {
		return nil, 0, false
	}
	return c.row(elements[1:], at, caps)
}

// element matches one element and returns its value and how many pieces it takes.
func (c *clause) element(e element, at int) (value string, n int) {
	if at >= len(c.pieces) || (e.glued && !c.glued(at)) {
		return "", 0
	}
	p := c.pieces[at]
	switch {
	case e.class == "":
		if slices.Contains(e.literals, p.word) {
			return p.word, 1
		}
		return "", 0
	case builtin[e.class]:
		return c.number(e.class, at)
	}
	class := c.rules.classes[e.class]
	value, ok := class.values[p.word]
	if !ok || (class.capital && !p.capital) {
		return "", 0
	}
	if class.dotted[p.word] && c.word(at+1) == "." && c.glued(at+1) {
		return value, 2
	}
	return value, 1
}
