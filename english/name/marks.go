package name

// A mark says of a word where in a name it stands, and in a name of which kind: 0
// is outside, then each kind has four. The last word of a name has a mark of its
// own, since it tells the kind best ("Foreign Ministry", "Golan Heights"), and so
// has a name of one word.
const (
	first  = iota // of several words
	inside        // neither first nor last
	last          // of several words
	single        // the only one
	positions
)

// kinds of name in the order of their marks.
var kinds = [...]string{"PER", "ORG", "LOC"}

// marks is how many marks there are.
const marks = 1 + positions*3

func mark(kind, position int) uint8 { return uint8(1 + positions*kind + position) }

// parts returns the kind and the position of a mark that is not 0.
func parts(m uint8) (kind, position int) { return int(m-1) / positions, int(m-1) % positions }

// follows tells whether mark b may stand after mark a: a name that began goes on
// to its last word, in one kind.
func follows(a, b uint8) bool {
	open := -1 // the kind of the name that must go on
	if a != 0 {
		if kind, p := parts(a); p == first || p == inside {
			open = kind
		}
	}
	if b == 0 {
		return open < 0
	}
	kind, p := parts(b)
	if p == inside || p == last {
		return open == kind
	}
	return open < 0
}

// marksOf turns labels "O", "B-PER", "I-PER", … into marks.
func marksOf(labels []string) []uint8 {
	out := make([]uint8, len(labels))
	for i := 0; i < len(labels); {
		end := i + 1
		if l := labels[i]; l != "O" {
			for end < len(labels) && labels[end] == "I"+l[1:] {
				end++
			}
			for kind, k := range kinds {
				if l[2:] == k {
					fill(out[i:end], kind)
				}
			}
		}
		i = end
	}
	return out
}

// fill marks the words of one name.
func fill(out []uint8, kind int) {
	n := len(out)
	if n == 1 {
		out[0] = mark(kind, single)
		return
	}
	for i := range out {
		out[i] = mark(kind, inside)
	}
	out[0], out[n-1] = mark(kind, first), mark(kind, last)
}

// namesOf returns the names that marks spell.
func namesOf(m []uint8) []Name {
	var out []Name
	begin := 0
	for i, l := range m {
		if l == 0 {
			continue
		}
		kind, p := parts(l)
		if p == first || p == single {
			begin = i
		}
		if p == last || p == single {
			out = append(out, Name{begin, i + 1, kinds[kind]})
		}
	}
	return out
}
