package record

import (
	"fmt"

	"github.com/readout-project/readout/doc"
)

// verdict says whether two mentions are one event.
type verdict uint8

const (
	unrelated verdict = iota // nothing speaks for it
	apart                    // it could be, and something speaks against it
	maybe                    // they share words, and their dates suggest two events
	same
)

// judgement is a verdict with its reasons.
type judgement struct {
	verdict verdict
	score   float64
	why     []string
}

// Likeness of the wording of two accounts, without the names of the parties. Two
// sentences on one act of one pair of parties share a third of their weighted
// words or more; sentences on two acts rarely a sixth.
const (
	// alike is enough where the dates agree as far as they are told.
	alike = .15
	// veryAlike is asked for where a date is missing.
	veryAlike = .3
)

// judge compares two mentions of different reports.
func (b *builder) judge(x, y *mention) judgement {
	story := b.storyOf[x.report] >= 0 && b.storyOf[x.report] == b.storyOf[y.report]
	if !story && !b.sharing.any(x.report, y.report) {
		return judgement{}
	}
	ex, ey := &b.docs[x.report].Events[x.event], &b.docs[y.report].Events[y.event]
	if ex.Type != ey.Type || ex.Mode != ey.Mode && ex.Mode != "" && ey.Mode != "" ||
		ex.Negated != ey.Negated || family(ex.Status) != family(ey.Status) {
		return judgement{}
	}
	parties, why := matchParties(ex.Type, x, y)
	if parties == unlike {
		return judgement{}
	}
	j := judgement{score: float64(parties) / 2, why: []string{why}}
	if px, py := placeOf(b.docs[x.report], ex), placeOf(b.docs[y.report], ey); px != nil && py != nil {
		if !samePlace(px, py) {
			return judgement{verdict: apart, why: []string{fmt.Sprintf("%s against %s", px.Name, py.Name)}}
		}
		j.score++
		j.why = append(j.why, "same place")
	} else if genericMention(x) || genericMention(y) {
		// "Police arrest man" happens everywhere, every day.
		return judgement{verdict: unrelated}
	}
	shared, weight := b.sharedWords(x, y)
	if shared != "" {
		j.score += weight
		j.why = append(j.why, shared)
	}
	likeness := x.about.Like(y.about)
	if likeness >= alike {
		j.score += 2 * likeness
		j.why = append(j.why, "told in like words")
	}
	return b.judgeDates(j, ex, x, y, story, shared != "", likeness)
}

// judgeDates weighs the dates of two mentions against the other evidence.
func (b *builder) judgeDates(j judgement, ex *doc.Event, x, y *mention, story, shared bool, likeness float64) judgement {
	against := fmt.Sprintf("%s against %s", x.when, y.when)
	switch x.when.compare(y.when) {
	case sameMoment:
		resolved := !x.when.days.IsZero() && !y.when.days.IsZero()
		switch {
		case shared, likeness >= alike, story && resolved && x.when.days.Single() && y.when.days.Single():
			j.verdict = same
			j.score += 2
			j.why = append(j.why, "same day")
		default:
			j.verdict = apart
			j.why = []string{"same parties and day, and no words in common"}
		}
	case otherDay:
		if !shared {
			return judgement{verdict: apart, why: []string{against}}
		}
		j.verdict = same
	case incomparable, farApart:
		if !shared {
			return judgement{verdict: apart, why: []string{against}}
		}
		return judgement{verdict: maybe, why: append(j.why, against)}
	case untold:
		switch {
		case !shared && ex.Status != doc.Planned && (publishedBefore(x, y.when) || publishedBefore(y, x.when)):
			j.verdict = apart
			j.why = []string{"one report came out before the day that the other gives"}
		case newsApart(x, y) && !shared:
			return judgement{verdict: apart, why: []string{"undated, and published too far apart"}}
		case shared, likeness >= veryAlike && story:
			j.verdict = same
			j.score -= 2 // what is dated is joined first
		case mutual(b.docs[x.report].Events[x.event].Type) || len(x.recipients) > 0 && len(y.recipients) > 0:
			j.verdict = apart
			j.why = []string{"same act and parties, but no date and no words in common"}
		default:
			return judgement{}
		}
	}
	return j
}

// sharedWords names the words that two accounts have in common: both reports
// print a statement of one of the parties, or their sentences share a passage.
// The weight is greater for words that both quote, and for more of them.
func (b *builder) sharedWords(x, y *mention) (why string, weight float64) {
	for _, n := range b.spoken.byReport[x.report] {
		s := &b.rec.Statements[n]
		if !b.carries(s, x) || !b.carries(s, y) {
			continue
		}
		quoted := 2.0
		for _, v := range s.Variants {
			if (v.Report == x.report || v.Report == y.report) && v.Form == VariantUnmarked {
				quoted = 1
			}
		}
		return fmt.Sprintf("shared statement T%d", n+1), quoted + b.sharing.amount(x.report, y.report)
	}
	shared := b.sharing.within(x.report, x.sentence, y.report, y.sentence)
	if !shared.Empty() && b.wordsBesideNames(x, shared) >= tellingWords {
		return "the same words", 1 + b.sharing.amount(x.report, y.report)
	}
	return "", 0
}

// tellingWords is how many words besides the names and offices of the parties two
// sentences must share: "Foreign Minister A called Foreign Minister B on" is how
// every call of theirs is told.
const tellingWords = 6

// wordsBesideNames counts the words of a span that are not how the report calls
// the mention's parties.
func (b *builder) wordsBesideNames(m *mention, s doc.Span) int {
	names := make(map[string]bool)
	for _, name := range b.namesOf(*m) {
		for _, w := range fold(name) {
			names[w] = true
		}
	}
	n := 0
	for _, w := range fold(b.docs[m.report].Slice(s)) {
		if !names[w] {
			n++
		}
	}
	return n
}

// carries reports whether a mention's report prints the statement as words on the
// mentioned event: one of its parties speaks, or it stands by the account.
func (b *builder) carries(s *Statement, m *mention) bool {
	for _, v := range s.Variants {
		if v.Report != m.report {
			continue
		}
		if v.Span.Overlaps(m.sentence) {
			return true
		}
		if s.Speaker < 0 {
			continue
		}
		speaker := b.rec.Entities[s.Speaker]
		for _, p := range append(append([]party(nil), m.actors...), m.recipients...) {
			if p.entity == s.Speaker || stateCode(speaker.Country) && speaker.Country == p.country {
				return true
			}
		}
	}
	return false
}

// mutual names the types whose parties act together, in whatever order a report
// names them.
func mutual(kind string) bool { return kind == "CONSULT" || kind == "COOPERATE" || kind == "AGREE" }

// matchParties says how well the parties of two mentions match, and how.
func matchParties(kind string, x, y *mention) (int, string) {
	if mutual(kind) {
		all := func(m *mention) []party { return append(append([]party(nil), m.actors...), m.recipients...) }
		least, n := matchSets(all(x), all(y))
		if n == 0 || n < min(len(all(x)), len(all(y)), 2) {
			return unlike, ""
		}
		return least, "same parties"
	}
	if len(x.actors) == 0 || len(y.actors) == 0 {
		// "Blasts killed people": who suffered is all there is. Without an actor
		// place and day must agree too, as for nameless ones.
		recipients, n := matchSets(x.recipients, y.recipients)
		if n == 0 {
			return unlike, ""
		}
		return min(recipients, sameKind), "same recipient"
	}
	actors, n := matchSets(x.actors, y.actors)
	if n == 0 {
		return unlike, ""
	}
	if len(x.recipients) == 0 && len(y.recipients) == 0 {
		return actors, "same actor"
	}
	if len(x.recipients) == 0 || len(y.recipients) == 0 {
		return min(actors, sameKind), "same actor"
	}
	recipients, n := matchSets(x.recipients, y.recipients)
	if n == 0 {
		return unlike, ""
	}
	return min(actors, recipients), "same actor and recipient"
}

// matchSets pairs the parties of two sets one to one, surest first, and returns
// the weakest likeness used and the number of pairs.
func matchSets(a, b []party) (least, n int) {
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	least = sameEntity
	for level := sameEntity; level > unlike; level-- {
		for i := range a {
			for k := range b {
				if !usedA[i] && !usedB[k] && a[i].like(b[k]) == level {
					usedA[i], usedB[k] = true, true
					least = level
					n++
				}
			}
		}
	}
	if n == 0 {
		return unlike, 0
	}
	return least, n
}

func genericMention(m *mention) bool {
	for _, p := range m.actors {
		if !p.generic() {
			return false
		}
	}
	return true
}

// family groups statuses that can be of one event: what is said to have happened,
// what is planned or imagined, and what is denied.
func family(s doc.EventStatus) int {
	switch {
	case real(s):
		return 0
	case s == doc.Denied:
		return 1
	}
	return 2
}

func placeOf(d *doc.Document, e *doc.Event) *doc.Place {
	if e.Place < 0 || e.Place >= len(d.Places) {
		return nil
	}
	return &d.Places[e.Place]
}

// samePlace reports whether two places can be one: the same name, or one lies in
// the other.
func samePlace(p, q *doc.Place) bool {
	switch {
	case p.Country != q.Country && p.Country != "" && q.Country != "":
		return false
	case p.Kind == doc.PlaceCountry || q.Kind == doc.PlaceCountry:
		return p.Country == q.Country
	case p.Kind == doc.PlaceAdm1 || q.Kind == doc.PlaceAdm1:
		return p.Adm1 == q.Adm1 || p.Name == q.Name
	}
	return p.Name == q.Name
}
