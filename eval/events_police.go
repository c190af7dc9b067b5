package eval

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
)

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
	var kill, force, arrest, unnamed counts
	for _, g := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, found, err := told(r, g.Text)
		if err != nil {
			return nil, err
		}
		killed, forced, arrested, held := false, false, false, false
		for _, e := range found {
			held = held || len(e.Actor) == 0 && e.Type == "COERCE" && e.Mode == "arrest"
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
		unnamed.add(g.Arrest == "1", arrested || held)
	}
	const set = "india_police.dev"
	return []Score{kill.precision(set, "kill"), kill.recall(set, "kill"),
		force.precision(set, "force"), force.recall(set, "force"), arrest.precision(set, "arrest"), arrest.recall(set, "arrest"),
		unnamed.precision(set, "arrest, agent or none"), unnamed.recall(set, "arrest, agent or none")}, nil
}

// deadly reports whether a trigger says that somebody died.
func deadly(trigger string) bool {
	trigger = " " + strings.ToLower(trigger)
	for _, w := range []string{"kill", "dead", "death", "gunned down", " died", " dies", " dying", "execut", "assassinat", "massacre", "lynch", "slain"} {
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
