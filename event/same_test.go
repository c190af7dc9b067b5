package event

import (
	"testing"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

// TestSameAsTitle: what the title tells in short is what the first sentences tell
// in full; two acts of words told one after the other are two.
func TestSameAsTitle(t *testing.T) {
	code := func(typ, mode, cameo string) doc.Code {
		c, err := codebook.New(typ, mode, cameo)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	general, violence := code("THREATEN", "", "130"), code("THREATEN", "violence", "138")
	talks, aid := code("AGREE", "", "036"), code("AGREE", "", "033")
	tests := []struct {
		name     string
		a, b     doc.Code
		sentence [2]int // of a and b; 0 is the title
		same     bool
	}{
		{"general title, full lead", general, violence, [2]int{0, 1}, true},
		{"full title, general lead", violence, general, [2]int{0, 2}, true},
		{"far below the title", general, violence, [2]int{0, 5}, false},
		{"both in the text", general, violence, [2]int{1, 2}, false},
		{"both in the text, one code", violence, violence, [2]int{1, 5}, true},
		{"title and lead promise two things", talks, aid, [2]int{0, 1}, false},
	}
	for _, tt := range tests {
		d := &doc.Document{Blocks: []doc.Block{{Kind: doc.BlockTitle}, {Kind: doc.BlockBody}}}
		for i := range 6 {
			d.Sentences = append(d.Sentences, doc.Sentence{Block: min(i, 1)})
		}
		for i, c := range []doc.Code{tt.a, tt.b} {
			d.Events = append(d.Events, doc.Event{Code: c, Sentence: tt.sentence[i], Actor: []int{0}, Recipient: []int{1},
				Status: doc.Asserted, Time: -1, Place: -1, SameAs: -1})
		}
		markSame(d)
		if got := d.Events[1].SameAs == 0; got != tt.same {
			t.Errorf("%s: same is %v, want %v", tt.name, got, tt.same)
		}
	}
}
