package actor

import "github.com/readout-project/readout/doc"

// onlyFighters is the group whose "rebels" or "militants" are meant: one of the
// noun's own sector, named in this sentence or the one before, where the report
// has spoken of no other armed group and of no other fighters so far.
func (r *reading) onlyFighters(p phrase, first int) int {
	sector := p.ro.entry.sector
	if sector != "REB" && sector != "UAF" || p.b.country != "" || p.b.group >= 0 || r.counted(p) || r.qualities(p) != "" {
		return -1
	}
	found := -1
	for _, i := range r.fighters {
		e := &r.drafts[i]
		if len(e.Mentions) == 0 {
			continue
		}
		if e.Kind != doc.KindGroup || e.Sector != sector || found >= 0 {
			return -1
		}
		found = i
	}
	if found < 0 || len(r.named(p.s, first, 1, func(i int) bool { return i == found })) == 0 {
		return -1
	}
	return found
}
