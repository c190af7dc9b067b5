package english

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// predicates makes verbs of the nouns in a sentence that have a subject of their own
// and no copula, which no noun of English can: the tagger takes "arrest" in "Thai
// police arrest two men" for a noun where the parser knows what it does. News tells
// what has happened in the present, so that "sentences", "strikes", "orders" and
// "protest" are verbs there more often than in the texts that taggers learn from.
func predicates(d *doc.Document, s *doc.Sentence) {
	if s.Last-s.First > longestRead {
		return
	}
	for v := s.First; v < s.Last; v++ {
		if d.Tokens[v].UPOS != "NOUN" {
			continue
		}
		if subject, ok := ownSubject(d, s, v); ok {
			predicate(d, s, v, subject)
		}
	}
}

// ownSubject returns the subject before the noun, if what hangs on the noun shows
// that it is a verb.
func ownSubject(d *doc.Document, s *doc.Sentence, noun int) (subject int, ok bool) {
	subject = -1
	completed := false
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Head != noun {
			continue
		}
		switch t.Rel {
		case "obj", "ccomp", "xcomp", "compound:prt", "aux", "aux:pass", "appos", "acl", "nmod", "obl", "nsubj:pass":
			completed = true
		}
		switch {
		case t.Rel == "cop", t.Rel == "case", t.Rel == "nmod:poss" && i > subject && subject >= 0:
			return -1, false
		case i < noun && (t.Rel == "nsubj" || t.Rel == "nsubj:pass"):
			subject = i
		case i < noun && i > subject && subject >= 0 && (t.Rel == "det" || t.Rel == "amod" || t.Rel == "nummod"):
			return -1, false
		case i < noun && i > subject && subject >= 0 && t.Rel == "compound" && t.UPOS == "NOUN":
			return -1, false // "cantons ban fireworks": the verb is the word before
		}
	}
	return subject, subject >= 0 && completed
}

// predicate tags the noun as the verb of its subject. Words before the subject
// belong to it, and a name after the verb that the parser set beside it is its object.
func predicate(d *doc.Document, s *doc.Sentence, v, subject int) {
	tag, object := present(strings.ToLower(d.Form(v))), false
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Head != v {
			continue
		}
		switch {
		case t.Rel == "aux:pass":
			tag = "VBN"
		case t.Rel == "aux" && tag != "VBN":
			tag = "VB"
			if strings.HasPrefix(t.XPOS, "VB") {
				tag = "VBN"
			}
		case t.Rel == "mark" && t.XPOS == "TO":
			tag = "VB"
		case i < subject && (t.Rel == "det" || t.Rel == "amod" || t.Rel == "compound" || t.Rel == "nummod"):
			t.Head = subject
		case i > v && t.Rel == "obj":
			object = true
		case i > v && t.Rel == "appos" && !object && i == v+1:
			t.Rel, object = "obj", true
		case i > v && t.Rel == "nmod":
			t.Rel = "obl"
		case i > v && t.Rel == "acl" && infinitive(d, v, i):
			t.Rel = "xcomp" // "lawmakers vote to leave"
		}
	}
	d.Tokens[v].UPOS, d.Tokens[v].XPOS = "VERB", tag
}

// infinitive reports whether "to" marks the verb behind the noun.
func infinitive(d *doc.Document, noun, verb int) bool {
	for c := noun + 1; c < verb; c++ {
		if d.Tokens[c].Head == verb && d.Tokens[c].Rel == "mark" && d.Tokens[c].XPOS == "TO" {
			return true
		}
	}
	return false
}

// longestRead is how many words of a sentence are worth looking at: what is longer is
// a list or a table.
const longestRead = 200

// present returns the Penn tag of a verb form that a tagger could take for a noun.
func present(form string) string {
	switch {
	case strings.HasSuffix(form, "ed"), alike[form]:
		return "VBD"
	case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss"):
		return "VBZ"
	}
	return "VBP"
}

// alike are past tenses that are nouns as well.
var alike = map[string]bool{"shot": true, "cut": true, "hit": true, "split": true, "spread": true, "bid": true, "cast": true, "felt": true,
	"found": true, "left": true, "saw": true, "thought": true, "wound": true, "ground": true, "bore": true, "rose": true, "set": true, "put": true}
