package actor

import (
	"slices"
	"sort"
	"strings"

	"github.com/readout-project/readout/doc"
)

// window is how many sentences back an antecedent may stand. Sentences that are
// quotation from end to end do not count: "he" goes on after a long quotation.
const window = 3

// refer resolves, from the beginning of the report to its end, the phrases and
// pronouns that refer back, so that each may rest on the ones before it.
func (r *reading) refer(later []phrase) {
	bySentence := map[int][]phrase{}
	for _, p := range later {
		bySentence[p.s.index] = append(bySentence[p.s.index], p)
	}
	for _, s := range r.sents {
		phrases := bySentence[s.index]
		sort.SliceStable(phrases, func(i, j int) bool { return phrases[i].c.first < phrases[j].c.first })
		next := 0
		for t := s.first; t < s.last; t++ {
			if p, ok := pronounOf(r.d, s, t); ok && r.covers[t] < 0 {
				r.pronoun(s, t, p)
			}
			if a := s.atomOf(t); a != nil && a.first == t && a.entity >= 0 {
				r.namedCounterpart(s, a)
				r.spokesman(s, a)
			}
			r.land(s, t)
			for next < len(phrases) && phrases[next].c.first <= t {
				r.referPhrase(phrases[next])
				next++
			}
		}
	}
}

// referPhrase resolves one phrase that refers back; what finds no antecedent is
// an entity of its own where the role noun says enough.
func (r *reading) referPhrase(p phrase) {
	if r.entityAt(p.ro.last-1) >= 0 {
		return
	}
	if p.ro.entry.noun == "counterpart" {
		r.counterpart(p)
		return
	}
	if e, ok := r.apposedTo(p); ok {
		if e >= 0 {
			r.mention(e, p.c.first, p.c.last, doc.FormNominal, "apposition")
			return
		}
		r.home(&p)
		r.settlePhrase(p)
		return
	}
	if p.owned {
		p.b = r.belongs(p.s, p.c, p.ro, p.c.last)
		r.settlePhrase(p)
		return
	}
	if p.c.pronoun >= 0 {
		r.possessed(p)
		return
	}
	r.spokenFor(&p)
	if i, rule := r.antecedent(p); i >= 0 {
		r.mention(i, p.c.first, p.c.last, doc.FormNominal, rule)
		return
	}
	if p.ro.entry.kind == rolePerson && !p.ro.plural && r.predicate(p) {
		return // "was the first president to resign" says who its subject is
	}
	if two := r.bothOf(p); two != nil {
		r.members(p, two)
		return
	}
	if p.ro.entry.flags.party && p.ro.plural && (p.c.first+1 < p.ro.first || len(p.ro.entry.pieces) > 1 || p.ro.entry.flags.many || p.s.lower(p.c.first) == "both") {
		r.settlePhrase(p)
		return
	}
	r.home(&p)
	if r.weak(p) || p.ro.entry.flags.kin || p.ro.entry.sector == "" && p.ro.entry.country == "" {
		return
	}
	r.settlePhrase(p)
}

// counterpart reads "his Russian counterpart": a person of that country whose
// sector is that of whom he is compared with.
func (r *reading) counterpart(p phrase) {
	if p.b.country == "" || !r.isState(p.b.country) {
		return
	}
	sector := ""
	if p.c.pronoun >= 0 {
		if e := r.entityAt(p.c.pronoun); e >= 0 {
			sector = r.drafts[e].Sector
		}
	} else if e := p.b.entity; e >= 0 {
		sector = r.drafts[e].Sector
	}
	p.b.sector = sector
	p.b.rule = "counterpart"
	r.mention(r.newRole(p), p.c.first, p.c.last, doc.FormNominal, "counterpart")
}

// namedCounterpart gives "his Greek counterpart Nikos Kotzias" the sector of him
// with whom he is compared.
func (r *reading) namedCounterpart(s *sentence, a *atom) {
	e := &r.drafts[a.entity]
	if e.Kind != doc.KindPerson || e.Sector != "" || !r.isState(e.Country) {
		return
	}
	for _, c := range s.chunks {
		if c.last != a.last || c.first >= a.first {
			continue
		}
		ro := s.roleBefore(a.first, c.first)
		if ro == nil || ro.entry.noun != "counterpart" {
			return
		}
		other := -1
		if c.pronoun >= 0 {
			other = r.entityAt(c.pronoun)
		} else if c.owner >= 0 {
			other = r.chunkEntity(s, s.chunks[c.owner])
		}
		if other >= 0 && r.drafts[other].Kind == doc.KindPerson {
			e.Sector = r.drafts[other].Sector
			e.roles = append(e.roles, sameOffice(r.drafts[other].roles)...)
		}
		return
	}
}

// sameOffice are the offices that a counterpart holds as well. A president's
// counterpart may be a prime minister, so the heads of states are left out.
func sameOffice(roles []held) []held {
	var out []held
	for _, h := range roles {
		if !h.flags.head {
			out = append(out, h)
		}
	}
	return out
}

// possessed reads "his forces", "its foreign ministry": the role belongs to the
// pronoun's antecedent.
func (r *reading) possessed(p phrase) {
	e := r.entityAt(p.c.pronoun)
	if e >= 0 && (p.b.country == "" || p.b.rule == "role noun") {
		p.b.country = ""
		r.ownedBy(&p.b, e, p.ro, p.b.evidence)
		if p.b.sector == "" && (!p.ro.entry.inherit || r.isState(p.b.country)) {
			p.b.sector = p.ro.entry.sector
		}
	}
	if p.ro.entry.flags.kin || p.ro.entry.flags.weak && p.b.country == "" || p.b.sector == "" && p.b.country == "" {
		return
	}
	if e < 0 && p.ro.entry.inherit && p.b.sector == "" {
		return
	}
	r.settlePhrase(p)
}

// antecedent finds whom "the secretary", "the ministry" or "the officials"
// means: the only holder of the office, or the last entity of that noun.
func (r *reading) antecedent(p phrase) (int, string) {
	first := p.c.first
	if first+2 == p.ro.first && serving[p.s.lower(first+1)] {
		first++
	}
	if first+1 != p.ro.first && first != p.ro.first || r.specified(p) {
		return -1, ""
	}
	if p.ro.entry.kind == rolePerson && !p.ro.plural {
		if i := r.onlyHolder(p, first); i >= 0 {
			return i, "the one holder of the office in the report"
		}
		return r.sameNoun(p, first, false), "same role noun before"
	}
	if p.ro.plural {
		if i := r.sameNoun(p, first, true); i >= 0 {
			return i, "same role noun before"
		}
		return r.onlyFighters(p, first), "fighters of the one armed group of the report"
	}
	return r.sameNoun(p, first, false), "same noun before"
}

// serving are words before an office that say no more than that somebody holds it:
// "the sitting president".
var serving = map[string]bool{"sitting": true, "current": true, "incumbent": true, "serving": true, "embattled": true, "beleaguered": true}

// onlyHolder is the one person whose office the noun can mean: the only one in
// the report or, of several, the only one named in the sentences just before.
func (r *reading) onlyHolder(p phrase, first int) int {
	fits := func(i int) bool {
		e := &r.drafts[i]
		return e.Kind == doc.KindPerson && len(e.Mentions) > 0 && e.holds(p.ro) && agrees(e.gender, p.ro.entry.flags)
	}
	found, count := -1, 0
	for _, i := range r.persons {
		if fits(i) {
			found, count = i, count+1
		}
	}
	if count <= 1 {
		return found
	}
	// Of "the foreign secretary" and a secretary of state, the one so called.
	exact, count := -1, 0
	for _, i := range r.persons {
		if fits(i) && r.drafts[i].calledSo(p.ro.entry.noun) {
			exact, count = i, count+1
		}
	}
	if count == 1 {
		return exact
	}
	near := r.named(p.s, first, window, fits)
	if len(near) == 1 {
		return near[0]
	}
	return -1
}

// named lists the entities that pass the test and are mentioned before token t
// within the window, the last mentioned first.
func (r *reading) named(s *sentence, t, window int, fits func(int) bool) []int {
	var out []int
	r.before(s, t, window, func(m spoken, _ int) {
		if fits(m.entity) && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	})
	return out
}

// specified reports whether a phrase behind the noun says which one is meant
// ("the alliance between", "the police of"): such a noun does not refer back.
func (r *reading) specified(p phrase) bool {
	switch p.s.lower(p.c.last) {
	case "of", "between", "from", "in", "for", "at", "who", "which":
		return true
	case "that":
		// "told the minister that ..." tells what, and not which minister
		up := r.d.Tokens[p.ro.last-1].Head
		return r.d.Tokens[p.c.last].Rel != "mark" && !(up >= 0 && tells[lowerLemma(r.d, up)])
	}
	return false
}

// tells are verbs that take whom one speaks to and what one says.
var tells = map[string]bool{"tell": true, "inform": true, "assure": true, "remind": true, "warn": true, "notify": true, "convince": true}

func agrees(g gender, f roleFlags) bool {
	return !(g == female && f.male || g == male && f.female)
}

// sameNoun is the last entity before that goes by the noun, unless another that
// does stands in the same sentence.
func (r *reading) sameNoun(p phrase, first int, plural bool) int {
	best, at, rival := -1, -1, false
	r.before(p.s, first, 2*window, func(m spoken, _ int) {
		e := &r.drafts[m.entity]
		switch {
		case e.Kind == doc.KindPerson, e.Kind == doc.KindCountry, len(e.Members) > 0:
			return
		case e.Kind == doc.KindRole && e.plural != plural:
			return
		case (p.ro.entry.sector == "MIL" || p.ro.entry.sector == "COP") && (e.Sector == "REB" || e.Sector == "UAF"):
			return // "the army" is the state's, whatever an armed group calls itself
		case !slices.Contains(e.nouns, p.ro.entry.noun) && !slices.Contains(e.nouns, lastWord(p.ro.entry.noun)) && !e.likewise(p.ro.entry.noun):
			return
		}
		switch {
		case best < 0:
			best, at = m.entity, m.First
		case r.of[m.First] == r.of[at] && m.entity != best:
			rival = true
		}
	})
	if rival {
		return -1
	}
	return best
}

// distance is how many sentences that are not all quotation lie between.
func (r *reading) distance(s *sentence, token int) int {
	n := 0
	for i := s.index - 1; i >= int(r.of[token]) && n <= 3*window; i-- {
		if !r.sents[i].allQuoted() || i == int(r.of[token]) {
			n++
		}
	}
	return n
}

func lowerLemma(d *doc.Document, t int) string { return strings.ToLower(d.Tokens[t].Lemma) }

// likewise reports whether a body of a state goes by the noun as well: the army
// is "the military" in the next sentence.
func (e *draft) likewise(noun string) bool {
	if e.Kind != doc.KindOrganization || e.Country == "" {
		return false
	}
	for _, set := range sameBody {
		if slices.Contains(set, noun) && slices.ContainsFunc(e.nouns, func(n string) bool { return slices.Contains(set, n) }) {
			return true
		}
	}
	return false
}

// sameBody are nouns by which one body goes.
var sameBody = [][]string{
	{"army", "military", "armed forces", "defence force", "defense force"},
	{"parliament", "legislature", "national assembly", "assembly", "congress", "lower house", "senate"},
	{"court", "tribunal", "supreme court", "high court"},
	{"agency", "service", "intelligence agency", "intelligence service", "spy agency"},
}
