package clean

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// pattern is one expression of the furniture file. Expressions with many counted
// repeats are slow, and nearly all lines match none: so one is tried only on
// lines that hold one of the words without which it cannot match.
type pattern struct {
	expression *regexp.Regexp
	needs      []string // in lower case; one of them must occur; nil: always tried
}

// newPattern reads one expression; letter case does not count.
func newPattern(source string) (pattern, error) {
	expression, err := regexp.Compile(`(?i)` + source)
	if err != nil {
		return pattern{}, err
	}
	tree, err := syntax.Parse(`(?i)`+source, syntax.Perl)
	if err != nil {
		return pattern{}, err
	}
	needs := required(tree)
	slices.Sort(needs)
	return pattern{expression, slices.Compact(needs)}, nil
}

// match reports whether the pattern matches a line. folded is the line in lower
// case.
func (p pattern) match(text, folded string) bool {
	if p.needs != nil && !slices.ContainsFunc(p.needs, func(need string) bool { return strings.Contains(folded, need) }) {
		return false
	}
	return p.expression.MatchString(text)
}

// required returns strings of which at least one occurs, in lower case, in
// whatever the expression matches; nil when there is no such list.
func required(tree *syntax.Regexp) []string {
	switch tree.Op {
	case syntax.OpLiteral:
		literal := strings.Map(unicode.ToLower, string(tree.Rune))
		return []string{literal}
	case syntax.OpCapture, syntax.OpPlus:
		return required(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return required(tree.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range tree.Sub {
			needs := required(sub)
			if needs == nil {
				return nil
			}
			all = append(all, needs...)
		}
		return all
	case syntax.OpConcat:
		// The list whose shortest member is longest sorts out most lines.
		var best []string
		for _, sub := range tree.Sub {
			if needs := required(sub); needs != nil && (best == nil || shortest(needs) > shortest(best)) {
				best = needs
			}
		}
		return best
	}
	return nil
}

// shortest is the length of the shortest string.
func shortest(list []string) int {
	n := len(list[0])
	for _, s := range list {
		n = min(n, len(s))
	}
	return n
}

// patterns are all expressions of one kind.
type patterns []pattern

// match reports whether one of the patterns matches the line.
func (ps patterns) match(ln *line) bool {
	return slices.ContainsFunc(ps, func(p pattern) bool { return p.match(ln.text, ln.folded) })
}

// count returns how many of the patterns match the line.
func (ps patterns) count(ln *line) int {
	n := 0
	for _, p := range ps {
		if p.match(ln.text, ln.folded) {
			n++
		}
	}
	return n
}
