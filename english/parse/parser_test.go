package parse_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/learn"
	"github.com/readout-project/readout/english/network"
	"github.com/readout-project/readout/english/parse"
	"github.com/readout-project/readout/english/word"
)

// lessons are sentences with the head of each word (0 the root) and its relation.
var lessons = []string{
	"the/2/det envoy/3/nsubj left/0/root Geneva/3/obj",
	"a/2/det minister/3/nsubj praised/0/root troops/3/obj",
	"rebels/2/nsubj shelled/0/root the/4/det town/2/obj",
	"troops/2/nsubj left/0/root",
	"the/2/det minister/3/nsubj left/0/root the/5/det town/3/obj",
}

// taught returns a parser that has seen the lessons often.
func taught(t *testing.T) *parse.Parser {
	t.Helper()
	relations := []string{"nsubj", "obj", "det"}
	var keys []uint64
	for _, l := range lessons {
		for _, f := range strings.Fields(l) {
			keys = append(keys, word.LowKey(strings.Split(f, "/")[0]))
		}
	}
	v := network.NewVocabulary(keys)
	var examples []*learn.Example
	for _, l := range lessons {
		e := &learn.Example{}
		var forms []string
		for _, f := range strings.Fields(l) {
			part := strings.Split(f, "/")
			forms = append(forms, part[0])
			e.Heads = append(e.Heads, int32(part[1][0])-'1')
			label := int32(0)
			for i, r := range relations {
				if r == part[2] {
					label = int32(i)
				}
			}
			e.Labels, e.Tags = append(e.Labels, label), append(e.Tags, 1)
		}
		e.Rows = v.Rows(words(forms), make([]uint8, len(forms)), nil)
		examples = append(examples, e)
	}
	vectors := make([]float32, (v.Len()+1)*network.TableWidth(network.TableWord))
	seen := make([]int, v.Len()+1)
	for i := range seen {
		seen[i] = 100
	}
	sizes := network.Sizes{Layers: 2, Hidden: 32, Arc: 32, Label: 32}
	m := learn.NewModel(rand.New(rand.NewPCG(1, 1)), sizes, v, 2, len(relations), vectors, seen)
	tr := &learn.Trainer{Model: m, Passes: 500, Seed: 1}
	for tr.Done < tr.Passes {
		if err := tr.Pass(t.Context(), examples, func(string) {}); err != nil {
			t.Fatal(err)
		}
	}
	p, err := parse.Load(m.Append(nil, relations))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func words(forms []string) []word.Word {
	var out []word.Word
	for _, f := range forms {
		out = append(out, word.New(f))
	}
	return out
}

// read parses sentences together and writes their trees as lessons are written.
func read(p *parse.Parser, sentences ...[]string) []string {
	r := p.NewReader()
	for _, s := range sentences {
		r.Add(words(s), make([]uint8, len(s)))
	}
	out := make([]string, len(sentences))
	r.Parse(func(i int, arcs []parse.Arc) {
		for k, a := range arcs {
			out[i] += fmt.Sprintf(" %s/%d/%s", sentences[i][k], a.Head+1, p.Relation(a))
			if a.Tag != 1 {
				out[i] += " with a wrong tag"
			}
		}
		out[i] = out[i][1:]
	})
	return out
}

// From lessons to file to tree: the parser must have learnt its lessons and read
// a sentence like them, and nothing may depend on what else is read.
func TestParserLearns(t *testing.T) {
	p := taught(t)
	sentences := [][]string{strings.Fields("the envoy shelled Geneva")}
	want := []string{"the/2/det envoy/3/nsubj shelled/0/root Geneva/3/obj"}
	for _, l := range lessons {
		var forms []string
		for _, f := range strings.Fields(l) {
			forms = append(forms, strings.Split(f, "/")[0])
		}
		sentences, want = append(sentences, forms), append(want, l)
	}
	together := read(p, sentences...)
	for i, s := range sentences {
		if together[i] != want[i] {
			t.Errorf("got  %s\nwant %s", together[i], want[i])
		}
		if alone := read(p, s); alone[0] != together[i] {
			t.Errorf("alone %s\ntogether %s", alone[0], together[i])
		}
	}
}
