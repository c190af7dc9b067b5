package name

import "encoding/binary"

// Append writes the finder in its file form: the gazetteer, the weights of steps
// from mark to mark, and those of features.
func (f *Finder) Append(b []byte) []byte {
	b = f.gazetteer.Append(b)
	for a := range f.steps {
		for _, s := range f.steps[a] {
			b = binary.AppendVarint(b, int64(s))
		}
	}
	return f.weights.append(b)
}

// Load reads a finder that Append wrote.
func Load(b []byte) (*Finder, error) {
	g, b, err := parseGazetteer(b)
	if err != nil {
		return nil, err
	}
	f := &Finder{gazetteer: g}
	for a := range f.steps {
		for c := range f.steps[a] {
			v, n := binary.Varint(b)
			if n <= 0 || v < never || v > -never {
				return nil, errModel
			}
			f.steps[a][c], b = int32(v), b[n:]
		}
	}
	f.weights, _, err = parseWeights(b)
	return f, err
}
