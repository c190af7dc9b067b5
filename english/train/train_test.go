package train

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tiny is a treebank of two sentences of our own.
const tiny = `# newdoc id = a
# newpar
# text = The envoy left Geneva.
1	The	the	DET	DT	_	2	det	_	_
2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
3	left	leave	VERB	VBD	_	0	root	_	_
4	Geneva	Geneva	PROPN	NNP	_	3	obj	_	SpaceAfter=No|Entity=(1-place-new-Geneva)
5	.	.	PUNCT	.	_	3	punct	_	_

# text = Ministers didn't speak.
1	Ministers	minister	NOUN	NNS	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	speak	speak	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

`

func writeGzip(t *testing.T, path, content string) {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The same input and seed must give the same files.
func TestTrainingIsDeterministic(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"ewt.train", "gum-open.train", "gum-open.dev", "ewt.dev"} {
		writeGzip(t, filepath.Join(dir, name+".conllu.gz"), strings.Repeat(tiny, 10))
	}
	for _, set := range nameSets {
		writeGzip(t, filepath.Join(dir, "names", set), strings.Repeat("Geneva\tB-LOC\nfell\tO\n\n", 10))
	}
	writeGzip(t, filepath.Join(dir, "text", "a.txt.gz"), strings.Repeat("The envoy left Geneva.\nThe minister left Vienna.\n", 40))
	// The third run goes on where one was stopped in the middle of the parser.
	work := t.TempDir()
	var made [3]map[string][]byte
	for i := range made {
		out := t.TempDir()
		o := Options{Treebanks: dir, Text: filepath.Join(dir, "text"), Out: out, TagPasses: 3, TreePasses: 2}
		if i == 2 {
			o.Work = work
			ctx, stop := context.WithCancel(t.Context())
			err := English(ctx, o, func(line string) {
				if strings.Contains(line, "parser: dev") {
					stop()
				}
			})
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("a stopped run ended with %v", err)
			}
		}
		resumed := false
		err := English(t.Context(), o, func(line string) { resumed = resumed || strings.Contains(line, "going on after pass 1") })
		if err != nil {
			t.Fatal(err)
		}
		if resumed != (i == 2) {
			t.Errorf("run %d: resumed is %v", i, resumed)
		}
		made[i] = map[string][]byte{}
		for _, file := range []string{"lexicon.zst", "split.zst", "lemmas.zst", "tags.zst", "trees.zst", "names.zst"} {
			b, err := os.ReadFile(filepath.Join(out, file))
			if err != nil {
				t.Fatal(err)
			}
			made[i][file] = b
		}
	}
	for file := range made[0] {
		if !bytes.Equal(made[0][file], made[1][file]) || !bytes.Equal(made[0][file], made[2][file]) {
			t.Errorf("%s differs from run to run", file)
		}
	}
}

func TestMissingTreebank(t *testing.T) {
	err := English(context.Background(), Options{Treebanks: t.TempDir(), Out: t.TempDir()}, func(string) {})
	if err == nil || !strings.Contains(err.Error(), "ewt.train.conllu.gz") {
		t.Errorf("error %v does not name the missing file", err)
	}
}

// Words in the same surroundings belong to one cluster.
func TestClusters(t *testing.T) {
	const nouns, verbs, article = 100, 200, 300
	rnd := rand.New(rand.NewPCG(1, 1))
	part := textPart{}
	for range 2000 {
		part.keys = append(part.keys, article, nouns+rnd.Uint64N(5), verbs+rnd.Uint64N(5), article, nouns+rnd.Uint64N(5), lineEnd)
	}
	c := count([]textPart{part})
	class, err := c.cluster(context.Background(), 3)
	if err != nil {
		t.Fatal(err)
	}
	of := map[uint64]uint16{}
	for i, k := range c.keys {
		of[k] = class[i]
	}
	for i := range uint64(5) {
		if of[nouns+i] != of[nouns] || of[verbs+i] != of[verbs] {
			t.Errorf("clusters %v", of)
		}
	}
	if of[nouns] == of[verbs] || of[nouns] == of[article] || of[verbs] == of[article] {
		t.Errorf("clusters %v", of)
	}
}

func TestCapitals(t *testing.T) {
	part := textPart{writings: map[uint64][2]int{1: {100, 0}, 2: {0, 100}, 3: {50, 50}, 4: {1, 1}}}
	got := capitals([]uint64{0, 1, 2, 3, 4}, []textPart{part})
	for i, want := range []uint16{0, 1, 5, 3, 0} {
		if got[i] != want {
			t.Errorf("word %d: %d, want %d", i, got[i], want)
		}
	}
}

func TestRecasing(t *testing.T) {
	for form, want := range map[string]string{"envoy": "Envoy", "of": "of", "n't": "n't", "U.S.": "U.S."} {
		if got := headline(form, 1); got != want {
			t.Errorf("%q in a headline is %q, want %q", form, got, want)
		}
	}
	if got := headline("the", 0); got != "The" {
		t.Errorf("the first word of a headline is %q", got)
	}
}
