// Package actor says who a report speaks of: it gathers the mentions of persons,
// states, organisations, armed groups and role nouns into entities with country
// and sector.
//
// It reads sentences, tokens, trees, lemmas and names, and writes entities. What
// the text says comes first: a title and nationality in the same noun phrase
// ("Russian Foreign Minister Sergei Lavrov"), an apposition, an earlier mention;
// then the tables of lang/en (role nouns, groups, organisations, holders of
// offices) and of package country. Sectors are those of PLOVER 2.0, actor codes
// those of CAMEO.
//
// It does not drop an actor it does not know, does not guess a country, does not
// resolve "I" and "we", and leaves a pronoun alone where two antecedents fit.
package actor

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/lang"
)

// Stage finds the entities of a report. The zero Stage is ready for use and knows
// the tables of lang/en; New makes one that knows a user's actors as well. It
// keeps no state and is safe for concurrent use.
type Stage struct{ lex *lexicon }

// New returns a stage that knows the actors of these lists besides its own; an
// entry of a list takes the place of ours of the same name, and of two lists the
// later holds.
func New(lists ...List) (Stage, error) {
	lex, err := readLexicon(lang.English())
	if err != nil {
		return Stage{}, err
	}
	for _, list := range lists {
		lex.overlay(list)
	}
	lex.order()
	return Stage{lex}, nil
}

var _ doc.Stage = Stage{}

// Name returns "actor".
func (Stage) Name() string { return "actor" }

// Needs lists the layers that the stage reads.
func (Stage) Needs() []doc.Layer {
	return []doc.Layer{doc.LayerSentences, doc.LayerTags, doc.LayerTrees, doc.LayerLemmas, doc.LayerNames}
}

// Gives lists the layer that the stage writes.
func (Stage) Gives() []doc.Layer { return []doc.Layer{doc.LayerEntities} }

// lexicon is what the stage knows.
func (st Stage) lexicon() *lexicon {
	if st.lex != nil {
		return st.lex
	}
	return english()
}

// Annotate adds the entities of the report. Names are settled for the whole
// report before nouns and pronouns are read, since a headline says "Kerry"
// before the text says who that is.
func (st Stage) Annotate(d *doc.Document) error {
	st.read(d, nil)
	return nil
}

// read adds the entities; a trace hears who was considered.
func (st Stage) read(d *doc.Document, t *trace) {
	if len(d.Tokens) == 0 {
		return
	}
	r := newReading(d, st.lexicon())
	r.trace = t
	r.fullNamesOnly()
	for _, s := range r.sents {
		s.mapAtoms()
		r.lex.findRoles(d, s)
		r.titledNames(s)
		r.nicknames(s)
		r.namedBodies(s)
		r.bodyNames(s)
	}
	r.introduced()
	r.surnames()
	for _, s := range r.sents {
		findChunks(d, s)
	}
	r.findQuoted()
	r.nameOthers()
	r.namePersons()
	for _, s := range r.sents {
		r.titles(s)
	}
	for _, s := range r.sents {
		r.appositions(s)
	}
	r.lookUp()
	r.homePersons()
	var later []phrase
	for _, s := range r.sents {
		later = append(later, r.rolePhrases(s)...)
		r.otherNames(s)
		r.numbers(s)
	}
	r.refer(later)
	r.write()
}
