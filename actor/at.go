package actor

import "github.com/readout-project/readout/doc"

// Index answers which entity a token belongs to. It is never changed.
type Index struct{ heads, covers []int32 }

// NewIndex builds the index of a document's entities. Stages that ask often
// build it once.
func NewIndex(d *doc.Document) *Index {
	x := &Index{heads: make([]int32, len(d.Tokens)), covers: make([]int32, len(d.Tokens))}
	width := make([]int, len(d.Tokens))
	headWidth := make([]int, len(d.Tokens))
	for i := range x.heads {
		x.heads[i], x.covers[i] = -1, -1
	}
	for i := range d.Entities {
		for _, m := range d.Entities[i].Mentions {
			if m.First < 0 || m.Last > len(d.Tokens) || m.First >= m.Last {
				continue
			}
			n := m.Last - m.First
			if m.Head >= m.First && m.Head < m.Last && (x.heads[m.Head] < 0 || n > headWidth[m.Head]) {
				// Of two mentions with one head the wider one is the phrase.
				x.heads[m.Head], headWidth[m.Head] = int32(i), n
			}
			for t := m.First; t < m.Last; t++ {
				if x.covers[t] < 0 || n < width[t] {
					x.covers[t], width[t] = int32(i), n
				}
			}
		}
	}
	return x
}

// At returns the entity whose mention has the token as its head or, failing
// that, the entity of the smallest mention that covers the token.
func (x *Index) At(token int) (entity int, ok bool) {
	if token < 0 || token >= len(x.heads) {
		return -1, false
	}
	if e := x.heads[token]; e >= 0 {
		return int(e), true
	}
	if e := x.covers[token]; e >= 0 {
		return int(e), true
	}
	return -1, false
}

// At is the entity of a token, as Index.At has it. Whoever asks for many tokens
// builds an Index.
func At(d *doc.Document, token int) (entity int, ok bool) {
	cover, width, headWidth := -1, 0, 0
	entity = -1
	for i := range d.Entities {
		for _, m := range d.Entities[i].Mentions {
			if token < m.First || token >= m.Last {
				continue
			}
			n := m.Last - m.First
			if m.Head == token && (entity < 0 || n > headWidth) {
				entity, headWidth = i, n
			}
			if cover < 0 || n < width {
				cover, width = i, n
			}
		}
	}
	if entity >= 0 {
		return entity, true
	}
	return cover, cover >= 0
}

// Political reports whether the entity can be a party to a political event: a
// state, an armed group, an organisation or role of a known sector, an
// international body, a person of whom country and sector are known.
func Political(e doc.Entity) bool {
	switch e.Kind {
	case doc.KindCountry, doc.KindGroup:
		return true
	case doc.KindPerson:
		return e.Country != "" && (e.Sector != "" || e.Country == "IGO" || e.Country == "NGO")
	case doc.KindOrganization, doc.KindRole:
		return e.Sector != "" || e.Country == "IGO" || e.Country == "NGO" || e.Country == "IMG" || len(e.Members) > 0
	}
	return false
}
