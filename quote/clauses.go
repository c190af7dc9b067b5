package quote

import (
	"slices"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// clauses finds indirect and mixed speech: what cue words of every sentence have
// as their complement on the tree.
func (r *reading) clauses() {
	for s := range r.d.Sentences {
		for _, f := range r.clausesOf(s) {
			r.keep(f)
		}
	}
	r.quotedWords()
}

// clausesOf returns the attributions of one sentence whose content hangs on its
// cue, in order of their cues. Of the readings of one cue the likeliest stands.
func (r *reading) clausesOf(s int) []*finding {
	t := r.tree(s)
	var all []*finding
	for i := t.First; i < t.Last; i++ {
		var best *finding
		for _, f := range r.under(t, s, i) {
			f.sentence = s
			r.weigh(t, f)
			if f.chance >= likely && (best == nil || f.chance > best.chance) {
				best = f
			}
		}
		if best != nil {
			all = append(all, best)
		}
	}
	return r.outermost(all)
}

// likely is the least chance of a finding to stand: about half the F1 that all
// findings together reach, where one more gains as much as it costs.
const likely = .38

// outermost leaves out what somebody is said to hold or to have asked for inside
// the words of somebody else. What somebody is said to have said there stays when
// its cue is a strong one; and a saying never gives way to an attitude: in "cited
// officials who said that" the words are the officials'.
func (r *reading) outermost(all []*finding) []*finding {
	var out []*finding
	for _, f := range all {
		alone := f.chance
		for _, g := range all {
			if g.attitude && !f.attitude {
				continue
			}
			if g != f && slices.ContainsFunc(g.content, f.cue.Overlaps) && !slices.ContainsFunc(f.content, g.cue.Overlaps) {
				alone *= 1 - g.chance
			}
		}
		if alone >= likely || alone < f.chance && !f.attitude && f.chance >= nested {
			out = append(out, f)
		}
	}
	return out
}

// nested is the least chance of speech within speech.
const nested = .65

// under returns what the word can have as reported, each reading of it one finding.
func (r *reading) under(t *clause.Tree, s, i int) []*finding {
	switch r.d.Tokens[i].UPOS {
	case "VERB":
		if t.Lower(i) != "according" {
			return r.underVerb(t, i)
		}
	case "ADJ":
		return r.underAdjective(t, i)
	case "NOUN":
		return r.underNoun(t, i)
	case "ADP", "ADV", "SCONJ":
	default:
		return nil
	}
	if t.Lower(i) == "according" {
		if f := r.accordingTo(t, s, i); f != nil && len(f.content) > 0 {
			return []*finding{f}
		}
	}
	return nil
}

// keep adds an indirect or mixed attribution, unless direct speech already has
// its cue or says the same.
func (r *reading) keep(f *finding) {
	if r.withinLong(f.cueToken) {
		return // inside somebody's speech
	}
	inside, outside := 0, 0
	taken := 0
	for _, s := range f.content {
		first, last := r.d.TokensIn(s)
		for i := first; i < last; i++ {
			switch {
			case r.d.Tokens[i].UPOS == "PUNCT" || r.d.Tokens[i].UPOS == "SCONJ":
			case r.within[i] >= 0:
				inside++
				if r.passages[r.within[i]].speech != nil {
					taken++
				}
			default:
				outside++
			}
		}
	}
	if taken > outside {
		return
	}
	switch {
	case inside == 0:
		f.kind = doc.QuoteIndirect
	case outside == 0:
		f.kind = doc.QuoteDirect
	default:
		f.kind = doc.QuoteMixed
	}
	for _, s := range f.content {
		first, last := r.d.TokensIn(s)
		for i := first; i < last; i++ {
			if k := r.within[i]; k >= 0 && r.passages[k].speech == nil {
				r.passages[k].speech = f
			}
		}
	}
	r.found = append(r.found, f)
}

// withinLong reports whether the token stands in a passage of some length, which
// is somebody's speech whether or not it is known whose.
func (r *reading) withinLong(i int) bool {
	if i == clause.None || r.within[i] < 0 {
		return false
	}
	p := r.passages[r.within[i]]
	return p.speech != nil && p.speech.kind == doc.QuoteDirect || p.last-p.first > 6
}
