package word

import "testing"

func TestFoldedFormsAreOne(t *testing.T) {
	for _, pair := range [][2]string{
		{"Don’t", "don't"}, {"“", `"`}, {"''", "”"}, {"2015", "1987"}, {"–", "-"}, {"--", "—"}, {"ÉVIAN", "évian"},
	} {
		if New(pair[0]).Low != New(pair[1]).Low {
			t.Errorf("%q and %q fold to different forms", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"US", "us."}, {"10", "100"}, {"it", "is"}} {
		if New(pair[0]).Low == New(pair[1]).Low {
			t.Errorf("%q and %q fold to one form", pair[0], pair[1])
		}
	}
}

func TestCase(t *testing.T) {
	for form, want := range map[string]Case{
		"4.5": NoLetters, "talks": Lower, "Kerry": Title, "NATO": Upper, "A": Title, "iPhone": Mixed, "McCain": Title, "": NoLetters,
	} {
		if got := New(form).Case; got != want {
			t.Errorf("%q: case %d, want %d", form, got, want)
		}
	}
}

func TestAffixes(t *testing.T) {
	a, b := New("shelling"), New("bombing")
	if a.Suffix[2] != b.Suffix[2] || a.Suffix[3] == b.Suffix[3] {
		t.Error("the words share their last three letters and not the fourth")
	}
	if x, y := New("reject"), New("rejoin"); x.Prefix[2] != y.Prefix[2] || x.Prefix[3] == y.Prefix[3] {
		t.Error("the words share their first three letters and not the fourth")
	}
}

func TestLexiconRoundTrip(t *testing.T) {
	entries := map[uint64]Entry{
		LowKey("envoy"): {Tags: 3, Fine: 800, Middle: 200, Coarse: 64},
		LowKey("of"):    {Tags: 1},
	}
	l, rest, err := ParseLexicon(append(NewLexicon(entries).Append(nil), 'x'))
	if err != nil || string(rest) != "x" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	if l.Len() != 2 || l.Word("Envoy").Entry != entries[LowKey("envoy")] || l.Word("of").Tags != 1 {
		t.Error("the lexicon read is not the lexicon written")
	}
	if l.Word("unseen").Entry != (Entry{}) || new(Lexicon).Word("of").Entry != (Entry{}) {
		t.Error("something is known of a word that is not there")
	}
}

func FuzzNew(f *testing.F) {
	f.Add("Don’t")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, form string) {
		first, second := New(form), New(form)
		if first != second {
			t.Fatal("one form, two words")
		}
	})
}
