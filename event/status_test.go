package event_test

import (
	"strings"
	"testing"
	"time"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
)

func read(t *testing.T, text string) *doc.Document {
	t.Helper()
	d := &doc.Document{Text: text}
	day := doc.Day{Year: 2021, Month: time.May, Num: 12}
	d.Report.Published = doc.Published{Interval: doc.On(day), How: doc.DateFlag}
	if err := chain(t)(d); err != nil {
		t.Fatal(err)
	}
	if err := stage(t).Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestStatus: how real a sentence makes its event. An empty want means that the
// sentence gives no event.
func TestStatus(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Ethiopia bombed the town of Badme.", "ASSAULT asserted"},
		{"Ethiopia did not bomb the town of Badme.", "ASSAULT asserted negated"},
		{"Eritrean officials said that Ethiopia had bombed the town.", "ASSAULT reported by Eritrean officials"},
		{"Ethiopia bombed the town, according to Eritrean officials.", "ASSAULT reported by Eritrean officials"},
		{"Eritrea claimed that Ethiopian troops had attacked the town.", "ASSAULT alleged by Eritrea"},
		{"Ethiopian troops allegedly attacked the town.", "ASSAULT alleged"},
		{"Ethiopia could bomb the town.", "ASSAULT hypothetical"},
		{"Ethiopia would bomb the town if Eritrea attacked.", "ASSAULT conditional"},
		{"If, however, the Turks are willing to work with Iraq, then there is a way out of the dispute.", "AGREE conditional content=conditional"},
		{"Ethiopian troops are preparing to attack the town.", "ASSAULT planned"},
		{"Ethiopian troops attacked the town in 1999.", "ASSAULT historical"},
		{"Ethiopian troops attacked the town many years ago.", "ASSAULT historical"},
		{"Ethiopian troops attacked the town two days ago.", "ASSAULT asserted"},
		{"The Ethiopian court ruled against expelling the French ambassador.", ""},
		{"The Turkish foreign minister will meet his Greek counterpart.", "AGREE planned content=planned"},
		{"Malian soldiers are failing to protect the villages of the Dogon, a human rights group protested here Wednesday.", "ACCUSE asserted"},
		{"Kenyan students protested against the president on Monday.", "PROTEST asserted"},
		{"Kenyan officials demanded support from Uganda in regaining control over the town.", "REQUEST asserted content=planned"},
		{"Troops succeeded in retaking the town from the rebels.", "COERCE asserted"},
		{"Eritrean officials completed an inquiry into claims that Ethiopia had bombed the town.", "ACCUSE asserted"},
		{"Eritrean officials repeated claims that Ethiopia had bombed the town.", "ASSAULT alleged by Eritrean officials"},
		{"The ambassador has lived in Cairo since the Ethiopian invasion of Badme.", ""},
		{"The ambassador left Badme after the Ethiopian invasion.", "ASSAULT asserted"},
		{"In Badme 28 villagers have been killed by Ethiopian troops this year.", ""},
		{"In Badme 28 villagers have been killed by Ethiopian troops this week.", "ASSAULT asserted"},
		{"Norway condemns the Ethiopian attacks carried out on the town.", "ACCUSE asserted"},
		{"Senator Okoro denied accusations he had made a secret deal with Hezbollah.", "AGREE denied by Okoro"},
		{"Turkey may bomb the town.", ""},
		{"Instead of deporting the Kenyan refugees, Ghana helped them.", "AID asserted"},
		{"Ghana talked to the refugees rather than deporting them.", "CONSULT asserted"},
		{"Ethiopian troops attacked the town in 1868.", "ASSAULT historical"},
		{"The law prohibits retaliation against workers who strike.", ""},
		{"The new law allows the president to pardon convicted soldiers.", ""},
		{"Kenyan police arrested five men under the new law.", "COERCE asserted"},
		{"The Ghanaian council often consulted the Kenyan ministry.", ""},
		{"The Ghanaian council has often threatened the Kenyan ministry.", "THREATEN asserted"},
		{"The Ghanaian council consults the Kenyan ministry every year.", ""},
		{"Norway opposes any government that finances Kenyan rebels.", ""},
		{"Persons convicted of theft may face ten years in prison.", ""},
		{"Georgia faces rebels capable of attacking Kenyan ports.", ""},
		{"Sexual exploitation of children: The law of Peru forbids it.", ""},
		{"The talks will begin once Somalia agrees to release the ministers.", "AGREE conditional content=planned"},
		{"Turkey wants to bomb the town.", ""},
		{"Did Turkey bomb the town?", ""},
		{"Turkey is considering sanctions against Greece.", ""},
		{"Greece fears that Turkey bombed the town.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			d := read(t, tt.text)
			got := ""
			for _, ev := range d.Events {
				got = ev.Type + " " + string(ev.Status)
				if ev.Negated {
					got += " negated"
				}
				if ev.ContentStatus != "" {
					got += " content=" + string(ev.ContentStatus)
				}
				if len(ev.Attribution) > 0 {
					got += " by " + d.Entities[ev.Attribution[0]].Name
				}
				if len(ev.Actor) == 0 {
					t.Errorf("no actor: %s", event.Describe(d, ev))
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestDateAndPlace: a date and a place of the event's own clause, and of no other.
func TestDateAndPlace(t *testing.T) {
	d := read(t, "On Monday rebels attacked a base in Hama, and police arrested ten men on Sunday.")
	if len(d.Events) != 2 {
		t.Fatalf("%d events, want 2", len(d.Events))
	}
	for i, want := range []string{"2021-05-10", "2021-05-09"} {
		if got := d.Events[i].Date.From.String(); got != want {
			t.Errorf("event %d is dated %s, want %s", i, got, want)
		}
	}
	if p := d.Events[0].Place; p < 0 || d.Places[p].Span.Empty() || d.Slice(d.Places[p].Span) != "Hama" {
		t.Errorf("place of the attack: %d", p)
	}
	if p := d.Events[1].Place; p >= 0 {
		t.Errorf("the arrest has the place %q, which belongs to the attack", d.Slice(d.Places[p].Span))
	}
	d = read(t, "Angela Merkel spoke by phone with Vladimir Putin in Berlin on Tuesday.")
	if len(d.Events) != 1 || d.Events[0].Place >= 0 {
		t.Errorf("a call over the telephone has no place: %+v", d.Events)
	}
}

// TestSameEvent: the later telling points at the first; another day is another event.
func TestSameEvent(t *testing.T) {
	d := read(t, "Russia bombed Ukraine on Monday. Officials gave no figures. Russia bombed Ukraine on Monday. Russia bombed Ukraine on Tuesday.")
	if len(d.Events) != 3 {
		t.Fatalf("%d events, want 3", len(d.Events))
	}
	if d.Events[0].SameAs != -1 || d.Events[1].SameAs != 0 || d.Events[2].SameAs != -1 {
		t.Errorf("same_as = %d, %d, %d; want -1, 0, -1", d.Events[0].SameAs, d.Events[1].SameAs, d.Events[2].SameAs)
	}
}

// TestTrace: explain shows what fired and what nearly did, and leaves the
// document alone.
func TestTrace(t *testing.T) {
	d := read(t, "Russia bombed Ukraine. Turkey may bomb the town.")
	n := len(d.Events)
	fired := false
	for _, a := range event.Trace(d, 0) {
		fired = fired || a.Fired
	}
	why := ""
	for _, a := range event.Trace(d, 1) {
		if !a.Fired {
			why += a.Failed + "; "
		}
	}
	if !fired || !strings.Contains(why, "'may' before 'bomb'") || len(d.Events) != n {
		t.Errorf("fired %v, why %q, %d events", fired, why, len(d.Events))
	}
}

// TestDirtyInput: no text makes the stage fail, and the same text gives the same
// events.
func TestDirtyInput(t *testing.T) {
	for _, text := range []string{"", " \n\n ", "\xff\xfe bombed \x00", strings.Repeat("bombed ", 3000), strings.Repeat("x", 100000),
		"Russia bombed, bombed and bombed, which bombed, that bombed, \"bombed\" (bombed) — bombed.", strings.Repeat("Russia and ", 400) + "Iran met."} {
		a, b := read(t, text), read(t, text)
		if len(a.Events) != len(b.Events) {
			t.Fatalf("two readings of %.30q differ", text)
		}
		for i := range a.Events {
			if event.Describe(a, a.Events[i]) != event.Describe(b, b.Events[i]) {
				t.Fatalf("two readings of %.30q differ", text)
			}
		}
	}
}
