package codebook_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
)

func TestNewGivesScores(t *testing.T) {
	tests := []struct {
		typ, mode, cameo string
		want             doc.Code
	}{
		{"CONSULT", "phone", "041", doc.Code{Type: "CONSULT", Mode: "phone", CAMEO: "041", Quad: 1, Intensity: 1.5, Goldstein: 1}},
		{"ACCUSE", "", "112", doc.Code{Type: "ACCUSE", CAMEO: "112", Quad: 3, Intensity: -3, Goldstein: -2}},
		{"SANCTION", "discontinue", "163", doc.Code{Type: "SANCTION", Mode: "discontinue", CAMEO: "163", Quad: 4, Intensity: -6, Goldstein: -8}},
		{"SANCTION", "convict", "116", doc.Code{Type: "SANCTION", Mode: "convict", CAMEO: "116", Quad: 4, Intensity: -6, Goldstein: -2}},
		{"REJECT", "", "016", doc.Code{Type: "REJECT", CAMEO: "016", Quad: 3, Intensity: -2, Goldstein: -2}},
		{"REQUEST", "yield", "0256", doc.Code{Type: "REQUEST", Mode: "yield", CAMEO: "0256", Quad: 3, Intensity: -1, Goldstein: -0.3}},
		{"SUPPORT", "", "019", doc.Code{Type: "SUPPORT", CAMEO: "019", Quad: 1, Intensity: 5, Goldstein: 3.4}},
		{"PROTEST", "vandalize", "145", doc.Code{Type: "PROTEST", Mode: "vandalize", CAMEO: "145", Quad: 4, Intensity: -5, Goldstein: -7.5}},
		{"ASSAULT", "aerial", "190", doc.Code{Type: "ASSAULT", Mode: "aerial", CAMEO: "190", Quad: 4, Intensity: -9.5, Goldstein: -10}},
		{"CONCEDE", "", "0871", doc.Code{Type: "CONCEDE", CAMEO: "0871", Quad: 1, Intensity: 4.5, Goldstein: 9}},
	}
	for _, tt := range tests {
		got, err := codebook.New(tt.typ, tt.mode, tt.cameo)
		if err != nil || got != tt.want {
			t.Errorf("New(%q, %q, %q) = %+v, %v; want %+v", tt.typ, tt.mode, tt.cameo, got, err, tt.want)
		}
	}
}

func TestNewNamesWhatDoesNotBelongTogether(t *testing.T) {
	tests := []struct{ typ, mode, cameo, want string }{
		{"FIGHT", "", "190", "no PLOVER event type"},
		{"", "", "", "no PLOVER event type"},
		{"CONSULT", "visits", "042", "visit, third-party, multilateral, phone"},
		{"AGREE", "phone", "036", "it has: none"},
		{"CONSULT", "", "0411", "no CAMEO code"},
		{"CONSULT", "", "04", "040"},
		{"SUPPORT", "", "010", "no event"},
		{"CONSULT", "", "015", "no event"},
		{"CONSULT", "phone", "042", "is CONSULT/visit"},
		{"COERCE", "restrict", "163", "is SANCTION/discontinue"},
		{"RETREAT", "", "081", "is CONCEDE"},
	}
	for _, tt := range tests {
		got, err := codebook.New(tt.typ, tt.mode, tt.cameo)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("New(%q, %q, %q) = %+v, %v; want an error with %q", tt.typ, tt.mode, tt.cameo, got, err, tt.want)
		}
		if got != (doc.Code{}) {
			t.Errorf("New(%q, %q, %q) gives a code beside its error: %+v", tt.typ, tt.mode, tt.cameo, got)
		}
	}
}

func TestValid(t *testing.T) {
	c, err := codebook.New("ASSAULT", "aerial", "195")
	if err != nil {
		t.Fatal(err)
	}
	if err := codebook.Valid(c, []string{"military", "human_security"}); err != nil {
		t.Errorf("a code of the tables is not valid: %v", err)
	}
	if err := codebook.Valid(c, []string{"humanitarian"}); err == nil {
		t.Error("a context outside the tables is valid")
	}
	c.Quad = 3
	if err := codebook.Valid(c, nil); err == nil {
		t.Error("a code with a quad class of its own is valid")
	}
	if err := codebook.Valid(doc.Code{}, nil); err == nil {
		t.Error("the zero code is valid")
	}
}

// Every CAMEO code either makes a code by its own row or is a heading or no event.
func TestEveryRowMakesItsCode(t *testing.T) {
	for _, r := range codebook.Rows() {
		_, err := codebook.New(r.Type, r.Mode, r.Code)
		if want := !r.Root() && r.Type != ""; want != (err == nil) {
			t.Errorf("row %s %s/%s: %v", r.Code, r.Type, r.Mode, err)
		}
	}
}

func TestEveryModeHasACode(t *testing.T) {
	for _, typ := range codebook.Types() {
		for _, m := range append(codebook.Modes(typ.Name), codebook.Mode{}) {
			found := false
			for _, r := range codebook.Rows() {
				if _, err := codebook.New(typ.Name, m.Name, r.Code); err == nil {
					found = true
				}
			}
			if !found {
				t.Errorf("no CAMEO code goes with %s/%s", typ.Name, m.Name)
			}
		}
	}
}

func TestSizesOfTheManuals(t *testing.T) {
	if n := len(codebook.Types()); n != 16 {
		t.Errorf("%d event types, PLOVER 2.0 has 16", n)
	}
	if n := len(codebook.Contexts()); n != 37 {
		t.Errorf("%d contexts, PLOVER 2.0 has 37", n)
	}
	var roots, three, four int
	for _, r := range codebook.Rows() {
		switch len(r.Code) {
		case 2:
			roots++
		case 3:
			three++
		case 4:
			four++
		}
		if len(r.Code) > 2 {
			if _, ok := codebook.CAMEO(r.Code[:len(r.Code)-1]); !ok {
				t.Errorf("%s stands under no code", r.Code)
			}
		}
	}
	if roots != 20 || three != 149 || four != 149 {
		t.Errorf("CAMEO has %d roots, %d and %d codes; want 20, 149, 149", roots, three, four)
	}
}

func TestTablesCannotBeChangedFromOutside(t *testing.T) {
	codebook.Types()[0].Name = "X"
	codebook.Modes("CONSULT")[0].Name = "X"
	r, _ := codebook.CAMEO("091")
	r.Contexts[0] = "X"
	if again, _ := codebook.CAMEO("091"); codebook.Types()[0].Name == "X" || codebook.Modes("CONSULT")[0].Name == "X" || again.Contexts[0] == "X" {
		t.Error("a caller changed the codebook")
	}
}
