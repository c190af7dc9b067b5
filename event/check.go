package event

import (
	"fmt"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// Failure is an example of a frame that does not come out as written.
type Failure struct {
	File  string
	Line  int
	Frame string
	Text  string
	Why   string
}

func (f Failure) String() string {
	return fmt.Sprintf("%s:%d: %s: %s\n\t%s", f.File, f.Line, f.Frame, f.Text, f.Why)
}

// CheckFrames runs every example of the frames through chain, the stages that
// stand before this one, and through the stage itself, and returns what fails.
func CheckFrames(chain func(*doc.Document) error, st Stage, frames []*Frame) []Failure {
	var all []Failure
	for _, f := range frames {
		run := func(ex Example, check func(Stage, *doc.Document, *Frame, Example) string) {
			d := &doc.Document{Text: ex.Text}
			why := ""
			if err := chain(d); err != nil {
				why = err.Error()
			} else if err := st.Annotate(d); err != nil {
				why = err.Error()
			} else {
				why = check(st, d, f, ex)
			}
			if why != "" {
				all = append(all, Failure{f.File, ex.Line, f.Name, ex.Text, why})
			}
		}
		for _, ex := range f.Yes {
			run(ex, checkYes)
		}
		for _, ex := range f.No {
			run(ex, checkNo)
		}
	}
	return all
}

func checkNo(_ Stage, d *doc.Document, f *Frame, _ Example) string {
	for _, ev := range d.Events {
		if outerRule(ev.Rule) == f.Name {
			return "must stay silent, but gives " + Describe(d, ev)
		}
	}
	return ""
}

func outerRule(rule string) string {
	outer, _, _ := strings.Cut(rule, "+")
	return outer
}

// checkYes looks for the event an example asks for. It may come from another
// frame as long as code, parties and checks are those written: which of two
// frames that mean the same fires is nobody's concern.
func checkYes(st Stage, d *doc.Document, f *Frame, ex Example) string {
	var got []string
	for _, ev := range d.Events {
		why := mismatch(d, f, ev, ex)
		if why == "" {
			return ""
		}
		got = append(got, why+": "+Describe(d, ev))
	}
	events := len(got)
	for i := range d.Sentences {
		for _, a := range st.Trace(d, i) {
			if !a.Fired && (outerRule(a.Frame) == f.Name || events == 0) {
				got = append(got, a.Frame+" at '"+d.Slice(a.Trigger)+"': "+a.Failed)
			}
		}
	}
	if len(got) == 0 {
		got = []string{"no event, and no trigger of a frame in the sentence"}
	}
	return "want " + ex.want() + "\n\tgot  " + strings.Join(got, "\n\t     ")
}

// want writes what a yes line asks for.
func (ex Example) want() string {
	party := func(names []string) string {
		if len(names) == 0 {
			return "-"
		}
		return strings.Join(names, " + ")
	}
	out := party(ex.Actor) + " > " + party(ex.Recipient)
	if len(ex.Checks) > 0 {
		out += " | " + strings.Join(ex.Checks, ", ")
	}
	return out
}

func mismatch(d *doc.Document, f *Frame, ev doc.Event, ex Example) string {
	if !names(d, ev.Actor, ex.Actor) {
		return "wrong actor"
	}
	if !names(d, ev.Recipient, ex.Recipient) {
		return "wrong recipient"
	}
	coded := false
	for _, c := range ex.Checks {
		key, want, _ := strings.Cut(c, "=")
		got := ""
		switch key {
		case "status":
			got = string(ev.Status)
		case "content":
			got = string(ev.ContentStatus)
		case "negated":
			if !ev.Negated {
				return "not negated"
			}
			continue
		case "code":
			coded = true
			want = strings.Join(strings.Fields(want), " ")
			got = ev.Type + " " + orDash(ev.Mode) + " " + ev.CAMEO
		}
		if got != want {
			return key + " is " + got + ", not " + want
		}
	}
	if own := outerRule(ev.Rule) == f.Name; !coded && !own && !(f.Coded && ev.Code == f.Code) {
		return "another frame"
	} else if !coded && own && f.Coded && ev.Code != f.Code && !strings.Contains(ev.Rule, "+") {
		return "wrong code"
	}
	return ""
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// names reports whether the entities are those named, one for one: every word of
// a name must be a word of the entity's name or of one of its mentions.
func names(d *doc.Document, entities []int, want []string) bool {
	if len(entities) != len(want) {
		return false
	}
	taken := make([]bool, len(entities))
	for _, w := range want {
		found := false
		for i, e := range entities {
			if !taken[i] && called(d, d.Entities[e], w) {
				taken[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func called(d *doc.Document, e doc.Entity, name string) bool {
	if hasWords(e.Name, name) {
		return true
	}
	for _, m := range e.Mentions {
		if hasWords(d.Slice(m.Span), name) {
			return true
		}
	}
	return hasWords(e.Role+" "+e.Name, name)
}

func hasWords(text, name string) bool {
	words := fold(text)
	for _, w := range fold(name) {
		if w != "the" && !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

func fold(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == ' ' || r == '-' || r == '.' || r == ',' || r == '\'' || r == '’'
	})
}

// Describe writes an event in one line for messages.
func Describe(d *doc.Document, ev doc.Event) string {
	who := func(list []int) string {
		var s []string
		for _, e := range list {
			s = append(s, d.Entities[e].Name)
		}
		if len(s) == 0 {
			return "-"
		}
		return strings.Join(s, " + ")
	}
	out := fmt.Sprintf("%s %s %s  %s > %s  %s", ev.Type, orDash(ev.Mode), ev.CAMEO, who(ev.Actor), who(ev.Recipient), ev.Status)
	if ev.Negated {
		out += " negated"
	}
	if ev.ContentStatus != "" {
		out += " content=" + string(ev.ContentStatus)
	}
	if len(ev.Attribution) > 0 {
		out += " by " + who(ev.Attribution)
	}
	return out + " [" + ev.Rule + "]"
}
