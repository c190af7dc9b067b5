package actor

import "github.com/readout-project/readout/doc"

// spokesman finds for whom a spokesman speaks when his title does not say: the
// ministry named before ("Ministry spokeswoman Anna Petrova"), else the only
// body that acts in the sentence before. Where two could be meant it is left open.
func (r *reading) spokesman(s *sentence, a *atom) {
	p := &r.drafts[a.entity]
	if p.Kind != doc.KindPerson || p.Country != "" || len(p.Mentions) == 0 || p.known >= 0 || s.inQuotes(a.first) {
		return
	}
	ro := s.roleBefore(a.first, s.first)
	if ro == nil || !ro.entry.flags.speaks || !ro.entry.inherit || ro.plural {
		return
	}
	body, rule := -1, ""
	if front := s.roleOf(ro.first - 1); front != nil {
		if front.entry.kind == rolePerson || front.plural {
			return
		}
		body = r.sameNoun(phrase{s: s, ro: *front}, front.first, false)
		rule = "the " + front.entry.noun + " before"
	} else if !r.described(s, ro.first) {
		body = r.onlyBody(s, ro.first)
		rule = "the only body that acts just before"
	}
	if body < 0 {
		return
	}
	e := &r.drafts[body]
	if e.Country == "" {
		return
	}
	p.Country, p.Sector, p.CAMEO = e.Country, e.Sector, e.CAMEO
	p.How, p.Rule = doc.KnownTitle, rule+" + "+ro.entry.noun
	if last := r.lastBefore(body, a.first); last >= 0 {
		p.Evidence = e.Mentions[last].Span
	}
}

// described reports whether an adjective, a noun or a possessor stands before
// the token and may say whose it is.
func (r *reading) described(s *sentence, t int) bool {
	if t <= s.first {
		return false
	}
	switch r.d.Tokens[t-1].UPOS {
	case "NOUN", "PROPN", "ADJ", "PRON", "PART":
		return true
	}
	return false
}

// onlyBody is the one state, organisation or group that is a party in the
// sentence before or in this one before token t, -1 when none or several are.
func (r *reading) onlyBody(s *sentence, t int) int {
	found, many := -1, false
	r.before(s, t, 1, func(m spoken, _ int) {
		e := &r.drafts[m.entity]
		switch e.Kind {
		case doc.KindCountry, doc.KindOrganization, doc.KindGroup:
		default:
			return
		}
		if e.Sector == "JRN" || !r.arguing(m.Mention) {
			return
		}
		many = many || found >= 0 && found != m.entity
		found = m.entity
	})
	if many {
		return -1
	}
	return found
}

// lastBefore is the index of the entity's last mention before token t, -1 when
// there is none.
func (r *reading) lastBefore(entity, t int) int {
	last := -1
	for i, m := range r.drafts[entity].Mentions {
		if m.First < t && (last < 0 || m.First > r.drafts[entity].Mentions[last].First) {
			last = i
		}
	}
	return last
}

// speaksForBefore reports whether the phrase is of a spokesman of a body that
// was named before: "a ministry spokesman".
func (r *reading) speaksForBefore(p phrase) bool {
	front := p.s.roleOf(p.ro.first - 1)
	return p.ro.entry.flags.speaks && !p.ro.plural && p.b.country == "" && p.c.owner < 0 &&
		front != nil && front.first >= p.c.first && front.entry.kind == roleOrganisation && !front.plural
}

// spokenFor gives such a spokesman the country of the body.
func (r *reading) spokenFor(p *phrase) {
	if !r.speaksForBefore(*p) {
		return
	}
	front := p.s.roleOf(p.ro.first - 1)
	body := r.sameNoun(phrase{s: p.s, ro: *front}, front.first, false)
	if body < 0 || r.drafts[body].Country == "" {
		return
	}
	e := &r.drafts[body]
	p.b.country, p.b.sector, p.b.cameo = e.Country, e.Sector, e.CAMEO
	p.b.rule = "the " + front.entry.noun + " before"
	p.b.evidence = r.spanOf(front.first, front.last)
}
