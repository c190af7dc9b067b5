package event

// index finds frames by the lemma that heads one of their triggers.
type index struct {
	verbs, nouns, adjectives map[string][]entry
	light                    map[string]bool // lemmas of all light verbs
}

// entry is one trigger of one frame.
type entry struct {
	frame   *Frame
	trigger Trigger
}

func newIndex(frames []*Frame) *index {
	x := &index{map[string][]entry{}, map[string][]entry{}, map[string][]entry{}, map[string]bool{}}
	for _, f := range frames {
		for _, t := range f.Verbs {
			x.verbs[t.Words[t.Head]] = append(x.verbs[t.Words[t.Head]], entry{f, t})
		}
		for _, t := range f.Nouns {
			x.nouns[t.Words[t.Head]] = append(x.nouns[t.Words[t.Head]], entry{f, t})
		}
		for _, t := range f.Adjectives {
			x.adjectives[t.Words[t.Head]] = append(x.adjectives[t.Words[t.Head]], entry{f, t})
		}
		for _, l := range f.Light {
			x.light[l.Lemma] = true
		}
	}
	return x
}
