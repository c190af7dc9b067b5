package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/record"
)

// speakerView is somebody, or several who speak as one, with what they said.
type speakerView struct {
	Name       string
	Statements []statementView
}

// statementView is one thing somebody said.
type statementView struct {
	ID, Text string
	Variants []variantView
}

// variantView is one report's rendering of a statement; Words is empty where
// they are the statement's own text.
type variantView struct {
	Source           source
	Form, Via, Words string
}

// speakers groups statements by who made them, in the order of their first ones.
func (v viewer) speakers(statements []int) []speakerView {
	var out []speakerView
	at := map[string]int{}
	for _, t := range statements {
		name := v.speaker(v.Statements[t])
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name] = i
			out = append(out, speakerView{Name: name})
		}
		out[i].Statements = append(out[i].Statements, v.statement(t))
	}
	return out
}

// speaker says who made a statement; a joint one has several makers.
func (v viewer) speaker(s record.Statement) string {
	switch {
	case s.Speaker >= 0:
		return v.entity(s.Speaker)
	case len(s.Joint) > 0:
		names := make([]string, len(s.Joint))
		for i, e := range s.Joint {
			names[i] = words(v.Entities[e].Name)
		}
		return "joint statement of " + strings.Join(names, ", ")
	}
	return "speaker not known"
}

// statement shows the longest rendering, and below it what each report prints.
// The pieces into which a report breaks one quotation ("…," she said. "…") are
// one rendering.
func (v viewer) statement(i int) statementView {
	s := v.Statements[i]
	out := statementView{ID: number("T", i), Text: words(s.Text)}
	shown := false
	for from := 0; from < len(s.Variants); {
		first := s.Variants[from]
		to := from + 1
		for to < len(s.Variants) && first.Quote >= 0 && s.Variants[to].Report == first.Report && s.Variants[to].Quote == first.Quote {
			to++
		}
		var pieces []string
		holds := false
		for _, variant := range s.Variants[from:to] {
			d := v.Documents[variant.Report]
			pieces = append(pieces, marked(d, variant))
			holds = holds || d.Slice(variant.Span) == s.Text || strings.TrimSpace(d.Slice(variant.Span)) == s.Text
		}
		row := variantView{v.source(first.Report), string(first.Form), through(first.Via), strings.Join(pieces, " … ")}
		if holds && !shown {
			shown = true
			out.Text = row.Words
		}
		out.Variants = append(out.Variants, row)
		from = to
	}
	for k := range out.Variants {
		if out.Variants[k].Words == out.Text {
			out.Variants[k].Words = ""
		}
	}
	return out
}

// marked is a rendering with quotation marks around it where the report has
// them: around direct speech, and around the few words that mixed speech quotes.
func marked(d *doc.Document, v record.Variant) string {
	text := words(d.Slice(v.Span))
	before, _ := utf8.DecodeLastRuneInString(d.Text[:v.Span.Start])
	after, _ := utf8.DecodeRuneInString(d.Text[v.Span.End:])
	inMarks := slices.Contains(quotationMarks, before) && slices.Contains(quotationMarks, after)
	if v.Form == record.VariantDirect || v.Form == record.VariantMixed && inMarks {
		return "“" + text + "”"
	}
	return text
}

var quotationMarks = []rune("\"“”„‟«»'‘’")
