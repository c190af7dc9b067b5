package clause

import (
	"strconv"
	"strings"
	"testing"

	"github.com/readout-project/readout/doc"
)

// parse builds a document of one sentence from words written as
// form/XPOS/head/relation or form/XPOS/head/relation/lemma, heads counted from 1.
func parse(t testing.TB, words string) *Tree {
	t.Helper()
	d := &doc.Document{}
	for _, w := range strings.Fields(words) {
		f := strings.Split(w, "|")
		if len(f) < 4 {
			t.Fatalf("bad word %q", w)
		}
		head, err := strconv.Atoi(f[2])
		if err != nil {
			t.Fatal(err)
		}
		lemma := f[0]
		if len(f) > 4 {
			lemma = f[4]
		}
		start := len(d.Text)
		d.Text += f[0] + " "
		d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: start + len(f[0])},
			Lemma: lemma, XPOS: f[1], UPOS: universal(f[1], f[3]), Head: head - 1, Rel: f[3]})
	}
	d.Sentences = []doc.Sentence{{Span: doc.Span{Start: 0, End: len(d.Text)}, Last: len(d.Tokens)}}
	return New(d, 0)
}

func universal(xpos, rel string) string {
	switch {
	case strings.HasPrefix(rel, "aux"), rel == "cop", xpos == "MD":
		return "AUX"
	case strings.HasPrefix(xpos, "VB"):
		return "VERB"
	case strings.HasPrefix(xpos, "NNP"):
		return "PROPN"
	case strings.HasPrefix(xpos, "NN"):
		return "NOUN"
	case strings.HasPrefix(xpos, "JJ"):
		return "ADJ"
	case xpos == "PRP" || xpos == "WP" || xpos == "WDT":
		return "PRON"
	case xpos == "IN" && rel == "mark":
		return "SCONJ"
	case xpos == "," || xpos == ".":
		return "PUNCT"
	}
	return "X"
}

// at is the token with that form.
func at(t testing.TB, tree *Tree, form string) int {
	t.Helper()
	for i := tree.First; i < tree.Last; i++ {
		if tree.Form(i) == form {
			return i
		}
	}
	t.Fatalf("no token %q", form)
	return None
}

func names(tree *Tree, tokens []int) string {
	var s []string
	for _, i := range tokens {
		s = append(s, tree.Form(i))
	}
	return strings.Join(s, " ")
}

func TestLogicalSubjectAndObject(t *testing.T) {
	tests := []struct{ name, words, verb, subjects, objects string }{
		{"active", "Russia|NNP|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj", "bombed", "Russia", "Hama"},
		{"passive", "Hama|NNP|3|nsubj:pass was|VBD|3|aux:pass|be bombed|VBN|0|root|bomb by|IN|5|case Russia|NNP|3|obl:agent",
			"bombed", "Russia", "Hama"},
		{"passive without agent", "Hama|NNP|3|nsubj:pass was|VBD|3|aux:pass|be bombed|VBN|0|root|bomb", "bombed", "", "Hama"},
		{"relative clause", "Turkey|NNP|5|nsubj which|WDT|3|nsubj attacked|VBD|1|acl:relcl|attack rebels|NNS|3|obj left|VBD|0|root|leave",
			"attacked", "Turkey", "rebels"},
		{"relative clause on the object", "Towns|NNS|4|nsubj Russia|NNP|3|nsubj bombed|VBD|1|acl:relcl|bomb burn|VBP|0|root",
			"bombed", "Russia", "Towns"},
		{"relative clause with whom", "Assad|NNP|0|root whom|WP|4|obj it|PRP|4|nsubj backs|VBZ|1|acl:relcl|back",
			"backs", "it", "Assad"},
		{"reduced passive relative", "Rebels|NNS|5|nsubj trained|VBN|1|acl|train by|IN|4|case Jordan|NNP|2|obl:agent fled|VBD|0|root|flee",
			"trained", "Jordan", "Rebels"},
		{"participle on a noun", "Jets|NNS|4|nsubj bombing|VBG|1|acl|bomb Hama|NNP|2|obj returned|VBD|0|root|return",
			"bombing", "Jets", "Hama"},
		{"control by the object", "Kerry|NNP|2|nsubj urged|VBD|0|root|urge Russia|NNP|2|obj to|TO|5|mark leave|VB|2|xcomp Syria|NNP|5|obj",
			"leave", "Russia", "Syria"},
		{"control by the subject", "Russia|NNP|2|nsubj agreed|VBD|0|root|agree to|TO|4|mark leave|VB|2|xcomp Syria|NNP|4|obj",
			"leave", "Russia", "Syria"},
		{"promise", "Iran|NNP|2|nsubj promised|VBD|0|root|promise Iraq|NNP|2|obj to|TO|5|mark help|VB|2|xcomp",
			"help", "Iran", ""},
		{"control by a preposition", "France|NNP|2|nsubj called|VBD|0|root|call on|IN|4|case Mali|NNP|2|obl to|TO|6|mark vote|VB|2|xcomp",
			"vote", "Mali", ""},
		{"control in the passive", "Mali|NNP|3|nsubj:pass was|VBD|3|aux:pass|be urged|VBN|0|root|urge to|TO|5|mark vote|VB|3|xcomp",
			"vote", "Mali", ""},
		{"gerund under accuse", "Kyiv|NNP|2|nsubj accused|VBD|0|root|accuse Minsk|NNP|2|obj of|IN|5|mark aiding|VBG|2|advcl|aid rebels|NNS|5|obj",
			"aiding", "Minsk", "rebels"},
		{"participle clause", "Bombing|VBG|3|advcl|bomb Hama|NNP|1|obj took|VBD|0|root|take Russia|NNP|3|nsubj", "Bombing", "Russia", "Hama"},
		{"result of a passive", "Hama|NNP|3|nsubj:pass was|VBD|3|aux:pass|be hit|VBN|0|root killing|VBG|3|advcl|kill ten|CD|4|obj",
			"killing", "", "ten"},
		{"shared subject", "Police|NNS|2|nsubj came|VBD|0|root|come and|CC|4|cc arrested|VBD|2|conj|arrest them|PRP|4|obj",
			"arrested", "Police", "them"},
		{"shared subject of a passive", "He|PRP|3|nsubj:pass was|VBD|3|aux:pass|be arrested|VBN|0|root|arrest and|CC|5|cc beaten|VBN|3|conj|beat by|IN|7|case police|NNS|5|obl:agent",
			"arrested", "police", "He"},
		{"shared object", "Rebels|NNS|2|nsubj attacked|VBD|0|root|attack and|CC|4|cc killed|VBD|2|conj|kill guards|NNS|4|obj",
			"attacked", "Rebels", "guards"},
		{"coordinated nouns", "France|NNP|4|nsubj and|CC|3|cc Mali|NNP|1|conj met|VBD|0|root|meet Chad|NNP|4|obj", "met", "France Mali", "Chad"},
		{"whose attempt", "Iran|NNP|3|nmod:poss 's|POS|1|case attempt|NN|6|nsubj to|TO|5|mark mediate|VB|3|acl failed|VBD|0|root|fail",
			"mediate", "Iran", ""},
		{"object that begins with a title", "Obama|NNP|2|nsubj phoned|VBD|0|root|phone President|NNP|4|nmod:desc Erdogan|NNP|6|nsubj and|CC|6|cc left|VBD|2|conj|leave",
			"phoned", "Obama", "Erdogan"},
		{"and the verb after it", "Obama|NNP|2|nsubj phoned|VBD|0|root|phone President|NNP|4|nmod:desc Erdogan|NNP|6|nsubj and|CC|6|cc left|VBD|2|conj|leave",
			"left", "Obama", ""},
		{"object hung on a date", "Obama|NNP|2|nsubj phoned|VBD|0|root|phone Erdogan|NNP|5|nsubj on|IN|5|case Friday|NNP|2|obl",
			"phoned", "Obama", "Erdogan"},
		{"subject of a clause stays", "Obama|NNP|2|nsubj said|VBD|0|root|say Erdogan|NNP|4|nsubj left|VBD|2|ccomp|leave", "left", "Erdogan", ""},
		{"and is no object", "Obama|NNP|2|nsubj said|VBD|0|root|say Erdogan|NNP|4|nsubj left|VBD|2|ccomp|leave", "said", "Obama", ""},
		{"owner is no object", "Rebels|NNS|2|nsubj fought|VBD|0|root|fight Assad|NNP|2|obj 's|POS|3|case forces|NNS|2|conj", "fought", "Rebels", "forces"},
		{"the teller after what is told", "Iran|NNP|2|nsubj agreed|VBD|6|ccomp|agree ,|,|2|punct Minister|NN|5|nmod:desc Zarif|NNP|2|obj said|VBD|0|root|say",
			"said", "Zarif", ""},
		{"subject taken for a phrase", "Chad|NNP|2|nsubj left|VBD|0|root|leave after|IN|4|case Mali|NNP|2|obl attacked|VBD|2|conj|attack",
			"attacked", "Mali", ""},
		{"verb taken for an adjective", "Police|NNS|2|nsubj arrested|VBN|3|amod|arrest leader|NN|4|nmod:desc Kaya|NNP|6|nsubj and|CC|6|cc left|VBD|0|root|leave",
			"arrested", "Police", "Kaya"},
		{"compound adjective", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb war|NN|4|compound torn|VBN|5|amod|tear Syria|NNP|2|obj", "torn", "", ""},
		{"demand that", "Iran|NNP|2|nsubj rejected|VBD|0|root|reject demands|NNS|2|obj|demand that|IN|6|mark it|PRP|6|nsubj leave|VB|2|ccomp",
			"rejected", "Iran", "demands"},
		{"second infinitive taken for part of a noun", "Iran|NNP|2|nsubj began|VBD|0|root|begin to|TO|4|mark free|VB|2|xcomp men|NNS|4|obj and|CC|8|cc cease|VB|8|compound fire|NN|5|conj", "cease", "Iran", "fire"},
		{"it that is ready", "Chad|NNP|2|nsubj said|VBD|0|root|say it|PRP|5|expl was|VBD|5|cop|be ready|JJ|2|ccomp to|TO|7|mark attack|VB|5|csubj", "ready", "it", ""},
		{"name before a participle", "Chad|NNP|2|compound sitting|VBG|5|nsubj|sit in|IN|4|case Oslo|NNP|2|nmod left|VBD|0|root|leave", "left", "Chad", ""},
		{"past taken for a participle", "Tutu|NNP|2|nsubj:pass called|VBN|0|root|call for|IN|4|case peace|NN|2|obl", "called", "Tutu", ""},
		{"two objects", "Chad|NNP|2|nsubj lent|VBD|0|root|lend Mali|NNP|2|obj jets|NNS|2|obj", "lent", "Chad", "jets"},
		{"subject of a subjunctive", "Chad|NNP|2|nsubj demanded|VBD|0|root|demand Mali|NNP|2|iobj leave|VB|2|xcomp", "leave", "Mali", ""},
		{"who is to go in one is no object", "Chad|NNP|2|nsubj demanded|VBD|0|root|demand Mali|NNP|2|iobj leave|VB|2|xcomp", "demanded", "Chad", ""},
		{"subject taken for an adjective", "The|DT|3|det Malian|JJ|3|amod military|JJ|4|amod left|VBD|0|root|leave", "left", "military", ""},
		{"two subjects", "Minister|NNP|3|nsubj Lavrov|NNP|3|nsubj met|VBD|0|root|meet Kerry|NNP|3|obj", "met", "Lavrov", "Kerry"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree := parse(t, tt.words)
			v := at(t, tree, tt.verb)
			if got := names(tree, tree.Subjects(v)); got != tt.subjects {
				t.Errorf("subjects = %q, want %q", got, tt.subjects)
			}
			if got := names(tree, tree.Objects(v)); got != tt.objects {
				t.Errorf("objects = %q, want %q", got, tt.objects)
			}
		})
	}
}

func TestPhraseWithAGerund(t *testing.T) {
	tree := parse(t, "Two|CD|2|nsubj died|VBD|0|root|die in|IN|4|case police|NN|2|obl firing|VBG|2|advcl|fire")
	p, ok := tree.Phrase(at(t, tree, "died"), "in")
	if !ok || tree.Form(p.Head) != "firing" || names(tree, tree.Modifiers(p.Head)) != "police" {
		t.Errorf("phrase %+v of died, modified by %q", p, names(tree, tree.Modifiers(p.Head)))
	}
}

func TestNegationAndTense(t *testing.T) {
	tests := []struct {
		words, verb, negation string
		tense                 Tense
	}{
		{"Iran|NNP|4|nsubj did|VBD|4|aux|do not|RB|4|advmod attack|VB|0|root", "attack", "not", Past},
		{"No|DT|2|det|no troops|NNS|3|nsubj left|VBD|0|root|leave", "left", "No", Past},
		{"Iran|NNP|3|nsubj will|MD|3|aux attack|VB|0|root or|CC|5|cc|or invade|VB|3|conj", "invade", "", Future},
		{"Iran|NNP|4|nsubj will|MD|4|aux not|RB|4|advmod attack|VB|0|root or|CC|6|cc invade|VB|4|conj", "invade", "not", Future},
		{"Iran|NNP|3|nsubj has|VBZ|3|aux|have attacked|VBN|0|root|attack", "attacked", "", Perfect},
		{"They|PRP|2|nsubj left|VBD|0|root|leave without|IN|4|mark signing|VBG|2|advcl|sign", "signing", "without", Untensed},
	}
	for _, tt := range tests {
		tree := parse(t, tt.words)
		v := at(t, tree, tt.verb)
		got := ""
		if n := tree.Negation(v); n != None {
			got = tree.Form(n)
		}
		if got != tt.negation || tree.Tense(v) != tt.tense {
			t.Errorf("%s: negation %q, tense %q; want %q, %q", tt.words, got, tree.Tense(v), tt.negation, tt.tense)
		}
	}
}

func TestComplements(t *testing.T) {
	tree := parse(t, "Kerry|NNP|2|nsubj urged|VBD|0|root|urge Russia|NNP|2|obj to|TO|5|mark stop|VB|2|xcomp and|CC|7|cc leave|VB|5|conj")
	c := tree.Complements(at(t, tree, "urged"))
	if len(c) != 2 || c[0].Form != FormTo || tree.Form(c[1].Head) != "leave" || c[1].Form != FormTo {
		t.Errorf("complements of urged: %+v", c)
	}
	tree = parse(t, "Kyiv|NNP|2|nsubj accused|VBD|0|root|accuse Minsk|NNP|2|obj of|IN|5|mark lying|VBG|2|advcl|lie")
	c = tree.Complements(at(t, tree, "accused"))
	if len(c) != 1 || c[0].Form != FormIng || c[0].Prep != "of" {
		t.Errorf("complements of accused: %+v", c)
	}
}

// TestWhatIsGivenToWhom: of two direct objects the first is who gets the second.
func TestWhatIsGivenToWhom(t *testing.T) {
	tree := parse(t, "Chad|NNP|2|nsubj lent|VBD|0|root|lend Mali|NNP|2|obj jets|NNS|2|obj")
	if to := tree.Indirect(tree.First + 1); tree.Form(to) != "Mali" {
		t.Errorf("lent to %s", tree.Form(to))
	}
}

// TestGerundBehindAParticle: "ruled out selling" is completed by the gerund.
func TestGerundBehindAParticle(t *testing.T) {
	tree := parse(t, "Chad|NNP|2|nsubj ruled|VBD|0|root|rule out|RP|2|compound:prt selling|VBG|2|advcl|sell oil|NN|4|obj")
	if c := tree.Complements(tree.First + 1); len(c) != 1 || c[0].Form != FormIng {
		t.Errorf("complements of ruled: %+v", c)
	}
}

// TestGerundThatIsANoun: a gerund with a preposition and a noun's modifier before it
// is a phrase.
func TestGerundThatIsANoun(t *testing.T) {
	tree := parse(t, "Two|CD|3|nsubj:pass were|VBD|3|aux:pass killed|VBN|0|root|kill in|IN|6|case police|NN|6|compound firing|VBG|3|advcl|fire")
	if p, ok := tree.Phrase(tree.First+2, "in"); !ok || tree.Form(p.Head) != "firing" {
		t.Errorf("no phrase with firing: %+v", p)
	}
}

// TestContentOfANoun: what a demand or claim says belongs to it, not to the verb
// above.
func TestContentOfANoun(t *testing.T) {
	for _, words := range []string{
		"Iran|NNP|2|nsubj rejected|VBD|0|root|reject demands|NNS|2|obj|demand that|IN|6|mark it|PRP|6|nsubj leave|VB|2|ccomp",
		"Iran|NNP|2|nsubj denied|VBD|0|root|deny claims|NNS|2|obj|claim that|WDT|6|obj jets|NNS|6|nsubj hit|VBD|3|acl:relcl rebels|NNS|6|obj",
	} {
		tree := parse(t, words)
		v, noun := tree.First+5, tree.First+2
		if head, rel := tree.Governor(v); head != noun || rel != "acl" {
			t.Errorf("%s: %s stands under %s as %s", words, tree.Form(v), tree.Form(head), rel)
		}
	}
}

// TestWhatSomebodyIsTold: a that-clause with a subject, hung on whom it was told or
// who was cited, is what was told; a relative clause stays one.
func TestWhatSomebodyIsTold(t *testing.T) {
	for words, want := range map[string]string{
		"She|PRP|2|nsubj told|VBD|0|root|tell police|NN|2|iobj that|IN|6|mark he|PRP|6|nsubj left|VBD|3|acl:relcl|leave":                                  "told ccomp",
		"Radios|NNS|2|nsubj reported|VBD|0|root|report citing|VBG|2|advcl|cite guards|NNS|3|obj that|IN|7|mark he|PRP|7|nsubj left|VBD|4|acl:relcl|leave": "reported ccomp",
		"She|PRP|2|nsubj told|VBD|0|root|tell police|NN|2|iobj that|WDT|5|nsubj guarded|VBD|3|acl:relcl|guard him|PRP|5|obj":                              "police acl:relcl",
		"She|PRP|2|nsubj praised|VBD|0|root|praise police|NN|2|obj that|IN|6|mark he|PRP|6|nsubj left|VBD|3|acl:relcl|leave":                              "police acl:relcl",
	} {
		tree := parse(t, words)
		v := tree.Last - 1
		if tree.Form(v) == "him" {
			v--
		}
		if head, rel := tree.Governor(v); tree.Form(head)+" "+rel != want {
			t.Errorf("%s: %s stands under %s as %s, want %s", words, tree.Form(v), tree.Form(head), rel, want)
		}
	}
}

// TestBoundIsNoNegation: "no fewer than thirty" is thirty or more.
func TestBoundIsNoNegation(t *testing.T) {
	tree := parse(t, "Fires|NNS|2|nsubj killed|VBD|0|root|kill no|DT|7|det fewer|JJR|6|advmod than|IN|4|fixed ten|CD|7|nummod men|NNS|2|obj")
	if n := tree.Negation(at(t, tree, "killed")); n != None {
		t.Errorf("%q negates it", tree.Form(n))
	}
	tree = parse(t, "Fires|NNS|2|nsubj killed|VBD|0|root|kill no|DT|4|det men|NNS|2|obj")
	if tree.Negation(at(t, tree, "killed")) == None {
		t.Error("nothing negates it")
	}
}

// TestDayBeforeTheSubject: a day behind a preposition is no part of the subject.
func TestDayBeforeTheSubject(t *testing.T) {
	tree := parse(t, "On|IN|3|case Monday|NNP|3|compound rebels|NNS|4|nsubj fled|VBD|0|root|flee")
	if head, rel := tree.Governor(at(t, tree, "Monday")); tree.Form(head) != "fled" || rel != "obl" {
		t.Errorf("Monday stands under %s as %s", tree.Form(head), rel)
	}
	if head, _ := tree.Governor(at(t, tree, "On")); tree.Form(head) != "Monday" {
		t.Errorf("On stands under %s", tree.Form(head))
	}
	tree = parse(t, "The|DT|3|det Monday|NNP|3|compound talks|NNS|4|nsubj failed|VBD|0|root|fail")
	if head, _ := tree.Governor(at(t, tree, "Monday")); tree.Form(head) != "talks" {
		t.Errorf("Monday stands under %s", tree.Form(head))
	}
}

// TestInfinitivesGoOn: a bare infinitive goes on an infinitive, not a finite verb.
func TestInfinitivesGoOn(t *testing.T) {
	tree := parse(t, "Oslo|NNP|2|nsubj asked|VBD|0|root|ask Bonn|NNP|2|iobj to|TO|5|mark help|VB|2|xcomp and|CC|7|cc stay|VB|2|conj")
	if head := tree.Head(at(t, tree, "stay")); tree.Form(head) != "help" {
		t.Errorf("stay stands under %s", tree.Form(head))
	}
	tree = parse(t, "Oslo|NNP|2|nsubj asked|VBD|0|root|ask Bonn|NNP|2|iobj to|TO|5|mark help|VB|2|xcomp and|CC|8|cc will|MD|8|aux stay|VB|2|conj")
	if head := tree.Head(at(t, tree, "stay")); tree.Form(head) != "asked" {
		t.Errorf("stay stands under %s", tree.Form(head))
	}
}

// TestConjunctWithItsOwnPreposition: the second of two places is no second owner.
func TestConjunctWithItsOwnPreposition(t *testing.T) {
	const camps = "camps|NNS|0|root of|IN|3|case rebels|NNS|1|nmod in|IN|5|case Iraq|NNP|3|nmod and|CC|8|cc "
	tree := parse(t, camps+"in|IN|8|case Iran|NNP|3|conj")
	if head := tree.Head(at(t, tree, "Iran")); tree.Form(head) != "Iraq" {
		t.Errorf("Iran stands under %s", tree.Form(head))
	}
	tree = parse(t, camps+"of|IN|8|case clans|NNS|3|conj")
	if head := tree.Head(at(t, tree, "clans")); tree.Form(head) != "rebels" {
		t.Errorf("clans stands under %s", tree.Form(head))
	}
}

// FuzzTree: whatever the heads and relations, nothing panics and every answer is
// a token of the sentence or None.
func FuzzTree(f *testing.F) {
	f.Add([]byte{1, 2, 0, 3, 3, 2, 5, 1})
	rels := []string{"nsubj", "obj", "conj", "acl:relcl", "acl", "xcomp", "advcl", "nsubj:pass", "obl", "nmod:poss", "root", "aux:pass", "ccomp"}
	tags := []string{"VBD", "NN", "VBG", "WDT", "VBN", "PRP", "TO", "VB"}
	f.Fuzz(func(t *testing.T, data []byte) {
		var b strings.Builder
		n := min(len(data)/2, 60)
		for i := range n {
			b.WriteString("w|" + tags[int(data[2*i])%len(tags)] + "|" +
				strconv.Itoa(int(data[2*i+1])%(n+1)) + "|" + rels[int(data[2*i]/8)%len(rels)] + " ")
		}
		tree := parse(t, b.String())
		for i := tree.First; i < tree.Last; i++ {
			for _, got := range append(tree.Subjects(i), tree.Object(i), tree.Indirect(i), tree.Agent(i), tree.Negation(i), tree.Clause(i)) {
				if got != None && (got < tree.First || got >= tree.Last) {
					t.Fatalf("token %d outside the sentence", got)
				}
			}
			tree.Tense(i)
			tree.Complements(i)
			tree.Extent(i)
			tree.Span(i)
			tree.Particles(i)
			tree.Modifiers(i)
			tree.Phrases(i)
			tree.Titled(i)
			tree.Content(i)
			tree.Teller(i)
			tree.Source(i)
		}
	})
}
