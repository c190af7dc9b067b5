package eval

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestFloorsCheck(t *testing.T) {
	floors := Floors{"times": {
		Floors:   map[string]float64{"news.dev/value F1": 80},
		Ceilings: map[string]float64{"news.dev/extra": 2},
	}}
	good := []Score{{"news.dev", "value F1", 80, 10}, {"news.dev", "extra", 2, 10}}
	for name, c := range map[string]struct {
		scores []Score
		want   string
	}{
		"at the bounds":     {good, ""},
		"below the floor":   {[]Score{{"news.dev", "value F1", 79.99, 10}, good[1]}, "below its floor"},
		"above the ceiling": {[]Score{good[0], {"news.dev", "extra", 2.01, 10}}, "above its ceiling"},
		"not measured":      {good[:1], "news.dev/extra has a bound and was not measured"},
		"without a bound":   {append([]Score{{"other", "F1", 1, 1}}, good...), ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := floors.Check([]Result{{"times", c.scores}})
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	if err := floors.Check([]Result{{"places", nil}}); err != nil {
		t.Errorf("a part that was not measured must not count: %v", err)
	}
}

func TestRaiseNeverLowers(t *testing.T) {
	floors := Floors{"times": {
		Floors:   map[string]float64{"a/F1": 80, "b/F1": 50, "b/recall": 55},
		Ceilings: map[string]float64{"a/extra": 2, "b/extra": 9},
	}}
	raised := floors.Raise([]Result{{"times", []Score{
		{"a", "F1", 81.239, 1}, {"b", "F1", 40, 1}, {"c", "F1", 10, 1}, {"a", "extra", 1.501, 1}, {"b", "extra", 12, 1},
		{"b", "recall", 60, 1}, {"d", "B3 recall", 70, 1}, {"d", "B3 F1", 71, 1}, {"d", "root recall", 72, 1},
	}}})
	want := Floors{"times": {
		Floors:   map[string]float64{"a/F1": 81.23, "b/F1": 50, "c/F1": 10, "b/recall": 60, "d/B3 F1": 71, "d/root recall": 72},
		Ceilings: map[string]float64{"a/extra": 1.51, "b/extra": 9},
	}}
	if !reflect.DeepEqual(raised, want) {
		t.Errorf("got %v, want %v", raised, want)
	}
	if floors["times"].Floors["a/F1"] != 80 {
		t.Error("the floors it was called on have changed")
	}
	path := filepath.Join(t.TempDir(), "floors.json")
	if err := raised.Write(path); err != nil {
		t.Fatal(err)
	}
	if read, err := ReadFloors(path); err != nil || !reflect.DeepEqual(read, want) {
		t.Errorf("read back %v, %v", read, err)
	}
}

func TestPinnedFloorsAreOfKnownParts(t *testing.T) {
	floors, err := ReadFloors("floors.json")
	if err != nil {
		t.Fatal(err)
	}
	for part := range floors {
		if _, err := Select([]string{part}); err != nil {
			t.Errorf("floors.json: %v", err)
		}
	}
}

func TestSelect(t *testing.T) {
	all, err := Select([]string{"all"})
	if err != nil || len(all) != len(Parts()) {
		t.Errorf("all: %d parts, %v", len(all), err)
	}
	if _, err := Select([]string{"weather"}); err == nil || !strings.Contains(err.Error(), `"weather"`) {
		t.Errorf("unknown part: %v", err)
	}
	two, err := Select([]string{"copies", "stories"})
	if err != nil || len(two) != 2 || two[0].Name != "stories" {
		t.Errorf("order of the pipeline: %v, %v", two, err)
	}
}
