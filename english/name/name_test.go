package name

import (
	"reflect"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

func example(sentence, labels string) Example {
	e := Example{Labels: strings.Fields(labels)}
	for _, f := range strings.Fields(sentence) {
		e.Words = append(e.Words, word.New(f))
		e.Tags = append(e.Tags, 0)
	}
	return e
}

func TestTrainAndFind(t *testing.T) {
	examples := []Example{
		example("Ada Okoye met Tom Brandt in Abuja", "B-PER I-PER O B-PER I-PER O B-LOC"),
		example("the African Union met in Addis Ababa", "O B-ORG I-ORG O O B-LOC I-LOC"),
	}
	f, err := Load(Train(examples, 10, 1).Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]Name{
		{{0, 2, "PER"}, {3, 5, "PER"}, {6, 7, "LOC"}},
		{{1, 3, "ORG"}, {5, 7, "LOC"}},
	}
	for i, ex := range examples {
		if got := f.Find(ex.Words, ex.Tags); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("names %v, want %v", got, want[i])
		}
	}
}

// A name cannot go on where none of its kind stands, however sure the weights are.
func TestNoNameGoesOnFromNothing(t *testing.T) {
	var s perceptron.Scores
	for i := range labels {
		s[i] = int32(10 * i)
	}
	for last := range labels {
		got := best(&s, uint8(last))
		if labels[got][0] == 'I' && (last == 0 || labels[last][2:] != labels[got][2:]) {
			t.Errorf("%s after %s", labels[got], labels[last])
		}
	}
}
