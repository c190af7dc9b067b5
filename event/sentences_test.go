package event_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/event"
)

// TestSentences: all that one sentence gives, every event in one line. What is not
// written must not be there.
func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"title and name after the verb", "U.S. President Barack Obama telephoned Turkish President Recep Tayyip Erdogan and condemned the bombing.", []string{
			"CONSULT phone 041  Barack Obama > Recep Tayyip Erdogan  asserted [consult/phone]",
			"ACCUSE disapprove 111  Barack Obama > -  asserted [condemn/deed]"}},
		{"title and name before a date", "US Secretary of State John Kerry telephoned Russian Foreign Minister Sergei Lavrov on Saturday.", []string{
			"CONSULT phone 041  John Kerry > Sergei Lavrov  asserted [consult/phone]"}},
		{"title of the object", "Sweden summoned Russian Ambassador Viktor Tatarintsev on Tuesday.", []string{
			"ACCUSE allege 114  Sweden > Viktor Tatarintsev  asserted [accuse/complain]"}},
		{"a call with its purpose", "Angela Merkel called Emmanuel Macron this morning to discuss Libya.", []string{
			"CONSULT phone 041  Angela Merkel > Emmanuel Macron  asserted [consult/call]"}},
		{"called to do something else", "The committee called John Kerry to testify.", nil},
		{"threat with a condition", "Russia threatened to suspend talks with Ukraine unless Kyiv ends the bombing of Donetsk.", []string{
			"THREATEN relations 134  Russia > Ukraine  asserted content=conditional [threaten/act+halt/act+consult/meet]"}},
		{"counted people after at least", "The raid by Ethiopian troops killed at least 40 villagers.", []string{
			"ASSAULT - 190  Ethiopian troops > villagers  asserted [assault/attack-kills]"}},
		{"the gerund's subject", "A worker was killed in police firing.", []string{
			"ASSAULT firearms 193  police > worker  asserted [assault/killed-in-firing]"}},
		{"an adjective that is a noun", "Turkey launched an offensive against the rebels.", []string{
			"ASSAULT - 190  Turkey > rebels  asserted [assault/invade]"}},
		{"the agent hung on the victims", "The killing of two priests by rebels shocked Mexico.", []string{
			"ASSAULT - 180  rebels > priests  asserted [assault/killing-of]"}},
		{"killed when another strikes", "Two students were killed when Kenyan police opened fire on marchers.", []string{
			"ASSAULT firearms 193  Kenyan police > students  asserted [killed/when+assault/shoot]"}},
		{"act in a condition", "The European Union will help Moldova if Russia invades Ukraine.", []string{
			"AGREE - 033  European Union > Moldova  conditional content=conditional [aid/assist]"}},
		{"denied claims with a party of their own", "Ankara dismissed claims by Senator Adam Nowak that Turkish jets bombed Kurdish fighters.", []string{
			"REJECT - 016  Turkey > Adam Nowak  asserted [reject/accusation]",
			"ASSAULT aerial 195  Turkish jets > Kurdish fighters  denied by Turkey [assault/air]"}},
		{"a warning told before", "US Secretary of State John Kerry gave the warning in a phone call to Foreign Minister Sergei Lavrov.", []string{
			"CONSULT phone 041  John Kerry > Sergei Lavrov  asserted [consult/phone]"}},
		{"whose force is not told", `"Our air force will continue to support the Syrian army," a spokesman said.`, nil},
		{"the teller stands last", "Uganda has started to withdraw its soldiers from Somalia, Defence Minister Vincent Ssempijja said on Monday.", []string{
			"RETREAT withdraw 087  Uganda > Somalia  reported by Vincent Ssempijja [begin/act+retreat/withdraw-troops]"}},
		{"a clause after its opener", "Poland closed its embassy days after Belarus expelled two Polish diplomats.", []string{
			"SANCTION expel 166  Belarus > Polish diplomats  asserted [sanction/expel-diplomats]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			var got []string
			for _, ev := range d.Events {
				got = append(got, event.Describe(d, ev))
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("%s\ngot\n\t%s\nwant\n\t%s", tt.text, strings.Join(got, "\n\t"), strings.Join(tt.want, "\n\t"))
			}
		})
	}
}

// TestRejectedDemand: what is demanded is no event of its own, whatever code the
// table of compositions gives its rejection.
func TestRejectedDemand(t *testing.T) {
	d := read(t, "Turkey rejected a French demand that it halt air strikes on Kurdish fighters.")
	if len(d.Events) != 1 || d.Events[0].Type != "REJECT" || d.Events[0].Mode != "yield" {
		t.Fatalf("%d events, want one REJECT/yield: %+v", len(d.Events), d.Events)
	}
	if got := event.Describe(d, d.Events[0]); !strings.Contains(got, "Turkey > France") {
		t.Errorf("got %s, want Turkey > France", got)
	}
}

// TestWhoIsMeant: several who say what "they" do, the maker of a paper for what it
// says, and both parties where "of" stands within "between".
func TestWhoIsMeant(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Ireland and Spain announced they would withdraw their soldiers from Lebanon.", "Ireland + Spain > Lebanon"},
		{"A Finnish judge issued an order directing Prime Minister Petteri Orpo to return the files.", "Finnish judge > Petteri Orpo"},
		{"The Sudanese army says they have recaptured the town of Kurmuk.", "Sudanese army > -"},
		{"Talks between the government of Togo and Benin were useful.", "Togo + Benin > -"},
	}
	for _, tt := range tests {
		d := read(t, tt.text)
		if len(d.Events) != 1 || !strings.Contains(event.Describe(d, d.Events[0]), tt.want) {
			t.Errorf("%s: %d events, want one of %s", tt.text, len(d.Events), tt.want)
		}
	}
}
