package brief

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/readout-project/readout/codebook"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// counts is the first line of a brief.
func (v viewer) counts() string {
	read, known, outlets := 0, 0, map[string]bool{}
	for _, d := range v.Documents {
		if d.Report.Status == doc.StatusRead {
			read++
			if d.Report.Outlet != "" {
				known++
				outlets[d.Report.Outlet] = true
			}
		}
	}
	line := count(read, "report") + " read"
	switch {
	case known == 0:
	case known == read:
		line += " from " + count(len(outlets), "outlet")
	default:
		line += fmt.Sprintf(", outlet known for %d", known)
	}
	if unread := len(v.Documents) - read; unread > 0 {
		line += fmt.Sprintf(", %d not read", unread)
	}
	return line + ": " + strings.Join([]string{
		plural(len(v.Stories), "story", "stories"), count(len(v.Events), "event"),
		count(len(v.Statements), "statement"), count(len(v.Disagreements), "disagreement"),
	}, ", ") + "."
}

func count(n int, what string) string { return plural(n, what, what+"s") }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// label is the code as people write it: "CONSULT/phone 041".
func label(c doc.Code) string {
	if c.Mode == "" {
		return c.Type + " " + c.CAMEO
	}
	return c.Type + "/" + c.Mode + " " + c.CAMEO
}

// deed is what was done in the words of the codebook.
func deed(c doc.Code) string {
	if row, ok := codebook.CAMEO(c.CAMEO); ok {
		return row.Title
	}
	return label(c)
}

// when says when an event took place: its days, else what the accounts say that
// nothing resolves, and that they differ where they do.
func (v viewer) when(event int) string {
	switch days := v.days(event); {
	case v.differ[event]:
		return days + "; accounts differ"
	case v.Events[event].Date.IsZero() && days != "no date":
		return days + ", day not resolved"
	default:
		return days
	}
}

// days is when an event took place, in few words.
func (v viewer) days(event int) string {
	e := v.Events[event]
	if len(e.Days) > 0 && (v.differ[event] || e.Date.IsZero()) {
		return strings.Join(e.Days, " or ")
	}
	return dates(e.Date)
}

// parties says who did it to whom; parties of an event without a recipient did it together.
func (v viewer) parties(e record.Event) string {
	line := v.entities(e.Actor)
	if line == "" {
		line = "nobody named"
	}
	if len(e.Recipient) > 0 {
		line += " → " + v.entities(e.Recipient)
	}
	return line
}

func (v viewer) entities(list []int) string {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = v.entity(e)
	}
	return strings.Join(names, " + ")
}

// entity is a name with country and sector as far as they are known.
func (v viewer) entity(i int) string {
	e := v.Entities[i]
	return words(e.Name) + standing(e.Country, e.Sector)
}

func standing(country, sector string) string {
	if known := strings.TrimSpace(country + " " + sector); known != "" {
		return " (" + known + ")"
	}
	return " (not known)"
}

// status lists what the accounts make of the event, each once, in their order.
func (v viewer) status(e record.Event) string {
	var list []string
	seen := map[string]bool{}
	for _, a := range e.Accounts {
		if s := status(v.Documents[a.Report].Events[a.Event]); !seen[s] {
			seen[s] = true
			list = append(list, s)
		}
	}
	return strings.Join(list, ", ")
}

// status says how real one report makes its event.
func status(e doc.Event) string {
	line := string(e.Status)
	if e.Negated {
		line = "said not to have happened, " + line
	}
	if e.ContentStatus != "" {
		line += " (what it is about: " + string(e.ContentStatus) + ")"
	}
	return line
}

// says sums up what one report tells of date, place, status and source.
func says(d *doc.Document, e doc.Event) string {
	parts := []string{status(e)}
	if len(e.Attribution) > 0 {
		names := make([]string, len(e.Attribution))
		for i, x := range e.Attribution {
			names[i] = words(d.Entities[x].Name)
		}
		parts = append(parts, "according to "+strings.Join(names, " and "))
	}
	switch {
	case e.Time >= 0 && !e.Date.IsZero():
		parts = append(parts, fmt.Sprintf("“%s” is %s", words(d.Slice(d.Times[e.Time].Span)), dates(e.Date)))
	case e.Time >= 0:
		parts = append(parts, fmt.Sprintf("“%s”, day not resolved", words(d.Slice(d.Times[e.Time].Span))))
	case !e.Date.IsZero():
		parts = append(parts, dates(e.Date))
	}
	if e.Place >= 0 {
		parts = append(parts, "in "+place(d.Places[e.Place]))
	}
	return strings.Join(parts, "; ")
}

// told says how many reports tell an event and how many of them are independent.
func told(e record.Event) string {
	line := count(e.Reports, "report")
	if e.Reports > 1 || e.Origins != e.Reports {
		line += ", " + plural(e.Origins, "independent origin", "independent origins")
	}
	return line
}

// place is a place's name with what the gazetteer knows of it.
func place(p doc.Place) string {
	line := words(p.Name)
	if line == "" {
		return "a place"
	}
	if p.Country != "" && p.Kind != doc.PlaceCountry {
		line += ", " + p.Country
	}
	return line
}

// dates writes an interval; a day that nothing tells is "no date".
func dates(i doc.Interval) string {
	switch {
	case i.IsZero():
		return "no date"
	case i.Single():
		return i.From.String()
	case i.From.IsZero():
		return "until " + i.To.String()
	case i.To.IsZero():
		return "since " + i.From.String()
	case i.From.Month == time.January && i.From.Num == 1 && i.To.Month == time.December && i.To.Num == 31:
		if i.From.Year == i.To.Year {
			return strconv.Itoa(i.From.Year)
		}
		return fmt.Sprintf("%d to %d", i.From.Year, i.To.Year)
	case i.From.Num == 1 && i.From.Year == i.To.Year && i.From.Month == i.To.Month && i.To.Add(1).Num == 1:
		return i.From.String()[:len("2015-09")]
	}
	return i.From.String() + " to " + i.To.String()
}

// published is a date of publication with how it is known.
func published(p doc.Published) string {
	if p.IsZero() {
		return "no date of publication"
	}
	how := string(p.How)
	if p.Why != "" {
		how += ": " + words(p.Why)
	}
	return "published " + dates(p.Interval) + " (" + how + ")"
}

// where is a report's path with the caller's own id, which tells the reports of
// one file apart.
func where(r doc.Report) string {
	if r.Ref == "" {
		return words(r.Path)
	}
	return words(r.Path) + " (" + words(r.Ref) + ")"
}

func through(via []string) string {
	if len(via) == 0 {
		return ""
	}
	return "through " + words(strings.Join(via, ", through "))
}

// shared says in words how two reports share text; from came first.
func shared(k record.CopyKind, from, to string) string {
	switch k {
	case record.FullCopy:
		return to + " is a copy of " + from
	case record.Derived:
		return to + " is derived from " + from
	case record.SharedQuote:
		return from + " and " + to + " share a quotation"
	case record.SharedPassage:
		return from + " and " + to + " share a passage"
	case record.UnmarkedQuote:
		return from + " and " + to + " share words that only one of them marks as a quotation"
	}
	return from + " and " + to + ": " + string(k)
}

// disagreementKind says in words what a difference amounts to.
func disagreementKind(k record.DisagreementKind) string {
	switch k {
	case record.RisingToll:
		return "rising toll"
	case record.MaybeOtherEvent:
		return "maybe another event"
	}
	return string(k)
}

// words makes text of a report fit for one line of a page.
func words(text string) string { return strings.TrimSpace(printable(text)) }

// printable makes white space single spaces and drops characters that steer a
// terminal or turn the direction of writing around. White space at the ends
// stays as one space, so that pieces of a sentence can be joined again.
func printable(text string) string {
	var out strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			continue
		}
		if space {
			out.WriteByte(' ')
			space = false
		}
		out.WriteRune(r)
	}
	if space {
		out.WriteByte(' ')
	}
	return out.String()
}
