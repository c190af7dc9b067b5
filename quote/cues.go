package quote

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/readout-project/readout/english/clause"
)

// construction is what a cue word can have said: words in quotation marks, a
// clause, an object.
type construction uint8

const (
	takesSpeech construction = iota
	takesThat
	takesQuestion
	takesInfinitive
	takesObject
	takesPredicate
	constructions
)

var constructionNames = [constructions]string{"speech", "that", "wh", "to", "object", "pred"}

// class is the kind of word a cue is.
type class string

const (
	classVerb      class = "verb"
	classMade      class = "made"
	classAdjective class = "adjective"
	classNoun      class = "noun"
	classText      class = "text"
)

// cue is one entry of the table of cue words.
type cue struct {
	lemma    string
	particle string // preposition or particle that must follow, "" when none
	weight   [constructions]float64
}

// enough is the least weight at which a construction counts as reported speech.
// The weights count contents that agree closely; about half as many again agree
// in part, so that at this weight most of what is found is speech.
const enough = .4

func (c *cue) takes(k construction) bool { return c != nil && c.weight[k] >= enough }

// name is the cue as the table writes it.
func (c *cue) name() string { return strings.TrimSpace(c.lemma + " " + c.particle) }

// lexicon is the table of cue words by class and lemma. It is not changed after
// it is read.
type lexicon map[class]map[string][]*cue

// readCues reads the table of cue words.
func readCues(name string, r io.Reader) (lexicon, error) {
	l := lexicon{classVerb: {}, classMade: {}, classAdjective: {}, classNoun: {}, classText: {}}
	var problems []error
	s := bufio.NewScanner(r)
	for line := 1; s.Scan(); line++ {
		if strings.TrimSpace(s.Text()) == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		if err := l.add(s.Text()); err != nil {
			problems = append(problems, fmt.Errorf("%s:%d: %w", name, line, err))
		}
	}
	return l, errors.Join(append(problems, s.Err())...)
}

func (l lexicon) add(row string) error {
	f := strings.Split(row, "\t")
	if len(f) != 4 {
		return fmt.Errorf("want 4 columns, have %d", len(f))
	}
	table, ok := l[class(f[1])]
	if !ok {
		return fmt.Errorf("unknown class %q", f[1])
	}
	takes, weights := strings.Split(f[2], ","), strings.Split(f[3], ",")
	if len(takes) != len(weights) {
		return fmt.Errorf("%d constructions and %d weights", len(takes), len(weights))
	}
	c := &cue{}
	c.lemma, c.particle, _ = strings.Cut(f[0], " ")
	for i, name := range takes {
		w, err := strconv.ParseFloat(weights[i], 64)
		if err != nil || w < 0 || w > 1 {
			return fmt.Errorf("weight %q is not a number from 0 to 1", weights[i])
		}
		k := constructions
		for j, n := range constructionNames {
			if n == name {
				k = construction(j)
			}
		}
		if k == constructions {
			return fmt.Errorf("unknown construction %q", name)
		}
		c.weight[k] = w
	}
	for _, other := range table[c.lemma] {
		if other.particle == c.particle {
			return fmt.Errorf("%q stands twice", f[0])
		}
	}
	table[c.lemma] = append(table[c.lemma], c)
	return nil
}

// verb returns the cue that the verb is: the one whose particle or preposition
// follows it, else the plain one. The second result is the particle's token.
func (l lexicon) verb(t *clause.Tree, v int) (*cue, int) {
	var plain *cue
	for _, c := range l[classVerb][t.Lemma(v)] {
		if c.particle == "" {
			plain = c
			continue
		}
		for i := v + 1; i < min(t.Last, v+3); i++ {
			if t.Lower(i) == c.particle {
				return c, i
			}
		}
	}
	return plain, clause.None
}

// word returns the cue of a class with that lemma, or nil.
func (l lexicon) word(k class, lemma string) *cue {
	for _, c := range l[k][lemma] {
		if c.particle == "" {
			return c
		}
	}
	return nil
}
