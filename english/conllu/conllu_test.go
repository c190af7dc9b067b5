package conllu

import (
	"strings"
	"testing"
)

const treebank = `# newdoc id = d1
# newpar id = d1-p1
# sent_id = 1
# text = Envoys didn't sign.
1	Envoys	envoy	NOUN	NNS	_	4	nsubj	_	Entity=(1-person-new)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sign	sign	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	it	it	PRON	PRP	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar_block = p (1 s)
# text = Talks ended
1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	ended	end	VERB	VBD	_	0	root	_	_
`

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d sentences, want 2", len(got))
	}
	s := got[0]
	if !s.Document || !s.Par || len(s.Words) != 5 {
		t.Fatalf("first sentence: document %v, paragraph %v, %d words", s.Document, s.Par, len(s.Words))
	}
	if got[1].Document || got[1].Par {
		t.Error("newpar_block opened a paragraph")
	}
	for i, w := range s.Words {
		if s.Text[w.Start:w.End] != w.Form {
			t.Errorf("word %d: span %q, form %q", i, s.Text[w.Start:w.End], w.Form)
		}
	}
	if s.Words[0].Head != 3 || s.Words[3].Head != -1 || s.Words[3].Rel != "root" {
		t.Errorf("heads: %+v", s.Words)
	}
	if !s.Words[1].Glued || s.Words[2].Glued || !s.Words[3].Glued {
		t.Error("which words are followed by a space is wrong")
	}
	if s.Words[0].Entity != "(1-person-new)" {
		t.Errorf("entity %q", s.Words[0].Entity)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	const word = "1\tx\t_\t_\t_\t_\t0\troot\t_\t_\n"
	for bad, want := range map[string]string{
		"1\ta\tb\n": "line 1: 3 columns",
		"# text = x\n2\tx\t_\t_\t_\t_\t0\troot\t_\t_\n": `line 2: word number "2", expected 1`,
		word + word:                                       `line 2: word number "1", expected 2`,
		"1\tx\t_\t_\t_\t_\tzero\troot\t_\t_\n":            `line 1: head "zero"`,
		"1\t \t_\t_\t_\t_\t0\troot\t_\t_\n":               "line 1: the form is empty",
		"\n\n1\tx\xff\t_\t_\t_\t_\t0\troot\t_\t_\n":       "line 3: the line is not UTF-8",
		"\n1\tx\t_\t_\t_\t_\t2\tdep\t_\t_\n\n":            "sentence at line 2: word 1 has head 2",
		"1\tx\t_\t_\t_\t_\t-1\tdep\t_\t_\n":               "sentence at line 1: word 1 has head -1",
		"2-3\txy\t_\t_\t_\t_\t_\t_\t_\t_\n":               `line 1: range "2-3" does not begin`,
		"1-b\txy\t_\t_\t_\t_\t_\t_\t_\t_\n":               `line 1: range "1-b" is not`,
		"1-2\txy\t_\t_\t_\t_\t_\t_\t_\t_\n" + word + "\n": "range 1-2 ends after the last word",
		"a.b\txy\t_\t_\t_\t_\t_\t_\t_\t_\n":               `line 1: word number "a.b"`,
		word + "# text = late\n":                          "line 2: 1 columns",
		word + "\n" + strings.Repeat("x", maxLine+1):      "line 3: ",
	} {
		if _, err := Read(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: error %v, want %q", bad, err, want)
		}
	}
}

func TestUnalignedWord(t *testing.T) {
	got, err := Read(strings.NewReader("# text = cannot go\n1\tcan\t_\t_\t_\t_\t3\taux\t_\tSpaceAfter=No\n2\tNOT\t_\t_\t_\t_\t3\tadvmod\t_\t_\n3\tgo\t_\t_\t_\t_\t0\troot\t_\t_\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got[0].Aligned() || got[0].Words[0].Start != 0 || got[0].Words[2].Start != -1 {
		t.Errorf("%+v", got[0].Words)
	}
}

func TestReadBIO(t *testing.T) {
	got, err := ReadBIO(strings.NewReader("Aleppo\tB-LOC\nfell\tO\n\nHe\tO\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Labels[0] != "B-LOC" || got[1].Forms[0] != "He" {
		t.Errorf("%+v", got)
	}
	if _, err := ReadBIO(strings.NewReader("no tab\n")); err == nil {
		t.Error("a line without a tab was read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(treebank)
	f.Fuzz(func(t *testing.T, in string) {
		sentences, err := Read(strings.NewReader(in))
		if err != nil {
			return
		}
		for _, s := range sentences {
			last := 0
			for _, w := range s.Words {
				if w.Start < 0 {
					continue
				}
				if w.Start < last || s.Text[w.Start:w.End] != w.Form {
					t.Fatalf("word %q at %d after %d in %q", w.Form, w.Start, last, s.Text)
				}
				last = w.End
			}
		}
	})
}
