package clean_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/clean"
	"github.com/readout-project/readout/doc"
)

const paragraph = "The ministers met in the capital for the second time this month and agreed to go on talking about the border. "

func TestReadDateline(t *testing.T) {
	tests := []struct {
		paragraph, city, outlet, when, day string
	}{
		{"WASHINGTON (Sputnik) — The president said no.", "WASHINGTON", "Sputnik", "", ""},
		{"WASHINGTON (Sputnik)\u00a0— The president said no.", "WASHINGTON", "Sputnik", "", ""},
		{"BEIRUT, Sept 5 (Reuters) - Shells fell on the port.", "BEIRUT", "Reuters", "Sept 5", ""},
		{"BEIRUT, Sept. 8, 2015 (Levant Ledger) — Shells fell on the port.", "BEIRUT", "Levant Ledger", "Sept. 8, 2015", "2015-09-08"},
		{"GENEVA, 5 September 2015 – The envoy left after two days.", "GENEVA", "", "5 September 2015", "2015-09-05"},
		{"(Reuters) - The bank raised its rate.", "", "Reuters", "", ""},
		{"UNITED NATIONS (AP) — The council met.", "UNITED NATIONS", "AP", "", ""},
		{"COLUMBIA, S.C. (AP) — The governor spoke.", "COLUMBIA", "AP", "", ""},
		{"DUBAI, United Arab Emirates — The fleet sailed on Sunday night.", "DUBAI", "", "", ""},
		{"GAZA/JERUSALEM (Reuters) - The truce held.", "GAZA/JERUSALEM", "Reuters", "", ""},
		{"Moscow (TASS) -- The ministry answered.", "Moscow", "TASS", "", ""},
		{"(CNN)The president said no.", "", "CNN", "", ""},
		{"London (CNN)The prime minister said no.", "London", "CNN", "", ""},
		{"MOSCOW. Sept 5 (Interfax) - The ministry answered.", "MOSCOW", "Interfax", "Sept 5", ""},
	}
	for _, test := range tests {
		d, ok := clean.ReadDateline(test.paragraph)
		if !ok {
			t.Errorf("%q: no dateline", test.paragraph)
			continue
		}
		if d.City != test.city || d.Outlet != test.outlet || d.When != test.when || d.Day.String() != test.day {
			t.Errorf("%q: got %+v", test.paragraph, d)
		}
		if rest := strings.TrimLeft(test.paragraph[d.End:], " \u00a0"); !strings.HasPrefix(rest, "The") && !strings.HasPrefix(rest, "Shells") {
			t.Errorf("%q: ends before %q", test.paragraph, rest)
		}
	}
	for _, none := range []string{
		"ISIS — a common enemy of both — lost the town.",
		"NATO - an alliance of 28 states - said no.",
		"LAVROV: We agreed on the date.",
		"(Laughter) The speaker went on.",
		"BREAKING NEWS -- WATCH LIVE",
		"The United Nations (UN) said that the road was open.",
		"Kerry (left) met Lavrov in Geneva.",
		"Russia's foreign minister said no.",
		"",
	} {
		if d, ok := clean.ReadDateline(none); ok {
			t.Errorf("%q: took %q for a dateline", none, none[:d.End])
		}
	}
}

func TestDatelineTellsOutletAndDay(t *testing.T) {
	d := annotate(t, &doc.Document{Text: "Talks go on\n\nGENEVA, Sept. 5, 2015 (Harbour Wire) — " + paragraph})
	r := d.Report
	if r.Outlet != "Harbour Wire" || r.Published.From.String() != "2015-09-05" || r.Published.How != doc.DateDateline {
		t.Errorf("got %+v", r)
	}
	if b := d.Blocks[1]; b.Kind != doc.BlockCredit || d.Slice(b.Span) != "GENEVA, Sept. 5, 2015 (Harbour Wire) —" {
		t.Errorf("got %s %q", b.Kind, d.Slice(b.Span))
	}
}

func TestDatelineNeverOverrulesTheInput(t *testing.T) {
	d := &doc.Document{Text: "GENEVA, Sept. 5, 2015 (Harbour Wire) — " + paragraph}
	d.Report.Outlet = "Lowland Courier"
	d.Report.Published = doc.Published{Interval: doc.On(doc.Day{Year: 2015, Month: 9, Num: 6}), How: doc.DateMetadata}
	annotate(t, d)
	if r := d.Report; r.Outlet != "Lowland Courier" || r.Published.From.String() != "2015-09-06" {
		t.Errorf("got %+v", r)
	}
}

func TestCaptionNeverDatesTheReport(t *testing.T) {
	d := annotate(t, &doc.Document{Text: "Talks go on\n" +
		"FILE - The two presidents shake hands in the palace, Dec. 19, 2006 file photo.\n" + paragraph})
	if !d.Report.Published.IsZero() {
		t.Errorf("published %v by %s", d.Report.Published.From, d.Report.Published.How)
	}
}

func TestDateLineAboveText(t *testing.T) {
	d := annotate(t, &doc.Document{Text: "Talks go on\nBy Mara Holt\nPublished on 5 September 2015 at 10:12\n" + paragraph})
	if r := d.Report; r.Author != "Mara Holt" || r.Published.From.String() != "2015-09-05" || r.Published.How != doc.DateInferred {
		t.Errorf("got %+v", r)
	}
	d = annotate(t, &doc.Document{Text: "Harbour Wire | Sat Sep 5, 2015 5:23pm\nTalks go on after a long night\n" + paragraph})
	if r := d.Report; r.Published.From.String() != "2015-09-05" || r.Title != "Talks go on after a long night" {
		t.Errorf("got %+v", r)
	}
	// Below the text such a line dates something else.
	d = annotate(t, &doc.Document{Text: "Talks go on\n" + paragraph + "\n" + paragraph + "\n5 September 2015\n"})
	if !d.Report.Published.IsZero() {
		t.Errorf("published %v by %s", d.Report.Published.From, d.Report.Published.How)
	}
}

func TestTitle(t *testing.T) {
	d := annotate(t, &doc.Document{Text: "World\nTalks on border go on in capital\n" + paragraph})
	if d.Report.Title != "Talks on border go on in capital" {
		t.Errorf("got title %q", d.Report.Title)
	}
	stated := &doc.Document{Text: "World\nBreaking News\n" + paragraph}
	stated.Report.Title = "Breaking news"
	annotate(t, stated)
	if b := stated.Blocks[1]; b.Kind != doc.BlockTitle {
		t.Errorf("the stated title became %s (%s)", b.Kind, b.Rule)
	}
}

func TestLanguage(t *testing.T) {
	russian := "Министры иностранных дел обеих стран встретились в столице и договорились продолжить переговоры о границе. "
	french := "Les ministres des affaires étrangères des deux pays se sont rencontrés dans la capitale et sont convenus de poursuivre les pourparlers. "
	tests := []struct {
		name, text, stated, language string
		status                       doc.Status
	}{
		{"english", paragraph, "", "en", doc.StatusRead},
		{"english with a Russian footer", paragraph + "\n" + paragraph + paragraph + "\n" + "Загрузка", "", "en", doc.StatusRead},
		{"russian", russian + russian, "", "ru", doc.StatusUnsupportedLanguage},
		{"russian with an English menu", "Home\nNews\n" + russian + "\n" + russian + russian, "", "ru", doc.StatusUnsupportedLanguage},
		{"french", french + french, "", "fr", doc.StatusUnsupportedLanguage},
		{"a headline too short to tell", "Kerry calls Lavrov", "", "", doc.StatusRead},
		{"stated in the input", french, "fr", "fr", doc.StatusUnsupportedLanguage},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := &doc.Document{Text: test.text}
			d.Report.Language = test.stated
			annotate(t, d)
			if d.Report.Status != test.status || d.Report.Language != test.language && test.language != "" {
				t.Errorf("got %s %q (%s)", d.Report.Status, d.Report.Language, d.Report.Problem)
			}
			if (d.Report.Problem == "") != (test.status == doc.StatusRead) {
				t.Errorf("problem %q", d.Report.Problem)
			}
			if d.Text != test.text {
				t.Error("the text was changed")
			}
		})
	}
}

func TestNothingToRead(t *testing.T) {
	d := annotate(t, &doc.Document{Text: "Home\nNews\n0\nLog in\n"})
	if d.Report.Status != doc.StatusEmpty || d.Report.Problem == "" {
		t.Errorf("got %s %q", d.Report.Status, d.Report.Problem)
	}
}

func TestFailedReportsAreLeftAlone(t *testing.T) {
	d := &doc.Document{Text: paragraph}
	d.Report.Status = doc.StatusFailed
	if err := newStage(t).Annotate(d); err != nil || d.Blocks != nil || d.Report.Status != doc.StatusFailed {
		t.Errorf("got %+v, %v", d.Report, err)
	}
}

// TestLinearTime would run for minutes if comparing lines took quadratic time.
func TestLinearTime(t *testing.T) {
	var many strings.Builder
	for i := range 10_000 {
		many.WriteString("Line number ")
		many.WriteString(strings.Repeat("very ", i%7))
		many.WriteString("long of a list that goes on and on without an end.\n")
	}
	for name, text := range map[string]string{
		"10,000 lines":              many.String(),
		"1 MB without a space":      strings.Repeat("x", 1<<20),
		"1 MB of quotation marks":   strings.Repeat("\"", 1<<20),
		"1 MB of line breaks":       strings.Repeat("\n", 1<<20),
		"20,000 open script tags":   strings.Repeat("<script>\n", 20_000),
		"20,000 names":              paragraph + strings.Repeat("\nMara Holt", 20_000) + "\n" + paragraph,
		"20,000 captions":           paragraph + strings.Repeat("\nHeading\nFILE - a ship", 20_000) + "\n" + paragraph,
		"one line of 100,000 words": strings.Repeat("REUTERS/ ", 100_000),
	} {
		t.Run(name, func(t *testing.T) { checkCover(t, annotate(t, &doc.Document{Text: text})) })
	}
}
