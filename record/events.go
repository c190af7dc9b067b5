package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// edge is a pair of mentions with what speaks for their being one event.
type edge struct {
	x, y int
	judgement
}

// events joins the mentions of all reports to events.
func (b *builder) events() {
	b.gather()
	edges, blocked := b.edges()
	for _, e := range b.copiedTellings() {
		delete(blocked, [2]int{min(e.x, e.y), max(e.x, e.y)})
		edges = append(edges, e)
	}
	// Surest pairs first; ties by content, so that the order of reading joins nothing.
	slices.SortStableFunc(edges, func(p, q edge) int {
		return cmp.Or(cmp.Compare(q.score, p.score), b.compareMentions(p.x, q.x), b.compareMentions(p.y, q.y))
	})
	sets := newDisjoint(len(b.mentions))
	members := make([][]int, len(b.mentions))
	for i := range members {
		members[i] = []int{i}
	}
	why := make(map[int][]string)
	for _, e := range edges {
		if e.verdict != same {
			continue
		}
		x, y := sets.find(e.x), sets.find(e.y)
		if x == y {
			continue
		}
		if clash(members[x], members[y], blocked) {
			continue
		}
		sets.join(x, y)
		root := min(x, y)
		members[root] = append(members[root], members[max(x, y)]...)
		why[root] = append(append(why[root], why[max(x, y)]...), e.why...)
	}
	at := make([]int, len(b.mentions)) // mention -> event of the record
	all := sets.sets()
	// Story by story, what the reports make most of first.
	weights := b.weights(all)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(p, q int) int {
		sp, sq := b.storyOf[b.mentions[all[p][0]].report], b.storyOf[b.mentions[all[q][0]].report]
		return cmp.Or(cmp.Compare(sp, sq), cmp.Compare(weights[q], weights[p]))
	})
	for _, i := range order {
		set := all[i]
		n := len(b.rec.Events)
		for _, m := range set {
			at[m] = n
		}
		b.addEvent(set, unique(why[sets.find(set[0])]))
	}
	b.nearMisses(edges, at)
}

// compareMentions orders mentions by the content of their reports.
func (b *builder) compareMentions(x, y int) int {
	mx, my := &b.mentions[x], &b.mentions[y]
	return cmp.Or(b.compareReports(mx.report, my.report), cmp.Compare(mx.event, my.event))
}

// edges judges the pairs of mentions that can be one event. Only pairs of one
// type that have a country or an entity in common are looked at.
func (b *builder) edges() (edges []edge, blocked map[[2]int]bool) {
	index := make(map[string][]int)
	blocked = make(map[[2]int]bool)
	for i := range b.mentions {
		seen := make(map[int]bool)
		keys := b.keysOf(&b.mentions[i])
		for _, k := range keys {
			for _, o := range index[k] {
				if seen[o] {
					continue
				}
				seen[o] = true
				if b.mentions[o].report == b.mentions[i].report {
					if !b.oneInReport(&b.mentions[o], &b.mentions[i]) {
						blocked[[2]int{o, i}] = true
					}
					continue
				}
				x, y := o, i
				if b.compareMentions(x, y) > 0 {
					x, y = y, x
				}
				j := b.judge(&b.mentions[x], &b.mentions[y])
				switch j.verdict {
				case unrelated:
					continue
				case apart, maybe:
					blocked[[2]int{o, i}] = b.excludes(&b.mentions[o], &b.mentions[i])
				}
				edges = append(edges, edge{x, y, j})
			}
		}
		for _, k := range keys {
			index[k] = append(index[k], i)
		}
	}
	return edges, blocked
}

// excludes reports whether dates or places make two mentions two events, whatever
// joins them to a third.
func (b *builder) excludes(x, y *mention) bool {
	switch x.when.compare(y.when) {
	case farApart, incomparable:
		return true
	}
	px, py := placeOf(b.docs[x.report], &b.docs[x.report].Events[x.event]), placeOf(b.docs[y.report], &b.docs[y.report].Events[y.event])
	return px != nil && py != nil && !samePlace(px, py)
}

// oneInReport reports whether two mentions of one report, which the report does
// not itself tell as one, may be one event if other reports say so.
func (b *builder) oneInReport(x, y *mention) bool {
	parties, _ := matchParties(b.docs[x.report].Events[x.event].Type, x, y)
	rel := x.when.compare(y.when)
	return parties >= standsFor && (rel == untold || rel == sameMoment)
}

// keysOf lists under what a mention is looked up: its type with each state or
// entity that takes part.
func (b *builder) keysOf(m *mention) []string {
	kind := b.docs[m.report].Events[m.event].Type
	var keys []string
	parties := m.actors
	if mutual(kind) || genericMention(m) {
		parties = append(append([]party(nil), parties...), m.recipients...)
	}
	for _, p := range parties {
		k := kind + "\x00" + p.country
		if !stateCode(p.country) {
			k = kind + "\x00" + string(p.kind) + "\x00" + b.rec.Entities[p.entity].Name
		}
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

func clash(a, c []int, blocked map[[2]int]bool) bool {
	for _, x := range a {
		for _, y := range c {
			if blocked[[2]int{min(x, y), max(x, y)}] {
				return true
			}
		}
	}
	return false
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// addEvent writes the event that a set of mentions is.
func (b *builder) addEvent(set []int, why []string) {
	n := len(b.rec.Events)
	lead := b.lead(set)
	m := &b.mentions[lead]
	d := b.docs[m.report]
	e := Event{Story: b.storyOf[m.report], Code: codeOf(d.Events, m.event, m.tellings), Place: placeOf(d, &d.Events[m.event]), Why: why}
	for _, p := range m.actors {
		e.Actor = appendNew(e.Actor, p.entity)
	}
	for _, p := range m.recipients {
		e.Recipient = appendNew(e.Recipient, p.entity)
	}
	reports := make(map[int]bool)
	// The leading account first, the others in the order of reading.
	for _, k := range append([]int{lead}, without(set, lead)...) {
		x := &b.mentions[k]
		reports[x.report] = true
		for _, t := range x.tellings {
			ev := &b.docs[x.report].Events[t]
			e.Accounts = append(e.Accounts, Account{Report: x.report, Event: t, Span: sentenceSpan(b.docs[x.report], ev)})
			if e.Place == nil {
				e.Place = placeOf(b.docs[x.report], ev)
			}
		}
	}
	e.Date, e.Days = b.datesOf(set), b.daysOf(set)
	e.Reports = len(reports)
	b.rec.Events = append(b.rec.Events, e)
	b.rec.Events[n].Origins = b.origins(set)
	if e.Story >= 0 {
		b.rec.Stories[e.Story].Events = append(b.rec.Stories[e.Story].Events, n)
	}
}

// furtherReport is what another report of an event adds to its weight: what one
// report leads with comes before the background that several repeat.
const furtherReport = .1

// weights says how much the reports make of each event: its greatest salience,
// and how many tell it.
func (b *builder) weights(sets [][]int) []float64 {
	out := make([]float64, len(sets))
	for i, set := range sets {
		reports := make(map[int]bool)
		for _, k := range set {
			m := &b.mentions[k]
			reports[m.report] = true
			for _, t := range m.tellings {
				out[i] = max(out[i], b.docs[m.report].Events[t].Salience)
			}
		}
		out[i] += furtherReport * float64(len(reports)-1)
	}
	return out
}

// lead is the mention that tells the most: most persons and bodies by name, a
// date, the greatest salience.
func (b *builder) lead(set []int) int {
	rank := func(k int) (named, dated int, salience float64) {
		m := &b.mentions[k]
		for _, p := range append(append([]party(nil), m.actors...), m.recipients...) {
			if p.kind == doc.KindPerson || p.kind == doc.KindGroup {
				named++
			}
			named++
		}
		if m.when.known() {
			dated = 1
		}
		return named, dated, b.docs[m.report].Events[m.event].Salience
	}
	best := set[0]
	for _, k := range set[1:] {
		an, ad, as := rank(k)
		bn, bd, bs := rank(best)
		if c := cmp.Or(cmp.Compare(an, bn), cmp.Compare(ad, bd), cmp.Compare(as, bs), b.compareMentions(best, k)); c > 0 {
			best = k
		}
	}
	return best
}

// nearMisses notes for each event what could have been the same and was kept
// apart, with why: of several reasons the one that names dates or words.
func (b *builder) nearMisses(edges []edge, at []int) {
	type pair [2]int
	best := make(map[pair]edge)
	var order []pair
	for _, e := range edges {
		k := pair{min(at[e.x], at[e.y]), max(at[e.x], at[e.y])}
		if k[0] == k[1] || e.verdict == unrelated {
			continue
		}
		old, ok := best[k]
		if !ok {
			order = append(order, k)
		}
		if !ok || e.verdict == maybe && old.verdict != maybe || e.verdict == apart && old.verdict == same {
			best[k] = e
		}
	}
	slices.SortFunc(order, func(x, y pair) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	for _, k := range order {
		e := best[k]
		why := strings.Join(e.why, "; ")
		b.rec.Events[k[0]].Near = append(b.rec.Events[k[0]].Near, NearMiss{k[1], why})
		b.rec.Events[k[1]].Near = append(b.rec.Events[k[1]].Near, NearMiss{k[0], why})
		if e.verdict == maybe {
			b.maybeOther(k[0], k[1], e)
		}
	}
	for n := range b.rec.Events {
		slices.SortFunc(b.rec.Events[n].Near, func(x, y NearMiss) int { return cmp.Compare(x.Event, y.Event) })
	}
}

func appendNew(list []int, n int) []int {
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}

func without(list []int, n int) []int {
	var out []int
	for _, x := range list {
		if x != n {
			out = append(out, x)
		}
	}
	return out
}
