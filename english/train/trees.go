package train

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/learn"
	"github.com/readout-project/readout/english/network"
	"github.com/readout-project/readout/english/word"
)

// trees is what the training of the parser works with.
type trees struct {
	rels       []string // the relations but root, the most frequent first
	number     map[string]int32
	vocabulary *network.Vocabulary
	vectors    []float32 // of the vocabulary, row 0 that of unknown words
	seen       []int     // how often the gold trees have each word
	gold       []*learn.Example
	news       []*learn.Example // gold sentences rewritten in the ways of the news
	dev        []*learn.Example
}

// knownRow is how often the trees must have a word that plain text does not have
// for it to get a row of its own.
const knownRow = 2

// spread is the standard deviation that word vectors are brought to, near that
// of the other tables.
const spread = .5

func (r *run) newTrees() *trees {
	t := &trees{rels: relations(r.gold), number: map[string]int32{}}
	for i, rel := range t.rels {
		t.number[rel] = int32(i)
	}
	counts := map[uint64]int{}
	for _, s := range r.gold {
		for _, w := range s.Words {
			counts[word.LowKey(w.Form)]++
		}
	}
	var keys []uint64
	for k, n := range counts {
		if n >= knownRow {
			keys = append(keys, k)
		}
	}
	dim := network.TableWidth(network.TableWord)
	if r.vectors != nil {
		keys = append(keys, r.vectors.keys...)
	}
	t.vocabulary = network.NewVocabulary(keys)
	t.vectors = make([]float32, (t.vocabulary.Len()+1)*dim)
	if r.vectors != nil {
		sum := 0.0
		for _, x := range r.vectors.values {
			sum += float64(x) * float64(x)
		}
		scale := float32(spread / math.Sqrt(sum/float64(max(len(r.vectors.values), 1))))
		for w, k := range r.vectors.keys {
			if n := t.vocabulary.Number(k); n > 0 {
				for i, x := range r.vectors.of(w) {
					t.vectors[int(n)*dim+i] = x * scale
				}
			}
		}
	}
	t.seen = make([]int, t.vocabulary.Len()+1)
	for k, n := range counts {
		t.seen[t.vocabulary.Number(k)] += n
	}
	for i := range r.all {
		t.gold = append(t.gold, t.example(&r.all[i], r.tagged.words[i], r.tagged.tags[i], r.tagged.right[i]))
	}
	t.news = r.newsroom(t)
	for i := range r.dev {
		ws := words(&r.dev[i], r.lex)
		right := tagExample(&r.dev[i], r.tagged.set, r.lex).Tags
		t.dev = append(t.dev, t.example(&r.dev[i], ws, r.tagged.tagger.Tag(ws, nil), right))
	}
	return t
}

// newsroom rewrites the gold sentences.
func (r *run) newsroom(t *trees) []*learn.Example {
	n := &newsroom{set: r.tagged.set, rnd: rand.New(rand.NewPCG(r.Seed, 18))}
	var out []*learn.Example
	for i := range r.all[:min(len(r.gold), len(r.all))] {
		l := line{words: r.all[i].Words, tags: r.tagged.tags[i], right: r.tagged.right[i]}
		for _, c := range n.copies(l) {
			s := conllu.Sentence{Words: c.words}
			out = append(out, t.example(&s, words(&s, r.lex), c.tags, c.right))
		}
	}
	r.log("trees: %d gold sentences and copies, %d rewritten for the news", len(t.gold), len(out))
	return out
}

// example turns a sentence into what the network learns from. tags are a
// tagger's, right those of the treebank.
func (t *trees) example(s *conllu.Sentence, ws []word.Word, tags, right []uint8) *learn.Example {
	e := &learn.Example{Rows: t.vocabulary.Rows(ws, tags, nil)}
	for i, w := range s.Words {
		e.Heads = append(e.Heads, int32(w.Head))
		e.Labels = append(e.Labels, t.number[w.Rel])
		e.Tags = append(e.Tags, int32(right[i]))
	}
	return e
}

// teachers is how many networks read plain text together.
const teachers = 2

// parser teaches the network that is shipped. Without text it learns from the
// treebanks alone. With text, teachers that did so give trees to part of it, and
// the network learns from both: in each pass all gold sentences and about as many
// silver ones.
func (r *run) parser() error {
	t := r.newTrees()
	examples := func(int) []*learn.Example { return t.gold }
	if r.Text != "" {
		var made []*learn.Model
		for i := range uint64(teachers) {
			r.work.mark("teacher %d %d %v", i, r.TreePasses, network.Shipped)
			tr := r.trainer(t, r.Seed+100+i)
			if err := r.learn(fmt.Sprintf("teacher %d", i+1), tr, t, examples); err != nil {
				return err
			}
			made = append(made, tr.Model)
		}
		r.log("teachers together: dev %s", t.score(learn.Read(made, t.dev), t.dev))
		silver, err := r.silver(t, made)
		if err != nil {
			return err
		}
		examples = t.mixed(silver, rand.New(rand.NewPCG(r.Seed, 16)))
	}
	r.work.mark("parser %d %v %d", r.TreePasses, network.Shipped, len(t.news))
	tr := r.trainer(t, r.Seed)
	if err := r.learn("parser", tr, t, examples); err != nil {
		return err
	}
	return r.write("trees.zst", tr.Model.Append(nil, t.rels))
}

func (r *run) trainer(t *trees, seed uint64) *learn.Trainer {
	m := learn.NewModel(rand.New(rand.NewPCG(seed, 12)), network.Shipped, t.vocabulary, len(r.tagged.set), len(t.rels), t.vectors, t.seen)
	return &learn.Trainer{Model: m, Passes: r.TreePasses, Seed: seed}
}

// mixed gives each pass all gold sentences and about as many words of silver ones,
// those that had not their turn for longest.
func (t *trees) mixed(silver []*learn.Example, rnd *rand.Rand) func(pass int) []*learn.Example {
	rnd.Shuffle(len(silver), func(i, j int) { silver[i], silver[j] = silver[j], silver[i] })
	words := func(examples []*learn.Example) (n int) {
		for _, e := range examples {
			n += len(e.Rows)
		}
		return n
	}
	parts := max(1, int(math.Round(float64(words(silver))/float64(max(1, words(t.gold))))))
	return func(pass int) []*learn.Example {
		k := pass % parts
		return append(slices.Concat(t.gold, t.news), silver[len(silver)*k/parts:len(silver)*(k+1)/parts]...)
	}
}

// learn runs a trainer to its end, from where an earlier run was stopped.
// examples gives those of each pass.
func (r *run) learn(name string, tr *learn.Trainer, t *trees, examples func(pass int) []*learn.Example) error {
	state, err := r.work.load(name)
	if err != nil {
		return err
	}
	if state != nil {
		if err := tr.Restore(state); err != nil {
			return fmt.Errorf("%s in the work folder: %w", name, err)
		}
		r.log("%s: going on after pass %d", name, tr.Done)
	}
	for tr.Done < tr.Passes {
		if err := tr.Pass(r.ctx, examples(tr.Done), func(line string) { r.log("%s: %s", name, line) }); err != nil {
			return err
		}
		r.log("%s: dev %s", name, t.score(learn.Read([]*learn.Model{tr.Model}, t.dev), t.dev))
		if err := r.work.save(name, tr.Append(nil)); err != nil {
			return err
		}
	}
	return nil
}

// score compares readings with the right trees: joint tags, heads, and heads with
// universal relations.
func (t *trees) score(got []learn.Reading, right []*learn.Example) string {
	tags, heads, both, n := 0, 0, 0, 0
	for i, g := range got {
		e := right[i]
		for k := range e.Rows {
			n++
			if g.Tags[k] == e.Tags[k] {
				tags++
			}
			if g.Heads[k] != e.Heads[k] {
				continue
			}
			heads++
			if g.Heads[k] < 0 || universal(t.rels[g.Labels[k]]) == universal(t.rels[e.Labels[k]]) {
				both++
			}
		}
	}
	return fmt.Sprintf("tags %.2f UAS %.2f LAS %.2f", percent(tags, n), percent(heads, n), percent(both, n))
}

// relations lists the relations with their subtypes but that of the root, the
// most frequent first.
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

// universal drops the subtype of a relation.
func universal(rel string) string {
	u, _, _ := strings.Cut(rel, ":")
	return u
}
