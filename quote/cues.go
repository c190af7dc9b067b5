package quote

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/readout-project/readout/english/clause"
)

// construction is how a cue word has what is said: as words in quotation marks, a
// clause, an object.
type construction uint8

const (
	takesSpeech construction = iota
	takesThat
	takesQuestion
	takesInfinitive
	takesGerund
	takesObject
	takesPredicate
	takesRaised // what is said stands as the subject: "the talks are expected to fail"
	constructions
)

var constructionNames = [constructions]string{"speech", "that", "wh", "to", "ing", "object", "pred", "raise"}

func (k construction) String() string { return constructionNames[k] }

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
	attitude [constructions]bool // tells where somebody stands, not what they said
}

// enough is the least weight at which a construction counts as reported speech.
const enough = .4

func (c *cue) takes(k construction) bool { return c != nil && c.weight[k] >= enough }

// phrasal reports whether the particle of the cue is a preposition before what is
// said ("warn of"), and no part of the verb ("point out").
func (c *cue) phrasal() bool {
	return c.weight[takesThat]+c.weight[takesSpeech]+c.weight[takesInfinitive]+c.weight[takesQuestion] == 0
}

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

// The kinds of row: what is said; where somebody stands without a word of it having
// to be said (support, oppose, seek); and what is an act in reports about conflict
// though it would be an attitude elsewhere (attack the army, attack the budget).
const (
	kindSaying   = "says"
	kindAttitude = "holds"
	kindAct      = "acts"
)

func (l lexicon) add(row string) error {
	f := strings.Split(row, "\t")
	if len(f) != 5 {
		return fmt.Errorf("want 5 columns, have %d", len(f))
	}
	table, ok := l[class(f[1])]
	if !ok {
		return fmt.Errorf("unknown class %q", f[1])
	}
	switch f[2] {
	case kindSaying, kindAttitude:
	case kindAct:
		return nil // for the counting only
	default:
		return fmt.Errorf("unknown kind %q", f[2])
	}
	takes, weights := strings.Split(f[3], ","), strings.Split(f[4], ",")
	if len(takes) != len(weights) {
		return fmt.Errorf("%d constructions and %d weights", len(takes), len(weights))
	}
	var c *cue
	lemma, particle, _ := strings.Cut(f[0], " ")
	for _, other := range table[lemma] {
		if other.particle == particle {
			c = other
		}
	}
	if c == nil {
		c = &cue{lemma: lemma, particle: particle}
		table[lemma] = append(table[lemma], c)
	}
	for i, name := range takes {
		w, err := strconv.ParseFloat(weights[i], 64)
		if err != nil || w <= 0 || w >= 1 {
			return fmt.Errorf("weight %q is not a number between 0 and 1", weights[i])
		}
		k := slices.Index(constructionNames[:], name)
		switch {
		case k < 0:
			return fmt.Errorf("unknown construction %q", name)
		case c.weight[k] > 0:
			return fmt.Errorf("%q has %s twice", f[0], name)
		}
		c.weight[k], c.attitude[k] = w, f[2] == kindAttitude
	}
	return nil
}

// verb returns the cue that the verb is: the one whose particle or preposition
// follows it, else the plain one. The second result is the particle's token.
func (l lexicon) verb(t *clause.Tree, v int) (*cue, int) {
	var plain *cue
	for _, c := range l.rows(classVerb, t.Lemma(v)) {
		if c.particle == "" {
			plain = c
			continue
		}
		if c.phrasal() {
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

// own is the table without what was counted: sayings only, each as likely as any.
func (l lexicon) own() lexicon {
	out := make(lexicon, len(l))
	for k, table := range l {
		out[k] = make(map[string][]*cue, len(table))
		for lemma, cues := range table {
			for _, c := range cues {
				free := &cue{lemma: c.lemma, particle: c.particle}
				for i, w := range c.weight {
					if w > 0 && !c.attitude[i] {
						free.weight[i] = 1
					}
				}
				if *free != (cue{lemma: c.lemma, particle: c.particle}) {
					out[k][lemma] = append(out[k][lemma], free)
				}
			}
		}
	}
	return out
}

// rows returns the cues of a lemma.
func (l lexicon) rows(k class, lemma string) []*cue {
	if all := l[k][lemma]; all != nil || k != classVerb {
		return all
	}
	return l[k][l.known(k, lemma)]
}

// known is the lemma as the table has it: from a form such as "shouted" a final e is
// guessed, and sometimes wrongly.
func (l lexicon) known(k class, lemma string) string {
	if l[k][lemma] != nil || k != classVerb {
		return lemma
	}
	if short, ok := strings.CutSuffix(lemma, "e"); ok && l[k][short] != nil {
		return short
	}
	if l[k][lemma+"e"] != nil {
		return lemma + "e"
	}
	return lemma
}

// word returns the cue of a class with that lemma, or nil.
func (l lexicon) word(k class, lemma string) *cue {
	for _, c := range l.rows(k, lemma) {
		if c.particle == "" {
			return c
		}
	}
	return nil
}
