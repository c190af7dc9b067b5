package actor

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// bodyNoun is what the last words of an organisation's name say.
type bodyNoun struct {
	sector string
	name   bool // capitalised words that end so are a name
}

func (l *lexicon) readBodyNouns(files fs.FS) error {
	rows, err := readTable(files, "body-nouns.tsv", 4)
	for _, r := range rows {
		if r[2] != "" && r[2] != "yes" {
			return fmt.Errorf("body-nouns.tsv: %s: name %q", r[0], r[2])
		}
		l.bodies[r[0]] = bodyNoun{sector: r[1], name: r[2] != ""}
	}
	return err
}

// longestEnding is how many words an ending may have.
const longestEnding = 3

// body is what the ending of the name says, and how many words the ending has.
func (l *lexicon) body(name []string) (bodyNoun, int) {
	for n := min(longestEnding, len(name)); n > 0; n-- {
		ending := strings.Join(name[len(name)-n:], " ")
		if b, ok := l.bodies[ending]; ok {
			return b, n
		}
		if n == 1 {
			break
		}
		// "Mineworkers Union": the ending begins within a word.
		if i := strings.Index(ending, "workers "); i > 0 && i < len(name[len(name)-n]) {
			if b, ok := l.bodies[ending[i:]]; ok {
				return b, n
			}
		}
	}
	// "Medical Practitioners Union"
	if n := len(name); n > 1 && (name[n-1] == "union" || name[n-1] == "syndicate") && strings.HasSuffix(name[n-2], "s") && len(name[n-2]) > 5 {
		return bodyNoun{sector: "LAB", name: true}, 2
	}
	return bodyNoun{}, 0
}

// words are the words of the tokens as the table of endings has them.
func (s *sentence) words(first, last int) []string {
	var out []string
	for t := max(first, last-2*longestEnding); t < last; t++ {
		if w := strings.Trim(s.lower(t), "'.,"); w != "" && w != "s" {
			out = append(out, w)
		}
	}
	return out
}

// bodyNames makes names of capitalised words that end as organisations' names
// do: "the Unity and Reform Party", "Mbarara University". A role noun with a
// nationality ("Zambian High Court") or alone ("the Supreme Court") is read as a
// role phrase, which knows its country.
func (r *reading) bodyNames(s *sentence) {
	if s.shouting() || r.titleCase(s) {
		return
	}
	for t := s.first; t < s.last; t++ {
		if !r.bodyWord(s, t) || t > s.first && r.bodyWord(s, t-1) {
			continue
		}
		end, named := r.bodyRun(s, t)
		if end-t < 2 || !named {
			continue
		}
		r.putName(s, t, end)
		t = end - 1
	}
}

// bodyRun returns the end of the name that begins at token t, and whether its
// last words are those of an organisation.
func (r *reading) bodyRun(s *sentence, t int) (int, bool) {
	end, named := t, false
	for i := t; i < s.last && i-t < 10; i++ {
		if !r.bodyWord(s, i) {
			joins := s.lower(i) == "and" && s.lower(t-1) == "the" || s.lower(i) == "'" || s.lower(i) == "'s" && i > t
			if !joins || !r.bodyWord(s, i+1) {
				break
			}
			continue
		}
		words := s.words(t, i+1)
		b, n := r.lex.body(words)
		if n == 0 || i == t || n > 1 && n >= i+1-t {
			continue
		}
		if ro := s.roleOf(i); ro != nil && ro.first <= t {
			continue // "Foreign Ministry" is a noun and no name
		}
		if a := s.atomOf(i); b.name || a != nil && a.kind == atomOrganization {
			end, named = i+1, true
		}
	}
	if end < s.last && r.bodyWord(s, end) {
		return t, false // the name goes on: "Trinity College Choir"
	}
	return end, named
}

// bodyWord reports whether the token can be a word of such a name: capitalised,
// no state, no name of the tables and nobody's office.
func (r *reading) bodyWord(s *sentence, t int) bool {
	if t < s.first || t >= s.last {
		return false
	}
	tok := &r.d.Tokens[t]
	if tok.Len() > longestToken || !startsUpper(r.d.Form(t)) || calendar[s.lower(t)] || s.title(t) {
		return false
	}
	switch tok.UPOS {
	case "PROPN":
	case "ADJ", "NOUN":
		if t == s.first {
			return false // in capitals by its place
		}
	default:
		return false
	}
	if a := s.atomOf(t); a != nil && (a.kind == atomCountry || a.kind == atomKnown) {
		return false
	}
	if ro := s.roleOf(t); ro != nil && ro.entry.kind == rolePerson && !ro.entry.flags.weak && !(ro.plural && s.lower(t+1) == "'") {
		return false
	}
	// "Ghanaian Supreme Court": the state in front makes it a role phrase.
	if a := s.atomOf(t - 1); a != nil && a.kind == atomCountry && s.roleOf(t) != nil && s.lower(t+1) != "'" {
		return false
	}
	return true
}

// titleCase reports whether all words that carry meaning are capitalised, as in
// a headline: capitals then tell nothing.
func (r *reading) titleCase(s *sentence) bool {
	for t := s.first; t < s.last; t++ {
		switch r.d.Tokens[t].UPOS {
		case "VERB", "NOUN", "ADJ", "ADV", "AUX":
			if !startsUpper(r.d.Form(t)) {
				return false
			}
		}
	}
	return true
}

// organization is the entity of an organisation that only its form or the tagger
// makes known. An adjective at its front tells its country, its last word the
// sector.
func (r *reading) organization(s *sentence, a *atom) int {
	name := strings.Join(strings.Fields(straight(r.d.Slice(a.span))), " ")
	if name == "" {
		return -1 // white space that the tagger took for a name
	}
	e := doc.Entity{Kind: doc.KindOrganization, Name: name, How: doc.KnownNot, Rule: "name tagger"}
	if n, hit := r.lex.country(s.pieces[s.firstPiece[a.first-s.first]:], make([]string, 0, 12)); n > 0 && n < a.last-a.first && hit.Kind == country.Adjective {
		e.Country, e.How, e.Rule = hit.Country.ISO3, doc.KnownTitle, "nationality in the name"
		e.Evidence = r.d.Tokens[a.first].Span
	}
	b, n := r.lex.body(s.words(a.first, a.last))
	if begin, ok := r.lex.bodies[s.lower(a.first)+" "+s.lower(a.first+1)+" *"]; ok && a.last-a.first > 2 {
		b, n = begin, 1
	}
	if n > 0 && a.last-a.first > 1 {
		if e.How == doc.KnownNot {
			e.How, e.Rule = doc.KnownTitle, "last words of the name"
		} else {
			e.Rule += ", its last words"
		}
		e.Sector = b.sector
		e.Evidence = e.Evidence.Cover(r.d.Tokens[a.last-1].Span)
	}
	if e.Country == "" && e.Sector != "" && e.Sector != "PTY" && !(saints[s.lower(a.first)] && namedAfter[e.Sector]) {
		if iso3, span := r.stateInName(s, a); iso3 != "" {
			e.Country, e.Evidence = iso3, e.Evidence.Cover(span)
			e.Rule += ", state in the name"
		}
	}
	if iso3, span := r.endsInState(s, a); e.Country == "" && e.Sector == "" && iso3 != "" {
		e.Country, e.Evidence, e.How, e.Rule = iso3, span, doc.KnownTitle, "of + country in the name"
	}
	if before := s.atomOf(a.first - 1); e.Country == "" && e.Sector != "" && before != nil && before.kind == atomCountry && before.hit.Kind == country.Adjective && !before.hyphen && !before.part {
		e.Country, e.Evidence = before.hit.Country.ISO3, e.Evidence.Cover(before.span)
		e.Rule += ", nationality in front"
	}
	i, fresh := r.draftOf("org:"+strings.ToLower(name), e)
	if fresh {
		r.drafts[i].nouns = []string{strings.ToLower(lastWord(name))}
	}
	return i
}

// endsInState is the state at the end of a name of several words: "Aviation Office of
// Norway".
func (r *reading) endsInState(s *sentence, a *atom) (string, doc.Span) {
	for t := a.last - 2; t > a.first+1; t-- {
		if s.lower(t) != "of" {
			continue
		}
		from := t + 1
		if s.lower(from) == "the" && from+1 < a.last {
			from++
		}
		if n, hit := r.lex.country(s.pieces[s.firstPiece[from-s.first]:], make([]string, 0, 12)); n == a.last-from && !hit.Ambiguous && hit.Kind == country.Name {
			return hit.Country.ISO3, r.spanOf(from, a.last)
		}
	}
	return "", doc.Span{}
}

// saints are the words before a saint, after whom churches, hospitals and schools are
// named in every land: "St. John's Church" need not be in St. John's. namedAfter are
// the sectors of such bodies.
var (
	saints     = map[string]bool{"st.": true, "st": true, "saint": true, "san": true, "santa": true, "holy": true}
	namedAfter = map[string]bool{"REL": true, "MED": true, "EDU": true, "CVL": true}
)

// stateInName is the state that the town at the front of an organisation's name
// or the place behind its last "of" tells: "Lahore High Court", "University of
// Nairobi", "Bank of Uganda".
func (r *reading) stateInName(s *sentence, a *atom) (string, doc.Span) {
	for t := a.last - 2; t > a.first; t-- {
		if s.lower(t) != "of" {
			continue
		}
		from := t + 1
		if s.lower(from) == "the" && from+1 < a.last {
			from++
		}
		span := r.spanOf(from, a.last)
		n, hit := r.lex.country(s.pieces[s.firstPiece[from-s.first]:], make([]string, 0, 12))
		if n >= a.last-from && !hit.Ambiguous {
			return hit.Country.ISO3, span
		}
		if iso3 := r.townState(straight(r.d.Slice(span))); iso3 != "" {
			return iso3, span
		}
	}
	for end := min(a.first+3, a.last-1); end > a.first; end-- {
		span := r.spanOf(a.first, end)
		if n, hit := r.lex.country(s.pieces[s.firstPiece[a.first-s.first]:], make([]string, 0, 12)); n == end-a.first && !hit.Ambiguous {
			return hit.Country.ISO3, span
		}
		if iso3 := r.townState(straight(r.d.Slice(span))); iso3 != "" {
			return iso3, span
		}
	}
	return "", doc.Span{}
}
