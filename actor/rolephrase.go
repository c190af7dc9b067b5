package actor

import (
	"strings"

	"github.com/readout-project/readout/country"
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
}

// rolePhrases makes entities of the role nouns of the sentence and returns those
// that refer back.
func (r *reading) rolePhrases(s *sentence) []phrase {
	var later []phrase
	for ci, c := range s.chunks {
		r.compoundRoles(s, c)
		ro := r.headRole(s, c)
		if ro == nil || r.entityAt(ro.last-1) >= 0 || s.hyphenTail(ro.last) {
			continue
		}
		p := phrase{s: s, c: c, ro: *ro, b: r.belongs(s, c, *ro, c.last)}
		switch s.lower(c.first) {
		case "the", "this", "that", "these", "those", "both":
			p.definite = true
		}
		evident := p.b.rule != "role noun" || c.pronoun >= 0
		if r.pair(s, ci, p) {
			s.use(c.first, ro.first)
			continue
		}
		switch {
		case c.pronoun >= 0, p.definite && !evident, ro.entry.noun == "counterpart":
			later = append(later, p)
		case ro.entry.flags.weak && !evident, ro.entry.flags.kin, r.bare(p) && !evident:
			continue
		case r.predicate(p):
			continue
		default:
			r.settlePhrase(p)
		}
		s.use(c.first, ro.first)
	}
	return later
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
	sector, state := b.sector, b.country
	lead := r.leader(p)
	if e.noun == "coalition" && lead == "" && b.group < 0 && state == e.country {
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
	if !r.counted(p) {
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

// onlyCoalition is the coalition named before, when it is the only one.
func (r *reading) onlyCoalition() int {
	found := -1
	for _, i := range r.coalitions {
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// qualities are the adjectives of a collective: "moderate rebels" and "US-backed
// rebels" are not one entity.
func (r *reading) qualities(p phrase) string {
	if p.ro.entry.kind == roleOrganisation && !p.ro.plural {
		return ""
	}
	var words []string
	for t := p.c.first; t < p.ro.first; t++ {
		switch u := r.d.Tokens[t].UPOS; {
		case u == "DET", u == "PRON", u == "PUNCT", p.s.roleOf(t) != nil:
			continue
		}
		if a := p.s.atomOf(t); a != nil && !a.hyphen {
			continue
		}
		words = append(words, p.s.lower(t))
	}
	return strings.Join(words, " ")
}

// phraseName is the phrase without article and number.
func (r *reading) phraseName(p phrase) string {
	first := p.b.first
	for t := p.c.first; t < p.b.first; t++ {
		if r.d.Tokens[t].UPOS == "ADJ" && p.s.atomOf(t) == nil {
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
	return clean(r.d.Slice(r.spanOf(first, p.ro.last)))
}

// counted reports whether the phrase counts or picks out: "three soldiers", "a
// soldier", "another officer". Such phrases are new every time.
func (r *reading) counted(p phrase) bool {
	for t := p.c.first; t < p.ro.first; t++ {
		if r.d.Tokens[t].UPOS == "NUM" {
			return true
		}
	}
	switch p.s.lower(p.c.first) {
	case "a", "an", "another", "one", "some", "several", "many", "other", "few", "any", "no":
		return true
	}
	return p.ro.entry.kind == rolePerson && !p.ro.plural && !p.definite && p.c.owner < 0
}

// quantified moves the start of a phrase to the number noun before it: "hundreds
// of people".
func (r *reading) quantified(s *sentence, first int) int {
	if s.lower(first-1) != "of" || first-2 < s.first {
		return first
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

// leader tells coalitions apart by what stands before a hyphen or by a general
// word: "US-led", "anti-ISIL", "international". "" means that nothing does.
func (r *reading) leader(p phrase) string {
	if p.ro.entry.noun != "coalition" && p.ro.entry.noun != "alliance" {
		return ""
	}
	for t := p.c.first; t < p.ro.first; t++ {
		if a := p.s.atomOf(t); a != nil && a.hyphen && a.entity >= 0 {
			return r.drafts[a.entity].Name
		}
		for i := p.s.firstPiece[t-p.s.first]; i < len(p.s.pieces) && p.s.pieces[i].token == t; i++ {
			switch w := p.s.pieces[i].lower; w {
			case "led", "international", "global", "multinational", "nation", "anti", "military":
				return w
			}
		}
	}
	for _, a := range p.s.atoms {
		if a.part && a.first >= p.c.first && a.last <= p.ro.first && a.entity >= 0 {
			return r.drafts[a.entity].Name
		}
	}
	return ""
}

func (r *reading) isState(code string) bool {
	_, ok := r.lex.countries.ByISO3(code)
	return ok
}

// holder is the one person of the report who holds that office for that country.
func (r *reading) holder(state string, ro role) int {
	found := -1
	for _, i := range r.persons {
		p := &r.drafts[i]
		if p.Country != state || !p.holds(ro) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// holds reports whether the role noun can mean the person's office.
func (p *draft) holds(ro role) bool {
	noun := ro.entry.noun
	for _, h := range p.roles {
		if h.words == noun || ro.entry.flags.diplomat && h.flags.diplomat {
			return true
		}
		if strings.Contains(noun, " ") || h.flags.speaks && !ro.entry.flags.speaks {
			continue
		}
		if strings.HasPrefix(h.words, noun+" of") {
			return true
		}
		before, ok := strings.CutSuffix(h.words, " "+noun)
		if ok && !lesser(before) {
			return true
		}
	}
	return false
}

// lesser are words that make an office another one: a vice president is not "the
// president".
func lesser(before string) bool {
	for _, w := range []string{"vice", "deputy", "prime", "assistant", "opposition", "general", "press", "under"} {
		if strings.HasPrefix(before, w) {
			return true
		}
	}
	return false
}

// compoundRoles gives role nouns that stand before another noun a mention: the
// "rebel" of "rebel attack" and the "government" of "Syrian government air strikes"
// are who acted.
func (r *reading) compoundRoles(s *sentence, c chunk) {
	for t := c.first; t < c.last-1; t++ {
		ro := s.roleOf(t)
		if ro == nil || ro.first != t || ro.last >= c.last || r.entityAt(t) >= 0 || s.hyphenTail(ro.last) ||
			ro.entry.flags.weak || ro.entry.flags.topic || r.headRole(s, c) != nil || s.atomOf(t) != nil {
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
		p := phrase{s: s, c: part, ro: *ro, b: r.belongs(s, part, *ro, -1)}
		if p.b.rule == "nationality" || p.b.rule == "organisation in front" {
			s.use(p.b.first, ro.first)
		}
		entity, _ := r.roleEntity(p)
		r.mention(entity, p.b.first, ro.last, doc.FormNominal, "role noun before a noun")
	}
}

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
		if a.first != c.first && (s.lower(c.first) != "the" || c.first+1 != a.first) {
			break
		}
		atoms = append([]*atom{a}, atoms...)
		first = c.first
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
		i := r.newRole(q)
		r.drafts[i].Name = clean(r.d.Slice(a.span) + " " + p.ro.words(r.d))
		r.mention(i, a.first, a.last, doc.FormNominal, "one of several nationalities")
		a.used = true
		group.Members = append(group.Members, i)
	}
	g, _ := r.draftOf("", group)
	r.drafts[g].plural = true
	r.mention(g, first, p.c.last, doc.FormNominal, "several nationalities")
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
