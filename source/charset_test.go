package source_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/source"
)

// wide encodes text in UTF-16.
func wide(text string, bigEndian bool) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		high, low := byte(unit>>8), byte(unit)
		if bigEndian {
			out = append(out, high, low)
		} else {
			out = append(out, low, high)
		}
	}
	return out
}

func TestCharset(t *testing.T) {
	const report = "The ministers met for the second time this month."
	const quoted = "“We agreed,” the minister – a lawyer – said after the talks in the capital. "
	windows1252 := []byte(strings.NewReplacer("“", "\x93", "”", "\x94", "–", "\x96").Replace(strings.Repeat(quoted, 5)))
	cyrillic := "Министры встретились в столице и договорились продолжить переговоры о границе в следующем месяце. "
	var windows1251 []byte
	for _, r := range strings.Repeat(cyrillic, 4) {
		switch {
		case r >= 'А' && r <= 'я':
			windows1251 = append(windows1251, byte(r-'А'+0xc0))
		default:
			windows1251 = append(windows1251, byte(r))
		}
	}
	tests := []struct {
		name    string
		content []byte
		text    string
		problem string
	}{
		{"utf8-with-mark.txt", append([]byte{0xef, 0xbb, 0xbf}, report...), report, ""},
		{"utf16-little-endian-with-mark.txt", append([]byte{0xff, 0xfe}, wide(report, false)...), report, ""},
		{"utf16-big-endian-with-mark.txt", append([]byte{0xfe, 0xff}, wide(report, true)...), report, ""},
		{"utf16-without-mark.txt", wide(report, false), report, ""},
		{"windows-1252.txt", windows1252, strings.Repeat(quoted, 5), ""},
		{"windows-1251.txt", windows1251, strings.Repeat(cyrillic, 4), ""},
		{"broken-utf8.txt", []byte("“We \xff agreed,” said – well – one"), "“We \ufffd agreed,” said – well – one", "1 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := one(t, source.Reader{}, file(t, test.name, test.content))
			if d.Text != test.text || d.Report.Status != doc.StatusRead {
				t.Errorf("got %s %q", d.Report.Status, d.Text)
			}
			if (d.Report.Problem == "") != (test.problem == "") || !strings.Contains(d.Report.Problem, test.problem) {
				t.Errorf("problem %q", d.Report.Problem)
			}
		})
	}
}

// A damaged file and one in an old encoding look the same when so few bytes tell
// them apart, so the guess is told.
func TestFewStrayBytesAreTold(t *testing.T) {
	for _, text := range []string{"The army shelled \xff\xfe the town.", "The caf\xe9 by the port was shelled."} {
		d := one(t, source.Reader{}, file(t, "a.txt", []byte(text)))
		if !strings.Contains(d.Report.Problem, "not valid UTF-8") {
			t.Errorf("%q: problem %q", text, d.Report.Problem)
		}
	}
}

func TestMixedEncodingsKeepWhatIsUTF8(t *testing.T) {
	d := one(t, source.Reader{}, file(t, "a.txt", []byte("Russia’s minister \xff met \x80 Turkey’s.")))
	if !strings.Contains(d.Text, "Russia’s") || !strings.Contains(d.Text, "Turkey’s") || d.Report.Problem == "" {
		t.Errorf("got %q, problem %q", d.Text, d.Report.Problem)
	}
}

func TestCharsetDeclaredByPage(t *testing.T) {
	page := "<html><head><meta charset=\"koi8-r\"></head><body><p>\xed\xe9\xe4</p></body></html>"
	if d := one(t, source.Reader{}, file(t, "a.html", []byte(page))); !strings.Contains(d.HTML, "МИД") {
		t.Errorf("got %q", d.HTML)
	}
}

func TestBrokenUTF8InJSONLine(t *testing.T) {
	line := "{\"text\": \"“We \xff agreed,” they said – all of them.\"}"
	d := one(t, source.Reader{}, file(t, "a.jsonl", []byte(line)))
	if !strings.Contains(d.Text, "\ufffd agreed") || d.Report.Problem == "" {
		t.Errorf("got %q, problem %q", d.Text, d.Report.Problem)
	}
}
