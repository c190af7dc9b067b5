package record

import "github.com/readout-project/readout/doc"

// origins counts the independent reports of an event: copies and derived reports,
// reports that print one statement on it, and reports that rely on the same
// outlet or body for it are one origin.
func (b *builder) origins(set []int) int {
	sets := newDisjoint(len(set))
	for i, x := range set {
		for k, y := range set[:i] {
			mx, my := &b.mentions[x], &b.mentions[y]
			shared, _ := b.sharedWords(mx, my)
			if mx.report == my.report || shared != "" || b.sharing.reused(mx.report, my.report) || b.relyOnOne(mx, my) {
				sets.join(i, k)
			}
		}
	}
	return len(sets.sets())
}

// relyOnOne reports whether two mentions are attributed to the same body.
func (b *builder) relyOnOne(x, y *mention) bool {
	for _, a := range b.sources(x) {
		for _, c := range b.sources(y) {
			if a == c {
				return true
			}
		}
	}
	return false
}

// sources are the entities of the record a mention is attributed to. Nameless
// ones ("officials") are not known to be the same.
func (b *builder) sources(m *mention) []int {
	var out []int
	for _, t := range m.tellings {
		for _, l := range b.docs[m.report].Events[t].Attribution {
			if l < 0 || l >= len(b.entityOf[m.report]) {
				continue
			}
			if b.docs[m.report].Entities[l].Kind != doc.KindRole {
				out = appendNew(out, b.entityOf[m.report][l])
			}
		}
	}
	return out
}
