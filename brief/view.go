package brief

import (
	"fmt"
	"path"
	"slices"
	"strconv"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// view is a record with every reference resolved to the words that stand on the
// page, so that the three forms of a brief say the same.
type view struct {
	Counts  string
	Stories []storyView
	Silent  []reportView // reports of stories in which nothing was found
	Uncoded []reasonView
	Unread  []unreadView
	Reports []reportView
}

// storyView is one story.
type storyView struct {
	ID, Title, Dates string
	Reports          []reportView
	Timeline         []momentView
	Unresolved       []momentView // events of which a weekday or the like is all that is told
	Undated          []string     // events that no account dates
	Events           []eventView
	Speakers         []speakerView
	Disagreements    []disagreementView
	Copies           []string
}

// source says which report something is from: a number that the list of a
// story's reports explains, and a name to recognise it by.
type source struct {
	Number int // of the report, counted from 1
	Name   string
}

// String is how a line of text names the report.
func (s source) String() string { return fmt.Sprintf("%s [%d]", s.Name, s.Number) }

// momentView is one line of the timeline.
type momentView struct{ When, Event, Line string }

// eventView is one event with its accounts.
type eventView struct {
	ID, Code, Title, Parties string
	When, Where, Status      string
	Differ                   bool   // the accounts name days that exclude each other
	Told                     string // how many reports and origins
	Accounts                 []accountView
	Why                      []string
	Near                     []nearView
}

// accountView is one report's telling of an event.
type accountView struct {
	Source   source
	Sentence int // in its report, as in the reading
	Says     string
	Evidence evidence
	Rule     string
	Reasons  []string
}

// evidence is a sentence of a report with the words that made the event marked.
type evidence struct{ Before, Trigger, After string }

// nearView is events that were kept apart for one reason; More counts those that
// are not listed.
type nearView struct {
	Events []string
	More   int
	Why    string
}

// disagreementView is a field on which accounts differ. Other is the event that
// may be the same one.
type disagreementView struct {
	ID, About, Other, Field, Kind, Why string
	Sides                              []sideView
}

// sideView is what one report says about the field, and of which event where
// there are two.
type sideView struct {
	Source              source
	Event, Value, Words string
}

// reasonView is a reason for not coding with the places it was given for.
type reasonView struct {
	Reason string
	Places []uncodedView
}

// uncodedView is something that looked like an event.
type uncodedView struct {
	Source   source
	Sentence int
	Words    string
	Rule     string
}

// unreadView is a report that was not read.
type unreadView struct {
	Path, Status, Problem string
}

// reportView is a report; Sentences is its text as far as it was read, and is
// filled in the list of all reports only.
type reportView struct {
	source
	Title, Published, Path, URL string
	Sentences                   []sentenceView
}

// sentenceView is one sentence with its number in the reading.
type sentenceView struct {
	Number int
	Text   string
}

// viewer builds the view of one record.
type viewer struct {
	*record.Record
	differ map[int]bool // events whose accounts name days that exclude each other
}

func newView(r *record.Record) view {
	v := viewer{r, map[int]bool{}}
	for _, d := range r.Disagreements {
		if d.Field == "date" && d.Kind == record.Conflict {
			v.differ[d.About] = true
		}
	}
	out := view{Counts: v.counts(), Uncoded: v.uncoded()}
	for _, s := range v.stories() {
		if len(s.Events)+len(s.Speakers) == 0 {
			out.Silent = append(out.Silent, s.Reports...)
			continue
		}
		out.Stories = append(out.Stories, s)
	}
	for i, d := range r.Documents {
		if d.Report.Status != doc.StatusRead {
			out.Unread = append(out.Unread, unreadView{where(d.Report), string(d.Report.Status), words(d.Report.Problem)})
			continue
		}
		report := v.report(i)
		for n, s := range d.Sentences {
			report.Sentences = append(report.Sentences, sentenceView{n, words(d.Slice(s.Span))})
		}
		out.Reports = append(out.Reports, report)
	}
	return out
}

func (v viewer) source(report int) source {
	r := v.Documents[report].Report
	name := words(r.Outlet)
	if name == "" {
		name = words(path.Base(r.Path))
	}
	return source{report + 1, name}
}

// stories builds the stories and hands each what belongs to it, in one pass over
// the record: it may hold thousands of stories.
func (v viewer) stories() []storyView {
	out := make([]storyView, len(v.Stories))
	tells := map[int]int{} // the story of each report
	for i, s := range v.Stories {
		out[i] = storyView{ID: number("S", i), Title: words(s.Title), Dates: dates(s.Dates)}
		for _, report := range s.Reports {
			tells[report] = i
			out[i].Reports = append(out[i].Reports, v.report(report))
		}
		for _, e := range s.Events {
			out[i].Events = append(out[i].Events, v.event(e))
		}
		out[i].Speakers = v.speakers(s.Statements)
	}
	for _, entry := range v.Timeline {
		e, id := v.Events[entry.Event], number("E", entry.Event)
		s := &out[e.Story]
		moment := momentView{v.days(entry.Event), id, v.parties(e) + " · " + deed(e.Code)}
		switch {
		case !entry.Dates.IsZero():
			s.Timeline = append(s.Timeline, moment)
		case len(e.Days) > 0:
			s.Unresolved = append(s.Unresolved, moment)
		default:
			s.Undated = append(s.Undated, id)
		}
	}
	for i, d := range v.Disagreements {
		s := &out[v.Events[d.About].Story]
		s.Disagreements = append(s.Disagreements, v.disagreement(i))
	}
	for _, c := range v.worthSaying() {
		s := &out[tells[c.From]]
		s.Copies = append(s.Copies, shared(c.Kind, v.source(c.From).String(), v.source(c.To).String()))
	}
	return out
}

// worthSaying leaves out what follows: that a copy shares the quotations of its
// original too, and that it shares them with third reports.
func (v viewer) worthSaying() []record.Copy {
	reused := map[[2]int]bool{}
	originals := map[int][]int{}
	listed := map[record.CopyKind]map[[2]int]bool{}
	for _, c := range v.Copies {
		if whole(c) {
			reused[[2]int{c.From, c.To}] = true
			originals[c.To] = append(originals[c.To], c.From)
		}
		if listed[c.Kind] == nil {
			listed[c.Kind] = map[[2]int]bool{}
		}
		listed[c.Kind][[2]int{c.From, c.To}], listed[c.Kind][[2]int{c.To, c.From}] = true, true
	}
	follows := func(c record.Copy, copied, third int) bool {
		return slices.ContainsFunc(originals[copied], func(original int) bool { return listed[c.Kind][[2]int{original, third}] })
	}
	var out []record.Copy
	for _, c := range v.Copies {
		if whole(c) || !reused[[2]int{c.From, c.To}] && !follows(c, c.From, c.To) && !follows(c, c.To, c.From) {
			out = append(out, c)
		}
	}
	return out
}

// whole reports whether one report as a whole rests on the other.
func whole(c record.Copy) bool { return c.Kind == record.FullCopy || c.Kind == record.Derived }

func (v viewer) event(i int) eventView {
	e := v.Events[i]
	out := eventView{
		ID: number("E", i), Code: label(e.Code), Parties: v.parties(e), When: v.when(i), Differ: v.differ[i],
		Status: v.status(e), Told: told(e), Why: e.Why,
	}
	if row, ok := codebook.CAMEO(e.Code.CAMEO); ok {
		out.Title = row.Title
	}
	if e.Place != nil {
		out.Where = place(*e.Place)
	}
	for _, a := range e.Accounts {
		out.Accounts = append(out.Accounts, v.account(a))
	}
	out.Near = near(e.Near)
	return out
}

// nearShown is how many events one reason lists; a reader who wants all of a
// long list finds them in the JSON.
const nearShown = 6

// near groups what was kept apart by reason.
func near(list []record.NearMiss) []nearView {
	var out []nearView
	for _, n := range list {
		i := slices.IndexFunc(out, func(o nearView) bool { return o.Why == n.Why })
		if i < 0 {
			i = len(out)
			out = append(out, nearView{Why: n.Why})
		}
		if len(out[i].Events) < nearShown {
			out[i].Events = append(out[i].Events, number("E", n.Event))
		} else {
			out[i].More++
		}
	}
	return out
}

func (v viewer) account(a record.Account) accountView {
	d := v.Documents[a.Report]
	e := d.Events[a.Event]
	out := accountView{
		Source: v.source(a.Report), Sentence: e.Sentence, Says: says(d, e), Rule: e.Rule, Reasons: e.Reasons,
		Evidence: evidence{Before: words(d.Slice(a.Span))},
	}
	if a.Span.Contains(e.Trigger) {
		out.Evidence = evidence{
			printable(d.Text[a.Span.Start:e.Trigger.Start]), printable(d.Slice(e.Trigger)), printable(d.Text[e.Trigger.End:a.Span.End]),
		}
	}
	return out
}

func (v viewer) disagreement(i int) disagreementView {
	d := v.Disagreements[i]
	out := disagreementView{ID: number("D", i), About: number("E", d.About), Field: d.Field, Kind: disagreementKind(d.Kind), Why: d.Why}
	if d.Other >= 0 {
		out.Other = number("E", d.Other)
	}
	for _, a := range d.Accounts {
		side := sideView{Source: v.source(a.Report), Value: a.Value, Words: words(v.Documents[a.Report].Slice(a.Span))}
		if d.Other >= 0 {
			side.Event = out.Other
			if v.tells(d.About, a) {
				side.Event = out.About
			}
		}
		out.Sides = append(out.Sides, side)
	}
	return out
}

// tells reports whether the reading is of an account of that event.
func (v viewer) tells(event int, r record.Reading) bool {
	return slices.ContainsFunc(v.Events[event].Accounts, func(a record.Account) bool {
		return a.Report == r.Report && a.Span.Contains(r.Span)
	})
}

// uncoded groups what was not coded by reason, the most frequent first.
func (v viewer) uncoded() []reasonView {
	var out []reasonView
	at := map[string]int{}
	for i, d := range v.Documents {
		for _, u := range d.Uncoded {
			k, ok := at[u.Reason]
			if !ok {
				k = len(out)
				at[u.Reason] = k
				out = append(out, reasonView{Reason: u.Reason})
			}
			out[k].Places = append(out[k].Places, uncodedView{v.source(i), u.Sentence, words(d.Slice(u.Span)), u.Rule})
		}
	}
	slices.SortStableFunc(out, func(a, b reasonView) int { return len(b.Places) - len(a.Places) })
	return out
}

func (v viewer) report(i int) reportView {
	d := v.Documents[i]
	out := reportView{source: v.source(i), Title: words(d.Report.Title), Published: published(d.Report.Published),
		Path: where(d.Report), URL: d.Report.URL}
	return out
}

// number names a part of the record as its JSON does, counted from 1.
func number(kind string, i int) string { return kind + strconv.Itoa(i+1) }
