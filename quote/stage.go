// Package quote finds who said what: direct, mixed and indirect speech with its
// content, cue, source, speaker and the outlets it came through.
//
// It reads blocks, tokens with their trees, and entities, and writes quotes.
// Quotation marks are paired paragraph by paragraph with repair, so that a stray
// mark spoils its own paragraph at most. Direct speech is attributed from the
// words beside it, indirect speech from the complement of a cue word on the
// tree; the cue words with what they can take and how often that reports speech
// stand in lang/en/cues.tsv, and what stands around them moves that chance by
// lang/en/cue-signs.tsv. Both are counted by quote/generate. What an attribution
// consists of (source, cue, content) follows the guidelines of the PolNeAR corpus,
// and so do attitudes: who supports or seeks something is found as well and marked,
// for it does not tell that what is meant was said or happens.
//
// It does not judge whether a claim is true, does not code acts of speech as
// events, and leaves the speaker open rather than guess.
package quote

import (
	"cmp"
	"slices"
	"sync"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// Stage finds quotes.
type Stage struct {
	cues    lexicon
	factors factors
	open    bool // every word may be a cue: for counting
}

var _ doc.Stage = (*Stage)(nil)

// NewStage returns the stage with the cue words of English.
func NewStage() (*Stage, error) {
	s, err := english()
	if err != nil {
		return nil, err
	}
	return &s, nil
}

var english = sync.OnceValues(func() (s Stage, err error) {
	f, err := lang.English().Open("cues.tsv")
	if err != nil {
		return s, err
	}
	defer f.Close()
	if s.cues, err = readCues("lang/en/cues.tsv", f); err != nil {
		return s, err
	}
	g, err := lang.English().Open("cue-signs.tsv")
	if err != nil {
		return s, err
	}
	defer g.Close()
	s.factors, err = readFactors("lang/en/cue-signs.tsv", g)
	return s, err
})

// Name returns "quote".
func (*Stage) Name() string { return "quote" }

// Needs lists the layers the stage reads.
func (*Stage) Needs() []doc.Layer {
	return []doc.Layer{doc.LayerBlocks, doc.LayerSentences, doc.LayerTags, doc.LayerTrees, doc.LayerLemmas, doc.LayerEntities}
}

// Gives lists the layers the stage writes.
func (*Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerQuotes} }

// Annotate adds the quotes of the document, in the order of the text.
func (s *Stage) Annotate(d *doc.Document) error {
	r := newReading(d, s)
	r.speech()
	r.clauses()
	r.unattributed()
	slices.SortStableFunc(r.found, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(a.content[0].Start, b.content[0].Start), cmp.Compare(a.content[0].End, b.content[0].End))
	})
	r.resolve()
	for _, f := range r.found {
		d.Quotes = append(d.Quotes, r.quote(f))
	}
	return nil
}
