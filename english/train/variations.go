package train

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"github.com/readout-project/readout/english/conllu"
)

// News writes much that mail, weblogs and wikis write seldom: ranks before names,
// initials, sums and measures without a space, dates in digits. The treebanks have
// three "Gen." in half a million words. So the splitter sees copies of their
// sentences in which a rule puts such words in the place of others; where a word
// ends in them is known by how they were made, and follows the treebanks
// ("T.", "11/28/2000" and "U.S." are one word, "$", "4" and "m" three).

// shareVaried is how often a place that can be varied is.
const shareVaried = .4

// variations returns copies of the documents that have something to vary in them.
func variations(sentences []conllu.Sentence, rnd *rand.Rand) []conllu.Sentence {
	var out []conllu.Sentence
	for first := 0; first < len(sentences); {
		last := first + 1
		for last < len(sentences) && !sentences[last].Document {
			last++
		}
		document, changed := slices.Clone(sentences[first:last]), false
		for i := range document {
			if s, ok := vary(&document[i], rnd); ok {
				document[i], changed = s, true
			}
		}
		if changed {
			document[0].Document = true
			out = append(out, document...)
		}
		first = last
	}
	return out
}

// An edit puts words in the place of the words [first, last) of a sentence. A word
// that begins with "·" follows the one before it without a space.
type edit struct {
	first, last int
	words       []string
}

// variation looks for what it varies at word i and returns the edit.
type variation func(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool)

// vary returns the sentence with some of its words replaced, false when there is
// nothing to replace or the dice say no.
func vary(s *conllu.Sentence, rnd *rand.Rand) (conllu.Sentence, bool) {
	if !s.Aligned() {
		return conllu.Sentence{}, false
	}
	var edits []edit
	for i := 0; i < len(s.Words); i++ {
		for _, v := range []variation{rank, initials, digits, clock, abbreviated, stopEnd, money, measure, ellipsis, address} {
			e, ok := v(s, i, rnd)
			if ok && rnd.Float64() < shareVaried {
				edits = append(edits, e)
				i = max(i, e.last-1)
				break
			}
		}
	}
	if len(edits) == 0 {
		return conllu.Sentence{}, false
	}
	return rewrite(s, edits), true
}

// rewrite carries out the edits, which are in order and do not overlap. Of the
// words it keeps what the splitter is trained on: their form and place.
func rewrite(s *conllu.Sentence, edits []edit) conllu.Sentence {
	out := conllu.Sentence{Document: s.Document, Par: s.Par}
	var text strings.Builder
	put := func(form, gap string) {
		text.WriteString(gap)
		w := conllu.Word{Form: form, Start: text.Len()}
		text.WriteString(form)
		w.End = text.Len()
		out.Words = append(out.Words, w)
	}
	gap := func(i int) string { // what stands before word i
		if i == 0 {
			return ""
		}
		return s.Text[s.Words[i-1].End:s.Words[i].Start]
	}
	for i := 0; i < len(s.Words); {
		if len(edits) == 0 || i < edits[0].first {
			put(s.Text[s.Words[i].Start:s.Words[i].End], gap(i))
			i++
			continue
		}
		for k, w := range edits[0].words {
			w, glued := strings.CutPrefix(w, "·")
			switch {
			case glued:
				put(w, "")
			case k == 0:
				put(w, gap(i))
			default:
				put(w, " ")
			}
		}
		if i = edits[0].last; edits[0].last == edits[0].first {
			put(s.Text[s.Words[i].Start:s.Words[i].End], " ")
			i++
		}
		edits = edits[1:]
	}
	out.Text = text.String()
	out.Words[len(out.Words)-1].Glued = s.Words[len(s.Words)-1].Glued
	return out
}

func pick(rnd *rand.Rand, words []string) string { return words[rnd.IntN(len(words))] }

// ranks are titles that news abbreviates before a name.
var ranks = []string{"Gen.", "Lt.", "Col.", "Maj.", "Capt.", "Sgt.", "Cpl.", "Pvt.", "Adm.", "Brig.", "Cmdr.", "Sen.",
	"Rep.", "Gov.", "Prof.", "Rev.", "Amb.", "Mr.", "Mrs.", "Ms.", "Dr.", "Hon.", "Lt. Gen.", "Maj. Gen.", "Brig. Gen.",
	"Lt. Col.", "Staff Sgt.", "Vice Adm.", "Rear Adm.", "Lt. Gov.", "Atty. Gen.", "Sgt. Maj.", "Fr.", "Insp.", "Supt."}

// opensName reports whether a name of several words begins at word i.
func opensName(s *conllu.Sentence, i int) bool {
	return i+1 < len(s.Words) && s.Words[i].UPOS == "PROPN" && s.Words[i+1].UPOS == "PROPN" &&
		s.Words[i+1].Head == i && s.Words[i+1].Rel == "flat" && lettersOnly(s.Words[i].Form)
}

func lettersOnly(form string) bool {
	return strings.IndexFunc(form, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// rank puts an abbreviated title before a name, in the place of the one it has.
func rank(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	title := strings.Fields(pick(rnd, ranks))
	switch {
	case opensName(s, i) && (i == 0 || s.Words[i-1].Rel != "nmod:desc"):
		return edit{i, i, title}, true
	case i+1 < len(s.Words) && s.Words[i].Rel == "nmod:desc" && s.Words[i].Head == i+1 && s.Words[i].UPOS == "PROPN":
		return edit{i, i + 1, title}, true
	}
	return edit{}, false
}

// initials shortens the first word of a name to one to three initials.
func initials(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	if !opensName(s, i) {
		return edit{}, false
	}
	var words []string
	for range 1 + rnd.IntN(3) {
		words = append(words, string(rune('A'+rnd.IntN(26)))+".")
	}
	return edit{i, i + 1, words}, true
}

// digits writes a year as a date of digits.
func digits(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	year := s.Words[i].Form
	if len(year) != 4 || year[:2] != "19" && year[:2] != "20" || strings.Trim(year, "0123456789") != "" {
		return edit{}, false
	}
	month, day := 1+rnd.IntN(12), 1+rnd.IntN(28)
	form := "%[1]s-%02[2]d-%02[3]d"
	if rnd.IntN(4) == 0 {
		form = "%02[3]d/%02[2]d/%[1]s"
	}
	return edit{i, i + 1, []string{fmt.Sprintf(form, year, month, day)}}, true
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// clock puts an hour before a weekday: "at 5:30 p.m. Friday".
func clock(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	if i+1 >= len(s.Words) || s.Words[i].Form != "on" || !slices.Contains(weekdays, s.Words[i+1].Form) {
		return edit{}, false
	}
	hour := fmt.Sprint(1 + rnd.IntN(12))
	if rnd.IntN(2) == 0 {
		hour += pick(rnd, []string{":", "."}) + fmt.Sprintf("%02d", 5*rnd.IntN(12))
	}
	words := []string{"at", hour, pick(rnd, []string{"a.m.", "p.m."})}
	if rnd.IntN(2) == 0 {
		words = append(words, "on")
	}
	return edit{i, i + 1, words}, true
}

var states = []string{"U.S.", "U.S.", "U.S.", "U.N.", "U.K.", "E.U."}

// abbreviated puts "U.S." in the place of an adjective with a capital.
func abbreviated(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	w := &s.Words[i]
	if w.Rel != "amod" || w.Head <= i || i == 0 || !lettersOnly(w.Form) || len(w.Form) < 4 || !unicode.IsUpper(rune(w.Form[0])) {
		return edit{}, false
	}
	return edit{i, i + 1, []string{pick(rnd, states)}}, true
}

// stopEnd ends a sentence with "in the U.S." or "at 4 p.m.", whose last stop is the
// sentence's too.
func stopEnd(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	if i == 0 || i != len(s.Words)-3 || s.Words[i+2].Form != "." || s.Words[i].UPOS != "ADP" ||
		s.Words[i+1].UPOS != "PROPN" && s.Words[i+1].UPOS != "NUM" || !s.Words[i+1].Glued || rnd.IntN(4) != 0 {
		return edit{}, false
	}
	if rnd.IntN(2) == 0 {
		return edit{i, i + 3, []string{"at", fmt.Sprint(1 + rnd.IntN(12)), pick(rnd, []string{"a.m.", "p.m."})}}, true
	}
	return edit{i, i + 3, []string{"in", "the", pick(rnd, states)}}, true
}

func number(form string) bool {
	return form != "" && form[0] >= '0' && form[0] <= '9' && strings.Trim(form, "0123456789.,") == ""
}

// money shortens a sum, in one of several currencies: "$4 million" to "£4m".
func money(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	if i+2 >= len(s.Words) || s.Words[i].Form != "$" || !s.Words[i].Glued || !number(s.Words[i+1].Form) {
		return edit{}, false
	}
	short := magnitudes[s.Words[i+2].Form]
	if short == nil {
		return edit{}, false
	}
	return edit{i, i + 3, []string{pick(rnd, currencies), "·" + s.Words[i+1].Form, "·" + pick(rnd, short)}}, true
}

var (
	currencies = []string{"$", "$", "£", "€", "¥", "US$"}
	magnitudes = map[string][]string{"million": {"m", "mn"}, "billion": {"bn", "b"}, "trillion": {"tn"}}
)

// units are what a measure is shortened to.
var units = map[string][]string{
	"miles": {"km", "mi"}, "mile": {"km", "mi"}, "kilometers": {"km"}, "kilometres": {"km"}, "meters": {"m"}, "metres": {"m"},
	"feet": {"m", "ft"}, "inches": {"mm", "cm"}, "inch": {"mm", "cm"}, "pounds": {"kg", "lb"}, "pound": {"kg", "lb"},
	"tons": {"kg", "t"}, "kilograms": {"kg"}, "centimeters": {"cm"}, "millimeters": {"mm"}, "acres": {"ha"}, "mph": {"kph", "km"},
}

// measure shortens a measure and closes the gap before it: "60 miles" to "60km".
func measure(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	short := units[s.Words[i].Form]
	if i == 0 || short == nil || !number(s.Words[i-1].Form) {
		return edit{}, false
	}
	return edit{i, i + 1, []string{"·" + pick(rnd, short)}}, true
}

// ellipsis writes three stops as one character.
func ellipsis(s *conllu.Sentence, i int, _ *rand.Rand) (edit, bool) {
	if s.Words[i].Form != "..." {
		return edit{}, false
	}
	if i > 0 && s.Words[i-1].Glued {
		return edit{i, i + 1, []string{"·…"}}, true
	}
	return edit{i, i + 1, []string{"…"}}, true
}

// address puts an address of the web in the place of a name inside a sentence: in
// mail an address often ends it.
func address(s *conllu.Sentence, i int, rnd *rand.Rand) (edit, bool) {
	w := &s.Words[i]
	if i == 0 || i+2 >= len(s.Words) || w.UPOS != "PROPN" || w.Rel != "obl" || w.Glued || s.Words[i-1].UPOS != "ADP" || rnd.IntN(4) != 0 {
		return edit{}, false
	}
	host := strings.ToLower(w.Form)
	if !lettersOnly(host) {
		return edit{}, false
	}
	return edit{i, i + 1, []string{pick(rnd, []string{"https://www." + host + ".org/", "http://" + host + ".com/news/1", "www." + host + ".net",
		"@" + w.Form})}}, true
}
