package record

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/story"
)

// mention is one report's first telling of an event, ready to be compared.
type mention struct {
	report, event int
	sentence      doc.Span
	actors        []party
	recipients    []party
	when          moment
	published     doc.Interval  // of the report, if its date can be trusted
	about         story.Wording // of the sentence, without the parties' names
	tellings      []int         // the report's events folded into it, itself first
}

// party is one side of an event.
type party struct {
	entity  int // of the record
	kind    doc.EntityKind
	country string
	sector  string
}

// generic reports whether the party could be anybody of its kind: "police", "a man".
func (p party) generic() bool {
	return p.kind == doc.KindRole && !stateCode(p.country)
}

// strength of the likeness of two parties.
const (
	unlike     = iota
	sameKind   // officials of one state
	standsFor  // a state and its minister, a ministry and its minister
	sameEntity // one entity of the record
)

// like says how surely two parties are one. A country stands for its minister:
// "made a phone call to Russia" and "called Lavrov".
func (p party) like(o party) int {
	switch {
	case p.entity == o.entity:
		if p.generic() {
			return sameKind
		}
		return sameEntity
	case !stateCode(p.country) || p.country != o.country:
		return unlike
	}
	person := p.kind == doc.KindPerson || o.kind == doc.KindPerson
	switch {
	case p.kind == doc.KindPerson && o.kind == doc.KindPerson:
		return unlike
	case p.kind == doc.KindCountry && official(o), o.kind == doc.KindCountry && official(p):
		return standsFor
	case person && p.sector == o.sector && official(p):
		if p.kind == doc.KindRole || o.kind == doc.KindRole {
			return sameKind
		}
		return standsFor
	case p.sector == o.sector && (p.kind == doc.KindRole || o.kind == doc.KindRole):
		return sameKind
	}
	return unlike
}

// official reports whether the party acts for its state.
func official(p party) bool {
	switch p.sector {
	case "GOV", "MIL", "SPY", "COP", "JUD", "LEG":
		return true
	}
	return p.kind == doc.KindCountry
}

// gather makes the mentions of all reports. Later tellings within a report fold
// into the first.
func (b *builder) gather() {
	for i, d := range b.docs {
		at := make(map[int]int) // event -> mention
		for k := range d.Events {
			e := &d.Events[k]
			root := k
			for steps := 0; d.Events[root].SameAs >= 0 && d.Events[root].SameAs < root && steps < len(d.Events); steps++ {
				root = d.Events[root].SameAs
			}
			if m, ok := at[root]; ok && root != k {
				b.mentions[m].tellings = append(b.mentions[m].tellings, k)
				if when := momentOf(d, e); !b.mentions[m].when.known() && when.known() {
					b.mentions[m].when = when
				}
				continue
			}
			m := mention{report: i, event: k, when: momentOf(d, e), tellings: []int{k}}
			m.actors, m.recipients = b.parties(i, e.Actor), b.parties(i, e.Recipient)
			m.sentence = sentenceSpan(d, e)
			if p := d.Report.Published; p.How != doc.DateInferred && p.How != doc.DateUnknown {
				m.published = p.Interval
			}
			m.about = story.NewWording(d, m.sentence, b.namesOf(m))
			at[k] = len(b.mentions)
			b.mentions = append(b.mentions, m)
		}
	}
}

func (b *builder) parties(report int, local []int) []party {
	var out []party
	for _, l := range local {
		if l < 0 || l >= len(b.entityOf[report]) {
			continue
		}
		n := b.entityOf[report][l]
		e := &b.docs[report].Entities[l]
		p := party{entity: n, kind: e.Kind, country: e.Country, sector: e.Sector}
		if p.country == "" {
			p.country = b.rec.Entities[n].Country
		}
		if p.sector == "" {
			p.sector = b.rec.Entities[n].Sector
		}
		out = append(out, p)
	}
	return out
}

func sentenceSpan(d *doc.Document, e *doc.Event) doc.Span {
	if e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
		return d.Sentences[e.Sentence].Span
	}
	return e.Trigger
}

// namesOf lists the words by which the report calls the parties.
func (b *builder) namesOf(m mention) []string {
	var out []string
	for _, p := range append(append([]party(nil), m.actors...), m.recipients...) {
		for _, l := range b.rec.Entities[p.entity].Of {
			if l.Report != m.report {
				continue
			}
			e := &b.docs[l.Report].Entities[l.Entity]
			out = append(out, e.Name, e.Role)
			for _, x := range e.Mentions {
				out = append(out, b.docs[l.Report].Slice(x.Span))
			}
		}
	}
	return out
}
