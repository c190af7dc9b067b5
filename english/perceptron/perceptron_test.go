package perceptron

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// decide returns the better of the classes 0 and 1.
func decide(t *Table, features []uint64) int {
	var s Scores
	t.Add(features, &s)
	if s[1] > s[0] {
		return 1
	}
	return 0
}

// examples gives the class of two-feature cases that one feature alone cannot tell.
func examples() (features [][]uint64, classes []uint8) {
	for a := range uint64(4) {
		for b := range uint64(4) {
			features = append(features, []uint64{Feature(0, a), Feature(1, b), Feature(2, Mix(a+10, b))})
			classes = append(classes, uint8((a^b)&1))
		}
	}
	return features, classes
}

func trained() *Table {
	tr := NewTrainer(12)
	features, classes := examples()
	for range 20 {
		for i, f := range features {
			var s Scores
			tr.Add(f, &s)
			guess := uint8(0)
			if s[1] > s[0] {
				guess = 1
			}
			tr.Update(f, classes[i], guess)
			tr.Step()
		}
	}
	return Mean(0.1, tr)
}

func TestLearns(t *testing.T) {
	table := trained()
	features, classes := examples()
	for i, f := range features {
		if got := decide(table, f); got != int(classes[i]) {
			t.Errorf("case %d: class %d, want %d", i, got, classes[i])
		}
	}
}

func TestAverages(t *testing.T) {
	tr := NewTrainer(4)
	f := []uint64{Feature(0, 1)}
	tr.Step() // weight 0 for one step
	tr.Update(f, 1, 0)
	for range 3 {
		tr.Step() // then 1 for three: the average is ¾
	}
	var s Scores
	Mean(0, tr).Add(f, &s)
	if s[1] != scale*3/4 || s[0] != -s[1] {
		t.Fatalf("scores %v, want ∓%d", s[:2], scale*3/4)
	}
	tr.Update(f, 0, 1) // and 0 for four: ⅜
	for range 4 {
		tr.Step()
	}
	var later Scores
	Mean(0, tr).Add(f, &later)
	if later[1] != scale*3/8 {
		t.Errorf("score %d, want %d", later[1], scale*3/8)
	}
	var mean Scores
	Mean(0, tr, NewTrainer(4)).Add(f, &mean) // the other trainer knows nothing
	if mean[1] != scale*3/16 {
		t.Errorf("mean with an empty trainer %d, want %d", mean[1], scale*3/16)
	}
	s = Scores{}
	if Mean(0.5, tr).Add(f, &s); s != (Scores{}) {
		t.Errorf("weights of ⅜ kept: %v; all below ½ should be dropped", s[:2])
	}
}

func TestFileRoundTrip(t *testing.T) {
	table := trained()
	b := table.Append(nil)
	got, rest, err := Parse(append(b, "rest"...))
	if err != nil {
		t.Fatal(err)
	}
	if string(rest) != "rest" || !reflect.DeepEqual(got, table) || !slices.Equal(got.Append(nil), b) {
		t.Error("the table read is not the table written")
	}
	for i := range b {
		if _, _, err := Parse(b[:i]); err == nil {
			t.Fatalf("a table cut at byte %d was read without an error", i)
		}
	}
}

// wide returns a table with rows of every length, and the same weights by row and
// class.
func wide(classes int) (*Table, [][MaxClasses]int32) {
	const bits = 7
	rnd := rand.New(rand.NewPCG(uint64(classes), 5))
	weights := make([][MaxClasses]int32, 1<<bits)
	first, cells := make([]uint32, 1<<bits+1), []cell(nil)
	for r := range weights {
		for class := range classes {
			if w := int16(rnd.Uint32()); w != 0 && rnd.IntN(len(weights)) < r {
				cells = append(cells, cell{w, uint8(class)})
				weights[r][class] = int32(w)
			}
		}
		first[r+1] = uint32(len(cells))
	}
	return newTable(64-bits, first, cells), weights
}

// Whichever way a row is laid out and added, the sums are those of its weights.
func TestAddIsExact(t *testing.T) {
	for _, classes := range []int{1, 2, 7, 16, 17, 94, 255, 256} {
		table, weights := wide(classes)
		again, _, err := Parse(table.Append(nil))
		if err != nil || !reflect.DeepEqual(again, table) {
			t.Errorf("%d classes: the table read is not the table written: %v", classes, err)
		}
		var features []uint64
		var want, got, portable Scores
		for r := range weights {
			for range 1 + r%3 { // more features than one batch
				features = append(features, uint64(r)<<table.shift)
				for class, w := range weights[r] {
					want[class] += w
				}
			}
		}
		table.Add(features, &got)
		if got != want {
			t.Errorf("%d classes: sums %v, want %v", classes, got[:classes], want[:classes])
		}
		places := []uint32{}
		for at := 0; at < len(table.dense); at += table.width {
			places = append(places, uint32(at))
		}
		if got = (Scores{}); len(places) > 0 {
			addRows(&got, table.dense, places, table.width)
			if addRowsPortable(&portable, table.dense, places, table.width); got != portable {
				t.Errorf("%d classes: the fast sums and the portable ones differ", classes)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(trained().Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		table, _, err := Parse(b)
		if err != nil {
			return
		}
		var s Scores
		table.Add([]uint64{0, 1 << 63, ^uint64(0)}, &s)
	})
}
