// Package lemma gives the dictionary form of a word from its form and its joint
// tag: first a table of words that treebanks have shown, then the edit script
// that words with the same ending and tag take.
//
// It reads forms and writes strings. A script cuts letters off the end and puts
// others there; names keep their capitals, other words lose them. It does not
// look at the sentence.
package lemma

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/readout-project/readout/english/perceptron"
	"github.com/readout-project/readout/english/word"
)

// Lemmatiser is trained. It is immutable and safe for concurrent use.
type Lemmatiser struct {
	scripts []script
	words   map[uint64]uint16 // key of form and tag → script
	endings map[uint64]uint16 // key of ending and tag → script
}

// script turns a form into its lemma.
type script struct {
	lower bool // to lower case first
	cut   int  // runes to cut off the end
	add   string
}

// maxEnding is the longest ending that has a script of its own, in runes.
const maxEnding = 6

// Lemma returns the lemma of a form with that joint tag. A form of which nothing
// is known is its own lemma, in lower case unless it is tagged as a name.
func (l *Lemmatiser) Lemma(form, tag string) string {
	plain := straight(form)
	low := strings.ToLower(plain)
	t := tagKey(tag)
	if s, ok := l.words[key(low, t)]; ok {
		if lemma, ok := l.scripts[s].apply(plain, low); ok {
			return lemma
		}
	}
	for n, at := 0, endings(low); n < len(at); n++ {
		s, ok := l.endings[key(low[at[n]:], t+1)]
		if !ok {
			continue
		}
		if lemma, ok := l.scripts[s].apply(plain, low); ok {
			return lemma
		}
	}
	if strings.HasPrefix(tag, "PROPN") {
		return plain
	}
	return low
}

// apply returns false when the form is too short for the script.
func (s script) apply(plain, low string) (string, bool) {
	f := plain
	if s.lower {
		f = low
	}
	end := len(f)
	for range s.cut {
		if end == 0 {
			return "", false
		}
		_, n := utf8.DecodeLastRuneInString(f[:end])
		end -= n
	}
	if end == 0 && s.add == "" {
		return "", false
	}
	return f[:end] + s.add, true
}

// straight writes typographic quotes and dashes plainly, as lemmas have them.
func straight(form string) string {
	for i := 0; i < len(form); i++ {
		if form[i] >= utf8.RuneSelf {
			return strings.Map(word.Plain, form)
		}
	}
	return form
}

// endings returns where the endings of a form begin, the longest first; the last
// is the empty one.
func endings(low string) []int {
	var at [maxEnding + 1]int
	n := maxEnding + 1
	for i := len(low); n > 0; {
		n--
		at[n] = i
		if i == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(low[:i])
		i -= size
	}
	return at[n:]
}

func tagKey(tag string) uint64 {
	h := uint64(11)
	for i := 0; i < len(tag); i++ {
		h = perceptron.Mix(h, uint64(tag[i]))
	}
	return h
}

func key(s string, tag uint64) uint64 {
	for i := 0; i < len(s); i++ {
		tag = perceptron.Mix(tag, uint64(s[i]))
	}
	return tag
}

// Append writes the lemmatiser in its file form: scripts, words, endings.
func (l *Lemmatiser) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(l.scripts)))
	for _, s := range l.scripts {
		lower := byte(0)
		if s.lower {
			lower = 1
		}
		b = append(b, lower, byte(s.cut), byte(len(s.add)))
		b = append(b, s.add...)
	}
	return appendKeys(appendKeys(b, l.words), l.endings)
}

func appendKeys(b []byte, m map[uint64]uint16) []byte {
	b = binary.AppendUvarint(b, uint64(len(m)))
	for _, k := range sorted(m) {
		b = binary.LittleEndian.AppendUint64(b, k)
		b = binary.LittleEndian.AppendUint16(b, m[k])
	}
	return b
}

// errModel is what a damaged file gives.
var errModel = errors.New("the lemma table is damaged: make the models again with `readout train english`")

// Load reads a lemmatiser that Append wrote.
func Load(b []byte) (*Lemmatiser, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 {
		return nil, errModel
	}
	b = b[n:]
	l := &Lemmatiser{}
	for range count {
		if len(b) < 3 || len(b) < 3+int(b[2]) {
			return nil, errModel
		}
		l.scripts = append(l.scripts, script{b[0] == 1, int(b[1]), string(b[3 : 3+int(b[2])])})
		b = b[3+int(b[2]):]
	}
	var err error
	if l.words, b, err = readKeys(b, len(l.scripts)); err != nil {
		return nil, err
	}
	l.endings, _, err = readKeys(b, len(l.scripts))
	return l, err
}

func readKeys(b []byte, scripts int) (map[uint64]uint16, []byte, error) {
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b)-n)/10 {
		return nil, nil, errModel
	}
	b = b[n:]
	m := make(map[uint64]uint16, count)
	for range count {
		s := binary.LittleEndian.Uint16(b[8:])
		if int(s) >= scripts {
			return nil, nil, errModel
		}
		m[binary.LittleEndian.Uint64(b)] = s
		b = b[10:]
	}
	return m, b, nil
}
