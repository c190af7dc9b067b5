package event_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/event"
)

// TestParties: who acts and upon whom, where the slots of a frame do not tell it by
// themselves. Each line is type, CAMEO root and parties of the one event; nothing where
// there must be none.
func TestParties(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"each other", "India and Pakistan accused each other of breaking the truce.", "ACCUSE India + Pakistan > -"},
		{"the owner of the thing", "The army forced a Georgian cargo plane to land in Baku.", "COERCE army > Georgia"},
		{"the recipient of the inner act", "Iran threatened to cut off electricity to the Azerbaijani region.", "THREATEN Iran > Azerbaijan"},
		{"who has to meet the condition", "The villagers threatened to hold a general strike unless Israel lifted the ban.", "THREATEN villagers > Israel"},
		{"people only counted", "120 were arrested in the city on Monday.", "COERCE - > 120"},
		{"people only pointed to", "They were shot dead at the gate.", "ASSAULT - > -"},
		{"nobody", "Not a single activist was arrested.", "COERCE - > single activist negated"},
		{"a place for its country", "Norway sent blankets to Kharkiv.", "AID Norway > Ukraine"},
		{"a name beside a party", "Four Taliban members met Alice Wells in Doha.", "CONSULT Taliban members + Alice Wells > -"},
		{"people from a body", "Doctors from two American aid groups donated medicine to Mali.", "AID American aid groups > Mali"},
		{"the body before its kind", "The Palestinian Islamic Jihad movement rejected the plan.", "REJECT Palestinian Islamic Jihad > -"},
		{"by saying so", "The army was to blame for the deaths, Algeria said.", "ACCUSE Algeria > army"},
		{"we", `"We will never surrender," the Malian president said.`, "REJECT Malian president > -"},
		{"a threat of one's own", `"We are going to fight Islamic State," the Russian minister said.`, "THREATEN Russian minister > Islamic State"},
		{"what is to be done", "South Africa is to withdraw its soldiers from Mozambique, the defence minister said.", "AGREE South Africa > Mozambique"},
		{"done by a gerund", "Shelling by the Syrian army killed two villagers.", "ASSAULT Syrian army > villagers"},
		{"the topic of a protest", "Tens of thousands of Hungarians marched to demand the resignation of the minister.", "PROTEST Hungarians > minister"},
		{"examples of a role", "Close allies like Qatar and Turkey condemned Israel.", "ACCUSE Qatar + Turkey > Israel"},
		{"condemned by nobody named", "The abduction of three Turkish drivers by insurgents was condemned.", "ASSAULT insurgents > Turkish drivers"},
		{"a forecast", `"The militia seems poised to win back the northern valleys," he said.`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			var got []string
			for _, ev := range d.Events {
				f := strings.Fields(event.Describe(d, ev))
				parties, _, _ := strings.Cut(strings.Join(f[3:], " "), " "+string(ev.Status))
				line := f[0] + " " + parties
				if ev.Negated {
					line += " negated"
				}
				got = append(got, line)
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.text, strings.Join(got, "; "), tt.want)
			}
		})
	}
}
