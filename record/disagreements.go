package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// disagreements finds where the accounts of one event differ.
func (b *builder) disagreements() {
	for n := range b.rec.Events {
		b.dates(n)
	}
	b.numbers()
	b.denials()
	// By event; what may be another event stands behind what is known of this one.
	slices.SortStableFunc(b.rec.Disagreements, func(x, y Disagreement) int {
		return cmp.Or(cmp.Compare(x.About, y.About), cmp.Compare(x.behind(), y.behind()))
	})
}

// behind orders the kinds of disagreement on one event.
func (d Disagreement) behind() int {
	if d.Kind == MaybeOtherEvent {
		return 1
	}
	return 0
}

// dates compares when the accounts say it was.
func (b *builder) dates(n int) {
	e := &b.rec.Events[n]
	var told []Reading
	var moments []moment
	differ := false
	for _, a := range e.Accounts {
		m := momentOf(b.docs[a.Report], &b.docs[a.Report].Events[a.Event])
		if !m.known() || m.span.Empty() {
			continue
		}
		for _, o := range moments {
			switch m.compare(o) {
			case otherDay, farApart:
				differ = true
			}
		}
		told = append(told, Reading{Report: a.Report, Value: m.String(), Span: m.span})
		moments = append(moments, m)
	}
	if differ {
		b.rec.Disagreements = append(b.rec.Disagreements, Disagreement{About: n, Other: -1, Field: "date", Kind: Conflict, Accounts: told,
			Why: "the accounts name days that exclude each other"})
	}
}

// maybeOther notes two events that share words and whose dates suggest two, with
// every date that either is given.
func (b *builder) maybeOther(p, q int, e edge) {
	d := Disagreement{About: min(p, q), Other: max(p, q), Field: "date", Kind: MaybeOtherEvent, Why: strings.Join(e.why, "; ")}
	for _, n := range []int{min(p, q), max(p, q)} {
		for _, a := range b.rec.Events[n].Accounts {
			if m := momentOf(b.docs[a.Report], &b.docs[a.Report].Events[a.Event]); m.known() && !m.span.Empty() {
				d.Accounts = append(d.Accounts, Reading{Report: a.Report, Value: m.String(), Span: m.span})
			}
		}
	}
	b.rec.Disagreements = append(b.rec.Disagreements, d)
}

// denials ties what somebody denies to the event denied.
func (b *builder) denials() {
	at := make(map[[2]int]int) // report and event -> event of the record
	for n, e := range b.rec.Events {
		for _, a := range e.Accounts {
			at[[2]int{a.Report, a.Event}] = n
		}
	}
	for i, d := range b.docs {
		for k := range d.Events {
			e := &d.Events[k]
			if e.Type != "REJECT" || e.CAMEO != "016" {
				continue
			}
			if prior := b.denied(i, k); prior >= 0 {
				p := &d.Events[prior]
				b.rec.Disagreements = append(b.rec.Disagreements, Disagreement{
					About: at[[2]int{i, prior}], Other: -1, Field: "status", Kind: Denial,
					Accounts: []Reading{
						{Report: i, Value: string(p.Status), Span: sentenceSpan(d, p)},
						{Report: i, Value: string(doc.Denied), Span: sentenceSpan(d, e)},
					},
					Why: "one of its parties denies it right after",
				})
			}
		}
	}
	b.deniedElsewhere(at)
}

// denialReach is how many sentences behind a report its denial may follow.
const denialReach = 2

// denied is the event that a denial speaks of: the last one told before it, as
// somebody's report or claim, whose actor the denier speaks for.
func (b *builder) denied(report, denial int) int {
	d := b.docs[report]
	e := &d.Events[denial]
	deniers := b.parties(report, e.Actor)
	for k := denial - 1; k >= 0; k-- {
		p := &d.Events[k]
		if e.Sentence-p.Sentence > denialReach || p.Sentence == e.Sentence && p.Trigger.Start > e.Trigger.Start {
			continue
		}
		if p.Status == doc.Asserted || p.Type == "REJECT" {
			continue
		}
		for _, x := range deniers {
			for _, y := range b.parties(report, p.Actor) {
				if x.entity == y.entity || stateCode(x.country) && x.country == y.country {
					return k
				}
			}
		}
	}
	return -1
}

// deniedElsewhere ties an event told as denied to the same act told as fact by
// another report of the story.
func (b *builder) deniedElsewhere(at map[[2]int]int) {
	for i := range b.mentions {
		x := &b.mentions[i]
		ex := &b.docs[x.report].Events[x.event]
		if ex.Status != doc.Denied {
			continue
		}
		for k := range b.mentions {
			y := &b.mentions[k]
			ey := &b.docs[y.report].Events[y.event]
			if !real(ey.Status) || ey.Type != ex.Type || b.storyOf[x.report] != b.storyOf[y.report] || b.storyOf[x.report] < 0 {
				continue
			}
			if parties, _ := matchParties(ex.Type, x, y); parties < standsFor || x.about.Like(y.about) < alike {
				continue
			}
			switch x.when.compare(y.when) {
			case farApart, otherDay, incomparable:
				continue
			}
			b.rec.Disagreements = append(b.rec.Disagreements, Disagreement{
				About: at[[2]int{y.report, y.event}], Other: -1, Field: "status", Kind: Denial,
				Accounts: []Reading{{y.report, string(ey.Status), y.sentence}, {x.report, string(doc.Denied), x.sentence}},
				Why:      "told as fact here and as denied there",
			})
		}
	}
}
