package quote

import (
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
	s := t.Subject(v)
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
		case "cc", "conj":
			drop = cue != clause.None && t.Under(cue, c)
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
	return r.span(first, max(last, noun+1))
}

// told is the person or outlet that is told, None when nobody is.
func (r *reading) told(t *clause.Tree, v int) int {
	switch t.Lemma(v) {
	case "tell", "inform", "assure", "remind", "advise", "warn", "notify", "reassure", "ask":
		if o := t.Child(v, "iobj", "obj"); o != clause.None && t.Nominal(o) && o > v && r.within[o] < 0 && !t.Passive(v) {
			return o
		}
	}
	for _, p := range t.Phrases(v) {
		if p.Prep == "to" && p.At > v && r.within[p.At] < 0 && strings.HasPrefix(t.Token(p.At).UPOS, "PRO") {
			return p.At
		}
	}
	return clause.None
}
