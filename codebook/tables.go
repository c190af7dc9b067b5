package codebook

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed types.tsv modes.tsv contexts.tsv cameo.tsv
var files embed.FS

// tables is the codebook as read; it is never changed after that.
type tables struct {
	types     []Type
	byType    map[string]Type
	modes     map[string][]Mode
	contexts  []Context
	isContext map[string]bool
	cameo     map[string]Row
	order     []string // CAMEO codes as the manual orders them
}

// book reads the tables once. They are part of the program, so a broken table is
// a broken build, and the tests read them first.
var book = sync.OnceValue(func() *tables {
	b, err := read()
	if err != nil {
		panic(err)
	}
	return b
})

func read() (*tables, error) {
	b := &tables{
		byType:    map[string]Type{},
		modes:     map[string][]Mode{},
		isContext: map[string]bool{},
		cameo:     map[string]Row{},
	}
	steps := []struct {
		file    string
		columns int
		add     func([]string) error
	}{
		{"types.tsv", 5, b.addType},
		{"modes.tsv", 4, b.addMode},
		{"contexts.tsv", 2, b.addContext},
		{"cameo.tsv", 9, b.addCAMEO},
	}
	for _, s := range steps {
		text, err := files.ReadFile(s.file)
		if err != nil {
			return nil, err
		}
		for i, line := range strings.Split(string(text), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != s.columns {
				return nil, fmt.Errorf("codebook: %s:%d: %d columns, want %d", s.file, i+1, len(f), s.columns)
			}
			if err := s.add(f); err != nil {
				return nil, fmt.Errorf("codebook: %s:%d: %w", s.file, i+1, err)
			}
		}
	}
	return b, nil
}

func (b *tables) addType(f []string) error {
	quad, err := strconv.Atoi(f[1])
	if err != nil || quad < 1 || quad > 4 {
		return fmt.Errorf("%q is no quad class", f[1])
	}
	score, err := intensity(f[2])
	if err != nil {
		return err
	}
	if f[3] != "yes" && f[3] != "no" {
		return fmt.Errorf("recipient is %q, want yes or no", f[3])
	}
	if _, ok := b.byType[f[0]]; ok {
		return fmt.Errorf("%s stands twice", f[0])
	}
	t := Type{Name: f[0], Quad: quad, Intensity: score, NeedsRecipient: f[3] == "yes", Definition: f[4]}
	b.types = append(b.types, t)
	b.byType[t.Name] = t
	return nil
}

func (b *tables) addMode(f []string) error {
	t, ok := b.byType[f[0]]
	if !ok {
		return fmt.Errorf("no type %q", f[0])
	}
	if slices.ContainsFunc(b.modes[f[0]], func(m Mode) bool { return m.Name == f[1] }) {
		return fmt.Errorf("%s %s stands twice", f[0], f[1])
	}
	score := t.Intensity
	if f[2] != "-" {
		var err error
		if score, err = intensity(f[2]); err != nil {
			return err
		}
	}
	b.modes[f[0]] = append(b.modes[f[0]], Mode{Type: f[0], Name: f[1], Intensity: score, Definition: f[3]})
	return nil
}

func (b *tables) addContext(f []string) error {
	if b.isContext[f[0]] {
		return fmt.Errorf("%s stands twice", f[0])
	}
	b.contexts = append(b.contexts, Context{f[0], f[1]})
	b.isContext[f[0]] = true
	return nil
}

func (b *tables) addCAMEO(f []string) error {
	for i := 5; i < len(f); i++ {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	score, err := intensity(f[2])
	if err != nil {
		return err
	}
	quad, err := strconv.Atoi(f[4])
	if err != nil || quad < 1 || quad > 4 {
		return fmt.Errorf("%q is no quad class", f[4])
	}
	if _, ok := b.cameo[f[0]]; ok {
		return fmt.Errorf("%s stands twice", f[0])
	}
	r := Row{
		Code: f[0], Title: f[1], Goldstein: score, Inherited: f[3] == "inherited", QuadGDELT: quad,
		Type: f[5], Mode: f[6], Contexts: strings.Fields(f[7]), Also: strings.Fields(f[8]),
	}
	for _, l := range append([]string{label(r.Type, r.Mode)}, r.Also...) {
		if err := b.checkLabel(l); err != nil {
			return err
		}
	}
	for _, c := range r.Contexts {
		if !b.isContext[c] {
			return fmt.Errorf("no context %q", c)
		}
	}
	b.cameo[r.Code] = r
	b.order = append(b.order, r.Code)
	return nil
}

// checkLabel reports a "TYPE", "TYPE/mode" or "TYPE/*" that names what the
// tables do not have.
func (b *tables) checkLabel(l string) error {
	typ, mode, _ := strings.Cut(l, "/")
	if typ == "" && mode == "" {
		return nil
	}
	if _, ok := b.byType[typ]; !ok {
		return fmt.Errorf("no type %q", typ)
	}
	if mode == "" || mode == "*" || slices.ContainsFunc(b.modes[typ], func(m Mode) bool { return m.Name == mode }) {
		return nil
	}
	return fmt.Errorf("%s has no mode %q", typ, mode)
}

// intensity reads a score between -10 and +10.
func intensity(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < -10 || v > 10 {
		return 0, fmt.Errorf("%q is no score between -10 and 10", s)
	}
	return v, nil
}
