package clause

import "strings"

// Phrase is a prepositional phrase: "with Sergei Lavrov". A phrase without
// preposition ("Friday", "this morning") has an empty Prep.
type Phrase struct {
	Prep string // in lower case; words of a fixed preposition joined by a blank
	Head int    // the noun; the antecedent when the text has a relative pronoun
	At   int    // the noun as it stands in the tree
}

// Phrases returns the prepositional phrases that hang on a verb or noun, in
// order of the text. Possessors are not among them.
func (t *Tree) Phrases(i int) []Phrase {
	var all []Phrase
	for _, c := range t.Children(i) {
		switch t.Rel(c) {
		case "obl", "nmod":
		default:
			continue
		}
		if t.FullRel(c) == "nmod:poss" {
			continue
		}
		all = append(all, Phrase{t.Preposition(c), t.resolveRelative(c), c})
	}
	return all
}

// Phrase returns the first phrase with that preposition on i, and whether there
// is one.
func (t *Tree) Phrase(i int, prep string) (Phrase, bool) {
	for _, p := range t.Phrases(i) {
		if p.Prep == prep {
			return p, true
		}
	}
	return Phrase{}, false
}

// Preposition returns the preposition of the noun i, "" when it has none.
// Several in a row ("out of") are given together.
func (t *Tree) Preposition(i int) string {
	word := ""
	for _, c := range t.Children(i) {
		if t.Rel(c) != "case" || t.d.Tokens[c].XPOS == "POS" || c > i {
			continue
		}
		word += " " + t.Lower(c)
		for _, f := range t.Children(c) {
			if t.Rel(f) == "fixed" {
				word += " " + t.Lower(f)
			}
		}
	}
	return strings.TrimSpace(word)
}

// Possessor returns whose the noun is ("Russia" in "Russia's attack", "his" in
// "his attack"), or None.
func (t *Tree) Possessor(noun int) int {
	p := t.Child(noun, "nmod:poss")
	if p == None {
		return None
	}
	return p
}

// Modifiers returns the adjectives and nouns before the noun that say of which
// kind or whose it is, with all that is coordinated with them: "Russian" in
// "Russian air strikes", "US" and "Russian" in "US and Russian officials".
func (t *Tree) Modifiers(noun int) []int {
	var all []int
	for _, c := range t.Children(noun) {
		switch t.Rel(c) {
		case "amod", "compound", "nmod":
			if c < noun && t.FullRel(c) != "nmod:poss" && t.Preposition(c) == "" {
				all = append(all, t.Conjuncts(c)...)
			}
		}
	}
	return all
}

// Particles returns the particles of a verb: "out" of "carried out". Adverbs of
// direction count, for parsers confuse the two.
func (t *Tree) Particles(v int) []int {
	var all []int
	for _, c := range t.Children(v) {
		switch {
		case t.FullRel(c) == "compound:prt", t.Rel(c) == "advmod" && t.d.Tokens[c].XPOS == "RP":
			all = append(all, c)
		case t.Rel(c) == "advmod" && directional[t.Lemma(c)]:
			all = append(all, c)
		}
	}
	return all
}

var directional = set("out", "off", "up", "down", "back", "over", "in", "on", "away", "through", "aside", "apart", "together")

// Determiner returns the article or determiner of the noun in lower case.
func (t *Tree) Determiner(noun int) string {
	if c := t.Child(noun, "det"); c != None {
		return t.Lower(c)
	}
	return ""
}
