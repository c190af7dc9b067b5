package actor

import (
	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// pair reads "US and Russian officials": one phrase, two entities, and a group
// that names them as its members.
func (r *reading) pair(s *sentence, ci int, p phrase) bool {
	if !p.ro.plural || p.b.country == "" {
		return false
	}
	own := r.adjective(s, p.c.first, p.ro.first)
	if own == nil {
		return false
	}
	var atoms []*atom
	first := p.c.first
	for i := ci - 1; i >= 0; i-- {
		c := s.chunks[i]
		a := s.atomOf(c.last - 1)
		if c.last+1 != first || a == nil || a.last != c.last || !r.modifier(a) {
			break
		}
		switch s.lower(c.last) {
		case "and", "or", ",", "&":
		default:
			return false
		}
		if !r.leads(s, c, a) {
			break
		}
		atoms = append([]*atom{a}, atoms...)
		first = c.first
		if a.first != c.first {
			break // nothing of the list stands before "the senior"
		}
	}
	if len(atoms) == 0 {
		return false
	}
	atoms = append(atoms, own)
	group := doc.Entity{Kind: doc.KindRole, Sector: p.b.sector, How: doc.KnownTitle,
		Rule: "several nationalities + " + p.ro.entry.noun, Evidence: doc.Span{Start: atoms[0].span.Start, End: own.span.End}}
	group.Name = clean(r.d.Slice(r.spanOf(atoms[0].first, p.ro.last)))
	for _, a := range atoms {
		q := p
		q.b = belonging{group: -1, entity: -1, country: a.hit.Country.ISO3, sector: p.b.sector,
			evidence: a.span, rule: "nationality", first: p.ro.first}
		if a.kind == atomKnown {
			t, _ := r.lex.known[a.known].at(r.d.Report.Published.Interval)
			q.b.country, q.b.group, q.b.rule = t.country, a.entity, "organisation in front"
		}
		if h := r.holder(q.b.country, p.ro); h >= 0 && p.ro.entry.kind == rolePerson && s.lower(first) == "the" {
			r.mention(h, a.first, a.last, doc.FormNominal, "the one holder of the office in the report")
			a.used = true
			group.Members = append(group.Members, h)
			continue
		}
		i := r.newRole(q)
		r.drafts[i].Name = clean(r.d.Slice(a.span) + " " + p.ro.words(r.d))
		r.mention(i, a.first, a.last, doc.FormNominal, severalRule)
		a.used = true
		group.Members = append(group.Members, i)
	}
	g, _ := r.draftOf("", group)
	r.drafts[g].plural = true
	r.mention(g, first, p.c.last, doc.FormNominal, "several nationalities")
	return true
}

// leads reports whether only an article, a number and adjectives stand before the name
// in its phrase: "the", "senior", "two top".
func (r *reading) leads(s *sentence, c chunk, a *atom) bool {
	for t := c.first; t < a.first; t++ {
		switch r.d.Tokens[t].XPOS {
		case "DT", "JJ", "JJR", "JJS", "CD":
		default:
			return false
		}
	}
	return true
}

// adjective is the nationality within the tokens.
func (r *reading) adjective(s *sentence, first, last int) *atom {
	for t := first; t < last; t++ {
		if a := s.atomOf(t); a != nil && a.last <= last && r.modifier(a) {
			return a
		}
	}
	return nil
}

// modifier reports whether the name can stand before a noun by itself.
func (r *reading) modifier(a *atom) bool {
	if a.hyphen || a.part || a.entity < 0 {
		return false
	}
	return a.kind == atomCountry && (a.hit.Kind == country.Adjective || shortState(a.hit.Word)) ||
		a.kind == atomKnown && r.lex.known[a.known].class == "igo"
}
