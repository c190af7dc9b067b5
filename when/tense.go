package when

// direction says where the sentence puts what happens at an expression.
type direction int

const (
	unknown direction = iota
	behind
	ahead
)

// reach is how many tokens away a verb may stand and still tell the tense.
const reach = 15

// tense looks for the nearest verb or cue that tells whether the expression lies
// ahead of the report or behind it: first before the expression, back to a
// semicolon, then after it. It reads tags alone: the question is asked of
// fragments and headlines too, where trees are least to be trusted.
func (c *clause) tense(m *match) direction {
	first, last := c.pieces[m.start].token, c.pieces[m.end-1].token
	for t := first - 1; t >= c.sentence.First && t >= first-reach; t-- {
		if d, stop := c.cue(t); stop {
			return d
		}
	}
	for t := last + 1; t < c.sentence.Last && t <= last+reach; t++ {
		if d, stop := c.cue(t); stop {
			return d
		}
	}
	return unknown
}

// cue reads one token; stop tells that the search is over.
func (c *clause) cue(t int) (d direction, stop bool) {
	tok := c.doc.Tokens[t]
	if tok.Len() > longestWord {
		return unknown, false
	}
	w := lower(c.doc.Slice(tok.Span))
	switch {
	case w == ";":
		return unknown, true
	case c.rules.future[w]:
		return ahead, true
	case c.rules.futureTo[w]:
		if next := t + 1; next < c.sentence.Last {
			if n := lower(c.doc.Form(next)); n == "to" || n == "for" {
				return ahead, true
			}
		}
	}
	if tok.XPOS == "VBD" || c.rules.past[w] || c.reduced(t) {
		return behind, true
	}
	return unknown, false
}

// reduced reports whether a participle stands without an auxiliary and so tells
// what is over: "the ruling announced Friday".
func (c *clause) reduced(t int) bool {
	if c.doc.Tokens[t].XPOS != "VBN" {
		return false
	}
	for t--; t >= c.sentence.First; t-- {
		switch tag := c.doc.Tokens[t].XPOS; {
		case tag == "RB":
			continue
		case tag == "MD" || tag == "TO" || len(tag) > 1 && tag[:2] == "VB":
			return false
		}
		return true
	}
	return false
}
