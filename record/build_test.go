package record

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

const pledge = "any new shipment of missiles across the strait would undo two years of patient work and put fishermen and sailors of both nations in danger"

// calls are three reports of a call between two foreign ministers: two print the
// ministry's words between marks and name different weekdays, the third prints
// them as its own and gives a calendar date.
func calls(t *testing.T) []*scene {
	a := report(t, "a", "Norwegian Foreign Minister Anna Berg phoned her Danish counterpart Jens Holm on Monday about the missiles in the strait.\n"+
		"The Norwegian Foreign Ministry put out a statement on the call.\n\""+pledge+"\".")
	minister, other := a.entity(doc.KindPerson, "Anna Berg", "NOR", "GOV"), a.entity(doc.KindPerson, "Jens Holm", "DNK", "GOV")
	ministry := a.entity(doc.KindOrganization, "Norwegian Foreign Ministry", "NOR", "GOV")
	a.event("CONSULT", "phone", "041", "phoned", []int{minister}, []int{other}, "Monday", "XXXX-WXX-1")
	a.quote(doc.QuoteDirect, pledge, ministry)

	b := report(t, "b", "On Tuesday Berg made a phone call to Denmark about the missiles in the strait.\n"+
		"According to her ministry, she \"warned that "+pledge+"\".")
	minister, country := b.entity(doc.KindPerson, "Berg", "NOR", "GOV"), b.entity(doc.KindCountry, "Denmark", "DNK", "GOV")
	ministry = b.entity(doc.KindOrganization, "Norwegian Foreign Ministry", "NOR", "GOV")
	b.event("CONSULT", "phone", "041", "made a phone call", []int{minister}, []int{country}, "Tuesday", "XXXX-WXX-2")
	b.quote(doc.QuoteMixed, "warned that "+pledge, ministry)

	c := report(t, "c", "Anna Berg called Jens Holm on March 9 because "+pledge+", as the missiles in the strait showed.")
	minister, other = c.entity(doc.KindPerson, "Anna Berg", "NOR", "GOV"), c.entity(doc.KindPerson, "Jens Holm", "DNK", "GOV")
	c.event("CONSULT", "phone", "041", "called", []int{minister}, []int{other}, "March 9", "XXXX-03-09")
	return []*scene{a, b, c}
}

func TestOneCallTwoDays(t *testing.T) {
	r := build(calls(t)[:2]...)
	if len(r.Events) != 1 {
		t.Fatalf("%d events, want one: %+v", len(r.Events), r.Events)
	}
	e := r.Events[0]
	if e.Reports != 2 || e.Origins != 1 {
		t.Errorf("%d reports of %d origins, want 2 of 1: one statement is behind both", e.Reports, e.Origins)
	}
	if !e.Date.IsZero() {
		t.Errorf("date %v, though no account gives more than a weekday", e.Date)
	}
	if len(r.Disagreements) != 1 || r.Disagreements[0].Kind != Conflict || r.Disagreements[0].Field != "date" {
		t.Fatalf("disagreements %+v", r.Disagreements)
	}
	if got := r.Disagreements[0].Accounts; len(got) != 2 || got[0].Value == got[1].Value {
		t.Errorf("readings %+v", got)
	}
	if r.Entities[e.Actor[0]].Name != "Anna Berg" || r.Entities[e.Recipient[0]].Name != "Jens Holm" {
		t.Errorf("parties %v > %v", e.Actor, e.Recipient)
	}
}

func TestCalendarDateAgainstWeekdayIsMaybeAnotherEvent(t *testing.T) {
	r := build(calls(t)...)
	if len(r.Events) != 2 {
		t.Fatalf("%d events, want two", len(r.Events))
	}
	found := false
	for _, d := range r.Disagreements {
		found = found || d.Kind == MaybeOtherEvent
	}
	if !found {
		t.Errorf("no maybe_other_event among %+v", r.Disagreements)
	}
	if len(r.Events[0].Near) == 0 || len(r.Events[1].Near) == 0 {
		t.Error("the pair kept apart is not listed with its reason")
	}
}

func TestStatementAndItsUnmarkedWords(t *testing.T) {
	r := build(calls(t)...)
	if len(r.Statements) != 1 {
		t.Fatalf("%d statements, want one: %+v", len(r.Statements), r.Statements)
	}
	s := r.Statements[0]
	if s.Speaker < 0 || r.Entities[s.Speaker].Name != "Norwegian Foreign Ministry" {
		t.Errorf("speaker %d", s.Speaker)
	}
	var forms []VariantForm
	for _, v := range s.Variants {
		forms = append(forms, v.Form)
	}
	if !slices.Equal(forms, []VariantForm{VariantDirect, VariantMixed, VariantUnmarked}) {
		t.Errorf("forms %v", forms)
	}
	if s.Text != pledge {
		t.Errorf("text %q", s.Text)
	}
}

// merges writes what is one with what, by the names of reports.
func merges(r *Record) string {
	var lines []string
	name := func(report int) string { return r.Documents[report].Report.ID }
	for _, e := range r.Events {
		var accounts []string
		for _, a := range e.Accounts {
			accounts = append(accounts, fmt.Sprint(name(a.Report), a.Event))
		}
		slices.Sort(accounts)
		lines = append(lines, fmt.Sprint("event ", accounts, e.Origins))
	}
	for _, s := range r.Statements {
		var variants []string
		for _, v := range s.Variants {
			variants = append(variants, fmt.Sprint(name(v.Report), v.Span, v.Form))
		}
		slices.Sort(variants)
		lines = append(lines, fmt.Sprint("statement ", variants))
	}
	for _, s := range r.Stories {
		var reports []string
		for _, i := range s.Reports {
			reports = append(reports, name(i))
		}
		slices.Sort(reports)
		lines = append(lines, fmt.Sprint("story ", reports))
	}
	for _, d := range r.Disagreements {
		lines = append(lines, fmt.Sprint("disagreement ", d.Field, d.Kind, len(d.Accounts)))
	}
	for _, e := range r.Entities {
		var of []string
		for _, l := range e.Of {
			of = append(of, fmt.Sprint(name(l.Report), l.Entity))
		}
		slices.Sort(of)
		lines = append(lines, fmt.Sprint("entity ", of))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestOrderOfReportsChangesNoMerge(t *testing.T) {
	want := ""
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 0, 3, 2}, {2, 0, 1, 3}, {1, 3, 2, 0}} {
		scenes := append(calls(t), strike(t, "d", "2031-05-03", "Norrhamn"))
		var shuffled []*scene
		for _, i := range order {
			shuffled = append(shuffled, scenes[i])
		}
		got := merges(build(shuffled...))
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("order %v:\n%s\nwant\n%s", order, got, want)
		}
	}
}

// strike is a report of nameless police arresting a man somewhere.
func strike(t *testing.T, id, day, town string) *scene {
	s := report(t, id, "Police arrested a man in "+town+" after a quarrel about a stolen boat, on the day "+day+".")
	police, man := s.entity(doc.KindRole, "Police", "", "COP"), s.entity(doc.KindRole, "a man", "", "CVL")
	e := s.event("COERCE", "arrest", "173", "arrested", []int{police}, []int{man}, day, day)
	s.place(e, town, "SWE")
	return s
}

func TestNamelessPartiesNeedPlaceAndDay(t *testing.T) {
	for _, c := range []struct {
		name, day, town string
		want            int
	}{
		{"same place and day", "2031-05-03", "Norrhamn", 1},
		{"another town", "2031-05-03", "Sundsby", 2},
		{"another day", "2031-05-09", "Norrhamn", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := build(strike(t, "a", "2031-05-03", "Norrhamn"), strike(t, "b", c.day, c.town))
			if len(r.Events) != c.want {
				t.Errorf("%d events, want %d", len(r.Events), c.want)
			}
		})
	}
	again := func() *scene {
		s := report(t, "b", "After a quarrel about a stolen boat a man was arrested by police on 2031-05-03.")
		police, man := s.entity(doc.KindRole, "police", "", "COP"), s.entity(doc.KindRole, "a man", "", "CVL")
		s.event("COERCE", "arrest", "173", "arrested", []int{police}, []int{man}, "2031-05-03", "2031-05-03")
		return s
	}
	if r := build(strike(t, "a", "2031-05-03", "Norrhamn"), again()); len(r.Events) != 2 {
		t.Errorf("merged without a place")
	}
}

func TestCopiedSentenceIsOneTellingWhoeverItsParties(t *testing.T) {
	// Nameless parties, no place, no day: only the words can tell.
	const first = "The two ministers agreed to keep talking about the quotas for herring in the spring.\n"
	const rest = "Their ships met again on Sunday in the narrow strait between the islands.\nNobody was hurt, and the harbour stayed open through the night."
	told := func(id, text string) *scene {
		s := report(t, id, text)
		ministers := s.entity(doc.KindRole, "ministers", "", "GOV")
		s.event("AGREE", "", "036", "agreed", []int{ministers}, nil, "", "")
		return s
	}
	r := build(told("a", first+rest), told("b", "A wire report.\n"+first+rest))
	if len(r.Events) != 1 || r.Events[0].Origins != 1 {
		t.Fatalf("copies: %+v", r.Events)
	}
	if !slices.Contains(r.Events[0].Why, "the same sentence in a copied text") {
		t.Errorf("reasons %q", r.Events[0].Why)
	}
	r = build(told("a", first+rest), told("b", "On herring, the ministers from the north agreed to meet.\n"+rest))
	if len(r.Events) != 2 {
		t.Errorf("other words in a copied text are one event: %+v", r.Events)
	}
}

func TestNamesAndOfficesAreNoSharedWords(t *testing.T) {
	const lead = "Norwegian Foreign Minister Anna Berg called Danish Foreign Minister Jens Holm on the telephone"
	call := func(id, day, rest, word, value string) *scene {
		s := report(t, id, lead+" "+rest).published(day)
		minister := s.entity(doc.KindPerson, "Anna Berg", "NOR", "GOV")
		other := s.entity(doc.KindPerson, "Jens Holm", "DNK", "GOV")
		s.Entities[minister].Role, s.Entities[other].Role = "Norwegian Foreign Minister", "Danish Foreign Minister"
		s.event("CONSULT", "phone", "041", "called", []int{minister}, []int{other}, word, value)
		return s
	}
	r := build(
		call("a", "2031-05-05", "on 2031-05-05 because missiles had crossed the strait at night, near the islands.", "2031-05-05", "2031-05-05"),
		call("b", "2031-05-06", "and asked for help with timber that winter storms had thrown into her fjords.", "", ""))
	if len(r.Events) != 2 {
		t.Errorf("%d events, want two: both sentences only name who called whom; %q", len(r.Events), r.Events[0].Why)
	}
}

func TestBlastsWithoutAnActorNeedPlaceAndDay(t *testing.T) {
	blast := func(id, text, day, town string) *scene {
		s := report(t, id, text)
		people := s.entity(doc.KindRole, "people", "", "CVL")
		e := s.event("ASSAULT", "explosives", "183", "killed", nil, []int{people}, day, day)
		if town != "" {
			s.place(e, town, "SWE")
		}
		return s
	}
	const one = "Two blasts killed at least 12 people at a fish market in Norrhamn on 2031-05-03."
	first := func() *scene { return blast("a", one, "2031-05-03", "Norrhamn") }
	r := build(first(), blast("b", "Bombs in Norrhamn killed 19 people at its fish market on 2031-05-03.", "2031-05-03", "Norrhamn"))
	if len(r.Events) != 1 {
		t.Errorf("same place and day: %d events, want one", len(r.Events))
	}
	r = build(first(), blast("b", "Bombs killed 19 people at the fish market on 2031-05-03.", "2031-05-03", ""))
	if len(r.Events) != 2 {
		t.Errorf("no place: %d events, want two", len(r.Events))
	}
	r = build(first(), blast("b", "Bombs killed 19 people at a fish market in Norrhamn on 2031-05-09.", "2031-05-09", "Norrhamn"))
	if len(r.Events) != 2 {
		t.Errorf("another day: %d events, want two", len(r.Events))
	}
}

func TestDatesThatDifferSpanTheEvent(t *testing.T) {
	day, _ := doc.ParseDay("2031-05-05") // a Monday
	dated := func(s *scene, d doc.Day) { s.Events[0].Date, s.Times[0].Interval = doc.On(d), doc.On(d) }
	scenes := calls(t)[:2]
	dated(scenes[0], day)
	dated(scenes[1], day.Add(1))
	r := build(scenes...)
	if len(r.Events) != 1 || r.Events[0].Date != (doc.Interval{From: day, To: day.Add(1)}) {
		t.Errorf("Monday the 5th and Tuesday the 6th: %+v", r.Events)
	}
}

func TestWeekdayOfAnUndatedReportStaysOne(t *testing.T) {
	day, _ := doc.ParseDay("2031-05-05") // a Monday
	scenes := calls(t)[:2]
	scenes[0].Events[0].Date, scenes[0].Times[0].Interval = doc.On(day), doc.On(day)
	r := build(scenes...)
	if len(r.Events) != 1 {
		t.Fatalf("%d events, want one", len(r.Events))
	}
	// The Tuesday is of no week that anybody knows.
	if e := r.Events[0]; e.Date != doc.On(day) || !slices.Equal(e.Days, []string{"2031-05-05", "Tuesday"}) {
		t.Errorf("Monday the 5th and a Tuesday: %v %q", e.Date, e.Days)
	}
	for _, a := range r.Disagreements[0].Accounts {
		if a.Report == 1 && a.Value != "Tuesday" {
			t.Errorf("the undated report is read as %q", a.Value)
		}
	}
}

func TestStatementsAreWhatWasSaid(t *testing.T) {
	s := report(t, "a", "'Nobody came' to the talks\nThe envoy said that the islands would \"never be sold\".\n"+
		"\"We waited for two days in the harbour,\" she said. \"Nobody came.\"")
	s.Blocks[0].Kind = doc.BlockTitle
	envoy := s.entity(doc.KindRole, "envoy", "NOR", "GOV")
	s.quote(doc.QuoteMixed, "Nobody came", envoy)
	s.quote(doc.QuoteMixed, "that the islands would \"never be sold\"", envoy)
	s.quote(doc.QuoteDirect, "We waited for two days in the harbour,", envoy)
	s.Quotes[2].Content = append(s.Quotes[2].Content, s.span("Nobody came."))
	var texts []string
	for _, x := range build(s).Statements {
		texts = append(texts, x.Text)
	}
	if want := []string{"the islands would \"never be sold\"", "We waited for two days in the harbour,"}; !slices.Equal(texts, want) {
		t.Errorf("statements %q, want %q", texts, want)
	}
}

func TestUndatedReportsOfDifferentWeeksStayApart(t *testing.T) {
	walkout := func(id, day, text string) *scene {
		s := report(t, id, text).published(day)
		norland, sund := s.entity(doc.KindCountry, "Norland", "NOR", "GOV"), s.entity(doc.KindCountry, "Sundland", "DNK", "GOV")
		s.event("REJECT", "meet", "125", "walked out", []int{norland}, []int{sund}, "", "")
		return s
	}
	const one = "Norland walked out of fisheries talks with Sundland over the herring quotas."
	const other = "Angry about herring quotas, Norland walked out of its fisheries talks with Sundland."
	if r := build(walkout("a", "2031-05-03", one), walkout("b", "2031-05-04", other)); len(r.Events) != 1 {
		t.Errorf("%d events of one week, want one", len(r.Events))
	}
	if r := build(walkout("a", "2031-05-03", one), walkout("b", "2031-05-14", other)); len(r.Events) != 2 {
		t.Errorf("%d events of two weeks, want two", len(r.Events))
	}
}

func TestPlannedIsNotDone(t *testing.T) {
	scenes := calls(t)[:2]
	scenes[1].Events[0].Status = doc.Planned
	if r := build(scenes...); len(r.Events) != 2 {
		t.Errorf("a planned call is one with a call that took place")
	}
}

func TestFarDatesStayApart(t *testing.T) {
	scenes := calls(t)[:2]
	for i, day := range []string{"2031-05-03", "2031-05-08"} {
		d, _ := doc.ParseDay(day)
		scenes[i].Events[0].Date, scenes[i].Times[0].Interval = doc.On(d), doc.On(d)
	}
	r := build(scenes...)
	if len(r.Events) != 2 {
		t.Fatalf("five days apart and one event")
	}
	if len(r.Timeline) != 2 || r.Timeline[0].Dates.From.Num != 3 {
		t.Errorf("timeline %+v", r.Timeline)
	}
}

func TestDenialTiesToTheReportBeforeIt(t *testing.T) {
	s := report(t, "a", "A newspaper reported that Norland was sending missiles to Sundland.\nA Norland spokesman later denied it.")
	norland, sundland := s.entity(doc.KindCountry, "Norland", "NOR", "GOV"), s.entity(doc.KindCountry, "Sundland", "DNK", "GOV")
	spokesman := s.entity(doc.KindRole, "spokesman", "NOR", "GOV")
	s.event("AID", "", "072", "sending", []int{norland}, []int{sundland}, "", "").Status = doc.Reported
	s.event("REJECT", "", "016", "denied", []int{spokesman}, nil, "", "")
	r := build(s)
	if len(r.Disagreements) != 1 || r.Disagreements[0].Kind != Denial || r.Disagreements[0].About != 0 {
		t.Fatalf("disagreements %+v", r.Disagreements)
	}
	s.Events[0].Status = doc.Asserted
	if r := build(s); len(r.Disagreements) != 0 {
		t.Errorf("what the outlet itself asserts is tied to a denial of something else: %+v", r.Disagreements)
	}
}

// raid is a report of a raid with a number of dead.
func raid(t *testing.T, id, published string, dead float64) *scene {
	s := report(t, id, fmt.Sprintf("Norland bombed the harbour of Sundby on 2031-05-03 and %v sailors were killed in the raid.", dead)).published(published)
	norland, sund := s.entity(doc.KindCountry, "Norland", "NOR", "GOV"), s.entity(doc.KindCountry, "Sundland", "DNK", "GOV")
	e := s.event("ASSAULT", "aerial", "195", "bombed", []int{norland}, []int{sund}, "2031-05-03", "2031-05-03")
	s.place(e, "Sundby", "DNK")
	s.Quantities = []doc.Quantity{{Span: s.span(fmt.Sprint(dead)), Low: dead, High: dead, HasLow: true, HasHigh: true, Of: "sailors killed", Event: 0}}
	return s
}

func TestNumbers(t *testing.T) {
	r := build(raid(t, "a", "2031-05-03", 12), raid(t, "b", "2031-05-05", 19))
	if len(r.Events) != 1 || len(r.Disagreements) != 1 || r.Disagreements[0].Kind != RisingToll {
		t.Errorf("later and higher: %d events, %+v", len(r.Events), r.Disagreements)
	}
	r = build(raid(t, "a", "2031-05-03", 12), raid(t, "b", "2031-05-03", 19))
	if len(r.Disagreements) != 1 || r.Disagreements[0].Kind != Conflict {
		t.Errorf("same day: %+v", r.Disagreements)
	}
	r = build(raid(t, "a", "2031-05-03", 12), raid(t, "b", "2031-05-03", 12))
	if len(r.Disagreements) != 0 {
		t.Errorf("same number: %+v", r.Disagreements)
	}
}

func TestPersonsOverReports(t *testing.T) {
	a, b, c := report(t, "a", "Sergei Orlov spoke."), report(t, "b", "Sergey Orlov spoke. Orlov left."), report(t, "c", "Pavel Orlov spoke.")
	a.entity(doc.KindPerson, "Sergei Orlov", "RUS", "GOV")
	b.entity(doc.KindPerson, "Sergey Orlov", "", "")
	b.entity(doc.KindPerson, "Orlov", "", "")
	c.entity(doc.KindPerson, "Pavel Orlov", "RUS", "GOV")
	r := build(a, b, c)
	if len(r.Entities) != 2 {
		t.Fatalf("%d persons, want two: %+v", len(r.Entities), r.Entities)
	}
	if e := r.Entities[0]; len(e.Of) != 3 || e.Country != "RUS" || !strings.HasSuffix(e.Name, " Orlov") {
		t.Errorf("joined person %+v", e)
	}
}

func TestNothingToBuild(t *testing.T) {
	if r := Build(nil); len(r.Events)+len(r.Stories)+len(r.Statements) != 0 {
		t.Errorf("record of nothing: %+v", r)
	}
	failed := &doc.Document{Report: doc.Report{ID: "x", Status: doc.StatusFailed}}
	if r := Build([]*doc.Document{failed, {}}); len(r.Documents) != 2 || len(r.Events) != 0 {
		t.Errorf("record of a failed report: %+v", r)
	}
}
