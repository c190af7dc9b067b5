package name

import (
	"reflect"
	"strings"
	"testing"

	"github.com/readout-project/readout/english/word"
)

func wordsOf(sentence string) (words []word.Word) {
	for f := range strings.FieldsSeq(sentence) {
		words = append(words, word.New(f))
	}
	return words
}

func example(sentence, labels string) Example {
	e := Example{Words: wordsOf(sentence), Labels: strings.Fields(labels)}
	e.Tags = make([]uint8, len(e.Words))
	return e
}

func examples() []Example {
	return []Example{
		example("Ada Okoye met Tom Brandt in Abuja", "B-PER I-PER O B-PER I-PER O B-LOC"),
		example("the African Union met in Addis Ababa", "O B-ORG I-ORG O O B-LOC I-LOC"),
		example("the court of Abuja met on Friday", "O O O B-LOC O O O"),
	}
}

// small is the size of tables in tests.
const small = 12

func phrase(words string) (key uint64) {
	for w := range strings.FieldsSeq(words) {
		key = Phrase(key, word.LowKey(w))
	}
	return key
}

func TestTrainAndFind(t *testing.T) {
	f, err := Load(train(examples(), NewGazetteer(nil), 10, 1, small).Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]Name{
		{{0, 2, "PER"}, {3, 5, "PER"}, {6, 7, "LOC"}},
		{{1, 3, "ORG"}, {5, 7, "LOC"}},
		{{3, 4, "LOC"}},
	}
	for i, ex := range examples() {
		if got := f.Find(ex.Words, ex.Tags); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("names %v, want %v", got, want[i])
		}
	}
	if got := f.Find(nil, nil); len(got) > 0 {
		t.Errorf("names in nothing: %v", got)
	}
}

// What the gazetteer tells of a phrase must carry over to phrases that no example
// has.
func TestGazetteerTeaches(t *testing.T) {
	g := NewGazetteer(map[uint64]Flags{
		phrase("delta front"): Group, phrase("reform league"): Group, phrase("red wing"): Group, phrase("blue column"): Group,
		phrase("mara"): Place, phrase("kosti"): Place, phrase("lutz"): Place, phrase("pemba"): Place,
	})
	lessons := []Example{
		example("on Monday Delta Front fighters left Mara", "O O B-ORG I-ORG O O B-LOC"),
		example("on Monday Reform League fighters left Kosti", "O O B-ORG I-ORG O O B-LOC"),
		example("on Monday Red Wing fighters left Lutz", "O O B-ORG I-ORG O O B-LOC"),
		example("on Monday Green Peter fighters left Nobody", "O O O O O O O"),
		example("on Monday Old Glory fighters left Never", "O O O O O O O"),
	}
	f := train(lessons, g, 10, 1, small)
	ex := example("on Monday Blue Column fighters left Pemba", "")
	want := []Name{{2, 4, "ORG"}, {6, 7, "LOC"}}
	if got := f.Find(ex.Words, ex.Tags); !reflect.DeepEqual(got, want) {
		t.Errorf("names %v, want %v", got, want)
	}
}

// The likelihood must rise along the steps taken: each pass over the examples
// leaves the right marks likelier.
func TestLearningRaisesLikelihood(t *testing.T) {
	l := &learner{rows: make([][width]float32, 1<<small), moved: make([][width]float32, 1<<small), rate: .05}
	right := func(s *lesson) (p float32) {
		l.expect(s)
		p = 1
		for i, m := range s.marks {
			v := values{}
			for c := range v {
				v[c] = l.ahead[i][c] * l.behind[i][c]
			}
			v.scale()
			p *= v[m]
		}
		return p
	}
	ex := examples()
	last := float32(0)
	for pass := range 5 {
		sum := float32(0)
		for i := range ex {
			s := newLesson(&ex[i], NewGazetteer(nil), small)
			sum += right(&s)
			l.learn(&s)
		}
		if sum <= last {
			t.Errorf("pass %d: %g after %g", pass, sum, last)
		}
		last = sum
	}
}

func TestMarksSpellNames(t *testing.T) {
	labels := strings.Fields("B-PER I-PER O B-ORG B-ORG I-ORG I-ORG O B-LOC")
	m := marksOf(labels)
	want := []Name{{0, 2, "PER"}, {3, 4, "ORG"}, {4, 7, "ORG"}, {8, 9, "LOC"}}
	if got := namesOf(m); !reflect.DeepEqual(got, want) {
		t.Errorf("names %v, want %v", got, want)
	}
	for i := 1; i < len(m); i++ {
		if !follows(m[i-1], m[i]) {
			t.Errorf("mark %d may not follow %d", m[i], m[i-1])
		}
	}
	if follows(mark(0, first), mark(1, last)) || follows(0, mark(0, inside)) || follows(mark(2, first), 0) || follows(mark(0, last), mark(0, last)) {
		t.Error("marks follow that must not")
	}
}

// The names found are whole, in order and within the sentence, whatever the text.
func FuzzFind(f *testing.F) {
	finder := train(examples(), NewGazetteer(nil), 10, 1, small)
	f.Add("Ada Okoye of the African Union")
	f.Add("ABUJA \xff ١٢ 😀 - ( )")
	f.Fuzz(func(t *testing.T, text string) {
		words := wordsOf(text)
		last := 0
		for _, n := range finder.Find(words, make([]uint8, len(words))) {
			if n.First < last || n.Last <= n.First || n.Last > len(words) {
				t.Fatalf("name %v in %d words", n, len(words))
			}
			last = n.Last
		}
	})
}

// A long row of capitals must not make scores overflow.
func TestLongSentence(t *testing.T) {
	finder := train(examples(), NewGazetteer(nil), 10, 1, small)
	words := wordsOf(strings.Repeat("Ada Okoye met ", 20000))
	got := finder.Find(words, make([]uint8, len(words)))
	if len(got) < 10000 || got[len(got)/2].Kind != "PER" {
		t.Errorf("%d names", len(got))
	}
}

func TestDamagedModel(t *testing.T) {
	g := NewGazetteer(map[uint64]Flags{phrase("delta front"): Group})
	b := train(examples(), g, 10, 1, small).Append(nil)
	for i := 0; i < len(b); i += 1 + i/50 {
		if _, err := Load(b[:i]); err == nil {
			t.Fatalf("a model cut at byte %d of %d was read without an error", i, len(b))
		}
	}
}

func TestGazetteerRoundTrip(t *testing.T) {
	phrases := map[uint64]Flags{phrase("delta front"): Group | Place, phrase("mara"): Place, phrase("x y z"): Person}
	g, rest, err := parseGazetteer(append(NewGazetteer(phrases).Append(nil), "rest"...))
	if err != nil || string(rest) != "rest" {
		t.Fatal(err, rest)
	}
	for k, want := range phrases {
		if got := g.lookup(k); got != want {
			t.Errorf("%x: %b, want %b", k, got, want)
		}
	}
	if got := g.lookup(phrase("nothing")); got != 0 {
		t.Errorf("an unknown phrase has %b", got)
	}
	w := newWindow(wordsOf("the Delta Front of Mara"), make([]uint8, 5))
	told := g.tell(w, nil)
	bit := func(flag, position int) uint64 { return 1 << (flag*positions + position) }
	if told[1].in != bit(5, first)|bit(2, first) || told[2].in != bit(5, last)|bit(2, last) || told[4].in != bit(2, single) || told[0].in|told[3].in != 0 {
		t.Errorf("told %+v", told)
	}
}
