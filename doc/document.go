// Package doc is the one currency of Readout: a report, its text, and what the
// stages found in it.
//
// Every finding holds spans of the report's text, in bytes; the single place
// that turns them into code points is package export, where JSON is written.
// A stage adds findings and never changes what an earlier stage added.
//
// The package imports nothing of ours and knows nothing of politics, of
// English or of any file format.
package doc

// Document is one report with everything found in it so far. Findings refer to
// each other by index into the document's own slices.
type Document struct {
	Report Report
	// Text is the decoded report, to the letter. Spans are byte offsets into it.
	Text string
	// HTML is the page as decoded, when the report came as HTML and its text has
	// not been drawn from it yet. The clean stage empties it.
	HTML string

	Blocks     []Block
	Sentences  []Sentence
	Tokens     []Token
	Names      []Name
	Entities   []Entity
	Times      []Time
	Places     []Place
	Quotes     []Quote
	Events     []Event
	Quantities []Quantity
	// Uncoded lists what looked like an event and was not coded, with the reason.
	Uncoded []Uncoded
}

// Slice returns the text a span covers.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Report says which report this is and where it came from.
type Report struct {
	ID        string // hash of the content: the same bytes always get the same id
	Ref       string // the caller's own id, where the input gives one
	Path      string
	URL       string
	Outlet    string
	Title     string
	Author    string
	Published Published
	Language  string // ISO 639-1, "" when not determined
	Status    Status
	Problem   string // why Status is not StatusRead, with what to do about it
	// Damaged says that bytes of the report were no text in any likely encoding:
	// it is read, and Problem tells what is missing.
	Damaged bool
}

// Status says what became of a report.
type Status string

// The four fates of a report.
const (
	StatusRead                Status = "read"
	StatusUnsupportedLanguage Status = "unsupported_language"
	StatusEmpty               Status = "empty"
	StatusFailed              Status = "failed"
)

// Published is a report's date of publication with how it is known. The zero
// interval means that nothing tells it; an inferred one may be open at an end.
type Published struct {
	Interval
	How DateSource
	// Why is the evidence of the text that an inferred range rests on.
	Why string
}

// DateSource names what a publication date rests on.
type DateSource string

// What a publication date may rest on, strongest first.
const (
	DateMetadata DateSource = "metadata"
	DateFeed     DateSource = "feed"
	DateURL      DateSource = "url"
	DateFlag     DateSource = "flag"
	DateDateline DateSource = "dateline"
	DateInferred DateSource = "inferred"
	DateUnknown  DateSource = "unknown"
)
