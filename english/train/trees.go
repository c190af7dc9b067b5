package train

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/parse"
)

func (r *run) parser() error {
	rels := relations(r.gold)
	number := map[string]int{}
	for i, rel := range rels {
		number[rel] = i
	}
	examples := make([]parse.Example, len(r.all))
	for i, s := range r.all {
		e := parse.Example{Words: r.tagged.words[i], Tags: r.tagged.tags[i]}
		for _, w := range s.Words {
			e.Heads = append(e.Heads, w.Head)
			e.Rels = append(e.Rels, number[w.Rel])
		}
		examples[i] = e
	}
	p := parse.Train(rels, examples, r.TreePasses, r.Seed, func(pass, wrong, moves int) {
		r.log("parser pass %d: %.2f%% of moves wrong", pass, percent(wrong, moves))
	})
	uas, las := r.attachment(p)
	r.log("parser: %d relations, dev UAS %.2f LAS %.2f", len(rels), uas, las)
	return r.write("trees.zst", p.Append(nil))
}

// relations lists the relations with their subtypes, the most frequent first.
func relations(sentences []conllu.Sentence) []string {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Head >= 0 {
				counts[w.Rel]++
			}
		}
	}
	var out []string
	for rel := range counts {
		out = append(out, rel)
	}
	slices.SortFunc(out, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return out
}

// attachment scores the parser on the development set with its own tags: heads,
// and heads with universal relations.
func (r *run) attachment(p *parse.Parser) (uas, las float64) {
	var scratch parse.Scratch
	heads, both, n := 0, 0, 0
	for i := range r.dev {
		ws := words(&r.dev[i], r.lex)
		arcs := p.Parse(ws, r.tagged.tagger.Tag(ws, nil), nil, &scratch)
		for k, w := range r.dev[i].Words {
			n++
			if arcs[k].Head != w.Head {
				continue
			}
			heads++
			if universal(arcs[k].Rel) == universal(w.Rel) {
				both++
			}
		}
	}
	return percent(heads, n), percent(both, n)
}

// universal drops the subtype of a relation.
func universal(rel string) string {
	u, _, _ := strings.Cut(rel, ":")
	return u
}
