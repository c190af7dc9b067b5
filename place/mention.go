package place

import (
	"strings"
	"unicode"

	"github.com/readout-project/readout/country"
	"github.com/readout-project/readout/doc"
)

// mention is a name that may be of a place.
type mention struct {
	doc.Span
	first, last int    // tokens
	name        string // what is looked up
	location    bool   // the name tagger calls it a location
	// wantsDivision tells that a word like "province" belongs to it.
	wantsDivision bool
	county        bool     // it is of a list before "counties"
	container     int      // index of the mention of what it lies in, -1 when none
	contains      int      // index of the mention that lies in it, -1 when none
	inDivision    division // the same as an abbreviated state: "Dover, Del."
	inCountry     string   // ISO3, from "the Syrian city of"
	short         division // of an abbreviated state itself
}

// longestMatch is how many tokens a name of the table of countries may take.
const longestMatch = 12

// collect gathers the mentions in order: every location name, and every country,
// part of a country and capital that stands in no name of a person or an
// organisation.
func (r *report) collect() {
	d := r.doc
	next := 0
	for _, s := range d.Sentences {
		for t := s.First; t < s.Last; {
			for next < len(d.Names) && d.Names[next].Last <= t {
				next++
			}
			if next < len(d.Names) && d.Names[next].First <= t {
				n := d.Names[next]
				after := min(n.Last, s.Last)
				switch {
				case n.Kind == doc.NameLocation:
					after = r.location(t, after, s.Last)
				case n.Kind == doc.NameOrganization:
					r.wholeCountry(t, after)
				}
				t = max(t+1, after)
				continue
			}
			end := s.Last
			if next < len(d.Names) {
				end = min(end, max(d.Names[next].First, t+1))
			}
			t += max(1, r.tableWord(t, end))
		}
	}
	r.echo()
	r.contain()
}

// location splits a location name at commas, slashes and "and" and returns the
// token after all that belongs to it.
func (r *report) location(first, last, end int) int {
	if _, ok := r.table(first, last); ok {
		return max(last, r.addLocation(first, last, end))
	}
	for t := first; t < last; t++ {
		if f := r.doc.Form(t); f == "," || f == "/" || f == ";" || f == "and" || f == "&" {
			after := r.addLocation(first, t, t)
			first = max(t+1, after)
			t = max(t, after-1)
		}
	}
	if first >= last {
		return max(last, first)
	}
	return max(last, r.addLocation(first, last, end))
}

// addLocation keeps a location name if it names something, and returns the token
// after it.
func (r *report) addLocation(first, last, end int) int {
	// "northern", "the" and the like are no part of the name.
	for first < last && r.words.before[r.doc.Form(first)] {
		first++
	}
	for last > first && !hasLetter(r.doc.Form(last-1)) {
		last--
	}
	if first >= last || !hasCapital(r.doc.Form(first)) {
		return last
	}
	first, last = r.widen(first, last, end)
	if h, ok := r.table(first, last); ok && (h.Kind == country.Adjective || h.Kind == country.People) {
		return last
	}
	m := r.mention(first, last)
	if r.words.kindOnly(m.name) && !r.words.wide[m.name] {
		return last
	}
	m.location = true
	r.mentions = append(r.mentions, m)
	return r.abbreviated(last)
}

// abbreviated keeps the state after a town: "Dover, Del.".
func (r *report) abbreviated(t int) int {
	w, last := r.stateAfter(t)
	if last == t {
		return t
	}
	m := r.mention(t+1, last)
	m.short = w
	r.mentions = append(r.mentions, m)
	return last
}

// stateAfter reads ", Del." at a token and returns the state and the token after
// it, the same token when there is none. At the end of a sentence the point is a
// token of its own.
func (r *report) stateAfter(t int) (division, int) {
	d := r.doc
	if r.lower(t) != "," || t+1 >= len(d.Tokens) || !r.sameSentence(t, t+1) {
		return division{}, t
	}
	if w, ok := r.words.short[d.Form(t+1)]; ok {
		return w, t + 2
	}
	if r.lower(t+2) == "." && r.sameSentence(t+1, t+2) && d.Tokens[t+1].End == d.Tokens[t+2].Start {
		if w, ok := r.words.short[d.Form(t+1)+"."]; ok {
			return w, t + 3
		}
	}
	return division{}, t
}

// widen takes capitalised words on either side into a location name when
// together they are a name the tables know: the tagger may see "Virginia" alone
// in "West Virginia".
func (r *report) widen(first, last, end int) (int, int) {
	from := first
	taken := -1
	if n := len(r.mentions); n > 0 {
		taken = r.mentions[n-1].last
	}
	for from > 0 && first-from < 2 && from > taken && r.sameSentence(from-1, first) && hasCapital(r.doc.Form(from-1)) {
		from--
	}
	to := last
	for to < end && to-last < 2 && hasCapital(r.doc.Form(to)) {
		to++
	}
	for n := to - from; n > last-first; n-- {
		for l := from; l <= first; l++ {
			if l+n < last || l+n > to {
				continue
			}
			if h, ok := r.table(l, l+n); ok && (h.Kind == country.Name || h.Kind == country.Region || h.Kind == country.CapitalOf) {
				return l, l + n
			}
			if entries := r.lookup(strings.Join(r.forms(l, l+n), " ")); len(entries) > 0 && !entries[0].Alternate {
				return l, l + n
			}
		}
	}
	return first, last
}

// wholeCountry keeps a name that the tagger takes for an organisation when it is
// a country, and nothing but that.
func (r *report) wholeCountry(first, last int) {
	if h, ok := r.table(first, last); ok && isPlace(h) {
		r.mentions = append(r.mentions, r.mention(first, last))
	}
}

// tableWord keeps a place of the table of countries that begins at a token
// outside any name, and returns how many tokens it takes.
func (r *report) tableWord(first, end int) int {
	form := r.doc.Form(first)
	if !hasCapital(form) {
		return 0
	}
	n, h := r.countries.Match(r.forms(first, min(end, first+longestMatch)))
	if n > 0 && isPlace(h) {
		r.mentions = append(r.mentions, r.mention(first, first+n))
	}
	return n
}

// isPlace reports whether a word of the table names a place by itself.
func isPlace(h country.Hit) bool {
	return !h.Ambiguous && (h.Kind == country.Name || h.Kind == country.Region || h.Kind == country.CapitalOf)
}

// table looks up tokens [first, last) as a whole.
func (r *report) table(first, last int) (country.Hit, bool) {
	if last-first > longestMatch {
		return country.Hit{}, false
	}
	n, h := r.countries.Match(r.forms(first, last))
	return h, n > 0 && n == last-first
}

func (r *report) forms(first, last int) []string {
	out := make([]string, 0, last-first)
	for t := first; t < last; t++ {
		out = append(out, r.doc.Form(t))
	}
	return out
}

func (r *report) mention(first, last int) mention {
	d := r.doc
	m := mention{
		Span:  doc.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
		first: first, last: last, container: -1, contains: -1,
	}
	m.name = strings.Join(strings.Fields(d.Slice(m.Span)), " ")
	if next := r.lower(last); r.words.division[next] && r.sameSentence(first, last) {
		m.wantsDivision = true
	}
	if last-first > 1 && r.words.division[r.lower(last-1)] {
		m.wantsDivision = true
	}
	if r.lower(first-1) == "of" && r.words.division[strings.TrimSuffix(r.lower(first-2), "s")] {
		m.wantsDivision = true
	}
	m.inCountry = r.adjectiveBefore(first)
	if last < len(d.Tokens) && r.sameSentence(first, last) {
		m.inDivision, _ = r.stateAfter(last)
	}
	return m
}

// adjectiveBefore reads "the Syrian border town of" before a name.
func (r *report) adjectiveBefore(first int) string {
	if r.lower(first-1) != "of" || !r.words.of[r.lower(first-2)] {
		return ""
	}
	for t := first - 3; t >= 0 && t >= first-6 && r.sameSentence(t, first); t-- {
		if h, ok := r.table(t, t+1); ok && !h.Ambiguous && (h.Kind == country.Adjective || h.Kind == country.Name) {
			return h.Country.ISO3
		}
	}
	return ""
}

// contain finds what a mention lies in: "Homs, Syria", "Homs in Syria", "Syria's
// Homs".
func (r *report) contain() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if i+1 < len(r.mentions) {
			next := r.mentions[i+1]
			switch r.between(m.Span, next.Span) {
			case ",", "in", "in northern", "in southern", "in eastern", "in western", "in central":
				if r.sameSentence(m.first, next.first) {
					m.container = i + 1
				}
			}
		}
		if i > 0 {
			switch prev := r.mentions[i-1]; r.between(prev.Span, m.Span) {
			case "and": // "the provinces of Homs and Hama"
				m.wantsDivision = m.wantsDivision || prev.wantsDivision && r.lower(prev.first-1) == "of"
			case "'s", "’s", "'s northern", "'s southern", "'s eastern", "'s western":
				m.container = i - 1
			}
		}
	}
	r.counties()
	for i, m := range r.mentions {
		if m.container >= 0 {
			r.mentions[m.container].contains = i
		}
	}
}

// counties marks the names that share the word "counties" behind the last: in
// "Clay, Grant and Madison counties" none is a town, nor lies in the next.
func (r *report) counties() {
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if r.lower(m.last) == "counties" && r.sameSentence(m.first, m.last) {
			m.county = true
		} else if i+1 < len(r.mentions) && r.mentions[i+1].county && r.sameSentence(m.first, r.mentions[i+1].first) {
			switch r.between(m.Span, r.mentions[i+1].Span) {
			case ",", "and", ", and", "or":
				m.county = true
			}
		}
		if m.county {
			m.wantsDivision, m.container = true, -1
		}
	}
}

// between returns the text between two spans without the space around it, or
// something that matches nothing when it is long.
func (r *report) between(a, b doc.Span) string {
	if b.Start < a.End || b.Start-a.End > 24 {
		return "…"
	}
	return strings.TrimSpace(r.doc.Text[a.End:b.Start])
}

func (r *report) sameSentence(a, b int) bool {
	return a >= 0 && b < len(r.doc.Tokens) && r.doc.SentenceOf(a) == r.doc.SentenceOf(b)
}

// lower returns a token in lower case, "" outside the document or when it is too
// long to be a word of ours.
func (r *report) lower(t int) string {
	if t < 0 || t >= len(r.doc.Tokens) || r.doc.Tokens[t].Len() > 24 {
		return ""
	}
	return strings.ToLower(r.doc.Form(t))
}

func hasCapital(s string) bool {
	for _, c := range s {
		return unicode.IsUpper(c)
	}
	return false
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
