package eval

import (
	"cmp"
	"context"
	"math"
	"path/filepath"

	"github.com/readout-project/readout/actor"
	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english"
	"github.com/readout-project/readout/place"
)

// placeSets are the sets of places/, by the names of their files.
var placeSets = []string{"lgl", "trnews"}

// near is how far from the gold position a place may lie and still be right, in
// kilometres: the hundred miles of the literature.
const near = 161

// Places scores place names on places/: whether they are found, and how many of
// those found with a position lie within 161 km of the gold.
func Places(ctx context.Context, sets string, log func(string)) ([]Score, error) {
	core, err := english.Load()
	if err != nil {
		return nil, err
	}
	actors := actor.Stage{}
	stage, err := place.New()
	if err != nil {
		return nil, err
	}
	var scores []Score
	for _, set := range placeSets {
		log("places: " + set)
		var c toponymCount
		var failed error
		err := eachLine(filepath.Join(sets, "places", set+".jsonl"), func(g struct {
			Text     string
			Toponyms []toponym
		}) {
			if failed != nil {
				return
			}
			if failed = ctx.Err(); failed != nil {
				return
			}
			d := &doc.Document{Text: g.Text}
			if failed = english.Annotate(core, d); failed != nil {
				return
			}
			if failed = actors.Annotate(d); failed != nil {
				return
			}
			if failed = stage.Annotate(d); failed != nil {
				return
			}
			c.add(d, g.Toponyms)
		})
		if err := cmp.Or(failed, err); err != nil {
			return nil, err
		}
		scores = append(scores,
			Score{set, "places relaxed F1", f1(c.relaxed, c.found, c.gold), c.gold},
			Score{set, "places strict F1", f1(c.strict, c.found, c.gold), c.gold},
			Score{set, "places precision", percent(c.relaxed, c.found), c.found},
			Score{set, "places within 161 km", percent(c.near, c.located), c.located},
			Score{set, "places end to end F1", f1(c.near, c.foundLocated, c.goldLocated), c.goldLocated},
		)
	}
	return scores, nil
}

// toponym is a place name as the sets write it, in code points.
type toponym struct {
	Start, End int
	Lat, Lon   *float64
}

// toponymCount adds up what the scores are made of.
type toponymCount struct {
	gold, found, strict, relaxed       int
	goldLocated, foundLocated, located int // located: pairs with both positions
	near                               int
}

func (c *toponymCount) add(d *doc.Document, gold []toponym) {
	points := byteOffsets(d.Text)
	var want, have []doc.Span
	for _, g := range gold {
		want = append(want, doc.Span{Start: points[g.Start], End: points[g.End]})
		if g.Lat != nil {
			c.goldLocated++
		}
	}
	for _, p := range d.Places {
		have = append(have, p.Span)
		if p.Located {
			c.foundLocated++
		}
	}
	c.gold += len(want)
	c.found += len(have)
	for _, pair := range pairSpans(want, have) {
		g, p := gold[pair.gold], d.Places[pair.found]
		c.relaxed++
		if want[pair.gold] == have[pair.found] {
			c.strict++
		}
		if g.Lat == nil || g.Lon == nil || !p.Located {
			continue
		}
		c.located++
		if kilometres(*g.Lat, *g.Lon, p.Lat, p.Lon) <= near {
			c.near++
		}
	}
}

// kilometres is the distance of two positions along the surface of the earth.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad, (lon2-lon1)*rad
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin(dLon/2), 2)
	return 12742 * math.Asin(math.Min(1, math.Sqrt(h)))
}
