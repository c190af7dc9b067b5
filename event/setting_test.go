package event_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/event"
)

// TestGenre: in a report about a game or about a work of fiction the words of war
// tell of none; what authorities and forces do there, and what a report about
// something else tells in the same words, is coded.
func TestGenre(t *testing.T) {
	game := "The striker scored twice before half-time. The goalkeeper saved a penalty in the second half of the match. " +
		"The coach praised the fans in the stadium. "
	film := "The film follows three characters through one long night. The cast is young and the script is tight, " +
		"but the hero of this thriller never surprises. "
	tests := []struct {
		name, text string
		want       []string
	}{
		{"teams are no states", game + "Turkey attacked Greece and destroyed Serbia.", nil},
		{"police at the match", game + "Turkish police arrested twelve Greek supporters.", []string{"COERCE"}},
		{"states, told alone", "Turkey attacked Greece. The striker of a Turkish club was in the stadium.", []string{"ASSAULT"}},
		{"the story of a film", film + "Russian soldiers attack a Ukrainian village.", nil},
		{"what became of a film", film + "Iranian police arrested two Kurdish actors.", []string{"COERCE"}},
		{"what a film shows", "The movie shows a Russian general who bombs a Ukrainian village.", nil},
		{"a series counts acts", "In a series of raids Turkish police arrested twelve Kurdish activists.", []string{"COERCE"}},
		{"a league of that name", "Pakistani lawmakers of the Northern Muslim League met Turkish President Recep Tayyip Erdogan.", []string{"CONSULT"}},
		{"inverted question", "Would Turkey attack Greece, one reader asks.", nil},
		{"inverted condition", "Should Turkey attack Greece, prices would rise.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			var got, all []string
			for _, ev := range d.Events {
				got, all = append(got, ev.Type), append(all, event.Describe(d, ev))
			}
			if strings.Join(got, " ") != strings.Join(tt.want, " ") {
				t.Errorf("%s\ngot %v, want %v\n\t%s", tt.text, got, tt.want, strings.Join(all, "\n\t"))
			}
		})
	}
}
