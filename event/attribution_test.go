package event_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/event"
)

// TestAttribution: who says so, from the outlet to the original source; a denial is
// the word of those who deny, and what it takes as given is not denied with it.
func TestAttribution(t *testing.T) {
	tests := []struct {
		text string
		want []string // status and attribution of the events of the type
	}{
		{"Sudan is sending weapons to the rebels, Reuters reported, citing anonymous Western officials.", []string{"AID reported Reuters + anonymous Western officials"}},
		{"Iran has arrested three British sailors, according to Ynet, citing anonymous Western officials.", []string{"COERCE reported Ynet + anonymous Western officials"}},
		{"Reuters reported that officials said Sudan had bombed the camp.", []string{"ASSAULT reported Reuters + officials"}},
		{"Ethiopia bombed the town, according to the rebels, but Eritrea shelled the port.", []string{"ASSAULT reported rebels", "ASSAULT asserted"}},
		{"Moscow denied claims by Senator Adam Nowak that Russian jets bombed the town.", []string{"REJECT asserted", "ASSAULT denied Russia"}},
		{"The minister denied Russia was sending troops to Libya.", []string{"REJECT asserted", "MOBILIZE denied minister"}},
		{"Mali did not deny that its troops had bombed the village.", []string{"REJECT asserted"}},
		{"Kenya claims that Ethiopia, which shelled the port, is arming rebels.", []string{"ASSAULT reported Kenya", "AID alleged Kenya"}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			d := read(t, tt.text)
			var got []string
			for _, ev := range d.Events {
				line := ev.Type + " " + string(ev.Status)
				var who []string
				for _, e := range ev.Attribution {
					who = append(who, d.Entities[e].Name)
				}
				if len(who) > 0 {
					line += " " + strings.Join(who, " + ")
				}
				got = append(got, line)
			}
			if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), strings.Join(tt.want, "; "))
			}
		})
	}
}

// TestSpeechActs: what acts of words are about, and what only looks like one.
func TestSpeechActs(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an object between is no call on anybody", "Turkey called the raid on the port a mistake by amateurs.", ""},
		{"not to do it is to stop it", "Ireland urged Israel not to bomb Lebanon.", "REQUEST yield 0256  Ireland > Israel"},
		{"a promise not to", "Kenya promised not to deport Somali refugees.", "AGREE - 0351  Kenya > Somali refugees"},
		{"a refusal with a condition", "Hezbollah will not release the soldiers unless Israel ends the siege.", "REJECT yield 1243  Hezbollah > soldiers  planned content=conditional"},
		{"the prisoner is not asked", "Austria demanded the release of two Austrian tourists.", "REQUEST yield 1053  Austria > -"},
		{"whose words a letter holds", "Oman sent a letter to Iran threatening to halt talks with Tehran.", "THREATEN relations 134  Oman > Iran"},
		{"the topic of a protest", "Thousands of Kurds demonstrated in Kirkuk calling for independence from Iraq.", "PROTEST demo 141"},
		{"a deed denied by name", "The Ethiopian government denied the air strike on the town.", "REJECT - 016"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			got := ""
			for _, ev := range d.Events {
				got += event.Describe(d, ev)
			}
			if tt.want == "" && got != "" || !strings.HasPrefix(got, tt.want) {
				t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestDateOfSpeech: a time after what an act of words is about may be the time of
// that, and dates neither.
func TestDateOfSpeech(t *testing.T) {
	for text, want := range map[string]string{
		"Israel on Monday accused Iran of firing rockets at the port.":  "2021-05-10",
		"Israel accused Iran of firing rockets at the port on Monday.":  "",
		"Sweden urged Kyiv to hold talks with the rebels on Monday.":    "",
		"Sweden's king on Monday urged Kyiv to hold talks with rebels.": "2021-05-10",
	} {
		d := read(t, text)
		if len(d.Events) != 1 {
			t.Errorf("%s: %d events, want 1", text, len(d.Events))
			continue
		}
		got := ""
		if !d.Events[0].Date.IsZero() {
			got = d.Events[0].Date.From.String()
		}
		if got != want {
			t.Errorf("%s: dated %q, want %q", text, got, want)
		}
	}
}
