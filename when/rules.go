package when

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rules is time.txt as read.
type rules struct {
	classes map[string]*wordClass
	forms   []form
	// byWord and byDigits list the forms that may begin with a word or with a
	// run of digits, in the order of the file.
	byWord   map[string][]int
	byDigits []int
	future   map[string]bool // words that point ahead
	futureTo map[string]bool // words that do before "to" and "for"
	past     map[string]bool
	// What weighs dates as evidence for the day of publication: verbs whose date
	// may be that of what they are about, what carries a date of its own, verbs that
	// tell one deed from no other, and words that set a deed off from others.
	about, picture, light, another map[string]bool
	examples                       []example
}

// wordClass is a class of words with their values.
type wordClass struct {
	capital bool
	values  map[string]string
	dotted  map[string]bool // words that a full stop may end
}

// form is one wording of a rule.
type form struct {
	rule   string
	before []element // must stand before the expression, outermost first
	body   []element
	after  []element
	means  meaning
}

// element is one word of a form.
type element struct {
	literals []string
	class    string // of the words it matches, when there are no literals
	name     string // under which its value is captured: the class with its number
	optional bool
	glued    bool
}

// example is a line of the file that says what must be found in a sentence, or
// that nothing may.
type example struct {
	line      int
	rule      string
	published string
	sentence  string
	want      [][2]string // expression and value; none: nothing may be found
}

// reader reads the file line by line.
type reader struct {
	*rules
	rule  string
	forms []form // of the rule at hand, waiting for their meaning
	words *wordClass
}

func parseRules(text string) (*rules, error) {
	r := &reader{rules: &rules{
		classes: map[string]*wordClass{}, byWord: map[string][]int{},
		future: map[string]bool{}, futureTo: map[string]bool{}, past: map[string]bool{},
		about: map[string]bool{}, picture: map[string]bool{}, light: map[string]bool{}, another: map[string]bool{},
	}}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := r.line(line, i+1); err != nil {
			return nil, fmt.Errorf("time.txt:%d: %w", i+1, err)
		}
	}
	if len(r.forms) > 0 {
		return nil, fmt.Errorf("time.txt: rule %s has no meaning", r.rule)
	}
	for i := range r.rules.forms {
		if err := r.enter(i); err != nil {
			return nil, fmt.Errorf("time.txt: rule %s: %w", r.rules.forms[i].rule, err)
		}
	}
	return r.rules, nil
}

func (r *reader) line(line string, n int) error {
	key, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch key {
	case "words":
		f := strings.Fields(rest)
		if len(f) == 0 || len(f) > 2 || r.classes[f[0]] != nil || builtin[f[0]] {
			return fmt.Errorf("class %q is not new", rest)
		}
		r.words = &wordClass{capital: len(f) == 2 && f[1] == "capital", values: map[string]string{}, dotted: map[string]bool{}}
		r.classes[f[0]] = r.words
	case "future", "past", "about", "picture", "light", "another":
		r.cue(key, strings.Fields(rest))
	case "rule":
		if len(r.forms) > 0 {
			return fmt.Errorf("rule %s has no meaning", r.rule)
		}
		r.rule, r.words = rest, nil
	case "form":
		f, err := r.form(rest)
		if err != nil {
			return err
		}
		r.forms = append(r.forms, f)
	case "means":
		m, err := parseMeaning(rest)
		if err != nil {
			return err
		}
		for _, f := range r.forms {
			f.means = m
			r.rules.forms = append(r.rules.forms, f)
		}
		r.forms = nil
	case "yes", "no":
		e, err := parseExample(key, rest)
		if err != nil {
			return err
		}
		e.line, e.rule = n, r.rule
		r.examples = append(r.examples, e)
	default:
		if r.words == nil {
			return fmt.Errorf("%q is no key", key)
		}
		return r.words.add(line)
	}
	return nil
}

// cue enters words that tell whether an expression lies ahead or behind, or what
// its date is worth as evidence.
func (r *reader) cue(key string, words []string) {
	into := map[string]map[string]bool{"future": r.future, "past": r.past, "about": r.about, "picture": r.picture, "light": r.light, "another": r.another}[key]
	if key == "future" && len(words) > 0 && words[0] == "to" {
		into, words = r.futureTo, words[1:]
	}
	for _, w := range words {
		into[w] = true
	}
}

// add reads "January Jan. = 1".
func (c *wordClass) add(line string) error {
	words, value, ok := strings.Cut(line, " = ")
	if !ok {
		return fmt.Errorf("%q gives no value", line)
	}
	for _, w := range strings.Fields(words) {
		w = strings.ToLower(w)
		bare := strings.TrimSuffix(w, ".")
		if _, ok := c.values[bare]; ok || len(bare) > longestWord {
			return fmt.Errorf("%q stands twice or is too long", w)
		}
		c.values[bare] = value
		c.dotted[bare] = bare != w
	}
	return nil
}

// form reads a row of words.
func (r *reader) form(row string) (form, error) {
	f := form{rule: r.rule}
	for _, w := range strings.Fields(row) {
		e, context, err := r.element(w)
		switch {
		case err != nil:
			return f, err
		case context && len(f.body) == 0:
			f.before = append(f.before, e)
		case context:
			f.after = append(f.after, e)
		case len(f.after) > 0:
			return f, fmt.Errorf("%q stands after what follows the expression", w)
		default:
			f.body = append(f.body, e)
		}
	}
	for _, e := range f.before {
		if e.class != "" || e.optional {
			return f, fmt.Errorf("what stands before an expression must be words")
		}
	}
	if len(f.body) == 0 {
		return f, fmt.Errorf("the form is empty")
	}
	return f, nil
}

func (r *reader) element(w string) (e element, context bool, err error) {
	if strings.HasPrefix(w, "(") && strings.HasSuffix(w, ")") && len(w) > 2 {
		context, w = true, w[1:len(w)-1]
	}
	if strings.HasPrefix(w, "~") {
		e.glued, w = true, w[1:]
	}
	if strings.HasSuffix(w, "?") {
		e.optional, w = true, w[:len(w)-1]
	}
	if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && strings.ToUpper(w) == w {
		e.name, e.class = w, strings.TrimRight(w, "2")
		if r.classes[e.class] == nil && !builtin[e.class] {
			return e, context, fmt.Errorf("no class %s", e.class)
		}
		return e, context, nil
	}
	for _, alt := range strings.Split(w, "|") {
		alt = strings.ToLower(strings.TrimPrefix(alt, `\`))
		if alt == "" {
			return e, context, fmt.Errorf("%q names no word", w)
		}
		e.literals = append(e.literals, alt)
	}
	return e, context, nil
}

// enter puts a form into the indexes under all that it may begin with.
func (r *reader) enter(i int) error {
	keys := map[string]bool{}
	digits := false
	for _, e := range r.rules.forms[i].body {
		words, numeric := r.begins(e)
		for _, w := range words {
			if !keys[w] {
				keys[w] = true
				r.byWord[w] = append(r.byWord[w], i)
			}
		}
		digits = digits || numeric
		if !e.optional {
			if digits {
				r.byDigits = append(r.byDigits, i)
			}
			return nil
		}
	}
	return fmt.Errorf("the whole form may be missing")
}

// begins lists the words an element may begin with and whether digits may.
func (r *reader) begins(e element) (words []string, digits bool) {
	for _, l := range e.literals {
		if l[0] >= '0' && l[0] <= '9' {
			digits = true
		} else {
			words = append(words, l)
		}
	}
	class := e.class
	switch class {
	case "":
		return words, digits
	case "N":
		class, digits = "NUMBER", true
	case "ORD":
		class, digits = "ORDINAL", true
	case "CLOCK":
		return []string{"noon", "midnight"}, true
	}
	c := r.classes[class]
	if c == nil {
		return nil, true
	}
	for w := range c.values {
		words = append(words, w)
	}
	return words, digits
}

// parseExample reads "2015-09-05 | sentence -> expression = value ; …", or the
// sentence of a "no" line.
func parseExample(key, rest string) (example, error) {
	if key == "no" {
		return example{published: "-", sentence: rest}, nil
	}
	published, rest, ok := strings.Cut(rest, " | ")
	sentence, wants, ok2 := strings.Cut(rest, " -> ")
	if !ok || !ok2 {
		return example{}, fmt.Errorf("an example is written: published | sentence -> expression = value")
	}
	e := example{published: strings.TrimSpace(published), sentence: sentence}
	for _, w := range strings.Split(wants, " ; ") {
		text, value, ok := strings.Cut(w, " = ")
		if !ok {
			return e, fmt.Errorf("%q gives no value", w)
		}
		e.want = append(e.want, [2]string{text, strings.TrimSpace(value)})
	}
	return e, nil
}

// atoi reads a number that a class or a run of digits has already vouched for.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
