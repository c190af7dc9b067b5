package country

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed countries.tsv regions.tsv
var files embed.FS

// Default returns the embedded table, read once. It is part of the program, so
// a broken table is a broken build, and the tests read it first.
var Default = sync.OnceValue(func() *Table {
	t, err := read()
	if err != nil {
		panic(err)
	}
	return t
})

func read() (*Table, error) {
	countries, err := rows("countries.tsv", 15)
	if err != nil {
		return nil, err
	}
	regions, err := rows("regions.tsv", 7)
	if err != nil {
		return nil, err
	}
	t := &Table{byISO3: map[string]int{}, byISO2: map[string]int{}, words: &node{}}
	for _, r := range countries {
		c, err := parseCountry(r.fields)
		if err != nil {
			return nil, fmt.Errorf("country: countries.tsv:%d: %w", r.line, err)
		}
		if _, ok := t.byISO3[c.ISO3]; ok {
			return nil, fmt.Errorf("country: countries.tsv:%d: %s stands twice", r.line, c.ISO3)
		}
		t.byISO3[c.ISO3], t.byISO2[c.ISO2] = len(t.all), len(t.all)
		t.all = append(t.all, c)
	}
	// Names first: where a word has several meanings the first one added stays.
	for i, c := range t.all {
		for _, w := range list(countries[i].fields[7]) {
			t.add(w, Hit{Country: c, Kind: Name, Lat: c.Lat, Lon: c.Lon, GeoNames: c.GeoNames, Located: true})
		}
	}
	for _, r := range regions {
		if err := t.addRegion(r.fields); err != nil {
			return nil, fmt.Errorf("country: regions.tsv:%d: %w", r.line, err)
		}
	}
	for i, c := range t.all {
		f := countries[i].fields
		for _, w := range list(f[10]) {
			t.add(w, Hit{Country: c, Kind: CapitalOf, Lat: c.Capital.Lat, Lon: c.Capital.Lon, GeoNames: c.Capital.GeoNames, Located: true})
		}
		for _, seat := range list(f[14]) {
			w, sector, ok := strings.Cut(seat, "=")
			if !ok {
				return nil, fmt.Errorf("country: countries.tsv:%d: seat %q has no sector", countries[i].line, seat)
			}
			t.add(w, Hit{Country: c, Kind: Seat, Sector: sector})
		}
		for _, w := range list(f[8]) {
			t.add(w, Hit{Country: c, Kind: Adjective})
		}
		for _, w := range list(f[9]) {
			t.add(w, Hit{Country: c, Kind: People})
		}
	}
	return t, nil
}

func (t *Table) addRegion(f []string) error {
	c, ok := t.ByISO3(f[1])
	if !ok {
		return fmt.Errorf("no country %q", f[1])
	}
	lat, lon, err := position(f[4], f[5])
	if err != nil {
		return err
	}
	id, err := number(f[6])
	if err != nil {
		return err
	}
	part := bare(list(f[0]))[0]
	for _, w := range list(f[0]) {
		t.add(w, Hit{Country: c, Kind: Region, Part: part, Lat: lat, Lon: lon, GeoNames: id, Located: true})
	}
	for _, w := range list(f[2]) {
		t.add(w, Hit{Country: c, Kind: Adjective, Part: part})
	}
	for _, w := range list(f[3]) {
		t.add(w, Hit{Country: c, Kind: People, Part: part})
	}
	return nil
}

// add enters a word; a trailing "?" marks it as ambiguous.
func (t *Table) add(word string, h Hit) {
	h.Word = strings.TrimSuffix(word, "?")
	h.Ambiguous = h.Word != word
	t.words.add(h.Word, h)
}

func parseCountry(f []string) (Country, error) {
	c := Country{ISO3: f[0], ISO2: f[1], FIPS: f[2], CAMEO: f[3]}
	if len(c.ISO3) != 3 || len(c.ISO2) != 2 {
		return c, fmt.Errorf("codes %q and %q", c.ISO3, c.ISO2)
	}
	if c.CAMEO == "" {
		c.CAMEO = c.ISO3
	}
	var err error
	if c.GeoNames, err = number(f[4]); err != nil {
		return c, err
	}
	if c.Lat, c.Lon, err = position(f[5], f[6]); err != nil {
		return c, err
	}
	c.Names, c.Adjectives, c.People = bare(list(f[7])), bare(list(f[8])), bare(list(f[9]))
	if len(c.Names) == 0 {
		return c, fmt.Errorf("%s has no name", c.ISO3)
	}
	c.Name = c.Names[0]
	if f[10] == "" {
		return c, nil
	}
	c.Capital.Names = bare(list(f[10]))
	c.Capital.Name = c.Capital.Names[0]
	if c.Capital.GeoNames, err = number(f[11]); err != nil {
		return c, err
	}
	c.Capital.Lat, c.Capital.Lon, err = position(f[12], f[13])
	return c, err
}

type row struct {
	line   int
	fields []string
}

// rows reads a table of that many columns; "-" stands for an empty field.
func rows(file string, columns int) ([]row, error) {
	text, err := files.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []row
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("country: %s:%d: %d columns, want %d", file, i+1, len(f), columns)
		}
		for j := range f {
			if f[j] == "-" {
				f[j] = ""
			}
		}
		out = append(out, row{i + 1, f})
	}
	return out, nil
}

// list splits a column of entries set apart by ";".
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// bare drops the marks of ambiguity.
func bare(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, strings.TrimSuffix(w, "?"))
	}
	return out
}

func number(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	return strconv.Atoi(s)
}

func position(lat, lon string) (float64, float64, error) {
	a, err := strconv.ParseFloat(lat, 64)
	if err != nil || a < -90 || a > 90 {
		return 0, 0, fmt.Errorf("%q is no latitude", lat)
	}
	o, err := strconv.ParseFloat(lon, 64)
	if err != nil || o < -180 || o > 180 {
		return 0, 0, fmt.Errorf("%q is no longitude", lon)
	}
	return a, o, nil
}
