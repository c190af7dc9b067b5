package actor

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// pronounClass is what a pronoun asks of its antecedent.
type pronounClass byte

const (
	he pronounClass = iota
	she
	it
	they
)

var pronouns = map[string]pronounClass{
	"he": he, "him": he, "his": he, "himself": he,
	"she": she, "her": she, "hers": she, "herself": she,
	"it": it, "its": it, "itself": it,
	"they": they, "them": they, "their": they, "theirs": they, "themselves": they,
}

func pronounOf(d *doc.Document, s *sentence, t int) (pronounClass, bool) {
	if len(d.Form(t)) > len("themselves") {
		return 0, false
	}
	u := d.Tokens[t].UPOS
	if u != "PRON" && u != "DET" {
		return 0, false
	}
	p, ok := pronouns[s.lower(t)]
	return p, ok
}

// Weights of an antecedent by its place, after Lappin and Leass (1994): subjects
// before objects before others, halved with each sentence back. What stands only
// within quotation marks, or as a modifier, is a weak candidate.
const (
	weightSubject  = 80
	weightSpeaker  = 20 // a subject that says something
	weightObject   = 50
	weightOther    = 40
	weightModifier = 15
	// margin is by how much the best candidate must beat the next.
	margin = 1.25
)

// pronoun gives a pronoun its antecedent where one candidate is clearly best.
func (r *reading) pronoun(s *sentence, t int, class pronounClass) {
	var entity int
	var rule string
	switch class {
	case he, she:
		entity, rule = r.best(s, t, window, func(e *draft, m doc.Mention) bool {
			if e.Kind != doc.KindPerson && !(e.Kind == doc.KindRole && e.entry.kind == rolePerson && !e.plural && len(e.Members) == 0) {
				return false
			}
			return !(class == he && e.gender == female || class == she && e.gender == male)
		})
	case they:
		if r.thingsBetween(s, t) {
			return
		}
		many := func(e *draft, m doc.Mention) bool {
			if e.Kind == doc.KindGroup && strings.HasSuffix(s.lower(m.Last-1), "s") && !strings.HasSuffix(s.lower(m.Last-1), "ss") {
				return true // "Bosnian Serbs", "the Houthis"
			}
			return e.plural || e.Kind == doc.KindRole && e.entry.flags.plural || r.pluralHead(m)
		}
		entity, rule = r.best(s, t, 1, many)
		if entity >= 0 && r.owns(s, t) && r.rivalOwner(s, t, entity, many) {
			return
		}
	case it:
		entity, rule = r.itsSubject(s, t)
		if entity >= 0 && r.owns(s, t) && r.rivalOwner(s, t, entity, singleBody) {
			return
		}
	}
	if entity < 0 {
		return
	}
	e := &r.drafts[entity]
	if e.gender == anyGender && class == he {
		e.gender = male
	} else if e.gender == anyGender && class == she {
		e.gender = female
	}
	r.mention(entity, t, t+1, doc.FormPronoun, rule)
}

// thingsBetween reports whether a plural noun that is no actor stands as an
// argument nearer to "they" or "them" than any actor does: then those may be meant.
func (r *reading) thingsBetween(s *sentence, t int) bool {
	subject := strings.HasPrefix(r.d.Tokens[t].Rel, "nsubj") && r.d.Tokens[t].Rel != "nsubj:pass"
	for i := t - 1; i >= s.first; i-- {
		tok := &r.d.Tokens[i]
		if r.heads[i] >= 0 && (r.drafts[r.heads[i]].plural || r.weight(s, i) >= weightObject) {
			return false
		}
		// "protesters blocked the roads as they chanted": a subject goes on a subject
		if subject && !strings.HasPrefix(tok.Rel, "nsubj") {
			continue
		}
		if tok.XPOS == "NNS" && r.covers[i] < 0 && r.weight(s, i) >= weightObject {
			return true
		}
	}
	return false
}

// best weighs every candidate that the test allows and returns the one that
// clearly leads.
func (r *reading) best(s *sentence, t, window int, fits func(*draft, doc.Mention) bool) (int, string) {
	quoted := s.inQuotes(t)
	speaker := -1
	if quoted {
		speaker = r.speaker(s)
	}
	var order []int
	scores := map[int]float64{}
	r.before(s, t, window, func(m spoken, back int) {
		if m.entity == speaker {
			r.passOver(t, m, "who speaks a sentence does not call himself so in it")
			return
		}
		if !fits(&r.drafts[m.entity], m.Mention) {
			r.passOver(t, m, "the pronoun does not fit: kind, gender or number")
			return
		}
		ms := r.sents[r.of[m.First]]
		score, seen := scores[m.entity]
		if !seen {
			order = append(order, m.entity)
		}
		switch {
		case score < 0:
			return
		case back == 0 && r.sameClause(s, m.Head, t):
			scores[m.entity] = -1
			r.passOver(t, m, "both stand with one verb, and so are two")
			return
		case quoted && !ms.inQuotes(m.Head) && back > 0:
			r.passOver(t, m, "whom a quotation calls so it has named")
			return
		}
		w := r.weight(ms, m.Head)
		if ms.inQuotes(m.Head) && !quoted {
			w *= 0.3
		}
		for ; back > 0; back-- {
			w /= 2
		}
		scores[m.entity] = max(score, w) + min(score, w)/4
	})
	first, second, who := 0.0, 0.0, -1
	for _, i := range order {
		if score := scores[i]; score > first {
			first, second, who = score, first, i
		} else if score > second {
			second = score
		}
	}
	if who < 0 || first < 10 || first < margin*second {
		r.weighed(s, t, order, scores, -1)
		return -1, ""
	}
	r.weighed(s, t, order, scores, who)
	return who, "pronoun: nearest and most prominent"
}

// weight is the prominence of a mention by its place in the clause.
func (r *reading) weight(s *sentence, head int) float64 {
	at := r.firstConjunct(s, head)
	tok := &r.d.Tokens[at]
	for steps := 0; steps < 3 && tok.Rel == "appos" && tok.Head >= s.first && tok.Head < s.last; steps++ {
		tok = &r.d.Tokens[tok.Head] // "his rival, General Gantz, said": the name stands where the rival does
	}
	switch {
	case strings.HasPrefix(tok.Rel, "nsubj"):
		if tok.Head >= 0 && speech[lowerLemma(r.d, tok.Head)] {
			return weightSubject + weightSpeaker
		}
		return weightSubject
	case tok.Rel == "obj" || tok.Rel == "iobj":
		return weightObject
	case tok.Rel == "nmod:poss":
		// "Kerry's willingness to walk away": a possessor of the subject.
		if h := tok.Head; h >= 0 && strings.HasPrefix(r.d.Tokens[h].Rel, "nsubj") {
			return weightObject
		}
		return weightModifier
	case tok.Rel == "compound" || tok.Rel == "amod" || strings.HasPrefix(tok.Rel, "nmod"):
		return weightModifier
	}
	return weightOther
}

// speech are the commonest verbs of saying; who said something last is whom "he"
// goes on about.
var speech = map[string]bool{
	"say": true, "add": true, "tell": true, "note": true, "stress": true, "announce": true, "warn": true, "insist": true,
	"claim": true, "explain": true, "continue": true, "argue": true, "write": true, "declare": true, "reply": true,
}

// sameClause reports whether the pronoun and the candidate are arguments of one
// verb ("Lavrov told him"): then they are two. A possessive pronoun is free.
func (r *reading) sameClause(s *sentence, head, t int) bool {
	p := &r.d.Tokens[t]
	form := s.lower(t)
	if strings.HasPrefix(p.Rel, "nmod:poss") || p.XPOS == "PRP$" || strings.HasSuffix(form, "self") || strings.HasSuffix(form, "selves") {
		return false
	}
	c := &r.d.Tokens[r.firstConjunct(s, head)]
	if p.Head < 0 || c.Head == p.Head {
		return p.Head >= 0
	}
	// "fired tear gas to disperse them": who disperses is the subject above.
	if strings.HasPrefix(p.Rel, "nsubj") || !strings.HasPrefix(c.Rel, "nsubj") {
		return false
	}
	for v, steps := p.Head, 0; steps < 3 && v >= 0 && !r.hasSubject(s, v); steps++ {
		switch rel := r.d.Tokens[v].Rel; {
		case rel == "xcomp", rel == "conj", strings.HasPrefix(rel, "advcl"):
			v = r.d.Tokens[v].Head
		default:
			return false
		}
		if c.Head == v {
			return true
		}
	}
	return false
}

// hasSubject reports whether the verb has a subject of its own.
func (r *reading) hasSubject(s *sentence, v int) bool {
	for t := s.first; t < s.last; t++ {
		if r.d.Tokens[t].Head == v && strings.HasPrefix(r.d.Tokens[t].Rel, "nsubj") {
			return true
		}
	}
	return false
}

// speaker is the subject of the sentence's verb of saying, -1 when there is none.
func (r *reading) speaker(s *sentence) int {
	for t := s.first; t < s.last; t++ {
		tok := &r.d.Tokens[t]
		if strings.HasPrefix(tok.Rel, "nsubj") && tok.Head >= 0 && speech[lowerLemma(r.d, tok.Head)] && !s.inQuotes(t) {
			if e := r.entityAt(t); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// pluralHead reports whether the mention is of many: "Russians", "Kurds".
func (r *reading) pluralHead(m doc.Mention) bool {
	x := r.d.Tokens[m.Head].XPOS
	return x == "NNS" || x == "NNPS" && m.Form == doc.FormNominal
}

// itsSubject finds what "it" and "its" mean: the state, organisation or group
// that is the subject of the clause just before. When that subject is anything
// else, "it" may mean that, and stays alone.
func (r *reading) itsSubject(s *sentence, t int) (int, string) {
	tok := &r.d.Tokens[t]
	acts := tok.Head > t && tok.Head < s.last && resolved[s.lower(tok.Head)]
	if !acts && (tok.Rel == "expl" || r.expletive(s, t)) {
		return -1, ""
	}
	possessive := r.owns(s, t)
	if !acts && !possessive && !strings.HasPrefix(tok.Rel, "nsubj") {
		return -1, "" // "considered it appropriate"
	}
	if e := r.teller(s, t); e >= 0 {
		return e, "pronoun: whose word it is"
	}
	for i := t - 1; i >= s.first; i-- {
		// "Turkey and its allies"
		if possessive && i == t-2 && r.heads[i] >= 0 && r.body(r.heads[i]) && r.d.Tokens[t-1].UPOS == "CCONJ" {
			return r.heads[i], "pronoun: beside its owner"
		}
		if !strings.HasPrefix(r.d.Tokens[i].Rel, "nsubj") || !r.sameQuote(s, i, t) {
			continue
		}
		if !possessive && r.d.Tokens[i].Head == tok.Head {
			continue
		}
		if rel := r.governorRel(i); strings.HasPrefix(rel, "acl") || strings.HasPrefix(rel, "csubj") {
			continue // the clause hangs on a noun that may be meant
		}
		switch s.lower(i) {
		case "what", "this", "that", "which", "there":
			return -1, ""
		}
		if e := r.heads[i]; e >= 0 && r.body(e) {
			return e, "pronoun: subject before"
		}
		// People do not answer to "it": look further back.
		if r.human(r.entityAt(i)) || r.d.Tokens[i].UPOS == "PRON" {
			continue
		}
		return -1, ""
	}
	return r.subjectBefore(s, t)
}

// resolved are adjectives that only somebody who acts can be: "said it was ready to
// attack", which parsers read as "it was easy to attack".
var resolved = map[string]bool{"ready": true, "prepared": true, "willing": true, "able": true, "determined": true, "unwilling": true,
	"unable": true, "committed": true, "eager": true, "reluctant": true}

// subjectBefore is the main subject of the sentence before, for "it".
func (r *reading) subjectBefore(s *sentence, t int) (int, string) {
	if s.inQuotes(t) && s.index > 0 && !r.sents[s.index-1].anyQuoted() {
		return -1, ""
	}
	for n := s.index - 1; n >= 0 && n >= s.index-1; n-- {
		p := r.sents[n]
		if r.d.Sentences[p.index].Block != r.d.Sentences[s.index].Block && p.index < s.index-1 {
			break
		}
		for i := p.first; i < p.last; i++ {
			tok := &r.d.Tokens[i]
			if !strings.HasPrefix(tok.Rel, "nsubj") || tok.Head < 0 || r.d.Tokens[tok.Head].Head >= 0 {
				continue
			}
			if e := r.heads[i]; e >= 0 && r.body(e) {
				return e, "pronoun: main subject of the sentence before"
			}
			return -1, ""
		}
	}
	return -1, ""
}

// body reports whether the entity answers to "it".
func (r *reading) body(entity int) bool {
	e := &r.drafts[entity]
	switch e.Kind {
	case doc.KindCountry, doc.KindOrganization, doc.KindGroup:
		return true
	}
	return false
}

// human reports whether the entity is a person, or people by their role.
func (r *reading) human(entity int) bool {
	if entity < 0 {
		return false
	}
	e := &r.drafts[entity]
	return e.Kind == doc.KindPerson || e.Kind == doc.KindRole && e.entry.kind == rolePerson
}

// expletive reports whether "it" stands for a clause: "it is clear that", "it
// seems".
func (r *reading) expletive(s *sentence, t int) bool {
	h := r.d.Tokens[t].Head
	if h < 0 || s.lower(t) != "it" {
		return false
	}
	switch lowerLemma(r.d, h) {
	case "seem", "appear", "turn", "rain", "take":
		return true
	}
	if u := r.d.Tokens[h].UPOS; u == "VERB" && r.d.Tokens[t].Rel != "nsubj:pass" {
		return false
	} else if u == "NOUN" {
		return true // "it is barbarism": what was told, not who
	}
	for i := h + 1; i < s.last; i++ {
		c := &r.d.Tokens[i]
		if c.Head == h && (strings.HasPrefix(c.Rel, "csubj") || strings.HasPrefix(c.Rel, "ccomp") || strings.HasPrefix(c.Rel, "xcomp") || strings.HasPrefix(c.Rel, "advcl")) {
			return true
		}
	}
	return false
}

// sameQuote reports whether both tokens stand within quotation marks or both
// outside.
func (r *reading) sameQuote(s *sentence, a, b int) bool { return s.inQuotes(a) == s.inQuotes(b) }

// governorRel is the relation of the word that the token hangs on.
func (r *reading) governorRel(t int) string {
	if h := r.d.Tokens[t].Head; h >= 0 {
		return r.d.Tokens[h].Rel
	}
	return ""
}
