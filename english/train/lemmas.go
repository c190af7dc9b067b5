package train

import (
	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/lemma"
	"github.com/readout-project/readout/english/tag"
)

func (r *run) lemmatiser() error {
	l := lemma.Train(lemmaExamples(r.gold))
	right, n := 0, 0
	for _, e := range lemmaExamples(r.dev) {
		n++
		if l.Lemma(e.Form, e.Tag) == e.Lemma {
			right++
		}
	}
	r.log("lemmas: dev %.2f with right tags", percent(right, n))
	return r.write("lemmas.zst", l.Append(nil))
}

func lemmaExamples(sentences []conllu.Sentence) []lemma.Example {
	var out []lemma.Example
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Lemma != "_" || w.Form == "_" {
				out = append(out, lemma.Example{Form: w.Form, Tag: tag.Joint(w.UPOS, w.XPOS), Lemma: w.Lemma})
			}
		}
	}
	return out
}
