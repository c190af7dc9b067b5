package quantity

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// lexicon is what lang/en/quantities.txt says. It is not changed after it is read.
type lexicon struct {
	numbers map[string]float64
	units   map[string]float64
	vague   []wording // longest first
	before  []wording // bounds before a number, longest first
	behind  []wording // bounds behind a number, longest first
	further map[string]bool
	links   map[string]bool
	grades  map[string]bool
	denials map[string]bool
	rises   map[string]bool
	sets    map[string]bool
	tolls   []wording         // the fate stands in text
	groups  map[string]string // noun by lemma -> group
	kinds   []*kind
	verbs   map[string][]telling // by lemma
	states  map[string]*kind
	nouns   map[string]telling
	ofs     map[string]*kind
	forms   map[string][]string // inflected form -> lemmas of verbs
	starts  map[string]bool     // words that vague numbers end with
}

// wording is a row of words with what it stands for.
type wording struct {
	words []string
	value float64
	text  string
}

// kind is one thing that becomes of people.
type kind struct {
	name string
	only map[string]bool // nil: any group
	not  map[string]bool // words that may not follow
	bare bool
	yes  []example
	no   []example
}

// example is a sentence with the quantities that must be found in it.
type example struct {
	line int
	text string
	want []string
}

// role says on which side of a verb the counted people stand.
type role uint8

const (
	asObject role = iota
	asSubject
	asNoun
)

// telling is a word that tells a fate.
type telling struct {
	kind *kind
	role role
	// rest lists what else must follow, each one of several words.
	rest [][]string
	// with lists verbs of which one must stand before a noun.
	with map[string]bool
}

// fits reports whether the fate can be told of that group; "" is a number
// without a noun.
func (k *kind) fits(group string) bool {
	if group == "" {
		return k.bare
	}
	return k.only == nil || k.only[group]
}

// reader reads the file line by line and gathers its faults.
type reader struct {
	lex      *lexicon
	name     string
	line     int
	section  string
	kind     *kind
	problems []error
}

func (r *reader) fail(format string, args ...any) {
	r.problems = append(r.problems, fmt.Errorf("%s:%d: %s", r.name, r.line, fmt.Sprintf(format, args...)))
}

// readLexicon reads the wordings of quantities. irregular gives forms of verbs
// that no rule makes.
func readLexicon(name string, in io.Reader, irregular map[string][]string) (*lexicon, error) {
	r := &reader{name: name, lex: &lexicon{
		numbers: map[string]float64{}, units: map[string]float64{},
		further: map[string]bool{}, links: map[string]bool{}, grades: map[string]bool{}, denials: map[string]bool{},
		rises: map[string]bool{}, sets: map[string]bool{},
		groups: map[string]string{}, verbs: map[string][]telling{}, states: map[string]*kind{},
		nouns: map[string]telling{}, ofs: map[string]*kind{},
	}}
	s := bufio.NewScanner(in)
	for s.Scan() {
		r.line++
		text := s.Text()
		trimmed := strings.TrimSpace(text)
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case text[0] != ' ' && text[0] != '\t':
			r.open(trimmed)
		default:
			r.entry(trimmed)
		}
	}
	r.check()
	if err := errors.Join(append(r.problems, s.Err())...); err != nil {
		return nil, err
	}
	r.lex.vague = longestFirst(r.lex.vague)
	r.lex.before = longestFirst(r.lex.before)
	r.lex.behind = longestFirst(r.lex.behind)
	r.lex.tolls = longestFirst(r.lex.tolls)
	r.lex.starts = map[string]bool{}
	for _, w := range r.lex.vague {
		r.lex.starts[w.words[len(w.words)-1]] = true
	}
	r.lex.inflect(irregular)
	return r.lex, nil
}

// check looks for names that the file does not explain.
func (r *reader) check() {
	for _, t := range r.lex.tolls {
		if r.lex.kindOf(t.text) == nil {
			r.fail("toll %q counts %q, which is no kind", strings.Join(t.words, " "), t.text)
		}
	}
	groups := map[string]bool{}
	for _, g := range r.lex.groups {
		groups[g] = true
	}
	for _, k := range r.lex.kinds {
		for _, g := range slices.Sorted(maps.Keys(k.only)) {
			if !groups[g] {
				r.fail("kind %s is only told of %q, which is no group", k.name, g)
			}
		}
	}
}

// open begins a section.
func (r *reader) open(head string) {
	r.section, r.kind = head, nil
	if name, ok := strings.CutPrefix(head, "kind "); ok {
		r.section = "kind"
		r.kind = &kind{name: strings.TrimSpace(name)}
		r.lex.kinds = append(r.lex.kinds, r.kind)
	}
}

// entry reads one line of a section.
func (r *reader) entry(line string) {
	l := r.lex
	key, value, hasValue := strings.Cut(line, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch r.section {
	case "numbers", "units", "vague":
		n, err := strconv.ParseFloat(value, 64)
		switch {
		case err != nil || n <= 0:
			r.fail("%q is not a number above zero", value)
		case r.section == "numbers":
			l.numbers[key] = n
		case r.section == "units":
			l.units[key] = n
		default:
			l.vague = append(l.vague, wording{strings.Fields(key), n, ""})
		}
	case "bounds":
		if _, ok := bounds[value]; !ok {
			r.fail("%q is no bound", value)
		}
		w := wording{text: value}
		if form, ok := strings.CutPrefix(key, "~"); ok {
			w.words = strings.Fields(form)
			l.behind = append(l.behind, w)
		} else {
			w.words = strings.Fields(key)
			l.before = append(l.before, w)
		}
	case "tolls":
		if !hasValue {
			r.fail("a toll reads words = fate")
		}
		l.tolls = append(l.tolls, wording{strings.Fields(key), 0, value})
	case "further":
		l.further[line] = true
	case "grades":
		addAll(l.grades, line)
	case "links":
		addAll(l.links, line)
	case "denials":
		addAll(l.denials, line)
	case "rises":
		addAll(l.rises, line)
	case "sets":
		addAll(l.sets, line)
	case "groups":
		name, nouns, ok := strings.Cut(line, ":")
		if !ok {
			r.fail("a group reads name: noun, noun")
		}
		for _, noun := range list(nouns) {
			if _, twice := l.groups[noun]; twice {
				r.fail("%q stands in two groups", noun)
			}
			l.groups[noun] = name
		}
	case "kind":
		key, value, _ := strings.Cut(line, " ")
		r.told(key, strings.TrimSpace(value))
	default:
		r.fail("unknown section %q", r.section)
	}
}

// told reads one line of a kind.
func (r *reader) told(key, value string) {
	k, l := r.kind, r.lex
	switch key {
	case "object", "subject":
		side := asObject
		if key == "subject" {
			side = asSubject
		}
		for _, e := range list(value) {
			words := strings.Fields(e)
			t := telling{kind: k, role: side}
			for _, w := range words[1:] {
				t.rest = append(t.rest, strings.Split(w, "|"))
			}
			l.verbs[words[0]] = append(l.verbs[words[0]], t)
		}
	case "state":
		for _, s := range list(value) {
			l.states[s] = k
		}
	case "noun":
		for _, e := range list(value) {
			words := strings.Fields(e)
			t := telling{kind: k, role: asNoun}
			if len(words) > 2 && words[1] == "with" {
				t.with = map[string]bool{}
				for _, v := range words[2:] {
					t.with[v] = true
				}
			}
			l.nouns[words[0]] = t
		}
	case "of":
		for _, n := range list(value) {
			l.ofs[n] = k
		}
	case "only":
		k.only = map[string]bool{}
		addAll(k.only, value)
	case "unless":
		k.not = map[string]bool{}
		addAll(k.not, value)
	case "bare":
		k.bare = value == "yes"
	case "yes":
		text, want, ok := strings.Cut(value, " -> ")
		if !ok {
			r.fail("an example reads sentence -> what is found")
		}
		e := example{line: r.line, text: text}
		for _, w := range strings.Split(want, ";") {
			e.want = append(e.want, strings.TrimSpace(w))
		}
		k.yes = append(k.yes, e)
	case "no":
		k.no = append(k.no, example{line: r.line, text: value})
	default:
		r.fail("unknown key %q", key)
	}
}

// list splits "a, b c, d".
func list(s string) []string {
	var all []string
	for _, e := range strings.Split(s, ",") {
		if e = strings.TrimSpace(e); e != "" {
			all = append(all, e)
		}
	}
	return all
}

func addAll(set map[string]bool, line string) {
	for _, e := range list(line) {
		set[e] = true
	}
}
