package train

import (
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/english/conllu"
)

// readTreebank reads a gzipped CoNLL-U file of the treebank folder.
func readTreebank(dir, name string) ([]conllu.Sentence, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	s, err := conllu.Read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

// recasing is a way to write a sentence otherwise than its author did.
type recasing struct {
	share  float64 // of the sentences that get a copy
	change func(form string, i int) string
	stop   bool // whether the copy keeps its final full stop
}

// recasings are the copies the parser learns headlines and careless typing from;
// without them it takes the verb of a headline for a name.
var recasings = []recasing{
	{.04, headline, false},
	{.02, capitalise, false},
	{.02, func(f string, _ int) string { return strings.ToLower(f) }, true},
	{.01, func(f string, _ int) string { return strings.ToUpper(f) }, false},
}

// small are the words that headlines leave in lower case.
var small = strings.Fields("a an the and or but nor as at by for from in into of off on over per to up via with 's n't")

func headline(form string, i int) string {
	if i > 0 && slices.Contains(small, strings.ToLower(form)) {
		return strings.ToLower(form)
	}
	return capitalise(form, i)
}

func capitalise(form string, _ int) string {
	if strings.HasPrefix(form, "'") || strings.HasPrefix(form, "’") || form == "n't" || form == "n’t" {
		return form
	}
	r, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[n:]
}

// recased returns copies of a share of the sentences written in other ways.
func recased(in []conllu.Sentence, rnd *rand.Rand) []conllu.Sentence {
	var out []conllu.Sentence
	for _, s := range in {
		p := rnd.Float64()
		for _, r := range recasings {
			if p >= r.share {
				p -= r.share
				continue
			}
			if c, ok := r.copy(s); ok {
				out = append(out, c)
			}
			break
		}
	}
	return out
}

func (r recasing) copy(s conllu.Sentence) (conllu.Sentence, bool) {
	words := slices.Clone(s.Words)
	if last := len(words) - 1; !r.stop && words[last].Form == "." && leaf(words, last) {
		words = words[:last]
	}
	if len(words) < 4 {
		return s, false
	}
	for i := range words {
		words[i].Form = r.change(words[i].Form, i)
	}
	s.Words = words
	return s, true
}

func leaf(words []conllu.Word, i int) bool {
	for k := range words {
		if words[k].Head == i {
			return false
		}
	}
	return words[i].Head >= 0
}
