package eval

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

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
	var typ, both, placed, extra int
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		hit, whole, there := false, false, false
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
			if of(d, e.Actor, g.Source) && e.Place >= 0 && lies(d.Places[e.Place], g.Target) {
				there = true
			}
		}
		typ += one(hit)
		both += one(whole)
		placed += one(whole || there)
	}
	const set = "plover_gsr.dev"
	n := len(rows)
	return []Score{{set, "type", percent(typ, n), n}, {set, "type and countries", percent(both, n), n},
		{set, "type and countries or place", percent(placed, n), n}, {set, "extra a sentence", float64(extra) / float64(max(n, 1)), n}}, nil
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

// lies reports whether the place lies in one of the gold countries.
func lies(p doc.Place, gold []gsrParty) bool {
	return slices.ContainsFunc(gold, func(g gsrParty) bool {
		return p.Country != "" && (p.Country == g.CodeISO || p.Country == iso3(g.Code))
	})
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
