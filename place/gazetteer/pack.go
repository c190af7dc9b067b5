package gazetteer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// A line of a place has these columns: GeoNames id, name, ISO 3166-1 alpha-2,
// line of its division (-1: none), latitude and longitude in hundredths (about a kilometre),
// population, kind (a division, c capital, p other place), fame.
const (
	columns = 9
	scale   = 100
)

// Source is a place to be packed, with its other names.
type Source struct {
	Entry
	Division1 int // index into the sources of the division the place lies in, -1 for none
	Others    []string
}

// Pack writes sources as the file that Read unpacks. The same sources give the
// same bytes.
func Pack(sources []Source) ([]byte, error) {
	var b strings.Builder
	type ref struct {
		index     int
		alternate bool
	}
	names := map[string][]ref{}
	add := func(name string, i int, alternate bool) {
		key := Fold(name)
		if key == "" || len(name) > longestName || slices.ContainsFunc(names[key], func(r ref) bool { return r.index == i }) {
			return
		}
		names[key] = append(names[key], ref{i, alternate})
	}
	for i, s := range sources {
		kind := "p"
		switch {
		case s.Division:
			kind = "a"
		case s.Capital:
			kind = "c"
		}
		if strings.ContainsAny(s.Name, "\t\n") || s.Name == "" {
			return nil, fmt.Errorf("gazetteer: name %q", s.Name)
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%d\t%d\t%d\t%d\t%s\t%d\n", s.GeoNames, s.Name, s.ISO2, s.Division1,
			int(s.Lat*scale), int(s.Lon*scale), s.Population, kind, s.Fame)
		add(s.Name, i, false)
		for _, o := range s.Others {
			add(o, i, true)
		}
	}
	b.WriteByte('\n')
	keys := make([]string, 0, len(names))
	for key := range names {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		refs := names[key]
		slices.SortFunc(refs, func(x, y ref) int {
			a, b := sources[x.index], sources[y.index]
			if a.Division != b.Division {
				if a.Division {
					return -1
				}
				return 1
			}
			return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(x.index, y.index))
		})
		b.WriteString(key)
		for i, r := range refs {
			b.WriteByte("\t,"[min(i, 1)])
			if r.alternate {
				b.WriteByte('~')
			}
			fmt.Fprint(&b, r.index)
		}
		b.WriteByte('\n')
	}
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return e.EncodeAll([]byte(b.String()), nil), nil
}
