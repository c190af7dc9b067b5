package english_test

import (
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
)

var load = sync.OnceValues(english.Load)

func core(t testing.TB) *english.Core {
	t.Helper()
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func annotated(t testing.TB, d *doc.Document) *doc.Document {
	t.Helper()
	if err := english.Annotate(core(t), d); err != nil {
		t.Fatal(err)
	}
	check(t, d)
	return d
}

// check tests what must hold of every annotated document.
func check(t testing.TB, d *doc.Document) {
	t.Helper()
	end, next := 0, 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Last-s.First > english.MaxTokens {
			t.Fatalf("sentence %d has tokens %d to %d, the last ended at %d", i, s.First, s.Last, next)
		}
		if s.Start != d.Tokens[s.First].Start || s.End != d.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d: span %v is not that of its tokens", i, s.Span)
		}
		next = s.Last
		roots := 0
		for k := s.First; k < s.Last; k++ {
			tok := d.Tokens[k]
			if tok.Start < end || tok.Empty() || tok.End > len(d.Text) {
				t.Fatalf("token %d: span %v after %d", k, tok.Span, end)
			}
			end = tok.End
			if tok.UPOS == "" || tok.XPOS == "" || tok.Rel == "" || tok.Lemma == "" {
				t.Fatalf("token %d is not fully annotated: %+v", k, tok)
			}
			if tok.Head < 0 {
				roots++
			}
			steps := 0
			for h := k; d.Tokens[h].Head >= 0; h = d.Tokens[h].Head {
				if p := d.Tokens[h].Head; p < s.First || p >= s.Last {
					t.Fatalf("token %d: head %d is in another sentence", h, p)
				}
				if steps++; steps > s.Last-s.First {
					t.Fatalf("token %d is in a cycle", k)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d tokens, sentences hold %d", len(d.Tokens), next)
	}
	last := 0
	for _, n := range d.Names {
		if n.First < last || n.Last <= n.First || n.Last > len(d.Tokens) || n.Start != d.Tokens[n.First].Start || n.End != d.Tokens[n.Last-1].End {
			t.Fatalf("name %+v after token %d", n, last)
		}
		last = n.Last
	}
}

// paragraphs reads a file of test cases: runs of lines with blank lines between;
// lines that begin with # are comments.
func paragraphs(t *testing.T, path string) [][]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	var cur []string
	for _, line := range append(strings.Split(string(b), "\n"), "") {
		switch {
		case strings.HasPrefix(line, "#"):
		case line != "":
			cur = append(cur, line)
		case len(cur) > 0:
			out = append(out, cur)
			cur = nil
		}
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, want := range paragraphs(t, "testdata/sentences.txt") {
		for _, between := range []string{" ", "\n"} {
			d := annotated(t, &doc.Document{Text: strings.Join(want, between)})
			var got []string
			for _, s := range d.Sentences {
				got = append(got, d.Slice(s.Span))
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("with %q between:\n got %s\nwant %s", between, strings.Join(got, " ¶ "), strings.Join(want, " ¶ "))
			}
		}
	}
}

func TestWords(t *testing.T) {
	for _, lines := range paragraphs(t, "testdata/words.txt") {
		for _, line := range lines {
			d := annotated(t, &doc.Document{Text: strings.ReplaceAll(line, "·", "")})
			want := strings.Fields(strings.ReplaceAll(line, "·", " "))
			var got []string
			for i := range d.Tokens {
				got = append(got, d.Form(i))
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	}
}

func TestTrees(t *testing.T) {
	for _, lines := range paragraphs(t, "testdata/trees.txt") {
		d := annotated(t, &doc.Document{Text: lines[0]})
		arcs := map[string]bool{}
		for i, tok := range d.Tokens {
			if tok.Head >= 0 {
				arcs[tok.Rel+" "+d.Form(tok.Head)+" "+d.Form(i)] = true
			}
		}
		for _, want := range lines[1:] {
			if !arcs[want] {
				t.Errorf("%s: no arc %q", lines[0], want)
			}
		}
	}
}

func TestNames(t *testing.T) {
	d := annotated(t, &doc.Document{Text: "President Barack Obama met Angela Merkel in Berlin. NATO said the talks went on in Washington."})
	got := map[string]doc.NameKind{}
	for _, n := range d.Names {
		got[d.Slice(n.Span)] = n.Kind
	}
	want := map[string]doc.NameKind{
		"Barack Obama": doc.NamePerson, "Angela Merkel": doc.NamePerson, "Berlin": doc.NameLocation,
		"NATO": doc.NameOrganization, "Washington": doc.NameLocation,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLemmas(t *testing.T) {
	d := annotated(t, &doc.Document{Text: "The ministers said the armies weren’t leaving."})
	want := "the minister say the army be not leave ."
	var got []string
	for _, tok := range d.Tokens {
		got = append(got, tok.Lemma)
	}
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

// A title is one sentence; blocks that are not read have none; no sentence
// crosses blocks.
func TestBlocks(t *testing.T) {
	text := "Talks Fail. Envoys Leave U.S. Capital\nShare this page\nThe envoys left. Nobody\nsaid why."
	at := func(part string) doc.Span {
		i := strings.Index(text, part)
		return doc.Span{Start: i, End: i + len(part)}
	}
	d := annotated(t, &doc.Document{Text: text, Blocks: []doc.Block{
		{Span: at("Talks Fail. Envoys Leave U.S. Capital"), Kind: doc.BlockTitle},
		{Span: at("Share this page"), Kind: doc.BlockBoilerplate},
		{Span: at("The envoys left. Nobody\nsaid why."), Kind: doc.BlockBody},
	}})
	want := []string{"0 Talks Fail. Envoys Leave U.S. Capital", "2 The envoys left.", "2 Nobody\nsaid why."}
	var got []string
	for _, s := range d.Sentences {
		got = append(got, string(rune('0'+s.Block))+" "+d.Slice(s.Span))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Without a closing mark no sentence of a paragraph ends, whatever capitals follow.
func TestParagraphSentencesEndWithAMark(t *testing.T) {
	text := "Bombers attacked the crowd outside the main station, where trade unions and the pro-Kurdish HDP were gathering for a march. Nobody claimed it."
	d := annotated(t, &doc.Document{Text: text, Blocks: []doc.Block{{Span: doc.Span{End: len(text)}, Kind: doc.BlockBody}}})
	if len(d.Sentences) != 2 {
		for _, s := range d.Sentences {
			t.Errorf("%q", d.Slice(s.Span))
		}
	}
}

func TestTypographyChangesNothing(t *testing.T) {
	plain := annotated(t, &doc.Document{Text: `"We can't stay," the envoy said in Moscow's Red Square - again.`})
	curly := annotated(t, &doc.Document{Text: "“We can’t stay,” the envoy said in Moscow’s\u00a0Red Square – again."})
	if len(plain.Tokens) != len(curly.Tokens) {
		t.Fatalf("%d tokens, with curly quotes %d", len(plain.Tokens), len(curly.Tokens))
	}
	for i := range plain.Tokens {
		a, b := plain.Tokens[i], curly.Tokens[i]
		a.Span, b.Span = doc.Span{}, doc.Span{}
		if a != b {
			t.Errorf("token %d: %+v, with curly quotes %+v", i, a, b)
		}
	}
}

func TestHostileText(t *testing.T) {
	for name, text := range map[string]string{
		"empty":          "",
		"white space":    " \n\t\u00a0\n",
		"broken UTF-8":   "The envoy \xff\xfe left \xc3. He\x80 said so.",
		"NUL":            "The\x00envoy left.",
		"no space":       strings.Repeat("x", 1<<20),
		"only stops":     strings.Repeat(".", 1<<16),
		"no stop":        strings.Repeat("word ", 1<<15),
		"one long list":  strings.Repeat("Hama, Homs; ", 1<<12),
		"marks":          strings.Repeat("“", 1000) + "a" + strings.Repeat("”", 1000),
		"combining":      strings.Repeat("e\u0301", 5000),
		"other scripts":  "Москва отвергла доклад. 北京表示。",
		"quotes at ends": "\"\n\"",
		"one word":       "Hama",
		"one mark":       "?",
		"emoji":          "The envoy left 🇺🇦👩‍👩‍👧‍👦. " + strings.Repeat("🔥", 5000),
		"right to left":  "قال الوزير إن الجيش انسحب. השר הכחיש זאת. " + strings.Repeat("\u202e", 300),
		"control":        strings.Repeat("\x07\x1b[31m\x00\x7f", 2000),
	} {
		t.Run(name, func(t *testing.T) { annotated(t, &doc.Document{Text: text}) })
	}
}

func TestConcurrentUse(t *testing.T) {
	text := "The minister said the army had left Hama. Iran denied it."
	want := annotated(t, &doc.Document{Text: text})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			d := &doc.Document{Text: text}
			if err := english.Annotate(core(t), d); err != nil || !reflect.DeepEqual(d, want) {
				t.Errorf("another result at the same time: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestStagesDeclareWhatTheyNeed(t *testing.T) {
	have := map[doc.Layer]bool{doc.LayerBlocks: true}
	for _, s := range core(t).Stages() {
		for _, l := range s.Needs() {
			if !have[l] {
				t.Errorf("%s needs %s, which no stage before it gives", s.Name(), l)
			}
		}
		for _, l := range s.Gives() {
			have[l] = true
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("The U.S. said “no”.\n\nIran didn't.")
	f.Add("\xff\n.\n\"")
	f.Add("🇺🇦 قال الوزير\u202e\x07 Hama")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		annotated(t, &doc.Document{Text: text})
	})
}
