package name

import (
	"reflect"
	"testing"
)

func TestAgree(t *testing.T) {
	report := []Sentence{
		{wordsOf("Michael Jordan of the Lake Relief Council ( LRC ) spoke in Homs ."), []Name{{0, 2, "PER"}, {4, 7, "LOC"}, {12, 13, "LOC"}}},
		{wordsOf("Jordan said the LRC and the lrc had left Homs ."), []Name{{0, 1, "LOC"}, {9, 10, "LOC"}}},
		{wordsOf("Homs and the LRC were named by Jordan ."), []Name{{0, 1, "ORG"}, {3, 4, "PER"}, {7, 8, "PER"}}},
		{wordsOf("He left Homs with Jordan ."), []Name{{2, 3, "LOC"}, {4, 5, "PER"}}},
		{wordsOf("Homs is quiet ."), []Name{{0, 1, "LOC"}}},
	}
	Agree(report)
	want := [][]Name{
		{{0, 2, "PER"}, {4, 7, "LOC"}, {8, 9, "LOC"}, {12, 13, "LOC"}},
		{{0, 1, "PER"}, {3, 4, "LOC"}, {9, 10, "LOC"}},
		{{0, 1, "LOC"}, {3, 4, "LOC"}, {7, 8, "PER"}},
		{{2, 3, "LOC"}, {4, 5, "PER"}},
		{{0, 1, "LOC"}},
	}
	for i := range report {
		if !reflect.DeepEqual(report[i].Names, want[i]) {
			t.Errorf("sentence %d: %v, want %v", i, report[i].Names, want[i])
		}
	}
}

// A name of two kinds about as often stays as it was found each time, and a place
// that shares its name with a person's surname stays one where it was never found
// as a person.
func TestAgreeKeepsDoubt(t *testing.T) {
	report := []Sentence{
		{wordsOf("Washington agreed"), []Name{{0, 1, "ORG"}}},
		{wordsOf("in Washington"), []Name{{1, 2, "LOC"}}},
		{wordsOf("Denzel Lagos"), []Name{{0, 2, "PER"}}},
		{wordsOf("in Lagos"), []Name{{1, 2, "LOC"}}},
	}
	Agree(report)
	for i, want := range []string{"ORG", "LOC", "PER", "LOC"} {
		if got := report[i].Names[0].Kind; got != want {
			t.Errorf("sentence %d: %s, want %s", i, got, want)
		}
	}
}
