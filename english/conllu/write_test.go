package conllu

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// written is a file as Writer writes it, so that reading and writing it changes
// nothing.
const written = `# newdoc id = d1
# newpar
# sent_id = d1-1
# text = Syria's envoys (didn't) sign.
1-2	Syria's	_	_	_	_	_	_	_	_
1	Syria	Syria	PROPN	NNP	_	3	nmod:poss	_	NER=B-LOC
2	's	's	PART	POS	_	1	case	_	_
3	envoys	envoy	NOUN	NNS	_	8	nsubj	_	_
4	(	(	PUNCT	-LRB-	_	5	punct	_	SpaceAfter=No
5-6	didn't	_	_	_	_	_	_	_	SpaceAfter=No
5	did	do	AUX	VBD	_	8	aux	_	_
6	n't	not	PART	RB	_	8	advmod	_	_
7	)	)	PUNCT	-RRB-	_	5	punct	_	_
8	sign	sign	VERB	VB	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_

# sent_id = d1-2
# text = _
1	_	_	SYM	_	_	0	root	_	_

`

func rewritten(t *testing.T, in string) string {
	t.Helper()
	sentences, err := Read(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := NewWriter(&out)
	for i := range sentences {
		if err := w.Write(&sentences[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteWhatWasRead(t *testing.T) {
	if got := rewritten(t, written); got != written {
		t.Errorf("written:\n%s\nread:\n%s", got, written)
	}
}

// What is not kept is left out in a form that others can read.
func TestWriteDropsTheEnhancedGraph(t *testing.T) {
	got := rewritten(t, treebank)
	for _, gone := range []string{"4.1\t", "Entity="} {
		if strings.Contains(got, gone) {
			t.Errorf("%q is still there:\n%s", gone, got)
		}
	}
	if again := rewritten(t, got); again != got {
		t.Errorf("written once:\n%s\nand again:\n%s", got, again)
	}
}

func TestReadTokensOnly(t *testing.T) {
	r := NewReader(strings.NewReader("\ufeff# sent_id = a\r\n1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\r\n1\tcan\t_\t_\t_\t_\t_\t_\t_\t_\r\n2\tnot\t_\t_\t_\t_\t_\t_\t_\t_\r\n"))
	r.TokensOnly = true
	s, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	if want := []Range{{0, 2, "cannot", false}}; !reflect.DeepEqual(s.Ranges, want) || len(s.Words) != 2 || s.Comments[0] != "# sent_id = a" {
		t.Errorf("%+v", s)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add(written)
	f.Add(treebank)
	f.Fuzz(func(t *testing.T, in string) {
		if _, err := Read(strings.NewReader(in)); err != nil {
			return
		}
		once := rewritten(t, in)
		if again := rewritten(t, once); again != once {
			t.Fatalf("written once:\n%q\nand again:\n%q", once, again)
		}
	})
}
