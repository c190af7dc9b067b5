package english

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/english/split"
)

// TestMarksStayWithTheirSentence: "¶" stands where the splitter ended a sentence,
// and in want where it ends.
func TestMarksStayWithTheirSentence(t *testing.T) {
	for _, tt := range []struct{ split, want string }{
		{"“ · Who did it · ? ¶ · ” he asked", "“ · Who did it · ? · ” he asked"},
		{"We won · . ¶ · ” Nobody spoke", "We won · . · ” ¶ Nobody spoke"},
		{`We won · . ¶ · " Nobody spoke`, `We won · . · " ¶ Nobody spoke`},
		{"( · It did not · . ¶ · ) Nobody spoke", "( · It did not · . · ) ¶ Nobody spoke"},
		{"We won · . “ ¶ · Nobody spoke", "We won · . ¶ “ · Nobody spoke"},
		{"We won · . ¶ “ · Nobody spoke", "We won · . ¶ “ · Nobody spoke"},
		{`We won · . ¶ " · Nobody spoke`, `We won · . ¶ " · Nobody spoke`},
		{"We won · . ¶ · ”", "We won · . · ”"},
	} {
		text, tokens := marked(tt.split)
		wantText, want := marked(tt.want)
		if text != wantText {
			t.Fatalf("%q and %q are two texts", text, wantText)
		}
		keepMarks(text, tokens)
		for i := range tokens {
			if i+1 < len(tokens) && tokens[i].Last != want[i].Last {
				t.Errorf("%s: %q ends the sentence: %v", tt.split, text[tokens[i].Start:tokens[i].End], tokens[i].Last)
			}
		}
	}
}

func TestSentenceWithoutAMarkIsUnfinished(t *testing.T) {
	for s, want := range map[string]bool{
		"the League · ( · PML · ) ¶ President":     true,
		"the pro-Kurdish HDP ¶ Nobody":             true,
		"( · It did not · . · ) ¶ Nobody":          false,
		"the League · ( · PML · ) · . ¶ President": false,
	} {
		text, tokens := marked(s)
		for i := 1; i < len(tokens); i++ {
			if tokens[i-1].Last && unfinished(text, tokens, i) != want {
				t.Errorf("%s: unfinished is %v", s, !want)
			}
		}
	}
	if unfinished("(Reuters)\nThe", []split.Token{{Start: 0, End: 9}, {Start: 10, End: 13}}, 1) {
		t.Error("a bracket at the end of a line ends nothing")
	}
}

// marked reads words with spaces between: "·" for no space in the text, "¶" for the
// end of a sentence.
func marked(s string) (string, []split.Token) {
	var b strings.Builder
	var tokens []split.Token
	glued := true
	for _, f := range strings.Fields(s) {
		switch f {
		case "·":
			glued = true
		case "¶":
			tokens[len(tokens)-1].Last = true
		default:
			if !glued {
				b.WriteByte(' ')
			}
			start := b.Len()
			b.WriteString(f)
			tokens, glued = append(tokens, split.Token{Start: start, End: b.Len()}), false
		}
	}
	return b.String(), tokens
}
