package event

import (
	"strings"
	"testing"
)

// TestReadFindsWhatCannotFire: a pattern that nothing in a text could ever match
// is a mistake, told with file and line.
func TestReadFindsWhatCannotFire(t *testing.T) {
	change := func(old, new string) string { return strings.Replace(goodFrame, old, new, 1) }
	other := "\n" + strings.NewReplacer("assault/bomb", "assault/shell", "aerial 195", "heavy-weapons 194").Replace(goodFrame)
	tests := []struct{ name, frames, compose, want string }{
		{"inflected verb", change("verbs     bomb", "verbs     bombed"), "", `assault.frames:2: frame assault/bomb: trigger "bombed" can never fire`},
		{"irregular form", change("verbs     bomb", "verbs     shot"), "", "shot is a form of the verb shoot"},
		{"capital letter", change("air strike", "Air strike"), "", "lemmas are in lower case"},
		{"verb listed twice", change("verbs     bomb", "verbs     bomb, bomb"), "", `assault.frames:2: frame assault/bomb lists the verb "bomb" twice`},
		{"light verbs without a noun", change("nouns     air strike\n", ""), "", "light has no effect"},
		{"object without a verb", change("verbs     bomb, carry out\n", ""), "", "object has no effect"},
		{"no preposition", change("not object record", "not with beside-by record"), "", "beside-by is no preposition"},
		{"unknown slot", change("subject, by", "subject, bye"), "", `assault.frames:9: unknown slot "bye"`},
		{"unknown slot inside another", change("object.of", "object.off-of"), "", `assault.frames:10: unknown slot "object.off-of"`},
		{"unknown inner form", change("need ", "inner whether\nneed "), "", `not "whether"`},
		{"composed by no row", change("code      ASSAULT aerial 195", "code -\ninner to"), "", "compose.tsv has no row for assault"},
		{"another code under the same conditions", goodFrame + other, "", "assault.frames:16: frame assault/shell fires like assault/bomb (assault.frames:2)"},
		{"row after one that takes all", change("need ", "inner to\nneed "), "assault\tAID\t*\tAID\t-\t070\nassault\tAID\t-\tAID\t-\t071\n", "compose.tsv:2: the row can never fire: line 1"},
		{"row over no type", change("need ", "inner to\nneed "), "assault\tHELP\t*\tAID\t-\t070\n", `compose.tsv:1: "HELP" is no PLOVER event type`},
		{"row over no mode", change("need ", "inner to\nneed "), "assault\tCONSULT\tletter\tAID\t-\t070\n", `compose.tsv:1: CONSULT has no mode "letter"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(folder(tt.frames, "@troops: soldier", tt.compose, ""))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v\nwant a message with %q", err, tt.want)
			}
		})
	}
}

// TestReadOwn: a user's frame is added, or takes the place of the one it is named
// after; a file with a mistake is refused, and the message names the file as the
// user does.
func TestReadOwn(t *testing.T) {
	ours := folder(goodFrame, "@troops: soldier", "", "")
	added := strings.NewReplacer("assault/bomb", "assault/strafe", "verbs     bomb", "verbs     strafe").Replace(goodFrame)
	lib, err := Read(ours, File{"my/own.frames", []byte("\ufeff" + added)})
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Frames) != 2 || lib.Frames[0].Own || !lib.Frames[1].Own || lib.Frames[1].order != 1 {
		t.Errorf("%d frames, the last: %+v", len(lib.Frames), lib.Frames[len(lib.Frames)-1])
	}
	lib, err = Read(ours, File{"assault.frames", []byte(strings.Replace(goodFrame, "verbs     bomb", "verbs     strafe", 1))})
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Frames) != 1 || lib.Frames[0].Verbs[0].Words[0] != "strafe" {
		t.Errorf("%d frames, the first: %+v", len(lib.Frames), lib.Frames[0])
	}
	for _, tt := range []struct{ name, text, want string }{
		{"a mistake", strings.Replace(added, "195", "999", 1), "my/own.frames:3:"},
		{"twice in files of the user", added + "\n" + added, "frame assault/strafe is already in my/own.frames:2"},
		{"like one of ours", strings.NewReplacer("assault/bomb", "assault/other", "aerial 195", "heavy-weapons 194").Replace(goodFrame),
			"my/own.frames:2: frame assault/other fires like assault/bomb (assault.frames:2)"},
		{"no text", "frame \xff\xfe", "my/own.frames:1: the file is no text in UTF-8"},
		{"nothing in it", " \n", "my/own.frames:1: the file holds no frame"},
	} {
		lib, err := Read(ours, File{"my/own.frames", []byte(tt.text)})
		if lib != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v\nwant a message with %q", tt.name, err, tt.want)
		}
	}
}

// TestReadOwnInTime: a long file of nonsense is refused without delay.
func TestReadOwnInTime(t *testing.T) {
	text := strings.Repeat("frame a/b\nverbs run, run\n\n", 20_000) + strings.Repeat("x", 1<<20)
	if _, err := Read(folder(goodFrame, "@troops: soldier", "", ""), File{"long.frames", []byte(text)}); err == nil {
		t.Error("not refused")
	}
}
