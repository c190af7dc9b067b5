package network

import (
	"slices"
	"testing"
)

// Every word has a place of its own, sentences that go on stay in front, and each
// direction reads every word of every sentence once, right after its neighbour.
func TestLayout(t *testing.T) {
	var l Layout
	for _, lengths := range [][]int{{}, {3}, {2, 5, 2, 1}, {4, 4}, {1, 1, 7}} {
		l.Set(lengths)
		words := 0
		for _, n := range lengths {
			words += n
		}
		if l.Words() != words {
			t.Fatalf("%v: %d words", lengths, l.Words())
		}
		used := make([]bool, words)
		for s, number := range l.Order {
			if s > 0 && lengths[number] > lengths[l.Order[s-1]] {
				t.Errorf("%v: order %v is not by length", lengths, l.Order)
			}
			for w := range lengths[number] {
				if at := l.At(s, w); used[at] {
					t.Errorf("%v: place %d is used twice", lengths, at)
				} else {
					used[at] = true
				}
			}
		}
		for d := range 2 {
			for i := range l.Steps() {
				word, last, carried := l.Step(d, i)
				for s := range l.Count(word) {
					inner := word > 0
					if d == 1 {
						inner = word < lengths[l.Order[s]]-1
					}
					if inner != (s < carried) {
						t.Errorf("%v: direction %d, word %d of sentence %d: carried is %v", lengths, d, word, s, s < carried)
					}
				}
				if i > 0 && last != word-1+2*d {
					t.Errorf("%v: direction %d reads %d after %d", lengths, d, word, last)
				}
			}
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := NewVocabulary([]uint64{7, 3, 0, 3, 1 << 40})
	if want := []uint64{3, 7, 1 << 40}; !slices.Equal(v.Keys(), want) {
		t.Fatalf("keys %v, want %v", v.Keys(), want)
	}
	for key, want := range map[uint64]int32{3: 1, 7: 2, 1 << 40: 3, 5: 0, 0: 0} {
		if got := v.Number(key); got != want {
			t.Errorf("%d has number %d, want %d", key, got, want)
		}
	}
}

// A block of a file keeps every value to half a step of its scale and cuts none
// off.
func TestBlocks(t *testing.T) {
	m := Matrix{Rows: 3, Cols: 70, Values: make([]float32, 210)}
	for i := range m.Values {
		m.Values[i] = float32(i%13-6) * float32(i/70*i/70) / 3
	}
	f := &file{b: m.append(nil)}
	got := f.matrix(3, 70)
	if f.err != nil || len(f.b) != 0 {
		t.Fatalf("error %v, %d bytes left", f.err, len(f.b))
	}
	for i, v := range m.Values {
		row := m.Values[i/70*70:][:70]
		block := row[i%70/64*64:]
		block = block[:min(64, len(block))]
		var top float32
		for _, x := range block {
			top = max(top, x, -x)
		}
		if d := max(got[i]-v, v-got[i]); d > top/blockLimit*.51 {
			t.Errorf("value %d is %v, was %v", i, got[i], v)
		}
	}
}
