package quote

import (
	"strings"
	"testing"
)

func TestAttitudesAreToldApart(t *testing.T) {
	for _, c := range []struct {
		text, content string
		attitude      bool
	}{
		{"The foreign minister said that the army had shelled the town.", "that the army had shelled the town", false},
		{"The foreign minister opposes the deployment of foreign troops.", "the deployment of foreign troops", true},
		{"Lithuania endorsed the proposal of the Norwegian government.", "the proposal of the Norwegian government", true},
		{"The ministry accused the rebels of shelling the port.", "the rebels of shelling the port", true},
		{"The president urged both sides to withdraw from the town.", "both sides to withdraw from the town", false},
	} {
		d := read(t, c.text)
		found := false
		for _, q := range d.Quotes {
			if d.Slice(q.Content[0]) == c.content {
				found = true
				if q.Attitude != c.attitude {
					t.Errorf("%s: attitude %v by %s", c.text, q.Attitude, q.Rule)
				}
			}
		}
		if !found {
			t.Errorf("%s: not found, but %d others", c.text, len(d.Quotes))
			for _, q := range d.Quotes {
				t.Log(line(d, q), q.Rule)
			}
		}
	}
}

func TestSayingInsideAnAttitude(t *testing.T) {
	d := read(t, "The newspaper cited officials who said that the army had left the town.")
	for _, q := range d.Quotes {
		if d.Slice(q.Cue) == "said" && !q.Attitude {
			return
		}
	}
	t.Errorf("the officials' words are not found among %d", len(d.Quotes))
}

// An attack is an act in war, whatever it is in an election.
func TestActsAreNoCues(t *testing.T) {
	for _, text := range []string{"The rebels attacked the barracks near the river.", "Gunmen fired at the crowd near the market."} {
		if d := read(t, text); len(d.Quotes) > 0 {
			t.Errorf("%s: %s", text, line(d, d.Quotes[0]))
		}
	}
}

func TestReadFactors(t *testing.T) {
	_, err := readFactors("signs.tsv", strings.NewReader("# note\nverb that\talone\t-1\nverb that\talone\t1\nverb that\tmodal\nverb to\tmodal\tNaN\nverb to\tmodal\t21\n"))
	if err == nil {
		t.Fatal("a broken table was read")
	}
	for _, want := range []string{"signs.tsv:3", "signs.tsv:4", "signs.tsv:5", "signs.tsv:6"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not named in %v", want, err)
		}
	}
}

// Every construction that a cue can have is weighed: a table without its row would
// let the bare weight decide.
func TestEveryConstructionIsWeighed(t *testing.T) {
	s, err := NewStage()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"verb that", "verb wh", "verb to", "verb ing", "verb object", "verb pred", "verb raise", "noun that", "noun to", "noun object", "adjective that"} {
		if len(s.factors[k]) < 2 {
			t.Errorf("%s has no factors", k)
		}
	}
}
