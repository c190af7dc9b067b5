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
type viewer struct{ *record.Record }

func newView(r *record.Record) view {
	v := viewer{r}
	out := view{Counts: v.counts(), Uncoded: v.uncoded()}
	for _, s := range v.stories() {
		if len(s.Events)+len(s.Statements) == 0 {
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
		for _, t := range s.Statements {
			out[i].Statements = append(out[i].Statements, v.statement(t))
		}
	}
	for _, entry := range v.Timeline {
		e, id := v.Events[entry.Event], number("E", entry.Event)
		s := &out[e.Story]
		if entry.Dates.IsZero() {
			s.Undated = append(s.Undated, id)
		} else {
			s.Timeline = append(s.Timeline, momentView{dates(entry.Dates), id, label(e.Code) + ": " + v.parties(e)})
		}
	}
	for i, d := range v.Disagreements {
		s := &out[v.Events[d.About].Story]
		s.Disagreements = append(s.Disagreements, v.disagreement(i))
	}
	reused := map[[2]int]bool{}
	for _, c := range v.Copies {
		if whole(c) {
			reused[[2]int{c.From, c.To}] = true
		}
	}
	for _, c := range v.Copies {
		// A report that is a copy of another shares its quotations too: one line says it.
		if whole(c) || !reused[[2]int{c.From, c.To}] {
			s := &out[tells[c.From]]
			s.Copies = append(s.Copies, shared(c.Kind, v.source(c.From).String(), v.source(c.To).String()))
		}
	}
	return out
}

// whole reports whether one report as a whole rests on the other.
func whole(c record.Copy) bool { return c.Kind == record.FullCopy || c.Kind == record.Derived }

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
	text := words(s.Text)
	out := statementView{ID: number("T", i), Speaker: "speaker not known", Text: text}
	if s.Speaker >= 0 {
		out.Speaker = v.entity(s.Speaker)
	}
	for _, variant := range s.Variants {
		row := variantView{Source: v.source(variant.Report), Form: string(variant.Form), Via: through(variant.Via)}
		said := words(v.Documents[variant.Report].Slice(variant.Span))
		switch {
		case said != text:
			row.Words = marked(variant.Form, said)
		case variant.Form == record.VariantDirect:
			out.Text = marked(variant.Form, text)
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
		Path: where(d.Report), URL: d.Report.URL}
	return out
}

// number names a part of the record as its JSON does, counted from 1.
func number(kind string, i int) string { return kind + strconv.Itoa(i+1) }
