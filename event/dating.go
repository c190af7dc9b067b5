package event

import (
	"slices"
	"time"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// newestDay is the latest day that the report was published on or speaks of: an
// event a year older is history.
func newestDay(d *doc.Document) doc.Day {
	// Of a range the first day counts: what is a year older than that is history
	// whichever day it was.
	if p := d.Report.Published; !p.From.IsZero() && !p.To.IsZero() {
		return p.From
	}
	newest := doc.Day{Year: 1980, Month: time.January, Num: 1} // no report that is read here is older
	for _, t := range d.Times {
		if t.Type == doc.TimeDate && !t.To.IsZero() && newest.Before(t.To) {
			newest = t.To
		}
	}
	return newest
}

// date ties a time expression of the act's clause to it. Only an expression that
// hangs on the act itself counts, never one of another clause.
func (s *sentence) date(a *act) (at int, when doc.Interval, why string) {
	at = -1
	near := 1 << 30
	sent := s.d.Sentences[s.num]
	for i, tm := range s.d.Times {
		if !sent.Contains(tm.Span) || tm.Type == doc.TimeDuration || tm.Type == doc.TimeSet {
			continue
		}
		first, last := s.d.TokensIn(tm.Span)
		head := s.d.HeadOf(first, last)
		if head < 0 || !s.governs(a, head) || s.belongsBelow(a, head) {
			continue
		}
		dist := a.anchor - head
		if dist < 0 {
			dist = -dist
		}
		if tm.Interval.IsZero() {
			dist += 1000 // a resolved date says more
		}
		if dist < near {
			near, at = dist, i
		}
	}
	if at < 0 {
		return -1, doc.Interval{}, ""
	}
	tm := s.d.Times[at]
	when = tm.Interval
	first, last := s.d.TokensIn(tm.Span)
	if s.tree.Preposition(s.d.HeadOf(first, last)) == "since" {
		when = doc.Interval{From: when.From}
	}
	return at, when, "dated by '" + s.d.Slice(tm.Span) + "'"
}

// belongsBelow reports whether a time after what an act of words is about may as
// well be the time of that: "accused Iran of firing rockets on Thursday", "urged
// Kyiv to hold the vote in May". Then it dates neither.
func (s *sentence) belongsBelow(a *act, tok int) bool {
	if a.same || tok < a.anchor || a.code.Quad%2 == 0 {
		return false
	}
	t := s.tree
	if in := a.inner; in != nil && in.coded && in.anchor > a.anchor && in.anchor < tok {
		return in.anchor == in.pred || a.code.Type == "ACCUSE"
	}
	if a.anchor != a.pred {
		return false
	}
	for _, c := range t.Complements(a.pred) {
		if c.Head > a.pred && c.Head < tok {
			return true
		}
	}
	return false
}

// deed is the event noun that is the subject of the act's verb and tells the same
// act, or None: of "Saturday's bombing in Ankara killed 95" time and place are
// those of the killing.
func (s *sentence) deed(a *act) int {
	if a.noun != clause.None || a.anchor != a.pred {
		return clause.None
	}
	n := s.core(s.tree.Subject(a.pred))
	if n == clause.None {
		return n
	}
	for _, e := range s.lib.index.nouns[s.tree.Lemma(n)] {
		if e.frame.Coded && e.frame.Code.Type == a.code.Type {
			return n
		}
	}
	return clause.None
}

// governs reports whether a time or place phrase belongs to the act: on its way
// up the tree it meets the act before any other clause.
func (s *sentence) governs(a *act, tok int) bool {
	t, deed := s.tree, s.deed(a)
	cur := tok
	for range 12 {
		if cur == deed && deed != clause.None {
			return true
		}
		if cur == a.pred || cur == a.noun || cur == a.anchor || cur == a.last {
			return true
		}
		if t.Predicate(cur) && cur != tok {
			return s.shared(a, cur, tok)
		}
		if cur != tok && (t.Preposition(cur) == "since" || t.Preposition(cur) == "after" || t.Preposition(cur) == "before") {
			return false // "since the war of 1971" dates the war
		}
		switch t.FullRel(cur) {
		case "nmod:poss", "compound", "amod":
			if h := t.Head(cur); cur != tok || h != a.noun && h != deed {
				return false
			}
		}
		if cur = t.Head(cur); cur == clause.None {
			return false
		}
	}
	return false
}

// shared reports whether the clause of p lends its time to the act: the act is a
// later verb of the same coordination and the time stands before the first, or p
// is the phase of the act ("began bombing on Friday").
func (s *sentence) shared(a *act, p, tok int) bool {
	t := s.tree
	for cur := a.pred; ; {
		gov := t.Head(cur)
		switch {
		case gov == clause.None:
			return false
		case t.Rel(cur) == "conj" && t.OwnSubject(cur) == clause.None:
			if gov == p {
				return tok < p
			}
		case t.Rel(cur) == "xcomp" && s.lib.status.kinds["real"][t.Lemma(gov)]:
			if gov == p {
				return true
			}
		default:
			return false
		}
		cur = gov
	}
}

// historical reports whether the date lies a year or more before the report.
func (r *reading) historical(when doc.Interval) bool {
	if when.To.IsZero() || r.newest.IsZero() {
		return false
	}
	if !when.From.IsZero() && when.From.DaysUntil(when.To) > 3*366 && !r.newest.Before(when.To) {
		return true // "in the 1990s"
	}
	return when.To.DaysUntil(r.newest) >= 365
}

// longAgo reports whether the act is told as years old in words that need give no
// date: "abducted by the state decades ago".
func (s *sentence) longAgo(a *act) (unit int, ok bool) {
	if a.anchor != a.pred {
		return clause.None, false
	}
	t := s.tree
	for _, c := range t.Children(a.pred) {
		if t.Lower(c) == "ago" && c > t.First && eras[t.Lemma(c-1)] {
			return c - 1, true
		}
	}
	return clause.None, false
}

// eras are the units of time of which one alone makes an act history.
var eras = wordSet("year decade generation century")

// where ties a place to the act: a phrase of its own clause, or the place that
// was attacked or visited. Words over a telephone and words as such have none.
func (s *sentence) where(a *act) int {
	switch a.code.Type {
	case "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return -1
	}
	if a.code.Mode == "phone" {
		return -1
	}
	t := s.tree
	hosts := []int{a.noun, a.pred}
	if a.anchor != a.pred {
		hosts = []int{a.noun}
	} else {
		if o := t.Child(a.pred, "obj"); o != clause.None {
			hosts = append(hosts, o)
		}
		hosts = append(hosts, s.deed(a))
	}
	for _, host := range hosts {
		if host == clause.None {
			continue
		}
		for _, p := range t.Phrases(host) {
			if !locative[p.Prep] && !(overhead[p.Prep] && a.code.Mode == "aerial") && !(along[p.Prep] && a.code.Type == "PROTEST") {
				continue
			}
			if at := s.placeAt(p.At); at >= 0 {
				return at
			}
		}
	}
	if a.noun == clause.None && a.anchor == a.pred && (a.code.Type == "ASSAULT" || a.code.Mode == "visit") {
		if o := t.Direct(a.pred); o != clause.None {
			if at := s.placeAt(o); at >= 0 && !slices.Contains(a.recipients, s.entity(o)) {
				return at
			}
		}
	}
	if a.noun != clause.None && a.code.Type == "ASSAULT" {
		for _, p := range t.Phrases(a.noun) {
			if p.Prep == "on" || p.Prep == "against" {
				if at := s.placeAt(p.At); at >= 0 && !slices.Contains(a.recipients, s.entity(p.At)) {
					return at
				}
			}
		}
	}
	return -1
}

// placeAt is the place a noun names, or the one in its "of": "the city of Homs".
func (s *sentence) placeAt(noun int) int {
	is := func(n int) bool {
		return s.place[n] >= 0 && s.d.Places[s.place[n]].Kind != doc.PlaceCapital
	}
	if is(noun) {
		return s.place[noun]
	}
	for _, p := range s.tree.Phrases(noun) {
		if (p.Prep == "of" || p.Prep == "in") && is(p.At) {
			return s.place[p.At]
		}
	}
	return -1
}

// locative are the prepositions that say where something was done. "On" and "over"
// mostly say what talks or sanctions are about, so "over" counts in the air alone,
// and "through" for those who march.
var (
	locative = wordSet("in at near outside inside across around within off throughout")
	overhead = wordSet("over above")
	along    = wordSet("through")
)
