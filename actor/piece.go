package actor

import (
	"strings"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
)

// piece is a token or, of a token with hyphens, one part of it: treebanks cut
// "US-led" into three tokens, other text has it as one, and the tables must
// match both.
type piece struct {
	text  string // with straight apostrophes
	lower string
	token int
	span  doc.Span
	opens bool // begins its token
	ends  bool // ends its token
}

// longestToken bounds the tokens that are cut: a longer one is no word.
const longestToken = 80

// cut returns the pieces of the tokens [first, last).
func cut(d *doc.Document, first, last int) []piece {
	out := make([]piece, 0, last-first+4)
	for t := first; t < last; t++ {
		span := d.Tokens[t].Span
		form := d.Slice(span)
		if len(form) > longestToken || !strings.ContainsAny(form, "-‐‑–—/") || utf8.RuneCountInString(form) == 1 {
			out = append(out, newPiece(form, t, span, true, true))
			continue
		}
		at := 0
		n := len(out)
		for at < len(form) {
			end := at + partEnd(form[at:])
			s := doc.Span{Start: span.Start + at, End: span.Start + end}
			out = append(out, newPiece(form[at:end], t, s, false, false))
			at = end
		}
		out[n].opens = true
		out[len(out)-1].ends = true
	}
	return out
}

// partEnd is the end of the first part of a hyphenated word: a dash, or a run
// without one.
func partEnd(s string) int {
	for i, r := range s {
		if strings.ContainsRune("-‐‑–—/", r) {
			if i == 0 {
				return utf8.RuneLen(r)
			}
			return i
		}
	}
	return len(s)
}

func newPiece(form string, token int, span doc.Span, opens, ends bool) piece {
	text := form
	if len(form) <= longestToken {
		text = straight(form)
	}
	lower := text
	if len(text) <= longestToken {
		lower = strings.ToLower(text)
	}
	return piece{text: text, lower: lower, token: token, span: span, opens: opens, ends: ends}
}

// pieces cuts an entry of a table as text is cut.
func pieces(entry string) []string {
	var out []string
	for _, w := range strings.Fields(entry) {
		// The possessive is a token of its own.
		own := ""
		if cut, ok := strings.CutSuffix(w, "'s"); ok && cut != "" && !strings.HasPrefix(w, "Da'") {
			w, own = cut, "'s"
		} else if cut, ok := strings.CutSuffix(w, "s'"); ok {
			w, own = cut+"s", "'"
		}
		comma := strings.HasSuffix(w, ",")
		w = strings.TrimSuffix(w, ",")
		for w != "" {
			end := partEnd(w)
			out = append(out, straight(w[:end]))
			w = w[end:]
		}
		if own != "" {
			out = append(out, own)
		}
		if comma {
			out = append(out, ",")
		}
	}
	return out
}

func straight(s string) string {
	if !strings.ContainsAny(s, "’‘‐‑–—") {
		return s
	}
	return straighten.Replace(s)
}

var straighten = strings.NewReplacer("’", "'", "‘", "'", "‐", "-", "‑", "-", "–", "-", "—", "-")

// singulars are the forms under which a noun may stand in a table of singulars.
func singulars(lower, lemma string) [3]string {
	var s string
	switch {
	case strings.HasSuffix(lower, "ies") && len(lower) > 4:
		s = lower[:len(lower)-3] + "y"
	case strings.HasSuffix(lower, "men") && len(lower) > 4:
		s = lower[:len(lower)-2] + "an"
	case strings.HasSuffix(lower, "sses"), strings.HasSuffix(lower, "shes"), strings.HasSuffix(lower, "ches"):
		s = lower[:len(lower)-2]
	case strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") && len(lower) > 3:
		s = lower[:len(lower)-1]
	}
	return [3]string{lower, strings.ToLower(lemma), s}
}
