package train

import (
	"strings"

	"github.com/readout-project/readout/english/conllu"
)

// A title is what a person is or does, before the name. Each word is written
// form/universal class/Penn tag/relation; the last is the head and hangs on the
// name, the others on the head. Words behind "of" follow the head.
var titles = []string{
	"President/PROPN/NNP", "Senator/PROPN/NNP", "Colonel/PROPN/NNP", "General/PROPN/NNP", "King/PROPN/NNP",
	"Ambassador/PROPN/NNP", "Gen./PROPN/NNP", "Col./PROPN/NNP", "Chancellor/PROPN/NNP", "Governor/PROPN/NNP",
	"Prime/ADJ/NNP/amod Minister/PROPN/NNP", "Foreign/ADJ/NNP/amod Minister/PROPN/NNP", "Vice/PROPN/NNP/compound President/PROPN/NNP",
	"Defense/PROPN/NNP/compound Minister/PROPN/NNP", "Interior/PROPN/NNP/compound Minister/PROPN/NNP",
	"Lt./PROPN/NNP/compound Gen./PROPN/NNP", "Brig./PROPN/NNP/compound Gen./PROPN/NNP", "Maj./PROPN/NNP/compound Gen./PROPN/NNP",
	"Secretary/PROPN/NNP of/ADP/IN/case State/PROPN/NNP/nmod", "Minister/PROPN/NNP of/ADP/IN/case Defense/PROPN/NNP/nmod",
	"spokesman/NOUN/NN", "spokeswoman/NOUN/NN", "envoy/NOUN/NN", "lawmaker/NOUN/NN", "rebel/NOUN/NN/compound commander/NOUN/NN",
	"opposition/NOUN/NN/compound leader/NOUN/NN", "foreign/ADJ/JJ/amod minister/NOUN/NN", "army/NOUN/NN/compound chief/NOUN/NN",
}

// whose are what stands before a title; "" most often.
var whose = []string{
	"", "", "", "", "Russian/ADJ/JJ/amod", "Turkish/ADJ/JJ/amod", "Israeli/ADJ/JJ/amod", "French/ADJ/JJ/amod", "Iraqi/ADJ/JJ/amod",
	"U.S./PROPN/NNP/compound", "US/PROPN/NNP/compound", "former/ADJ/JJ/amod",
}

// titledShare is the share of names of persons that get a title.
const titledShare = .3

// titled puts titles before names of persons: two or more names in a row, told by
// the relation that joins them, with nothing before them.
func (n *newsroom) titled(l line) (line, bool) {
	var out []piece
	changed := false
	for i := range l.words {
		if person(l.words, i) && n.rnd.Float64() < titledShare {
			out = n.title(out, i)
			changed = true
		}
		out = append(out, piece{from: i})
	}
	if !changed {
		return line{}, false
	}
	return n.rebuild(l, out)
}

// person reports whether a name of a person begins at word i.
func person(words []conllu.Word, i int) bool {
	if words[i].XPOS != "NNP" || universal(words[i].Rel) == "flat" || universal(words[i].Rel) == "compound" {
		return false
	}
	further := false
	for k, w := range words {
		if w.Head != i {
			continue
		}
		if k < i && w.Rel != "case" && w.Rel != "punct" && w.Rel != "cc" {
			return false
		}
		further = further || w.Rel == "flat" && w.XPOS == "NNP" && k == i+1
	}
	return further
}

// title appends a title for the name at word i of the old line.
func (n *newsroom) title(out []piece, i int) []piece {
	parts := strings.Fields(titles[n.rnd.IntN(len(titles))])
	if w := whose[n.rnd.IntN(len(whose))]; w != "" {
		parts = append([]string{w}, parts...)
	}
	head, after := 0, 0 // pieces of the title's head, and of the noun after "of"
	for k, p := range parts {
		switch f := strings.Split(p, "/"); {
		case len(f) == 3:
			head = len(out) + k
		case f[3] == "nmod":
			after = len(out) + k
		}
	}
	for _, p := range parts {
		f := strings.Split(p, "/")
		w := conllu.Word{Form: f[0], Lemma: f[0], UPOS: f[1], XPOS: f[2], Start: -1, End: -1}
		switch {
		case len(f) == 3:
			w.Head, w.Rel = i, "nmod:desc"
		case f[3] == "case":
			w.Head, w.Rel = ofPiece(after), f[3]
		default:
			w.Head, w.Rel = ofPiece(head), f[3]
		}
		out = append(out, piece{from: -1, word: w})
	}
	return out
}
