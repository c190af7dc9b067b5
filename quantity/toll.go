package quantity

// tally is a noun that stands for a number of people: "death toll", "the number of
// people wounded".
type tally struct {
	kind     *kind
	group    string
	at       int // the word that tells the fate
	from, to int // tokens: [from, to)
	how      string
}

// tollReach bounds the words between a toll and its number; "the number of people
// killed in Saturday's bombing of a rally in the capital has risen to 86" has 14.
const tollReach = 18

// toll: "the death toll has risen to 86", "put the death toll at 86", "a death toll
// of 86".
func (s *sentence) toll(groups []group, i int) fate {
	g := &groups[i]
	if g.outcome {
		return fate{}
	}
	for k := g.first - 1; k >= max(s.tree.First, g.first-tollReach-4); k-- {
		t := s.tally(k)
		if t.kind == nil || t.to > g.first || !t.kind.fits(g.name) {
			continue
		}
		// Whether it has come about is for the clause of the toll to say.
		clause := fate{at: t.from}
		if !s.reaches(t, g) || !s.real(&clause) {
			return fate{}
		}
		return fate{kind: t.kind, at: t.at, how: t.how, group: t.group, unreal: clause.unreal}
	}
	return fate{}
}

// tally reads the toll that begins at token i.
func (s *sentence) tally(i int) tally {
	for _, w := range s.lex.tolls {
		if s.reads(i, w.words) {
			return tally{kind: s.lex.kindOf(w.text), at: i, from: i, to: i + len(w.words), how: "toll"}
		}
	}
	if w := s.lower(i); w != "number" && w != "total" || s.lower(i+1) != "of" {
		return tally{}
	}
	t := tally{from: i, how: "number of"}
	for k := i + 2; k < min(s.tree.Last, i+8); k++ {
		if t.group == "" {
			t.group = s.groupOf(k)
		}
		if kind := s.lex.states[s.lower(k)]; kind != nil {
			t.kind = kind
		} else if n, ok := s.lex.nouns[s.noun(k)]; ok && n.with == nil {
			t.kind = n.kind
		} else if x := s.xpos(k); x == "VBN" || x == "VBD" {
			for _, lemma := range s.verbs(k) {
				if v := s.lex.verbs[lemma][0]; v.role == asObject {
					t.kind = v.kind
				}
			}
		}
		if t.kind != nil {
			t.at, t.to = k, k+1
			// "the number of wounded people"
			if s.groupOf(k+1) != "" {
				t.group, t.to = s.groupOf(k+1), k+2
			}
			return t
		}
		if s.upos(k) == "PUNCT" || s.upos(k) == "AUX" {
			break
		}
	}
	return tally{}
}

// reaches reports whether the group's number is the toll's.
func (s *sentence) reaches(t tally, g *group) bool {
	led := s.lower(g.first - 1)
	if t.to == g.first-1 && (led == "of" || led == ":") {
		return true
	}
	if led != "to" && led != "at" && led != "of" && g.first-t.to > tollReach {
		return false
	}
	// "The toll rose to 86", "reached 95", "stands at 86", "is 86".
	for k := g.first - 1; k >= t.to && k >= g.first-4; k-- {
		u := s.upos(k)
		if (u == "VERB" || u == "AUX" || u == "NOUN") && s.rises(k) {
			return (k == g.first-1 || led == "to" || led == "at" || s.upos(g.first-1) == "ADV") && led != "by" && led != "from"
		}
	}
	// "brought the toll to 86"
	if led != "to" && led != "at" {
		return false
	}
	for k := t.from - 1; k >= max(s.tree.First, t.from-4); k-- {
		if s.upos(k) == "VERB" && s.lex.sets[s.tree.Lemma(k)] {
			return true
		}
	}
	// "The toll was raised to 86", "rose from 30 to 86"
	for k := t.to; k < g.first; k++ {
		if s.upos(k) == "VERB" && (s.lex.sets[s.tree.Lemma(k)] || s.rises(k)) {
			return true
		}
	}
	return false
}

// rises reports whether the word is a verb of tolls; headlines have it taken for
// a plural ("Toll climbs to 86").
func (s *sentence) rises(k int) bool {
	if s.lex.rises[s.tree.Lemma(k)] {
		return true
	}
	w := s.lower(k)
	n := len(w)
	return n > 3 && w[n-1] == 's' && (s.lex.rises[w[:n-1]] || n > 4 && w[n-2] == 'e' && s.lex.rises[w[:n-2]])
}

// kindOf returns the first kind of that name.
func (l *lexicon) kindOf(name string) *kind {
	for _, k := range l.kinds {
		if k.name == name {
			return k
		}
	}
	return nil
}
