package brief

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/event"
)

// Explain writes what was found in each of the sentences of one report, and why:
// its tree, mentions, times, places, quotations and events, the frames that fired
// and those that did not with what failed; of pronouns, times and places also what
// else they may mean and why not.
func Explain(w io.Writer, d *doc.Document, sentences []int, traces Traces, colour bool) error {
	p := page{bufio.NewWriter(w), colour}
	r := d.Report
	p.hang(0, 4, p.paint(bold, words(r.Path+" "+r.Title))+" "+p.paint(dim, published(r.Published)))
	if r.Status != doc.StatusRead {
		p.para(2, string(r.Status)+": "+words(r.Problem))
	}
	var also considered
	if len(sentences) > 0 {
		also = consider(d, traces)
	}
	for _, i := range sentences {
		e := explained{p, d, d.Sentences[i].Span, also}
		fmt.Fprintln(p)
		p.hang(0, 4, p.paint(cyan, fmt.Sprintf("sentence %d:", i))+" "+words(d.Slice(e.span)))
		e.block(d.Sentences[i])
		e.tree(d.Sentences[i])
		e.mentions()
		e.times()
		e.places()
		e.quotes()
		e.events(i)
		if traces.Frames != nil {
			e.frames(traces.Frames(d, i))
		}
	}
	return p.Flush()
}

// explained is one sentence being explained.
type explained struct {
	page
	d    *doc.Document
	span doc.Span
	also considered
}

// part writes one kind of finding under its name; none are left out.
func (e explained) part(name string, lines []string) {
	if len(lines) == 0 {
		return
	}
	e.para(2, e.paint(bold, name))
	for _, line := range lines {
		e.hang(4, 6, line)
	}
}

// rule is how a line ends: the rule that made the finding.
func (e explained) rule(rule string) string {
	if rule == "" {
		return ""
	}
	return " " + e.paint(dim, "["+rule+"]")
}

func (e explained) quote(s doc.Span) string { return "“" + words(e.d.Slice(s)) + "”" }

func (e explained) block(s doc.Sentence) {
	b := e.d.Blocks[s.Block]
	e.part("block", []string{string(b.Kind) + e.rule(b.Rule)})
}

// tree writes one word a line: number, form, lemma, tags, and what it hangs on.
func (e explained) tree(s doc.Sentence) {
	e.para(2, e.paint(bold, "tree"))
	longest := 0
	for t := s.First; t < s.Last; t++ {
		longest = max(longest, len([]rune(words(e.d.Form(t)))))
	}
	longest = min(longest, 24)
	for t := s.First; t < s.Last; t++ {
		token := e.d.Tokens[t]
		head := "root"
		if token.Head >= 0 {
			head = fmt.Sprintf("%s of %d %s", token.Rel, token.Head-s.First+1, words(e.d.Form(token.Head)))
		}
		fmt.Fprintf(e, "    %3d %-*s %-5s %-5s %-*s %s\n", t-s.First+1, longest, words(e.d.Form(t)),
			token.UPOS, token.XPOS, longest, words(token.Lemma), head)
	}
}

func (e explained) mentions() {
	var lines []string
	for i, x := range e.d.Entities {
		for _, m := range x.Mentions {
			if !e.span.Overlaps(m.Span) {
				continue
			}
			line := fmt.Sprintf("%s %s is %s %s%s", e.quote(m.Span), m.Form, e.paint(cyan, number("x", i)), words(x.Name), standing(x.Country, x.Sector))
			if x.Role != "" {
				line += ", " + words(x.Role)
			}
			line += ", known by " + string(x.How)
			if !x.Evidence.Empty() {
				line += " " + e.quote(x.Evidence)
			}
			lines = append(lines, line+e.rule(x.Rule)+e.rule(m.Rule)+e.otherAntecedents(m.Span, x.Name))
		}
	}
	lines = append(lines, e.unresolvedPronouns()...)
	e.part("mentions", lines)
}

func (e explained) times() {
	var lines []string
	for _, t := range e.d.Times {
		if e.span.Overlaps(t.Span) {
			lines = append(lines, fmt.Sprintf("%s %s %s, %s, resolved against %s%s", e.quote(t.Span), t.Type, t.Value, dates(t.Interval), t.Anchor, e.rule(t.Rule))+e.otherTimes(t))
		}
	}
	e.part("times", lines)
}

func (e explained) places() {
	var lines []string
	for _, p := range e.d.Places {
		if e.span.Overlaps(p.Span) {
			lines = append(lines, fmt.Sprintf("%s is %s, %s%s", e.quote(p.Span), place(p), p.Kind, e.rule(p.Rule))+e.otherPlaces(p))
		}
	}
	e.part("places", lines)
}

func (e explained) quotes() {
	var lines []string
	for _, q := range e.d.Quotes {
		all := slices.Concat(q.Content, []doc.Span{q.Source, q.Cue})
		if !slices.ContainsFunc(all, e.span.Overlaps) {
			continue
		}
		content := make([]string, len(q.Content))
		for i, c := range q.Content {
			content[i] = e.quote(c)
		}
		line := fmt.Sprintf("%s %s", q.Kind, strings.Join(content, " … "))
		others := ""
		if q.Speaker >= 0 {
			line += ", speaker " + e.paint(cyan, number("x", q.Speaker)) + " " + words(e.d.Entities[q.Speaker].Name)
			var how string
			how, others = e.whySpeaker(q)
			line += how
		} else {
			line += ", speaker not known"
		}
		if !q.Source.Empty() {
			line += ", source " + e.quote(q.Source)
		}
		if !q.Cue.Empty() {
			line += ", cue " + e.quote(q.Cue)
		}
		for _, via := range q.Via {
			line += ", through " + e.quote(via)
		}
		lines = append(lines, line+e.rule(q.Rule)+others)
	}
	e.part("quotations", lines)
}

func (e explained) events(sentence int) {
	var lines []string
	for i, v := range e.d.Events {
		if v.Sentence != sentence {
			continue
		}
		line := fmt.Sprintf("%s %s: %s", e.paint(cyan, number("e", i)), e.paint(green, label(v.Code)), e.names(v.Actor))
		if len(v.Recipient) > 0 {
			line += " → " + e.names(v.Recipient)
		}
		line += "; " + says(e.d, v)
		if v.SameAs >= 0 {
			line += "; the same as " + number("e", v.SameAs)
		}
		if len(v.Reasons) > 0 {
			line += "; " + strings.Join(v.Reasons, "; ")
		}
		lines = append(lines, line+e.rule(v.Rule))
	}
	e.part("events", lines)
}

func (e explained) names(entities []int) string {
	names := make([]string, len(entities))
	for i, x := range entities {
		names[i] = words(e.d.Entities[x].Name) + standing(e.d.Entities[x].Country, e.d.Entities[x].Sector)
	}
	return strings.Join(names, " + ")
}

// frames writes the frames that fired, then those whose conditions were met and
// that something else kept from it, then those whose conditions were not met.
func (e explained) frames(attempts []event.Attempt) {
	var fired, near, failed []string
	for _, a := range attempts {
		line := fmt.Sprintf("%s on %s", e.frame(a), e.quote(a.Trigger))
		switch {
		case a.Fired:
			fired = append(fired, e.paint(green, "fired")+" "+line+e.roles(a)+e.ties(a))
		case a.Near():
			near = append(near, e.paint(yellow, "nearly")+" "+line+": "+a.Failed+e.roles(a))
		default:
			failed = append(failed, e.paint(dim, "did not")+" "+line+": "+a.Failed)
		}
	}
	if len(attempts) == 0 {
		failed = []string{"no word of the sentence is a trigger of a frame"}
	}
	e.part("frames", slices.Concat(fired, near, failed))
}

// frame names the frame and where it is written.
func (e explained) frame(a event.Attempt) string {
	if a.Where == nil {
		return a.Frame
	}
	return a.Frame + " " + e.paint(dim, fmt.Sprintf("(%s:%d)", a.Where.File, a.Where.Line))
}

// roles writes the code and who stands where.
func (e explained) roles(a event.Attempt) string {
	if a.Code.Type == "" {
		return ""
	}
	out := "; " + label(a.Code)
	for _, r := range a.Roles {
		if len(r.Entities) > 0 {
			out += fmt.Sprintf("; %s %s as %s", r.Name, e.names(r.Entities), r.Slot)
		}
	}
	return out
}
