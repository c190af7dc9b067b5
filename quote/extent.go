package quote

import (
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// strong is the weight of cues whose words beside them are what is said even
// where the tree gives them no complement.
const strong = .7

func (r *reading) strong(c *cue) bool { return r.open || c.weight[takesThat] >= strong }

// extend moves the end of content that begins behind its cue to where the clause
// ends in the text, when the tree cuts it short: a closing mark, a preposition or
// a verb right behind it shows that it goes on. The content never leaves its
// sentence, but for a passage in quotation marks that does.
func (r *reading) extend(t *clause.Tree, last int) int {
	for last < t.Last {
		at := last
		for at < t.Last && isMark(r.d.Form(at)) {
			at++
		}
		if at == t.Last {
			break
		}
		switch upos := r.d.Tokens[at].UPOS; {
		case upos == "PUNCT":
			// A comma inside the marks ends nothing: “peanuts,” compared to.
			if r.d.Form(at) != "," || r.within[at] < 0 || at+2 >= t.Last || !isMark(r.d.Form(at+1)) || !lower(r.d.Form(at+2)) || r.newAttribution(t, at+2) {
				return last
			}
			at++
		case upos == "CCONJ":
			if at+1 >= t.Last || t.Lower(at+1) != "that" && !isMark(r.d.Form(at+1)) && r.within[at] < 0 && !r.alike(at-1, at+1) {
				return last
			}
		case r.newAttribution(t, at):
			return last
		}
		last = at + 1
		for last < t.Last && !isMark(r.d.Form(last)) && r.d.Tokens[last].UPOS != "PUNCT" && r.d.Tokens[last].UPOS != "CCONJ" && !r.newAttribution(t, last) {
			last++
		}
	}
	return last
}

// alike reports whether two words around a conjunction are coordinated as words,
// not as clauses: "the Russian and Syrian bombardment".
func (r *reading) alike(i, k int) bool {
	if i < 0 || k >= len(r.d.Tokens) || r.d.Tokens[i].UPOS != r.d.Tokens[k].UPOS {
		return false
	}
	switch r.d.Tokens[i].UPOS {
	case "ADJ", "NOUN", "PROPN", "NUM":
		return true
	}
	return false
}

func lower(form string) bool {
	c, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLower(c)
}

func isMark(form string) bool {
	switch form {
	case "\"", "“", "”", "''", "``", "'", "‘", "’":
		return true
	}
	return false
}

// newAttribution reports whether another attribution begins at the token.
func (r *reading) newAttribution(t *clause.Tree, i int) bool {
	return t.Lower(i) == "according" || t.Lower(i) == "while" || isVerb(r.d, i) && r.d.Tokens[i].XPOS == "VBG" && r.speechCue(i) != nil
}

// through lets a span that ends inside a passage run to the passage's end: what
// is quoted may be several sentences long.
func (r *reading) through(s doc.Span) doc.Span {
	first, last := r.d.TokensIn(s)
	if first >= last {
		return s
	}
	if k := r.within[last-1]; k >= 0 && r.passages[k].Closed {
		switch p := r.passages[k]; {
		case p.Outer.Start >= s.Start:
			s.End = max(s.End, p.Outer.End) // marks inside the content come in pairs
		case p.Start >= s.Start:
			s.End = max(s.End, p.End)
		}
	}
	return s
}

// thatClause reads "told his counterpart in a call that …": a strong cue and its
// "that", where the tree hangs the clause on something in between.
func (r *reading) thatClause(t *clause.Tree, c *cue, v int) []doc.Span {
	if !r.strong(c) || r.within[v] >= 0 {
		return nil
	}
	for i := v + 1; i < min(t.Last, v+14); i++ {
		switch x := r.d.Tokens[i].UPOS; {
		case x == "VERB" || x == "AUX" || x == "PUNCT" || r.within[i] >= 0:
			return nil
		case t.Lower(i) == "that" && i > v+1 && i+1 < t.Last && r.opensClause(t, i+1) && r.finiteIn(t, i, min(t.Last, i+12)):
			for _, k := range t.Children(v) {
				if first, _ := t.Reach(k); first == i {
					return nil // the tree has it
				}
			}
			_, end := r.cut(t, v, i, t.Last)
			for k := i + 1; k < end; k++ {
				if r.newAttribution(t, k) && r.within[k] < 0 {
					end = k
				}
			}
			return r.parts(i, end, end, end)
		}
	}
	return nil
}

// besideCue reads what is said from the words beside a strong cue, where the
// tree gives the verb no complement.
func (r *reading) besideCue(t *clause.Tree, c *cue, v int) (content []doc.Span, rule string) {
	if !r.strong(c) || t.Tense(v) == clause.Untensed || t.Child(v, "xcomp", "ccomp") != clause.None || r.within[v] >= 0 ||
		r.object(t, v) != clause.None && c.weight[takesObject] > 0 {
		return nil, ""
	}
	source := r.sourceRightBefore(t, v)
	if source == clause.None {
		return nil, ""
	}
	at := v + 1
	for at < t.Last && t.Under(at, v) && at < v+6 && t.Child(at, "nsubj") == clause.None && !t.Verbal(at) && t.Rel(at) != "mark" && t.Rel(at) != "nsubj" {
		at++
	}
	if at < t.Last && r.finiteIn(t, at, t.Last) && r.opensClause(t, at) {
		end := t.Last
		for i := at; i < t.Last; i++ {
			if r.newAttribution(t, i) && i > at {
				end = i
				break
			}
		}
		return r.parts(at, end, end, end), "that"
	}
	// "The talks had failed, officials said."
	if at+2 < t.Last && r.finiteIn(t, at, t.Last) {
		return nil, ""
	}
	comma := source
	for comma > t.First && r.d.Form(comma) != "," && source-comma < 12 {
		comma--
	}
	if r.d.Form(comma) == "," && r.finiteIn(t, t.First, comma) {
		return r.parts(t.First, comma, comma, comma), "aside"
	}
	return nil, ""
}

// sourceRightBefore is the subject of the cue on the tree, or the noun right
// before it.
func (r *reading) sourceRightBefore(t *clause.Tree, v int) int {
	if s := r.subject(t, v); s != clause.None {
		return s
	}
	if t.Passive(v) {
		if felt[t.Lemma(v)] {
			return t.OwnSubject(v)
		}
		return clause.None
	}
	if s := r.sharedSubject(t, v); s != clause.None {
		return s
	}
	i := v - 1
	for i > t.First && (r.d.Tokens[i].UPOS == "ADV" || r.d.Tokens[i].UPOS == "AUX") {
		i--
	}
	if i < t.First || !t.Nominal(i) || r.d.Tokens[i].UPOS == "NUM" {
		return clause.None
	}
	// "John Kerry said": the noun that heads the name.
	for step := 0; step < 8 && t.Head(i) != clause.None && t.Head(i) < v && t.Nominal(t.Head(i)); step++ {
		if rel := t.Rel(i); rel != "flat" && rel != "compound" {
			break
		}
		i = t.Head(i)
	}
	return i
}

// felt are verbs whose passive tells what its subject thinks: "they are convinced".
var felt = map[string]bool{"convince": true, "concern": true, "worry": true, "surprise": true, "disappoint": true,
	"persuade": true, "alarm": true, "please": true, "determine": true, "satisfy": true, "dissatisfy": true, "frustrate": true,
	"interest": true, "commit": true, "oppose": true, "scare": true, "frighten": true, "embarrass": true, "outrage": true, "trouble": true}

// sharedSubject is the subject of the sentence for a later verb without one:
// "He declined to answer, but added that".
func (r *reading) sharedSubject(t *clause.Tree, v int) int {
	if v == t.Root || t.Root == clause.None || v <= t.First || !t.Under(v, t.Root) || t.Root > v || t.OwnSubject(v) != clause.None {
		return clause.None
	}
	switch before := r.d.Tokens[v-1]; {
	case before.UPOS == "CCONJ", r.d.Form(v-1) == ",", before.UPOS == "ADV" && v-2 > t.First && r.d.Tokens[v-2].UPOS == "CCONJ":
		if s := t.Subject(t.Root); s != clause.None && s < v {
			return s
		}
	}
	return clause.None
}

// begin moves the beginning of content behind its cue back to where it begins in
// the text: to its "that", or to words between that hang neither on the cue nor,
// through the parser's fault, on the clause: "saying the vote was", "says no
// matter what happens, she will".
func (r *reading) begin(t *clause.Tree, c *cue, v, k, first int) int {
	if r.told(t, v) != clause.None && t.Lower(v+1) != "that" {
		return first
	}
	lost := t.OwnSubject(k) == clause.None && t.ClauseForm(k) == clause.FormThat
	at := v + 1
	for at < first && r.adjunct(t, v, at, lost) {
		at++
	}
	if at >= first {
		return first
	}
	if t.Lower(at) == "that" {
		return at
	}
	if r.d.Tokens[at].UPOS == "PUNCT" || !lost && !r.strong(c) {
		return first
	}
	for i := at; i < first; i++ {
		if x := r.d.Tokens[i].UPOS; r.within[i] >= 0 || lost && (x == "VERB" || x == "AUX" || r.d.Form(i) == ",") {
			return first
		}
	}
	return at
}

// adjunct reports whether a token between a cue and its content belongs to the
// cue: a time, an adverb, a phrase that hangs on it, its inverted subject. Where
// the clause has lost its own subject a noun there is that subject.
func (r *reading) adjunct(t *clause.Tree, v, i int, lost bool) bool {
	if r.isTime(i) {
		return true
	}
	for step := 0; step < 12 && i != clause.None && i > v; step++ {
		if h := t.Head(i); h == v {
			switch t.Rel(i) {
			case "obl", "advmod", "compound":
				return true
			case "nsubj", "iobj", "obj":
				return !lost
			}
			return false
		}
		i = t.Head(i)
	}
	return false
}

// cut bounds content [first, last) behind the cue: it begins with its "that", and
// it ends where another attribution begins, be it "according to" or, when the cue
// stands in a side clause, the main clause ("Although some speculated that …,
// officials insist").
func (r *reading) cut(t *clause.Tree, v, first, last int) (int, int) {
	if first < v {
		return first, last
	}
	for i := first; i < min(last, first+12); i++ {
		if x := r.d.Tokens[i].UPOS; t.Lower(i) == "that" && (x == "SCONJ" || t.Rel(i) == "mark") {
			first = i
			break
		}
		if x := r.d.Tokens[i].UPOS; x == "VERB" || x == "AUX" || r.within[i] >= 0 {
			break
		}
	}
	aside := t.Child(v, "mark") != clause.None
	comma := -1
	for i := first + 1; i < last; i++ {
		switch {
		case r.within[i] >= 0:
		case t.Lower(i) == "according" && i+1 < t.Last && t.Lower(i+1) == "to":
			return first, i
		case r.d.Form(i) == ",":
			if r.mainAfter(t, v, i) {
				return first, i
			}
			comma = i
		case aside && comma > 0 && i-comma < 12 && isVerb(r.d, i) && t.Tense(i) != clause.Untensed:
			if c, _ := r.cues.verb(t, i); c.takes(takesThat) || c.takes(takesSpeech) {
				return first, comma
			}
		}
	}
	return first, last
}

// mainAfter reports whether the main clause goes on behind the comma, and is not what
// the cue reports: "While the army said that …, residents fled".
func (r *reading) mainAfter(t *clause.Tree, v, comma int) bool {
	if t.Root == clause.None || t.Root < comma || t.Under(t.Root, v) {
		return false
	}
	s := t.OwnSubject(t.Root)
	if s == clause.None || s < comma {
		return false
	}
	low, _ := t.Reach(s)
	return low == comma+1
}

// short is the end of an object before what the outlet adds to it behind a comma:
// ", citing …", ", which …".
func (r *reading) short(first, last int) int {
	for i := first + 1; i+1 < last; i++ {
		if r.d.Form(i) != "," || r.within[i] >= 0 {
			continue
		}
		if x := r.d.Tokens[i+1].XPOS; x == "VBG" || x == "WDT" {
			return i
		}
	}
	return last
}

func (r *reading) finiteIn(t *clause.Tree, first, last int) bool {
	for i := first; i < last; i++ {
		switch r.d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// opensClause reports whether a clause can begin at the token.
func (r *reading) opensClause(t *clause.Tree, i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM":
		return true
	case "SCONJ":
		return t.Lower(i) == "that" || t.Lower(i) == "if"
	}
	return isMark(r.d.Form(i)) && i+1 < t.Last
}
