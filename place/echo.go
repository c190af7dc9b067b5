package place

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// echo keeps the words that are a location name elsewhere in the report and here
// stand outside any name, or are all of a name of an organisation: taggers falter
// at the start of a sentence.
func (r *report) echo() {
	names, longest := map[string]bool{}, 0
	for _, m := range r.mentions {
		if m.location && m.last-m.first <= longestMatch && len(r.lookup(r.base(m))) > 0 {
			names[m.name] = true
			longest = max(longest, m.last-m.first)
		}
	}
	d := r.doc
	var found []mention
	add := func(first, last int) bool {
		if !names[strings.Join(r.forms(first, last), " ")] {
			return false
		}
		m := r.mention(first, last)
		m.location = true
		found = append(found, m)
		return true
	}
	taken := r.taken()
	for _, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			if !hasCapital(d.Form(t)) || taken[t] == mentioned {
				continue
			}
			if n := taken[t]; n != free {
				name := d.Names[n]
				last := min(name.Last, s.Last)
				if name.First == t && name.Kind == doc.NameOrganization && last-t <= longest {
					add(t, last)
				}
				t = max(t, last-1)
				continue
			}
			end := t
			for end < s.Last && end-t < longest && taken[end] == free {
				end++
			}
			for last := end; last > t; last-- {
				if !r.startsName(last) && add(t, last) {
					t = last - 1
					break
				}
			}
		}
	}
	r.mentions = append(r.mentions, found...)
	slices.SortStableFunc(r.mentions, func(a, b mention) int { return a.Start - b.Start })
}

// What a token is taken by, when not by the name of that index.
const (
	free      = -1
	mentioned = -2
)

// taken tells for each token whether a mention or a name has it.
func (r *report) taken() []int {
	taken := make([]int, len(r.doc.Tokens))
	for t := range taken {
		taken[t] = free
	}
	for i, n := range r.doc.Names {
		for t := n.First; t < n.Last; t++ {
			taken[t] = i
		}
	}
	for _, m := range r.mentions {
		for t := m.first; t < m.last; t++ {
			taken[t] = mentioned
		}
	}
	return taken
}

// startsName reports whether a capitalised word or a name follows right away:
// "Homs" is no place in "Homs United".
func (r *report) startsName(t int) bool {
	return t < len(r.doc.Tokens) && hasCapital(r.doc.Form(t)) && r.sameSentence(t-1, t)
}
