package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// appositions reads "Emma Beals, an independent journalist," and "Russia's
// ambassador to the UN, Vitaly Churkin,": a name and a role noun that stand
// beside each other between commas are one.
func (r *reading) appositions(s *sentence) {
	for i := 0; i+1 < len(s.chunks); i++ {
		c := s.chunks[i]
		a := s.atomOf(c.last - 1)
		if a != nil && a.last == c.last && r.person(*a) && a.entity >= 0 {
			r.roleBehind(s, i, a)
			r.memberOf(s, a)
			continue
		}
		r.nameBehind(s, i)
	}
}

// roleBehind reads the role noun behind a name and a comma.
func (r *reading) roleBehind(s *sentence, i int, a *atom) {
	c := s.chunks[i]
	t := c.last
	// "John McCain of Arizona, a senator": the phrase with "of" belongs to the name.
	if s.lower(t) != "," {
		return
	}
	at := i + 1
	if at < len(s.chunks) && at+1 < len(s.chunks) && s.chunks[at+1].owner == at {
		at++ // "Lavrov, Russia's foreign minister"
	}
	n := s.chunks[at]
	begin := n.first
	if n.owner >= 0 {
		begin = s.chunks[n.owner].first
	}
	if begin != t+1 {
		return
	}
	ro := r.headRole(s, n)
	if ro == nil || ro.entry.kind != rolePerson || ro.plural || ro.last != n.last {
		return
	}
	end := r.phraseEnd(s, n.last)
	if !r.closes(s, c, n, end) {
		return
	}
	b := r.belongs(s, n, *ro, n.last)
	r.entitle(a.entity, b, *ro, r.spanOf(b.first, ro.last), doc.KnownApposition)
	r.mention(a.entity, n.first, n.last, doc.FormNominal, "apposition")
	r.posts(s, a.entity, *ro, n.last)
}

// memberOf reads the organisation or group behind a name that nothing else explains:
// "Ann Lee of the African National Congress".
func (r *reading) memberOf(s *sentence, a *atom) {
	e := &r.drafts[a.entity]
	t := a.last
	if s.lower(t) == "," {
		t++
	}
	if w := s.lower(t); e.Country != "" || e.Sector != "" || w != "of" && w != "from" {
		return
	}
	t++
	if s.lower(t) == "the" {
		t++
	}
	o := s.atomOf(t)
	if o == nil || o.first != t || o.kind != atomKnown || o.hyphen || o.last < s.last && nounOrAdjective(r.d, o.last) {
		return
	}
	k := r.lex.known[o.known]
	if k.kind == doc.KindPerson {
		return
	}
	term, _ := k.at(r.d.Report.Published.Interval)
	e.Country, e.Sector, e.CAMEO = term.country, term.sector, term.cameo
	e.How, e.Rule, e.Evidence = doc.KnownApposition, "of + organisation", o.span
}

// apposedTo is the entity that a phrase like "a man" between commas says more of:
// "the attacker, a man, fled". It reports whether the phrase has that form.
func (r *reading) apposedTo(p phrase) (int, bool) {
	if a := p.s.lower(p.c.first); p.ro.entry.kind != rolePerson || p.ro.plural || a != "a" && a != "an" || p.s.lower(p.c.first-1) != "," {
		return -1, false
	}
	head := r.d.HeadOf(p.c.first, p.c.last)
	if head < 0 || r.d.Tokens[head].Rel != "appos" {
		return -1, false
	}
	up := r.d.Tokens[head].Head
	if up < p.s.first || up >= p.c.first {
		return -1, false
	}
	if e := r.entityAt(up); e >= 0 && r.drafts[e].Kind == doc.KindRole && !r.drafts[e].plural {
		return e, true
	}
	return -1, true
}

func (r *reading) apposed(p phrase) bool {
	_, ok := r.apposedTo(p)
	return ok
}

// nameBehind reads the name behind a role noun and a comma.
func (r *reading) nameBehind(s *sentence, i int) {
	c := s.chunks[i]
	ro := r.headRole(s, c)
	if ro == nil || ro.entry.kind != rolePerson || ro.plural || ro.last != c.last || r.covers[c.last-1] >= 0 {
		return
	}
	end := r.phraseEnd(s, c.last)
	if s.lower(end) != "," || end+1 >= s.last {
		return
	}
	at := end + 1
	for at+1 < s.last && s.title(at) {
		at++ // "the manager, Dr Ann Lee"
	}
	a := s.atomOf(at)
	if a == nil || a.first != at || !r.person(*a) || a.entity < 0 {
		return
	}
	n := chunk{first: a.first, last: a.last, owner: -1, pronoun: -1}
	if !r.closes(s, c, n, a.last) {
		return
	}
	b := r.belongs(s, c, *ro, c.last)
	r.entitle(a.entity, b, *ro, r.spanOf(b.first, ro.last), doc.KnownApposition)
	r.mention(a.entity, c.first, c.last, doc.FormNominal, "apposition")
	r.posts(s, a.entity, *ro, c.last)
}

// headRole is the role noun that the chunk ends with.
func (r *reading) headRole(s *sentence, c chunk) *role {
	ro := s.roleOf(c.last - 1)
	if ro == nil || ro.first < c.first {
		return nil
	}
	return ro
}

// phraseEnd walks over the phrases that hang on a role noun: "to the UN", "of
// the Centre for Water Studies at Nairobi University".
func (r *reading) phraseEnd(s *sentence, t int) int {
	for steps := 0; steps < 4; steps++ {
		switch s.lower(t) {
		case "of", "to", "for", "at", "on", "in", "with":
		default:
			return t
		}
		n := t + 1
		for n < s.last && (nominal(r.d, s, n) || possessive(r.d, s, n)) {
			n++
		}
		if n == t+1 {
			return t
		}
		t = n
	}
	return t
}

// closes reports whether the second of two phrases is an apposition of the
// first: the tree says so, or it ends as one and is no member of a list.
func (r *reading) closes(s *sentence, a, b chunk, end int) bool {
	head := r.d.HeadOf(b.first, b.last)
	if head < 0 {
		return false
	}
	rel := r.d.Tokens[head].Rel
	up := r.d.Tokens[head].Head
	if strings.HasPrefix(rel, "appos") && up >= a.first && up < b.first {
		return true
	}
	if strings.HasPrefix(rel, "conj") {
		return false
	}
	switch s.lower(end) {
	case ",", "--", "-", ")", ";":
		return r.next(s, end) != "and" && r.next(s, end) != "or"
	case "", ".":
		return end >= s.last-1
	}
	return false
}

func (r *reading) next(s *sentence, t int) string { return s.lower(t + 1) }

// posts adds to the role of an ambassador or envoy where he serves.
func (r *reading) posts(s *sentence, entity int, ro role, end int) {
	p := &r.drafts[entity]
	if s.lower(end) != "to" || !ro.entry.flags.posted || !strings.EqualFold(p.Role, ro.words(r.d)) {
		return
	}
	for _, c := range s.chunks {
		if c.first == end+1 {
			p.Role = clean(r.d.Slice(r.spanOf(ro.first, c.last)))
			return
		}
	}
}
