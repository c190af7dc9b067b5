package story

import (
	"cmp"
	"slices"

	"github.com/readout-project/readout/doc"
)

// Copy is text that two reports share.
type Copy struct {
	From, To int // reports; From came first when dates tell, else the one read first
	Kind     CopyKind
	Runs     []Run
}

// CopyKind is the class of shared text.
type CopyKind string

// The classes of shared text.
const (
	FullCopy      CopyKind = "copy"
	Derived       CopyKind = "derived"
	SharedQuote   CopyKind = "shared_quote"
	SharedPassage CopyKind = "shared_passage"
	UnmarkedQuote CopyKind = "unmarked_quote"
)

// Run is one stretch of shared text with its span on both sides.
type Run struct{ From, To doc.Span }

const (
	// gram is the length of the word sequences that find shared text.
	gram = 6
	// copyShare and derivedShare are the parts of the shorter report, outside
	// quotation marks, that make a copy and a derived report.
	copyShare, derivedShare = .6, .15
	// quoteWords words between marks in both reports are a shared quotation;
	// unmarkedWords words between marks in one of them only are language that
	// the other prints as its own; passageWords words make a shared passage.
	quoteWords, unmarkedWords, passageWords = 8, 12, 9
	// reuseWords is the least that a copy or a derived report shares: shorter
	// overlaps of very short reports say nothing: two names with their offices and
	// a verb are eleven words.
	reuseWords = 16
	// commonIn is the number of reports above which a word sequence is common
	// property and says nothing of two of them.
	commonIn = 40
	// outletHabit is the number of reports of one outlet that make an unquoted
	// word sequence the outlet's own furniture.
	outletHabit = 3
)

// Copies finds the text that reports share: word six-grams find pairs, exact
// alignment gives the runs with their spans on both sides. One pair may be
// listed with several kinds.
func Copies(docs []*doc.Document) []Copy {
	words := make([][]word, len(docs))
	for i, d := range docs {
		if d.Report.Status == doc.StatusRead || d.Report.Status == "" {
			words[i] = wordsOf(d)
		}
	}
	return copiesOf(docs, words)
}

func copiesOf(docs []*doc.Document, words [][]word) []Copy {
	var out []Copy
	seeds := seedsOf(docs, words)
	for len(seeds) > 0 {
		n := 1
		for n < len(seeds) && seeds[n].a == seeds[0].a && seeds[n].b == seeds[0].b {
			n++
		}
		a, b := int(seeds[0].a), int(seeds[0].b)
		runs := align(words[a], words[b], seeds[:n])
		out = append(out, classify(docs, words, a, b, runs)...)
		seeds = seeds[n:]
	}
	slices.SortStableFunc(out, func(x, y Copy) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	return out
}

// classify says what the runs that two reports share amount to.
func classify(docs []*doc.Document, words [][]word, a, b int, runs []wordRun) []Copy {
	var own, total, longest int
	var quoted, unmarked, plain []wordRun
	for _, r := range runs {
		both, one := 0, 0
		for k := range r.n {
			qa, qb := words[a][r.a+k].quoted, words[b][r.b+k].quoted
			switch {
			case qa && qb:
				both++
			case qa || qb:
				one++
			}
		}
		total += r.n
		own += r.n - both - one
		longest = max(longest, r.n)
		switch {
		case both >= quoteWords:
			quoted = append(quoted, r)
		case one >= unmarkedWords:
			unmarked = append(unmarked, r)
		case r.n-both-one >= passageWords:
			plain = append(plain, r)
		}
	}
	shorter := min(len(words[a]), len(words[b]))
	share := float64(own) / float64(max(shorter, 1))
	var out []Copy
	add := func(kind CopyKind, runs []wordRun) {
		if len(runs) > 0 {
			out = append(out, directed(docs, words, a, b, kind, runs))
		}
	}
	switch {
	case own < reuseWords || share < derivedShare:
		add(SharedPassage, plain)
	case share >= copyShare:
		add(FullCopy, runs)
	default:
		add(Derived, runs)
	}
	add(SharedQuote, quoted)
	add(UnmarkedQuote, unmarked)
	return out
}

// directed orders a pair of reports by date and turns words into spans.
func directed(docs []*doc.Document, words [][]word, a, b int, kind CopyKind, runs []wordRun) Copy {
	c := Copy{From: a, To: b, Kind: kind}
	pa, pb := docs[a].Report.Published, docs[b].Report.Published
	swap := trusted(pa) && trusted(pb) && !pb.To.IsZero() && !pa.From.IsZero() && pb.To.Before(pa.From)
	if swap {
		c.From, c.To = b, a
	}
	for _, r := range runs {
		run := Run{
			From: doc.Span{Start: words[a][r.a].Start, End: words[a][r.a+r.n-1].End},
			To:   doc.Span{Start: words[b][r.b].Start, End: words[b][r.b+r.n-1].End},
		}
		if swap {
			run.From, run.To = run.To, run.From
		}
		c.Runs = append(c.Runs, run)
	}
	return c
}

// trusted reports whether a date of publication may be used to order or part
// reports: an inferred one poisons more than it helps.
func trusted(p doc.Published) bool {
	switch p.How {
	case doc.DateMetadata, doc.DateFeed, doc.DateURL, doc.DateFlag, doc.DateDateline:
		return !p.IsZero()
	}
	return false
}
