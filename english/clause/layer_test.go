package clause

import "testing"

// These tests hold the promises of docs/clauses.md, one function a promise.

const title = "Russian|JJ|3|amod Foreign|NNP|3|amod Minister|NNP|4|nmod:desc|minister Sergei|NNP|6|nsubj Lavrov|NNP|4|flat met|VBD|0|root|meet " +
	"the|DT|8|det envoy|NN|6|obj ,|,|10|punct Staffan|NNP|8|appos"

func TestTitleAndNameAreOneMention(t *testing.T) {
	tree := parse(t, title)
	for _, form := range []string{"Russian", "Foreign", "Minister", "Sergei", "Lavrov"} {
		head, first, last := tree.Titled(at(t, tree, form))
		if head == None || tree.Form(head) != "Sergei" || tree.Form(first) != "Russian" || tree.Form(last-1) != "Lavrov" {
			t.Errorf("%s: head %d, tokens %d to %d", form, head, first, last)
		}
	}
	if head, _, _ := tree.Titled(at(t, tree, "envoy")); head != None {
		t.Errorf("envoy is part of the name %q", tree.Form(head))
	}
	tree = parse(t, "the|DT|2|det president|NN|3|nmod:desc Mandela|NNP|5|nsubj was|VBD|5|cop free|JJ|0|root")
	if head, first, last := tree.Titled(at(t, tree, "Mandela")); head == None || tree.Form(first) != "president" || last != first+2 {
		t.Errorf("with an article: head %d, tokens %d to %d", head, first, last)
	}
}

func TestOneSubjectAVerb(t *testing.T) {
	// The parser gives the verb two: the title is part of the mention.
	tree := parse(t, "Foreign|NNP|2|amod Minister|NNP|4|nsubj Lavrov|NNP|4|nsubj met|VBD|0|root|meet Kerry|NNP|4|obj")
	subjects := 0
	for _, c := range tree.Children(at(t, tree, "met")) {
		if tree.Rel(c) == "nsubj" {
			subjects++
		}
	}
	if subjects != 1 || names(tree, tree.Subjects(at(t, tree, "met"))) != "Lavrov" {
		t.Errorf("%d subjects: %q", subjects, names(tree, tree.Subjects(at(t, tree, "met"))))
	}
	if head, first, _ := tree.Titled(at(t, tree, "Lavrov")); head == None || tree.Form(first) != "Foreign" {
		t.Errorf("the mention of Lavrov begins at %d", first)
	}
}

const bombed = "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj ,|,|5|punct killed|VBD|2|conj|kill ten|CD|5|obj ,|,|8|punct " +
	"hit|VBD|2|conj|hit Homs|NNP|8|obj and|CC|11|cc returned|VBD|2|conj|return"

func TestConjunctsShareTheSubject(t *testing.T) {
	tree := parse(t, bombed)
	for _, form := range []string{"killed", "hit", "returned"} {
		v := at(t, tree, form)
		if got := names(tree, tree.Subjects(v)); got != "Jets" {
			t.Errorf("subjects of %s: %q", form, got)
		}
		// Kept apart from the basic tree, which gives the verb none.
		if tree.OwnSubject(v) != None || tree.Token(at(t, tree, "Jets")).Head != at(t, tree, "bombed") {
			t.Errorf("the tree gives %s a subject of its own", form)
		}
	}
}

func TestAccordingToIsOfTheMainClause(t *testing.T) {
	tests := []struct{ name, words, source string }{
		{"on the verb", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj according|VBG|6|case to|IN|4|fixed police|NN|2|obl", "police"},
		{"too low", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj according|VBG|6|case to|IN|4|fixed police|NN|3|nmod", "police"},
		{"in a participle clause", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj killing|VBG|2|advcl|kill ten|CD|4|obj " +
			"according|VBG|8|case to|IN|6|fixed police|NN|4|obl", "police"},
		{"taken for a participle", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj according|VBG|2|advcl to|IN|6|case police|NN|4|obl", "police"},
		{"in a later main clause", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj and|CC|6|cc troops|NNS|6|nsubj fled|VBD|2|conj|flee " +
			"according|VBG|9|case to|IN|7|fixed police|NN|6|obl", ""},
		{"none", "Jets|NNS|2|nsubj bombed|VBD|0|root|bomb Hama|NNP|2|obj", ""},
	}
	for _, tt := range tests {
		tree := parse(t, tt.words)
		got := ""
		if s := tree.Source(at(t, tree, "bombed")); s != None {
			got = tree.Form(s)
		}
		if got != tt.source {
			t.Errorf("%s: source of bombed %q, want %q", tt.name, got, tt.source)
		}
	}
	tree := parse(t, tests[4].words)
	if s := tree.Source(at(t, tree, "fled")); s == None || tree.Form(s) != "police" {
		t.Errorf("source of fled: %d", s)
	}
	tree = parse(t, tests[2].words)
	if s := tree.Source(at(t, tree, "killing")); s != None {
		t.Errorf("killing is no main clause and has the source %q", tree.Form(s))
	}
}

func TestWhatIsSaidIsOneThing(t *testing.T) {
	for name, words := range map[string]string{
		"complement":      "Iran|NNP|2|nsubj said|VBD|0|root|say talks|NNS|4|nsubj failed|VBD|2|ccomp|fail",
		"before the verb": "talks|NNS|2|nsubj failed|VBD|5|ccomp|fail ,|,|2|punct Iran|NNP|5|nsubj said|VBD|0|root|say",
		"side by side":    "Iran|NNP|2|nsubj said|VBD|0|root|say :|:|5|punct talks|NNS|5|nsubj failed|VBD|2|parataxis|fail",
		"an aside":        "talks|NNS|6|nsubj ,|,|4|punct Iran|NNP|4|nsubj said|VBD|6|parataxis|say ,|,|4|punct failed|VBD|0|root|fail",
		"behind":          "talks|NNS|2|nsubj failed|VBD|0|root|fail ,|,|5|punct Iran|NNP|5|nsubj said|VBD|2|parataxis|say",
		"adverbial that":  "Iran|NNP|2|nsubj said|VBD|0|root|say that|IN|5|mark talks|NNS|5|nsubj failed|VBD|2|advcl|fail",
	} {
		tree := parse(t, words)
		said, failed := at(t, tree, "said"), at(t, tree, "failed")
		if tree.Content(said) != failed || tree.Teller(failed) != said {
			t.Errorf("%s: content %d, teller %d; want %d, %d", name, tree.Content(said), tree.Teller(failed), failed, said)
		}
	}
	for name, words := range map[string]string{
		"no verb of speech": "Iran|NNP|2|nsubj left|VBD|0|root|leave ;|:|5|punct talks|NNS|5|nsubj failed|VBD|2|parataxis|fail",
		"nobody tells":      "said|VBD|0|root|say ;|:|4|punct talks|NNS|4|nsubj failed|VBD|1|parataxis|fail",
	} {
		tree := parse(t, words)
		if failed := at(t, tree, "failed"); tree.Teller(failed) != None {
			t.Errorf("%s: the teller is %q", name, tree.Form(tree.Teller(failed)))
		}
	}
	// A later verb of what is said has the same teller.
	tree := parse(t, "Iran|NNP|2|nsubj said|VBD|0|root|say jets|NNS|4|nsubj came|VBD|2|ccomp|come and|CC|6|cc left|VBD|4|conj|leave")
	if tree.Teller(at(t, tree, "left")) != at(t, tree, "said") {
		t.Errorf("teller of left: %d", tree.Teller(at(t, tree, "left")))
	}
}

func TestGerundOfAnAccusation(t *testing.T) {
	tree := parse(t, "Kyiv|NNP|2|nsubj accused|VBD|0|root|accuse the|DT|4|det army|NN|2|obj of|IN|6|mark torturing|VBG|4|acl|torture them|PRP|6|obj")
	v := at(t, tree, "torturing")
	if got := names(tree, tree.Subjects(v)); got != "army" {
		t.Errorf("subjects of torturing: %q", got)
	}
	if c := tree.Complements(at(t, tree, "accused")); len(c) != 1 || c[0].Head != v || c[0].Prep != "of" {
		t.Errorf("complements of accused: %+v", c)
	}
}

func TestParticipleWithHaving(t *testing.T) {
	tree := parse(t, "Having|VBG|2|aux|have lost|VBD|7|advcl|lose the|DT|4|det vote|NN|2|obj ,|,|2|punct he|PRP|7|nsubj left|VBD|0|root|leave")
	if got := names(tree, tree.Subjects(at(t, tree, "lost"))); got != "he" || tree.Tense(at(t, tree, "lost")) != Untensed {
		t.Errorf("subjects of lost: %q, tense %q", got, tree.Tense(at(t, tree, "lost")))
	}
}
