// Package country knows the states and territories of the world by the words
// English has for them.
//
// It reads the tables embedded beside this file: for each entry of ISO 3166-1
// (and Kosovo, under the code KOS) its codes, names, adjectives, words for its
// people, its capital and its seats of power ("the Kremlin"), and the parts of
// countries that news names by themselves ("Chechnya"). It writes nothing. It
// looks words up; whether "Moscow" in a sentence is a place or a government,
// and whether "Jordan" is a country or a surname, is for the stages that see the
// sentence: words that also mean something else are marked Ambiguous.
package country

import "slices"

// Country is a state or territory of ISO 3166-1, or Kosovo. Its slices are
// shared and must not be changed.
type Country struct {
	ISO3       string
	ISO2       string
	FIPS       string // FIPS 10-4, as GDELT writes places; "" where there is none
	CAMEO      string // the actor code of CAMEO, most often ISO3
	GeoNames   int
	Lat, Lon   float64 // about the middle of the country
	Name       string
	Names      []string // Name and every other name
	Adjectives []string
	People     []string
	Capital    Capital // zero where there is none of another name
}

// Capital is the seat of a country's government.
type Capital struct {
	Name     string
	Names    []string // Name and every other name
	GeoNames int
	Lat, Lon float64
}

// Kind says in which way a word names a country.
type Kind string

// The ways of naming a country.
const (
	Name      Kind = "name"      // "Russia"
	Region    Kind = "region"    // "Chechnya", a part of Russia
	Seat      Kind = "seat"      // "the Kremlin"
	CapitalOf Kind = "capital"   // "Moscow"
	Adjective Kind = "adjective" // "Russian", also one Russian
	People    Kind = "people"    // "Russians"
)

// Hit is a word of the table with what it names.
type Hit struct {
	Country Country
	Kind    Kind
	Word    string // as the table writes it
	// Sector is the PLOVER sector of a seat: MIL for the Pentagon.
	Sector string
	// Part names the part of the country that the word belongs to ("Chechnya"
	// for "Chechen"); "" for the country as a whole.
	Part string
	// Ambiguous tells that the word is also a surname, another place or a common
	// word, and needs support from the text: "Jordan", "Georgia", "Victoria".
	Ambiguous bool
	// Also lists the codes of other countries that share the word: "Congo".
	Also []string
	// Lat, Lon and GeoNames locate what the word names when Located is set:
	// countries, regions and capitals have a position, adjectives and seats none.
	Lat, Lon float64
	GeoNames int // 0 where not known
	Located  bool
}

// Table looks up countries. It is never changed and safe for concurrent use.
type Table struct {
	all    []Country
	byISO3 map[string]int
	byISO2 map[string]int
	words  *node
}

// All returns every country in the order of ISO3.
func (t *Table) All() []Country { return slices.Clone(t.all) }

// ByISO3 returns the country of that ISO 3166-1 alpha-3 code.
func (t *Table) ByISO3(code string) (Country, bool) {
	i, ok := t.byISO3[code]
	if !ok {
		return Country{}, false
	}
	return t.all[i], true
}

// ByISO2 returns the country of that ISO 3166-1 alpha-2 code; Kosovo is XK.
func (t *Table) ByISO2(code string) (Country, bool) {
	i, ok := t.byISO2[code]
	if !ok {
		return Country{}, false
	}
	return t.all[i], true
}

// ByName returns the country that the word or words name, and in which way.
// Case counts ("us" is no country) except that a word all in capitals, as
// headlines have them, stands for the same word in usual writing.
func (t *Table) ByName(words string) (Country, Kind, bool) {
	h, ok := t.Lookup(words)
	return h.Country, h.Kind, ok
}

// Lookup is ByName with all that the table knows of the word.
func (t *Table) Lookup(words string) (Hit, bool) {
	n, h := t.Match([]string{words})
	return h, n == 1
}
