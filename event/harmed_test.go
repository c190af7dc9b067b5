package event_test

import (
	"slices"
	"testing"

	"github.com/readout-project/readout/event"
)

// TestHarmed: those whom a passive says to be killed and injured in an attack are
// whom the attack was done to, and there is one attack.
func TestHarmed(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"in a series of strikes", "Nine miners were killed in a series of Russian airstrikes near Kherson.",
			"ASSAULT aerial 195  Russia > miners  asserted [assault/air-strike]"},
		{"both verbs have victims", "Four people are killed and a policeman is injured in a shooting in Lyon.",
			"ASSAULT firearms 193  - > people + policeman  asserted [assault/killed-in-firing]"},
		{"forces of the one who decides", "Kosovo approves the deployment of troops.",
			"MOBILIZE troops 154  Kosovo > -  asserted [decree/act+mobilize/build-up]"},
		{"gerunds after for", "A Peruvian court sentences two Chilean men to prison for kidnapping and murdering a student.",
			"SANCTION convict 116  Peruvian court > Chilean men  asserted [sanction/convict]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			var got []string
			for _, ev := range d.Events {
				got = append(got, event.Describe(d, ev))
			}
			if !slices.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
