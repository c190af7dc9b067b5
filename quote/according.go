package quote

import "github.com/readout-project/readout/english/clause"

// accordingTo reads "according to X": it attributes the whole sentence, however
// low the tree hangs it.
func (r *reading) accordingTo(t *clause.Tree, s, a int) *finding {
	n := t.Head(a)
	if t.Rel(a) != "case" && t.Rel(a) != "fixed" || n == clause.None || n < a {
		n = t.Child(a, "obl", "obj", "nmod", "pobj")
		for _, c := range t.Children(a) {
			if n == clause.None && c > a && t.Nominal(c) {
				n = c
			}
		}
	}
	if n == clause.None || n <= a || a+1 >= t.Last || t.Lower(a+1) != "to" {
		return nil
	}
	f := newFinding(ruleAccording)
	f.sentence, f.cueToken = s, a
	f.cue = r.span(a, a+2)
	f.speaker = n
	_, last := t.Reach(n)
	for _, c := range t.Children(n) {
		if low, _ := t.Reach(c); c > n && low > n && (t.Rel(c) == "conj" && t.Predicate(c) || t.Rel(c) == "parataxis") {
			last = min(last, low)
		}
	}
	last = max(last, n+1)
	f.source = r.span(a+2, last)
	f.content = r.parts(t.First, a, last, t.Last)
	return f
}
