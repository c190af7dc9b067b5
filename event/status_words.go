package event

import (
	"slices"
	"strings"

	"github.com/readout-project/readout/doc"
)

// statusWords are the words of status.txt.
type statusWords struct {
	kinds     map[string]map[string]bool // report, allege, ...: lemmas of verbs and nouns
	modal     map[string]string          // form -> status or "none"
	open      map[string]string          // subordinator -> status
	adverb    map[string]string
	adjective map[string]string
	according []string // what attributes a whole clause: "according to"
}

var statusKinds = []string{"report", "allege", "deny", "hedge", "plan", "real", "believe", "fact", "setting", "depict", "sport", "fiction", "converse", "cite", "help", "examine", "habit", "norm", "rule"}

// status reads status.txt: lines "kind: words" and "place status: words".
func (r *reader) status(file string) *statusWords {
	w := &statusWords{map[string]map[string]bool{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}, nil}
	for _, l := range r.lines(file) {
		if l.text == "" {
			continue
		}
		key, value, ok := strings.Cut(l.text, ":")
		words := list(strings.ToLower(value))
		if !ok || len(words) == 0 {
			r.fail(file, l.num, "a line reads kind: word, word, not %q", l.text)
			continue
		}
		place, status, two := strings.Cut(key, " ")
		if !two {
			if !slices.Contains(statusKinds, key) {
				r.fail(file, l.num, "unknown kind %q; kinds are %s", key, strings.Join(statusKinds, ", "))
				continue
			}
			if w.kinds[key] == nil {
				w.kinds[key] = map[string]bool{}
			}
			for _, x := range words {
				w.kinds[key][x] = true
			}
			continue
		}
		if place == "open" && status == "attribution" {
			w.according = append(w.according, words...)
			continue
		}
		into := map[string]map[string]string{"modal": w.modal, "open": w.open, "adverb": w.adverb, "adjective": w.adjective}[place]
		if into == nil || status != "none" && rank(doc.EventStatus(status)) < 0 {
			r.fail(file, l.num, "unknown line %q", key)
			continue
		}
		for _, x := range words {
			into[x] = status
		}
	}
	return w
}

// ranks orders statuses by how far they take an event from being told as fact;
// of several that hold, the farthest counts.
var ranks = []doc.EventStatus{doc.Asserted, doc.Reported, doc.Alleged, doc.Historical, doc.Planned, doc.Conditional, doc.Hypothetical, doc.Denied}

func rank(s doc.EventStatus) int { return slices.Index(ranks, s) }
