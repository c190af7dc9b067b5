package english

import (
	"testing"

	"github.com/readout-project/readout/doc"
)

// TestFinite: a noun with a subject and what completes it is a verb; one with an article
// or a copula is none.
func TestFinite(t *testing.T) {
	word := func(upos, xpos, rel string, head int) doc.Token {
		return doc.Token{UPOS: upos, XPOS: xpos, Rel: rel, Head: head}
	}
	tests := []struct {
		name   string
		tokens []doc.Token
		at     int
		want   string
	}{
		{"minister steps down", []doc.Token{word("NOUN", "NN", "nsubj", 1), word("NOUN", "NNS", "root", -1), word("ADV", "RB", "compound:prt", 1)}, 1, "VBZ"},
		{"lawmakers vote to leave", []doc.Token{word("NOUN", "NNS", "nsubj", 1), word("NOUN", "NN", "root", -1), word("PART", "TO", "mark", 3), word("VERB", "VB", "acl", 1)}, 1, "VBP"},
		{"it is plan to leave", []doc.Token{word("PRON", "PRP", "nsubj", 2), word("AUX", "VBZ", "cop", 2), word("NOUN", "NN", "root", -1), word("PART", "TO", "mark", 4), word("VERB", "VB", "acl", 2)}, 2, "NN"},
		{"war the choice to make", []doc.Token{word("NOUN", "NN", "nsubj", 2), word("DET", "DT", "det", 2), word("NOUN", "NN", "root", -1), word("PART", "TO", "mark", 4), word("VERB", "VB", "acl", 2)}, 2, "NN"},
		{"votes", []doc.Token{word("NOUN", "NNS", "nsubj", 1), word("NOUN", "NN", "root", -1)}, 1, "NN"},
	}
	for _, tt := range tests {
		d := &doc.Document{Tokens: tt.tokens}
		finite(d, &doc.Sentence{Last: len(tt.tokens)})
		if got := d.Tokens[tt.at].XPOS; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
