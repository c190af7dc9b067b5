package train

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/readout-project/readout/english/conllu"
	"github.com/readout-project/readout/english/tag"
)

// The treebanks are mail, reviews, wikis and talk. News has turns that they hardly
// have: in half a million words there are thirty "…," said X, and eight ministers
// before their names. So the parser also sees copies of their sentences that are
// rewritten by rule in the ways of the news; the tree of a copy is known from that
// of its original.

// line is a sentence with its tags: as a tagger gave them, and the right ones.
type line struct {
	words       []conllu.Word
	tags, right []uint8
}

// piece is a word of a rewritten line: a word of the old line by its number, or,
// with from below 0, a new one. The head of a new word is a word of the old line,
// or piece n of the new one, written as ofPiece(n).
type piece struct {
	from int
	word conllu.Word
}

// ofPiece says that a new word hangs on piece n.
func ofPiece(n int) int { return -2 - n }

// kept are the pieces for words [from, to) of the old line.
func kept(from, to int) []piece {
	var out []piece
	for i := from; i < to; i++ {
		out = append(out, piece{from: i})
	}
	return out
}

// newsroom rewrites lines.
type newsroom struct {
	set tag.Set
	rnd *rand.Rand
}

// copies returns the rewritten copies of a line, none, one or more.
func (n *newsroom) copies(l line) []line {
	var out []line
	add := func(made line, ok bool) {
		if ok {
			// A rewritten line may get titles too.
			if titled, ok := n.titled(made); ok {
				made = titled
			}
			out = append(out, made)
		}
	}
	for range inversions { // quoted or not, the speaker before the verb or behind
		add(n.inverted(l))
	}
	if n.rnd.Float64() < headlineShare {
		add(n.headline(l))
	}
	if titled, ok := n.titled(l); ok {
		out = append(out, titled)
	}
	return out
}

// rebuild puts pieces together. A word whose head is left out would lose its
// place: then there is no line.
func (n *newsroom) rebuild(l line, pieces []piece) (line, bool) {
	place := make([]int, len(l.words))
	for i := range place {
		place[i] = -1
	}
	for i, p := range pieces {
		if p.from >= 0 {
			place[p.from] = i
		}
	}
	var out line
	for _, p := range pieces {
		w := p.word
		if p.from >= 0 {
			w = l.words[p.from]
			if p.word.Form != "" {
				w.Form = p.word.Form
			}
			out.tags, out.right = append(out.tags, l.tags[p.from]), append(out.right, l.right[p.from])
		} else {
			t := n.set.Number(tag.Joint(w.UPOS, w.XPOS))
			if t < 0 {
				return line{}, false
			}
			out.tags, out.right = append(out.tags, uint8(t)), append(out.right, uint8(t))
		}
		switch {
		case w.Head >= 0:
			if w.Head = place[w.Head]; w.Head < 0 {
				return line{}, false
			}
		case w.Head < -1:
			w.Head = -2 - w.Head
		}
		out.words = append(out.words, w)
	}
	return out, true
}

// span returns the words below and with word i, and whether they stand together.
func span(words []conllu.Word, i int) (from, to int, whole bool) {
	from, to = i, i+1
	count := 0
	for k := range words {
		h := k
		for steps := 0; h >= 0 && h != i && steps <= len(words); steps++ {
			h = words[h].Head
		}
		if h == i {
			from, to = min(from, k), max(to, k+1)
			count++
		}
	}
	return from, to, count == to-from
}

// inversions is how often a sentence that can be inverted is: few can.
const inversions = 3

// sayVerbs are the verbs of which news says what somebody said.
var sayVerbs = strings.Fields("say add tell insist warn declare announce claim explain note argue state believe think hope know admit deny suggest")

// inverted turns "X said (that) C." into "C, said X." or "C, X said.", half of
// them with C in quotation marks.
func (n *newsroom) inverted(l line) (line, bool) {
	words := l.words
	root := slices.IndexFunc(words, func(w conllu.Word) bool { return w.Head < 0 })
	if root < 0 || words[root].UPOS != "VERB" || !slices.Contains(sayVerbs, words[root].Lemma) {
		return line{}, false
	}
	subject, content := -1, -1
	for i, w := range words {
		if w.Head != root {
			continue
		}
		switch {
		case w.Rel == "nsubj" && subject < 0 && i < root:
			subject = i
		case w.Rel == "ccomp" && content < 0 && i > root:
			content = i
		case w.Rel == "punct" && i == len(words)-1:
		default:
			return line{}, false
		}
	}
	if subject < 0 || content < 0 || words[len(words)-1].Rel != "punct" {
		return line{}, false
	}
	sFrom, sTo, sWhole := span(words, subject)
	cFrom, cTo, cWhole := span(words, content)
	if !sWhole || !cWhole || sFrom != 0 || sTo != root || cTo-cFrom < 3 || cFrom < root {
		return line{}, false
	}
	for i := cFrom; i < cTo; i++ { // "that" opens no sentence
		if words[i].Rel == "mark" && words[i].Head == content && i == cFrom {
			cFrom++
			break
		}
	}
	mark := func(form, tag string) piece {
		return piece{from: -1, word: conllu.Word{Form: form, Lemma: form, UPOS: "PUNCT", XPOS: tag, Head: content, Rel: "punct", Start: -1, End: -1}}
	}
	var out []piece
	quoted := n.rnd.IntN(2) == 0
	if quoted {
		out = append(out, mark("“", "``"))
	}
	begin := len(out)
	out = append(out, kept(cFrom, cTo)...)
	out[begin].word.Form = upper(words[cFrom].Form)
	out = append(out, mark(",", ","))
	if quoted {
		out = append(out, mark("”", "''"))
	}
	first := kept(sFrom, sTo)
	if words[sFrom].UPOS != "PROPN" && words[sFrom].Form != "I" {
		first[0].word.Form = strings.ToLower(words[sFrom].Form)
	}
	// "said he" is not written any more.
	if words[subject].UPOS != "PRON" && n.rnd.IntN(3) > 0 {
		out = append(append(out, piece{from: root}), first...)
	} else {
		out = append(append(out, first...), piece{from: root})
	}
	return n.rebuild(l, append(out, piece{from: len(words) - 1}))
}

const (
	headlineShare = .15
	// longestHeadline is in words of the sentence it is made of.
	longestHeadline = 18
)

// headline drops articles, forms of "be" beside verbs and nouns, and the final
// stop, and writes half of what is left in the capitals of titles.
func (n *newsroom) headline(l line) (line, bool) {
	words := l.words
	if len(words) < 5 || len(words) > longestHeadline {
		return line{}, false
	}
	title := n.rnd.IntN(2) == 0
	var out []piece
	dropped := false
	subject := false
	for i, w := range words {
		low := strings.ToLower(w.Form)
		subject = subject || universal(w.Rel) == "nsubj" && words[w.Head].Head < 0
		switch {
		case !leaf(words, i):
		case w.Rel == "det" && (low == "the" || low == "a" || low == "an"),
			(w.Rel == "aux:pass" || w.Rel == "cop") && (low == "is" || low == "are" || low == "was" || low == "were"):
			dropped = true
			continue
		case i == len(words)-1 && w.Form == ".":
			continue
		}
		p := piece{from: i}
		switch {
		case title:
			p.word.Form = headline(w.Form, len(out))
		case len(out) == 0:
			p.word.Form = upper(w.Form)
		}
		out = append(out, p)
	}
	if !dropped || !subject || len(out) < 4 {
		return line{}, false
	}
	return n.rebuild(l, out)
}

func upper(form string) string { return capitalise(form, 0) }
