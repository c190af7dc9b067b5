package event

import (
	"strings"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/clause"
)

// setting returns the game or work of fiction that the act is told of, "" when
// none: "in the Swedish novel a detective arrests the wrong man", "the film shows
// a minister who is kidnapped".
func (s *sentence) setting(a *act) string {
	t := s.tree
	hosts := []int{a.noun, a.pred}
	if a.pred != clause.None && a.anchor == a.pred {
		hosts = append(hosts, t.Subject(a.pred), t.Object(a.pred))
	}
	for _, host := range hosts {
		if host == clause.None {
			continue
		}
		for _, p := range t.Phrases(host) {
			// "A delegation of the Muslim League": what a name is of is a body, not a game.
			if (p.Prep == "in" || p.Prep == "at" || p.Prep == "of" && t.Token(p.At).UPOS != "PROPN") && s.isSetting(p.At) {
				return t.Form(p.At)
			}
		}
	}
	// What a work tells stands in the clauses under "shows", "begins when", "sees".
	cur := a.pred
	if cur == clause.None {
		cur = a.noun
	}
	for range 8 {
		if cur == clause.None {
			break
		}
		above, _ := t.Governor(cur)
		if above != clause.None && !t.Predicate(above) {
			above = t.Clause(above)
		}
		if above == clause.None || above == cur {
			break
		}
		if sub := t.OwnSubject(above); sub != clause.None && s.lib.status.kinds["depict"][t.Lemma(above)] && s.isSetting(sub) {
			return t.Form(sub)
		}
		cur = above
	}
	return ""
}

// isSetting reports whether the noun is a game or a work of fiction: "the
// semi-final", "a video game". The Arab League plays no match, and in a series of
// attacks the series only counts them.
func (s *sentence) isSetting(noun int) bool {
	t, words := s.tree, s.lib.status.kinds["setting"]
	if s.isActor(noun) {
		return false
	}
	if _, of := t.Phrase(noun, "of"); of && measures[t.Lemma(noun)] {
		return false
	}
	for i := noun; i >= t.First && i >= noun-2; i-- {
		if words[t.Lemma(i)] && (i == noun || t.Head(i) == noun) || i < noun && words[t.Lower(i)+t.Lower(i+1)] || i+2 <= noun && words[t.Lower(i)+"-"+t.Lower(i+2)] {
			return true
		}
	}
	return false
}

// genre returns why the act is none in a report of this genre, "" when it may be
// one. In sport states and persons play, and whoever polices, governs or fights
// still acts; the story of a film or a novel is told in the present tense.
func (s *sentence) genre(a *act) string {
	switch {
	case s.sport && len(a.actors) > 0:
		for _, e := range a.actors {
			if x := s.d.Entities[e]; x.Kind != doc.KindCountry && x.Sector != "" && x.Sector != "CVL" {
				return ""
			}
		}
		return "the report is about sport, and no authority or force acts"
	case s.fiction && a.pred != clause.None && s.tree.Tense(a.pred) == clause.Present && !inTitle(s.d, s.num):
		return "the report is about a work of fiction, whose story is told in the present tense"
	}
	return ""
}

// A report is about sport, or about a work of fiction, when five different words of
// that kind stand in it and they are one word in forty. News of a riot at a match
// has fewer, and its other words outnumber them.
const (
	genreWords = 5
	genreShare = 40
)

// about reports whether the report is of the genre that the kind of words tells.
func (r *reading) about(kind string) bool {
	words := r.lib.status.kinds[kind]
	if len(words) == 0 {
		return false
	}
	seen, all := map[string]bool{}, 0
	for i := range r.d.Tokens {
		lemma := strings.ToLower(r.d.Tokens[i].Lemma)
		if u := r.d.Tokens[i].UPOS; (u == "NOUN" || u == "PROPN") && words[lemma] {
			seen[lemma] = true
			all++
		}
	}
	return len(seen) >= genreWords && all*genreShare >= len(r.d.Tokens)
}

// invertedQuestion reports whether an auxiliary opens the sentence before its
// subject: "Would Turkey send troops, one reader asks", "Should Turkey send troops".
func (s *sentence) invertedQuestion() bool {
	t := s.tree
	for i := t.First; i < t.Last; i++ {
		if t.Token(i).UPOS == "PUNCT" {
			continue
		}
		if t.Token(i).UPOS != "AUX" || t.Rel(i) != "aux" && t.Rel(i) != "aux:pass" && t.Rel(i) != "cop" {
			return false
		}
		sub := t.OwnSubject(t.Head(i))
		return sub != clause.None && sub > i && sub < t.Head(i)
	}
	return false
}
