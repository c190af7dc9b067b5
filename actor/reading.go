package actor

import (
	"sort"

	"github.com/readout-project/readout/doc"
)

// reading is the work on one report. It lives for one call of Annotate.
type reading struct {
	d      *doc.Document
	lex    *lexicon
	sents  []*sentence
	drafts []draft
	byKey  map[string]int
	// heads tells which entity a token is the head of a mention of, covers which
	// entity's mention covers it; -1 where none. The later of two mentions stays.
	heads, covers []int
	// persons and coalitions are the drafts of such; spoken lists the entities mentioned in
	// each sentence, so that what refers back looks no further than it must.
	persons    []int
	coalitions []int
	fighters   []int // drafts of armed groups and their people, persons left aside
	spoken     [][]spoken
	// of holds the sentence of each token, as index into sents.
	of []int32
	// acronyms are those that the report introduces in brackets.
	acronyms map[string]acronym
	// towns are the states of the towns looked up so far, states those that the
	// report names.
	towns  map[string]string
	states map[string]bool
	// homes memoises onlyState by sentence, depth counts phrases within phrases.
	homes map[int]homeState
	depth int
	trace *trace
}

// draft is an entity in the making.
type draft struct {
	doc.Entity
	gender gender
	plural bool
	known  int      // index into the lexicon's known names, -1
	named  int      // where the full name stands first
	names  []string // folded words of a person's fullest name
	roles  []held   // roles the text or a table gives a person
	nouns  []string // nouns by which "the ..." may mean it: "ministry", "group"
	entry  roleEntry
}

// held is a role somebody holds, as a phrase in lower case with its noun's flags.
type held struct {
	words string
	flags roleFlags
}

// spoken is a mention as it was added.
type spoken struct {
	entity int
	doc.Mention
}

func newReading(d *doc.Document, lex *lexicon) *reading {
	r := &reading{d: d, lex: lex, byKey: map[string]int{}}
	r.heads = make([]int, len(d.Tokens))
	r.covers = make([]int, len(d.Tokens))
	r.of = make([]int32, len(d.Tokens))
	r.spoken = make([][]spoken, len(d.Sentences))
	for i := range r.heads {
		r.heads[i], r.covers[i] = -1, -1
	}
	names := settleKinds(d)
	name := 0
	for i, sent := range d.Sentences {
		s := newSentence(d, i)
		for t := s.first; t < s.last; t++ {
			r.of[t] = int32(i)
		}
		for name < len(names) && names[name].First < s.first {
			name++
		}
		end := name
		for end < len(names) && names[end].First < sent.Last {
			end++
		}
		lex.findAtoms(d, s, names[name:end])
		r.sents = append(r.sents, s)
	}
	return r
}

// settleKinds gives names of one word the kind that the tagger gives them most
// often in the report, so that one slip does not make a city a person.
func settleKinds(d *doc.Document) []doc.Name {
	kinds := map[string]map[doc.NameKind]int{}
	for _, n := range d.Names {
		if n.Last-n.First == 1 {
			form := d.Slice(n.Span)
			if kinds[form] == nil {
				kinds[form] = map[doc.NameKind]int{}
			}
			kinds[form][n.Kind]++
		}
	}
	names := joinHyphens(d)
	for i := range names {
		n := &names[i]
		if n.Last-n.First != 1 {
			continue
		}
		count := kinds[d.Slice(n.Span)]
		for _, k := range []doc.NameKind{doc.NamePerson, doc.NameOrganization, doc.NameLocation} {
			if count[k] > count[n.Kind] {
				n.Kind = k
			}
		}
	}
	return names
}

// joinHyphens makes one name of two that only a hyphen parts: "Jean" and "Claude
// Trichet".
func joinHyphens(d *doc.Document) []doc.Name {
	var names []doc.Name
	for _, n := range d.Names {
		if k := len(names) - 1; k >= 0 && n.Kind == doc.NamePerson && names[k].Kind == n.Kind && names[k].Last+1 == n.First &&
			names[k].End+1 == n.Start && d.Text[n.Start-1] == '-' {
			names[k].Last, names[k].End = n.Last, n.End
			continue
		}
		names = append(names, n)
	}
	return names
}

// draftOf returns the entity under the key, made when it is new.
func (r *reading) draftOf(key string, e doc.Entity) (int, bool) {
	if i, ok := r.byKey[key]; ok && key != "" {
		return i, false
	}
	r.drafts = append(r.drafts, draft{Entity: e, known: -1})
	if key != "" {
		r.byKey[key] = len(r.drafts) - 1
	}
	if e.Kind == doc.KindPerson {
		r.persons = append(r.persons, len(r.drafts)-1)
	} else if e.Sector == "REB" || e.Sector == "UAF" {
		r.fighters = append(r.fighters, len(r.drafts)-1)
	}
	return len(r.drafts) - 1, true
}

// mention adds a mention of tokens [first, last) and returns its head.
func (r *reading) mention(entity, first, last int, form doc.MentionForm, rule string) int {
	span := doc.Span{Start: r.d.Tokens[first].Start, End: r.d.Tokens[last-1].End}
	return r.mentionSpan(entity, span, first, last, form, rule)
}

func (r *reading) mentionSpan(entity int, span doc.Span, first, last int, form doc.MentionForm, rule string) int {
	head := r.d.HeadOf(first, last)
	if head < 0 {
		head = last - 1 // a tree that runs in a circle
	}
	r.addMention(entity, doc.Mention{Span: span, First: first, Last: last, Head: head, Form: form, Rule: rule})
	return head
}

func (r *reading) addMention(entity int, m doc.Mention) {
	e := &r.drafts[entity]
	e.Mentions = append(e.Mentions, m)
	r.spoken[r.of[m.First]] = append(r.spoken[r.of[m.First]], spoken{entity, m})
	r.heads[m.Head] = entity
	for t := m.First; t < m.Last; t++ {
		r.covers[t] = entity
	}
}

// entityAt is the entity of the token: the one it is the head of, else the one
// whose mention covers it, else -1.
func (r *reading) entityAt(t int) int {
	if t < 0 || t >= len(r.heads) {
		return -1
	}
	if r.heads[t] >= 0 {
		return r.heads[t]
	}
	return r.covers[t]
}

// before calls use for every mention that begins before token t in its own
// sentence or one within the window, nearest sentence first, with the distance.
func (r *reading) before(s *sentence, t, window int, use func(m spoken, back int)) {
	for i := s.index; i >= 0; i-- {
		back := 0
		if i < s.index {
			if back = r.distance(s, r.sents[i].first); back > window || s.index-i > farthest {
				return
			}
		}
		for _, m := range r.spoken[i] {
			if m.First < t {
				use(m, back)
			}
		}
	}
}

// farthest bounds the look back over sentences that are quotation.
const farthest = 12

// write puts the entities that are mentioned into the document, in the order of
// their first mentions.
func (r *reading) write() {
	var order []int
	for i := range r.drafts {
		m := r.drafts[i].Mentions
		if len(m) == 0 {
			continue
		}
		sort.SliceStable(m, func(a, b int) bool { return m[a].Start < m[b].Start })
		order = append(order, i)
	}
	sort.SliceStable(order, func(a, b int) bool {
		return r.drafts[order[a]].Mentions[0].Start < r.drafts[order[b]].Mentions[0].Start
	})
	place := make(map[int]int, len(order))
	base := len(r.d.Entities)
	for n, i := range order {
		place[i] = base + n
	}
	for _, i := range order {
		e := r.drafts[i].Entity
		if e.CAMEO == "" {
			e.CAMEO = code(r.lex.countries, e.Country, e.Sector)
		}
		if e.How == "" {
			e.How = doc.KnownNot
		}
		var members []int
		for _, m := range e.Members {
			if p, ok := place[m]; ok {
				members = append(members, p)
			}
		}
		sort.Ints(members)
		e.Members = members
		r.d.Entities = append(r.d.Entities, e)
	}
}
