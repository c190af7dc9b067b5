package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/readout-project/readout/doc"
)

// dayLayouts are the forms of a date that name a day, after tidying: no weekday,
// no ordinal endings, single spaces, no commas. Forms that put month and day as
// bare numbers without the year first are not among them: readNumeric decides.
var dayLayouts = []string{
	"2006-01-02", "2006/01/02", "2006.01.02", "2006-1-2", "2006/1/2", "2006.1.2",
	"20060102", "20060102150405", "20060102T150405", "20060102T150405Z", "20060102T150405Z0700",
	"2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006", "2006 January 2", "2006 Jan 2",
	"2-January-2006", "2-Jan-2006", "2-Jan-06", "2 Jan 06",
}

// clockLayouts may follow a day.
var clockLayouts = []string{
	"15:04", "15:04:05", "3:04 PM", "3:04PM", "3:04:05 PM", "3 PM", "3PM", "15.04",
}

// stampLayouts are whole forms in which day and clock are interwoven.
var stampLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
	"2006-01-02T15:04", "2006-01-02T15", "Jan 2 15:04:05 2006", "Jan 2 15:04:05 MST 2006", "Jan 2 15:04:05 -0700 2006",
}

// monthLayouts name a month, and the whole of it is then the interval.
var monthLayouts = []string{"2006-01", "2006/01", "January 2006", "Jan 2006"}

var (
	weekday   = regexp.MustCompile(`(?i)^(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b[.,]*\s*`)
	ordinal   = regexp.MustCompile(`(?i)\b(\d{1,2})(st|nd|rd|th)\b`)
	lead      = regexp.MustCompile(`(?i)^((first )?published|posted|edited|updated|last updated|date)( time| date)?( on| at)?\s*:?\s+`)
	connector = regexp.MustCompile(`(?i)\s+(at|of|-|–|\|)\s+`)
	meridiem  = regexp.MustCompile(`(?i)(\d)\s*([ap])\.?m\b\.?`)
	september = regexp.MustCompile(`(?i)\bsept\b`)
	zoneTail  = regexp.MustCompile(`\s+(\(?[A-Z]{2,5}\)?|(GMT|UTC)?[+-]\d{1,2}:?(\d{2})?)$`)
	numeric   = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4})\b`)
	urlDate   = regexp.MustCompile(`[/\-_.=]((?:19|20)\d\d)([/\-_]?)(\d\d)([/\-_]?)(\d\d)(?:\D|$)`)
)

// ParsePublished reads a date of publication in any common form. It is the
// calendar day as written, in the writer's own zone; a month or a year alone is
// the whole of it. A date that could be two days ("03/04/2015") is refused
// rather than guessed, and the error says how to write it.
func ParsePublished(given string) (doc.Interval, error) {
	text := strings.TrimSpace(given)
	if seconds, ok := epoch(text); ok {
		return plausible(doc.On(doc.DayOf(time.Unix(seconds, 0).UTC())), given)
	}
	for _, layout := range stampLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return plausible(doc.On(doc.DayOf(t)), given)
		}
	}
	text = tidy(text)
	if day, matched, err := readNumeric(text, given); matched {
		if err != nil {
			return doc.Interval{}, err
		}
		return plausible(doc.On(day), given)
	}
	for _, candidate := range []string{text, zoneTail.ReplaceAllString(text, "")} {
		if day, ok := readDay(candidate); ok {
			return plausible(doc.On(day), given)
		}
	}
	for _, layout := range monthLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			last := doc.DayOf(t.AddDate(0, 1, -1))
			return plausible(doc.Interval{From: doc.DayOf(t), To: last}, given)
		}
	}
	if year, err := strconv.Atoi(text); err == nil && len(text) == 4 {
		return plausible(doc.Interval{
			From: doc.Day{Year: year, Month: time.January, Num: 1},
			To:   doc.Day{Year: year, Month: time.December, Num: 31},
		}, given)
	}
	return doc.Interval{}, fmt.Errorf("the date %q was not understood: write it as 2015-09-05", given)
}

// tidy takes out what does not bear on the day and brings the rest to one form.
func tidy(text string) string {
	text = lead.ReplaceAllString(text, "")
	text = weekday.ReplaceAllString(text, "")
	text = ordinal.ReplaceAllString(text, "$1")
	text = connector.ReplaceAllString(text, " ")
	text = meridiem.ReplaceAllString(text, "$1 ${2}M")
	text = september.ReplaceAllString(text, "Sep")
	text = strings.NewReplacer(",", " ", " pM", " PM", " aM", " AM").Replace(text)
	words := strings.Fields(text)
	for i, word := range words {
		if len(word) > 3 && strings.HasSuffix(word, ".") {
			words[i] = strings.TrimSuffix(word, ".") // "Sept. 5"
		}
	}
	return september.ReplaceAllString(strings.Join(words, " "), "Sep")
}

// readDay reads a day that may be followed by a clock time.
func readDay(text string) (doc.Day, bool) {
	for _, layout := range stampLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return doc.DayOf(t), true
		}
	}
	for _, day := range dayLayouts {
		if t, err := time.Parse(day, text); err == nil {
			return doc.DayOf(t), true
		}
		for _, clock := range clockLayouts {
			if t, err := time.Parse(day+" "+clock, text); err == nil {
				return doc.DayOf(t), true
			}
			if t, err := time.Parse(clock+" "+day, text); err == nil {
				return doc.DayOf(t), true
			}
		}
	}
	return doc.Day{}, false
}

// readNumeric reads a date of bare numbers with the year last. matched tells
// that the text is one.
func readNumeric(text, given string) (day doc.Day, matched bool, err error) {
	m := numeric.FindStringSubmatch(text)
	if m == nil || m[2] != m[4] {
		return doc.Day{}, false, nil
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[3])
	year, _ := strconv.Atoi(m[5])
	dayFirst, isDayFirst := doc.NewDay(year, time.Month(second), first)
	monthFirst, isMonthFirst := doc.NewDay(year, time.Month(first), second)
	switch {
	case isDayFirst && isMonthFirst && dayFirst != monthFirst:
		return doc.Day{}, true, fmt.Errorf("the date %q may be %s or %s: write it so; it is taken as unknown", given, dayFirst, monthFirst)
	case isDayFirst:
		return dayFirst, true, nil
	case isMonthFirst:
		return monthFirst, true, nil
	}
	return doc.Day{}, true, fmt.Errorf("the date %q does not exist: write it as 2015-09-05", given)
}

// plausible refuses days on which no report can have been published. The web
// knows no clock here: the upper bound only catches garbage.
func plausible(i doc.Interval, given string) (doc.Interval, error) {
	if i.From.Year < 1700 || i.To.Year > 2100 {
		return doc.Interval{}, fmt.Errorf("the date %q lies outside 1700 to 2100: write it as 2015-09-05", given)
	}
	return i, nil
}

// DateInURL reads the day that many outlets write into a report's address
// ("/2015/09/05/", "-20150905-").
func DateInURL(url string) (doc.Day, bool) {
	for _, m := range urlDate.FindAllStringSubmatch(url, -1) {
		if m[2] != m[4] {
			continue
		}
		year, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[3])
		num, _ := strconv.Atoi(m[5])
		if day, ok := doc.NewDay(year, time.Month(month), num); ok && year >= 1990 && year <= 2100 {
			return day, true
		}
	}
	return doc.Day{}, false
}
