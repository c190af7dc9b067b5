// Package place finds the places a report names and resolves them against the
// table of countries and the gazetteer.
//
// It reads names, tokens and entities and writes Places. A place is a name that
// the name tagger calls a location, or a country, a part of one or a capital of
// the table; a name of a person or an organisation is none, whatever else it
// sounds like. The order of resolution is country, division, town; what counts
// is what the text says ("Homs, Syria", "the Syrian city of Homs"), then which
// countries and divisions the report is about, then population. A town of which
// only the country or the division is known, since the gazetteer lacks it or has
// several alike, has these and no position. A name that nothing resolves stays,
// with an empty country: it is never guessed and empties none of its neighbours.
//
// It does not tie places to events.
package place

import (
	"errors"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/place/gazetteer"
)

// Stage finds and resolves places. It is immutable and safe for concurrent use.
type Stage struct {
	countries *country.Table
	gazetteer *gazetteer.Table
	words     *words
}

var _ doc.Stage = (*Stage)(nil)

// New returns the stage with the embedded tables.
func New() (*Stage, error) {
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	return &Stage{country.Default(), gazetteer.Default(), w}, nil
}

// Name implements doc.Stage.
func (s *Stage) Name() string { return "place" }

// Needs implements doc.Stage.
func (s *Stage) Needs() []doc.Layer {
	return []doc.Layer{doc.LayerSentences, doc.LayerTags, doc.LayerNames, doc.LayerEntities}
}

// Gives implements doc.Stage.
func (s *Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerPlaces} }

// Annotate implements doc.Stage.
func (s *Stage) Annotate(d *doc.Document) error {
	if s == nil || s.words == nil {
		return errors.New("place: the stage was not made by New")
	}
	s.read(d, nil)
	return nil
}

// read adds the places; a trace hears what was considered.
func (s *Stage) read(d *doc.Document, t *trace) {
	r := &report{Stage: s, doc: d, heads: actingHeads(d), names: namedTokens(d), known: map[string][]gazetteer.Entry{}, trace: t}
	r.collect()
	r.hear()
	d.Places = append(d.Places, r.resolve()...)
}

// report is a document under examination.
type report struct {
	*Stage
	doc      *doc.Document
	mentions []mention
	support  support
	heads    map[int]int // token that heads a mention of an entity, to the entity
	names    map[int]int // token of a name of an entity, to the entity
	known    map[string][]gazetteer.Entry
	trace    *trace
}

// lookup asks the gazetteer once for each name of the report.
func (r *report) lookup(name string) []gazetteer.Entry {
	e, ok := r.known[name]
	if !ok {
		e = r.gazetteer.Lookup(name)
		r.known[name] = e
	}
	return e
}

// actingHeads maps the heads of mentions to their entities.
func actingHeads(d *doc.Document) map[int]int {
	heads := map[int]int{}
	for i, e := range d.Entities {
		for _, m := range e.Mentions {
			if _, ok := heads[m.Head]; !ok {
				heads[m.Head] = i
			}
		}
	}
	return heads
}

// namedTokens maps the tokens of entities' names to their entities.
func namedTokens(d *doc.Document) map[int]int {
	names := map[int]int{}
	for i, e := range d.Entities {
		for _, m := range e.Mentions {
			if m.Form != doc.FormName {
				continue
			}
			for t := m.First; t < m.Last; t++ {
				if _, ok := names[t]; !ok {
					names[t] = i
				}
			}
		}
	}
	return names
}
