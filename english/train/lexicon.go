package train

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/split"
	"github.com/readout-project/readout/english/tag"
	"github.com/readout-project/readout/english/word"
)

// tagset counts the joint tags. Tags seen once or twice are slips of annotators.
func tagset(sentences []conllu.Sentence) tag.Set {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			counts[tag.Joint(w.UPOS, w.XPOS)]++
		}
	}
	return tag.NewSet(counts, 3)
}

const (
	// A word's tags are told only when it was seen this often, so that the tagger
	// learns to do without for rare words, as it must with new ones.
	knownWord = 3
	// A tag that a word takes more rarely than this is left out of its class.
	rareTag = .04
)

// ambiguity returns for each folded form the number of its ambiguity class: the
// set of joint tags it takes.
func ambiguity(sentences []conllu.Sentence, set tag.Set) map[uint64]uint16 {
	counts := map[uint64][]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			n := set.Number(tag.Joint(w.UPOS, w.XPOS))
			if n < 0 {
				continue
			}
			k := word.LowKey(w.Form)
			if counts[k] == nil {
				counts[k] = make([]int, len(set))
			}
			counts[k][n]++
		}
	}
	classOf := map[uint64]string{}
	words := map[string]int{}
	for k, c := range counts {
		total := 0
		for _, n := range c {
			total += n
		}
		if total < knownWord {
			continue
		}
		var name strings.Builder
		for t, n := range c {
			if float64(n) >= rareTag*float64(total) {
				name.WriteByte(byte(t))
			}
		}
		classOf[k] = name.String()
		words[name.String()]++
	}
	names := make([]string, 0, len(words))
	for n := range words {
		names = append(names, n)
	}
	slices.Sort(names)
	out := map[uint64]uint16{}
	for k, n := range classOf {
		at, _ := slices.BinarySearch(names, n)
		out[k] = uint16(at + 1)
	}
	return out
}

// lexicon gathers what is known of words before any sentence is read: the tags
// they take in the treebanks and, with text given, their clusters and capitals.
func (r *run) lexicon() error {
	r.work.mark("lexicon")
	made, err := r.work.make("lexicon", func() ([]byte, error) {
		entries := r.taggedEntries()
		if r.Text != "" {
			if err := r.clusters(entries); err != nil {
				return nil, err
			}
		}
		return word.NewLexicon(entries).Append(nil), nil
	})
	if err != nil {
		return err
	}
	if r.lex, _, err = word.ParseLexicon(made); err != nil {
		return err
	}
	return r.write("lexicon.zst", made)
}

// taggedEntries says of each word which tags it takes in the treebanks.
func (r *run) taggedEntries() map[uint64]word.Entry {
	entries := map[uint64]word.Entry{}
	for k, a := range ambiguity(r.gold, tagset(r.gold)) {
		entries[k] = word.Entry{Tags: a}
	}
	return entries
}

// corpus reads the text, once a run. It is cut into words by a first splitter that
// knows no clusters yet.
func (r *run) corpus() (*corpus, error) {
	if r.text != nil {
		return r.text, nil
	}
	lex := word.NewLexicon(r.taggedEntries())
	first := split.Train(lex, paragraphs(r.gold, rand.New(rand.NewPCG(r.Seed, 6))), splitPasses, r.Seed)
	text, err := readCorpus(r.ctx, r.Text, func(line string) []textWord {
		var out []textWord
		opens := true
		for _, t := range first.Split(lex, line, nil) {
			w := word.New(line[t.Start:t.End])
			out = append(out, textWord{w.Low, w.Case})
			if opens {
				out[len(out)-1].writing = word.NoLetters
			}
			// A quotation mark or bracket leaves the next word at the beginning.
			opens = t.Last || w.Case == word.NoLetters
		}
		return out
	})
	if err != nil {
		return nil, err
	}
	r.log("text: %d words in all, %d different ones kept", len(text.words), len(text.keys)-1)
	r.text = text
	return text, nil
}

// clusters adds word clusters and capitals to the entries.
func (r *run) clusters(entries map[uint64]word.Entry) error {
	text, err := r.corpus()
	if err != nil {
		return err
	}
	for w := 1; w < len(text.keys); w++ {
		e := entries[text.keys[w]]
		e.Capital = text.capital[w]
		entries[text.keys[w]] = e
	}
	for _, c := range []struct {
		classes int
		set     func(*word.Entry, uint16)
	}{
		{800, func(e *word.Entry, k uint16) { e.Fine = k }},
		{256, func(e *word.Entry, k uint16) { e.Middle = k }},
		{64, func(e *word.Entry, k uint16) { e.Coarse = k }},
	} {
		classes, err := text.cluster(r.ctx, c.classes)
		if err != nil {
			return err
		}
		for w := 1; w < len(text.keys); w++ {
			e := entries[text.keys[w]]
			c.set(&e, classes[w])
			entries[text.keys[w]] = e
		}
		r.log("clusters: %d classes", c.classes)
	}
	return nil
}

// wordVectors learns the vectors of the words of the text, if there is text.
func (r *run) wordVectors() error {
	if r.Text == "" {
		return nil
	}
	r.work.mark("vectors %v", vectorDefaults)
	made, err := r.work.make("vectors", func() ([]byte, error) {
		text, err := r.corpus()
		if err != nil {
			return nil, err
		}
		v, err := vectors(r.ctx, text, vectorDefaults, r.Seed, r.log)
		if err != nil {
			return nil, err
		}
		return v.Append(nil), nil
	})
	if err != nil {
		return err
	}
	r.text = nil // nobody needs it any more
	r.vectors, err = parseVectors(made)
	return err
}
