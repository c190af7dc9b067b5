package train

import (
	"reflect"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/conllu"
)

// annotatedSentence has nested mentions, a title before a name, and a role with
// capitals that is no name.
const annotatedSentence = `# text = President Ada Okoye of the Lagos Institute of Peace met the Minister in Abuja
1	President	President	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-cf1
2	Ada	Ada	PROPN	NNP	_	10	nsubj	_	_
3	Okoye	Okoye	PROPN	NNP	_	2	flat	_	_
4	of	of	ADP	IN	_	7	case	_	_
5	the	the	DET	DT	_	7	det	_	Entity=(2-organization-new-cf2
6	Lagos	Lagos	PROPN	NNP	_	7	compound	_	Entity=(3-place-new-cf3)
7	Institute	Institute	PROPN	NNP	_	2	nmod	_	_
8	of	of	ADP	IN	_	9	case	_	_
9	Peace	Peace	PROPN	NNP	_	7	nmod	_	Entity=2)1)
10	met	meet	VERB	VBD	_	0	root	_	_
11	the	the	DET	DT	_	12	det	_	Entity=(4-person-new-cf4
12	Minister	Minister	PROPN	NNP	_	10	obj	_	Entity=4)
13	in	in	ADP	IN	_	14	case	_	_
14	Abuja	Abuja	PROPN	NNP	_	10	obl	_	Entity=(5-place-new-cf5-Abuja)

`

func TestEntityLabels(t *testing.T) {
	s, err := conllu.Read(strings.NewReader(annotatedSentence))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields("O B-PER I-PER O O B-ORG I-ORG I-ORG I-ORG O O O O B-LOC")
	if got := entityLabels(&s[0]); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for i := range s[0].Words {
		s[0].Words[i].Entity = ""
	}
	if got := entityLabels(&s[0]); got != nil {
		t.Errorf("labels without an annotation: %v", got)
	}
}
