package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// reachOfCue is how many tokens may lie between a passage and its cue: a source
// with a long apposition stands between ("Mark Kramer, the program director of
// …, told").
const reachOfCue = 30

// reachOfResumed is how many tokens may lie between two passages of one speech:
// the attribution with whatever its sentence tells besides.
const reachOfResumed = 50

// speech attributes the passages that are direct speech by the words beside them.
func (r *reading) speech() {
	for i := range r.passages {
		p := &r.passages[i]
		if !r.speechLike(p) {
			if f := r.interrupted(i); f != nil {
				p.speech = f
				f.content = append(f.content, p.Span)
			}
			continue
		}
		f := r.cueAfter(i)
		if f == nil {
			f = r.cueBefore(i)
		}
		if f == nil {
			f = r.resumed(i)
		}
		if f == nil && p.begins && p.ends {
			f = r.alone(i)
		}
		if f == nil {
			continue
		}
		if f.cueToken != clause.None && r.usedCue[f.cueToken] != nil {
			f = r.usedCue[f.cueToken] // "A," he said, "B"
		}
		p.speech = f
		f.content = append(f.content, p.Span)
		if len(f.content) == 1 {
			f.kind = doc.QuoteDirect
			r.found = append(r.found, f)
			if f.cueToken != clause.None {
				r.usedCue[f.cueToken] = f
			}
		}
	}
}

// speechLike reports whether the passage has the look of something said: it
// begins like a sentence and ends like one or goes on. Titles, terms and scare
// quotes do not.
func (r *reading) speechLike(p *passage) bool {
	if p.Single && (p.last-p.first < 4 || !p.Closed) || !p.Opened && p.last-p.first < 4 {
		return false
	}
	text := r.d.Slice(p.Span)
	starts := p.begins || strings.HasPrefix(text, "...") || strings.HasPrefix(text, "…") || strings.HasPrefix(text, "[")
	end := r.endOf(*p)
	if !starts && p.last-p.first > 4 && end == ',' {
		// “…, willing to talk. That,” said the mayor: the quotation began inside the
		// outlet's own sentence.
		k := p.last
		for k < len(r.d.Tokens) && r.d.Tokens[k].Start < p.Outer.End {
			k++
		}
		starts = r.speechCue(k) != nil
	}
	if !starts && p.last-p.first > 5 {
		// “He added, “actually, what I don't understand …””: a cue with its comma right
		// before the mark.
		k := p.first - 1
		for k > 0 && r.d.Tokens[k].End > p.Outer.Start {
			k--
		}
		starts = k > 0 && (r.d.Form(k) == "," || r.d.Form(k) == ":") && r.speechCue(k-1) != nil
	}
	if c, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })); unicode.IsUpper(c) || unicode.IsDigit(c) {
		starts = true
	}
	if !starts {
		return false
	}
	after, _ := utf8.DecodeRuneInString(r.d.Text[p.Outer.End:])
	return strings.ContainsRune(",.!?…—–-:;", end) || after == ',' || p.ends || p.Goes != 0
}

// endOf is the last rune of what the passage says: the mark of a quotation in it,
// “He said, ‘Go,’” is not meant.
func (r *reading) endOf(p passage) rune {
	text := strings.TrimRight(r.d.Slice(p.Span), " '\"’”")
	end, _ := utf8.DecodeLastRuneInString(text)
	return end
}

// gapAfter returns the tokens between a passage and the end of its sentence or
// the next passage.
func (r *reading) gapAfter(i int) (first, last int) {
	p := r.passages[i]
	first = p.last
	for first < len(r.d.Tokens) && r.d.Tokens[first].Start < p.Outer.End {
		first++
	}
	end := r.paragraphEnd(p)
	if i+1 < len(r.passages) {
		end = min(end, r.passages[i+1].Outer.Start)
	}
	last = first
	for last < len(r.d.Tokens) && r.d.Tokens[last].End <= end {
		last++
	}
	for first < last && r.outerPunct(first) && r.d.Form(first) != "." {
		first++
	}
	if first < last {
		if s := r.d.SentenceOf(first); s >= 0 {
			last = min(last, r.d.Sentences[s].Last)
		}
	}
	return first, min(last, first+reachOfCue)
}

func (r *reading) paragraphEnd(p passage) int {
	if p.Block >= 0 {
		return r.d.Blocks[p.Block].End
	}
	if i := strings.IndexByte(r.d.Text[p.End:], '\n'); i >= 0 {
		return p.End + i
	}
	return len(r.d.Text)
}

func (r *reading) paragraphStart(p passage) int {
	if p.Block >= 0 {
		return r.d.Blocks[p.Block].Start
	}
	return strings.LastIndexByte(r.d.Text[:p.Start], '\n') + 1
}

// cueAfter looks for the attribution behind a passage: “…,” he said.
func (r *reading) cueAfter(i int) *finding {
	p := r.passages[i]
	first, last := r.gapAfter(i)
	if first >= last || !p.Closed {
		return nil
	}
	end := r.endOf(p)
	comma := strings.HasPrefix(r.d.Text[p.Outer.End:], ",")
	if !comma && !strings.ContainsRune(",?!…—–-", end) {
		// A full stop ends the matter, unless the words behind go on in lower case
		// with a pronoun or the cue itself.
		c, _ := utf8.DecodeRuneInString(r.d.Form(first))
		if !unicode.IsLower(c) || !(r.d.Tokens[first].UPOS == "PRON" || r.speechCue(first) != nil) {
			return nil
		}
	}
	for v := first; v < last; v++ {
		t, s := r.treeOf(v)
		if t == nil {
			return nil
		}
		if t.Lower(v) == "according" {
			return r.accordingTo(t, s, v)
		}
		if !isVerb(r.d, v) {
			continue
		}
		if r.speechCue(v) == nil {
			// Behind a comma inside the marks an attribution must follow, whatever the
			// tree makes of the words before its verb.
			if end != ',' && t.Tense(v) != clause.Untensed && t.FullRel(v) != "acl:relcl" && t.Child(v, "nsubj") != clause.None && t.Rel(v) != "acl" {
				return nil
			}
			continue
		}
		f := newFinding("speech-after/" + t.Lemma(v))
		f.sentence = s
		f.setCue(r, t, v)
		if !r.sourceBeside(f, t, v, first, last) {
			return nil
		}
		return f
	}
	if end == ',' {
		if f := r.untaggedCue(first, last); f != nil {
			return f
		}
		return r.unlistedCue(first, last)
	}
	return nil
}

// unlistedCue reads "…,” she beamed.": behind the comma an attribution must stand,
// whatever its verb. Nothing but the source may stand beside the verb.
func (r *reading) unlistedCue(first, last int) *finding {
	t, s := r.treeOf(first)
	if t == nil || !r.opensSource(first) && !isVerb(r.d, first) {
		return nil
	}
	for v := first; v < last; v++ {
		if r.outerPunct(v) {
			return nil
		}
		if !isVerb(r.d, v) {
			continue
		}
		switch r.d.Tokens[v].XPOS {
		case "VBD", "VBZ", "VBP":
		default:
			return nil
		}
		f := newFinding("speech-after/" + t.Lemma(v))
		f.sentence, f.cueToken, f.cue = s, v, r.d.Tokens[v].Span
		if !r.sourceBeside(f, t, v, first, last) {
			return nil
		}
		return f
	}
	return nil
}

// untaggedCue reads "…,” the statement read.": behind the comma an attribution
// must stand, and its last word is a cue that the tagger took for a noun.
func (r *reading) untaggedCue(first, last int) *finding {
	v := last - 1
	for v > first && r.outerPunct(v) {
		v--
	}
	t, s := r.treeOf(v)
	if t == nil || v <= first || !r.opensSource(first) {
		return nil
	}
	for _, c := range r.cues.rows(classVerb, t.Lower(v)) {
		if c.particle == "" && c.takes(takesSpeech) {
			f := newFinding("speech-after/" + c.lemma)
			f.sentence, f.cueToken, f.cue = s, v, r.d.Tokens[v].Span
			f.source = r.span(first, v)
			f.speaker = first
			for f.speaker < v-1 && !(r.d.Tokens[f.speaker].UPOS == "NOUN" || r.d.Tokens[f.speaker].UPOS == "PROPN" || r.d.Tokens[f.speaker].UPOS == "PRON") {
				f.speaker++
			}
			return f
		}
	}
	return nil
}

// cueBefore looks for the attribution in front of a passage: He said: “…”.
func (r *reading) cueBefore(i int) *finding {
	p := r.passages[i]
	last := p.first
	for last > 0 && r.d.Tokens[last-1].End > p.Outer.Start {
		last--
	}
	start := r.paragraphStart(p)
	if i > 0 {
		start = max(start, r.passages[i-1].Outer.End)
	}
	if last == 0 || r.d.Tokens[last-1].Start < start {
		return nil
	}
	s := r.d.SentenceOf(last - 1)
	if s < 0 {
		return nil
	}
	first := last - 1
	for first > r.d.Sentences[s].First && r.d.Tokens[first-1].Start >= start && last-first < reachOfCue {
		first--
	}
	return r.introduction(s, first, last, "speech-before")
}

// introduction reads tokens [first, last) of a sentence as words that introduce
// speech. They end in the cue, a comma, a colon or "that".
func (r *reading) introduction(s, first, last int, rule string) *finding {
	t := r.tree(s)
	end := last - 1
	ending := r.d.Form(end)
	colon := ending == ":"
	if ending != "," && ending != "that" && !colon && r.speechCue(end) == nil {
		return nil
	}
	for v := end; v >= first; v-- {
		if !isVerb(r.d, v) {
			continue
		}
		if r.speechCue(v) == nil {
			if colon || t.Tense(v) == clause.Untensed {
				continue
			}
			return nil
		}
		f := newFinding(rule + "/" + t.Lemma(v))
		f.sentence = s
		f.setCue(r, t, v)
		if !r.sourceBeside(f, t, v, r.d.Sentences[s].First, last) {
			return nil
		}
		return f
	}
	if !colon {
		return nil
	}
	// "The senators issued a statement mocking the threat:"
	v := t.Root
	subject := t.Subject(v)
	if f := r.labelled(t, end, rule); f != nil {
		f.sentence = s
		return f
	}
	if subject == clause.None || !isVerb(r.d, v) {
		return nil
	}
	f := newFinding(rule + "/colon")
	f.sentence = s
	f.cue = r.d.Tokens[end].Span
	f.speaker = subject
	f.source = r.nounPhrase(t, subject, v)
	return f
}

// longestLabel is how many words may name the speaker before a colon.
const longestLabel = 6

// labelled reads a sentence that is nothing but who speaks, and a colon: "The
// ministry: “…”".
func (r *reading) labelled(t *clause.Tree, colon int, rule string) *finding {
	if colon == t.First || colon-t.First > longestLabel {
		return nil
	}
	head := clause.None
	for i := t.First; i < colon; i++ {
		switch r.d.Tokens[i].UPOS {
		case "PROPN", "NOUN":
			if h := t.Head(i); head == clause.None && (h == clause.None || h < t.First || h >= colon) {
				head = i
			}
		case "DET", "ADJ", "ADP", "PART", "NUM":
		default:
			if !r.outerPunct(i) {
				return nil
			}
		}
	}
	if head == clause.None {
		return nil
	}
	f := newFinding(rule + "/label")
	f.cue = r.d.Tokens[colon].Span
	f.speaker, f.source = head, r.span(t.First, colon)
	return f
}

// interrupted attributes a passage that goes on in the middle of its sentence:
// “A,” the judge said, “has B.”
func (r *reading) interrupted(i int) *finding {
	if i == 0 || r.passages[i-1].speech == nil || r.passages[i-1].Block != r.passages[i].Block {
		return nil
	}
	p, f := r.passages[i], r.passages[i-1].speech
	comma := p.first - 1
	for comma > 0 && r.d.Tokens[comma].End > p.Outer.Start {
		comma--
	}
	if comma < 0 || r.d.Form(comma) != "," || f.cueToken < r.passages[i-1].last || f.cueToken > comma || comma-f.cueToken > reachOfCue || r.d.SentenceOf(f.cueToken) != r.d.SentenceOf(comma) {
		return nil
	}
	return f
}

// resumed attributes a passage that goes on where another of its paragraph
// stopped: “A,” she said. “B.”
func (r *reading) resumed(i int) *finding {
	p := r.passages[i]
	k := i - 1
	for k >= 0 && r.passages[k].speech == nil && r.passages[k].last-r.passages[k].first <= 6 && p.first-r.passages[k].last <= reachOfResumed {
		k-- // “A,” she told “Today”. “B.”
	}
	if k < 0 || r.passages[k].speech == nil || r.passages[k].Block != p.Block {
		return nil
	}
	f := r.passages[k].speech
	if p.Block < 0 && r.paragraphStart(p) > r.passages[k].Start {
		return nil
	}
	// Between the two stands the attribution and nothing else: one sentence at most.
	first, last := r.passages[k].last, p.first
	if last-first > reachOfResumed {
		return nil
	}
	sentences, before := 0, -1
	for at := first; at < last; at++ {
		if s := r.d.SentenceOf(at); s != before && !r.outerPunct(at) {
			sentences, before = sentences+1, s
		}
	}
	if sentences > 1 || f.cueToken != clause.None && (f.cueToken < first || f.cueToken >= last) && last-first > 4 {
		return nil
	}
	return f
}
