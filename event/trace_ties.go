package event

import "github.com/readout-project/readout/doc"

// Tie is a time or a place of a sentence with why it is not that of the act.
type Tie struct {
	Index int    // into Times or Places
	Lost  string // empty for the one that is tied to the act
}

// timesTried lists the time expressions of the sentence and what each lacks to date
// the act.
func (s *sentence) timesTried(a *act) []Tie {
	var all []Tie
	chosen, _, _ := s.date(a)
	sent := s.d.Sentences[s.num]
	for i, tm := range s.d.Times {
		if !sent.Contains(tm.Span) {
			continue
		}
		tie := Tie{Index: i}
		head := s.d.HeadOf(s.d.TokensIn(tm.Span))
		switch {
		case i == chosen:
		case tm.Type == doc.TimeDuration || tm.Type == doc.TimeSet:
			tie.Lost = "a length of time, or one that comes again"
		case head < 0 || !s.governs(a, head):
			tie.Lost = "it hangs on another clause or on a noun"
		case s.belongsBelow(a, head):
			tie.Lost = "it may be the time of what the act is about"
		default:
			tie.Lost = "another stands nearer or tells more"
		}
		all = append(all, tie)
	}
	return all
}

// placesTried lists the places of the sentence and what each lacks to be that of the
// act.
func (s *sentence) placesTried(a *act) []Tie {
	var all []Tie
	chosen := s.where(a)
	sent := s.d.Sentences[s.num]
	for i, p := range s.d.Places {
		if !sent.Contains(p.Span) {
			continue
		}
		tie := Tie{Index: i}
		switch {
		case i == chosen:
		case p.Kind == doc.PlaceCapital:
			tie.Lost = "a government"
		case a.code.Mode == "phone":
			tie.Lost = "a call has no place"
		default:
			tie.Lost = "no phrase of place ties it to the act"
		}
		all = append(all, tie)
	}
	return all
}
