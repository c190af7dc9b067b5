package eval

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/english/conllu"
)

// English scores the English core on the test sets of two treebanks and of the
// name annotations on them. The treebanks lie in the folder treebanks beside
// sets.
//
// With gold words: UPOS, UAS and LAS are shares of all words, punctuation
// included, relations compared without their subtypes, as in the CoNLL 2018
// shared task; core verb frames are the share of verbs whose subjects, objects and
// agents are all right and none too many, full ones have the clausal complements
// as well; headline LAS is that of the
// sentences written as headlines. From raw text: F1 of words and of sentences with exactly right
// spans, and of words that moreover have the right head and relation. Names: F1
// of names with exactly the right words and kind, on gold words.
func English(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(sets, "..", "treebanks")
	var out []Score
	for _, set := range []string{"ewt.test", "pud.test"} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		log("english: " + set)
		gold, err := readGzip(filepath.Join(dir, set+".conllu.gz"), conllu.Read)
		if err != nil {
			return nil, err
		}
		for _, score := range []func(*english.Core, []conllu.Sentence) ([]Score, error){goldWords, asHeadlines, rawText} {
			scores, err := score(core, gold)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", set, err)
			}
			out = append(out, inSet(set, scores)...)
		}
	}
	for _, set := range []string{"uner-test", "unerpud"} {
		log("english: " + set)
		gold, err := readGzip(filepath.Join(dir, "names", set+".bio.gz"), conllu.ReadBIO)
		if err != nil {
			return nil, err
		}
		scores, err := nameScores(core, gold)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", set, err)
		}
		out = append(out, inSet(set, scores)...)
	}
	return out, nil
}

func inSet(set string, scores []Score) []Score {
	for i := range scores {
		scores[i].Set = set
	}
	return scores
}

func readGzip[T any](path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer z.Close()
	out, err := read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

func goldWords(core *english.Core, gold []conllu.Sentence) ([]Score, error) {
	var forms [][]string
	for _, s := range gold {
		var f []string
		for _, w := range s.Words {
			f = append(f, w.Form)
		}
		forms = append(forms, f)
	}
	d := english.Given(forms)
	if err := english.AnnotateGiven(core, d); err != nil {
		return nil, err
	}
	n, tags, lemmas, heads, both := 0, 0, 0, 0, 0
	for i, s := range gold {
		first := d.Sentences[i].First
		for k, w := range s.Words {
			t := d.Tokens[first+k]
			n++
			if t.UPOS == w.UPOS {
				tags++
			}
			if t.Lemma == w.Lemma {
				lemmas++
			}
			head := t.Head
			if head >= 0 {
				head -= first
			}
			if head != w.Head {
				continue
			}
			heads++
			if universal(t.Rel) == universal(w.Rel) {
				both++
			}
		}
	}
	return append([]Score{
		{Name: "UPOS", Value: percent(tags, n), N: n},
		{Name: "lemmas", Value: percent(lemmas, n), N: n},
		{Name: "UAS", Value: percent(heads, n), N: n},
		{Name: "LAS", Value: percent(both, n), N: n},
	}, verbFrames(d, gold)...), nil
}

// asHeadlines scores the trees of the gold words when the sentences are written as
// headlines are.
func asHeadlines(core *english.Core, gold []conllu.Sentence) ([]Score, error) {
	scores, err := goldWords(core, headlines(gold))
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(scores, func(s Score) bool { return s.Name == "LAS" })
	scores[i].Name = "headline LAS"
	return scores[i : i+1], nil
}

// universal is a relation without its subtype.
func universal(rel string) string {
	u, _, _ := strings.Cut(rel, ":")
	return u
}

// rawText scores the core on the text of a treebank. Paragraphs are kept apart by
// blank lines. A sentence with a word that its text does not contain is left out.
func rawText(core *english.Core, gold []conllu.Sentence) ([]Score, error) {
	var b strings.Builder
	words := map[doc.Span]conllu.Word{}
	headOf := map[doc.Span]doc.Span{}
	sentences := map[doc.Span]bool{}
	glued := true
	for _, s := range gold {
		if !s.Aligned() {
			continue
		}
		switch {
		case b.Len() > 0 && (s.Par || s.Document):
			b.WriteString("\n\n")
		case !glued:
			b.WriteByte(' ')
		}
		at := b.Len()
		b.WriteString(s.Text)
		span := func(i int) doc.Span { return doc.Span{Start: at + s.Words[i].Start, End: at + s.Words[i].End} }
		for i, w := range s.Words {
			words[span(i)] = w
			if w.Head >= 0 {
				headOf[span(i)] = span(w.Head)
			}
		}
		last := len(s.Words) - 1
		sentences[span(0).Cover(span(last))] = true
		glued = s.Words[last].Glued
	}
	d := &doc.Document{Text: b.String()}
	if err := english.Annotate(core, d); err != nil {
		return nil, err
	}
	rightWords, rightTrees, rightSentences := 0, 0, 0
	for _, t := range d.Tokens {
		w, ok := words[t.Span]
		if !ok {
			continue
		}
		rightWords++
		var head doc.Span
		if t.Head >= 0 {
			head = d.Tokens[t.Head].Span
		}
		if head == headOf[t.Span] && universal(t.Rel) == universal(w.Rel) {
			rightTrees++
		}
	}
	for _, s := range d.Sentences {
		if sentences[s.Span] {
			rightSentences++
		}
	}
	return []Score{
		{Name: "raw word F1", Value: percent(2*rightWords, len(words)+len(d.Tokens)), N: len(words)},
		{Name: "raw sentence F1", Value: percent(2*rightSentences, len(sentences)+len(d.Sentences)), N: len(sentences)},
		{Name: "raw LAS", Value: percent(2*rightTrees, len(words)+len(d.Tokens)), N: len(words)},
	}, nil
}

// nameSpan is a name by its words and its kind.
type nameSpan struct {
	first, last int
	kind        string
}

func nameScores(core *english.Core, gold []conllu.Named) ([]Score, error) {
	want := map[nameSpan]bool{}
	var forms [][]string
	at := 0
	for _, s := range gold {
		forms = append(forms, s.Forms)
		for i, label := range s.Labels {
			if !strings.HasPrefix(label, "B-") {
				continue
			}
			n := nameSpan{at + i, at + i + 1, label[2:]}
			for n.last-at < len(s.Labels) && s.Labels[n.last-at] == "I-"+n.kind {
				n.last++
			}
			want[n] = true
		}
		at += len(s.Forms)
	}
	d := english.Given(forms)
	if err := english.AnnotateGiven(core, d); err != nil {
		return nil, err
	}
	right := 0
	for _, n := range d.Names {
		if want[nameSpan{n.First, n.Last, string(n.Kind)}] {
			right++
		}
	}
	return []Score{
		{Name: "names precision", Value: percent(right, len(d.Names)), N: len(d.Names)},
		{Name: "names recall", Value: percent(right, len(want)), N: len(want)},
		{Name: "names F1", Value: percent(2*right, len(want)+len(d.Names)), N: len(want)},
	}, nil
}
