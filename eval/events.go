package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/event"
	"github.com/readout-project/readout/place"
	"github.com/readout-project/readout/quote"
	"github.com/readout-project/readout/when"
)

// Events scores who did what to whom.
//
//   - plover_gsr.dev: sentences with one PLOVER record each. "type" is the share
//     where some event has the gold type; "type and countries" where it also has a
//     gold source country among its actors and a gold target country among its
//     recipients (or actors, when the act is mutual); "extra a sentence" the
//     number of events of another type, per sentence, which is no percentage.
//   - cameo_spans.dev: "silent on statements" is the share of bare statements
//     (class 0) without an event; "silent but for appeals and denials" lets pass
//     what the set counts as statements and the codebook as events (02, 016).
//     "quad" is the share of other sentences with an event of the gold class;
//     "quad precision" the share of events in them that have it; "source" and
//     "target" how many of the sentences with the right class have an actor or
//     recipient that overlaps the gold words.
//   - plv.dev: sentences with a marked pair. The answer is the type of the event
//     between the pair, else of one by the source. "root" counts no answer as
//     wrong, "root precision" leaves it out.
//   - india_police.dev: what police did, exhaustively labelled: force is any
//     assault, a kill one whose trigger says that somebody died.
func Events(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	r, err := sentenceReader()
	if err != nil {
		return nil, err
	}
	return events(ctx, filepath.Join(sets, "events"), log, r)
}

// sentenceReader runs every stage but cleaning: the sets hold sentences, not
// pages, and a line on its own looks like furniture.
func sentenceReader() (read, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	times, err := when.New()
	if err != nil {
		return nil, err
	}
	places, err := place.New()
	if err != nil {
		return nil, err
	}
	quotes, err := quote.NewStage()
	if err != nil {
		return nil, err
	}
	coder, err := event.Default()
	if err != nil {
		return nil, err
	}
	stages := append(core.Stages(), times, actor.Stage{}, places, quotes, coder)
	return func(d *doc.Document) error {
		for _, s := range stages {
			if err := s.Annotate(d); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// read is the engine that the scores are of: it annotates one document.
type read func(*doc.Document) error

func events(ctx context.Context, dir string, log func(string), r read) ([]Score, error) {
	var all []Score
	for _, part := range []func(context.Context, string, read) ([]Score, error){gsr, spans, pairs, police} {
		scores, err := part(ctx, dir, r)
		if err != nil {
			return nil, err
		}
		for _, s := range scores {
			log(fmt.Sprintf("%s %s %.1f (%d)", s.Set, s.Name, s.Value, s.N))
		}
		all = append(all, scores...)
	}
	return all, nil
}

// told are the events that count: those that took place by somebody's word, and
// acts of words about the future. What is denied, hypothetical, history or
// negated is no event of the gold sets.
func told(r read, text string) (*doc.Document, []doc.Event, error) {
	d := &doc.Document{Text: text}
	d.Report.Status = doc.StatusRead
	if err := r(d); err != nil {
		return nil, nil, err
	}
	var all []doc.Event
	for _, e := range d.Events {
		switch e.Status {
		case doc.Asserted, doc.Reported, doc.Alleged, doc.Planned:
			if !e.Negated {
				all = append(all, e)
			}
		}
	}
	return d, all, nil
}

type gsrParty struct {
	Text    string
	Code    string
	CodeISO string `json:"code_iso"`
}

func gsr(ctx context.Context, dir string, r read) ([]Score, error) {
	type row struct {
		Text           string
		EventPlover2   string `json:"event_plover2"`
		Source, Target []gsrParty
	}
	rows, err := rowsOf[row](filepath.Join(dir, "plover_gsr.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var typ, both, extra int
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		hit, whole := false, false
		for _, e := range found {
			if e.Type != g.EventPlover2 {
				extra++
				continue
			}
			hit = true
			recipients := append(slices.Clone(e.Recipient), e.Actor...)
			if of(d, e.Actor, g.Source) && (len(g.Target) == 0 || of(d, recipients, g.Target)) {
				whole = true
			}
		}
		typ += one(hit)
		both += one(whole)
	}
	const set = "plover_gsr.dev"
	n := len(rows)
	return []Score{{set, "type", percent(typ, n), n}, {set, "type and countries", percent(both, n), n},
		{set, "extra a sentence", float64(extra) / float64(max(n, 1)), n}}, nil
}

// of reports whether one of the entities is of one of the gold countries. Gold
// codes are CAMEO's, sometimes with ISO beside; a party without country counts
// when its words agree.
func of(d *doc.Document, entities []int, gold []gsrParty) bool {
	for _, e := range entities {
		ent := d.Entities[e]
		for _, g := range gold {
			code := g.CodeISO
			if code == "" {
				code = g.Code
			}
			code = iso3(code)
			if ent.Country != "" && ent.Country == code {
				return true
			}
			if ent.Country == "" || code == "" || ent.Country == "IGO" || code == "IMG" {
				if sharesWord(d, e, g.Text) {
					return true
				}
			}
		}
	}
	return false
}

// iso3 translates a CAMEO country code; others stay.
func iso3(code string) string {
	for _, c := range country.Default().All() {
		if c.CAMEO == code {
			return c.ISO3
		}
	}
	return code
}

// sharesWord reports whether a mention of the entity shares a word of content with
// the gold words.
func sharesWord(d *doc.Document, entity int, words string) bool {
	gold := content(words)
	for _, m := range d.Entities[entity].Mentions {
		for _, w := range content(d.Slice(m.Span)) {
			if slices.Contains(gold, w) {
				return true
			}
		}
	}
	return slices.ContainsFunc(content(d.Entities[entity].Name), func(w string) bool { return slices.Contains(gold, w) })
}

func content(s string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" .,'’\"-()", r) }) {
		switch w {
		case "the", "a", "an", "of", "and", "in", "on", "for", "to", "s":
		default:
			all = append(all, w)
		}
	}
	return all
}

func spans(ctx context.Context, dir string, r read) ([]Score, error) {
	type row struct {
		Text           string
		Quad           *int
		Source, Target []string
	}
	rows, err := rowsOf[row](filepath.Join(dir, "cameo_spans.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var bare, silent, nearly, n, right, made, madeRight, source, sourceN, target, targetN int
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if g.Quad == nil {
			continue
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		if *g.Quad == 0 {
			bare++
			silent += one(len(found) == 0)
			nearly += one(!slices.ContainsFunc(found, func(e doc.Event) bool { return !verbal(e) }))
			continue
		}
		n++
		hit, src, tgt := false, false, false
		for _, e := range found {
			made++
			if e.Quad != *g.Quad {
				continue
			}
			madeRight++
			hit = true
			recipients := append(slices.Clone(e.Recipient), e.Actor...)
			src = src || slices.ContainsFunc(e.Actor, func(x int) bool { return sharesWord(d, x, strings.Join(g.Source, " ")) })
			tgt = tgt || slices.ContainsFunc(recipients, func(x int) bool { return sharesWord(d, x, strings.Join(g.Target, " ")) })
		}
		right += one(hit)
		if hit && len(g.Source) > 0 {
			sourceN++
			source += one(src)
		}
		if hit && len(g.Target) > 0 {
			targetN++
			target += one(tgt)
		}
	}
	const set = "cameo_spans.dev"
	return []Score{{set, "silent on statements", percent(silent, bare), bare},
		{set, "silent but for appeals and denials", percent(nearly, bare), bare}, {set, "quad", percent(right, n), n},
		{set, "quad precision", percent(madeRight, made), made}, {set, "source", percent(source, sourceN), sourceN},
		{set, "target", percent(target, targetN), targetN}}, nil
}

// verbal reports whether an event is one that class 0 of cameo_spans.dev covers:
// statements and appeals, CAMEO 01 and 02.
func verbal(e doc.Event) bool {
	return strings.HasPrefix(e.CAMEO, "01") || strings.HasPrefix(e.CAMEO, "02")
}

func pairs(ctx context.Context, dir string, r read) ([]Score, error) {
	type row struct {
		Text, Source, Target string
		Accept               []string
	}
	rows, err := rowsOf[row](filepath.Join(dir, "plv.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var answered, right int
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		best, score := "", 0
		for _, e := range found {
			recipients := append(slices.Clone(e.Recipient), e.Actor...)
			s := 2*one(slices.ContainsFunc(e.Actor, func(x int) bool { return sharesWord(d, x, g.Source) })) +
				one(slices.ContainsFunc(recipients, func(x int) bool { return sharesWord(d, x, g.Target) }))
			if s > score {
				best, score = e.Type, s
			}
		}
		if best == "" {
			continue
		}
		answered++
		right += one(slices.Contains(g.Accept, best))
	}
	const set = "plv.dev"
	return []Score{{set, "root", percent(right, len(rows)), len(rows)}, {set, "root precision", percent(right, answered), answered}}, nil
}

func police(ctx context.Context, dir string, r read) ([]Score, error) {
	type row struct {
		Text   string `json:"sent_text"`
		Kill   string `json:"KILL"`
		Arrest string `json:"ARREST"`
		Force  string `json:"FORCE"`
	}
	rows, err := rowsOf[row](filepath.Join(dir, "india_police.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	var kill, force, arrest counts
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		killed, forced, arrested := false, false, false
		for _, e := range found {
			if !slices.ContainsFunc(e.Actor, func(x int) bool { return d.Entities[x].Sector == "COP" }) {
				continue
			}
			if e.Type == "ASSAULT" {
				forced = true
				killed = killed || deadly(d.Slice(e.Trigger))
			}
			arrested = arrested || e.Type == "COERCE" && e.Mode == "arrest"
		}
		kill.add(g.Kill == "1", killed)
		force.add(g.Force == "1", forced)
		arrest.add(g.Arrest == "1", arrested)
	}
	const set = "india_police.dev"
	return []Score{kill.precision(set, "kill"), kill.recall(set, "kill"),
		force.precision(set, "force"), force.recall(set, "force"), arrest.precision(set, "arrest"), arrest.recall(set, "arrest")}, nil
}

// deadly reports whether a trigger says that somebody died.
func deadly(trigger string) bool {
	trigger = strings.ToLower(trigger)
	for _, w := range []string{"kill", "dead", "death", "gunned down", "execut", "assassinat", "massacre", "lynch", "slain"} {
		if strings.Contains(trigger, w) {
			return true
		}
	}
	return false
}

// counts are the cells of a yes-or-no label.
type counts struct{ both, gold, found int }

func (c *counts) add(gold, found bool) {
	c.gold += one(gold)
	c.found += one(found)
	c.both += one(gold && found)
}

func (c *counts) precision(set, name string) Score {
	return Score{set, name + " precision", percent(c.both, c.found), c.found}
}

func (c *counts) recall(set, name string) Score {
	return Score{set, name + " recall", percent(c.both, c.gold), c.gold}
}

// rowsOf reads a JSON Lines file whole.
func rowsOf[T any](path string) ([]T, error) {
	var all []T
	err := eachLine(path, func(v T) { all = append(all, v) })
	return all, err
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
