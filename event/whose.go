package event

import (
	"slices"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// notOwn leaves out the state of those who ask: what a prime minister says that his
// own country must do, he asks of nobody.
func (s *sentence) notOwn(actors, recipients []int) []int {
	if len(actors) == 0 {
		return recipients
	}
	return slices.DeleteFunc(slices.Clone(recipients), func(e int) bool {
		own := &s.d.Entities[e]
		return own.Kind == doc.KindCountry && !slices.ContainsFunc(actors, func(a int) bool {
			x := &s.d.Entities[a]
			return x.Kind == doc.KindCountry || x.Country != own.Country || x.Sector != "GOV" && x.Sector != "LEG" && x.Sector != "ELI"
		})
	})
}

// ownerOf is whose the thing is that an act was done to, where that thing is no party
// itself: "forced a Georgian cargo plane to land" was done to Georgia, "raided the
// Taliban's hideouts" to the Taliban. A town or region that is attacked or taken is
// nobody's in this sense: the state it lies in may be the one that attacks it.
func (s *sentence) ownerOf(a *act, actors []int) ([]int, Slot) {
	switch a.code.Type {
	case "CONSULT", "AGREE", "PROTEST", "MOBILIZE":
		return nil, Slot{}
	}
	if a.noun != clause.None || a.frame.Mutual {
		return nil, Slot{}
	}
	for _, slot := range a.frame.Recipient {
		if slot.Of != "" || slot.Name == "subject" || slot.Name == "in" || slot.Name == "possessor" || slot.Name == "modifier" {
			continue
		}
		land := a.code.Type == "ASSAULT" || slot.Name == "object" || slot.Name == "from"
		for _, tok := range s.fillers(a.hit, slot) {
			if s.entity(tok) >= 0 || s.isTime(tok) || land && (s.isPlace(tok) || s.lib.land.match(s, tok)) || len(s.lib.index.nouns[s.tree.Lemma(tok)]) > 0 {
				continue
			}
			for _, where := range []string{"possessor", "modifier"} {
				var all []int
				for _, n := range s.within(tok, where) {
					e := s.entity(n)
					if e < 0 || !s.political[e] || s.d.Entities[e].Kind == doc.KindPerson && where == "modifier" || slices.Contains(actors, e) {
						continue
					}
					all = append(all, e)
				}
				if len(all) > 0 {
					return all, Slot{slot.Name, where}
				}
			}
		}
	}
	return nil, Slot{}
}
