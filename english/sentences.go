package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout-project/readout/doc"
	"github.com/readout-project/readout/english/split"
)

// Sentences is the stage that finds sentences and their words in the blocks that
// are read. A document without blocks is read as one body block, and its
// sentences have Block -1.
type Sentences struct{ c *Core }

// MaxTokens is the length at which a sentence is cut, at the last mark that
// separates clauses in its second half or, without one, right there. Real
// sentences are shorter; what is longer is a list or a table, and a tree over it
// would tell nothing.
const MaxTokens = 200

// Name implements doc.Stage.
func (Sentences) Name() string { return "english/sentences" }

// Needs implements doc.Stage.
func (Sentences) Needs() []doc.Layer { return []doc.Layer{doc.LayerBlocks} }

// Gives implements doc.Stage.
func (Sentences) Gives() []doc.Layer { return []doc.Layer{doc.LayerSentences} }

// Annotate implements doc.Stage.
func (s Sentences) Annotate(d *doc.Document) error {
	if len(d.Blocks) == 0 {
		s.running(d, -1, doc.Span{Start: 0, End: len(d.Text)})
		return nil
	}
	for i, b := range d.Blocks {
		switch {
		case !b.Kind.Read():
		case b.Kind == doc.BlockTitle || b.Kind == doc.BlockHeading:
			s.lines(d, i, b.Span)
		default:
			s.running(d, i, b.Span)
		}
	}
	return nil
}

// lines makes each line one sentence: a title is a sentence of its own, whatever
// stops stand in it.
func (s Sentences) lines(d *doc.Document, block int, span doc.Span) {
	for start := span.Start; start < span.End; {
		end := span.End
		if n := strings.IndexByte(d.Text[start:end], '\n'); n >= 0 {
			end = start + n
		}
		tokens := s.c.splitter.Split(s.c.lex, d.Text[start:end], nil)
		for i := range tokens {
			tokens[i].Last = i == len(tokens)-1
		}
		add(d, block, start, tokens)
		start = end + 1
	}
}

// running splits running text.
func (s Sentences) running(d *doc.Document, block int, span doc.Span) {
	text := d.Text[span.Start:span.End]
	tokens := s.c.splitter.Split(s.c.lex, text, nil)
	for i := 1; i < len(tokens); i++ {
		switch {
		case tokens[i-1].Last && block >= 0 && unfinished(text, tokens, i):
			tokens[i-1].Last = false
		case !tokens[i-1].Last && breaksLine(text, tokens, i):
			tokens[i-1].Last = true
		}
	}
	keepMarks(text, tokens)
	add(d, block, span.Start, tokens)
}

// keepMarks moves the end of a sentence over a mark that stands on the wrong side
// of it: no sentence begins with a mark that closes a quotation or bracket, and
// none ends with one that opens it. Which a plain mark does is told by the space
// beside it. After a closing mark the sentence goes on where a word in lower case
// follows ("“Who did it?” he asked").
func keepMarks(text string, tokens []split.Token) {
	form := func(i int) string { return text[tokens[i].Start:tokens[i].End] }
	for i := 1; i < len(tokens); i++ {
		if !tokens[i-1].Last || tokens[i].Start != tokens[i-1].End {
			continue
		}
		switch {
		case closing[form(i)]:
			tokens[i-1].Last = false
			if i+1 < len(tokens) {
				r, _ := utf8.DecodeRuneInString(text[tokens[i+1].Start:])
				tokens[i].Last = tokens[i].Last || !unicode.IsLower(r) && tokens[i+1].Start > tokens[i].End
			}
		case opening[form(i-1)] && i > 1 && tokens[i-2].End < tokens[i-1].Start:
			tokens[i-1].Last, tokens[i-2].Last = false, true
		}
	}
}

var (
	closing = map[string]bool{`"`: true, "”": true, "’": true, "''": true, ")": true, "]": true, "»": true}
	opening = map[string]bool{`"`: true, "“": true, "‘": true, "``": true, "(": true, "[": true, "«": true}
)

// unfinished reports whether the sentence before token i, which the splitter ended,
// closes without a mark that ends one. A bracket without a stop inside, as behind
// a name that it abbreviates, is none unless a line ends with it.
func unfinished(text string, tokens []split.Token, i int) bool {
	before, gap := text[:tokens[i-1].End], text[tokens[i-1].End:tokens[i].Start]
	if !strings.Contains(gap, "\n") {
		before = strings.TrimRight(before, ")]")
	}
	return endsInWord(before)
}

// endsInWord reports whether the text closes with a letter, a digit or a comma:
// no sentence of a paragraph ends so. The splitter learnt from mail and weblogs,
// where one may, and would end a sentence before a name in capitals ("the
// pro-Kurdish HDP").
func endsInWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ',' || r == '-'
}

// breaksLine reports whether a new line begins a sentence with token i: after a
// final stop, question or exclamation mark (and the quotation mark or bracket
// that closes it), with a word that does not begin in lower case. A stop that is
// part of its word ("Gen.") is none.
func breaksLine(text string, tokens []split.Token, i int) bool {
	if !strings.Contains(text[tokens[i-1].End:tokens[i].Start], "\n") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(text[tokens[i].Start:]); unicode.IsLower(r) {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch text[tokens[k].Start:tokens[k].End] {
		case ".", "!", "?", "…", "...", "?!", "!!":
			return true
		case `"`, "”", "''", "'", "’", ")", "]", "»":
		default:
			return false
		}
	}
	return false
}

// add appends sentences and tokens, cutting sentences that are too long.
func add(d *doc.Document, block, offset int, tokens []split.Token) {
	first := 0
	for i := range tokens {
		if !tokens[i].Last && i+1 < len(tokens) {
			continue
		}
		for i+1-first > MaxTokens {
			end := cut(d.Text[offset:], tokens[first:first+MaxTokens])
			sentence(d, block, offset, tokens[first:first+end])
			first += end
		}
		sentence(d, block, offset, tokens[first:i+1])
		first = i + 1
	}
}

// cut returns how many tokens of a sentence that is too long go before the cut.
func cut(text string, tokens []split.Token) int {
	for _, marks := range []string{";", ":,—–-"} {
		for i := len(tokens) - 1; i >= MaxTokens/2; i-- {
			if form := text[tokens[i].Start:tokens[i].End]; strings.Contains(marks, form) {
				return i + 1
			}
		}
	}
	return len(tokens)
}

func sentence(d *doc.Document, block, offset int, tokens []split.Token) {
	if len(tokens) == 0 {
		return
	}
	s := doc.Sentence{Block: block, First: len(d.Tokens), Last: len(d.Tokens) + len(tokens)}
	s.Start, s.End = offset+tokens[0].Start, offset+tokens[len(tokens)-1].End
	for _, t := range tokens {
		d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: offset + t.Start, End: offset + t.End}, Head: -1})
	}
	d.Sentences = append(d.Sentences, s)
}
