package actor

import (
	"slices"
	"strings"
)

// overlay puts the entries of a user's list over the tables. An entry takes the
// place of ours of the same name, whose other writings then mean the new one.
func (l *lexicon) overlay(list List) {
	ours := l.writings()
	for _, e := range list.entries {
		k := known{kind: e.kind, name: e.name, rows: e.rows, otherwise: e.otherwise}
		at, ok := ours[strings.Join(pieces(strings.ToLower(e.name)), " ")]
		if ok {
			if e.anyCase {
				k.name = l.known[at].name // ours has the usual spelling
			}
			if l.known[at].kind != k.kind && e.anyCase {
				k.kind = l.known[at].kind
			}
			k.class = l.known[at].class
			l.known[at] = k
		} else {
			at = len(l.known)
			if e.anyCase {
				k.name = titled(e.name)
			}
			l.known = append(l.known, k)
		}
		for _, a := range append([]writing{{e.name, e.line}}, e.aliases...) {
			l.write(a.text, at, e.anyCase)
			ours[strings.Join(pieces(strings.ToLower(strings.TrimRight(a.text, "+?"))), " ")] = at
		}
	}
	for _, n := range list.nouns {
		l.overlayNoun(n)
	}
}

// writings is which known name each writing of the tables means, in lower case.
func (l *lexicon) writings() map[string]int {
	all := map[string]int{}
	for _, entries := range l.names {
		for _, e := range entries {
			key := strings.ToLower(strings.Join(e.pieces, " "))
			if i, ok := all[key]; !ok || e.known < i {
				all[key] = e.known
			}
		}
	}
	return all
}

// write makes a writing mean the known name at that index, and nothing else.
func (l *lexicon) write(text string, at int, anyCase bool) {
	e := newNameEntry(text, at)
	if len(e.pieces) == 0 {
		return
	}
	names := l.names
	if anyCase {
		names = l.anyCase
		for i, p := range e.pieces {
			e.pieces[i] = strings.ToLower(p)
		}
		l.forget(e)
	}
	key := e.key()
	names[key] = slices.DeleteFunc(slices.Clone(names[key]), func(o nameEntry) bool { return slices.Equal(o.pieces, e.pieces) })
	names[key] = append(names[key], e)
}

// forget drops writings of the tables that differ from the entry in case only
// and mean another name.
func (l *lexicon) forget(e nameEntry) {
	for _, key := range []string{e.pieces[0], titled(e.pieces[0]), strings.ToUpper(e.pieces[0])} {
		if l.names[key] == nil {
			continue
		}
		l.names[key] = slices.DeleteFunc(slices.Clone(l.names[key]), func(o nameEntry) bool {
			return o.known != e.known && strings.EqualFold(strings.Join(o.pieces, " "), strings.Join(e.pieces, " "))
		})
	}
}

// overlayNoun gives a role noun the sector of the list. What we know of the noun
// besides, such as that it is an office, stays.
func (l *lexicon) overlayNoun(n listNoun) {
	p := pieces(n.noun)
	if len(p) == 0 {
		return
	}
	sector, inherit := strings.CutPrefix(n.sector, ">")
	for i, e := range l.roles[p[0]] {
		if slices.Equal(e.pieces, p) {
			e.sector, e.inherit = sector, inherit
			l.roles[p[0]] = slices.Clone(l.roles[p[0]])
			l.roles[p[0]][i] = e
			return
		}
	}
	e := roleEntry{pieces: p, noun: n.noun, sector: sector, inherit: inherit, kind: n.kind}
	e.flags.plural = n.plural || n.kind == roleCollective
	l.roles[p[0]] = append(l.roles[p[0]], e)
}
