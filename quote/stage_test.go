package quote

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	core "github.com/readout-project/readout/english"
)

var load = sync.OnceValues(core.Load)

// read runs the chain up to quotes on paragraphs of body text.
func read(t testing.TB, text string) *doc.Document {
	t.Helper()
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		if trimmed := strings.TrimRight(line, "\n"); trimmed != "" {
			d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: at, End: at + len(trimmed)}, Kind: doc.BlockBody})
		}
		at += len(line)
	}
	stage, err := NewStage()
	if err != nil {
		t.Fatal(err)
	}
	if err := core.Annotate(c, d); err != nil {
		t.Fatal(err)
	}
	if err := (actor.Stage{}).Annotate(d); err != nil {
		t.Fatal(err)
	}
	if err := stage.Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// line writes a quote as "kind speaker: content / content (via outlet)".
func line(d *doc.Document, q doc.Quote) string {
	speaker := "?"
	if q.Speaker >= 0 {
		speaker = d.Entities[q.Speaker].Name
	}
	var joint []string
	for _, e := range q.Joint {
		joint = append(joint, d.Entities[e].Name)
	}
	if len(joint) > 0 {
		speaker = strings.Join(joint, "+")
	}
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, d.Slice(c))
	}
	s := fmt.Sprintf("%s %s: %s", q.Kind, speaker, strings.Join(parts, " / "))
	for _, v := range q.Via {
		s += " (via " + d.Slice(v) + ")"
	}
	return s
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // quotes that must be among those found
		not        []string // beginnings of lines that must not
	}{
		{
			name: "subject, cue, direct speech",
			text: `French Foreign Minister Laurent Fabius said: "The siege must end this week."`,
			want: []string{`direct Laurent Fabius: The siege must end this week.`},
		},
		{
			name: "inverted with apposition",
			text: `"The bridge is gone," said Ana Duarte, a doctor in the city. "Nobody can cross."`,
			want: []string{`direct Ana Duarte: The bridge is gone, / Nobody can cross.`},
		},
		{
			name: "long apposition before the cue",
			text: `"The truce was never real," Paul Weber, the director of the Institute for Peace Research in Bonn, told Reuters on Monday.`,
			want: []string{`direct Paul Weber: The truce was never real, (via Reuters)`},
		},
		{
			name: "interrupted in the middle of a sentence",
			text: `"The army," President Petro Poroshenko said, "will not withdraw."`,
			want: []string{`direct Petro Poroshenko: The army, / will not withdraw.`},
		},
		{
			name: "indirect",
			text: `Turkish President Recep Tayyip Erdogan said that the border would stay closed.`,
			want: []string{`indirect Recep Tayyip Erdogan: that the border would stay closed`},
		},
		{
			name: "aside at the end",
			text: `The convoy had reached the town, the United Nations said.`,
			want: []string{`indirect United Nations: The convoy had reached the town`},
		},
		{
			name: "mixed",
			text: `Iranian President Hassan Rouhani said the sanctions were "an act of war".`,
			want: []string{`mixed Hassan Rouhani: the sanctions were "an act of war"`},
		},
		{
			name: "according to",
			text: `The rebels lost two villages, according to the Interfax news agency.`,
			want: []string{`indirect Interfax news agency: The rebels lost two villages`},
		},
		{
			name: "a statement speaks for its author",
			text: "The Ukrainian Defence Ministry released a statement on the fighting.\n\"Our positions were shelled all night,\" the statement said.",
			want: []string{`direct Ukrainian Defence Ministry: Our positions were shelled all night,`},
		},
		{
			name: "joint statement has no single speaker",
			text: `A statement by Germany, Poland and Sweden expressed alarm, saying the vote was "neither free nor fair".`,
			want: []string{`mixed Germany+Poland+Sweden: the vote was "neither free nor fair"`},
		},
		{
			name: "paragraph of its own, introduced",
			text: "On Monday, Ukrainian President Petro Poroshenko wrote:\n\"We count on our friends, and our friends can count on us.\"",
			want: []string{`direct Petro Poroshenko: We count on our friends, and our friends can count on us.`},
		},
		{
			name: "the same speaker goes on",
			text: "\"The road is open again,\" German Foreign Minister Frank-Walter Steinmeier said.\n\"The first trucks will leave on Sunday, and more will follow.\"",
			want: []string{`direct Frank-Walter Steinmeier: The road is open again, / The first trucks will leave on Sunday, and more will follow.`},
		},
		{
			name: "speech over paragraphs",
			text: "“The road is open again,” German Foreign Minister Frank-Walter Steinmeier said. “The first trucks will leave soon.\n“More will follow on Sunday.”",
			want: []string{`direct Frank-Walter Steinmeier: The road is open again, / The first trucks will leave soon. / More will follow on Sunday.`},
		},
		{
			name: "scare quotes and titles are no speech",
			text: `The "safe zone" lies north of Aleppo. His book "War and Memory" sold well.`,
			not:  []string{"direct", "mixed"},
		},
		{
			name: "nobody speaks",
			text: `The army shelled the town on Friday. Three people died.`,
			not:  []string{"direct", "mixed", "indirect"},
		},
		{
			name: "a verb that no table has, behind the comma of the marks",
			text: `"The bridge is gone," Finnish Foreign Minister Timo Soini sighed.`,
			want: []string{`direct Timo Soini: The bridge is gone,`},
		},
		{
			name: "a title between two parts of one speech",
			text: `"We could hardly hear the shots," Polish Foreign Minister Witold Waszczykowski told the programme "Today". "Then the lights went out."`,
			want: []string{`direct Witold Waszczykowski: We could hardly hear the shots, / Then the lights went out.`},
		},
		{
			name: "a question, its asker, and a second question",
			text: `"Why are the camps still closed?" Irish Foreign Minister Charles Flanagan asked. "Who decided that?"`,
			want: []string{`direct Charles Flanagan: Why are the camps still closed? / Who decided that?`},
		},
		{
			name: "a quotation at the end of a quotation",
			text: `"The guards said, 'Go home,'" Irish Foreign Minister Charles Flanagan said. "Nobody went."`,
			want: []string{`direct Charles Flanagan: The guards said, 'Go home,' / Nobody went.`},
		},
		{
			name: "nothing but a name and a colon before the marks",
			text: `Charles Flanagan: "The camps will stay open until the spring, whatever the price."`,
			want: []string{`direct Charles Flanagan: The camps will stay open until the spring, whatever the price.`},
		},
		{
			name: "a cue put into its sentence",
			text: `If the truce fails now, Irish Foreign Minister Charles Flanagan said, the council can still send observers.`,
			want: []string{`indirect Charles Flanagan: If the truce fails now / the council can still send observers`},
		},
		{
			name: "what was not said is no quotation",
			text: `The minister did not say that the talks had failed.`,
			not:  []string{"indirect"},
		},
		{
			name: "one stray mark spoils one paragraph",
			text: "The shell was 5\" wide.\n\"The road is open again,\" German Foreign Minister Frank-Walter Steinmeier said.",
			want: []string{`direct Frank-Walter Steinmeier: The road is open again,`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.text)
			var got []string
			for _, q := range d.Quotes {
				got = append(got, line(d, q))
			}
			all := strings.Join(got, "\n")
			for _, w := range c.want {
				if !strings.Contains("\n"+all+"\n", "\n"+w+"\n") {
					t.Errorf("%s\nwant %s\n got %s", c.text, w, all)
				}
			}
			for _, n := range c.not {
				if strings.Contains("\n"+all, "\n"+n) {
					t.Errorf("%s\nmust not be %s: %s", c.text, n, all)
				}
			}
			for _, q := range d.Quotes {
				if q.Rule == "" || len(q.Content) == 0 {
					t.Errorf("quote without rule or content: %+v", q)
				}
			}
		})
	}
}

func TestReadCues(t *testing.T) {
	if _, err := english(); err != nil {
		t.Fatal(err)
	}
	_, err := readCues("cues.tsv", strings.NewReader("# note\nsay\tverb\tsays\tspeech,that\t0.9,0.8\nsay\tverb\tholds\tthat\t0.9\nx\tverb\tsays\tsong\t.5\n"+
		"y\tbird\tsays\tthat\t.5\nz\tverb\tsays\tthat\t2\nz\tverb\tsings\tthat\t.5\nz\tverb\tsays\tthat,to\t.5\nhit\tverb\tacts\tobject\t0\n"))
	if err == nil {
		t.Fatal("a broken table was read")
	}
	for _, want := range []string{"cues.tsv:3", "cues.tsv:4", "cues.tsv:5", "cues.tsv:6", "cues.tsv:7", "cues.tsv:8"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not named in %v", want, err)
		}
	}
	if strings.Contains(err.Error(), "cues.tsv:9") {
		t.Errorf("a row of an act is refused: %v", err)
	}
}

// Sentences of nothing but marks, and text without any structure, must not panic.
func FuzzStage(f *testing.F) {
	for _, s := range []string{`"A," he said, "B`, "He said: \"\n\"x\"", `according to to to`, strings.Repeat(`" said `, 200), "\"\"\"", "said"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ToValidUTF8(text, "") != text || len(text) > 1<<14 {
			t.Skip()
		}
		d := read(t, text)
		for _, q := range d.Quotes {
			for _, c := range q.Content {
				if c.Empty() || c.End > len(text) {
					t.Fatalf("content %+v of %d bytes", c, len(text))
				}
			}
			if q.Source.End > len(text) || q.Speaker >= len(d.Entities) {
				t.Fatalf("quote %+v", q)
			}
		}
	})
}

// A paragraph of marks and cues, or a megabyte without a space, costs time in
// proportion to its length.
func TestStageBoundedTime(t *testing.T) {
	stage, err := NewStage()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{`" said `, `"It is so," he said. `, `He said that `, `according to `, "\"A\"\n", "x"} {
		d := read(t, strings.Repeat(unit, 100_000/len(unit)))
		d.Quotes = nil
		start := time.Now()
		if err := stage.Annotate(d); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%q repeated to 100 kB took %v", unit, took)
		}
	}
}
