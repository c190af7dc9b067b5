package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/readout-project/readout/english/conllu"
)

// parsed runs the parse command and reads what it wrote.
func parsed(t *testing.T, input string, args ...string) []conllu.Sentence {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := execute(context.Background(), append([]string{"parse"}, args...), strings.NewReader(input), &stdout, &stderr); code != exitRead {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	if out := stdout.String(); out != "" && !strings.HasSuffix(out, "\n\n") {
		t.Errorf("the file does not end with a blank line: %q", out[max(0, len(out)-20):])
	}
	sentences, err := conllu.Read(&stdout)
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// written is the text as the multiword tokens and the other words give it.
func written(s *conllu.Sentence) string {
	var b strings.Builder
	ranges := s.Ranges
	for i := 0; i < len(s.Words); i++ {
		if len(ranges) > 0 && ranges[0].First == i {
			b.WriteString(ranges[0].Form)
			i, ranges = ranges[0].Last-1, ranges[1:]
			continue
		}
		b.WriteString(s.Words[i].Form)
	}
	return b.String()
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// checkTree wants what the scorer of CoNLL 2018 wants of a tree: one root, and
// every word under it.
func checkTree(t *testing.T, s *conllu.Sentence) {
	t.Helper()
	roots := 0
	for i := range s.Words {
		if (s.Words[i].Head < 0) != (s.Words[i].Rel == "root") {
			t.Errorf("%q: word %d has head %d and relation %q", s.Text, i, s.Words[i].Head, s.Words[i].Rel)
		}
		if s.Words[i].Head < 0 {
			roots++
		}
		steps := 0
		for h := i; s.Words[h].Head >= 0; h = s.Words[h].Head {
			if steps++; steps > len(s.Words) {
				t.Fatalf("%q: word %d is in a cycle", s.Text, i)
			}
		}
	}
	if roots != 1 {
		t.Errorf("%q: %d roots", s.Text, roots)
	}
}

// Whatever the text, its words are the text.
func TestParseKeepsEveryCharacter(t *testing.T) {
	for name, text := range map[string]string{
		"news":       "GENEVA, Oct. 10 (Harbour Wire) — “We can’t stay,” the U.S.-led group’s envoy said. It paid $1.5bn...\r\n\r\nNobody's leaving, e.g. Lt. Gen. J. K. O'Brien.\n",
		"marks only": "… ?! -- \t * \n\n #\n# text = x\n_\n",
		"columns":    "1\tTalks\ttalk\tNOUN\n2-3\tdidn't\n",
		"scripts":    "Москва отвергла доклад. 北京表示。 وقف إطلاق النار 🚨🚨 e\u0301te\u0301",
		"controls":   "Iran\x1b[31mrecalled\x1b[0m its \u202eambassador\u202c.\v\f\u2028\u2029\u0085It\u00a0did so.",
		"parts":      strings.Repeat("The minister said the army had left Hama.\n\n", 4000),
		"no space":   strings.Repeat("x", 3<<16),
	} {
		t.Run(name, func(t *testing.T) {
			var got strings.Builder
			documents := 0
			sentences := parsed(t, text, "-")
			for i := range sentences {
				s := &sentences[i]
				checkTree(t, s)
				if !s.Aligned() {
					t.Errorf("words and text comment do not agree: %q", s.Text)
				}
				if s.Document {
					documents++
				}
				if n := fmt.Sprintf("# sent_id = stdin-%d", i+1); !contains(s.Comments, n) {
					t.Errorf("comments %q, want %q", s.Comments, n)
				}
				got.WriteString(written(s))
			}
			if got.String() != withoutSpace(text) {
				t.Errorf("the words are not those of the text: %.200q", got.String())
			}
			if documents != 1 {
				t.Errorf("%d documents", documents)
			}
		})
	}
}

func contains(lines []string, want string) bool {
	for _, l := range lines {
		if l == want {
			return true
		}
	}
	return false
}

// A given sentence stays one sentence with one tree, however long.
func TestParseTokensLongSentence(t *testing.T) {
	const n = 1500
	var in strings.Builder
	for i := range n {
		fmt.Fprintf(&in, "%d\tword%d\t_\t_\t_\t_\t_\t_\t_\t_\n", i+1, i)
	}
	got := parsed(t, in.String(), "--tokens", "-")
	if len(got) != 1 || len(got[0].Words) != n {
		t.Fatalf("%d sentences", len(got))
	}
	checkTree(t, &got[0])
}

func TestRanges(t *testing.T) {
	for text, want := range map[string]string{
		"didn't": "didn't", "cannot": "cannot", "Syria's": "Syria's", "soldiers'": "soldiers'", "U.S.'s": "U.S.'s",
		"US-led": "", "(Hama)": "", "$5": "", "5km": "", "'no'": "", "he'd've": "he'd've",
	} {
		cuts := map[string]string{
			"didn't": "did n't", "cannot": "can not", "Syria's": "Syria 's", "soldiers'": "soldiers '/POS", "U.S.'s": "U.S. 's",
			"US-led": "US - led", "(Hama)": "( Hama )", "$5": "$ 5", "5km": "5 km", "'no'": "' no '", "he'd've": "he 'd 've",
		}
		var words []conllu.Word
		for _, f := range strings.Fields(cuts[text]) {
			form, xpos, _ := strings.Cut(f, "/")
			words = append(words, conllu.Word{Form: form, XPOS: xpos, Glued: true})
		}
		words[len(words)-1].Glued = false
		var got []string
		for _, r := range ranges(words) {
			got = append(got, r.Form)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: multiword tokens %q, want %q", cuts[text], got, want)
		}
	}
}
