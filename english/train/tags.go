package train

import (
	"slices"
	"sync"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/tag"
	"github.com/readout-project/readout/english/word"
)

// tagging is the tagger with what it says of the training sentences when it has
// not seen them.
type tagging struct {
	set    tag.Set
	tagger *tag.Tagger
	words  [][]word.Word // of run.all
	right  [][]uint8     // of run.all, as annotated
	tags   [][]uint8     // of run.all, by taggers trained on the other folds
}

// folds is the number of parts in jackknifing.
const folds = 8

func (r *run) tagger() error {
	set := tagset(r.gold)
	r.tagged.set = set
	examples := make([]tag.Example, len(r.all))
	r.tagged.words, r.tagged.right = make([][]word.Word, len(r.all)), make([][]uint8, len(r.all))
	for i := range r.all {
		examples[i] = tagExample(&r.all[i], set, r.lex)
		r.tagged.words[i], r.tagged.right[i] = examples[i].Words, examples[i].Tags
	}
	r.work.mark("tagger %d", r.TagPasses)
	made, err := r.work.make("tags", func() ([]byte, error) {
		return tag.Train(set, examples, r.TagPasses, r.Seed).Append(nil), nil
	})
	if err != nil {
		return err
	}
	if r.tagged.tagger, err = tag.Load(made); err != nil {
		return err
	}
	r.log("tagger: %d tags, dev %.2f", len(set), r.tagAccuracy(r.tagged.tagger))
	if err := r.write("tags.zst", made); err != nil {
		return err
	}
	flat, err := r.work.make("jackknife", func() ([]byte, error) {
		r.jackknife(set, examples)
		return slices.Concat(r.tagged.tags...), nil
	})
	if err != nil {
		return err
	}
	r.tagged.tags = make([][]uint8, len(r.all))
	right, n := 0, 0
	for i := range examples {
		r.tagged.tags[i], flat = flat[:len(examples[i].Tags)], flat[len(examples[i].Tags):]
		for k, t := range r.tagged.tags[i] {
			n++
			if t == examples[i].Tags[k] {
				right++
			}
		}
	}
	r.log("jackknifed tags: %.2f", percent(right, n))
	return nil
}

// jackknife tags every training sentence by a tagger that was trained on the
// other folds: the parser must learn from tags as wrong as it will meet. A copy
// in other capitals lies in the fold of its original.
func (r *run) jackknife(set tag.Set, examples []tag.Example) {
	fold := make([]int, len(r.all))
	byText := map[string]int{}
	for i := range r.all {
		f, seen := byText[r.all[i].Text]
		if !seen {
			// Runs of sentences, not single ones: neighbours share names and topics.
			f = i / 100 % folds
			byText[r.all[i].Text] = f
		}
		fold[i] = f
	}
	r.tagged.tags = make([][]uint8, len(r.all))
	var wait sync.WaitGroup
	free := make(chan struct{}, 2)
	for f := range folds {
		wait.Add(1)
		free <- struct{}{}
		go func() {
			defer func() { <-free; wait.Done() }()
			var others []tag.Example
			for i := range examples {
				if fold[i] != f {
					others = append(others, examples[i])
				}
			}
			t := tag.Train(set, others, r.TagPasses-2, r.Seed+uint64(f)+1)
			for i := range examples {
				if fold[i] == f {
					r.tagged.tags[i] = t.Tag(examples[i].Words, nil)
				}
			}
		}()
	}
	wait.Wait()
}

func tagExample(s *conllu.Sentence, set tag.Set, lex *word.Lexicon) tag.Example {
	e := tag.Example{Words: words(s, lex), Tags: make([]uint8, len(s.Words))}
	for i, w := range s.Words {
		// A tag too rare to be in the set is learnt as the class's most frequent.
		if n := set.Number(tag.Joint(w.UPOS, w.XPOS)); n >= 0 {
			e.Tags[i] = uint8(n)
			continue
		}
		for n := range set {
			if u, _ := set.Split(uint8(n)); u == w.UPOS {
				e.Tags[i] = uint8(n)
				break
			}
		}
	}
	return e
}

func words(s *conllu.Sentence, lex *word.Lexicon) []word.Word {
	out := make([]word.Word, len(s.Words))
	for i, w := range s.Words {
		out[i] = lex.Word(w.Form)
	}
	return out
}

// tagAccuracy is the share of development words with the right universal class.
func (r *run) tagAccuracy(t *tag.Tagger) float64 {
	right, n := 0, 0
	for i := range r.dev {
		for k, g := range t.Tag(words(&r.dev[i], r.lex), nil) {
			n++
			if u, _ := t.Set().Split(g); u == r.dev[i].Words[k].UPOS {
				right++
			}
		}
	}
	return percent(right, n)
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }
