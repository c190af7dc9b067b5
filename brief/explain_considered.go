package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
	places "github.com/readout-project/readout/place"
	"github.com/readout-project/readout/when"
)

// Traces are asked what else was considered. They work through the report again, so
// no other command pays for them; one that is nil has nothing to tell.
type Traces struct {
	Frames   func(d *doc.Document, sentence int) []event.Attempt
	Times    func(d *doc.Document) []when.Weighed
	Places   func(d *doc.Document) []places.Weighed
	Pronouns func(d *doc.Document) []actor.Referred
}

// considered is what else the expressions of a report may mean.
type considered struct {
	times    []when.Weighed
	places   map[doc.Span][]places.Candidate
	pronouns []actor.Referred
}

func consider(d *doc.Document, traces Traces) considered {
	c := considered{places: map[doc.Span][]places.Candidate{}}
	if traces.Times != nil {
		c.times = traces.Times(d)
	}
	if traces.Places != nil {
		for _, w := range traces.Places(d) {
			c.places[w.Span] = w.Candidates
		}
	}
	if traces.Pronouns != nil {
		c.pronouns = traces.Pronouns(d)
	}
	return c
}

// loser is what was considered and why it was not chosen.
type loser struct{ name, why string }

// others writes what was considered beside the choice; those that lost for one
// reason stand together.
func (e explained) others(all []loser) string {
	var reasons []string
	of := map[string][]string{}
	for _, l := range all {
		if of[l.why] == nil {
			reasons = append(reasons, l.why)
		}
		of[l.why] = append(of[l.why], l.name)
	}
	if len(reasons) == 0 {
		return ""
	}
	for i, why := range reasons {
		reasons[i] = strings.Join(of[why], " or ") + " (" + why + ")"
	}
	return "; " + e.paint(dim, "considered: "+strings.Join(reasons, "; "))
}

// otherAntecedents are those whom a pronoun does not mean.
func (e explained) otherAntecedents(pronoun doc.Span, chosen string) string {
	i := slices.IndexFunc(e.also.pronouns, func(r actor.Referred) bool { return r.Span == pronoun })
	if i < 0 {
		return ""
	}
	var all []loser
	for _, c := range e.also.pronouns[i].Candidates {
		if c.Lost != "" && c.Name != chosen {
			all = append(all, loser{words(c.Name), c.Lost})
		}
	}
	return e.others(all)
}

// unresolvedPronouns are the pronouns of the sentence that nobody was chosen for.
func (e explained) unresolvedPronouns() []string {
	var lines []string
	for _, r := range e.also.pronouns {
		if !e.span.Contains(r.Span) || slices.ContainsFunc(e.d.Entities, func(x doc.Entity) bool {
			return slices.ContainsFunc(x.Mentions, func(m doc.Mention) bool { return m.Span == r.Span })
		}) {
			continue
		}
		lines = append(lines, e.quote(r.Span)+" pronoun is nobody known"+e.otherAntecedents(r.Span, ""))
	}
	return lines
}

func (e explained) otherTimes(t doc.Time) string {
	var all []loser
	for _, w := range e.also.times {
		if !w.Overlaps(t.Span) {
			continue
		}
		for _, o := range w.Others {
			if o.Value != t.Value {
				all = append(all, loser{words(o.Value), o.Lost})
			}
		}
	}
	return e.others(all)
}

func (e explained) otherPlaces(p doc.Place) string {
	var all []loser
	for _, c := range e.also.places[p.Span] {
		if c.Lost == "" || c.GeoNames == p.GeoNames && p.GeoNames > 0 {
			continue
		}
		kind := "town"
		if c.Division {
			kind = "division"
		}
		name := words(c.Name)
		if c.Adm1 != "" && c.Adm1 != c.Name {
			name += ", " + words(c.Adm1)
		}
		all = append(all, loser{fmt.Sprintf("%s, %s, %s of %d", name, c.Country, kind, c.Population), c.Lost})
	}
	return e.others(all)
}

// whySpeaker is the rule by which the source of an attribution is that speaker, and
// who else it may be.
func (e explained) whySpeaker(q doc.Quote) (how, others string) {
	for _, m := range e.d.Entities[q.Speaker].Mentions {
		if !m.Span.Overlaps(q.Source) {
			continue
		}
		return " as " + e.quote(m.Span) + e.rule(m.Rule), e.otherAntecedents(m.Span, e.d.Entities[q.Speaker].Name)
	}
	return "", ""
}

// ties tells which time and place of the sentence is the act's, and why the others are not.
func (e explained) ties(a event.Attempt) string {
	out := ""
	add := func(what string, ties []event.Tie, span func(int) doc.Span) {
		var lost []string
		for _, t := range ties {
			if t.Lost == "" {
				out += "; " + what + " " + e.quote(span(t.Index))
			} else {
				lost = append(lost, e.quote(span(t.Index))+" ("+t.Lost+")")
			}
		}
		if len(lost) > 0 {
			out += "; " + e.paint(dim, "not its "+what+": "+strings.Join(lost, "; "))
		}
	}
	add("time", a.Times, func(i int) doc.Span { return e.d.Times[i].Span })
	add("place", a.Places, func(i int) doc.Span { return e.d.Places[i].Span })
	return out
}
