package quote

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// factors say how much what stands around a cue moves the chance that it reports
// speech: logarithms of odds by construction ("verb that") and sign ("source
// name"). They are counted, like the weights of the cues.
type factors map[string]map[string]float64

// The signs that every finding shows: the chance its cue has by itself, and the
// construction.
const (
	signCue   = "cue"
	signAlone = "alone"
)

// readFactors reads the table of what stands around cues.
func readFactors(name string, r io.Reader) (factors, error) {
	all := make(factors)
	var problems []error
	s := bufio.NewScanner(r)
	for line := 1; s.Scan(); line++ {
		if strings.TrimSpace(s.Text()) == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		if err := all.add(s.Text()); err != nil {
			problems = append(problems, fmt.Errorf("%s:%d: %w", name, line, err))
		}
	}
	return all, errors.Join(append(problems, s.Err())...)
}

func (a factors) add(row string) error {
	f := strings.Split(row, "\t")
	if len(f) != 3 {
		return fmt.Errorf("want 3 columns, have %d", len(f))
	}
	w, err := strconv.ParseFloat(f[2], 64)
	if err != nil || math.IsNaN(w) || math.Abs(w) > 20 {
		return fmt.Errorf("factor %q is not a number from -20 to 20", f[2])
	}
	if a[f[0]] == nil {
		a[f[0]] = make(map[string]float64)
	}
	if _, twice := a[f[0]][f[1]]; twice {
		return fmt.Errorf("%s, %s stands twice", f[0], f[1])
	}
	a[f[0]][f[1]] = w
	return nil
}

// group is the construction as the table of factors names it.
func (f *finding) group() string { return string(f.class) + " " + f.takes.String() }

// weigh sets the chance of a finding from the weight of its cue and what stands
// around it. Findings without a row in the table of cues are certain.
func (r *reading) weigh(t *clause.Tree, f *finding) {
	if f.class == "" {
		f.chance = 1
		return
	}
	table := r.factors[f.group()]
	if table == nil {
		return
	}
	odds := table[signAlone] + table[signCue]*math.Log(f.chance/(1-f.chance))
	for _, sign := range r.signs(t, f) {
		odds += table[sign]
	}
	f.chance = 1 / (1 + math.Exp(-odds))
}

// signs names what stands around a finding: who its source is, the form and
// place of its cue, what its content is made of.
func (r *reading) signs(t *clause.Tree, f *finding) []string {
	i := f.cueToken
	first, last := r.d.TokensIn(f.content[0])
	words := -first + last
	for _, c := range f.content[1:] {
		a, b := r.d.TokensIn(c)
		words += b - a
	}
	all := []string{r.sourceSign(t, f), r.placeSign(t, i), lengthSign(words)}
	if f.class == classVerb {
		all = append(all, r.formSign(t, i))
		if m := t.Modal(i); m != clause.None {
			all = append(all, "modal")
		}
	}
	finite, marked := false, false
	for _, c := range f.content {
		a, b := r.d.TokensIn(c)
		for k := a; k < b; k++ {
			switch r.d.Tokens[k].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				finite = true
			}
			marked = marked || r.within[k] >= 0
		}
	}
	if finite {
		all = append(all, "finite verb in content")
	}
	if marked {
		all = append(all, "marks in content")
	}
	if i >= 0 && r.within[i] >= 0 {
		all = append(all, "cue in marks")
	}
	switch {
	case first >= last:
	case f.takes == takesThat && t.Lower(first) == "that":
		all = append(all, "that")
	case r.d.Tokens[first].UPOS == "PRON":
		all = append(all, "content pronoun "+pronounKind(t.Lower(first)))
	case r.d.Tokens[first].UPOS == "PROPN":
		all = append(all, "content name")
	case r.d.Tokens[first].UPOS == "DET":
		all = append(all, "content "+t.Lower(first))
	}
	if f.content[0].End <= f.cue.Start {
		all = append(all, "content before cue")
	}
	switch end := r.d.Form(t.Last - 1); {
	case end == "?":
		all = append(all, "question")
	case end != "." && !isMark(end) && end != "!":
		all = append(all, "no full stop")
	}
	return all
}

func (r *reading) sourceSign(t *clause.Tree, f *finding) string {
	s := f.speaker
	if s == clause.None {
		return "source none"
	}
	switch r.d.Tokens[s].UPOS {
	case "PRON":
		return "source pronoun " + pronounKind(t.Lower(s))
	case "PROPN":
		for _, n := range r.namesAt(s) {
			return "source name " + string(n.Kind)
		}
		return "source name"
	case "NOUN":
		if r.cues.word(classText, t.Lemma(s)) != nil {
			return "source text"
		}
		if r.d.Tokens[s].XPOS == "NNS" {
			return "source plural"
		}
		return "source noun"
	}
	return "source other"
}

func pronounKind(form string) string {
	switch form {
	case "i", "we", "my", "our", "me", "us":
		return "I"
	case "you", "your":
		return "you"
	case "he", "she", "his", "her", "him":
		return "he"
	case "they", "their", "them":
		return "they"
	case "who", "whom", "whose":
		return "who"
	}
	return "it"
}

func (r *reading) formSign(t *clause.Tree, v int) string {
	x := r.d.Tokens[v].XPOS
	if t.Passive(v) {
		return "passive"
	}
	if x == "VBN" && len(t.Auxiliaries(v)) > 0 {
		return "form perfect"
	}
	if x == "VBG" && len(t.Auxiliaries(v)) > 0 {
		return "form progressive"
	}
	return "form " + x
}

func (r *reading) placeSign(t *clause.Tree, i int) string {
	return "place " + t.FullRel(t.FirstConjunct(i))
}

func lengthSign(words int) string {
	switch {
	case words <= 1:
		return "1 word"
	case words <= 3:
		return "2 to 3 words"
	case words <= 6:
		return "4 to 6 words"
	case words <= 12:
		return "7 to 12 words"
	}
	return "13 words or more"
}

// Candidate is what a cue word might report, for counting how often it does.
type Candidate struct {
	Cue     string // as lang/en/cues.tsv writes it
	Class   string
	Takes   string
	At      doc.Span // the cue word
	Source  doc.Span
	Content []doc.Span
	Signs   []string
	Beside  bool // read from the words beside the cue, where the tree gives it nothing
}

// Strong is the weight from which a cue is read from the words beside it.
const Strong = strong

// Candidates returns what the cue words of the document, and all words that might
// be cues, might report. It reads the layers that the stage needs.
func (s *Stage) Candidates(d *doc.Document) []Candidate {
	r := newReading(d, &Stage{cues: s.cues.own(), open: true})
	r.speech()
	var all []Candidate
	for _, f := range r.found {
		rule, cue, _ := strings.Cut(f.rule, "/")
		if rule == "speech-after" || rule == "speech-before" {
			all = append(all, Candidate{Cue: r.cues.known(classVerb, cue), Class: string(classVerb), Takes: takesSpeech.String(), At: r.d.Tokens[max(0, f.cueToken)].Span, Source: f.source, Content: f.content})
		}
	}
	for n := range d.Sentences {
		t := r.tree(n)
		for i := t.First; i < t.Last; i++ {
			if r.withinLong(i) {
				continue
			}
			for _, f := range r.under(t, n, i) {
				if f.class == "" {
					continue
				}
				_, cue, _ := strings.Cut(f.rule, "/")
				all = append(all, Candidate{cue, string(f.class), f.takes.String(), d.Tokens[i].Span, f.source, f.content, r.signs(t, f), f.beside})
			}
		}
	}
	return all
}
