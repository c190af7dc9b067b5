package record

import (
	"sort"
	"strings"

	"github.com/readout-project/readout/doc"
)

// copiedTellings pairs the mentions that one report took over from another word
// for word. The same sentence in a copied text tells the same event, whoever its
// parties are: "the two ministers" of a copy are those of its original, though
// "ministers" in two reports that were written apart could be anybody.
func (b *builder) copiedTellings() []edge {
	byReport := make([][]int, len(b.docs)) // mentions in the order of their triggers
	for i := range b.mentions {
		r := b.mentions[i].report
		byReport[r] = append(byReport[r], i)
	}
	for _, list := range byReport {
		sort.SliceStable(list, func(i, k int) bool { return b.trigger(list[i]).Start < b.trigger(list[k]).Start })
	}
	var out []edge
	for _, p := range b.sharing.pairs() {
		for _, run := range b.sharing[p] {
			if run.kind != FullCopy && run.kind != Derived {
				continue
			}
			left, right := b.within(byReport[p[0]], run.a), b.within(byReport[p[1]], run.b)
			at := make(map[string][]int) // words told in -> mentions on the right
			for _, y := range right {
				words := b.wordsOf(y)
				at[words] = append(at[words], y)
			}
			for _, x := range left {
				// A sentence that stands there twice is paired in order, first with first.
				words := b.wordsOf(x)
				if len(at[words]) == 0 {
					continue
				}
				y := at[words][0]
				at[words] = at[words][1:]
				if b.compareMentions(x, y) > 0 {
					x, y = y, x
				}
				if b.oneTelling(x, y) {
					out = append(out, edge{x, y, judgement{same, copiedScore, []string{"the same sentence in a copied text"}}})
				}
			}
		}
	}
	return out
}

// copiedScore places copied tellings before all other evidence.
const copiedScore = 100

func (b *builder) trigger(mention int) doc.Span {
	m := &b.mentions[mention]
	return b.docs[m.report].Events[m.event].Trigger
}

// within is the part of the mentions, ordered by trigger, whose triggers lie in the span.
func (b *builder) within(mentions []int, s doc.Span) []int {
	first := sort.Search(len(mentions), func(i int) bool { return b.trigger(mentions[i]).Start >= s.Start })
	last := first
	for last < len(mentions) && s.Contains(b.trigger(mentions[last])) {
		last++
	}
	return mentions[first:last]
}

// tellingBytes is how much of a sentence on either side of the trigger is compared:
// more than sentences have, so that text without full stops costs no more.
const tellingBytes = 500

// wordsOf is the code of a mention and the sentence that tells it, with the
// trigger marked off.
func (b *builder) wordsOf(mention int) string {
	m, t := &b.mentions[mention], b.trigger(mention)
	d := b.docs[m.report]
	from := max(min(m.sentence.Start, t.Start), t.Start-tellingBytes)
	to := min(max(m.sentence.End, t.End), t.End+tellingBytes)
	return strings.Join([]string{d.Events[m.event].CAMEO, folded(d.Text[from:t.Start]), folded(d.Slice(t)), folded(d.Text[t.End:to])}, "\x00")
}

// oneTelling reports whether the same words were coded alike, with no other place
// behind them, and are not dated days apart: a sentence printed again in another
// week may tell of that week.
func (b *builder) oneTelling(x, y int) bool {
	mx, my := &b.mentions[x], &b.mentions[y]
	ex, ey := &b.docs[mx.report].Events[mx.event], &b.docs[my.report].Events[my.event]
	if px, py := placeOf(b.docs[mx.report], ex), placeOf(b.docs[my.report], ey); px != nil && py != nil && !samePlace(px, py) {
		return false
	}
	return ex.Code == ey.Code && ex.Negated == ey.Negated && family(ex.Status) == family(ey.Status) &&
		mx.when.compare(my.when) != farApart
}
