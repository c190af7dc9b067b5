// Package quantity finds how many people were killed, wounded, arrested,
// displaced and so on.
//
// It reads tokens with their trees, times and events, and writes quantities: a
// number as the interval its wording allows ("at least 30" has no upper end), the
// group of people it counts and what became of them, and the event that did it
// where the same sentence tells it. Numbers, their wordings, the groups and the
// fates stand in lang/en/quantities.txt. A fate is read from the words beside the
// counted noun first, since these survive a wrong tree, and from the tree where
// it stands farther off.
//
// A number whose noun is no group of people, or of whom no fate is told, is no
// finding: ages, dates, money and shares count nobody. Nothing is added up, and
// what is only feared, denied or possible is left out; what is planned is found
// with the event that says so.
package quantity

import (
	"fmt"
	"io"
	"sync"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// Stage finds quantities.
type Stage struct{ lex *lexicon }

var _ doc.Stage = (*Stage)(nil)

// New returns the stage with the wordings of English.
func New() (*Stage, error) {
	lex, err := english()
	if err != nil {
		return nil, err
	}
	return &Stage{lex}, nil
}

var english = sync.OnceValues(func() (*lexicon, error) {
	files := lang.English()
	open := func(name string, read func(io.Reader) error) error {
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		return read(f)
	}
	var irregular map[string][]string
	err := open("irregular.txt", func(f io.Reader) (err error) {
		irregular, err = readIrregular(f)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("lang/en/irregular.txt: %w", err)
	}
	var lex *lexicon
	err = open("quantities.txt", func(f io.Reader) (err error) {
		lex, err = readLexicon("lang/en/quantities.txt", f, irregular)
		return err
	})
	return lex, err
})

// Name returns "quantity".
func (*Stage) Name() string { return "quantity" }

// Needs lists the layers the stage reads.
func (*Stage) Needs() []doc.Layer {
	return []doc.Layer{doc.LayerSentences, doc.LayerTags, doc.LayerTrees, doc.LayerLemmas, doc.LayerTimes, doc.LayerEvents}
}

// Gives lists the layers the stage writes.
func (*Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerQuantities} }

// Annotate adds the quantities of the document, in the order of the text.
func (st *Stage) Annotate(d *doc.Document) error {
	times, events := byTime(d), bySentence(d)
	for num := range d.Sentences {
		for len(times) > 0 && times[0].End <= d.Sentences[num].Start {
			times = times[1:]
		}
		s := newSentence(d, st.lex, num, times, events[num])
		if s == nil {
			continue
		}
		groups := s.groups()
		for i, f := range s.fates(groups) {
			if f.kind == nil {
				continue
			}
			g := groups[i]
			event := s.event(f)
			if f.unreal && (event < 0 || d.Events[event].Status != doc.Planned) {
				continue
			}
			d.Quantities = append(d.Quantities, doc.Quantity{
				Span: doc.Span{Start: s.token(g.from).Start, End: s.token(g.to - 1).End},
				Low:  g.low, High: g.high, HasLow: g.hasLow, HasHigh: g.hasHigh,
				Of: s.of(g, f), Event: event, Part: g.part,
				Counted: s.countedSpan(g),
				Rule:    f.kind.name + "/" + f.how + "/" + g.how,
			})
		}
	}
	return nil
}
