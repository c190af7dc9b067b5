package event

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// Attempt is one frame tried on a sentence, for a person to see why it did or
// did not fire.
type Attempt struct {
	Frame   string // with the frames of inner acts after plus signs
	Where   *Frame // the frame itself
	Trigger doc.Span
	Code    doc.Code // what it codes, or would have; zero where that is not known
	Roles   []Role   // where its parties were looked for and found; none where it came not that far
	Fired   bool
	Failed  string // what failed, "" when it fired
	// Times and Places are those of the sentence, of which at most one of each was
	// tied to the act; only of an act that fired.
	Times, Places []Tie
}

// Near reports whether all that the frame asks of its surroundings was met.
func (a Attempt) Near() bool { return a.Fired || a.Roles != nil }

// Role is a party of an act.
type Role struct {
	Name     string // actor, recipient
	Entities []int
	Slot     Slot // where they stand, zero when there is none
}

// String writes a slot as frame files do.
func (s Slot) String() string {
	if s.Of == "" {
		return s.Name
	}
	return s.Of + "." + s.Name
}

// Trace codes one sentence again and returns every frame whose trigger stands in
// it, in order of the text: those that fired, and those that did not with what
// failed. The document is not changed.
func (st Stage) Trace(d *doc.Document, sentence int) []Attempt {
	copied := *d
	copied.Events, copied.Uncoded = nil, nil
	r := newReading(st.lib, &copied)
	s := r.sentence(sentence)
	var all []Attempt
	s.log = func(a Attempt) { all = append(all, a) }
	s.read()
	return all
}

// Trace is Stage.Trace with the frames of lang/en.
func Trace(d *doc.Document, sentence int) []Attempt {
	st, err := Default()
	if err != nil {
		return nil
	}
	return st.Trace(d, sentence)
}

// note logs a frame whose trigger stands in the text and whose conditions are not
// met.
func (s *sentence) note(h *hit, why string) {
	if s.log != nil {
		s.log(Attempt{Frame: h.frame.Name, Where: h.frame, Trigger: s.span(h), Code: h.frame.Code, Failed: why})
	}
}

// noteAct logs a frame whose conditions are met: it fired, or why says what kept it
// from that.
func (s *sentence) noteAct(a *act, why string) {
	if s.log == nil {
		return
	}
	roles := a.roles
	if roles == nil {
		roles = []Role{} // no code, and so no parties
	}
	tried := Attempt{Frame: a.rule(), Where: a.frame, Trigger: s.span(a.hit), Code: a.code, Roles: roles, Fired: why == "", Failed: why}
	if tried.Fired {
		tried.Times, tried.Places = s.timesTried(a), s.placesTried(a)
	}
	s.log(tried)
}

// lacks says which party an act lacks and where it was looked for.
func (s *sentence) lacks(a *act) string {
	var slots []Slot
	switch a.missing {
	case "actor":
		slots = a.frame.Actor
	case "recipient":
		slots = a.frame.Recipient
	default:
		slots = append(append(slots, a.frame.Actor...), a.frame.Recipient...)
	}
	var names []string
	for _, slot := range slots {
		names = append(names, slot.String())
	}
	return "no " + a.missing + " stands as " + strings.Join(names, ", ")
}
