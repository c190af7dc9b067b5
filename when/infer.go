package when

import (
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	syntax "github.com/readout-project/readout/english/clause"
)

// sighting is an expression as it stands in its sentence, for what it tells of
// the day of publication.
type sighting struct {
	*clause
	m    match
	time doc.Time
	head int          // the token that stands for it in the tree
	tree *syntax.Tree // of its sentence; nil without trees
	side direction    // where its own clause puts it, unknown where that is in doubt
	said bool         // within quotation marks: words of another day, perhaps
}

// bounds is what the evidence leaves of the days on which the report may have been
// published, with the evidence for either end.
type bounds struct {
	doc.Interval
	after, before string
	contradicted  bool
	sought        int // how often the days that an expression allows were sought
}

// newestYear is the last year that may bound a report. It is fixed, since the same
// bytes must give the same range next year.
const newestYear = 2100

// inferred is the range of days in which a report without a date of publication
// was published, as far as its own text bounds it. A full date of the past bounds
// it from below and one to come from above; "later this month" beside a date does
// both. Where the evidence contradicts itself nothing is said, and a report without
// evidence stays without a range: nothing is guessed.
func (r *rules) inferred(d *doc.Document, found []sighting) doc.Published {
	var b bounds
	for i := range found {
		b.full(&found[i])
	}
	for i := range found {
		b.besideDate(found, i)
	}
	b.sameDeeds(found, b.byWeekday(found))
	if b.contradicted || b.IsZero() {
		return doc.Published{}
	}
	why := b.after
	if b.before != "" && b.before != b.after {
		why = strings.TrimPrefix(why+"; "+b.before, "; ")
	}
	return doc.Published{Interval: b.Interval, How: doc.DateInferred, Why: why}
}

// hold narrows the range. An open end bounds nothing.
func (b *bounds) hold(i doc.Interval, why string) {
	if !i.From.IsZero() && (b.From.IsZero() || b.From.Before(i.From)) {
		b.From, b.after = i.From, why
	}
	if !i.To.IsZero() && (b.To.IsZero() || i.To.Before(b.To)) {
		b.To, b.before = i.To, why
	}
	if !b.From.IsZero() && !b.To.IsZero() && b.To.Before(b.From) {
		b.contradicted = true
	}
}

// full takes a date with its year: told in the past the report is not older, told
// as to come it is not younger.
func (b *bounds) full(s *sighting) {
	if !s.dated() || s.said {
		return
	}
	switch {
	case s.side == behind && !s.time.From.IsZero():
		b.hold(doc.Interval{From: s.time.From}, fmt.Sprintf("%s is told in the past", s.words()))
	case s.side == ahead && !s.time.To.IsZero():
		b.hold(doc.Interval{To: s.time.To}, fmt.Sprintf("%s is told as to come", s.words()))
	}
}

// dated reports whether the text gives the date with its year.
func (s *sighting) dated() bool {
	year := s.m.num("YEAR")
	return s.time.Type == doc.TimeDate && s.time.Anchor == doc.AnchorText && year >= 1800 && year <= newestYear
}

func (s *sighting) words() string { return "“" + s.doc.Slice(s.time.Span) + "”" }

// look finds where the expressions stand: in which clause, and whether in quoted
// speech.
func look(d *doc.Document, found []sighting) {
	quoted := newQuoted(d)
	years := map[int]int{} // dates with a year, by the start of their sentence
	for i := range found {
		if found[i].dated() {
			years[found[i].sentence.Start]++
		}
	}
	if len(years) == 0 {
		return // no date of the calendar, no evidence
	}
	var tree *syntax.Tree
	in := -1
	for i := range found {
		s := &found[i]
		first, last := d.TokensIn(s.time.Span)
		s.head = d.HeadOf(first, last)
		s.said = quoted.at(s.sentence.Block, s.time.Start)
		if n := d.SentenceOf(first); n != in && n >= 0 && hasTree(d, n) {
			tree, in = syntax.New(d, n), n
		} else if n != in {
			tree, in = nil, n
		}
		s.tree = tree
		s.side = s.ownClause(years[s.sentence.Start])
	}
}

// hasTree reports whether a sentence has been parsed.
func hasTree(d *doc.Document, sentence int) bool {
	s := d.Sentences[sentence]
	return slices.ContainsFunc(d.Tokens[s.First:s.Last], func(t doc.Token) bool { return t.Rel != "" })
}

// ownClause tells from the tree on which side of the report the clause puts the
// expression that hangs on its verb. It keeps off wherever the verb may be about
// another day than its own: "set the vote for", "called talks on", "if ... in 2030".
func (s *sighting) ownClause(years int) direction {
	t := s.tree
	if t == nil || s.head < 0 || t.Question() {
		return unknown
	}
	switch t.Rel(s.head) {
	case "obl", "nmod", "advmod":
	default:
		return unknown
	}
	v := t.Head(s.head)
	if v == syntax.None || !t.Predicate(v) || s.imagined(v) || s.nearer(v) {
		return unknown
	}
	if of := t.Surface(v); of != syntax.None && s.rules.picture[t.Lemma(of)] {
		return unknown // a picture, or an article of the archive
	}
	switch prep := t.Preposition(s.head); t.Tense(v) {
	case syntax.Past, syntax.PastPerfect, syntax.Perfect:
		if done[prep] && !s.rules.about[t.Lemma(v)] && t.Child(v, "xcomp", "ccomp") == syntax.None {
			return behind
		}
	case syntax.Future:
		if years == 1 && coming[prep] {
			return ahead
		}
	}
	return unknown
}

// done are the prepositions of a day on which something was done, coming those of
// one by which it will be. "Until 2030" and "before May" tell of what was agreed.
var (
	done   = map[string]bool{"": true, "on": true, "in": true, "since": true, "during": true}
	coming = map[string]bool{"": true, "on": true, "in": true, "by": true, "until": true, "from": true}
)

// nearer reports whether the date may as well belong to a noun between the verb and
// it: "will recall his address to the convention in 2004", "is seen as a candidate
// in 2018". Trees are least to be trusted there.
func (s *sighting) nearer(v int) bool {
	if s.head-v > 2*reach {
		return true
	}
	for i := v + 1; i < s.head; i++ {
		if s.tree.Rel(i) == "case" && s.doc.Tokens[i].XPOS != "POS" && s.tree.Head(i) != s.head && !locative[s.tree.Lower(i)] {
			return true
		}
	}
	return false
}

// locative are prepositions of a place or an agent, behind which a date goes with
// the verb.
var locative = map[string]bool{"in": true, "at": true, "on": true, "near": true, "by": true, "outside": true, "inside": true}

// imagined reports whether the clause or one above it is a condition, a modal other
// than "will", or what somebody predicted.
func (s *sighting) imagined(v int) bool {
	t := s.tree
	for steps := 0; steps < 12 && v != syntax.None; steps++ {
		switch t.Subordinator(v) {
		case "if", "unless", "whether", "lest", "until", "before":
			return true
		}
		if m := t.Modal(v); m != syntax.None && t.Tense(v) != syntax.Future {
			return true
		}
		if steps > 0 && t.Verbal(v) && s.rules.about[t.Lemma(v)] {
			return true
		}
		v = t.Head(v)
	}
	return false
}

// quotedRanges are, by block, where quoted speech stands.
type quotedRanges map[int][]doc.Span

// newQuoted pairs quotation marks by block, since a quotation that goes on opens
// each paragraph anew. What never closes ends with its block.
func newQuoted(d *doc.Document) quotedRanges {
	q := quotedRanges{}
	seen := -1
	for _, s := range d.Sentences {
		if s.Block == seen || s.Block < 0 || s.Block >= len(d.Blocks) {
			continue
		}
		seen = s.Block
		b := d.Blocks[s.Block]
		open := -1
		for i, r := range d.Text[b.Start:b.End] {
			at := b.Start + i
			switch {
			case open < 0 && (r == '"' || r == '“' || r == '«' || r == '„'):
				open = at
			case open >= 0 && (r == '"' || r == '”' || r == '»'):
				q[s.Block] = append(q[s.Block], doc.Span{Start: open, End: at})
				open = -1
			}
		}
		if open >= 0 {
			q[s.Block] = append(q[s.Block], doc.Span{Start: open, End: b.End})
		}
	}
	return q
}

func (q quotedRanges) at(block, offset int) bool {
	ranges := q[block]
	i, _ := slices.BinarySearchFunc(ranges, offset, func(r doc.Span, at int) int { return r.End - at })
	return i < len(ranges) && ranges[i].Start <= offset
}
