package doc

import "sort"

// Block is a run of lines of one kind. Blocks cover every byte of the text that
// is not white space, in order, and never overlap. Lines are labelled, none is
// deleted.
type Block struct {
	Span
	Kind BlockKind
	Rule string // why the block has this kind
}

// BlockKind says what a block of text is.
type BlockKind string

// The kinds of block.
const (
	BlockTitle       BlockKind = "title"
	BlockStandfirst  BlockKind = "standfirst"
	BlockHeading     BlockKind = "heading"
	BlockBody        BlockKind = "body"
	BlockCaption     BlockKind = "caption"
	BlockPullquote   BlockKind = "pullquote"
	BlockCredit      BlockKind = "credit"
	BlockRepeat      BlockKind = "repeat"
	BlockBoilerplate BlockKind = "boilerplate"
	BlockScript      BlockKind = "script"
)

// Read reports whether stages read blocks of this kind: title, standfirst,
// heading and body. All others are kept and left alone.
func (k BlockKind) Read() bool {
	switch k {
	case BlockTitle, BlockStandfirst, BlockHeading, BlockBody:
		return true
	}
	return false
}

// Sentence is one sentence of a block that is read.
type Sentence struct {
	Span
	Block int // index into Blocks
	// First and Last bound the sentence's tokens: Tokens[First:Last].
	First, Last int
}

// Token is one word of a sentence with its place in the dependency tree
// (Universal Dependencies). Words are always substrings of the text.
type Token struct {
	Span
	Lemma string
	UPOS  string // universal part of speech
	XPOS  string // Penn tag
	Head  int    // index into Document.Tokens; -1 for the root of the sentence
	Rel   string // relation to Head, with subtype: "nsubj:pass"
}

// Name is a name as the name tagger found it, before anyone decides who it is.
type Name struct {
	Span
	First, Last int // tokens: Tokens[First:Last]
	Kind        NameKind
}

// NameKind is the kind of thing a name names.
type NameKind string

// The kinds of name.
const (
	NamePerson       NameKind = "PER"
	NameOrganization NameKind = "ORG"
	NameLocation     NameKind = "LOC"
)

// Form returns the token's text.
func (d *Document) Form(token int) string { return d.Slice(d.Tokens[token].Span) }

// SentenceOf returns the index of the sentence that holds the token, or -1.
func (d *Document) SentenceOf(token int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Last > token })
	if i == len(d.Sentences) || d.Sentences[i].First > token {
		return -1
	}
	return i
}

// TokensIn returns the range of tokens [first, last) that overlap the span.
func (d *Document) TokensIn(s Span) (first, last int) {
	first = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > s.Start })
	last = first
	for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
		last++
	}
	return first, last
}

// HeadOf returns the token of [first, last) whose head lies outside the range:
// the syntactic head of the phrase. Of several the first is taken; -1 when the
// range is empty.
func (d *Document) HeadOf(first, last int) int {
	for t := first; t < last; t++ {
		if h := d.Tokens[t].Head; h < first || h >= last {
			return t
		}
	}
	return -1
}
