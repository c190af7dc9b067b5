package english

import (
	"strings"

	"github.com/readout-project/readout/doc"
)

// verbsAmongNouns gives the tag of a verb to a noun that the tree shows to be one: it
// has a subject before it, an object behind it, and neither a copula nor anything that
// only a noun has. Taggers take "A sniper shot a soldier" and headlines in the present
// tense ("Houthi forces fire a missile") for nouns; the tree knows better. It returns
// its scratch space for the next sentence.
func verbsAmongNouns(d *doc.Document, s *doc.Sentence, has []uint8) []uint8 {
	const subject, object, nominal = 1, 2, 4
	has = append(has[:0], make([]uint8, s.Last-s.First)...)
	for k := s.First; k < s.Last; k++ {
		h := d.Tokens[k].Head
		if h < s.First || h >= s.Last {
			continue
		}
		switch rel := d.Tokens[k].Rel; {
		case rel == "nsubj" && k < h:
			has[h-s.First] |= subject
		case rel == "obj" && k > h:
			has[h-s.First] |= object
		case k < h && (rel == "cop" || rel == "det" || rel == "case" || rel == "amod" || rel == "nmod:poss" || rel == "nummod" || rel == "compound"):
			has[h-s.First] |= nominal
		}
	}
	for i := s.First; i < s.Last; i++ {
		tok := &d.Tokens[i]
		if tok.UPOS != "NOUN" || has[i-s.First] != subject|object {
			continue
		}
		switch rel, _, _ := strings.Cut(tok.Rel, ":"); rel {
		case "root", "ccomp", "conj", "parataxis", "advcl", "acl":
		default:
			continue
		}
		tok.UPOS = "VERB"
		switch form := strings.ToLower(d.Form(i)); {
		case tok.XPOS == "NNS":
			tok.XPOS = "VBZ"
		case strings.HasSuffix(form, "ed") || alike[form]:
			tok.XPOS = "VBD"
		default:
			tok.XPOS = "VBP"
		}
	}
	return has
}

// alike are past tenses that are nouns as well.
var alike = map[string]bool{"shot": true, "cut": true, "hit": true, "split": true, "spread": true, "bid": true, "cast": true, "felt": true,
	"found": true, "left": true, "saw": true, "thought": true, "wound": true, "ground": true, "bore": true, "rose": true, "set": true, "put": true}
