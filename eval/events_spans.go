package eval

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

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
	var bare, silent, nearly, n, right, own, made, madeRight, madeOwn, source, sourceN, target, targetN int
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
			nearly += one(!slices.ContainsFunc(found, func(e doc.Event) bool { return class(e.CAMEO) != 0 }))
			continue
		}
		n++
		hit, byCode, src, tgt := false, false, false, false
		for _, e := range found {
			made++
			if class(e.CAMEO) == *g.Quad {
				madeOwn++
				byCode = true
			}
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
		own += one(byCode)
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
		{set, "quad precision", percent(madeRight, made), made},
		{set, "quad by code", percent(own, n), n}, {set, "quad by code precision", percent(madeOwn, made), made}, {set, "source", percent(source, sourceN), sourceN},
		{set, "target", percent(target, targetN), targetN}}, nil
}

// class is the class that the set gives a CAMEO code, which is not PLOVER's: by its
// root, statements and appeals 0, yielding 2, reduced relations 3.
func class(cameo string) int {
	switch cameo[:min(2, len(cameo))] {
	case "01", "02":
		return 0
	case "03", "04", "05":
		return 1
	case "06", "07", "08":
		return 2
	case "09", "10", "11", "12", "13", "16":
		return 3
	}
	return 4
}
