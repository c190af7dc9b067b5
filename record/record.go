// Package record keeps one record of many reports: which mentions are one
// event, the accounts of it side by side, who said what in which words, and
// where accounts disagree.
//
// It reads documents that went through the pipeline and the stories that
// package story made of them. It writes a Record, in which every line points
// back to spans of the reports. Every merge carries its reasons, and pairs that
// came near and were kept apart carry theirs. It never merges on the code tuple
// alone, and it never invents a name, a date or a sentence.
package record

import (
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/story"
)

// Record is what a set of reports tells together. All ints that refer are
// indexes into the slices of the same Record; Report indexes Documents.
type Record struct {
	Documents     []*doc.Document // in the order in which they were read
	Stories       []Story
	Events        []Event
	Statements    []Statement
	Disagreements []Disagreement
	Copies        []Copy
	Entities      []Entity
	Timeline      []TimelineEntry
}

// Story is a set of reports that tell one story.
type Story struct {
	Title      string // the title of its first report
	Dates      doc.Interval
	Reports    []int
	Events     []int
	Statements []int
}

// Event is one event with every account of it.
type Event struct {
	Story     int
	Code      doc.Code
	Actor     []int // indexes into Entities
	Recipient []int
	Date      doc.Interval // the days all dated accounts allow; where they differ, from the first to the last told; zero when none is dated
	Days      []string     // when it was in the accounts' own terms, each once: "2015-09-05", "Friday" where nothing dates the report
	Place     *doc.Place
	Accounts  []Account
	Reports   int      // how many reports tell it
	Origins   int      // how many independent ones, after copies and shared statements collapse
	Why       []string // why the accounts are one event
	Near      []NearMiss
}

// Account is one report's telling of an event.
type Account struct {
	Report int
	Event  int      // index into the document's Events
	Span   doc.Span // the sentence that tells it
}

// NearMiss is an event that could have been the same and was kept apart.
type NearMiss struct {
	Event int
	Why   string
}

// Statement is one thing somebody said, with all its renderings.
type Statement struct {
	Speaker  int    // index into Entities, -1 when unresolved
	Joint    []int  // all who speak as one in a joint statement; Speaker is -1 then
	Text     string // the longest rendering, of those in quotation marks if there are any
	Variants []Variant
}

// Variant is one rendering of a statement.
type Variant struct {
	Report int
	Span   doc.Span
	Form   VariantForm
	Quote  int      // index into the document's Quotes; -1 for unmarked words
	Via    []string // through whom, outermost first
}

// VariantForm says how a report renders a statement.
type VariantForm string

// The forms of rendering. Unmarked words are printed as the outlet's own.
const (
	VariantDirect   VariantForm = "direct"
	VariantMixed    VariantForm = "mixed"
	VariantIndirect VariantForm = "indirect"
	VariantUnmarked VariantForm = "unmarked"
)

// Disagreement is a field on which accounts of one event differ.
type Disagreement struct {
	About    int // index into Events
	Other    int // the event that may be the same, of a MaybeOtherEvent; else -1
	Field    string
	Kind     DisagreementKind
	Accounts []Reading
	Why      string
}

// DisagreementKind says what a difference amounts to.
type DisagreementKind string

// The kinds of difference.
const (
	Conflict        DisagreementKind = "conflict"
	Compatible      DisagreementKind = "compatible"
	RisingToll      DisagreementKind = "rising_toll"
	Revision        DisagreementKind = "revision"
	Scope           DisagreementKind = "scope"
	Denial          DisagreementKind = "denial"
	MaybeOtherEvent DisagreementKind = "maybe_other_event"
)

// Reading is what one report gives for the field in question.
type Reading struct {
	Report int
	Value  string
	Span   doc.Span
}

// Copy is text that two reports share, as package story found it.
type (
	Copy     = story.Copy
	CopyKind = story.CopyKind
	Run      = story.Run
)

// The classes of shared text.
const (
	FullCopy      = story.FullCopy
	Derived       = story.Derived
	SharedQuote   = story.SharedQuote
	SharedPassage = story.SharedPassage
	UnmarkedQuote = story.UnmarkedQuote
)

// Entity is one actor across reports.
type Entity struct {
	Name    string
	Aliases []string
	Country string
	Sector  string
	Roles   []Role
	Of      []LocalEntity // the entities of single reports that are this one
}

// LocalEntity is an entity of one report.
type LocalEntity struct{ Report, Entity int }

// Role is an office somebody held, as a report gives it.
type Role struct {
	Role   string
	Dates  doc.Interval // when the reports that say so were published
	Report int
}

// TimelineEntry is an event on the timeline. Events without a date stand last.
type TimelineEntry struct {
	Dates doc.Interval
	Event int
}
