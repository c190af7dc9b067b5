package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// phrase is a noun phrase with a role noun that refers back and waits for its
// antecedent: "the secretary", "his Russian counterpart".
type phrase struct {
	s        *sentence
	c        chunk
	ro       role
	b        belonging
	definite bool
	owned    bool // waits for the antecedent of its possessor
}

// rolePhrases makes entities of the role nouns of the sentence and returns those
// that refer back.
func (r *reading) rolePhrases(s *sentence) []phrase {
	var later []phrase
	for ci, c := range s.chunks {
		r.namedOrganisation(s, c)
		r.compoundRoles(s, c)
		ro := r.topDiplomat(s, c, r.headRole(s, c))
		byForm := ro == nil
		if byForm {
			ro = r.agent(s, c)
		}
		if ro == nil || r.entityAt(ro.last-1) >= 0 || s.hyphenTail(ro.last) {
			continue
		}
		p := phrase{s: s, c: c, ro: *ro, b: r.belongs(s, c, *ro, c.last)}
		if byForm && p.b.rule != "nationality" && p.b.rule != "organisation in front" {
			continue
		}
		if r.besideName(p) {
			s.use(c.first, ro.first)
			continue
		}
		switch s.lower(c.first) {
		case "the", "this", "that", "these", "those", "both":
			p.definite = true
		}
		// "Parliament met": the one spoken of before.
		p.definite = p.definite || ro.entry.noun == "parliament" && c.first == ro.first && c.owner < 0 && c.last == ro.last
		evident := p.b.rule != "role noun" || c.pronoun >= 0 || r.ledBy(s, c, *ro)
		if r.pair(s, ci, p) {
			s.use(c.first, ro.first)
			continue
		}
		switch {
		case c.pronoun >= 0, p.definite && !evident && !r.partOf(s, c.first), ro.entry.noun == "counterpart":
			later = append(later, p)
		case r.speaksForBefore(p):
			later = append(later, p)
		case r.weak(p) && !evident, ro.entry.flags.kin, r.bare(p) && !evident:
			continue
		case r.predicate(p):
			continue
		case r.apposed(p):
			later = append(later, p)
		case r.ownerRefers(p):
			p.owned = true
			later = append(later, p)
		default:
			r.home(&p)
			r.settlePhrase(p)
		}
		s.use(c.first, ro.first)
	}
	return later
}

// ledBy reports whether the phrase says who leads or backs the forces: "Vietnamese-led
// forces" are a party, though nobody says whose they are.
func (r *reading) ledBy(s *sentence, c chunk, ro role) bool {
	if !armed(ro.entry.sector) {
		return false
	}
	for t := c.first; t < ro.first; t++ {
		switch w := s.lower(t); {
		case w == "led", w == "backed", w == "allied", strings.HasSuffix(w, "-led"), strings.HasSuffix(w, "-backed"), strings.HasSuffix(w, "-allied"):
			return true
		}
	}
	return false
}

// weak reports whether the noun alone does not make the phrase a party. Several
// countries are one whatever countries they are: "nearly 70 countries", "Western
// nations".
func (r *reading) weak(p phrase) bool {
	f := p.ro.entry.flags
	switch {
	case !f.weak, f.many && p.ro.plural:
		return false
	case f.sides && p.ro.plural && f.party:
		return !r.counted(p)
	case f.sides && p.ro.plural && p.ro.entry.sector == "GOV" && p.ro.entry.noun != "capital":
		return !r.counted(p) && r.qualities(p) == ""
	}
	return true
}

// ownerRefers reports whether the possessor is a role phrase that refers back
// itself: "the president's office".
func (r *reading) ownerRefers(p phrase) bool {
	if p.c.owner < 0 {
		return false
	}
	o := p.s.chunks[p.c.owner]
	return p.s.lower(o.first) == "the" && r.chunkEntity(p.s, o) < 0 && r.headRole(p.s, o) != nil
}

// bare reports whether a singular noun stands without article or number: it is
// a modifier or a word of another class ("refugee flows").
func (r *reading) bare(p phrase) bool {
	return p.ro.entry.kind == rolePerson && !p.ro.plural && p.c.first == p.ro.first && p.c.owner < 0 ||
		p.ro.entry.noun == "opposition" && p.s.lower(p.c.last) == "to"
}

// predicate reads "Kramer is the director of the institute": the noun says who
// its subject is and is nobody else.
func (r *reading) predicate(p phrase) bool {
	head := r.d.HeadOf(p.c.first, p.c.last)
	if head < 0 {
		return false
	}
	copula, subject := -1, -1
	for t := p.s.first; t < p.s.last; t++ {
		if r.d.Tokens[t].Head != head {
			continue
		}
		switch rel := r.d.Tokens[t].Rel; {
		case rel == "cop":
			copula = t
		case strings.HasPrefix(rel, "nsubj"):
			subject = t
		case rel == "aux" || rel == "advmod" && negation(p.s.lower(t)):
			return copula >= 0
		}
	}
	if copula < 0 {
		return false
	}
	if e := r.entityAt(subject); e >= 0 && r.drafts[e].Kind == doc.KindPerson && p.ro.entry.kind == rolePerson && !p.ro.plural {
		form := p.s.lower(copula)
		if form == "is" || form == "was" && p.b.former {
			r.entitle(e, p.b, p.ro, r.spanOf(p.b.first, p.ro.last), doc.KnownApposition)
		}
	}
	return true
}

func negation(lower string) bool { return lower == "not" || lower == "n't" || lower == "never" }

// hyphenTail reports whether a hyphen joins the word before token t to a word
// behind: the "rebel" of "rebel-held" is nobody.
func (s *sentence) hyphenTail(t int) bool {
	if t >= s.last {
		return false
	}
	i := s.firstPiece[t-s.first]
	return isHyphen(s.pieces[i].text) && i > 0 && s.pieces[i-1].span.End == s.pieces[i].span.Start
}

// settlePhrase gives a phrase that does not refer back its entity.
func (r *reading) settlePhrase(p phrase) {
	first, last := p.c.first, p.c.last
	first = r.quantified(p.s, first)
	entity, rule := r.roleEntity(p)
	r.mention(entity, first, last, doc.FormNominal, rule)
}

// roleEntity is the entity of a role phrase, with the rule that found it.
func (r *reading) roleEntity(p phrase) (int, string) {
	e, b := p.ro.entry, p.b
	if e.flags.state && r.isState(b.country) && !b.former {
		c, _ := r.lex.countries.ByISO3(b.country)
		return r.state(c), "government of a state: " + b.rule
	}
	if e.kind == rolePerson && !p.ro.plural && b.country != "" && !b.former {
		if i := r.holder(b.country, p.ro); i >= 0 {
			return i, "the one holder of the office in the report"
		}
		if i := r.inOffice(p); i >= 0 {
			return i, "holder of the office on the day of the report"
		}
	}
	if b.group >= 0 && e.flags.weak && e.inherit && e.kind == roleOrganisation {
		return b.group, "site of the organisation"
	}
	if b.group >= 0 && p.ro.plural && !r.counted(p) && armed(r.drafts[b.group].Sector) && armed(b.sector) {
		return b.group, "fighters of the group"
	}
	return r.newRole(p), b.rule
}

// newRole makes the entity of a role phrase, or finds the one of the same words:
// two soldiers here and a soldier there are not one entity, "police" is.
func (r *reading) newRole(p phrase) int {
	e, b := p.ro.entry, p.b
	kind := doc.KindRole
	if e.kind == roleOrganisation {
		kind = doc.KindOrganization
	}
	if b.sector == "" && (e.flags.party || e.noun == "group" && b.seated) {
		kind = doc.KindGroup // somebody that acts, whoever it is
	}
	sector, state := b.sector, b.country
	lead := r.leader(p)
	if e.noun == "coalition" && lead == "" && b.group < 0 && state == e.country && !r.counted(p) && r.qualities(p) == "" {
		if i := r.onlyCoalition(); i >= 0 {
			return i
		}
	}
	if e.noun == "coalition" || e.noun == "alliance" {
		if lead == "" && !p.definite {
			state, sector = b.country, ""
			if state == "IGO" {
				state = ""
			}
		}
	}
	key := ""
	unowned := p.c.pronoun >= 0 && r.entityAt(p.c.pronoun) < 0
	if !unowned && !r.counted(p) {
		key = strings.Join([]string{"role", state, sector, e.noun, lead, r.qualities(p), ""}, ":")
		if b.group >= 0 {
			key += r.drafts[b.group].Name
		}
		if e.kind == rolePerson && p.ro.plural {
			key += "+"
		}
	}
	ent := doc.Entity{Kind: kind, Name: r.phraseName(p), Country: state, Sector: sector, CAMEO: b.cameo,
		How: doc.KnownTitle, Evidence: b.evidence, Rule: b.rule + " + " + e.noun}
	if b.evidence.Empty() {
		ent.How = doc.KnownLexicon
		if sector == "" && state == "" {
			ent.How = doc.KnownNot
		}
	}
	if kind == doc.KindRole && !p.ro.plural && e.kind == rolePerson {
		ent.Role = clean(p.ro.words(r.d))
	}
	i, fresh := r.draftOf(key, ent)
	if fresh {
		d := &r.drafts[i]
		d.entry = e
		d.plural = p.ro.plural
		d.nouns = []string{e.noun, lastWord(e.noun)}
		if lead != "" && e.noun == "coalition" {
			r.coalitions = append(r.coalitions, i)
		}
		r.genderOf(d, e.flags)
	}
	return i
}

// phraseName is the phrase without article and number.
func (r *reading) phraseName(p phrase) string {
	first := p.b.first
	for t := p.c.first; t < p.b.first; t++ {
		if tok := &r.d.Tokens[t]; tok.UPOS == "ADJ" && (tok.XPOS == "JJ" || tok.XPOS == "") && !countingWord[p.s.lower(t)] && p.s.atomOf(t) == nil {
			first = t
			break
		}
	}
	if p.c.owner >= 0 && p.b.entity >= 0 {
		o := p.s.chunks[p.c.owner]
		first = o.first
		if p.s.lower(first) == "the" && first+1 < o.last {
			first++
		}
	}
	if r.leader(p) != "" {
		// "US-led coalition"
		for first = p.c.first; first < p.ro.first && r.d.Tokens[first].UPOS == "DET"; first++ {
		}
	}
	span := r.spanOf(first, p.ro.last)
	if e := p.b.evidence; e.Start > span.End && e.Start-span.End < 12 {
		span.End = e.End // "president of Ghana"
	}
	return clean(r.d.Slice(span))
}

// counted reports whether the phrase counts or picks out: "three soldiers", "a
// soldier", "another officer". Such phrases are new every time.
func (r *reading) counted(p phrase) bool {
	for t := p.c.first; t < p.ro.first; t++ {
		if r.d.Tokens[t].UPOS == "NUM" {
			return true
		}
	}
	if countingWord[p.s.lower(p.c.first)] || r.partOf(p.s, p.c.first) {
		return true
	}
	return p.ro.entry.kind == rolePerson && !p.ro.plural && !p.definite && p.c.owner < 0
}

// countingWord are words that count or pick out and are no part of a name.
var countingWord = map[string]bool{
	"a": true, "an": true, "another": true, "one": true, "some": true, "several": true, "many": true, "other": true,
	"few": true, "any": true, "no": true, "more": true, "most": true, "all": true, "such": true,
	"further": true, "additional": true,
}

// quantified moves the start of a phrase to the number noun before it: "hundreds
// of people".
func (r *reading) quantified(s *sentence, first int) int {
	if s.lower(first-1) != "of" || first-2 < s.first {
		return first
	}
	if r.partOf(s, first) {
		return first - 2
	}
	switch s.lower(first - 2) {
	case "hundreds", "thousands", "dozens", "scores", "tens", "millions", "number", "handful", "majority", "crowd", "group":
		t := first - 2
		if t > s.first && (s.lower(t-1) == "a" || s.lower(t-1) == "the") {
			t--
		}
		return r.quantified(s, t)
	}
	return first
}

// partOf reports whether the phrase says of whom a part is meant: "two of the
// soldiers". The part is not the whole.
func (r *reading) partOf(s *sentence, first int) bool {
	if s.lower(first-1) != "of" || first-2 < s.first {
		return false
	}
	switch s.lower(first - 2) {
	case "one", "some", "many", "most", "several", "few", "none", "all", "each", "half":
		return true
	}
	return r.d.Tokens[first-2].XPOS == "CD"
}

// compoundRoles gives role nouns that stand before another noun a mention: the
// "rebel" of "rebel attack" and the "government" of "Syrian government air strikes"
// are who acted.
func (r *reading) compoundRoles(s *sentence, c chunk) {
	for t := c.first; t < c.last-1; t++ {
		ro := s.roleOf(t)
		if ro == nil || ro.first != t || ro.last >= c.last || r.entityAt(t) >= 0 || s.hyphenTail(ro.last) ||
			ro.entry.flags.weak || ro.entry.flags.topic || ro.entry.noun == "military" || r.headRole(s, c) != nil || s.atomOf(t) != nil {
			continue
		}
		if a := s.atomOf(c.last - 1); a != nil {
			continue
		}
		switch ro.entry.sector {
		case "REB", "UAF", "COP", "MIL", "OPP", "LEG", "GOV":
		default:
			continue
		}
		if ro.entry.sector == "GOV" && !ro.entry.flags.state && ro.entry.kind != roleOrganisation {
			continue
		}
		part := chunk{first: c.first, last: ro.last, owner: c.owner, pronoun: c.pronoun}
		end := -1
		if s.lower(ro.last) == "loyal" {
			end = ro.last // "troops loyal to" whom
		}
		p := phrase{s: s, c: part, ro: *ro, b: r.belongs(s, part, *ro, end)}
		if p.b.rule == "nationality" || p.b.rule == "organisation in front" {
			s.use(p.b.first, ro.first)
		}
		entity, _ := r.roleEntity(p)
		r.mention(entity, p.b.first, ro.last, doc.FormNominal, "role noun before a noun")
	}
}
