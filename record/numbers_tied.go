package record

import (
	"slices"
	"sort"
	"strings"

	"github.com/readout-project/readout/doc"
)

// figures gathers the numbers told of each event of the record: those that an
// account ties to it, and those that a report of its story tells of the same day
// or place without telling the act ("the death toll has risen to 86").
func (b *builder) figures() [][]figure {
	all := make([][]figure, len(b.rec.Events))
	event := make(map[[2]int]int) // report and event -> event of the record
	account := make(map[[2]int]bool)
	stories := make([][]int, len(b.rec.Stories)) // events that took place
	for n, e := range b.rec.Events {
		for _, a := range e.Accounts {
			event[[2]int{a.Report, a.Event}] = n
			account[[2]int{n, a.Report}] = true
		}
		if e.Story >= 0 && real(b.leading(e).Status) {
			stories[e.Story] = append(stories[e.Story], n)
		}
	}
	var loose []figure
	for r, d := range b.docs {
		for k := range d.Quantities {
			f := figure{r, &d.Quantities[k]}
			e := f.q.Event
			if e < 0 {
				loose = append(loose, f)
			} else if n, ok := event[[2]int{r, e}]; ok && real(d.Events[e].Status) && !d.Events[e].Negated {
				all[n] = append(all[n], f)
			}
		}
	}
	type counting struct {
		event int
		of    string
	}
	counted := make(map[counting]bool) // by an account
	for n := range all {
		for _, f := range all[n] {
			counted[counting{n, f.q.Of}] = true
		}
	}
	near := make(map[int]surroundings)
	for _, f := range loose {
		if b.storyOf[f.report] < 0 {
			continue
		}
		if _, ok := near[f.report]; !ok {
			near[f.report] = surroundingsOf(b.docs[f.report])
		}
		best, most, alone := -1, 0, false
		for _, n := range stories[b.storyOf[f.report]] {
			s := b.ties(f, near[f.report], n)
			if s < 0 {
				continue
			}
			if account[[2]int{n, f.report}] {
				s++
			}
			if counted[counting{n, f.q.Of}] {
				s++
			}
			switch {
			case s > most:
				best, most, alone = n, s, true
			case s == most:
				alone = false
			}
		}
		if most >= enoughTies && alone {
			all[best] = append(all[best], f)
		}
	}
	return all
}

// enoughTies is what must tie a number to an event that its sentence does not
// tell: the day, the place, or both an account in the same report and a number of
// the same kind in an account.
const enoughTies = 2

// ties weighs what ties a figure's sentence to an event: the day and the place
// that both name. It is -1 where they speak against it.
func (b *builder) ties(f figure, near surroundings, n int) int {
	e := &b.rec.Events[n]
	if !slices.Contains(doings(f.q.Of), e.Code.Type) {
		return -1
	}
	d := b.docs[f.report]
	i := sentenceAt(d, f.q.Start)
	if i < 0 {
		return -1
	}
	day, place := dayTie(d, near.times[i], e.Date), placeTie(d, near.places[i], e.Place)
	if day < 0 || place < 0 {
		return -1
	}
	return day + place
}

// dayTie is 2 when the sentence names a day of the event, 0 when it names none,
// -1 when it speaks of an earlier or a longer time ("since 2011").
func dayTie(d *doc.Document, times []int, when doc.Interval) int {
	anchor := when
	if anchor.From.IsZero() {
		anchor = d.Report.Published.Interval
	}
	tie := 0
	for _, k := range times {
		t := &d.Times[k]
		if t.From.IsZero() || anchor.From.IsZero() {
			continue
		}
		if t.From.DaysUntil(anchor.From) > newsDays {
			return -1
		}
		if !when.IsZero() && !t.To.IsZero() && t.From.DaysUntil(t.To) < farDays && t.Interval.Overlaps(when) {
			tie = 2
		}
	}
	return tie
}

// placeTie is 2 when the sentence names the event's place, 0 when it names none
// or only a country, -1 when it names other places only.
func placeTie(d *doc.Document, places []int, where *doc.Place) int {
	if where == nil || where.Kind == doc.PlaceCountry {
		return 0
	}
	tie := 0
	for _, k := range places {
		p := &d.Places[k]
		switch {
		case p.Kind == doc.PlaceCapital || p.Kind == doc.PlaceCountry || p.Country == "":
		case samePlace(p, where):
			return 2
		default:
			tie = -1
		}
	}
	return tie
}

// doings are the types of event that bring about what is counted.
func doings(of string) []string {
	for fate := of; ; {
		_, rest, more := strings.Cut(fate, " ")
		switch fate {
		case "killed", "wounded", "killed or wounded", "missing", "abducted":
			return []string{"ASSAULT"}
		case "displaced", "evacuated":
			return []string{"ASSAULT", "COERCE"}
		case "arrested":
			return []string{"COERCE"}
		case "protesting":
			return []string{"PROTEST"}
		case "deployed":
			return []string{"MOBILIZE"}
		}
		if !more {
			return nil
		}
		fate = rest // the group may have several words: "aid workers killed"
	}
}

// surroundings lists by sentence the times and places that stand in it.
type surroundings struct{ times, places [][]int }

func surroundingsOf(d *doc.Document) surroundings {
	s := surroundings{make([][]int, len(d.Sentences)), make([][]int, len(d.Sentences))}
	for k := range d.Times {
		if i := sentenceAt(d, d.Times[k].Start); i >= 0 {
			s.times[i] = append(s.times[i], k)
		}
	}
	for k := range d.Places {
		if i := sentenceAt(d, d.Places[k].Start); i >= 0 {
			s.places[i] = append(s.places[i], k)
		}
	}
	return s
}

// sentenceAt is the sentence that holds the byte, -1 when none does.
func sentenceAt(d *doc.Document, at int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > at })
	if i == len(d.Sentences) || d.Sentences[i].Start > at {
		return -1
	}
	return i
}
