package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// alone attributes a passage that is a paragraph of its own, from the paragraph
// before: it continues that paragraph's speech, or that paragraph introduces it.
func (r *reading) alone(i int) *finding {
	p := r.passages[i]
	if p.last-p.first < 5 && p.Goes == 0 || p.Block >= 0 && r.d.Blocks[p.Block].Kind != doc.BlockBody && r.d.Blocks[p.Block].Kind != doc.BlockStandfirst {
		return nil
	}
	if p.Goes&FromBefore != 0 && i > 0 && r.passages[i-1].speech != nil {
		return r.passages[i-1].speech
	}
	s := r.sentenceBefore(p)
	if s < 0 {
		return nil
	}
	sent := r.d.Sentences[s]
	if f := r.introductionAtEnd(s); f != nil {
		return f
	}
	if i > 0 {
		// The same speaker goes on, if the paragraph before is his speech or ends in it.
		before := r.passages[i-1]
		if before.speech != nil && before.last > sent.First-1 && before.Outer.Start < sent.End && r.endsInSpeech(before, sent) {
			return before.speech
		}
	}
	return r.carriedOver(s)
}

// sentenceBefore returns the last sentence of the paragraph before the passage's.
func (r *reading) sentenceBefore(p passage) int {
	s := r.d.SentenceOf(p.first)
	for s >= 0 && r.d.Sentences[s].End > r.paragraphStart(p) {
		s--
	}
	if s < 0 || r.d.Sentences[s].Last == r.d.Sentences[s].First {
		return -1
	}
	if b := r.d.Sentences[s].Block; b >= 0 && b < len(r.d.Blocks) {
		if k := r.d.Blocks[b].Kind; k != doc.BlockBody && k != doc.BlockStandfirst {
			return -1
		}
	}
	return s
}

// introductionAtEnd reads a sentence that ends in a colon.
func (r *reading) introductionAtEnd(s int) *finding {
	sent := r.d.Sentences[s]
	if r.d.Form(sent.Last-1) != ":" {
		return nil
	}
	return r.introduction(s, max(sent.First, sent.Last-reachOfCue), sent.Last, "speech-introduced")
}

// endsInSpeech reports whether nothing but the attribution follows the passage
// in its sentence.
func (r *reading) endsInSpeech(p passage, sent doc.Sentence) bool {
	rest := 0
	for k := p.last; k < sent.Last; k++ {
		if !r.outerPunct(k) {
			rest++
		}
	}
	return rest <= 2 || p.speech.cueToken >= p.last && p.speech.cueToken < sent.Last
}

// carriedOver attributes a paragraph of its own to the speaker of the sentence
// before, when that sentence reports what somebody said or put out: “The ministry
// released a statement …, according to an agency.” An agency that is only cited
// is who the words came through, not who spoke.
func (r *reading) carriedOver(s int) *finding {
	t := r.tree(s)
	f := newFinding("speech-carried-over")
	f.sentence = s
	var cited *finding
	for _, c := range r.clausesOf(s) {
		switch {
		case c.attitude:
		case c.rule == ruleAccording:
			cited = c
		case f.speaker == clause.None && c.speaker != clause.None && r.within[c.speaker] < 0:
			f.source, f.cue, f.speaker = c.source, c.cue, c.speaker
		}
	}
	for i := t.First; i < t.Last; i++ {
		if r.d.Tokens[i].UPOS != "NOUN" || r.cues.word(classText, t.Lemma(i)) == nil {
			continue
		}
		if h := r.holder(t, i); h != clause.None && t.Rel(i) == "obj" {
			v := t.Head(i)
			f.speaker, f.source, f.cue = h, r.nounPhrase(t, h, v), r.d.Tokens[v].Span
			break
		}
	}
	if f.speaker != clause.None {
		return f
	}
	// Nobody but the cited one: “The mayor shied away from it, according to quotes
	// from the agency.”
	if cited == nil {
		return nil
	}
	f.source, f.cue, f.speaker = cited.source, cited.cue, cited.speaker
	if subject := t.Subject(t.Root); subject != clause.None && citesWords[t.Lemma(cited.speaker)] {
		f.speaker, f.source = subject, r.nounPhrase(t, subject, t.Root)
	}
	return f
}

// citesWords are nouns for somebody else's words: who is named behind them
// passes them on.
var citesWords = map[string]bool{"quote": true, "quotation": true, "remark": true, "comment": true, "excerpt": true, "transcript": true, "interview": true}

// ruleUnattributed is the rule of speech of which the text does not tell whose it is.
const ruleUnattributed = "speech-unattributed"

// unattributed keeps a passage that is plainly speech and of which the text does
// not tell who speaks.
func (r *reading) unattributed() {
	for i := range r.passages {
		p := &r.passages[i]
		if p.speech != nil || p.Single || !p.Opened || !r.speechLike(p) {
			continue
		}
		// The one before may have been attributed as words within a clause.
		if f := r.resumed(i); f != nil {
			p.speech = f
			f.content = append(f.content, p.Span)
			continue
		}
		if p.last-p.first < 8 {
			continue
		}
		end, _ := utf8.DecodeLastRuneInString(r.d.Slice(p.Span))
		t, s := r.treeOf(p.first)
		if t == nil || !strings.ContainsRune(".!?,…", end) || !r.finiteIn(t, p.first, p.last) {
			continue
		}
		if i > 0 && p.begins && p.ends {
			// A row of paragraphs between marks is one speech.
			if b := r.passages[i-1]; b.begins && b.ends && b.speech != nil && b.speech.rule == ruleUnattributed && p.Block-b.Block <= 1 {
				p.speech = b.speech
				p.speech.content = append(p.speech.content, p.Span)
				continue
			}
		}
		f := newFinding(ruleUnattributed)
		f.sentence, f.kind, f.content = s, doc.QuoteDirect, []doc.Span{p.Span}
		p.speech = f
		r.found = append(r.found, f)
	}
}
