package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// show writes the passages of a text as the reader sees them: single-marked in
// ‹›, doubles in [], ~ for a mark that is missing.
func show(text string) string {
	var out []string
	for _, p := range Passages(&doc.Document{Text: text}) {
		open, closing := "[", "]"
		if p.Single {
			open, closing = "‹", "›"
		}
		if !p.Opened {
			open = "~"
		}
		if !p.Closed {
			closing = "~"
		}
		out = append(out, open+text[p.Start:p.End]+closing)
	}
	return strings.Join(out, " ")
}

func TestPassages(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"straight", `"We will sign," the envoy said.`, `[We will sign,]`},
		{"curly", `“We will sign,” the envoy said.`, `[We will sign,]`},
		{"mixed marks", `"We will sign,” the envoy said. “Soon."`, `[We will sign,] [Soon.]`},
		{"typewriter", "``We will sign,'' the envoy said.", `[We will sign,]`},
		{"no space behind", `"It holds,"said the envoy.`, `[It holds,]`},
		{"apostrophes", `The officials' claims don't hold, the generals' do.`, ``},
		{"curly apostrophes", `The officials’ claims don’t hold in the ’90s.`, ``},
		{"single marks", `The minister called them 'armed bandits' on Monday.`, `‹armed bandits›`},
		{"possessive inside single marks", `He said 'the rebels' weapons came late' and left.`, `‹the rebels' weapons came late›`},
		{"single inside double", `"They call it a 'lull' and no truce," she said.`, `[They call it a 'lull' and no truce,]`},
		{"double inside curly", `“He wrote "soon" and left,” she said.`, `[He wrote "soon" and left,]`},
		{"stray closing mark", `The truce holds," he said. "It will last."`, `~The truce holds,] [It will last.]`},
		{"stray mark in the middle", `A 5" shell fell. "It was close," he said.`, `~A 5] [It was close,]`},
		{"never closed", `He said: "The truce holds.`, `[The truce holds.~`},
		{"opened twice", `He said "the truce and then "It holds," he said.`, `[It holds,]`},
		{"over paragraphs", "“The truce holds.\n“It will last.”", "[The truce holds.~ [It will last.]"},
		{"empty", ``, ``},
		{"only a mark", `"`, `[~`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(c.text); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestPassagesRunOverParagraphs(t *testing.T) {
	p := Passages(&doc.Document{Text: "“The truce holds.\n“It will last.”\n“Nobody else speaks.”"})
	if len(p) != 3 || p[0].Goes != OnToNext || p[1].Goes != FromBefore || p[2].Goes != 0 {
		t.Errorf("directions %+v", p)
	}
}

// Blocks that are not read keep their marks to themselves.
func TestPassagesReadBlocksOnly(t *testing.T) {
	text := "\"Caption words\"\n\"Body words\""
	d := &doc.Document{Text: text, Blocks: []doc.Block{
		{Span: doc.Span{Start: 0, End: 15}, Kind: doc.BlockCaption},
		{Span: doc.Span{Start: 16, End: len(text)}, Kind: doc.BlockBody}}}
	p := Passages(d)
	if len(p) != 1 || d.Slice(p[0].Span) != "Body words" || p[0].Block != 1 {
		t.Errorf("passages %+v", p)
	}
}

// Thousands of marks that pair with nothing cost no more than reading them.
func TestPassagesBoundedTime(t *testing.T) {
	for _, unit := range []string{`"`, `" `, ` "a`, `'a `, ` 'a`, `“`, `” `, "‘x "} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		start := time.Now()
		Passages(&doc.Document{Text: text})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated to a megabyte took %v", unit, took)
		}
	}
}

func FuzzPassages(f *testing.F) {
	for _, s := range []string{`"a," b 'c`, "“a\n“b”", "``x'' 'y", "\xff\"\xfe”", strings.Repeat(`" `, 500), "«a» ‘b’"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, p := range Passages(&doc.Document{Text: text}) {
			if p.Start < 0 || p.End > len(text) || p.Start > p.End || !p.Outer.Contains(p.Span) {
				t.Fatalf("passage %+v of %d bytes", p, len(text))
			}
			if p.Outer.Start < at {
				t.Fatalf("passage %+v begins before %d", p, at)
			}
			at = p.Outer.Start
			if utf8.ValidString(text) && !utf8.ValidString(text[p.Start:p.End]) {
				t.Fatalf("passage %+v cuts a rune", p)
			}
		}
	})
}

func ExamplePassages() {
	d := &doc.Document{Text: `The "lull" ended, and "we don't know why," an officer said.`}
	for _, p := range Passages(d) {
		fmt.Println(d.Slice(p.Span))
	}
	// Output:
	// lull
	// we don't know why,
}
