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
	Undated          []string // events that no account dates
	Events           []eventView
	Statements       []statementView
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

// nearView is an event that was kept apart.
type nearView struct{ Event, Why string }

// statementView is one thing somebody said.
type statementView struct {
	ID, Speaker, Text string
	Variants          []variantView
}

// variantView is one report's rendering of a statement; Words is empty where
// they are the statement's own text.
type variantView struct {
	Source           source
	Form, Via, Words string
}

// disagreementView is a field on which accounts differ.
type disagreementView struct {
	ID, About, Field, Kind, Why string
	Sides                       []sideView
}

// sideView is what one report says about the field.
type sideView struct {
	Source       source
	Value, Words string
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

// reportView is a report with its own text, as far as it was read.
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
type viewer struct{ *record.Record }

func newView(r *record.Record) view {
	v := viewer{r}
	out := view{Counts: v.counts(), Uncoded: v.uncoded()}
	for i := range r.Stories {
		s := v.story(i)
		if len(s.Events)+len(s.Statements) == 0 {
			out.Silent = append(out.Silent, s.Reports...)
			continue
		}
		out.Stories = append(out.Stories, s)
	}
	for i, d := range r.Documents {
		if d.Report.Status != doc.StatusRead {
			out.Unread = append(out.Unread, unreadView{words(d.Report.Path), string(d.Report.Status), words(d.Report.Problem)})
			continue
		}
		out.Reports = append(out.Reports, v.report(i))
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

func (v viewer) story(i int) storyView {
	s := v.Stories[i]
	out := storyView{ID: number("S", i), Title: words(s.Title), Dates: dates(s.Dates)}
	for _, report := range s.Reports {
		out.Reports = append(out.Reports, v.report(report))
	}
	for _, entry := range v.Timeline {
		switch {
		case !slices.Contains(s.Events, entry.Event):
		case entry.Dates.IsZero():
			out.Undated = append(out.Undated, number("E", entry.Event))
		default:
			e := v.Events[entry.Event]
			out.Timeline = append(out.Timeline, momentView{dates(entry.Dates), number("E", entry.Event),
				label(e.Code) + ": " + v.parties(e)})
		}
	}
	for _, e := range s.Events {
		out.Events = append(out.Events, v.event(e))
	}
	for _, t := range s.Statements {
		out.Statements = append(out.Statements, v.statement(t))
	}
	for j, d := range v.Disagreements {
		if slices.Contains(s.Events, d.About) {
			out.Disagreements = append(out.Disagreements, v.disagreement(j))
		}
	}
	// A report that is a copy of another shares its quotations too: one line says it.
	reused := map[[2]int]bool{}
	for _, c := range v.Copies {
		if c.Kind == record.FullCopy || c.Kind == record.Derived {
			reused[[2]int{c.From, c.To}] = true
		}
	}
	for _, c := range v.Copies {
		whole := c.Kind == record.FullCopy || c.Kind == record.Derived
		if slices.Contains(s.Reports, c.From) && slices.Contains(s.Reports, c.To) && (whole || !reused[[2]int{c.From, c.To}]) {
			out.Copies = append(out.Copies, shared(c.Kind, v.source(c.From).String(), v.source(c.To).String()))
		}
	}
	return out
}

func (v viewer) event(i int) eventView {
	e := v.Events[i]
	out := eventView{
		ID: number("E", i), Code: label(e.Code), Parties: v.parties(e), When: dates(e.Date),
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
	for _, n := range e.Near {
		out.Near = append(out.Near, nearView{number("E", n.Event), n.Why})
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

func (v viewer) statement(i int) statementView {
	s := v.Statements[i]
	out := statementView{ID: number("T", i), Speaker: "speaker not known", Text: words(s.Text)}
	if s.Speaker >= 0 {
		out.Speaker = v.entity(s.Speaker)
	}
	for _, variant := range s.Variants {
		row := variantView{Source: v.source(variant.Report), Form: string(variant.Form), Via: through(variant.Via)}
		if words := words(v.Documents[variant.Report].Slice(variant.Span)); words != out.Text {
			row.Words = words
		}
		out.Variants = append(out.Variants, row)
	}
	return out
}

func (v viewer) disagreement(i int) disagreementView {
	d := v.Disagreements[i]
	out := disagreementView{ID: number("D", i), About: number("E", d.About), Field: d.Field, Kind: disagreementKind(d.Kind), Why: d.Why}
	for _, a := range d.Accounts {
		out.Sides = append(out.Sides, sideView{v.source(a.Report), a.Value, words(v.Documents[a.Report].Slice(a.Span))})
	}
	return out
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
		Path: words(d.Report.Path), URL: d.Report.URL}
	if d.Report.Ref != "" {
		out.Path += " (" + words(d.Report.Ref) + ")"
	}
	for n, s := range d.Sentences {
		out.Sentences = append(out.Sentences, sentenceView{n, words(d.Slice(s.Span))})
	}
	return out
}

// number names a part of the record as its JSON does, counted from 1.
func number(kind string, i int) string { return kind + strconv.Itoa(i+1) }
