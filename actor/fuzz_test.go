package actor

import (
	"strings"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
)

// scrambled builds a document whose trees and tags are noise, as a parser may
// make of noise: the bytes choose tags, heads and names.
func scrambled(text string, seed []byte) *doc.Document {
	d := &doc.Document{Text: text}
	at := func(i int) int {
		if len(seed) == 0 {
			return i
		}
		return int(seed[i%len(seed)])
	}
	tags := []string{"NN", "NNS", "NNP", "JJ", "VBD", "IN", "DT", "PRP", "PRP$", "POS", "HYPH", "CC", "CD", ",", "."}
	universal := []string{"NOUN", "NOUN", "PROPN", "ADJ", "VERB", "ADP", "DET", "PRON", "PRON", "PART", "PUNCT", "CCONJ", "NUM", "PUNCT", "PUNCT"}
	rels := []string{"nsubj", "obj", "obl", "nmod", "nmod:poss", "amod", "compound", "conj", "appos", "cop", "root", "case", "flat", "nsubj:pass"}
	first := 0
	start := -1
	flush := func(end int) {
		if start >= 0 {
			i := len(d.Tokens)
			k := at(i) % len(tags)
			d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: end}, Lemma: strings.ToLower(text[start:end]),
				XPOS: tags[k], UPOS: universal[k], Rel: rels[at(i+1)%len(rels)]})
			start = -1
		}
	}
	close := func(end int) {
		n := len(d.Tokens)
		if n == first {
			return
		}
		for i := first; i < n; i++ {
			d.Tokens[i].Head = first + at(i+2)%(n-first)
			if d.Tokens[i].Head == i {
				d.Tokens[i].Head = -1
			}
		}
		if k := at(first) % (n - first); at(first)%2 == 0 {
			d.Names = append(d.Names, doc.Name{Span: doc.Span{Start: d.Tokens[first+k].Start, End: d.Tokens[n-1].End},
				First: first + k, Last: n, Kind: []doc.NameKind{doc.NamePerson, doc.NameOrganization, doc.NameLocation}[at(first+1)%3]})
		}
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: d.Tokens[first].Start, End: end}, First: first, Last: n})
		first = n
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case ' ', '\n':
			flush(i)
			if text[i] == '\n' {
				close(i)
			}
		default:
			if start < 0 {
				start = i
			}
		}
	}
	flush(len(text))
	close(len(text))
	return d
}

func check(t *testing.T, d *doc.Document) {
	t.Helper()
	if err := (Stage{}).Annotate(d); err != nil {
		t.Fatal(err)
	}
	for i, e := range d.Entities {
		if len(e.Mentions) == 0 || e.Name == "" {
			t.Errorf("entity %d: %+v", i, e)
		}
		for k, m := range e.Mentions {
			if m.First >= m.Last || m.Head < m.First || m.Head >= m.Last || m.Start >= m.End || m.End > len(d.Text) {
				t.Errorf("mention %+v of %q", m, e.Name)
			}
			if m.Rule == "" {
				t.Errorf("mention of %q without a rule", e.Name)
			}
			if k > 0 && e.Mentions[k-1].Start > m.Start {
				t.Errorf("mentions of %q out of order", e.Name)
			}
		}
		for _, m := range e.Members {
			if m < 0 || m >= len(d.Entities) {
				t.Errorf("member %d of %q", m, e.Name)
			}
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Russian Foreign Minister Sergei Lavrov 's forces met US and Turkish officials .\nHe said the two ministers left", []byte{2, 0, 5, 9})
	f.Add("the US - led coalition , the minister of Jordan ' s army , Jean - Paul", []byte{2, 3, 10, 0, 1})
	f.Add("his Greek counterpart Nikos - \" the secretary \" hundreds of the people in Damascus", []byte{8, 2, 1})
	f.Add("\xff\xfe President \xe2\x80 and - - - of of 's 's", []byte{255, 0, 7})
	f.Fuzz(func(t *testing.T, text string, seed []byte) {
		if len(text) > 4000 {
			return
		}
		check(t, scrambled(text, seed))
	})
}

// TestLongInput holds the time down on what reports are not: a word of a
// megabyte, one sentence of many thousand names, the same surname for ever.
func TestLongInput(t *testing.T) {
	texts := map[string]string{
		"one word":     strings.Repeat("a", 1<<20),
		"hyphens":      strings.Repeat("-a", 1<<19),
		"one sentence": strings.Repeat("Russian President John Smith and the minister 's police , ", 3000),
		"sentences":    strings.Repeat("Anna Smith met John Smith .\nSmith said he saw the minister 's two soldiers in \" Damascus\n", 3000),
		"roles":        strings.Repeat("a soldier of the army ,\nthe officials and the group\n", 5000),
	}
	for name, text := range texts {
		d := scrambled(text, []byte{2, 2, 2, 2, 10, 11, 6, 0, 9, 1, 13})
		start := time.Now()
		check(t, d)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v for %d bytes", name, took, len(text))
		} else {
			t.Logf("%s: %v for %d bytes", name, took.Round(time.Millisecond), len(text))
		}
	}
}
