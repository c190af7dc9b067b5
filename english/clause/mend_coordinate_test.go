package clause

import "testing"

func TestCountryBehindATown(t *testing.T) {
	tree := parse(t, "Strikes|NNS|6|nsubj on|IN|3|case Kyiv|NNP|1|nmod ,|,|1|punct Ukraine|NNP|6|nsubj kill|VBP|0|root four|CD|6|obj")
	if got := names(tree, tree.Subjects(at(t, tree, "kill"))); got != "Strikes" {
		t.Errorf("subjects of kill: %q", got)
	}
}

func TestSecondClause(t *testing.T) {
	tree := parse(t, "Two|CD|3|nsubj:pass are|VBP|3|aux:pass shot|VBN|0|root|shoot in|IN|5|case Beirut|NNP|3|obl ,|,|8|punct and|CC|8|cc "+
		"police|NNS|5|conj arrest|VBP|3|conj a|DT|11|det man|NN|9|obj")
	if got := names(tree, tree.Subjects(at(t, tree, "arrest"))); got != "police" {
		t.Errorf("subjects of arrest: %q", got)
	}
}

func TestSecondPassive(t *testing.T) {
	tree := parse(t, "Four|CD|3|nsubj:pass are|VBP|3|aux:pass killed|VBN|0|root|kill and|CC|6|cc ten|CD|6|nsubj injured|VBN|3|conj|injure in|IN|8|case Lyon|NNP|6|obl")
	v := at(t, tree, "injured")
	if !tree.Passive(v) || tree.Object(v) == None || tree.Form(tree.Object(v)) != "ten" {
		t.Errorf("ten are not injured: passive %v, object %d", tree.Passive(v), tree.Object(v))
	}
}
