package quote

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// resolver finds out who the sources of a document's attributions are.
type resolver struct {
	*reading
	actors *actor.Index
	issued []issue            // statements and who issued them
	by     map[int][]*finding // attributions by the sentence of their cue
}

// issue is a sentence in which somebody put out a text: "The State Department
// released a statement".
type issue struct {
	token, issuer int
	joint         []int // all who put it out, where several did; issuer is -1 then
	lemma         string
}

// resolve names speakers, addressees and the outlets in between.
func (r *reading) resolve() {
	x := &resolver{reading: r, actors: actor.NewIndex(r.d), by: make(map[int][]*finding)}
	x.issues()
	for _, f := range r.found {
		x.by[f.sentence] = append(x.by[f.sentence], f)
	}
	for _, f := range r.found {
		x.name(f)
		x.channel(f)
	}
}

// name finds the entities of speaker and addressee, and lets the source cover the
// whole mention of the speaker: "US Secretary of State John Kerry".
func (x *resolver) name(f *finding) {
	if f.speaker != clause.None {
		f.speakerEntity, f.joint = x.speakerOf(f.speaker, f.source)
		if t, _ := x.treeOf(f.speaker); t != nil && f.speakerEntity >= 0 && x.isText(t, f.speaker) {
			x.issued = append(x.issued, issue{f.speaker, f.speakerEntity, nil, t.Lemma(f.speaker)})
		}
		x.widen(f)
	}
	if f.addressee != clause.None {
		if e, ok := x.actors.At(f.addressee); ok {
			f.addresseeEntity = e
		}
	}
}

// widen makes the source cover the mention that its head belongs to, and takes
// the source out of the content where the tree put it there.
func (x *resolver) widen(f *finding) {
	if f.speakerEntity < 0 {
		return
	}
	for _, m := range x.d.Entities[f.speakerEntity].Mentions {
		if f.speaker >= m.First && f.speaker < m.Last && m.Form != doc.FormPronoun && !m.Span.Overlaps(f.cue) {
			f.source = f.source.Cover(m.Span)
		}
	}
	for i, c := range f.content {
		if !c.Overlaps(f.source) {
			continue
		}
		switch {
		case f.source.Start > c.Start && f.source.End >= c.End:
			first, last := x.d.TokensIn(doc.Span{Start: c.Start, End: f.source.Start})
			if s := x.span(first, last); !s.Empty() {
				f.content[i] = s
			}
		case f.source.Start <= c.Start && f.source.End < c.End:
			first, last := x.d.TokensIn(doc.Span{Start: f.source.End, End: c.End})
			if s := x.span(first, last); !s.Empty() {
				f.content[i] = s
			}
		}
	}
}

// speakerOf is the entity behind a source: of a text it is who put it out. Of a
// text put out by several, all are returned and none alone is the speaker.
func (x *resolver) speakerOf(token int, source doc.Span) (speaker int, joint []int) {
	t, _ := x.treeOf(token)
	if t == nil {
		return -1, nil
	}
	if !x.isText(t, token) {
		if joint := x.together(t, token, source); joint != nil {
			return -1, joint
		}
		return x.entityIn(t, token, source), nil
	}
	if h := x.author(t, token); h != clause.None {
		for _, c := range x.authors(t, h, source) {
			if e, ok := x.actors.At(c); ok && !slices.Contains(joint, e) {
				joint = append(joint, e)
			}
		}
		if len(joint) == 1 {
			return joint[0], nil
		}
		return -1, joint
	}
	// "the statement on the ministry's website": the body named in the phrase.
	first, last := x.d.TokensIn(source)
	for i := first; i < last; i++ {
		if e, ok := x.actors.At(i); ok {
			switch x.d.Entities[e].Kind {
			case doc.KindOrganization, doc.KindPerson, doc.KindGroup:
				return e, nil
			}
		}
	}
	if t.Determiner(token) == "the" || t.Determiner(token) == "that" {
		// The one last put out.
		latest := issue{token: -1, issuer: -1}
		for _, i := range x.issued {
			if i.token < token && i.token > latest.token && i.lemma == t.Lemma(token) {
				latest = i
			}
		}
		return latest.issuer, latest.joint
	}
	return -1, nil
}

// together returns the persons or bodies that a coordination names one by one
// inside the source ("senators Ann Hale and Tom Rey"); nil when it
// names fewer than two.
func (x *resolver) together(t *clause.Tree, head int, source doc.Span) []int {
	var all []int
	for _, c := range t.Conjuncts(head) {
		e, ok := x.actors.At(c)
		if !ok || !source.Contains(x.d.Tokens[c].Span) || slices.Contains(all, e) {
			continue
		}
		switch x.d.Entities[e].Kind {
		case doc.KindPerson, doc.KindOrganization, doc.KindCountry:
			all = append(all, e)
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// authors lists the heads of a coordination, with what follows it in the source
// as part of the same list: the tree loses the last of a long one.
func (x *resolver) authors(t *clause.Tree, h int, source doc.Span) []int {
	all := t.Conjuncts(h)
	_, end := x.d.TokensIn(source)
	for i := all[len(all)-1] + 1; i < end && len(all) > 1; i++ {
		switch x.d.Tokens[i].UPOS {
		case "PUNCT", "CCONJ", "DET":
		case "PROPN":
			all = append(all, i)
		default:
			return all
		}
	}
	return all
}

// entityIn is the entity of a source's head; of a name that hangs on a title or
// stands in apposition, the person named; else the first person in the phrase,
// when the head itself is nobody's mention.
func (x *resolver) entityIn(t *clause.Tree, token int, source doc.Span) int {
	if e, ok := x.actors.At(token); ok {
		return e
	}
	for _, c := range t.Children(token) {
		switch t.Rel(c) {
		case "appos", "flat":
			if e, ok := x.actors.At(c); ok {
				return e
			}
		}
	}
	first, last := x.d.TokensIn(source)
	for i := first; i < last; i++ {
		if e, ok := x.actors.At(i); ok && x.d.Entities[e].Kind == doc.KindPerson && !t.Under(i, t.Possessor(token)) {
			return e
		}
	}
	return -1
}

// isText reports whether the noun names a text, which speaks for its author.
func (x *resolver) isText(t *clause.Tree, noun int) bool {
	return x.cues.word(classText, t.Lemma(noun)) != nil
}

// author is who put a text out, as its own noun phrase tells: "Russia's
// statement", "a statement by", "from", "the statement on the ministry's
// website", "a ministry statement".
func (x *resolver) author(t *clause.Tree, noun int) int {
	if p := t.Possessor(noun); p != clause.None {
		return p
	}
	for _, want := range []string{"by", "from", "of"} {
		if p, ok := t.Phrase(noun, want); ok {
			if _, known := x.actors.At(p.At); known {
				return p.At
			}
		}
	}
	for _, m := range t.Modifiers(noun) {
		if _, known := x.actors.At(m); known {
			return m
		}
	}
	for _, p := range t.Phrases(noun) {
		if p.Prep != "on" && p.Prep != "at" {
			continue
		}
		if place := t.Lemma(p.At); place == "website" || place == "site" || place == "page" || place == "account" || place == "feed" {
			if o := t.Possessor(p.At); o != clause.None {
				return o
			}
			for _, m := range t.Modifiers(p.At) {
				if _, known := x.actors.At(m); known {
					return m
				}
			}
		}
	}
	return clause.None
}

// issues lists who put out texts, for "the statement" later on.
func (x *resolver) issues() {
	for s := range x.d.Sentences {
		sent := x.d.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			if x.d.Tokens[i].UPOS != "NOUN" || x.cues.word(classText, strings.ToLower(x.d.Tokens[i].Lemma)) == nil {
				continue
			}
			t := x.tree(s)
			h := x.author(t, i)
			if v := t.Head(i); h == clause.None && v != clause.None && t.Rel(i) == "obj" && voices[t.Lemma(v)] {
				h = t.Subject(v)
			}
			if h == clause.None {
				continue
			}
			if joint := x.together(t, h, sent.Span); joint != nil {
				x.issued = append(x.issued, issue{i, -1, joint, t.Lemma(i)})
			} else if e, ok := x.actors.At(h); ok {
				x.issued = append(x.issued, issue{i, e, nil, t.Lemma(i)})
			}
		}
	}
}

// channel notes through whom the words came, outermost first.
func (x *resolver) channel(f *finding) {
	add := func(s doc.Span) {
		for _, v := range f.via {
			if s.Empty() || v.Overlaps(s) {
				return
			}
		}
		if !s.Empty() && !s.Overlaps(f.source) {
			f.via = append(f.via, s)
		}
	}
	at := f.cueToken
	if at == clause.None {
		at = f.speaker
	}
	if at == clause.None {
		return
	}
	t, s := x.treeOf(at)
	if t == nil {
		return
	}
	for _, other := range x.by[s] {
		if other == f || other.speaker == clause.None {
			continue
		}
		if other.rule == ruleAccording || x.inContent(other, f.cue) {
			if o := x.outletIn(other.source); !o.Empty() {
				add(o)
			}
		}
	}
	if f.cueToken == clause.None {
		return
	}
	if f.addressee != clause.None {
		if o := x.outletIn(x.nounPhrase(t, f.addressee, f.cueToken)); !o.Empty() {
			add(o)
		}
	}
	for _, p := range t.Phrases(f.cueToken) {
		switch p.Prep {
		case "for", "to", "in", "on", "with", "via", "by", "through":
			if o := x.outletAt(t, p.At); !o.Empty() {
				add(o)
			} else if p.Prep == "for" && t.Lemma(f.cueToken) == "write" {
				add(x.bodyAt(p.At)) // who one writes for publishes it
			}
		}
	}
}

// inContent reports whether a cue stands in what another attribution reports.
func (x *resolver) inContent(other *finding, cue doc.Span) bool {
	for _, c := range other.content {
		if !cue.Empty() && c.Contains(cue) {
			return true
		}
	}
	return false
}

// outletIn is the first outlet named in a stretch of text.
func (x *resolver) outletIn(s doc.Span) doc.Span {
	first, last := x.d.TokensIn(s)
	for i := first; i < last; i++ {
		t, _ := x.treeOf(i)
		if t == nil {
			continue
		}
		if o := x.outletAt(t, i); !o.Empty() {
			return o
		}
	}
	return doc.Span{}
}

// outletAt is the name of the outlet whose mention the token heads.
func (x *resolver) outletAt(t *clause.Tree, token int) doc.Span {
	e, ok := x.actors.At(token)
	if !ok || x.d.Entities[e].Sector != "JRN" || x.d.Entities[e].Kind != doc.KindOrganization {
		return doc.Span{}
	}
	for _, m := range x.d.Entities[e].Mentions {
		if token >= m.First && token < m.Last && m.Form == doc.FormName {
			return m.Span
		}
	}
	return doc.Span{}
}

// bodyAt is the name of the organisation whose mention the token heads.
func (x *resolver) bodyAt(token int) doc.Span {
	e, ok := x.actors.At(token)
	if !ok || x.d.Entities[e].Kind != doc.KindOrganization {
		return doc.Span{}
	}
	for _, m := range x.d.Entities[e].Mentions {
		if token >= m.First && token < m.Last {
			return m.Span
		}
	}
	return doc.Span{}
}

// quote is the finding as the document keeps it.
func (r *reading) quote(f *finding) doc.Quote {
	return doc.Quote{
		Kind: f.kind, Content: f.content, Source: f.source, Cue: f.cue,
		Speaker: f.speakerEntity, Via: f.via, Addressee: f.addresseeEntity, Joint: f.joint, Rule: f.rule, Attitude: f.attitude,
	}
}
