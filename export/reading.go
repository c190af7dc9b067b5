package export

import (
	"fmt"
	"strconv"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

// ReadingSchema names the format of a reading.
const ReadingSchema = "readout/reading/1"

// Span is a stretch of a report's text in code points, [Start, End), with its words.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Reading is one report as read.
type Reading struct {
	Schema     string     `json:"schema"`
	Report     Report     `json:"report"`
	Text       string     `json:"text"`
	Blocks     []Block    `json:"blocks"`
	Sentences  []Sentence `json:"sentences"`
	Entities   []Entity   `json:"entities"`
	Times      []Time     `json:"times"`
	Places     []Place    `json:"places"`
	Quotes     []Quote    `json:"quotes"`
	Events     []Event    `json:"events"`
	Quantities []Quantity `json:"quantities"`
	Uncoded    []Uncoded  `json:"uncoded"`
}

// Report says which report it is, where it came from and what became of it.
type Report struct {
	ID        string    `json:"id"`
	Ref       string    `json:"ref"`
	Path      string    `json:"path"`
	URL       string    `json:"url"`
	Outlet    string    `json:"outlet"`
	Title     string    `json:"title"`
	Author    string    `json:"author"`
	Published Published `json:"published"`
	Language  string    `json:"language"`
	Status    string    `json:"status"`
	Problem   string    `json:"problem"`
}

// Dates is an interval of days; an end that is not known is empty.
type Dates struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Published is the date of publication with how it is known.
type Published struct {
	Dates
	How string `json:"how"`
	Why string `json:"why,omitempty"` // the evidence of an inferred range
}

// Block is a run of lines of one kind, with the rule that labelled it.
type Block struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	Rule  string `json:"rule,omitempty"`
}

// Sentence is one sentence.
type Sentence struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Entity is somebody or something mentioned; Evidence is what country, sector
// and role were read from, where the report itself tells them.
type Entity struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Kind     string    `json:"kind"`
	Country  string    `json:"country"`
	Sector   string    `json:"sector"`
	CAMEO    string    `json:"cameo"`
	Role     string    `json:"role"`
	How      string    `json:"how"`
	Evidence *Span     `json:"evidence,omitempty"`
	Rule     string    `json:"rule,omitempty"`
	Members  []string  `json:"members,omitempty"`
	Mentions []Mention `json:"mentions"`
}

// Mention is one mention of an entity.
type Mention struct {
	Span
	Form string `json:"form"`
	Rule string `json:"rule,omitempty"`
}

// Time is a time expression.
type Time struct {
	Span
	Type  string `json:"type"`
	Value string `json:"value"`
	Dates
	Anchor string `json:"anchor"`
	Rule   string `json:"rule,omitempty"`
}

// Place is a place name; Lat, Lon and GeoNames are null where the gazetteer
// does not know them.
type Place struct {
	Span
	Name     string   `json:"name"`
	Country  string   `json:"country"`
	Adm1     string   `json:"adm1"`
	Lat      *float64 `json:"lat"`
	Lon      *float64 `json:"lon"`
	GeoNames *int     `json:"geonames"`
	Kind     string   `json:"kind"`
	Rule     string   `json:"rule,omitempty"`
}

// Quote is an attribution. Source and Cue are null where the text has none; Joint
// lists those who speak as one, and Speaker is empty then.
type Quote struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Content   []Span   `json:"content"`
	Source    *Span    `json:"source"`
	Cue       *Span    `json:"cue"`
	Speaker   string   `json:"speaker"`
	Joint     []string `json:"joint"`
	Via       []string `json:"via"`
	Addressee string   `json:"addressee"`
	Attitude  bool     `json:"attitude,omitempty"` // where the source stands rather than what it said
	Rule      string   `json:"rule,omitempty"`
}

// Event is a coded act. Place is absent when the text ties none to it.
type Event struct {
	ID            string    `json:"id"`
	Sentence      int       `json:"sentence"`
	Trigger       Span      `json:"trigger"`
	Type          string    `json:"type"`
	Mode          string    `json:"mode"`
	Contexts      []string  `json:"contexts"`
	CAMEO         string    `json:"cameo"`
	Quad          int       `json:"quad"`
	Intensity     float64   `json:"intensity"`
	Goldstein     float64   `json:"goldstein"`
	Actor         []string  `json:"actor"`
	Recipient     []string  `json:"recipient"`
	Date          EventDate `json:"date"`
	Place         *int      `json:"place,omitempty"`
	Status        string    `json:"status"`
	ContentStatus string    `json:"content_status"`
	Negated       bool      `json:"negated"`
	SameAs        string    `json:"same_as"`
	Attribution   []string  `json:"attribution"`
	Rule          string    `json:"rule"`
	Salience      float64   `json:"salience"`
	Clause        *Span     `json:"clause,omitempty"`
	Reasons       []string  `json:"reasons"`
}

// EventDate is the date of an event with the time expression that gives it;
// Time is absent when the text dates the event by none.
type EventDate struct {
	Dates
	Time *int `json:"time,omitempty"`
}

// Quantity is a number of people or things; an open bound is null.
type Quantity struct {
	Span
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
	Of   string   `json:"of"`
	// Counted is null where the text has no noun; Part tells of only some.
	Counted *Span  `json:"counted"`
	Part    bool   `json:"part"`
	Event   string `json:"event"`
	Rule    string `json:"rule,omitempty"`
}

// Uncoded is what looked like an event and was not coded, with the reason.
type Uncoded struct {
	Span
	Sentence int    `json:"sentence"`
	Reason   string `json:"reason"`
	Rule     string `json:"rule,omitempty"`
}

// NewReading turns a document into a reading. It is an error when an event
// carries a code that is not in the codebook: such a row is never written.
func NewReading(d *doc.Document) (Reading, error) {
	o := newOffsets(d.Text)
	r := Reading{
		Schema: ReadingSchema, Report: newReport(d.Report), Text: d.Text,
		Blocks:     make([]Block, len(d.Blocks)),
		Sentences:  make([]Sentence, len(d.Sentences)),
		Entities:   make([]Entity, len(d.Entities)),
		Times:      make([]Time, len(d.Times)),
		Places:     make([]Place, len(d.Places)),
		Quotes:     make([]Quote, len(d.Quotes)),
		Events:     make([]Event, len(d.Events)),
		Quantities: make([]Quantity, len(d.Quantities)),
		Uncoded:    make([]Uncoded, len(d.Uncoded)),
	}
	for i, b := range d.Blocks {
		r.Blocks[i] = Block{o.point(b.Start), o.point(b.End), string(b.Kind), b.Rule}
	}
	for i, s := range d.Sentences {
		r.Sentences[i] = Sentence{o.point(s.Start), o.point(s.End)}
	}
	for i, e := range d.Entities {
		r.Entities[i] = newEntity(o, i, e)
	}
	for i, t := range d.Times {
		r.Times[i] = Time{o.span(t.Span), string(t.Type), t.Value, newDates(t.Interval), string(t.Anchor), t.Rule}
	}
	for i, p := range d.Places {
		r.Places[i] = newPlace(o.span(p.Span), p)
	}
	for i, q := range d.Quotes {
		r.Quotes[i] = newQuote(o, i, q)
	}
	for i, e := range d.Events {
		if err := codebook.Valid(e.Code, e.Contexts); err != nil {
			return Reading{}, fmt.Errorf("%s: event %s by rule %s: %w", d.Report.Path, id("e", i), e.Rule, err)
		}
		r.Events[i] = newEvent(o, i, e)
	}
	for i, q := range d.Quantities {
		r.Quantities[i] = newQuantity(o, q)
	}
	for i, u := range d.Uncoded {
		r.Uncoded[i] = Uncoded{o.span(u.Span), u.Sentence, u.Reason, u.Rule}
	}
	return r, nil
}

func newReport(r doc.Report) Report {
	return Report{r.ID, r.Ref, r.Path, r.URL, r.Outlet, r.Title, r.Author,
		newPublished(r.Published), r.Language, string(r.Status), r.Problem}
}

func newPublished(p doc.Published) Published {
	how := p.How
	if how == "" {
		how = doc.DateUnknown
	}
	return Published{newDates(p.Interval), string(how), p.Why}
}

func newDates(i doc.Interval) Dates { return Dates{i.From.String(), i.To.String()} }

func newEntity(o offsets, i int, e doc.Entity) Entity {
	out := Entity{
		ID: id("x", i), Name: e.Name, Kind: string(e.Kind), Country: e.Country, Sector: e.Sector,
		CAMEO: e.CAMEO, Role: e.Role, How: string(e.How), Evidence: o.found(e.Evidence), Rule: e.Rule,
		Members: ids("x", e.Members), Mentions: make([]Mention, len(e.Mentions)),
	}
	for j, m := range e.Mentions {
		out.Mentions[j] = Mention{o.span(m.Span), string(m.Form), m.Rule}
	}
	return out
}

func newPlace(at Span, p doc.Place) Place {
	out := Place{Span: at, Name: p.Name, Country: p.Country, Adm1: p.Adm1,
		Kind: string(p.Kind), Rule: p.Rule}
	if p.Located {
		out.Lat, out.Lon = &p.Lat, &p.Lon
	}
	if p.GeoNames != 0 {
		out.GeoNames = &p.GeoNames
	}
	return out
}

func newQuote(o offsets, i int, q doc.Quote) Quote {
	out := Quote{
		ID: id("q", i), Kind: string(q.Kind), Content: o.spans(q.Content), Source: o.found(q.Source),
		Cue: o.found(q.Cue), Speaker: id("x", q.Speaker), Joint: ids("x", q.Joint), Via: make([]string, len(q.Via)),
		Addressee: id("x", q.Addressee), Attitude: q.Attitude, Rule: q.Rule,
	}
	for j, v := range q.Via {
		out.Via[j] = o.text[v.Start:v.End]
	}
	return out
}

func newEvent(o offsets, i int, e doc.Event) Event {
	return Event{
		ID: id("e", i), Sentence: e.Sentence, Trigger: o.span(e.Trigger),
		Type: e.Type, Mode: e.Mode, Contexts: list(e.Contexts), CAMEO: e.CAMEO,
		Quad: e.Quad, Intensity: e.Intensity, Goldstein: e.Goldstein,
		Actor: ids("x", e.Actor), Recipient: ids("x", e.Recipient),
		Date: EventDate{newDates(e.Date), index(e.Time)}, Place: index(e.Place),
		Status: string(e.Status), ContentStatus: string(e.ContentStatus), Negated: e.Negated,
		SameAs: id("e", e.SameAs), Attribution: ids("x", e.Attribution),
		Rule: e.Rule, Salience: e.Salience, Clause: o.found(e.Clause), Reasons: list(e.Reasons),
	}
}

func newQuantity(o offsets, q doc.Quantity) Quantity {
	out := Quantity{Span: o.span(q.Span), Of: q.Of, Counted: o.found(q.Counted), Part: q.Part, Event: id("e", q.Event), Rule: q.Rule}
	if q.HasLow {
		out.Low = &q.Low
	}
	if q.HasHigh {
		out.High = &q.High
	}
	return out
}

// id names the i-th finding of its kind, counted from 1; a negative index names none.
func id(kind string, i int) string {
	if i < 0 {
		return ""
	}
	return kind + strconv.Itoa(i+1)
}

// ids names several findings; none are an empty list.
func ids(kind string, from []int) []string {
	out := make([]string, len(from))
	for i, n := range from {
		out[i] = id(kind, n)
	}
	return out
}

// index is nil for "none", so that the field is absent.
func index(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

// list is never null in JSON.
func list(from []string) []string {
	if from == nil {
		return []string{}
	}
	return from
}
