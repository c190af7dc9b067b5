package split

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/readout-project/readout/english/word"
)

// example reads a text in which "·" stands between words that no space divides
// and "|" after the last word of a sentence.
func example(marked string) Example {
	var ex Example
	var b strings.Builder
	for _, field := range strings.Fields(marked) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		field, last := strings.CutSuffix(field, "|")
		for _, w := range strings.Split(field, "·") {
			start := b.Len()
			b.WriteString(w)
			ex.Tokens = append(ex.Tokens, Token{Start: start, End: b.Len()})
		}
		ex.Tokens[len(ex.Tokens)-1].Last = last
	}
	ex.Text = b.String()
	return ex
}

func examples() []Example {
	return []Example{
		example("The envoy left·.| He did·n't speak·.|"),
		example("Gen. Brandt left·.| We can·not say·.|"),
		example("They can·not go·.| The U.S. left·, he said·.|"),
		example("(·The Quartet·) met·.| Nobody said why·.|"),
	}
}

func trained(t *testing.T) (*word.Lexicon, *Splitter) {
	t.Helper()
	lex := new(word.Lexicon)
	s, err := Load(Train(lex, examples(), 20, 1).Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	return lex, s
}

func TestTrainAndSplit(t *testing.T) {
	lex, s := trained(t)
	for _, ex := range examples() {
		if got := s.Split(lex, ex.Text, nil); !slices.Equal(got, ex.Tokens) {
			t.Errorf("%s:\n got %v\nwant %v", ex.Text, got, ex.Tokens)
		}
	}
}

func TestBlankLineEndsASentence(t *testing.T) {
	lex, s := trained(t)
	got := s.Split(lex, "The envoy\r\n \r\nleft", nil)
	want := []Token{{0, 3, false}, {4, 9, true}, {14, 18, true}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzSplit(f *testing.F) {
	lex := new(word.Lexicon)
	s := Train(lex, examples(), 5, 1)
	f.Add("The U.S. left·, he\u00a0said.\n\nNo.")
	f.Add("\xff'\xc3n't--")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		gap := func(g string) {
			for _, r := range g {
				if !unicode.IsSpace(r) && r != '\u200B' && r != '\uFEFF' {
					t.Fatalf("%q belongs to no word of %q", g, text)
				}
			}
		}
		for _, tok := range s.Split(lex, text, nil) {
			if tok.Start < end || tok.End <= tok.Start {
				t.Fatalf("word %v after %d in %q", tok, end, text)
			}
			gap(text[end:tok.Start])
			end = tok.End
		}
		gap(text[end:])
	})
}
