package event

import "strings"

// triggers reads entries whose first word heads them: verbs. A plus sign before the
// last word ties it to the verb: "call +on" has no object between.
func triggers(entries []string) []Trigger {
	var all []Trigger
	for _, e := range entries {
		words := strings.Fields(e)
		tied := strings.HasPrefix(words[len(words)-1], "+")
		words[len(words)-1] = strings.TrimPrefix(words[len(words)-1], "+")
		if first, last, ok := strings.Cut(words[0], "-"); ok {
			words = append([]string{first, last}, words[1:]...) // "test-fire" is three tokens
			all = append(all, Trigger{Words: words, Head: 1, Tied: tied})
			continue
		}
		all = append(all, Trigger{Words: words, Tied: tied})
	}
	return all
}

// nounTriggers reads event nouns. A compound is headed by its last word ("phone
// call"), or by the word before its first preposition ("state of emergency").
func nounTriggers(entries []string) []Trigger {
	var all []Trigger
	for _, e := range entries {
		words := strings.Fields(strings.ReplaceAll(e, "-", " "))
		head := headAt(words)
		all = append(all, Trigger{Words: words, Head: head})
		// Parsers head "build-up" by either part.
		if n := len(words); n > 1 && head == n-2 && prepositions[words[n-1]] && strings.HasSuffix(e, "-"+words[n-1]) {
			all = append(all, Trigger{Words: words, Head: n - 1}) // "sit-in", "stand-off"
		}
		if last := e[strings.LastIndexByte(e, ' ')+1:]; head == len(words)-1 && strings.Contains(last, "-") && head > 0 {
			all = append(all, Trigger{Words: words, Head: head - 1})
		}
	}
	return all
}

// adjectiveTriggers reads predicates: an adjective with what follows ("hostile
// to"), or a preposition with its noun ("under siege").
func adjectiveTriggers(entries []string) []Trigger {
	var all []Trigger
	for _, e := range entries {
		words := strings.Fields(e)
		head := 0
		if len(words) > 1 && prepositions[words[0]] {
			head = len(words) - 1
			if head > 1 && prepositions[words[head]] {
				head-- // "under siege by", "in contact with"
			}
		}
		all = append(all, Trigger{Words: words, Head: head})
	}
	return all
}

// preposition is the preposition that ends a verb trigger, "" when none does. A
// word that also serves as a particle counts, for its object is the verb's too.
func (tr Trigger) preposition() string {
	if n := len(tr.Words); n > 1 && prepositions[tr.Words[n-1]] {
		return tr.Words[n-1]
	}
	return ""
}

var prepositions = wordSet("about across against ahead amid among around as at before beside behind between by for from in into of off on onto out over through to towards toward under up upon with within without")

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
