package actor

// findQuoted marks the tokens within quotation marks, block by block: a
// quotation runs over sentences. One that is opened and not closed reaches to
// the end of its block.
func (r *reading) findQuoted() {
	block, in := -1, false
	for _, s := range r.sents {
		if b := r.d.Sentences[s.index].Block; b != block || r.paragraph(s) {
			block, in = b, false
		}
		s.quoted = make([]bool, s.last-s.first)
		for t := s.first; t < s.last; t++ {
			switch r.d.Form(t) {
			case "“", "``", "„", "«":
				in = true
			case "”", "''", "»":
				in = false
				s.quoted[t-s.first] = true
				continue
			case `"`:
				in = !in
			}
			s.quoted[t-s.first] = in
		}
	}
}

// paragraph reports whether a line break stands before the sentence.
func (r *reading) paragraph(s *sentence) bool {
	if s.index == 0 {
		return true
	}
	from, to := r.d.Sentences[s.index-1].End, r.d.Sentences[s.index].Start
	if from > to {
		return true
	}
	for i := from; i < to; i++ {
		if r.d.Text[i] == '\n' {
			return true
		}
	}
	return false
}

// allQuoted reports whether the sentence is quotation but for its marks.
func (s *sentence) allQuoted() bool {
	in := 0
	for _, q := range s.quoted {
		if q {
			in++
		}
	}
	return in > 0 && in+2 >= len(s.quoted)
}

// inQuotes reports whether the token stands within quotation marks.
func (s *sentence) inQuotes(t int) bool { return s.quoted[t-s.first] }

// anyQuoted reports whether a part of the sentence is quotation.
func (s *sentence) anyQuoted() bool {
	for _, q := range s.quoted {
		if q {
			return true
		}
	}
	return false
}
