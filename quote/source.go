package quote

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// isVerb reports whether the token is a verb by its tag. Participles before a
// noun and auxiliaries are none that could report.
func isVerb(d *doc.Document, i int) bool { return d.Tokens[i].UPOS == "VERB" }

// speechCue returns the cue of a verb that takes words in quotation marks.
func (r *reading) speechCue(i int) *cue {
	if i < 0 || i >= len(r.d.Tokens) || !isVerb(r.d, i) {
		return nil
	}
	t, _ := r.treeOf(i)
	if t == nil {
		return nil
	}
	if c, _ := r.cues.verb(t, i); c.takes(takesSpeech) {
		return c
	}
	return nil
}

// setCue notes the verb, with its particle, as the cue.
func (f *finding) setCue(r *reading, t *clause.Tree, v int) {
	f.cueToken = v
	f.cue = r.d.Tokens[v].Span
	if _, p := r.cues.verb(t, v); p == v+1 {
		f.cue.End = r.d.Tokens[p].End
	}
}

// sourceBeside finds who says the words beside which the verb stands: its
// subject on the tree, else the phrase right after the verb ("said Emma Beals, an
// independent journalist") or right before it. first and last bound the search.
func (r *reading) sourceBeside(f *finding, t *clause.Tree, v, first, last int) bool {
	f.addressee = r.told(t, v)
	s := r.subject(t, v)
	if s != clause.None && s >= first && s < v && strings.HasPrefix(f.rule, "speech-after") && r.opensSource(first) {
		// Between the marks and the cue stands the source and nothing else.
		end := v
		for end > first+1 && (r.d.Tokens[end-1].UPOS == "ADV" || r.d.Tokens[end-1].UPOS == "AUX" || r.outerPunct(end-1)) {
			end--
		}
		f.speaker, f.source = s, r.span(first, end)
		return true
	}
	if s != clause.None && s >= first && s < last && r.within[s] < 0 {
		f.speaker, f.source = s, r.nounPhrase(t, s, v)
		return true
	}
	if s != clause.None && r.within[s] < 0 && s >= t.First && s < v && first > t.First && strings.HasPrefix(f.rule, "speech-before") {
		f.speaker, f.source = s, r.nounPhrase(t, s, v)
		return true
	}
	if n := r.nominalIn(v+1, min(last, v+5)); n != clause.None && r.nominalIn(first, v) == clause.None {
		end := n + 1
		for end < last && !r.endsSource(end) {
			end++
		}
		f.speaker, f.source = r.headOf(n, end), r.span(n, end)
		f.addressee = clause.None
		return true
	}
	if n := r.nominalIn(first, v); n != clause.None {
		end := v
		for end > n+1 && (r.d.Tokens[end-1].UPOS == "ADV" || r.d.Tokens[end-1].UPOS == "AUX" || r.outerPunct(end-1)) {
			end--
		}
		f.speaker, f.source = r.headOf(n, end), r.span(n, end)
		return true
	}
	return false
}

// subject is the logical subject of a cue. A participle behind a comma belongs to
// the subject of the sentence, not to the noun before the comma: "A statement by
// the ministers expressed concern, saying …".
func (r *reading) subject(t *clause.Tree, v int) int {
	if r.d.Tokens[v].XPOS == "VBG" && v > t.First && r.d.Form(v-1) == "," && t.OwnSubject(v) == clause.None {
		for step, h := 0, t.Head(v); step < 6 && h != clause.None; step, h = step+1, t.Head(h) {
			if isVerb(r.d, h) && h < v && t.Tense(h) != clause.Untensed {
				if s := r.listed(t, h); s != clause.None {
					return s
				}
			}
		}
	}
	s := r.listed(t, v)
	if s == clause.None {
		return s
	}
	// "sources in the government who said": a person says, not the noun before "who".
	if own := t.OwnSubject(v); own != clause.None && t.Lower(own) == "who" && r.d.Tokens[s].UPOS == "NOUN" {
		if h := t.Head(s); h != clause.None && t.Rel(s) == "nmod" && t.Nominal(h) && h < s && t.Preposition(s) == "in" {
			return h
		}
	}
	return s
}

// listed is the logical subject of a verb, but not the last of a list: of "a
// statement by A, B and C expressed" a parser makes C the subject and hangs the
// verb on the noun.
func (r *reading) listed(t *clause.Tree, v int) int {
	s := t.Subject(v)
	if own := t.OwnSubject(v); own != clause.None && own == s && t.Rel(v) == "conj" {
		first, _ := t.Reach(own)
		if h := t.Head(v); h != clause.None && h < own && t.Nominal(h) && !t.Predicate(h) && first > t.First && r.d.Tokens[first-1].UPOS == "CCONJ" {
			return h
		}
	}
	return s
}

// opensSource reports whether a phrase that names somebody can begin at the token.
func (r *reading) opensSource(i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM":
		return true
	}
	return false
}

// nominalIn returns where the first noun phrase of the tokens begins, None when
// there is none outside quotation marks.
func (r *reading) nominalIn(first, last int) int {
	for i := max(first, 0); i < last && i < len(r.d.Tokens); i++ {
		if r.within[i] >= 0 {
			continue
		}
		switch r.d.Tokens[i].UPOS {
		case "NOUN", "PROPN", "PRON":
			k := i
			for k > first && (r.d.Tokens[k-1].UPOS == "ADJ" || r.d.Tokens[k-1].UPOS == "DET" || r.d.Tokens[k-1].UPOS == "NUM") {
				k--
			}
			return k
		}
	}
	return clause.None
}

func (r *reading) endsSource(i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "PUNCT", "ADP", "SCONJ", "VERB", "AUX", "ADV", "CCONJ":
		return r.d.Form(i) != "of" && r.d.Form(i) != "-"
	}
	return false
}

func (r *reading) headOf(first, last int) int {
	if h := r.d.HeadOf(first, last); h >= 0 {
		return h
	}
	return first
}

// nounPhrase is the text of a noun with what belongs to it: apposition and
// modifiers, but no clause in which the cue itself stands, and no quotation.
func (r *reading) nounPhrase(t *clause.Tree, noun, cue int) doc.Span {
	first, last := t.Reach(noun)
	for _, c := range t.Children(noun) {
		if c <= noun {
			continue
		}
		low, _ := t.Reach(c)
		drop := false
		switch t.Rel(c) {
		case "acl", "parataxis", "advcl", "dep":
			drop = t.Rel(c) != "acl" || cue != clause.None && t.Under(cue, c)
		case "nmod", "obl":
			drop = r.isTime(c)
		case "cc", "conj":
			drop = cue != clause.None && t.Under(cue, c)
			if drop && isVerb(r.d, c) && r.listed(t, c) == noun {
				// The last of the list hangs on the verb.
				last, drop = min(last, c), false
			}
		}
		if drop && low > noun {
			last = min(last, low)
		}
	}
	if cue != clause.None {
		switch {
		case noun < cue:
			last = min(last, cue)
		case first <= cue:
			first = cue + 1
		}
	}
	for i := first; i < last; i++ {
		if r.within[i] >= 0 && r.within[noun] < 0 && i > noun && r.passages[r.within[i]].last-r.passages[r.within[i]].first > 4 {
			last = i
			break
		}
	}
	relative := false
	for i := noun + 1; i < last; i++ {
		// A finite verb outside a relative clause is where the phrase has ended.
		switch r.d.Tokens[i].XPOS {
		case "WP", "WDT", "WRB", "WP$":
			relative = true
		case "VBD", "VBZ", "VBP", "MD":
			if !relative && t.FullRel(i) != "acl:relcl" && t.Rel(i) != "acl" {
				last = i
			}
		}
	}
	for last > noun+1 && (r.d.Tokens[last-1].XPOS == "WP" || r.d.Tokens[last-1].XPOS == "WDT") {
		last--
	}
	for first < noun && (r.d.Tokens[first].UPOS == "ADP" || r.d.Tokens[first].UPOS == "SCONJ" || r.d.Tokens[first].UPOS == "CCONJ") {
		first++
	}
	return r.span(first, max(last, noun+1))
}

// withRelative is a noun phrase that is the source of a cue, up to the relative
// pronoun that stands for it right behind: "officials in the ministry, who".
func (r *reading) withRelative(t *clause.Tree, noun, cue int) doc.Span {
	source := r.nounPhrase(t, noun, cue)
	own := t.OwnSubject(cue)
	if own == clause.None || own == noun || own < noun || own > cue || source.Empty() {
		return source
	}
	switch t.Lower(own) {
	case "who", "which", "that":
	default:
		return source
	}
	_, last := r.d.TokensIn(source)
	for last < own && r.outerPunct(last) {
		last++
	}
	if last == own {
		source.End = r.d.Tokens[own].End
	}
	return source
}

// isTime reports whether the token stands in a time expression: "on Friday" is no
// part of who speaks.
func (r *reading) isTime(i int) bool {
	at, _ := slices.BinarySearchFunc(r.d.Times, r.d.Tokens[i].Start+1, func(t doc.Time, start int) int { return cmp.Compare(t.End, start) })
	return at < len(r.d.Times) && r.d.Times[at].Start <= r.d.Tokens[i].Start
}

// told is the person or outlet that is told, None when nobody is.
func (r *reading) told(t *clause.Tree, v int) int {
	switch t.Lemma(v) {
	case "tell", "inform", "assure", "remind", "advise", "warn", "notify", "reassure", "ask":
		if o := t.Child(v, "iobj", "obj"); o != clause.None && t.Nominal(o) && o > v && r.within[o] < 0 && !t.Passive(v) {
			return o
		}
	}
	if t.Lemma(v) == "tell" {
		// "told his counterpart …, that": where the tree hangs him elsewhere.
		for i := v + 1; i < min(t.Last, v+8) && t.Lower(i) != "that"; i++ {
			if x := r.d.Tokens[i].UPOS; (x == "NOUN" || x == "PROPN" || x == "PRON") && t.Rel(i) != "compound" && r.within[i] < 0 {
				return i
			}
			if r.outerPunct(i) {
				break
			}
		}
	}
	for _, p := range t.Phrases(v) {
		if p.Prep == "to" && p.At > v && r.within[p.At] < 0 && strings.HasPrefix(t.Token(p.At).UPOS, "PRO") {
			return p.At
		}
	}
	return clause.None
}
