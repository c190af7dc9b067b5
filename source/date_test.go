package source_test

import (
	"strings"
	"testing"

	"github.com/readout-project/readout/source"
)

func TestParsePublished(t *testing.T) {
	tests := []struct{ given, from, to string }{
		{"2015-09-05", "2015-09-05", ""},
		{"2015-09-05T23:30:00Z", "2015-09-05", ""},
		{"2015-09-05T23:30:00.123-04:00", "2015-09-05", ""},
		{"2015-09-05T23:30:00+0300", "2015-09-05", ""},
		{"2015-09-05 23:30", "2015-09-05", ""},
		{"2015-09-05 23:30:12 +0000", "2015-09-05", ""},
		{"2015/9/5", "2015-09-05", ""},
		{"20150905", "2015-09-05", ""},
		{"20150905T120000Z", "2015-09-05", ""},
		{"5 September 2015", "2015-09-05", ""},
		{"September 5, 2015", "2015-09-05", ""},
		{"Sept. 5, 2015", "2015-09-05", ""},
		{"Sat, 05 Sep 2015 10:12:00 GMT", "2015-09-05", ""},
		{"Saturday, September 5th, 2015 at 3:42 p.m. EDT", "2015-09-05", ""},
		{"Sat Sep  5 10:12:00 2015", "2015-09-05", ""},
		{"10:12, 5 Sep 2015", "2015-09-05", ""},
		{"Published on 5 September 2015, 10:12", "2015-09-05", ""},
		{"25/12/2015", "2015-12-25", ""},
		{"12/25/2015", "2015-12-25", ""},
		{"12/25/2015 10:12 PM", "2015-12-25", ""},
		{"05.05.2015", "2015-05-05", ""},
		{"1441411200", "2015-09-05", ""},
		{"1441411200000", "2015-09-05", ""},
		{"2015-09", "2015-09-01", "2015-09-30"},
		{"February 2016", "2016-02-01", "2016-02-29"},
		{"2015", "2015-01-01", "2015-12-31"},
	}
	for _, test := range tests {
		if test.to == "" {
			test.to = test.from
		}
		got, err := source.ParsePublished(test.given)
		if err != nil || got.From.String() != test.from || got.To.String() != test.to {
			t.Errorf("%q: got %v to %v, %v", test.given, got.From, got.To, err)
		}
	}
	for given, says := range map[string]string{
		"03/04/2015":           "2015-03-04",
		"3.4.2015 10:12":       "2015-04-03",
		"31/31/2015":           "does not exist",
		"30 February 2015":     "not understood",
		"yesterday":            "not understood",
		"":                     "not understood",
		"September 5":          "not understood",
		"2999-01-01":           "outside",
		"0001-01-01T00:00:00Z": "outside",
	} {
		if got, err := source.ParsePublished(given); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: got %v, %v", given, got, err)
		}
	}
}

func TestDateInURL(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.example/2015/09/05/talks":          "2015-09-05",
		"https://a.example/world/20150905-talks.html": "2015-09-05",
		"https://a.example/talks-2015-09-05":          "2015-09-05",
		"https://a.example/2015/13/05/talks":          "",
		"https://a.example/news/1284120150905":        "",
		"https://a.example/2015/09/talks":             "",
		"https://a.example/2015/0905":                 "",
		"":                                            "",
	} {
		if got, ok := source.DateInURL(url); got.String() != want || ok != (want != "") {
			t.Errorf("%s: got %q", url, got)
		}
	}
}
