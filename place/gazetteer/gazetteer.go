// Package gazetteer knows the inhabited places of the world and the first-level
// divisions of its countries by name.
//
// It reads one embedded file, made by place/generate from GeoNames (CC BY 4.0):
// places of a thousand inhabitants and more with their position, country,
// division and population, and every name by which they may be looked up. It
// gives all places of a name; which one a report means is for package place.
package gazetteer

import (
	_ "embed"
	"fmt"
	"iter"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

//go:embed gazetteer.tsv.zst
var packed []byte

// Entry is one place.
type Entry struct {
	GeoNames   int // 0 where not known
	Name       string
	ISO2       string
	Adm1       string // name of the division the place lies in; of a division its own
	Division   bool   // a first-level division, else an inhabited place
	Capital    bool   // the capital of its country
	Lat, Lon   float64
	Population int
	// Fame is how widely the place is known, 0 to 12: the length, as four times its
	// decimal logarithm, of the list of names it has in the world's languages.
	Fame int
	// Alternate tells that the entry was found by a name other than its own.
	Alternate bool
}

// Table is the gazetteer. It is never changed and safe for concurrent use.
type Table struct {
	places []string // one line each
	names  []string // sorted: a folded name, a tab, indexes of places
}

// Default returns the embedded gazetteer, unpacked once. It is part of the
// program, so a broken file is a broken build, and the tests read it first.
var Default = sync.OnceValue(func() *Table {
	t, err := Read(packed)
	if err != nil {
		panic(err)
	}
	return t
})

// Read unpacks a gazetteer that Pack made.
func Read(packed []byte) (*Table, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	text, err := d.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	places, names, ok := strings.Cut(string(text), "\n\n")
	if !ok {
		return nil, fmt.Errorf("gazetteer: the names are missing")
	}
	return &Table{lines(places), lines(names)}, nil
}

// lines splits text without copying it.
func lines(text string) []string {
	out := make([]string, 0, strings.Count(text, "\n")+1)
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		out = append(out, line)
		text = rest
	}
	return out
}

// Len is the number of places.
func (t *Table) Len() int { return len(t.places) }

// Lookup returns every place of that name, divisions first, then by
// population. Case, accents, apostrophes and hyphens make no difference.
func (t *Table) Lookup(name string) []Entry {
	if len(name) > longestName {
		return nil
	}
	key := Fold(name)
	if key == "" {
		return nil
	}
	i := sort.Search(len(t.names), func(i int) bool { return keyOf(t.names[i]) >= key })
	if i == len(t.names) || keyOf(t.names[i]) != key {
		return nil
	}
	var out []Entry
	for _, ref := range strings.Split(t.names[i][len(key)+1:], ",") {
		index, alternate := strings.CutPrefix(ref, "~")
		n, err := strconv.Atoi(index)
		if err != nil || n < 0 || n >= len(t.places) {
			continue
		}
		e := t.entry(n)
		e.Alternate = alternate
		out = append(out, e)
	}
	return out
}

// Known ranges over the names of places that reports are likely to name, with
// their entry: divisions, capitals, and places that have as many inhabitants or
// as much fame.
func (t *Table) Known(population, fame int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, line := range t.names {
			name, refs, _ := strings.Cut(line, "\t")
			for _, ref := range strings.Split(refs, ",") {
				index, _ := strings.CutPrefix(ref, "~")
				n, err := strconv.Atoi(index)
				if err != nil || n < 0 || n >= len(t.places) {
					continue
				}
				e := t.entry(n)
				if !e.Division && !e.Capital && e.Population < population && e.Fame < fame {
					continue
				}
				if !yield(name) {
					return
				}
				break
			}
		}
	}
}

// longestName is in bytes; no name of the table is longer.
const longestName = 100

func keyOf(line string) string {
	key, _, _ := strings.Cut(line, "\t")
	return key
}

// entry reads the line of a place.
func (t *Table) entry(i int) Entry {
	f := strings.Split(t.places[i], "\t")
	if len(f) != columns {
		return Entry{}
	}
	e := Entry{Name: f[1], ISO2: f[2], Division: f[7] == "a", Capital: f[7] == "c"}
	e.GeoNames, _ = strconv.Atoi(f[0]) // the file is ours, and a test reads every line
	lat, _ := strconv.Atoi(f[4])
	lon, _ := strconv.Atoi(f[5])
	e.Lat, e.Lon = float64(lat)/scale, float64(lon)/scale
	e.Population, _ = strconv.Atoi(f[6])
	e.Fame, _ = strconv.Atoi(f[8])
	switch division, err := strconv.Atoi(f[3]); {
	case e.Division:
		e.Adm1 = e.Name
	case err == nil && division >= 0 && division < len(t.places):
		e.Adm1 = strings.Split(t.places[division], "\t")[1]
	}
	return e
}
