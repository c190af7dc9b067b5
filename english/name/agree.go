package name

import (
	"slices"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Sentence is a sentence of a report with the names found in it.
type Sentence struct {
	Words []word.Word
	Names []Name
}

// Agree makes the names of one report agree, since a report uses a name for one
// thing: an acronym set in brackets behind a name names what that name names; a
// surname by itself names the person whose full name was given; and a name found
// of several kinds is of the kind that clearly most of its mentions have. Only an
// acronym so introduced becomes a name where none was found.
func Agree(report []Sentence) {
	a := agreement{kinds: map[uint64]*[3]int{}, surnames: map[uint64]bool{}, acronyms: map[uint64]int{}}
	for i := range report {
		a.read(&report[i])
	}
	for i := range report {
		a.settle(&report[i])
	}
}

// agreement is what the names of a report say of each other.
type agreement struct {
	kinds    map[uint64]*[3]int // of each name, how often it was found of each kind
	surnames map[uint64]bool    // last words of full names of persons
	acronyms map[uint64]int     // kinds of acronyms that were introduced
}

func kindNumber(kind string) int { return slices.Index(kinds[:], kind) }

func key(words []word.Word) uint64 {
	k := uint64(len(words))
	for i := range words {
		k = perceptron.Mix(k, words[i].Low)
	}
	return k
}

func (a *agreement) read(s *Sentence) {
	for _, n := range s.Names {
		kind := kindNumber(n.Kind)
		k := key(s.Words[n.First:n.Last])
		if a.kinds[k] == nil {
			a.kinds[k] = new([3]int)
		}
		a.kinds[k][kind]++
		if n.Kind == "PER" && n.Last-n.First > 1 {
			a.surnames[s.Words[n.Last-1].Low] = true
		}
		if acronym, ok := introduced(s.Words, n); ok {
			a.acronyms[acronym] = kind
		}
	}
}

// introduced returns the acronym that stands in brackets behind the name of an
// organisation or a place and begins with the same letter.
func introduced(words []word.Word, n Name) (low uint64, ok bool) {
	if n.Kind == "PER" || n.Last-n.First < 2 || n.Last+2 >= len(words) ||
		words[n.Last].Low != openBracket || words[n.Last+2].Low != closeBracket {
		return 0, false
	}
	short := &words[n.Last+1]
	return short.Low, short.Case == word.Upper && short.Prefix[0] == words[n.First].Prefix[0]
}

var openBracket, closeBracket = word.LowKey("("), word.LowKey(")")

func (a *agreement) settle(s *Sentence) {
	a.addAcronyms(s)
	for i := range s.Names {
		n := &s.Names[i]
		words := s.Words[n.First:n.Last]
		if len(words) == 1 {
			if kind, ok := a.acronyms[words[0].Low]; ok && words[0].Case == word.Upper {
				n.Kind = kinds[kind]
				continue
			}
		}
		if a.kinds[key(words)] == nil {
			continue
		}
		count := *a.kinds[key(words)]
		if len(words) == 1 && a.surnames[words[0].Low] && count[0] > 0 {
			count[0] += surnameVotes
		}
		best := kindNumber(n.Kind)
		for kind := range count {
			if count[kind] > agreeAt*count[best] {
				best = kind
			}
		}
		n.Kind = kinds[best]
	}
}

const (
	// surnameVotes is how many mentions a full name is worth for its last word.
	surnameVotes = 2
	// agreeAt is how many times as often another kind must have been found.
	agreeAt = 3
)

// addAcronyms adds the introduced acronyms that are in no name.
func (a *agreement) addAcronyms(s *Sentence) {
	if len(a.acronyms) == 0 {
		return
	}
	next := 0 // the first name that ends after word i
	for i := range s.Words {
		for next < len(s.Names) && s.Names[next].Last <= i {
			next++
		}
		if next < len(s.Names) && s.Names[next].First <= i || s.Words[i].Case != word.Upper {
			continue
		}
		if kind, ok := a.acronyms[s.Words[i].Low]; ok {
			s.Names = slices.Insert(s.Names, next, Name{i, i + 1, kinds[kind]})
		}
	}
}
