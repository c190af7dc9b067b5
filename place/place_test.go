package place

import (
	"slices"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

// reading makes a document of one sentence a line. Tokens are cut at white space
// and around punctuation; "[LOC Homs]" marks a name.
func reading(marked string) *doc.Document {
	d := &doc.Document{}
	var b strings.Builder
	open, openKind := -1, doc.NameKind("")
	for _, line := range strings.Split(marked, "\n") {
		start, first := b.Len(), len(d.Tokens)
		for _, word := range strings.Fields(line) {
			if k, ok := strings.CutPrefix(word, "["); ok {
				open, openKind = len(d.Tokens), doc.NameKind(k)
				continue
			}
			closes := strings.HasSuffix(word, "]")
			word = strings.TrimSuffix(word, "]")
			if word != "" {
				if b.Len() > start && !strings.ContainsAny(word[:1], ".,;'") {
					b.WriteByte(' ')
				}
				d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: b.Len(), End: b.Len() + len(word)}, Head: -1})
				b.WriteString(word)
			}
			if closes && open >= 0 && open < len(d.Tokens) {
				span := doc.Span{Start: d.Tokens[open].Start, End: b.Len()}
				d.Names = append(d.Names, doc.Name{Span: span, First: open, Last: len(d.Tokens), Kind: openKind})
				open = -1
			}
		}
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: start, End: b.Len()}, First: first, Last: len(d.Tokens)})
		b.WriteByte('\n')
	}
	d.Text = b.String()
	return d
}

// acts makes the token with that form the head of a mention of a state.
func acts(d *doc.Document, form, iso3 string) *doc.Document {
	for t := range d.Tokens {
		if d.Form(t) == form {
			d.Entities = append(d.Entities, doc.Entity{Kind: doc.KindCountry, Country: iso3, Mentions: []doc.Mention{{Span: d.Tokens[t].Span, First: t, Last: t + 1, Head: t}}})
			return d
		}
	}
	panic("no token " + form)
}

func annotate(t testing.TB, d *doc.Document) []doc.Place {
	t.Helper()
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Annotate(d); err != nil {
		t.Fatal(err)
	}
	return d.Places
}

func TestPlaces(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Shells fell on [LOC Homs] , [LOC Syria] .", "Homs=SYR/Homs/city; Syria=SYR//country"},
		{"Fighting went on in [LOC Aleppo] .", "Aleppo=SYR/Aleppo/city"},
		{"Troops entered [LOC Homs] province .", "Homs=SYR/Homs/adm1"},
		{"Russia moved troops from [LOC Moscow] .", "Russia=RUS//country; Moscow=RUS/Moscow/city"},
		{"He flew to [LOC Tripoli] , [LOC Lebanon] .", "Tripoli=LBN/North Lebanon/city; Lebanon=LBN//country"},
		{"He flew to [LOC Tripoli] .", "Tripoli=LBY/Tripoli/city"},
		{"He was born in [LOC Paris] , [LOC Texas] .", "Paris=USA/Texas/city; Texas=USA/Texas/adm1"},
		{"American envoys met in [LOC Paris] .", "Paris=FRA/Île-de-France/city"},
		{"A fire broke out in [LOC Dover] , Del. .", "Dover=USA/Delaware/city; Del.=USA/Delaware/adm1"},
		{"They met in [LOC Chechnya] .", "Chechnya=RUS//region"},
		{"[PER Michael Jordan] met [PER Chad Myers] .", ""},
		{"[PER Jordan] won .", ""},
		{"They fled to [LOC Jordan] .", "Jordan=JOR//country"},
		{"They met in [LOC Georgia] .", "Georgia=//"},
		{"Georgian and Russian envoys met in [LOC Georgia] .", "Georgia=GEO//country"},
		{"They met in [LOC Atlanta] , [LOC Georgia] .", "Atlanta=USA/Georgia/city; Georgia=USA/Georgia/adm1"},
		{"The [ORG Bank of China] closed .", ""},
		{"Syria , Iraq and Turkey signed .", "Syria=SYR//country; Iraq=IRQ//country; Turkey=TUR//country"},
		{"They fled to the Syrian border town of [LOC Azaz] .", "Azaz=SYR/Aleppo/city"},
		{"They met in [LOC Qwertyville] near [LOC Mosul] .", "Qwertyville=//; Mosul=IRQ/Nineveh/city"},
		{"The [LOC Pentagon] said so outside the [LOC White House] .", "White House=USA//feature"},
		{"The turkey and the china broke .", ""},
		{"Rebels hold [LOC northern Syria] .", "Syria=SYR//country"},
		{"War broke out in [LOC Congo] .", "Congo=//"},
		{"War broke out in [LOC Congo] .\nEnvoys left [LOC Kinshasa] .", "Congo=COD//country; Kinshasa=COD/Kinshasa/city"},
		{"They met in West [LOC Virginia] .", "West Virginia=USA/West Virginia/adm1"},
		{"Trade with [LOC Asia] and the [LOC Middle East] grew .", "Asia=//; Middle East=//"},
		{"It lies in the [LOC Central District] .", ""},
		{"A school in [LOC Kent County] closed .", "Kent County=//"},
		{"They left [LOC London] .\nThey live in [LOC London] , [LOC Ontario] .", "London=CAN/Ontario/city; London=CAN/Ontario/city; Ontario=CAN/Ontario/adm1"},
		{"Russian , American and Syrian envoys met in [LOC Geneva] .", "Geneva=CHE/Geneva/city"},
		{"The Assembly of the United States met in [LOC New York] .", "United States=USA//country; New York=USA/New York/city"},
		{"Jets struck the Syrian provinces of [LOC Homs] and [LOC Hama] .", "Homs=SYR/Homs/adm1; Hama=SYR/Hama/adm1"},
		{"Jets struck [LOC Hama] in Syria .", "Hama=SYR/Hama/city; Syria=SYR//country"},
		{"They met in [LOC Bosnia and Herzegovina] .", "Bosnia and Herzegovina=BIH//country"},
		{"They met in [LOC Iraq and Iran] .", "Iraq=IRQ//country; Iran=IRN//country"},
		{"North Korea fired a missile .", "North Korea=PRK//country"},
		{"Rain fell over [LOC Western Canada] .", "Western Canada=CAN//country"},
		{"In [LOC Asia] , Canada has few friends .", "Asia=//; Canada=CAN//country"},
		{"[LOC Glasgow] , Ky. , burned .\nPolice in [LOC Glasgow] came .", "Glasgow=USA/Kentucky/city; Ky.=USA/Kentucky/adm1; Glasgow=USA/Kentucky/city"},
		{"American police came from [LOC Glasgow] .", "Glasgow=//"},
		{"The firm is a [LOC Delaware] company , says an American court in [LOC Cleveland] , [LOC Ohio] .", "Delaware=USA/Delaware/adm1; Cleveland=USA/Ohio/city; Ohio=USA/Ohio/adm1"},
		{"Snow fell on [LOC Barrow] , [LOC Jackson] and [LOC Madison] counties , American officials said .", "Barrow=//; Jackson=//; Madison=//"},
		{"A fire broke out in [LOC Dover , Del.] .", "Dover=USA/Delaware/city; Del.=USA/Delaware/adm1"},
		{"A fire broke out in [LOC Dover] , [LOC Del] .", "Dover=USA/Delaware/city; Del.=USA/Delaware/adm1"},
		{"It is in [LOC Quillsford] , Ky. .", "Quillsford=USA/Kentucky/city; Ky.=USA/Kentucky/adm1"},
		{"American police came to [LOC Springfield] .", "Springfield=USA//city"},
		{"American police came to [LOC Springfield] from [LOC Peoria] , Ill. .", "Springfield=USA/Illinois/city; Peoria=USA/Illinois/city; Ill.=USA/Illinois/adm1"},
		{"Crews left [LOC Winnipeg] for [LOC Brandon] .", "Winnipeg=CAN/Manitoba/city; Brandon=CAN/Manitoba/city"},
	}
	for _, tt := range tests {
		d := reading(tt.text)
		var got []string
		for _, p := range annotate(t, d) {
			s := d.Slice(p.Span) + "=" + p.Country + "/" + p.Adm1
			if p.Country != "" {
				s += "/" + string(p.Kind)
			} else {
				s += "/"
			}
			got = append(got, s)
			unknown := strings.Contains(p.Rule, "one of several") || strings.Contains(p.Rule, "not in the gazetteer")
			if p.Located != (p.Country != "" && p.Kind != doc.PlaceFeature && !unknown) {
				t.Errorf("%q: %s: located %v", tt.text, p.Name, p.Located)
			}
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, g, tt.want)
		}
	}
}

func TestCapitalAsGovernment(t *testing.T) {
	p := annotate(t, acts(reading("[LOC Moscow] denied it ."), "Moscow", "RUS"))
	if len(p) != 1 || p[0].Kind != doc.PlaceCapital || p[0].Country != "RUS" {
		t.Errorf("Moscow that acts is %+v", p)
	}
	p = annotate(t, acts(reading("They met in [LOC Moscow] ."), "Moscow", "RUS"))
	if len(p) != 1 || p[0].Kind != doc.PlaceCity {
		t.Errorf("Moscow where they met is %+v", p)
	}
	p = annotate(t, reading("[LOC Moscow] denied it ."))
	if len(p) != 1 || p[0].Kind != doc.PlaceCity {
		t.Errorf("Moscow that no stage takes for an actor is %+v", p)
	}
}

// What the actor stage knows as a person or a group is no place, whatever the
// name tagger says.
func TestNamesOfActorsAreNoPlaces(t *testing.T) {
	d := acts(reading("He backed [LOC Hassan] ."), "Hassan", "")
	d.Entities[0].Kind = doc.KindPerson
	d.Entities[0].Mentions[0].Form = doc.FormName
	if p := annotate(t, d); len(p) != 0 {
		t.Errorf("a person is the place %+v", p)
	}
}

func TestSameNameSamePlace(t *testing.T) {
	p := annotate(t, reading("Shells fell on [LOC Dover] , Del. .\nPeople left [LOC Dover] ."))
	if len(p) != 3 || p[2].Adm1 != "Delaware" || p[2].Country != "USA" {
		t.Errorf("the second Dover is %+v", p)
	}
}

// A name the tagger saw once is seen again where it did not, but not in the name
// of somebody or something else.
func TestEcho(t *testing.T) {
	d := reading("Shells fell on [LOC Mosul] .\nMosul was calm later .\n[PER Jim Mosul] and Mosul United won .\n[ORG Mosul] fell .")
	p := annotate(t, d)
	var at []int
	for _, x := range p {
		at = append(at, d.SentenceOf(first(d, x.Span)))
	}
	if !slices.Equal(at, []int{0, 1, 3}) {
		t.Errorf("Mosul is found in sentences %v", at)
	}
}

func first(d *doc.Document, s doc.Span) int {
	t, _ := d.TokensIn(s)
	return t
}

func TestPositions(t *testing.T) {
	p := annotate(t, reading("Shells fell on [LOC Aleppo] ."))
	if len(p) != 1 || p[0].Lat < 36.1 || p[0].Lat > 36.3 || p[0].Lon < 37.1 || p[0].Lon > 37.3 || p[0].GeoNames != 170063 {
		t.Errorf("Aleppo is %+v", p)
	}
}

func TestEmptyAndUnmade(t *testing.T) {
	if p := annotate(t, &doc.Document{}); len(p) != 0 {
		t.Errorf("an empty report names %d places", len(p))
	}
	if err := new(Stage).Annotate(&doc.Document{}); err == nil {
		t.Error("a stage without tables annotates")
	}
}

func TestLongInput(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[LOC Homs] , ", 20000), strings.Repeat("Syria 's ", 20000), "[LOC " + strings.Repeat("x", 1<<20) + "]", strings.Repeat("[LOC Al Al Al Al]\n", 5000),
	} {
		d := reading(text)
		check(t, d, annotate(t, d))
	}
}

// check holds what is true of any document.
func check(t *testing.T, d *doc.Document, places []doc.Place) {
	t.Helper()
	last := 0
	for _, p := range places {
		if p.Start < last || p.End <= p.Start || p.End > len(d.Text) {
			t.Fatalf("span %v after %d in %d bytes", p.Span, last, len(d.Text))
		}
		last = p.End
		if p.Rule == "" || p.Name == "" || p.Country != "" && p.Kind == "" {
			t.Fatalf("unfinished: %+v", p)
		}
		if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 || (!p.Located && (p.Lat != 0 || p.Lon != 0)) {
			t.Fatalf("position of %+v", p)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	s, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Shells fell on [LOC Homs] , [LOC Syria] .")
	f.Add("[LOC ,] [LOC Al-Ḥasakah] [ORG China] 's [LOC \xff\xfe] \n[PER U.S.]")
	f.Fuzz(func(t *testing.T, text string) {
		d := reading(text)
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
		check(t, d, d.Places)
	})
}

func BenchmarkAnnotate(b *testing.B) {
	s, err := New()
	if err != nil {
		b.Fatal(err)
	}
	d := reading(strings.Repeat("Russian envoys met in [LOC Aleppo] , [LOC Syria] , and later in [LOC Springfield] .\n", 50))
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		d.Places = nil
		if err := s.Annotate(d); err != nil {
			b.Fatal(err)
		}
	}
}
