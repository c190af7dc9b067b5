package train

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/readout-project/readout/english/name"
	"github.com/readout-project/readout/english/split"
	"github.com/readout-project/readout/english/word"
)

// everyLine is which lines of the text vote on names: every sixth is eight
// million words, after which votes hardly change.
const everyLine = 6

// kinds of name in votes, after "no name".
var nameKinds = []string{"", "PER", "ORG", "LOC"}

// votes counts, for each folded word, how often it was part of a name of each
// kind or, capitalised, of none.
type votes map[uint64]*[4]int

// knownNames lets a first finder label plain text and notes for each word what
// kind of name it mostly is part of. One sentence often does not tell what a name
// names; many together do, and the second finder can look that up.
func (r *run) knownNames(first *name.Finder) error {
	files, err := filepath.Glob(filepath.Join(r.Text, "*.txt.gz"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	parts := make([]votes, len(files))
	failed := make([]error, len(files))
	free := make(chan struct{}, 2)
	var wait sync.WaitGroup
	for i, path := range files {
		wait.Go(func() {
			free <- struct{}{}
			parts[i], failed[i] = r.vote(first, path)
			<-free
		})
	}
	wait.Wait()
	all := votes{}
	for i, part := range parts {
		if failed[i] != nil {
			return failed[i]
		}
		for k, n := range part {
			if all[k] == nil {
				all[k] = new([4]int)
			}
			for kind := range n {
				all[k][kind] += n[kind]
			}
		}
	}
	entries := map[uint64]word.Entry{}
	for k, e := range r.lex.All() {
		e.Known = 0
		entries[k] = e
	}
	known := 0
	for k, n := range all {
		if e := entries[k]; verdict(n) != 0 {
			e.Known = verdict(n)
			entries[k] = e
			known++
		}
	}
	r.lex = word.NewLexicon(entries)
	r.log("known names: %d words", known)
	return r.write("lexicon.zst", r.lex.Append(nil))
}

// verdict is the Known of a lexicon entry: 0 when too few votes were cast, else 1
// plus four times the kind with most votes plus how clear the vote is.
func verdict(n *[4]int) uint16 {
	const atLeast = 6
	best, total := 0, 0
	for kind, c := range n {
		total += c
		if c > n[best] {
			best = kind
		}
	}
	if total < atLeast {
		return 0
	}
	clear := 0
	for _, edge := range []int{50, 70, 90} { // per cent
		if n[best]*100 >= edge*total {
			clear++
		}
	}
	return uint16(1 + 4*best + clear)
}

func (r *run) vote(f *name.Finder, path string) (votes, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	out := votes{}
	var tokens []split.Token
	for n := 0; sc.Scan() && r.ctx.Err() == nil; n++ {
		if n%everyLine != 0 {
			continue
		}
		line := sc.Text()
		tokens = r.split.Split(r.lex, line, tokens[:0])
		first := 0
		for i := range tokens {
			if tokens[i].Last {
				r.voteOn(f, line, tokens[first:i+1], out)
				first = i + 1
			}
		}
	}
	return out, sc.Err()
}

func (r *run) voteOn(f *name.Finder, line string, tokens []split.Token, out votes) {
	words := make([]word.Word, len(tokens))
	kind := make([]int, len(tokens))
	for i, t := range tokens {
		words[i] = r.lex.Word(line[t.Start:t.End])
	}
	for _, n := range f.Find(words, r.tagged.tagger.Tag(words, nil)) {
		for i := n.First; i < n.Last; i++ {
			kind[i] = slices.Index(nameKinds, n.Kind)
		}
	}
	for i := range words {
		if c := words[i].Case; c == word.Lower || c == word.NoLetters || i == 0 && kind[i] == 0 {
			continue
		}
		if out[words[i].Low] == nil {
			out[words[i].Low] = new([4]int)
		}
		out[words[i].Low][kind[i]]++
	}
}
