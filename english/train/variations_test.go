package train

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/conllu"
)

// treebank is two documents, the second with nothing to vary.
const treebank = `# newdoc id = a
# text = Karim Haddad paid $4 million for 60 miles of road on Friday.
1	Karim	Karim	PROPN	NNP	_	3	nsubj	_	_
2	Haddad	Haddad	PROPN	NNP	_	1	flat	_	_
3	paid	pay	VERB	VBD	_	0	root	_	_
4	$	$	SYM	$	_	3	obj	_	SpaceAfter=No
5	4	4	NUM	CD	_	6	compound	_	_
6	million	million	NUM	CD	_	4	nummod	_	_
7	for	for	ADP	IN	_	9	case	_	_
8	60	60	NUM	CD	_	9	nummod	_	_
9	miles	mile	NOUN	NNS	_	3	obl	_	_
10	of	of	ADP	IN	_	11	case	_	_
11	road	road	NOUN	NN	_	9	nmod	_	_
12	on	on	ADP	IN	_	13	case	_	_
13	Friday	Friday	PROPN	NNP	_	3	obl	_	SpaceAfter=No
14	.	.	PUNCT	.	_	3	punct	_	_

# newdoc id = b
# text = Nobody left.
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func TestVariations(t *testing.T) {
	gold, err := conllu.Read(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for seed := range uint64(400) {
		out := variations(gold, rand.New(rand.NewPCG(seed, 1)))
		if again := variations(gold, rand.New(rand.NewPCG(seed, 1))); !reflect.DeepEqual(out, again) {
			t.Fatalf("seed %d gives other copies each time", seed)
		}
		for i := range out {
			s := &out[i]
			if s.Text == gold[1].Text || s.Text == gold[0].Text {
				t.Fatalf("a copy of a sentence as it was: %s", s.Text)
			}
			for k, w := range s.Words {
				if s.Text[w.Start:w.End] != w.Form {
					t.Fatalf("%s: %q stands where %q should", s.Text, s.Text[w.Start:w.End], w.Form)
				}
				// Words follow each other with one space or none between.
				if k > 0 && strings.Trim(s.Text[s.Words[k-1].End:w.Start], " ") != "" {
					t.Fatalf("%s: %q is part of no word", s.Text, s.Text[s.Words[k-1].End:w.Start])
				}
				seen[w.Form] = true
			}
			if !out[0].Document {
				t.Fatal("a copy opens no document")
			}
		}
	}
	for _, w := range []string{"Gen.", "Maj.", "J.", "£", "bn", "m", "km", "p.m.", "U.S."} {
		if want := w != "bn"; seen[w] != want { // the sum is of millions
			t.Errorf("%q seen: %v", w, seen[w])
		}
	}
}
