// Package parse builds the dependency tree of each sentence: of all trees with one
// root and no crossing arcs, the one whose arcs the network scores highest.
//
// It reads word.Words and their joint tags and writes a head and a relation for
// each word (Universal Dependencies, with subtypes), and the tags as the network
// corrects them. The tree always is one: one root, no cycle, every word in it. It
// does not rank several trees. Package learn makes the network from treebanks.
package parse

import (
	"slices"

	"github.com/readout-project/readout/english/network"
	"github.com/readout-project/readout/english/word"
)

// Root is the relation of the root, which hangs on no word.
const Root = "root"

// Parser is a trained parser. It is immutable and safe for concurrent use.
type Parser struct{ net *network.Network }

// Load reads a parser from the file that package learn makes.
func Load(b []byte) (*Parser, error) {
	n, err := network.Load(b)
	if err != nil {
		return nil, err
	}
	return &Parser{n}, nil
}

// Relation returns the name of a relation by its number in Arc.
func (p *Parser) Relation(a Arc) string {
	if a.Head < 0 {
		return Root
	}
	return p.net.Relations[a.Relation]
}

// Arc is a word's place in the tree and its tag.
type Arc struct {
	Head     int // index of the head in the sentence, -1 for the root
	Relation int
	Tag      uint8
}

// together is about how many words go through the network at once: enough to
// keep its products busy, few enough that they stay near the processor.
const together = 256

// Reader parses with memory that it uses again. It must not be shared between
// goroutines.
type Reader struct {
	p      *Parser
	net    *network.Reader
	rows   []network.Row
	ends   []int // of each sentence in rows
	order  []int // sentences by length
	group  [][]network.Row
	heads  []int32
	labels []int32
	tree   Decoder
	found  []Arc
}

// NewReader returns a reader.
func (p *Parser) NewReader() *Reader { return &Reader{p: p, net: p.net.NewReader()} }

// Reset begins a new run of sentences.
func (r *Reader) Reset() { r.rows, r.ends = r.rows[:0], r.ends[:0] }

// Add adds a sentence, its words with their joint tags by number.
func (r *Reader) Add(words []word.Word, tags []uint8) {
	r.rows = r.p.net.Vocabulary.Rows(words, tags, r.rows)
	r.ends = append(r.ends, len(r.rows))
}

// Parse calls found with the arcs of each sentence that was added, in any order.
// The arcs are valid during the call. What a sentence gets does not depend on the
// others.
func (r *Reader) Parse(found func(sentence int, arcs []Arc)) {
	r.order = r.order[:0]
	for i := range r.ends {
		r.order = append(r.order, i)
	}
	// Sentences of like length go together: they keep step.
	slices.SortStableFunc(r.order, func(a, b int) int { return len(r.sentence(a)) - len(r.sentence(b)) })
	for from := 0; from < len(r.order); {
		r.group = r.group[:0]
		to, words := from, 0
		for to < len(r.order) && (to == from || words+len(r.sentence(r.order[to])) <= together) {
			r.group = append(r.group, r.sentence(r.order[to]))
			words += len(r.sentence(r.order[to]))
			to++
		}
		r.net.Read(r.group)
		for i := range r.group {
			r.found = r.arcs(i, r.found[:0])
			found(r.order[from+i], r.found)
		}
		from = to
	}
}

// sentence returns the rows of a sentence by its number.
func (r *Reader) sentence(i int) []network.Row {
	start := 0
	if i > 0 {
		start = r.ends[i-1]
	}
	return r.rows[start:r.ends[i]]
}

// arcs builds the tree of sentence i of the group that was read.
func (r *Reader) arcs(i int, arcs []Arc) []Arc {
	n := len(r.group[i])
	r.heads, r.labels = slices.Grow(r.heads[:0], n)[:n], slices.Grow(r.labels[:0], n)[:n]
	r.tree.Tree(r.net.Arcs(i), n, n+1, r.heads)
	r.net.Labels(i, r.heads, r.labels)
	for t, h := range r.heads {
		arcs = append(arcs, Arc{Head: int(h), Relation: int(r.labels[t]), Tag: uint8(r.net.Tag(i, t))})
	}
	return arcs
}
