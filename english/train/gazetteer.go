package train

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/english/name"
	"github.com/readout-project/readout/english/word"
	"github.com/readout-project/readout/lang"
)

// phrases collects what the tables of the project know as names, for the
// gazetteer of the name finder.
type phrases struct {
	r     *run
	flags map[uint64]name.Flags
}

// listed returns the phrases of all tables.
func (r *run) listed() (map[uint64]name.Flags, error) {
	p := &phrases{r, map[uint64]name.Flags{}}
	p.countries()
	for _, table := range []struct {
		file    string
		columns []int // of names and aliases
		flags   func(row []string) name.Flags
	}{
		{"organisations.tsv", []int{0, 1}, func([]string) name.Flags { return name.Body }},
		{"groups.tsv", []int{0, 1}, groupFlags},
		{"officeholders.tsv", []int{0, 1}, func([]string) name.Flags { return name.Person }},
		{"given-names.tsv", []int{0}, func([]string) name.Flags { return name.Given }},
		{"roles.tsv", []int{0}, roleFlags},
		{"body-nouns.tsv", []int{0}, func([]string) name.Flags { return name.BodyHead }},
		{"name-words.tsv", []int{1}, wordFlags},
	} {
		rows, err := languageRows(table.file)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			for _, c := range table.columns {
				if c >= len(row) {
					continue
				}
				for n := range strings.SplitSeq(row[c], "; ") {
					p.add(strings.TrimRight(n, "?+"), table.flags(row))
				}
			}
		}
	}
	for _, n := range r.Places {
		p.place(n)
	}
	return p.flags, nil
}

func groupFlags(row []string) name.Flags {
	if len(row) > 3 && row[3] == "" {
		return name.Demonym // a people
	}
	return name.Group
}

func roleFlags(row []string) name.Flags {
	if len(row) < 4 {
		return 0
	}
	switch row[3] {
	case "person":
		return name.Title
	case "organisation", "collective":
		return name.BodyHead
	}
	return 0
}

func wordFlags(row []string) name.Flags {
	return map[string]name.Flags{"title": name.Title, "body": name.BodyHead, "place": name.PlaceHead}[row[0]]
}

func (p *phrases) countries() {
	t := country.Default()
	for _, c := range t.All() {
		p.all(c.Names, name.Country)
		p.all(c.Adjectives, name.Demonym)
		p.all(c.People, name.Demonym)
		p.all(c.Capital.Names, name.Capital)
	}
}

func (p *phrases) all(names []string, f name.Flags) {
	for _, n := range names {
		p.add(n, f)
	}
}

// place adds a place unless its name is a word that is hardly ever written with a
// capital: many are ("Of", "Same").
func (p *phrases) place(n string) {
	if !strings.Contains(n, " ") && p.r.lex.Word(n).Capital == 1 {
		return
	}
	p.add(n, name.Place)
}

// add cuts a name into words as text is and gives the phrase the flags.
func (p *phrases) add(n string, f name.Flags) {
	if n == "" || f == 0 {
		return
	}
	for _, words := range p.r.cuts(n) {
		key := uint64(0)
		for _, w := range words {
			key = name.Phrase(key, word.LowKey(w))
		}
		p.flags[key] |= f
	}
}

// cuts returns the words of a name as the splitter cuts them and, since it may
// take a hyphen either way, as white space does.
func (r *run) cuts(n string) [][]string {
	plain := strings.Fields(n)
	out := [][]string{plain}
	var words []string
	for _, t := range r.split.Split(r.lex, n, nil) {
		words = append(words, n[t.Start:t.End])
	}
	if strings.Join(words, " ") != strings.Join(plain, " ") {
		out = append(out, words)
	}
	return out
}

// languageRows reads a table of lang/en: tab-separated, the first line that is no
// comment names the columns.
func languageRows(file string) ([][]string, error) {
	text, err := fs.ReadFile(lang.English(), file)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	if len(rows) < 2 {
		return nil, fmt.Errorf("names: %s has no rows", file)
	}
	return rows[1:], nil
}
