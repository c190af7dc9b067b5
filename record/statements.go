package record

import (
	"cmp"
	"index/suffixarray"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/readout-project/readout/doc"
)

// spoken is what is needed of statements to tell whether two events rest on one.
type spoken struct {
	byReport map[int][]int // report -> statements with a variant in it
}

// rendering is one content of one quote of one report.
type rendering struct {
	report, quote int
	span          doc.Span
	form          VariantForm
}

// clausal reports whether an indirect quotation says who speaks with a verb of its
// own. "Concern that …" and "the claim of …" colour the outlet's own sentence.
func clausal(rule string) bool {
	return !strings.HasPrefix(rule, "noun-") && !strings.HasPrefix(rule, "object/")
}

// mostOf is the part of a rendering, or of the shared words, that must coincide.
const mostOf = .6

// statements joins quotations of one another over reports, and finds the words
// that other reports print without marks.
func (b *builder) statements() {
	var all []rendering
	first := make([]int, len(b.docs)+1) // renderings of report i: all[first[i]:first[i+1]]
	for i, d := range b.docs {
		first[i] = len(all)
		quoted := body(d)
		for q, quote := range d.Quotes {
			if quote.Attitude || quote.Kind == doc.QuoteIndirect && !clausal(quote.Rule) {
				continue
			}
			for _, c := range quote.Content {
				if c = b.said(i, quote.Kind, c); !c.Empty() && !advertised(d, quoted, c) {
					all = append(all, rendering{i, q, c, formOf(quote.Kind)})
				}
			}
		}
	}
	first[len(b.docs)] = len(all)
	quotes := len(all)
	sets := newDisjoint(quotes)
	var unmarked []rendering
	var unmarkedOf []int // the rendering whose words they are
	for i := 1; i < quotes; i++ {
		// "We waited," she said. "Nobody came.": two pieces of one statement.
		if all[i].report == all[i-1].report && all[i].quote == all[i-1].quote {
			sets.join(i, i-1)
		}
	}
	for i := range b.docs {
		b.joinRepeats(all, first[i], first[i+1], sets)
	}
	for _, p := range b.sharing.pairs() {
		for _, run := range b.sharing[p] {
			x := covering(all[first[p[0]]:first[p[0]+1]], run.a, first[p[0]])
			y := covering(all[first[p[1]]:first[p[1]+1]], run.b, first[p[1]])
			switch {
			case x >= 0 && y >= 0:
				if all[x].form != VariantIndirect || all[y].form != VariantIndirect {
					sets.join(x, y)
				}
			case x >= 0 && all[x].form != VariantIndirect && run.kind == UnmarkedQuote:
				unmarked = append(unmarked, rendering{p[1], -1, run.b, VariantUnmarked})
				unmarkedOf = append(unmarkedOf, x)
			case y >= 0 && all[y].form != VariantIndirect && run.kind == UnmarkedQuote:
				unmarked = append(unmarked, rendering{p[0], -1, run.a, VariantUnmarked})
				unmarkedOf = append(unmarkedOf, y)
			}
		}
	}
	plain := make(map[int][]rendering)
	for i, u := range unmarked {
		root := sets.find(unmarkedOf[i])
		plain[root] = append(plain[root], u)
	}
	b.spoken.byReport = make(map[int][]int)
	for _, members := range sets.sets() {
		b.addStatement(all, members, plain[sets.find(members[0])])
	}
}

// said is what of a quotation's content was said: "that" before a clause in
// indirect and mixed speech is the reporter's.
func (b *builder) said(report int, kind doc.QuoteKind, c doc.Span) doc.Span {
	text := b.docs[report].Slice(c)
	if kind == doc.QuoteDirect || len(text) < 5 || !strings.EqualFold(text[:4], "that") {
		return c
	}
	rest := strings.TrimLeftFunc(text[4:], unicode.IsSpace)
	if len(rest) == len(text)-4 {
		return c
	}
	return doc.Span{Start: c.End - len(rest), End: c.End}
}

// body is what a report quotes outside its title and headings, for looking up
// words; nil when nothing is quoted in these.
func body(d *doc.Document) *suffixarray.Index {
	var words []byte
	inHeading := false
	for _, q := range d.Quotes {
		for _, c := range q.Content {
			if headed(d, c) {
				inHeading = true
				continue
			}
			words = append(words, folded(d.Slice(c))+"\n"...)
		}
	}
	if !inHeading {
		return nil
	}
	return suffixarray.New(words)
}

// folded is text as a line of folded words, each between blanks.
func folded(text string) string { return " " + strings.Join(fold(text), " ") + " " }

// advertised reports whether the words stand in a title or a heading and are a
// quotation of the body as well: the heading repeats it and says nothing new.
func advertised(d *doc.Document, body *suffixarray.Index, c doc.Span) bool {
	return body != nil && headed(d, c) && len(body.Lookup([]byte(folded(d.Slice(c))), 1)) > 0
}

// headed reports whether a span lies in a title or a heading.
func headed(d *doc.Document, s doc.Span) bool {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].End > s.Start })
	return i < len(d.Blocks) && d.Blocks[i].Start <= s.Start &&
		(d.Blocks[i].Kind == doc.BlockTitle || d.Blocks[i].Kind == doc.BlockHeading)
}

// formRank orders renderings by how surely the words are the speaker's own: the
// text of a statement is the longest of the surest.
var formRank = map[VariantForm]int{VariantDirect: 3, VariantMixed: 2, VariantIndirect: 1, VariantUnmarked: 0}

// addStatement writes one statement. Indirect speech alone is no statement: its
// words are the outlet's.
func (b *builder) addStatement(all []rendering, members []int, plain []rendering) {
	var variants []rendering
	marked := false
	for _, m := range members {
		variants = append(variants, all[m])
		marked = marked || all[m].form != VariantIndirect
	}
	if !marked {
		return
	}
	for _, u := range plain {
		fresh := true
		for _, v := range variants {
			fresh = fresh && !(v.report == u.report && v.span.Overlaps(u.span))
		}
		if fresh {
			variants = append(variants, u)
		}
	}
	slices.SortFunc(variants, func(x, y rendering) int {
		return cmp.Or(cmp.Compare(x.report, y.report), cmp.Compare(x.span.Start, y.span.Start), cmp.Compare(x.span.End, y.span.End))
	})
	n := len(b.rec.Statements)
	s := Statement{Speaker: b.speaker(variants)}
	if s.Speaker < 0 {
		s.Joint = b.joint(variants)
	}
	best := -1
	for _, v := range variants {
		text := strings.TrimSpace(b.docs[v.report].Slice(v.span))
		if rank := formRank[v.form]; rank > best || rank == best && len(text) > len(s.Text) {
			s.Text, best = text, rank
		}
		s.Variants = append(s.Variants, Variant{Report: v.report, Span: v.span, Form: v.form, Quote: v.quote, Via: b.via(v)})
		if list := b.spoken.byReport[v.report]; len(list) == 0 || list[len(list)-1] != n {
			b.spoken.byReport[v.report] = append(list, n)
		}
	}
	b.rec.Statements = append(b.rec.Statements, s)
	if story := b.storyOf[variants[0].report]; story >= 0 {
		b.rec.Stories[story].Statements = append(b.rec.Stories[story].Statements, n)
	}
}

// speaker is who most renderings give as the speaker; of several the one named
// in the first report by content.
func (b *builder) speaker(variants []rendering) int {
	votes := make(map[int]int)
	var order []int
	sorted := slices.Clone(variants)
	slices.SortStableFunc(sorted, func(x, y rendering) int { return b.compareReports(x.report, y.report) })
	for _, v := range sorted {
		if v.quote < 0 {
			continue
		}
		local := b.docs[v.report].Quotes[v.quote].Speaker
		if local < 0 {
			continue
		}
		e := b.entityOf[v.report][local]
		if votes[e] == 0 {
			order = append(order, e)
		}
		votes[e]++
	}
	best := -1
	for _, e := range order {
		if best < 0 || votes[e] > votes[best] {
			best = e
		}
	}
	return best
}

// joint is who speaks as one, by the first rendering that tells.
func (b *builder) joint(variants []rendering) []int {
	for _, v := range variants {
		if v.quote < 0 {
			continue
		}
		var all []int
		for _, l := range b.docs[v.report].Quotes[v.quote].Joint {
			all = appendNew(all, b.entityOf[v.report][l])
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

func (b *builder) via(v rendering) []string {
	if v.quote < 0 {
		return nil
	}
	d := b.docs[v.report]
	var out []string
	for _, s := range d.Quotes[v.quote].Via {
		out = append(out, d.Slice(s))
	}
	return out
}

func formOf(k doc.QuoteKind) VariantForm {
	switch k {
	case doc.QuoteDirect:
		return VariantDirect
	case doc.QuoteMixed:
		return VariantMixed
	}
	return VariantIndirect
}

// covering is the rendering that a run of shared words belongs to: most of the
// run lies in it, or most of it in the run. Quoted renderings come before
// indirect ones.
func covering(renderings []rendering, run doc.Span, offset int) int {
	best, bestShare, bestQuoted := -1, 0, false
	for i, r := range renderings {
		if !r.span.Overlaps(run) {
			continue
		}
		shared := min(r.span.End, run.End) - max(r.span.Start, run.Start)
		if float64(shared) < mostOf*float64(min(run.Len(), r.span.Len())) {
			continue
		}
		quoted := r.form != VariantIndirect
		if best < 0 || quoted && !bestQuoted || quoted == bestQuoted && shared > bestShare {
			best, bestShare, bestQuoted = offset+i, shared, quoted
		}
	}
	return best
}

// repeatedWords is how many words make a repeat within one report a repeat and no
// coincidence.
const repeatedWords = 4

// joinRepeats joins renderings of one report that repeat each other word for word.
func (b *builder) joinRepeats(all []rendering, from, to int, sets disjoint) {
	seen := make(map[string]int)
	for i := from; i < to; i++ {
		words := fold(b.docs[all[i].report].Slice(all[i].span))
		if len(words) < repeatedWords {
			continue
		}
		key := strings.Join(words, " ")
		if other, ok := seen[key]; ok {
			sets.join(i, other)
		} else {
			seen[key] = i
		}
	}
}
