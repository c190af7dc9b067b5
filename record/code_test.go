package record

import (
	"testing"

	"github.com/readout-project/readout/doc"
)

func TestCodeOfAnEventToldTwice(t *testing.T) {
	events := []doc.Event{
		{Code: doc.Code{Type: "THREATEN", CAMEO: "130"}},
		{Code: doc.Code{Type: "REJECT", CAMEO: "1241"}},
		{Code: doc.Code{Type: "THREATEN", Mode: "relations", CAMEO: "134"}},
		{Code: doc.Code{Type: "THREATEN", Mode: "arrest", CAMEO: "137"}},
	}
	for _, c := range []struct {
		lead     int
		tellings []int
		want     string
	}{
		{0, []int{0, 1, 2, 3}, "134"}, // the first that says more
		{3, []int{2, 3}, "137"},       // the lead says enough
		{0, []int{0, 1}, "130"},       // another kind of act says nothing of this one
	} {
		if got := codeOf(events, c.lead, c.tellings).CAMEO; got != c.want {
			t.Errorf("lead %d, told %v: %s, want %s", c.lead, c.tellings, got, c.want)
		}
	}
}
