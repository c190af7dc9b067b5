package when

import (
	"slices"
	"testing"
)

func TestTraceTellsWhatElseATimeMayMean(t *testing.T) {
	for _, tt := range []struct{ published, sentence, value, lost string }{
		{"2015-09-05", "He left on Thursday.", "2015-09-10", "the sentence does not point ahead"},
		{"2015-09-05", "He will leave on Thursday.", "2015-09-03", "the sentence points ahead"},
		{"2016-01-04", "Shells fell on Dec. 30 near the town.", "2016-12-30", "farther from publication"},
		{"2015-09-05", "It met on Saturday, September 5, 2015.", "“Saturday” by time/weekday/plain", "shorter than what fits"},
		{"-", "He left on Thursday.", "a day of the calendar", "nothing tells the day of publication from which it counts"},
	} {
		d := plain(tt.sentence, tt.published)
		s := stage(t)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		before := slices.Clone(d.Times)
		all := s.Trace(d)
		if len(all) != 1 || !slices.Contains(all[0].Others, Other{tt.value, tt.lost}) {
			t.Errorf("%s (%s): %+v, want %s (%s)", tt.sentence, tt.published, all, tt.value, tt.lost)
		}
		if !slices.Equal(d.Times, before) {
			t.Errorf("%s: the trace changed the times", tt.sentence)
		}
	}
	if got := new(Stage).Trace(plain("On Friday.", "-")); got != nil {
		t.Errorf("a stage without rules traces %v", got)
	}
}
