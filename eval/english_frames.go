package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/conllu"
)

// The places of a frame. Core are those that say who did what to whom: subjects,
// the passive told apart, objects, and the agent of a passive, which is an oblique
// to the grammar and the doer to everybody else. Clausal complements say what was
// said or wanted; with them a frame is full. They are scored apart because they
// fail for other reasons: the line between complement and adverbial clause.
var (
	coreSlots = []string{"nsubj", "nsubj:pass", "csubj", "csubj:pass", "obj", "iobj", agent}
	fullSlots = append(slices.Clone(coreSlots), "ccomp", "xcomp")
)

// agent is an oblique with "by". Only some treebanks mark agents ("obl:agent");
// PUD does not, and so none is required to be marked.
const agent = "by"

// slot is a word that fills a place in the frame of a verb, both counted from the
// beginning of the document.
type slot struct {
	verb, word int
	place      string
}

// node is a word of a tree, gold or found; its head is counted from the beginning
// of the document, -1 for a root.
type node struct {
	form string
	head int
	rel  string
}

// slots returns the filled places of all frames of the trees.
func slots(trees []node, places []string) map[slot]bool {
	by := map[int]bool{} // words that "by" introduces
	for _, n := range trees {
		if n.rel == "case" && strings.EqualFold(n.form, "by") {
			by[n.head] = true
		}
	}
	out := map[slot]bool{}
	for i, n := range trees {
		place := n.rel
		switch {
		case universal(n.rel) == "obl" && by[i]:
			place = agent
		case !slices.Contains(places, place):
			place = universal(n.rel) // "nsubj:outer"
		}
		if slices.Contains(places, place) {
			out[slot{n.head, i, place}] = true
		}
	}
	return out
}

// verbFrames scores the frames of verbs: of the words that are verbs in the
// treebank, the share whose frame has exactly the words of the treebank, each in
// the right place. A verb without any is right when none is found. d holds the
// trees of the gold words.
func verbFrames(d *doc.Document, gold []conllu.Sentence) []Score {
	var want, got []node
	var verbs []int
	for i, s := range gold {
		first := d.Sentences[i].First
		for k, w := range s.Words {
			if w.UPOS == "VERB" {
				verbs = append(verbs, first+k)
			}
			head := -1
			if w.Head >= 0 {
				head = first + w.Head
			}
			t := d.Tokens[first+k]
			want = append(want, node{w.Form, head, w.Rel})
			got = append(got, node{w.Form, t.Head, t.Rel})
		}
	}
	share := func(name string, places []string) Score {
		w, g := slots(want, places), slots(got, places)
		wrong := map[int]bool{} // verbs with a slot that only one side has
		for _, sides := range [][2]map[slot]bool{{w, g}, {g, w}} {
			for s := range sides[0] {
				if !sides[1][s] {
					wrong[s.verb] = true
				}
			}
		}
		right := 0
		for _, v := range verbs {
			if !wrong[v] {
				right++
			}
		}
		return Score{Name: name, Value: percent(right, len(verbs)), N: len(verbs)}
	}
	return []Score{share("core verb frames", coreSlots), share("full verb frames", fullSlots)}
}

// headlines writes the sentences as headlines are written: without the final
// stop, every word with a capital but the small ones. No treebank of headlines is
// free; this measures how far a parser leans on capitals and stops.
func headlines(gold []conllu.Sentence) []conllu.Sentence {
	var out []conllu.Sentence
	for _, s := range gold {
		words := slices.Clone(s.Words)
		if last := len(words) - 1; last > 0 && words[last].Form == "." && words[last].Head >= 0 && !hasDependents(words, last) {
			words = words[:last]
		}
		for i := range words {
			words[i].Form = headlineForm(words[i].Form, words[i].UPOS, i == 0)
		}
		out = append(out, conllu.Sentence{Words: words})
	}
	return out
}

func hasDependents(words []conllu.Word, i int) bool {
	return slices.ContainsFunc(words, func(w conllu.Word) bool { return w.Head == i })
}

// headlineForm is how a headline writes a word: articles, coordinators,
// prepositions and particles of less than four letters stay as they are, and so
// does what is cut off a word ("'s"); all others get a capital.
func headlineForm(form, upos string, first bool) string {
	small := upos == "DET" || upos == "CCONJ" || upos == "ADP" || upos == "PART"
	if !first && small && len(form) < 4 || strings.HasPrefix(form, "'") || strings.HasPrefix(form, "’") {
		return form
	}
	r, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[n:]
}
