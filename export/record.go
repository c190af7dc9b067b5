package export

import (
	"fmt"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// RecordSchema names the format of a record.
const RecordSchema = "readout/record/1"

// Record is what all reports tell together.
type Record struct {
	Schema        string          `json:"schema"`
	Reports       []RecordReport  `json:"reports"`
	Stories       []Story         `json:"stories"`
	Events        []RecordEvent   `json:"events"`
	Statements    []Statement     `json:"statements"`
	Disagreements []Disagreement  `json:"disagreements"`
	Copies        []Copy          `json:"copies"`
	Entities      []RecordEntity  `json:"entities"`
	Timeline      []TimelineEntry `json:"timeline"`
}

// RecordReport is a report with the story it belongs to. Reports that were not
// read are listed too, with their problem.
type RecordReport struct {
	Report
	Story string `json:"story"`
}

// Story is a set of reports that tell one story.
type Story struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Dates
	Reports    []string `json:"reports"`
	Events     []string `json:"events"`
	Statements []string `json:"statements"`
}

// RecordEvent is one event with every account of it.
type RecordEvent struct {
	ID        string     `json:"id"`
	Story     string     `json:"story"`
	Type      string     `json:"type"`
	Mode      string     `json:"mode"`
	CAMEO     string     `json:"cameo"`
	Quad      int        `json:"quad"`
	Intensity float64    `json:"intensity"`
	Goldstein float64    `json:"goldstein"`
	Actor     []string   `json:"actor"`
	Recipient []string   `json:"recipient"`
	Date      Dates      `json:"date"`
	Days      []string   `json:"days"`
	Place     *Place     `json:"place,omitempty"`
	Accounts  []Account  `json:"accounts"`
	Reports   int        `json:"reports"`
	Origins   int        `json:"origins"`
	Why       []string   `json:"why"`
	Near      []NearMiss `json:"near"`
}

// Account is one report's telling of an event: the report, its event there, the
// sentence that tells it, and what it makes of date and status.
type Account struct {
	Report string `json:"report"`
	Event  string `json:"event"`
	Span
	Date        Dates    `json:"date"`
	Status      string   `json:"status"`
	Negated     bool     `json:"negated"`
	Attribution []string `json:"attribution"`
	Rule        string   `json:"rule"`
}

// NearMiss is an event that came near and was kept apart, with the reason.
type NearMiss struct {
	Event string `json:"event"`
	Why   string `json:"why"`
}

// Statement is one thing somebody said, with all its renderings. Joint lists those
// who speak as one, and Speaker is empty then.
type Statement struct {
	ID       string    `json:"id"`
	Speaker  string    `json:"speaker"`
	Joint    []string  `json:"joint"`
	Text     string    `json:"text"`
	Variants []Variant `json:"variants"`
}

// Variant is one rendering of a statement.
type Variant struct {
	Report string `json:"report"`
	Span
	Form  string   `json:"form"`
	Quote string   `json:"quote"`
	Via   []string `json:"via"`
}

// Disagreement is a field on which accounts of one event differ; Other is the
// event that may be the same one, of a maybe_other_event.
type Disagreement struct {
	ID       string  `json:"id"`
	About    string  `json:"about"`
	Other    string  `json:"other"`
	Field    string  `json:"field"`
	Kind     string  `json:"kind"`
	Accounts []Value `json:"accounts"`
	Why      string  `json:"why"`
}

// Value is what one report gives for the field in question, in its own words.
type Value struct {
	Report string `json:"report"`
	Value  string `json:"value"`
	Span
}

// Copy is text that two reports share; a run is start and end in the first and
// start and end in the second.
type Copy struct {
	From string   `json:"from"`
	To   string   `json:"to"`
	Kind string   `json:"kind"`
	Runs [][4]int `json:"runs"`
}

// RecordEntity is one actor across reports.
type RecordEntity struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	Country string   `json:"country"`
	Sector  string   `json:"sector"`
	Roles   []Role   `json:"roles"`
}

// Role is an office somebody held, as a report gives it.
type Role struct {
	Role string `json:"role"`
	Dates
	Report string `json:"report"`
}

// TimelineEntry is an event on the timeline.
type TimelineEntry struct {
	Dates
	Event string `json:"event"`
}

// recorder turns the parts of one record into JSON; it knows the offsets of each
// report and which entity of the record an entity of a report is.
type recorder struct {
	record   *record.Record
	offsets  []offsets
	entities map[record.LocalEntity]int
}

// NewRecord turns a record into its JSON form. It is an error when an event
// carries a code that is not in the codebook.
func NewRecord(from *record.Record) (Record, error) {
	r := recorder{from, make([]offsets, len(from.Documents)), map[record.LocalEntity]int{}}
	for i, d := range from.Documents {
		r.offsets[i] = newOffsets(d.Text)
	}
	for i, e := range from.Entities {
		for _, local := range e.Of {
			r.entities[local] = i
		}
	}
	out := Record{
		Schema:        RecordSchema,
		Reports:       make([]RecordReport, len(from.Documents)),
		Stories:       make([]Story, len(from.Stories)),
		Events:        make([]RecordEvent, len(from.Events)),
		Statements:    make([]Statement, len(from.Statements)),
		Disagreements: make([]Disagreement, len(from.Disagreements)),
		Copies:        make([]Copy, len(from.Copies)),
		Entities:      make([]RecordEntity, len(from.Entities)),
		Timeline:      make([]TimelineEntry, len(from.Timeline)),
	}
	for i, d := range from.Documents {
		out.Reports[i] = RecordReport{Report: newReport(d.Report)}
	}
	for i, s := range from.Stories {
		out.Stories[i] = r.story(i, s)
		for _, report := range s.Reports {
			out.Reports[report].Story = id("S", i)
		}
	}
	for i, e := range from.Events {
		if err := codebook.Valid(e.Code, nil); err != nil {
			return Record{}, fmt.Errorf("event %s: %w", id("E", i), err)
		}
		out.Events[i] = r.event(i, e)
	}
	for i, s := range from.Statements {
		out.Statements[i] = r.statement(i, s)
	}
	for i, d := range from.Disagreements {
		out.Disagreements[i] = r.disagreement(i, d)
	}
	for i, c := range from.Copies {
		out.Copies[i] = r.copy(c)
	}
	for i, e := range from.Entities {
		out.Entities[i] = r.entity(i, e)
	}
	for i, t := range from.Timeline {
		out.Timeline[i] = TimelineEntry{newDates(t.Dates), id("E", t.Event)}
	}
	return out, nil
}

// report names a report by its id.
func (r recorder) report(i int) string { return r.record.Documents[i].Report.ID }

func (r recorder) reports(from []int) []string {
	out := make([]string, len(from))
	for i, n := range from {
		out[i] = r.report(n)
	}
	return out
}

func (r recorder) story(i int, s record.Story) Story {
	return Story{id("S", i), s.Title, newDates(s.Dates), r.reports(s.Reports), ids("E", s.Events), ids("T", s.Statements)}
}

func (r recorder) event(i int, e record.Event) RecordEvent {
	out := RecordEvent{
		ID: id("E", i), Story: id("S", e.Story), Type: e.Code.Type, Mode: e.Code.Mode, CAMEO: e.Code.CAMEO,
		Quad: e.Code.Quad, Intensity: e.Code.Intensity, Goldstein: e.Code.Goldstein,
		Actor: ids("N", e.Actor), Recipient: ids("N", e.Recipient), Date: newDates(e.Date), Days: list(e.Days),
		Accounts: make([]Account, len(e.Accounts)), Reports: e.Reports, Origins: e.Origins,
		Why: list(e.Why), Near: make([]NearMiss, len(e.Near)),
	}
	for j, a := range e.Accounts {
		out.Accounts[j] = r.account(a)
	}
	for j, n := range e.Near {
		out.Near[j] = NearMiss{id("E", n.Event), n.Why}
	}
	if report, place, ok := r.place(e); ok {
		written := newPlace(r.offsets[report].span(place.Span), place)
		out.Place = &written
	}
	return out
}

// place finds the account whose report gives the event's place, since a place's
// span means something in its own report only.
func (r recorder) place(e record.Event) (report int, place doc.Place, ok bool) {
	if e.Place == nil {
		return 0, doc.Place{}, false
	}
	for _, a := range e.Accounts {
		d := r.record.Documents[a.Report]
		if at := d.Events[a.Event].Place; at >= 0 && d.Places[at] == *e.Place {
			return a.Report, *e.Place, true
		}
	}
	return 0, doc.Place{}, false
}

func (r recorder) account(a record.Account) Account {
	event := r.record.Documents[a.Report].Events[a.Event]
	out := Account{
		Report: r.report(a.Report), Event: id("e", a.Event), Span: r.offsets[a.Report].span(a.Span),
		Date: newDates(event.Date), Status: string(event.Status), Negated: event.Negated,
		Attribution: []string{}, Rule: event.Rule,
	}
	for _, by := range event.Attribution {
		if n, ok := r.entities[record.LocalEntity{Report: a.Report, Entity: by}]; ok {
			out.Attribution = append(out.Attribution, id("N", n))
		}
	}
	return out
}

func (r recorder) statement(i int, s record.Statement) Statement {
	out := Statement{id("T", i), id("N", s.Speaker), ids("N", s.Joint), s.Text, make([]Variant, len(s.Variants))}
	for j, v := range s.Variants {
		out.Variants[j] = Variant{r.report(v.Report), r.offsets[v.Report].span(v.Span), string(v.Form), id("q", v.Quote), list(v.Via)}
	}
	return out
}

func (r recorder) disagreement(i int, d record.Disagreement) Disagreement {
	out := Disagreement{id("D", i), id("E", d.About), id("E", d.Other), d.Field, string(d.Kind), make([]Value, len(d.Accounts)), d.Why}
	for j, a := range d.Accounts {
		out.Accounts[j] = Value{r.report(a.Report), a.Value, r.offsets[a.Report].span(a.Span)}
	}
	return out
}

func (r recorder) copy(c record.Copy) Copy {
	out := Copy{r.report(c.From), r.report(c.To), string(c.Kind), make([][4]int, len(c.Runs))}
	from, to := r.offsets[c.From], r.offsets[c.To]
	for j, run := range c.Runs {
		out.Runs[j] = [4]int{from.point(run.From.Start), from.point(run.From.End), to.point(run.To.Start), to.point(run.To.End)}
	}
	return out
}

func (r recorder) entity(i int, e record.Entity) RecordEntity {
	out := RecordEntity{id("N", i), e.Name, list(e.Aliases), e.Country, e.Sector, make([]Role, len(e.Roles))}
	for j, role := range e.Roles {
		out.Roles[j] = Role{role.Role, newDates(role.Dates), r.report(role.Report)}
	}
	return out
}
