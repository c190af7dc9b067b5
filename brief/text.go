package brief

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The colours of a terminal (ECMA-48): bold, dim, and the four of the parts.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	cyan   = "36"
)

// page writes a brief as text.
type page struct {
	*bufio.Writer
	colour bool
}

func writeText(w io.Writer, v view, colour bool) error {
	p := page{bufio.NewWriter(w), colour}
	p.para(0, v.Counts)
	for _, s := range v.Stories {
		p.story(s)
	}
	p.silent(v.Silent)
	p.uncoded(v.Uncoded)
	p.unread(v.Unread)
	return p.Flush()
}

// paint colours a word or phrase, each of its words by itself so that lines can
// be broken anywhere.
func (p page) paint(colour, text string) string {
	if !p.colour || text == "" {
		return text
	}
	parts := strings.Split(text, " ")
	for i, part := range parts {
		if part != "" {
			parts[i] = "\x1b[" + colour + "m" + part + "\x1b[0m"
		}
	}
	return strings.Join(parts, " ")
}

// para writes a paragraph at an indent.
func (p page) para(indent int, text string) { p.hang(indent, indent, text) }

// hang writes a paragraph whose first line stands at one indent and whose
// further lines stand at another.
func (p page) hang(first, further int, text string) {
	indent := first
	for _, line := range wrap(text, further) {
		fmt.Fprintf(p, "%s%s\n", strings.Repeat(" ", indent), line)
		indent = further
	}
}

// row writes a short label in a column of its own and a paragraph beside it.
func (p page) row(indent, column int, label, text string) {
	further := indent + max(column, len(label)+1)
	for i, line := range wrap(text, further) {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(p, "%*s%-*s%s\n", indent, "", further-indent, label, line)
	}
}

// line separates the parts of the brief.
func (p page) line() { fmt.Fprintf(p, "\n%s\n", p.paint(dim, strings.Repeat("─", width))) }

func (p page) head(text string) {
	fmt.Fprintf(p, "\n%s\n", p.paint(bold, text))
}

func (p page) story(s storyView) {
	p.line()
	p.hang(0, 4, p.paint(bold, s.ID+"  "+s.Title))
	p.para(4, s.Dates+", "+count(len(s.Reports), "report"))
	for _, r := range s.Reports {
		p.report(r)
	}
	for _, c := range s.Copies {
		p.hang(4, 8, c)
	}
	if len(s.Timeline)+len(s.Unresolved)+len(s.Undated) > 0 {
		p.head("TIMELINE")
		for _, m := range s.Timeline {
			p.moment(m)
		}
		if len(s.Unresolved) > 0 {
			p.para(2, p.paint(dim, "days that nothing resolves:"))
		}
		for _, m := range s.Unresolved {
			p.moment(m)
		}
		if len(s.Undated) > 0 {
			p.row(2, whenColumn, "no date", p.paint(cyan, strings.Join(s.Undated, ", ")))
		}
	}
	if len(s.Events) > 0 {
		p.head("EVENTS")
		for i, e := range s.Events {
			if i > 0 {
				fmt.Fprintln(p)
			}
			p.event(e)
		}
	}
	if len(s.Speakers) > 0 {
		p.head("WHO SAID WHAT")
		for _, speaker := range s.Speakers {
			p.hang(2, 6, p.paint(bold, speaker.Name))
			for _, t := range speaker.Statements {
				p.statement(t)
			}
		}
	}
	if len(s.Disagreements) > 0 {
		p.head("DISAGREEMENTS")
		for _, d := range s.Disagreements {
			p.disagreement(d)
		}
	}
}

// whenColumn is the width of the timeline's column of days; what is longer gets a
// line of its own.
const whenColumn = 14

func (p page) moment(m momentView) {
	what := p.paint(cyan, m.Event) + " " + m.Line
	if len(m.When) < whenColumn {
		p.row(2, whenColumn, m.When, what)
		return
	}
	p.para(2, m.When)
	p.row(2, whenColumn, "", what)
}

// report writes the line that says what a report's number stands for.
func (p page) report(r reportView) {
	title := ""
	if r.Title != "" {
		title = "“" + r.Title + "” "
	}
	p.hang(4, 8, fmt.Sprintf("%s %s: %s%s", p.paint(bold, fmt.Sprintf("[%d]", r.Number)), p.paint(bold, r.Name), title,
		p.paint(dim, r.Published+", "+r.Path)))
}

func (p page) event(e eventView) {
	p.hang(2, 6, fmt.Sprintf("%s %s", p.paint(cyan, e.ID), p.paint(bold, e.Parties)))
	line := p.paint(green, e.Code)
	if e.Title != "" {
		line += " " + e.Title
	}
	line += " · " + e.When
	if e.Where != "" {
		line += " · " + e.Where
	}
	p.para(6, line+" · "+e.Status+" · "+e.Told)
	for _, a := range e.Accounts {
		p.hang(6, 8, fmt.Sprintf("%s, sentence %d: %s", p.paint(bold, a.Source.String()), a.Sentence, a.Says))
		p.para(8, a.Evidence.Before+p.paint(yellow, a.Evidence.Trigger)+a.Evidence.After)
		p.para(8, p.paint(dim, strings.Join(append([]string{"rule " + a.Rule}, a.Reasons...), "; ")))
	}
	if len(e.Accounts) > 1 && len(e.Why) > 0 {
		p.hang(6, 8, "One event: "+strings.Join(e.Why, "; ")+".")
	}
	for _, n := range e.Near {
		line := "Kept apart from " + p.paint(cyan, strings.Join(n.Events, ", "))
		if n.More > 0 {
			line += fmt.Sprintf(" and %d more", n.More)
		}
		p.hang(6, 8, line+": "+n.Why+".")
	}
}

func (p page) statement(t statementView) {
	p.hang(4, 8, p.paint(cyan, t.ID)+" "+t.Text)
	for _, v := range t.Variants {
		line := v.Form + " in " + v.Source.String()
		if v.Via != "" {
			line += ", " + v.Via
		}
		if v.Words != "" {
			line += ": " + v.Words
		}
		p.hang(8, 10, line)
	}
}

func (p page) disagreement(d disagreementView) {
	line := fmt.Sprintf("%s %s of %s: %s", p.paint(cyan, d.ID), d.Field, p.paint(cyan, d.About), p.paint(red, d.Kind))
	if d.Other != "" {
		line = fmt.Sprintf("%s %s and %s: %s by the %s", p.paint(cyan, d.ID), p.paint(cyan, d.About), p.paint(cyan, d.Other), p.paint(red, d.Kind), d.Field)
	}
	if d.Why != "" {
		line += ", " + d.Why
	}
	p.hang(2, 6, line)
	for _, s := range d.Sides {
		value := p.paint(bold, s.Value)
		if s.Event != "" {
			value = p.paint(cyan, s.Event) + " " + value
		}
		p.hang(6, 8, fmt.Sprintf("%s  “%s” in %s", value, s.Words, s.Source))
	}
}

func (p page) silent(reports []reportView) {
	if len(reports) == 0 {
		return
	}
	p.line()
	fmt.Fprintln(p, p.paint(bold, "REPORTS IN WHICH NOTHING WAS CODED AND NOBODY QUOTED"))
	for _, r := range reports {
		p.report(r)
	}
}

func (p page) uncoded(reasons []reasonView) {
	if len(reasons) == 0 {
		return
	}
	p.line()
	fmt.Fprintln(p, p.paint(bold, "NOT CODED, AND WHY"))
	for _, r := range reasons {
		p.row(2, 4, strconv.Itoa(len(r.Places)), p.paint(bold, r.Reason))
		for _, u := range r.Places {
			line := fmt.Sprintf("%s, sentence %d: %s", u.Source, u.Sentence, u.Words)
			if u.Rule != "" {
				line += " " + p.paint(dim, "("+u.Rule+")")
			}
			p.hang(6, 8, line)
		}
	}
}

func (p page) unread(reports []unreadView) {
	if len(reports) == 0 {
		return
	}
	p.line()
	fmt.Fprintln(p, p.paint(bold, "REPORTS NOT READ"))
	for _, u := range reports {
		p.hang(2, 6, fmt.Sprintf("%s: %s: %s", p.paint(bold, u.Path), p.paint(red, u.Status), u.Problem))
	}
}
