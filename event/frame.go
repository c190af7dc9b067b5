// Package event codes who did what to whom.
//
// It reads dependency trees, entities, times, places and quotes, and writes
// coded events with actor, recipient, date, place, status and the frame that
// fired; what looked like an event and was not coded it lists with the reason.
//
// What counts as which act stands in event frames: text files under lang/en
// whose format is docs/frames.md. The codes are PLOVER 2.0 and CAMEO 1.1b3 as
// package codebook holds them. This package is the engine behind the frames:
// voice, control, coordination, light verbs, event nouns, the composition of an
// outer act over an inner one, status, negation and attribution.
//
// It never writes a default code, never takes an object for a recipient unless
// its frame says so, and never invents a party, a date or a place.
package event

import "github.com/readout-project/readout/doc"

// Frame is one way of wording one kind of act, as a frame file gives it.
type Frame struct {
	Name     string
	File     string
	Line     int
	Own      bool     // from a file of the user
	Source   []string // its lines as written, without comments
	Code     doc.Code
	Coded    bool // false for "code -": only composition gives a code
	Contexts []string

	Verbs      []Trigger
	Nouns      []Trigger
	Adjectives []Trigger
	Light      []Light
	Bare       bool

	Object, NotObject   *Words
	Subject, NotSubject *Words
	Speaker             []string // sectors, one of which whoever says the clause must have
	NotModifier         *Words   // words before the event noun
	With                []Governed
	Clause              []string
	NotClause           *Words // verbs that the clause must not be built on
	Purpose, NotPurpose *Words // verbs of the infinitive that says what for

	Actor, Recipient         []Slot
	AnyActor, AnyRecipient   bool
	PlaceRecipient           bool // a place stands for the country it lies in
	NeedActor, NeedRecipient bool
	NeedAny                  bool // one of the two will do
	NeedNone                 bool // told also where nobody is named
	Mutual                   bool
	Inner                    []string
	Yes, No                  []Example
	order                    int // place among all frames, the last tie-breaker
	outer                    string
}

// Trigger is a word or fixed expression that calls up a frame.
type Trigger struct {
	Words []string // lemmas; particles and prepositions as written
	Head  int      // which of the words heads the expression
	Tied  bool     // its last preposition is tied to the verb, which has no object of its own
}

// Light is a verb that carries an event noun as its object, or, with a
// preposition as its last word, as the noun of that phrase.
type Light struct {
	Lemma    string
	Rest     []string
	Receives bool // the subject undergoes the act: "received a call from"
}

// Governed is a constraint on the phrase with a preposition.
type Governed struct {
	Prep string
	Not  bool
	Set  *Words
}

// Slot is where a party stands.
type Slot struct {
	Of   string // "", or inside which slot: "object", "subject", "inner", "clause", a preposition
	Name string // "subject", "object", "indirect", "possessor", "modifier" or a preposition
}

// Example is a sentence that a frame must or must not code.
type Example struct {
	Line      int
	Text      string
	Actor     []string
	Recipient []string
	Checks    []string
}

// precision says how much the frame asks of its surroundings; of two frames on
// one trigger the more precise wins. A closed list of words says more than an
// open class, and a short list more than a long one.
func (f *Frame) precision() float64 {
	p := 0.0
	for _, w := range []*Words{f.Object, f.Subject} {
		p += w.precision()
	}
	asked := 0.0
	for _, w := range f.With {
		if w.Not {
			p += 0.1
		} else {
			asked = max(asked, w.Set.precision())
		}
	}
	for _, w := range []*Words{f.NotObject, f.NotSubject, f.NotModifier} {
		if w != nil {
			p += 0.1
		}
	}
	if len(f.Clause) > 0 || f.Purpose != nil {
		p += 0.5
	}
	return p + asked
}
