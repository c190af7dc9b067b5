package clause

// mendExpletive makes an "it" the subject that it is: in "Turkey said it was ready to
// attack" somebody is ready, and the "it" stands for nothing only where the parser
// takes the infinitive for the subject.
func (t *Tree) mendExpletive(it int) {
	ready := t.head[it-t.First]
	if t.Rel(it) != "expl" || t.Lower(it) != "it" || ready == None || ready < it || !resolved[t.Lower(ready)] {
		return
	}
	t.rel[it-t.First] = "nsubj"
	for i, h := range t.head {
		if at := t.First + i; h == ready && at > ready && t.Rel(at) == "csubj" {
			t.rel[i] = "xcomp"
		}
	}
}

// resolved are adjectives that only somebody who acts can be.
var resolved = set("ready", "prepared", "willing", "able", "determined", "unwilling", "unable", "committed", "eager", "reluctant")
