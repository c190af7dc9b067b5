package actor

import (
	"fmt"
	"slices"

	"github.com/readout-project/readout/doc"
)

// Referred is a pronoun with those whom it may mean, for a person to see why it is
// the one it is.
type Referred struct {
	doc.Span
	Candidates []Candidate // the one chosen first, then the nearest first
}

// Candidate is an antecedent that was considered, by its nearest mention.
type Candidate struct {
	doc.Span
	Name string
	Lost string // why it is not the one; empty for the one chosen
}

// Trace finds the entities of a report again and returns, in order of the text, who was
// considered for the pronouns that are weighed. The document is not changed.
func (st Stage) Trace(d *doc.Document) []Referred {
	t := &trace{}
	copied := *d
	copied.Entities = nil
	st.read(&copied, t)
	slices.SortStableFunc(t.all, func(a, b Referred) int { return a.Start - b.Start })
	return t.all
}

// trace collects who is considered; it is nil but for Trace.
type trace struct{ all []Referred }

// consider notes a candidate for the pronoun; one mention of each will do.
func (t *trace) consider(pronoun doc.Span, c Candidate) {
	i := slices.IndexFunc(t.all, func(r Referred) bool { return r.Span == pronoun })
	if i < 0 {
		t.all, i = append(t.all, Referred{Span: pronoun}), len(t.all)
	}
	r := &t.all[i]
	same := slices.IndexFunc(r.Candidates, func(o Candidate) bool { return o.Name == c.Name })
	switch {
	case same < 0 && c.Lost == "":
		r.Candidates = slices.Insert(r.Candidates, 0, c)
	case same < 0:
		r.Candidates = append(r.Candidates, c)
	case c.Lost == "":
		r.Candidates = slices.Insert(slices.Delete(r.Candidates, same, same+1), 0, c)
	}
}

// passOver notes a mention that is out before it is weighed.
func (r *reading) passOver(pronoun int, m spoken, why string) {
	if r.trace != nil {
		r.trace.consider(r.d.Tokens[pronoun].Span, Candidate{m.Span, r.drafts[m.entity].Name, why})
	}
}

// weighed notes the candidates that were weighed, and who won; -1 where none leads
// clearly.
func (r *reading) weighed(s *sentence, pronoun int, order []int, scores map[int]float64, who int) {
	if r.trace == nil {
		return
	}
	for _, e := range order {
		score := scores[e]
		c := Candidate{Name: r.drafts[e].Name}
		r.before(s, pronoun, window, func(m spoken, _ int) {
			if m.entity == e && (c.Empty() || r.of[m.First] == r.of[pronoun]) {
				c.Span = m.Span
			}
		})
		switch {
		case e == who:
		case score < 0:
			continue // noted when it was passed over
		case who >= 0:
			c.Lost = fmt.Sprintf("less prominent or farther: %.0f against %.0f", score, scores[who])
		default:
			c.Lost = fmt.Sprintf("none leads clearly; its weight is %.0f", score)
		}
		r.trace.consider(r.d.Tokens[pronoun].Span, c)
	}
}
