package actor

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// Unresolved is a name that takes part in events, or keeps an act from being
// coded because nobody knows whose it is, and of which nothing is known.
type Unresolved struct {
	Name    string
	Kind    doc.EntityKind
	Events  int // coded, with the name as actor or recipient
	Uncoded int // acts that found no actor or recipient, with the name in their sentence
	Reports int
	Example string // the first such sentence
}

// Unknown gathers such names over the reports of a run. The zero Unknown is ready
// for use; it is not safe for concurrent use.
type Unknown struct {
	index map[string]int
	all   []Unresolved
	last  []int // the last report counted for each name, from 1
	count int
}

// Add counts the names of one report.
func (u *Unknown) Add(d *doc.Document) {
	u.count++
	for _, ev := range d.Events {
		for _, x := range slices.Concat(ev.Actor, ev.Recipient) {
			if n := u.name(d, x, ev.Sentence); n != nil {
				n.Events++
			}
		}
	}
	said := map[int][]int{} // unresolved names by sentence
	for x := range d.Entities {
		for _, m := range d.Entities[x].Mentions {
			s := sentenceOf(d, m.Start)
			if m.Form == doc.FormName && (len(said[s]) == 0 || said[s][len(said[s])-1] != x) {
				said[s] = append(said[s], x)
			}
		}
	}
	for _, act := range d.Uncoded {
		if act.Reason != "no actor found" && act.Reason != "no recipient found" {
			continue
		}
		for _, x := range said[act.Sentence] {
			if n := u.name(d, x, act.Sentence); n != nil {
				n.Uncoded++
			}
		}
	}
}

// name is the entry of the entity's name, nil where something is known of it.
func (u *Unknown) name(d *doc.Document, x, sentence int) *Unresolved {
	e := &d.Entities[x]
	if e.Country != "" || e.Sector != "" || !named(e) || e.Rule == inTable {
		return nil // a table that gives no country has its reason: "the West"
	}
	key := string(e.Kind) + ":" + strings.Join(foldName(e.Name), " ")
	i, ok := u.index[key]
	if !ok {
		if u.index == nil {
			u.index = map[string]int{}
		}
		i = len(u.all)
		u.index[key] = i
		u.all = append(u.all, Unresolved{Name: clean(e.Name), Kind: e.Kind, Example: clean(d.Slice(d.Sentences[sentence].Span))})
		u.last = append(u.last, 0)
	}
	if u.last[i] != u.count {
		u.last[i] = u.count
		u.all[i].Reports++
	}
	return &u.all[i]
}

// sentenceOf is the sentence of a byte of the text, -1 when none has it.
func sentenceOf(d *doc.Document, at int) int {
	i, ok := slices.BinarySearchFunc(d.Sentences, at, func(s doc.Sentence, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}

// named reports whether the entity is a name rather than a noun.
func named(e *doc.Entity) bool {
	switch e.Kind {
	case doc.KindPerson, doc.KindOrganization, doc.KindGroup:
		return slices.ContainsFunc(e.Mentions, func(m doc.Mention) bool { return m.Form == doc.FormName })
	}
	return false
}

// List returns the names, those of most events and acts first, of equals by the alphabet.
func (u *Unknown) List() []Unresolved {
	out := slices.Clone(u.all)
	slices.SortStableFunc(out, func(a, b Unresolved) int {
		return cmp.Or(cmp.Compare(b.Events+b.Uncoded, a.Events+a.Uncoded), cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Name, b.Name))
	})
	return out
}

// WriteUnresolved writes the names as a list of actors whose country and sector
// are left to fill in.
func WriteUnresolved(w io.Writer, names []Unresolved) error {
	_, err := fmt.Fprintln(w, "name\tcountry\tsector\tkind\taliases\trole\tfrom\tto\tnote")
	for _, n := range names {
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "# %s\n%s\t\t\t%s\t\t\t\t\tevents %d, acts not coded %d, reports %d\n", n.Example, n.Name, n.Kind, n.Events, n.Uncoded, n.Reports)
	}
	return err
}
