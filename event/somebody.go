package event

// somebody reports whether the act was done to persons whom the sentence only counts
// or points to: "120 were arrested", "they were shot dead". Nobody stands in the record
// for them, and the act is told all the same.
func (s *sentence) somebody(a *act) bool {
	if !a.frame.AnyRecipient {
		return false
	}
	for _, slot := range a.frame.Recipient {
		for _, tok := range s.fillers(a.hit, slot) {
			// A numbered noun, a name, and what the frame asked for are somebody too,
			// though no table knows them: "five ram sevaks".
			if s.pointedTo(tok) || s.numbered(tok) || s.tree.Token(tok).UPOS == "PROPN" || a.frame.Object != nil && !a.frame.Object.anyX && s.matchNoun(a.frame.Object, tok) {
				return true
			}
		}
	}
	return false
}

// pointedTo reports whether the word is a number or pronoun that stands for persons.
func (s *sentence) pointedTo(tok int) bool {
	t := s.tree
	if s.entity(tok) >= 0 || s.isTime(tok) {
		return false
	}
	switch t.Lower(tok) {
	case "he", "she", "they", "him", "her", "them", "others", "those", "some", "many", "several", "both", "all", "none",
		"dozens", "scores", "hundreds", "thousands", "duo", "trio", "someone", "anyone", "everyone":
		return true
	}
	if t.Token(tok).UPOS != "NUM" {
		return false
	}
	// Sums, shares and years are no persons.
	for _, i := range []int{tok - 1, tok, tok + 1} {
		if i < t.First || i >= t.Last {
			continue
		}
		switch t.Lower(i) {
		case "$", "€", "£", "us$", "%", "percent", "cent", "million", "billion", "trillion", "hundredths", "in", "o'clock":
			return false
		}
	}
	return true
}
