package doc

// Entity is somebody or something the report mentions.
type Entity struct {
	Name    string // the fullest name the report (or a table) gives
	Kind    EntityKind
	Country string // ISO 3166-1 alpha-3; "IGO", "NGO", "IMG" for non-state; "" when unknown, never a guess
	Sector  string // PLOVER sector
	CAMEO   string // actor code, e.g. RUSGOV
	Role    string // "Foreign Minister"
	How     Knowledge
	// Evidence is the span that country, sector and role were read from; empty
	// when they come from a table or are not known.
	Evidence Span
	Rule     string
	Mentions []Mention // in order of the text
	// Members are the entities a group names one by one ("the US and Russia"),
	// as indexes into Entities. An inferred member list is never written.
	Members []int
}

// EntityKind says what an entity is.
type EntityKind string

// The kinds of entity.
const (
	KindPerson       EntityKind = "person"
	KindOrganization EntityKind = "organization"
	KindCountry      EntityKind = "country"
	KindGroup        EntityKind = "group"
	KindPlace        EntityKind = "place"
	KindRole         EntityKind = "role"
)

// Knowledge says where an entity's country and sector come from.
type Knowledge string

// The ways of knowing.
const (
	KnownLexicon    Knowledge = "lexicon"
	KnownTitle      Knowledge = "title"
	KnownApposition Knowledge = "apposition"
	KnownLearned    Knowledge = "learned"
	KnownNot        Knowledge = "unknown"
)

// Mention is one place in the text where an entity is mentioned.
type Mention struct {
	Span
	First, Last int // tokens: Tokens[First:Last]
	Head        int // the token that stands for the mention in the tree
	Form        MentionForm
	Rule        string // why this mention is of this entity
}

// MentionForm is the form of a mention.
type MentionForm string

// The forms of mention.
const (
	FormName    MentionForm = "name"
	FormNominal MentionForm = "nominal"
	FormPronoun MentionForm = "pronoun"
)

// Time is a time expression, resolved as far as the text and the date of
// publication allow.
type Time struct {
	Span
	Type  TimeType
	Value string // TIMEX3 value: "2015-09-05", "XXXX-WXX-5"
	Interval
	Anchor Anchor
	Rule   string
}

// TimeType is the TIMEX3 type of a time expression.
type TimeType string

// The types of time expression.
const (
	TimeDate     TimeType = "DATE"
	TimeClock    TimeType = "TIME"
	TimeDuration TimeType = "DURATION"
	TimeSet      TimeType = "SET"
)

// Anchor says what a time expression was resolved against.
type Anchor string

// The anchors.
const (
	AnchorPublished Anchor = "published"
	AnchorText      Anchor = "text"
	AnchorNone      Anchor = "none"
)

// Place is a place name resolved against the gazetteer. An unresolved name
// stays, with an empty Country.
type Place struct {
	Span
	Name     string
	Country  string // ISO 3166-1 alpha-3
	Adm1     string
	Lat, Lon float64
	Located  bool // Lat and Lon are known
	GeoNames int
	Kind     PlaceKind
	Rule     string
}

// PlaceKind says what kind of place a name names.
type PlaceKind string

// The kinds of place. A capital that acts is a government and no place of an event.
const (
	PlaceCountry PlaceKind = "country"
	PlaceAdm1    PlaceKind = "adm1"
	PlaceCity    PlaceKind = "city"
	PlaceRegion  PlaceKind = "region"
	PlaceFeature PlaceKind = "feature"
	PlaceCapital PlaceKind = "capital-as-government"
)

// Quote is an attribution: somebody is reported to have said something.
type Quote struct {
	Kind      QuoteKind
	Content   []Span // without quotation marks
	Source    Span   // who, as the text names the source; may be empty
	Cue       Span   // "said"; may be empty
	Speaker   int    // index into Entities, -1 when unresolved
	Joint     []int  // indexes into Entities: all who speak as one in a joint statement; Speaker is -1 then
	Via       []Span // through whom, outermost first: "Reuters"
	Addressee int    // index into Entities, -1 when none
	Rule      string
	// Attitude says that the cue tells where the source stands ("opposes", "seeks"),
	// not what the source said: what happens in the content is not thereby reported.
	Attitude bool
}

// QuoteKind is the kind of speech.
type QuoteKind string

// The kinds of speech.
const (
	QuoteDirect   QuoteKind = "direct"
	QuoteMixed    QuoteKind = "mixed"
	QuoteIndirect QuoteKind = "indirect"
)

// Code is a row of the codebook as an event carries it. Package codebook is the
// only maker of codes, so that none outside the tables can be written.
type Code struct {
	Type      string // PLOVER event type
	Mode      string // PLOVER mode, "" where the type has none or the text tells none
	CAMEO     string
	Quad      int
	Intensity float64 // PLOVER, -10 to +10
	Goldstein float64
}

// Event is one act: somebody did something, often to somebody.
type Event struct {
	Sentence int // index into Sentences
	Trigger  Span
	Code
	Contexts      []string
	Actor         []int // indexes into Entities
	Recipient     []int
	Date          Interval
	Time          int // index into Times of the expression that dates it, -1 when none
	Place         int // index into Places, -1 when the text ties none to the event
	Status        EventStatus
	ContentStatus EventStatus // of what a threat, promise, demand or accusation is about
	Negated       bool
	SameAs        int   // index into Events of the first mention of the same event, -1 when this is it
	Attribution   []int // indexes into Entities: who says so when it is not the outlet itself
	Rule          string
	Salience      float64 // 0 to 1
	// Reasons names the evidence for status, negation, date and attribution,
	// one short clause each, for a person to check.
	Reasons []string
	// Clause is the part of the sentence that tells the event.
	Clause Span
}

// EventStatus says how real the report makes an event.
type EventStatus string

// The statuses.
const (
	Asserted     EventStatus = "asserted"
	Reported     EventStatus = "reported"
	Alleged      EventStatus = "alleged"
	Denied       EventStatus = "denied"
	Planned      EventStatus = "planned"
	Conditional  EventStatus = "conditional"
	Hypothetical EventStatus = "hypothetical"
	Historical   EventStatus = "historical"
)

// Quantity is a number of people or things with what is counted.
type Quantity struct {
	Span
	Low, High float64 // HasHigh false: no upper bound; likewise HasLow
	HasLow    bool
	HasHigh   bool
	Of        string // "people killed"
	Counted   Span   // the noun that is counted, with what describes it: "Turkish soldiers"; empty when the text leaves it out
	Part      bool   // counts only some of those concerned: "a further 12", "12 of them", "including 12 children"
	Event     int    // index into Events, -1 when none
	Rule      string
}

// Uncoded is something that looked like an event and was not coded.
type Uncoded struct {
	Span
	Sentence int
	Reason   string
	Rule     string // the frame that came nearest, "" when none did
}
