package train

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/english/conllu"
)

// brackets are the openings "(4-place-…", closings "4)" and one-word mentions
// "(4-place-…)" of GUM's Entity annotation.
var brackets = regexp.MustCompile(`\((\d+)-(\w+)-[^()]*(\)?)|(\d+)\)`)

// entityKinds are the kinds of GUM entity that names can have.
var entityKinds = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}

// mention is a mention of an entity: words [first, last).
type mention struct {
	id, kind    string
	first, last int
}

// entityLabels returns the names among the entities that GUM annotates in a
// sentence, as BIO labels; nil when the sentence has no such annotation.
func entityLabels(s *conllu.Sentence) []string {
	all := mentions(s)
	if all == nil {
		return nil
	}
	labels := make([]string, len(s.Words))
	for i := range labels {
		labels[i] = "O"
	}
	// The widest first: "University of Portsmouth" before "Portsmouth".
	slices.SortStableFunc(all, func(a, b mention) int { return (b.last - b.first) - (a.last - a.first) })
	for _, m := range all {
		kind := entityKinds[m.kind]
		if kind == "" {
			continue
		}
		first, last := nameWithin(s.Words, m)
		if first == last || slices.ContainsFunc(labels[first:last], func(l string) bool { return l != "O" }) {
			continue
		}
		for i := first; i < last; i++ {
			labels[i] = "I-" + kind
		}
		labels[first] = "B-" + kind
	}
	return labels
}

func mentions(s *conllu.Sentence) []mention {
	var done, open []mention
	any := false
	for i, w := range s.Words {
		for _, b := range brackets.FindAllStringSubmatch(w.Entity, -1) {
			any = true
			if b[1] != "" {
				m := mention{id: b[1], kind: b[2], first: i, last: i + 1}
				if b[3] != "" {
					done = append(done, m)
				} else {
					open = append(open, m)
				}
				continue
			}
			for k := len(open) - 1; k >= 0; k-- {
				if open[k].id == b[4] {
					open[k].last = i + 1
					done = append(done, open[k])
					open = slices.Delete(open, k, k+1)
					break
				}
			}
		}
	}
	if !any {
		return nil
	}
	return done
}

// nameWithin returns the part of a mention that is a name: none when its head is
// no proper noun; for a person the head with its flat dependents, so that titles
// stay outside; else the capitalised run around the head, with small words inside.
func nameWithin(words []conllu.Word, m mention) (first, last int) {
	head := -1
	for i := m.first; i < m.last; i++ {
		if h := words[i].Head; h < m.first || h >= m.last {
			head = i
			break
		}
	}
	if head < 0 || words[head].UPOS != "PROPN" && words[head].XPOS != "NNP" || !capital(words[head].Form) {
		return 0, 0
	}
	first, last = head, head+1
	if m.kind == "person" {
		if words[m.first].XPOS == "DT" {
			return 0, 0 // "the President" is a role
		}
		for i := head + 1; i < m.last; i++ {
			switch {
			case words[i].Rel == "flat" && words[i].Head >= first && words[i].Head < last:
				last = i + 1
			case words[i].XPOS != "HYPH":
				return first, last
			}
		}
		return first, last
	}
	return reach(words, head, m.first-1, -1), reach(words, head, m.last, 1) + 1
}

// reach returns the furthest capitalised word from word i on, in steps of +1 or
// -1 and before end, with only words between that stand inside names. An article
// before a name is no part of it.
func reach(words []conllu.Word, i, end, step int) int {
	far := i
	for k := i + step; k != end; k += step {
		switch {
		case step < 0 && words[k].XPOS == "DT":
			return far
		case capital(words[k].Form):
			far = k
		case !slices.Contains(inNames, words[k].Form):
			return far
		}
	}
	return far
}

// inNames are the words in lower case, and the marks, that stand inside names of
// organisations and places.
var inNames = []string{"of", "for", "and", "the", "on", "in", "&", "-", "'s", "’s", "de"}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(form, "'\"“‘("))
	return unicode.IsUpper(r)
}
