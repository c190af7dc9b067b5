package clause

// days are the words that stand alone behind "on" or "in" and say when.
var days = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

// mendDay frees a day from the subject behind it. News opens sentences with "On
// Monday rebels attacked"; the treebanks nearly always set a comma there, and
// parsers make Monday rebels of it. A subject has no preposition.
func (t *Tree) mendDay(day int) {
	prep, noun := day-1, t.head[day-t.First]
	if t.rel[day-t.First] != "compound" || !days[t.Lower(day)] || t.d.Tokens[day].UPOS != "PROPN" ||
		noun == None || noun < day || prep < t.First || t.rel[prep-t.First] != "case" {
		return
	}
	if p := t.Lower(prep); p != "on" && p != "in" || prep > t.First && t.d.Tokens[prep-1].UPOS != "PUNCT" && t.Rel(prep-1) != "cc" {
		return
	}
	if h := t.head[prep-t.First]; h != noun && h != day {
		return
	}
	v := t.head[noun-t.First]
	if v == None || v < noun || !t.Verbal(v) {
		return
	}
	switch t.Rel(noun) {
	case "nsubj":
	case "obl":
		if t.hasChild(v, "nsubj") {
			return
		}
		t.rel[noun-t.First] = "nsubj"
	default:
		return
	}
	t.head[prep-t.First] = day
	t.head[day-t.First], t.rel[day-t.First] = v, "obl"
}

// mendInfinitive hangs a bare infinitive on the infinitive that it goes on: in
// "asked them to help, share data and stay" all three are asked. A bare infinitive
// cannot go on a finite verb.
func (t *Tree) mendInfinitive(v int) {
	h := t.head[v-t.First]
	if t.Rel(v) != "conj" || t.d.Tokens[v].XPOS != "VB" || h == None || h > v || t.d.Tokens[h].UPOS != "VERB" || t.d.Tokens[h].XPOS == "VB" {
		return
	}
	inner := None
	for i, g := range t.head {
		at := t.First + i
		switch {
		case g == v && (t.Rel(at) == "aux" || t.Rel(at) == "mark" || t.Rel(at) == "nsubj"):
			return
		case g == h && (t.Rel(at) == "xcomp" || t.Rel(at) == "advcl") && at > h && at < v && t.d.Tokens[at].XPOS == "VB":
			inner = at
		}
	}
	if inner != None {
		t.head[v-t.First] = inner
	}
}
