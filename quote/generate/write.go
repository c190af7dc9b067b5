package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/readout-project/readout/quote"
)

// own lists the constructions that a table has as our own, by kind: "verb
// that\tsay". Nothing is counted for what is an act.
func own(table, kind string) map[string]bool {
	all := make(map[string]bool)
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 5 || f[2] != kind {
			continue
		}
		for _, takes := range strings.Split(f[3], ",") {
			all[f[1]+" "+takes+"\t"+f[0]] = true
		}
	}
	return all
}

var (
	classes = []string{"verb", "made", "adjective", "noun", "text"}
	orders  = []string{"speech", "that", "wh", "to", "ing", "object", "pred", "raise"}
)

// writeCues writes the table of cue words: its notes as they stand, then the rows.
func writeCues(out io.Writer, table string, t *tally) error {
	w := bufio.NewWriter(out)
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			fmt.Fprint(w, line)
		}
	}
	type row struct{ cue, class, kind string }
	takes := make(map[row][]string)
	for _, key := range t.entries() {
		group, cue, _ := strings.Cut(key, "\t")
		class, construction, _ := strings.Cut(group, " ")
		kind := "holds"
		if t.said[key] {
			kind = "says"
		}
		r := row{cue, class, kind}
		takes[r] = append(takes[r], construction)
	}
	for key := range t.acts {
		group, cue, _ := strings.Cut(key, "\t")
		class, construction, _ := strings.Cut(group, " ")
		r := row{cue, class, "acts"}
		takes[r] = append(takes[r], construction)
	}
	var rows []row
	for r := range takes {
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int {
		if a.class != b.class {
			return slices.Index(classes, a.class) - slices.Index(classes, b.class)
		}
		if c := strings.Compare(a.cue, b.cue); c != 0 {
			return c
		}
		return strings.Compare(b.kind, a.kind)
	})
	for _, r := range rows {
		slices.SortFunc(takes[r], func(a, b string) int { return slices.Index(orders, a) - slices.Index(orders, b) })
		var weights []string
		for _, k := range takes[r] {
			if r.kind == "acts" {
				weights = append(weights, "0")
				continue
			}
			weights = append(weights, shown(t.weight(r.class+" "+k+"\t"+r.cue, -1)))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", r.cue, r.class, r.kind, strings.Join(takes[r], ","), strings.Join(weights, ","))
	}
	return w.Flush()
}

// leastFactor is the least that a sign must move the odds to stand in the table.
const leastFactor = .1

// writeSigns writes the table of what stands around cues.
func writeSigns(out io.Writer, notes string, samples []sample, t *tally) error {
	w := bufio.NewWriter(out)
	for line := range strings.Lines(notes) {
		if strings.HasPrefix(line, "#") {
			fmt.Fprint(w, line)
		}
	}
	entered := make(map[string]bool)
	for _, key := range t.entries() {
		entered[key] = true
	}
	groups := make(map[string][]*sample)
	var names []string
	for i := range samples {
		s := &samples[i]
		key := s.group() + "\t" + s.Cue
		if s.Takes == "speech" || !entered[key] || s.Beside && t.weight(key, -1) < quote.Strong {
			continue
		}
		if groups[s.group()] == nil {
			names = append(names, s.group())
		}
		groups[s.group()] = append(groups[s.group()], s)
	}
	slices.Sort(names)
	for _, name := range names {
		m := fit(groups[name], func(s *sample) float64 { return t.weight(s.group()+"\t"+s.Cue, s.fold) })
		for i, sign := range m.signs {
			if i < 2 || m.factors[i] >= leastFactor || m.factors[i] <= -leastFactor {
				fmt.Fprintf(w, "%s\t%s\t%.2f\n", name, sign, m.factors[i])
			}
		}
	}
	return w.Flush()
}
