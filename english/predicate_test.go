package english

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

// tree makes a document of one sentence from rows "form UPOS XPOS head rel", heads
// counted from 1 and 0 for the root.
func tree(rows ...string) *doc.Document {
	d := &doc.Document{}
	for _, row := range rows {
		f := strings.Fields(row)
		start := len(d.Text)
		d.Text += f[0] + " "
		head := int(f[3][0]-'0') - 1
		d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: start + len(f[0])}, UPOS: f[1], XPOS: f[2], Head: head, Rel: f[4]})
	}
	d.Sentences = []doc.Sentence{{Span: doc.Span{End: len(d.Text)}, Last: len(d.Tokens)}}
	return d
}

func TestPredicates(t *testing.T) {
	t.Run("a noun with subject and object", func(t *testing.T) {
		d := tree("Thai ADJ JJ 2 amod", "police NOUN NN 3 nsubj", "arrest NOUN NN 0 root", "two NUM CD 5 nummod", "men NOUN NNS 3 obj")
		predicates(d, &d.Sentences[0])
		if got := d.Tokens[2]; got.UPOS != "VERB" || got.XPOS != "VBP" {
			t.Errorf("arrest is %s/%s", got.UPOS, got.XPOS)
		}
	})
	t.Run("a name beside it is its object, an article its subject's", func(t *testing.T) {
		d := tree("A DET DT 3 det", "court NOUN NN 3 nsubj", "sentences NOUN NNS 0 root", "Ann PROPN NNP 3 appos", "to ADP IN 6 case", "prison NOUN NN 3 nmod")
		predicates(d, &d.Sentences[0])
		if d.Tokens[2].XPOS != "VBZ" || d.Tokens[3].Rel != "obj" || d.Tokens[5].Rel != "obl" || d.Tokens[0].Head != 1 {
			t.Errorf("got %+v", d.Tokens)
		}
	})
	t.Run("a passive", func(t *testing.T) {
		d := tree("Guards NOUN NNS 3 nsubj:pass", "are AUX VBP 3 aux:pass", "shot NOUN NN 0 root")
		predicates(d, &d.Sentences[0])
		if d.Tokens[2].XPOS != "VBN" {
			t.Errorf("shot is %s", d.Tokens[2].XPOS)
		}
	})
	t.Run("an infinitive completes it", func(t *testing.T) {
		d := tree("Lawmakers NOUN NNS 2 nsubj", "vote NOUN NN 0 root", "to PART TO 4 mark", "leave VERB VB 2 acl")
		predicates(d, &d.Sentences[0])
		if d.Tokens[1].XPOS != "VBP" || d.Tokens[3].Rel != "xcomp" {
			t.Errorf("got %+v", d.Tokens)
		}
	})
	t.Run("a noun with a copula stays one", func(t *testing.T) {
		d := tree("Talks NOUN NNS 4 nsubj", "are AUX VBP 4 cop", "a DET DT 4 det", "success NOUN NN 0 root")
		predicates(d, &d.Sentences[0])
		if d.Tokens[3].UPOS != "NOUN" {
			t.Error("success is a verb")
		}
	})
	t.Run("a noun whose verb is the word before it stays one", func(t *testing.T) {
		d := tree("Cantons NOUN NNS 3 nsubj", "ban NOUN NN 3 compound", "fireworks NOUN NNS 0 root")
		predicates(d, &d.Sentences[0])
		if d.Tokens[2].UPOS != "NOUN" {
			t.Error("fireworks is a verb")
		}
	})
}
