package english

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// finite tags as verbs the nouns of a sentence that its tree makes verbs: with a subject
// before them, something that completes them behind, and neither copula nor anything
// that only nouns have. Many words are both, and taggers lean to the noun where the verb
// has no ending or that of a plural: "Prosecutors request that", "the minister steps down".
func finite(d *doc.Document, s *doc.Sentence) {
	if s.Last-s.First > longestRead {
		return
	}
	for v := s.First; v < s.Last; v++ {
		tok := &d.Tokens[v]
		if tok.UPOS != "NOUN" || tok.XPOS != "NN" && tok.XPOS != "NNS" {
			continue
		}
		subject, completed, noun := false, false, false
		for c := s.First; c < s.Last; c++ {
			if d.Tokens[c].Head != v {
				continue
			}
			switch rel := d.Tokens[c].Rel; {
			case c < v && rel == "nsubj":
				subject = d.Tokens[c].UPOS != "VERB"
			case c > v && (rel == "obj" || rel == "ccomp" || rel == "xcomp" || rel == "compound:prt" || rel == "acl" && infinitive(d, s, c)):
				completed = true
			case rel == "compound" && cased(d, s, c): // the phrase of the subject: "Prosecutors in Peru request"
			case c < v && rel != "aux" && rel != "advmod" && rel != "punct" && rel != "obl" && rel != "cc" && rel != "advcl" && rel != "mark":
				noun = true
			case rel == "cop", rel == "case":
				noun = true
			}
		}
		if !subject || !completed || noun {
			continue
		}
		tok.UPOS = "VERB"
		switch form := strings.ToLower(d.Form(v)); {
		case tok.XPOS == "NNS":
			tok.XPOS = "VBZ"
		case strings.HasSuffix(form, "ed") || alike[form]:
			tok.XPOS = "VBD"
		default:
			tok.XPOS = "VBP"
		}
		for c := v + 1; c < s.Last; c++ {
			if d.Tokens[c].Head == v && d.Tokens[c].Rel == "acl" && infinitive(d, s, c) {
				d.Tokens[c].Rel = "xcomp"
			}
		}
	}
}

// infinitive reports whether "to" marks the verb.
func infinitive(d *doc.Document, s *doc.Sentence, v int) bool {
	for c := s.First; c < v; c++ {
		if d.Tokens[c].Head == v && d.Tokens[c].Rel == "mark" && d.Tokens[c].XPOS == "TO" {
			return true
		}
	}
	return false
}

// cased reports whether a preposition marks the noun.
func cased(d *doc.Document, s *doc.Sentence, n int) bool {
	for c := s.First; c < n; c++ {
		if d.Tokens[c].Head == n && d.Tokens[c].Rel == "case" {
			return true
		}
	}
	return false
}

// longestRead is how many words of a sentence are worth looking at: what is longer is
// a list or a table.
const longestRead = 200

// alike are past tenses that are nouns as well.
var alike = map[string]bool{"shot": true, "cut": true, "hit": true, "split": true, "spread": true, "bid": true, "cast": true, "felt": true,
	"found": true, "left": true, "saw": true, "thought": true, "wound": true, "ground": true, "bore": true, "rose": true, "set": true, "put": true}
