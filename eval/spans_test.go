package eval

import (
	"slices"
	"testing"

	"github.com/readout-project/readout/doc"
)

func TestPairSpans(t *testing.T) {
	gold := []doc.Span{{Start: 0, End: 4}, {Start: 6, End: 20}, {Start: 30, End: 32}}
	found := []doc.Span{{Start: 3, End: 10}, {Start: 8, End: 20}, {Start: 0, End: 4}, {Start: 40, End: 44}}
	got := pairSpans(gold, found)
	want := []spanPair{{0, 2}, {1, 1}}
	if !slices.Equal(got, want) {
		t.Errorf("pairSpans = %v, want %v", got, want)
	}
	if f := f1(1, 4, 2); f < 33.3 || f > 33.4 {
		t.Errorf("f1(1, 4, 2) = %v, want a third", f)
	}
}

func TestTimexIsDay(t *testing.T) {
	for value, want := range map[string]bool{
		"2015-09-05": true, "2015-09-05T10:30": true, "2015-09": false, "2015-W36": false, "XXXX-09-05": false, "": false, "2015-02-31": false,
	} {
		if got := (timex{Value: value}).isDay(); got != want {
			t.Errorf("isDay(%q) = %v", value, got)
		}
	}
}
