package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// titles reads the chunks that end with a person's name: the title and the
// nationality before it say who that is ("Russian Foreign Minister Sergei Lavrov").
func (r *reading) titles(s *sentence) {
	var shared *role // "senators John McCain and Lindsey Graham"
	var sharedBy belonging
	for ci := range s.chunks {
		c := s.chunks[ci]
		a := s.atomOf(c.last - 1)
		if a == nil || a.last != c.last || !r.person(*a) || a.entity < 0 {
			continue
		}
		first := a.first
		ro := s.roleBefore(a.first, c.first)
		switch {
		case ro != nil:
			if office := s.roleOf(ro.first - 1); office != nil && office.first >= c.first && office.entry.kind == rolePerson && !office.entry.flags.weak {
				ro = office // "army spokesman Colonel Tamer al-Rifai", "Supreme Leader Ayatollah Ali Khamenei"
			}
			b := r.belongs(s, c, *ro, -1)
			if b.country == "" {
				r.ofState(s, &b, a.last)
			}
			first = b.first
			s.use(c.first, ro.first)
			r.entitle(a.entity, b, *ro, r.spanOf(first, ro.last), doc.KnownTitle)
			shared = nil
			if ro.plural {
				shared, sharedBy = ro, b
			}
		case r.portfolio(s, c, a):
			shared = nil
			continue
		case shared != nil && r.listed(s, c) && !r.nounBefore(c.first, a.first):
			r.entitle(a.entity, sharedBy, *shared, sharedBy.evidence, doc.KnownTitle)
		default:
			shared = nil
			first = r.bareNationality(s, c, a)
		}
		s.use(first, a.first)
		rule := "name"
		if first < a.first {
			rule = "title and name"
		}
		r.mention(a.entity, first, c.last, doc.FormName, rule)
	}
}

// nounBefore reports whether a noun of its own stands before the name: "and reformer
// Ann Lee" is not of the list of presidents before her.
func (r *reading) nounBefore(first, last int) bool {
	for t := first; t < last; t++ {
		if r.d.Tokens[t].UPOS == "NOUN" {
			return true
		}
	}
	return false
}

// portfolio reads an office with its field between it and the name: "Minister of
// Roads and Bridges Ann Lee". It reports whether there is one.
func (r *reading) portfolio(s *sentence, c chunk, a *atom) bool {
	for t := a.first - 1; t > s.first && a.first-t < 8; t-- {
		if w := s.lower(t); w != "of" && w != "for" {
			if w == "and" || w == "the" || startsUpper(r.d.Form(t)) && s.roleOf(t) == nil {
				continue
			}
			return false
		}
		ro := s.roleOf(t - 1)
		if ro == nil && t < a.first-1 && startsUpper(r.d.Form(t-1)) {
			continue // "of Foreign Affairs of Chad"
		}
		if ro == nil || ro.last != t || t == a.first-1 || ro.plural || !strings.HasSuffix(ro.entry.noun, "minister") && !strings.HasSuffix(ro.entry.noun, "secretary") {
			return false
		}
		for _, front := range s.chunks {
			if front.first > ro.first || front.last < ro.last {
				continue
			}
			b := r.belongs(s, front, *ro, front.last)
			s.use(front.first, ro.first)
			r.entitle(a.entity, b, *ro, r.spanOf(b.first, a.first), doc.KnownTitle)
			r.mention(a.entity, b.first, a.last, doc.FormName, "office, its field and name")
			return true
		}
		return false
	}
	return false
}

// ofState reads the state behind a name: "King Abdullah of Jordan".
func (r *reading) ofState(s *sentence, b *belonging, t int) {
	if s.lower(t) != "of" {
		return
	}
	n := t + 1
	if s.lower(n) == "the" {
		n++
	}
	a := s.atomOf(n)
	if a != nil && a.first == n && a.kind == atomCountry && a.hit.Kind == country.Name && a.hit.Part == "" && !a.hyphen {
		b.country, b.rule = a.hit.Country.ISO3, "of + country"
		b.evidence = b.evidence.Cover(a.span)
	}
}

// roleBefore is the role noun that ends where the name begins, an abbreviated
// title or an adjective such as "late" left aside.
func (s *sentence) roleBefore(at, from int) *role {
	for t := at - 1; t >= from; t-- {
		if ro := s.roleOf(t); ro != nil {
			if ro.entry.kind == rolePerson {
				return ro
			}
			return nil
		}
		if !s.title(t) {
			return nil
		}
	}
	return nil
}

// listed reports whether the chunk continues a list after a shared title: only
// a comma, "and", or "of" with a place stand before it.
func (r *reading) listed(s *sentence, c chunk) bool {
	t := c.first - 1
	if t <= s.first {
		return false
	}
	switch s.lower(t) {
	case ",", "and", "or", "&":
		return true
	}
	return false
}

// bareNationality reads "American John Smith" and "Hamas's Khaled Meshaal", and
// returns where the mention begins.
func (r *reading) bareNationality(s *sentence, c chunk, a *atom) int {
	p := &r.drafts[a.entity]
	for t := c.first; t < a.first; t++ {
		m := s.atomOf(t)
		if m == nil || m.first != t || m.hyphen || m.kind != atomCountry || m.last != a.first {
			continue
		}
		if p.Country == "" {
			p.Country, p.How, p.Rule, p.Evidence = m.hit.Country.ISO3, doc.KnownTitle, "nationality before the name", m.span
		}
		return t
	}
	return a.first
}

// entitle writes what a title says into the person; the first title that tells
// a country stays.
func (r *reading) entitle(entity int, b belonging, ro role, evidence doc.Span, how doc.Knowledge) {
	p := &r.drafts[entity]
	words := ro.words(r.d)
	if ro.plural {
		words = ro.entry.noun
	}
	if ro.entry.noun != "counterpart" {
		if !b.former {
			p.roles = append(p.roles, held{words: ro.entry.noun, flags: ro.entry.flags})
		}
		if p.Role == "" {
			if b.former {
				words = "former " + words
			}
			p.Role = words
		}
	}
	if p.Country == "" && b.country != "" {
		p.Country, p.CAMEO = b.country, ""
	}
	if p.Sector == "" && (p.Country == b.country || b.country == "") && b.sector != "" {
		p.Sector = b.sector
	}
	if b.cameo != "" && p.CAMEO == "" && p.Country == b.country && !(p.Sector != b.sector) {
		p.CAMEO = b.cameo
	}
	if p.How == "" && (b.country != "" || b.sector != "") {
		p.How, p.Evidence = how, evidence
		p.Rule = b.rule + " + " + ro.entry.noun
	}
	r.genderOf(p, ro.entry.flags)
}

func (r *reading) genderOf(p *draft, f roleFlags) {
	switch {
	case p.gender != anyGender:
	case f.male:
		p.gender = male
	case f.female:
		p.gender = female
	}
}

// use marks the names among the tokens as part of a phrase that is an entity
// of its own: the "Russian" of "Russian Foreign Minister" does not act.
func (s *sentence) use(first, last int) {
	for t := first; t < last; t++ {
		if a := s.atomOf(t); a != nil && a.last <= last {
			a.used = true
		}
	}
}

// clean writes a phrase of the report on one line.
func clean(s string) string { return strings.Join(strings.Fields(straight(s)), " ") }
