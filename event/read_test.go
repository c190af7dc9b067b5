package event

import (
	"strings"
	"testing"
	"testing/fstest"
)

const goodFrame = `# Comments are passed over.
frame assault/bomb
code      ASSAULT aerial 195
verbs     bomb, carry out
nouns     air strike
light     launch, come under<
object    town, @troops
not object record
actor     subject, by, possessor
recipient object.of, on
need      actor
yes       Russia bombed the town. -> Russia > - | status=asserted
no        The comedian bombed in Paris.
`

func folder(frames, classes, compose, status string) fstest.MapFS {
	return fstest.MapFS{
		"frames/assault.frames": {Data: []byte(frames)},
		"classes.txt":           {Data: []byte(classes)},
		"compose.tsv":           {Data: []byte(compose)},
		"status.txt":            {Data: []byte(status)},
		"irregular.txt":         {Data: []byte("shoot: shot\n")},
	}
}

func TestReadGoodFrame(t *testing.T) {
	lib, err := Read(folder(goodFrame, "@troops: soldier, @police\n@police: policeman\n", "", "report: say\nmodal planned: will\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := lib.Frames[0]
	if f.Code.CAMEO != "195" || f.Code.Quad != 4 || !f.Coded {
		t.Errorf("code = %+v", f.Code)
	}
	if !f.Object.single["policeman"] || f.Object.single["record"] || !f.NotObject.single["record"] {
		t.Errorf("object words: %+v, not %+v", f.Object, f.NotObject)
	}
	if len(f.Light) != 2 || f.Light[0].Receives || !f.Light[1].Receives || f.Light[1].Rest[0] != "under" {
		t.Errorf("light verbs: %+v", f.Light)
	}
	if f.Recipient[0] != (Slot{"object", "of"}) || f.NeedRecipient || !f.NeedActor {
		t.Errorf("slots: %+v", f.Recipient)
	}
	if ex := f.Yes[0]; ex.Text != "Russia bombed the town." || ex.Actor[0] != "Russia" || len(ex.Recipient) != 0 || ex.Checks[0] != "status=asserted" {
		t.Errorf("example: %+v", ex)
	}
}

func TestReadListsEveryMistake(t *testing.T) {
	tests := []struct{ name, frames, classes, compose, status, want string }{
		{"unknown key", goodFrame + "verb flee\n", "@troops: soldier", "", "", `assault.frames:14: unknown key "verb"`},
		{"unknown code", strings.Replace(goodFrame, "195", "999", 1), "@troops: soldier", "", "", "assault.frames:3:"},
		{"code of another type", strings.Replace(goodFrame, "195", "041", 1), "@troops: soldier", "", "", "assault.frames:3:"},
		{"unknown context", strings.Replace(goodFrame, "need ", "contexts hunger\nneed ", 1), "@troops: soldier", "", "", `context "hunger"`},
		{"duplicate name", goodFrame + "\n" + goodFrame, "@troops: soldier", "", "", "frame assault/bomb is already"},
		{"malformed example", strings.Replace(goodFrame, " -> Russia > -", "", 1), "@troops: soldier", "", "", "assault.frames:12: a yes line reads"},
		{"example without recipient", strings.Replace(goodFrame, "Russia > -", "Russia", 1), "@troops: soldier", "", "", "assault.frames:12: a yes line names"},
		{"unknown class", goodFrame, "@police: policeman", "", "", "assault.frames:7: unknown class @troops"},
		{"unknown class in a class", goodFrame, "@troops: @marines", "", "", "classes.txt:1: @troops uses the unknown class @marines"},
		{"no example", strings.Replace(goodFrame, "no   ", "# ", 1), "@troops: soldier", "", "", "needs at least one yes and one no"},
		{"unknown slot", strings.Replace(goodFrame, "object.of", "elsewhere.of", 1), "@troops: soldier", "", "", `unknown slot "elsewhere.of"`},
		{"outside a frame", "verbs bomb\n\n" + goodFrame, "@troops: soldier", "", "", "assault.frames:1:"},
		{"composition without frame", goodFrame, "@troops: soldier", "threaten\tASSAULT\t*\tTHREATEN\tviolence\t138\n", "", "compose.tsv:1: no frame"},
		{"composition with columns missing", goodFrame, "@troops: soldier", "threaten\tASSAULT\n", "", "compose.tsv:1: a row has six"},
		{"unknown status", goodFrame, "@troops: soldier", "", "modal certain: will\n", "status.txt:1: unknown line"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(folder(tt.frames, tt.classes, tt.compose, tt.status))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v\nwant a message with %q", err, tt.want)
			}
		})
	}
	_, err := Read(folder("frame Bad\ncode X\nverbs run\n", "@a: b\n@a: c\n", "", ""))
	if err == nil || strings.Count(err.Error(), "\n") < 4 {
		t.Errorf("all mistakes must be listed, got %v", err)
	}
}

// FuzzRead: no frame file makes the reader panic.
func FuzzRead(f *testing.F) {
	f.Add(goodFrame, "@troops: soldier", "a b c d e f", "report: say")
	f.Add("frame x/y\nyes -> | >\nwith\nnot\nnot with", "@a: @a", "x * * = - -", "modal : ")
	f.Fuzz(func(t *testing.T, frames, classes, compose, status string) {
		lib, err := Read(folder(frames, classes, compose, status))
		if (lib == nil) == (err == nil) {
			t.Fatal("either a library or an error")
		}
	})
}
